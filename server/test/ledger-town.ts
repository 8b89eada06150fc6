/** A town with a roster, a scheme in force and people of its offices, for the tests of the ledger. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, readRoster, readShape } from '@oneneedle/kernel';
import { factsOf } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Asker, Kit } from './kit/rooms.ts';

const example = join(import.meta.dirname, '../../schemes/village-daily');
const read = (name: string) => readFileSync(join(example, name), 'utf8');

/** The line of the scheme that is in force. */
export const line = 'qinghe-village-daily';

/** A town of the tests. */
export interface LedgerTown {
  readonly code: string;
  readonly tenantId: string;
  /** `/api/towns/qinghe/ledger` */
  readonly base: string;
  /** Someone with a role whose account belongs to a person of the roster, called by the user name. */
  person(
    userName: string,
    ...grants: { role: Role; lines?: readonly string[]; unit?: string }[]
  ): Promise<Asker>;
  /** What must stay as it is when something is refused: facts, entries, notes. */
  state(): Promise<unknown>;
}

/** Founds a town with the example's villages, kinds and scheme, and as many villages more as are named. */
export async function ledgerTown(
  kit: Kit,
  code: string,
  name: string,
  villages: readonly string[] = [],
): Promise<LedgerTown> {
  const tenantId = await kit.town(code, name);
  const { value: kinds = [] } = readShape(read('kinds.yaml'), factKind.array());
  const approved = {
    decisionNo: '青党发〔2026〕3号',
    decidedBy: '党委会',
    decidedOn: '2026-01-05',
  };
  const source = read('scheme.yaml');
  await kit.inside(tenantId, async (db) => {
    const { roster } = readRoster(read('roster.yaml'));
    const like = roster.units.find(({ group }) => group === 'plain');
    const more = villages.flatMap((one) => (like ? [{ ...like, code: one, name: one }] : []));
    await putRoster(db, tenantId, { ...roster, units: [...roster.units, ...more] });
    await putKinds(db, { tenantId, kinds });
    await putScheme(db, { tenantId, source, approved, now: '2026-01-05T02:00:00.000Z' });
  });
  return {
    code,
    tenantId,
    base: `/api/towns/${code}/ledger`,
    person: async (userName, ...grants) => {
      const asker = await kit.person(code, userName, ...grants);
      await kit.inside(tenantId, async (db) => {
        const person = { tenant_id: tenantId, class: '公务员', account_id: asker.accountId };
        await db
          .insertInto('person')
          .values({ ...person, code: `p-${userName}` })
          .execute();
        const detail = { tenant_id: tenantId, person_code: `p-${userName}`, name: userName };
        await db.insertInto('person_detail').values(detail).execute();
      });
      return asker;
    },
    state: () =>
      kit.inside(tenantId, async (db) => ({
        ledger: await factsOf(db),
        entries: await db.selectFrom('entry').selectAll().orderBy('id').execute(),
        notes: await db.selectFrom('note').selectAll().orderBy('id').execute(),
        desk: await db
          .selectFrom('desk_line')
          .select(['about', 'title', 'closed_at'])
          .orderBy('id')
          .execute(),
      })),
  };
}

/** Rubbish in 东溪村, as a clerk of 城建办 writes it. */
export const rubbish = {
  kind: 'inspection.garbage',
  about: [{ subject: '东溪村' }],
  on: '2026-04-08',
  values: { 处数: '3' },
  evidence: ['照片3张，存城建办'],
  note: '三组路口。',
};
