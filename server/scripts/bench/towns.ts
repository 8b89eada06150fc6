/** Towns for the bench: twenty villages and ten thousand facts each, the same at every run. */

import { type Fact, type FactKind, readRoster } from '@oneneedle/kernel';
import { townshipOf } from '../../../bench/calc-township.ts';
import { openLine } from '../../src/desk/index.ts';
import { putFacts } from '../../src/ledger/index.ts';
import { createAccount, foundTown, giveRole, putRoster } from '../../src/org/index.ts';
import { type AppDatabase, type Queries, type Role, setTenant } from '../../src/platform/index.ts';
import { putKinds, putScheme } from '../../src/scheme/index.ts';
import { chanceOf } from '../demo/random.ts';

export const factsEach = 10_000;
export const password = 'bench sentence of twenty letters';
export const line = 'bench-township';
export const period = '2026';
/** A day of the period on which everything of it has happened. */
export const now = '2026-12-30T02:00:00.000Z';

const office = '城建办';
/** What waits for the head on the one list. */
const waitingLines = 40;

/** A clerk records, a head reviews and reads standings; both work in every town. */
const people = [
  { userName: 'clerk', person: 'P-0001', roles: ['recorder'] },
  { userName: 'head', person: 'P-0002', roles: ['reviewer', 'assessment-office'] },
] as const satisfies readonly { userName: string; person: string; roles: readonly Role[] }[];

export function townCode(index: number): string {
  return `town-${index + 1}`;
}

const { scheme, roster, facts } = townshipOf(factsEach);
export const villages = roster.units.map(({ code }) => code);
const kindCodes = [...new Set(facts.map(({ kind }) => kind))].sort();

/** Kind and code of a clause that takes entries, for score sheets. */
export const sheets = kindCodes.slice(0, 8).map((kind) => ({
  kind,
  clause: [...kind.replace(/\D/g, '')].join('.'),
}));

/** The scheme as a town adopts it: with its days and an office that answers for every node. */
const adopted = scheme
  .replace('version: "1"', 'version: "1"\neffective: { from: 2026-01-01, to: 2026-12-31 }')
  .replaceAll('\n    full:', `\n    owner: ${office}\n    full:`);

const kinds = kindCodes.map((kind): FactKind => {
  return {
    kind,
    name: kind,
    form: 'event',
    about: 'unit',
    fields: {
      处数: { type: 'number', unit: '处' },
      再次: { type: 'label', options: ['是', '否'] },
    },
  };
});

const staff = readRoster(`
units:
  - { code: ${office}, name: ${office}, type: station }
persons:
  - { code: P-0001, name: 周砚, class: 公务员 }
  - { code: P-0002, name: 林槿, class: 公务员 }
`).roster;

/** Makes the two accounts. @returns their ids. */
export async function makePeople({ queries }: AppDatabase): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { userName } of people) {
    const mustChangePassword = false;
    ids.push(await createAccount(queries, { userName, password, mustChangePassword, now }));
  }
  return ids;
}

/** Founds a town with all its facts, through the doors of the rooms. */
export async function makeTown(
  { queries }: AppDatabase,
  { index, accounts }: { index: number; accounts: readonly string[] },
): Promise<void> {
  await queries.transaction().execute(async (db) => {
    const code = townCode(index);
    const tenantId = await foundTown(db, { code, name: `第${index + 1}镇`, kind: 'town' });
    await setTenant(db, tenantId);
    await putRoster(db, tenantId, {
      ...roster,
      units: [...staff.units, ...roster.units],
      persons: staff.persons,
    });
    await putKinds(db, { tenantId, kinds });
    const approved = {
      decisionNo: '青党发〔2026〕3号',
      decidedBy: '党委会',
      decidedOn: '2026-01-05',
    };
    await putScheme(db, { tenantId, source: adopted, approved, now });
    await givePosts(db, { tenantId, accounts });
    const place = { db, tenant: { id: tenantId }, now };
    await putFacts(place, factsOfTown(index));
    for (let about = 1; about <= waitingLines; about += 1) {
      await openLine(place, {
        room: 'bench',
        kind: 'review',
        about: `${about}`,
        title: `复核第 ${about} 项`,
        roles: ['reviewer'],
        dueOn: `2026-12-${String(1 + (about % 28)).padStart(2, '0')}`,
        address: `/ledger?about=${about}`,
      });
    }
  });
}

async function givePosts(
  db: Queries,
  { tenantId, accounts }: { tenantId: string; accounts: readonly string[] },
): Promise<void> {
  for (const [at, { person, roles }] of people.entries()) {
    const accountId = accounts[at] ?? '';
    for (const role of roles) {
      await giveRole(db, { tenantId, accountId, role, from: '2026-01-01' });
    }
    await db
      .updateTable('person')
      .set({ account_id: accountId })
      .where('code', '=', person)
      .execute();
  }
}

/** Each town has its own order of villages and its own numbers of places. */
function factsOfTown(index: number): Fact[] {
  const chance = chanceOf(`bench ${index}`);
  const order = chance.draw(villages, villages.length);
  const inTown = new Map(villages.map((village, at) => [village, order[at] ?? village]));
  return facts.map((fact) => ({
    ...fact,
    about: fact.about.map((who) => ({ ...who, subject: inTown.get(who.subject) ?? who.subject })),
    values: { ...fact.values, 处数: String(chance.between(1, 4)) },
  }));
}
