/** What an office reads of the entries of another: nothing, unless the reader wrote on them. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, line, rubbish } from '../../test/ledger-town.ts';

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let office: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  office = await town.person('office', { role: 'assessment-office' });
});

describe('an entry of another office', () => {
  it('is not told to who types the like of it, nor on a score sheet; its writer is told', async () => {
    const deed = { kind: 'inspection.garbage', about: [{ subject: '松坡村' }], on: '2026-04-02' };
    const words = { ...rubbish, ...deed };
    const { body } = await zhou.post(`${town.base}/entries`, words);
    // As if 党建办 had recorded it under a kind that clauses of both offices hear.
    await kit().inside(town.tenantId, (db) =>
      db
        .updateTable('entry')
        .set({ office: '党建办', recorded_by_account: office.accountId, writers: ['p-lin'] })
        .where('id', '=', body.entry.id)
        .execute(),
    );
    const query = new URLSearchParams({
      kind: deed.kind,
      subjects: '松坡村',
      on: deed.on,
      values: '{"处数":"3"}',
    });
    const typed = async (asker: Asker) =>
      (await asker.get(`${town.base}/related?${query}`)).body.rows.length;
    const sheet = async (asker: Asker) => {
      const path = `${town.base}/sheet?line=${line}&clause=1.1&period=2026-Q2`;
      const { body: read } = await asker.get(path);
      const row = read.rows.find(({ subject }: { subject: string }) => subject === '松坡村');
      return [row.entries.length, row.expected?.milli];
    };
    expect((await zhou.get(`${town.base}/entries/${body.entry.id}`)).status).toBe(404);
    expect([await typed(zhou), await sheet(zhou)]).toEqual([0, [0, 0]]);
    const writer = await town.person('writer', { role: 'recorder', lines: ['城建办'] });
    await kit().inside(town.tenantId, (db) =>
      db
        .updateTable('entry')
        .set({ writers: ['p-lin', 'p-writer'] })
        .where('id', '=', body.entry.id)
        .execute(),
    );
    expect([await typed(writer), await sheet(writer)]).toEqual([1, [1, -1500]]);
    expect(await sheet(office)).toEqual([1, -1500]);
  });
});
