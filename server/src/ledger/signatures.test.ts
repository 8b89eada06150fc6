/** 经查无 names the line and the clause: two schemes may number their clauses alike. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { smallKinds, smallRoster, smallScheme } from '../../test/small-town.ts';
import { putRoster } from '../org/index.ts';
import { putKinds, putScheme } from '../scheme/index.ts';
import { factsOf, putFacts } from './index.ts';

const now = '2026-04-10T02:00:00.000Z';
const approved = {
  decisionNo: '青党发〔2026〕9号',
  decidedBy: '青禾镇党委会',
  decidedOn: '2026-01-05',
};

const kit = useProgram();
let tenantId: string;
let reviewer: Asker;

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(smallRoster).roster);
    const { value: kinds = [] } = readShape(smallKinds, factKind.array());
    await putKinds(db, { tenantId, kinds });
    for (const line of ['small-town', 'other-line']) {
      const source = smallScheme.replace('line: small-town', `line: ${line}`);
      await putScheme(db, { tenantId, source, approved, now });
    }
  });
  reviewer = await kit().person('qinghe', 'wu', { role: 'reviewer' });
  await kit().inside(tenantId, async (db) => {
    const person = { tenant_id: tenantId, class: '公务员', account_id: reviewer.accountId };
    await db
      .insertInto('person')
      .values({ ...person, code: 'p-wu' })
      .execute();
  });
});

async function signedIn(line: string): Promise<string[]> {
  const { body } = await reviewer.get(
    `/api/towns/qinghe/ledger/signatures?line=${line}&period=2026-Q1`,
  );
  return body.rows.flatMap(({ code, signed }: { code: string; signed?: unknown }) =>
    signed === undefined ? [] : [code],
  );
}

describe('a signature', () => {
  it('speaks for the line that it was given under, and for no other', async () => {
    const clauses = ['1.1'];
    const asked = { line: 'small-town', period: '2026-Q1', clauses };
    const { status, body } = await reviewer.post('/api/towns/qinghe/ledger/signatures', asked);
    expect([status, body.code]).toEqual([200, undefined]);
    expect([await signedIn('small-town'), await signedIn('other-line')]).toEqual([['1.1'], []]);
    const { facts } = await kit().inside(tenantId, (db) => factsOf(db));
    expect(facts.map(({ values }) => values)).toEqual([{ line: 'small-town', clause: '1.1' }]);
  });

  it('of the first kind, which names no line, still speaks for every line with its clause', async () => {
    const { facts } = readFacts(
      '- { id: S1, kind: checked, form: checked, period: 2026-Q1, values: { clause: "2.1" }, by: 周 }',
    );
    await kit().inside(tenantId, (db) => putFacts({ db, tenant: { id: tenantId }, now }, facts));
    expect([await signedIn('small-town'), await signedIn('other-line')]).toEqual([
      ['1.1', '2.1'],
      ['2.1'],
    ]);
  });
});
