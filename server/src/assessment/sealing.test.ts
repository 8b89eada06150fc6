/** A period that is sealed while somebody posts: no fact falls between, and nobody waits for long. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { smallFacts, smallKinds, smallRoster, smallScheme } from '../../test/small-town.ts';
import { factsOf, putFacts } from '../ledger/index.ts';
import { putRoster } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { putKinds, putScheme } from '../scheme/index.ts';

const now = '2026-04-10T02:00:00.000Z';
const first = '/api/towns/qinghe/periods/small-town/2026-Q1';
const [known = ''] = smallFacts.split('# 二季度');

const kit = useProgram();
let tenantId: string;
let wu: Asker;

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(smallRoster).roster);
    const { value: kinds = [] } = readShape(smallKinds, factKind.array());
    await putKinds(db, { tenantId, kinds });
    const approved = {
      decisionNo: '青党发〔2026〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-01-05',
    };
    await putScheme(db, { tenantId, source: smallScheme, approved, now });
    await post(db, known);
  });
  wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
  for (const to of ['scoring', 'checking']) await wu.post(`${first}/state`, { to });
});

describe('a fact that is posted while a period is being sealed', () => {
  it('is in the edition, and the reply names the root of the log that was sealed', async () => {
    let sealing: ReturnType<Asker['post']> | undefined;
    await kit().inside(tenantId, async (db) => {
      await post(db, `- ${line('F9', '西岗村')}`);
      sealing = wu.post(`${first}/seal`);
      await expect.poll(waiting, { timeout: 20_000 }).toBe(1); // for the log, which is held here
    });
    const { status, body } = (await sealing) ?? { status: 0, body: {} };
    expect([status, body.edition, body.results]).toEqual([200, 1, 3]);
    const [seal] = await kit().inside(tenantId, (db) =>
      db.selectFrom('seal').select(['at_seq', 'ledger_root', 'printed']).execute(),
    );
    expect([seal?.at_seq, seal?.ledger_root]).toEqual([9, body.ledgerRoot]);
    const tree = await wu.get(`${first}/subjects/${encodeURIComponent('西岗村')}`);
    expect(JSON.stringify(tree.body.root)).toContain('F9');
  });
});

describe('a trial', () => {
  it('needs another version that assesses the same periods', async () => {
    const yearly = smallScheme
      .replace('line: small-town', 'line: yearly')
      .replace('quarter', 'year');
    const approved = { decisionNo: '1', decidedBy: '党委会', decidedOn: '2026-01-05' };
    const other = await kit().inside(tenantId, (db) =>
      putScheme(db, { tenantId, source: yearly, approved, now }),
    );
    const before = await ledgerNow();
    for (const [versionId, status, code] of [
      ['00000000-0000-4000-8000-000000000000', 404, 'assessment.version-unknown'],
      [other, 409, 'assessment.not-comparable'],
    ] as const) {
      const reply = await wu.post(`${first}/sandbox`, { versionId });
      expect([reply.status, reply.body.code]).toEqual([status, code]);
    }
    expect(await ledgerNow()).toEqual(before);
  });
});

function ledgerNow() {
  return kit().inside(tenantId, (db) => factsOf(db));
}

/** 西岗村, 3 places: one and a half points. */
function line(id: string, village: string): string {
  return `{ id: ${id}, kind: garbage, about: ${village}, on: 2026-03-20, values: { 处数: 3 }, evidence: [记录], by: 城建办 周, reviewedBy: 考核办 吴 }`;
}

async function post(db: Queries, text: string): Promise<void> {
  const { facts } = readFacts(text);
  await putFacts({ db, tenant: { id: tenantId }, now }, facts);
}

/** How many requests wait for a row that somebody else holds. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')`.execute(
    kit().database.queries,
  );
  return rows[0]?.count ?? 0;
}
