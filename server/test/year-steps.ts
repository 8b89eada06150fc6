/** What ends a quarter in the town of a year: closed, published, graded, paid; over HTTP, each by whose it is. */

import { expect } from 'vitest';
import type { YearSteps } from './year-shape.ts';
import { line, type YearTown } from './year-town.ts';

export function yearSteps(town: YearTown): YearSteps {
  return {
    moved: async (period, ...steps) => {
      for (const to of steps) await town.done('wu', `/periods/${line}/${period}/state`, { to });
    },
    published: async (period, on, reason) => {
      const path = `/publications/${line}/${period}`;
      const { cautions, obstacles } = await town.read('wu', `${path}/readiness`);
      expect(obstacles).toEqual([]);
      return town.done('wu', `${path}/editions`, {
        decision: { body: '青禾镇党委会', no: `青党纪〔2025〕${on.slice(5, 7)}号`, on },
        secrecy: { by: '方信', on },
        objectTo: { person: '吴考核', telephone: '0871-1234567', place: '镇政府203室' },
        signature: { by: '中共青禾镇委员会', on },
        postedOn: on,
        overrides: cautions.map((one: object) => ({ ...one, reason: '会上说明过' })),
        ...(reason === undefined ? {} : { reason }),
      });
    },
    sealed: (period) => town.done('wu', `/periods/${line}/${period}/seal`, {}),
    graded: async (period, edition, on) => {
      const { body, rows } = await town.read('gu', `/outcomes/${line}/${period}/grades`);
      const documentNo = `青党发〔2025〕${on.slice(5, 7)}号`;
      const decided = { edition, body, documentNo, decidedOn: on };
      await town.done('gu', `/outcomes/${line}/${period}/grades`, decided);
      return rows.map((row: { name: string; computed: string }) => `${row.name} ${row.computed}`);
    },
    paid: async (period, on) => {
      const { id } = await town.done('wu', '/pay/sheets', { line, period });
      const sheet = `/pay/sheets/${id}`;
      await town.done('he', `${sheet}/check`);
      const { rows } = await town.done('wu', `${sheet}/open`);
      const decision = {
        body: '青禾镇党委会',
        documentNo: `青党发〔2025〕3${on.slice(6, 7)}号`,
        on,
      };
      await town.done('gu', `${sheet}/approval`, decision);
      await town.done('wu', `${sheet}/hand-over`, { on });
      await town.done('qian', `${sheet}/confirm`, { on });
      return rows.reduce((sum: number, row: { paidFen: number }) => sum + row.paidFen, 0);
    },
  };
}
