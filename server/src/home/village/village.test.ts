/** The page of a village over HTTP: who answers, what waits, what it got and why; and who reads it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { openLine } from '../../desk/index.ts';
import { putFacts } from '../../ledger/index.ts';
import { putRoster } from '../../org/index.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';

const example = join(import.meta.dirname, '../../../../schemes/village-daily');
const text = (name: string) => readFileSync(join(example, name), 'utf8');
const towns = '/api/towns/qinghe';
const page = (unit: string) => `${towns}/villages/${encodeURIComponent(unit)}/page`;
const sheet = (unit: string) => `${towns}/villages/${encodeURIComponent(unit)}/sheet`;

const kit = useProgram();
let tenantId: string;
let wu: Asker;
let dongxi: Asker;

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  const now = '2026-04-10T02:00:00.000Z';
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(text('roster.yaml')).roster);
    const { value: kinds = [] } = readShape(text('kinds.yaml'), factKind.array());
    await putKinds(db, { tenantId, kinds });
    const approved = { decisionNo: '1号', decidedBy: '党委会', decidedOn: '2026-01-05' };
    await putScheme(db, { tenantId, source: text('scheme.yaml'), approved, now });
    const { facts } = readFacts(text('facts.yaml'));
    const place = { db, tenant: { id: tenantId }, now };
    await putFacts(
      place,
      facts.filter(({ seq }) => seq <= 123),
    );
    await openLine(place, {
      room: 'work',
      kind: 'item',
      about: 'a',
      title: '老粮站后墙根的垃圾清走',
      roles: ['village'],
      unit: '东溪村',
      dueOn: '2026-04-08',
      address: '/work',
    });
  });
  wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
  dongxi = await kit().person('qinghe', 'dongxi', { role: 'village', unit: '东溪村' });
});

describe('before anything is kept', () => {
  it('says who answers and that there is no result yet', async () => {
    const { status, body } = await dongxi.get(page('东溪村'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: '东溪村', name: '东溪村', results: [] });
    expect(body.waiting).toMatchObject({ all: 1, overdue: 1 });
    expect(body.waiting.rows[0]).toMatchObject({
      title: '老粮站后墙根的垃圾清走',
      dueOn: '2026-04-08',
      light: 'overdue',
    });
    const html = await sheetOf(dongxi, '东溪村');
    expect(html).toContain('还没有封存或公示的结果');
    expect(html).toContain('要办的事：1 件，其中 1 件过了期限');
  });
});

/** What the clauses came to, over the whole tree. */
const clausesOf = (line: { kind: string; milli: number; children: never[] }): number =>
  line.kind === 'clause' ? line.milli : line.children.reduce((sum, one) => sum + clausesOf(one), 0);

const sheetOf = async (asker: Asker, unit: string) =>
  new TextDecoder().decode((await asker.get(sheet(unit))).bytes);

describe('after the seal of a quarter', () => {
  beforeAll(async () => {
    const first = `${towns}/periods/qinghe-village-daily/2026-Q1`;
    for (const to of ['scoring', 'checking']) await wu.post(`${first}/state`, { to });
    const sealed = await wu.post(`${first}/seal`, {});
    expect([sealed.status, sealed.body.detail ?? '']).toEqual([200, '']);
  });

  it('tells the village its points line by line, how to object, and that no money follows', async () => {
    const { body } = await dongxi.get(page('东溪村'));
    const [one] = body.results;
    expect(one).toMatchObject({ line: 'qinghe-village-daily', period: '2026-Q1', edition: 1 });
    const tree = (
      await dongxi.get(
        `${towns}/periods/qinghe-village-daily/2026-Q1/subjects/${encodeURIComponent('东溪村')}`,
      )
    ).body;
    expect([one.total, one.rank, one.ranked]).toEqual([tree.total.text, tree.rank, tree.ranked]);
    expect(one.moved.length).toBeGreaterThan(2);
    const sizes = one.moved.map(({ milli }: { milli: number }) => Math.abs(milli));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const { sentence, clause, factIds } of one.moved) {
      expect(sentence).toContain(`第 ${clause} 条`);
      expect(factIds.length).toBeGreaterThan(0);
    }
    const moved = one.moved.reduce((sum: number, { milli }: { milli: number }) => sum + milli, 0);
    expect(moved).toBe(clausesOf(tree.root));
    expect(one.objection.join('')).toContain('提出异议不影响得分');
    expect(one.money).toEqual(['这份办法没有报酬条款，得分和名次不增减任何人的报酬。']);
  });

  it('is one printable file, the same bytes each time, and runs nothing', async () => {
    const html = await sheetOf(dongxi, '东溪村');
    expect(await sheetOf(dongxi, '东溪村')).toBe(html);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    expect(html).toContain('怎样提异议');
    expect(html).toContain('第 1 页，共 1 页');
  });
});

describe('who reads it', () => {
  it('is refused to another village, to a cadre of another village and to who records', async () => {
    const hekou = await kit().person('qinghe', 'hekou', { role: 'village', unit: '河口村' });
    const cadre = await kit().person('qinghe', 'cadre', { role: 'resident-cadre' });
    for (const asker of [hekou, cadre]) {
      const refused = await asker.get(page('东溪村'));
      expect([refused.status, refused.body.code]).toEqual([404, 'desk.village-unknown']);
      expect((await asker.get(sheet('东溪村'))).status).toBe(404);
    }
    const zhou = await kit().person('qinghe', 'zhou', { role: 'recorder' });
    expect((await zhou.get(page('东溪村'))).status).toBe(403);
  });

  it('reads of a place that is no village as unknown', async () => {
    expect((await wu.get(page('没有的村'))).status).toBe(404);
  });
});
