/** The town of the simulated year: twelve offices, twenty villages, and whoever works with items. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, type Roster, readRoster, readShape } from '@oneneedle/kernel';
import { createAccount, foundTown, giveRole, putRoster } from '../../src/org/index.ts';
import { type AppDatabase, type Role, setTenant } from '../../src/platform/index.ts';
import { putKinds, putScheme } from '../../src/scheme/index.ts';
import { putDutyEntries } from '../../src/work/demands/duty.ts';

export const code = 'qinghe';
export const password = 'test sentence of twenty letters';
const supervisionOffice = '督查室';
export const offices = [
  supervisionOffice,
  ...Array.from({ length: 11 }, (_, at) => `第${at + 1}办`),
];
export const villages = Array.from({ length: 20 }, (_, at) => `第${at + 1}村`);
export const dutyEntry = '协助-1';

/** Somebody with an account; `person` is their code in the roster. */
export interface Somebody {
  readonly userName: string;
  readonly person: string;
  readonly role: Role;
  readonly office?: string;
  /** Villages of a resident cadre. */
  readonly villages: readonly string[];
}

const somebody = (userName: string, role: Role, more: Partial<Somebody> = {}): Somebody => ({
  userName,
  person: `P-${userName}`,
  role,
  villages: [],
  ...more,
});

export const people: readonly Somebody[] = [
  somebody('leader1', 'leader'),
  somebody('leader2', 'leader'),
  somebody('supervision1', 'supervision', { office: supervisionOffice }),
  somebody('supervision2', 'supervision', { office: supervisionOffice }),
  ...offices
    .slice(1)
    .flatMap((office, at) => [
      somebody(`officer${at + 1}a`, 'recorder', { office }),
      somebody(`officer${at + 1}b`, 'recorder', { office }),
    ]),
  ...Array.from({ length: 5 }, (_, at) =>
    somebody(`cadre${at + 1}`, 'resident-cadre', { villages: villages.slice(at * 4, at * 4 + 4) }),
  ),
  somebody('assessor', 'assessment-office'),
  somebody('administrator', 'administrator'),
];

/** Somebody of the town by user name. */
export function personNamed(userName: string): Somebody {
  const found = people.find((one) => one.userName === userName);
  if (!found) throw new Error(`nobody is called ${userName}`);
  return found;
}

/** Who stands in for whom, from and to which day. */
export interface StandIn {
  readonly absent: string;
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Who records for an office may be stood in for: of the supervision office by an officer, of an
 * office by another and by somebody who judges.
 */
export const standIns: readonly StandIn[] = [
  { absent: 'supervision1', substitute: 'officer1b', from: '2026-01-12', to: '2026-06-30' },
  { absent: 'officer2a', substitute: 'supervision2', from: '2026-01-12', to: '2026-12-31' },
  { absent: 'officer3a', substitute: 'officer4a', from: '2026-01-12', to: '2026-12-31' },
];

/** The secretary of a village answers for what it leads; the secretary needs no account. */
export function secretaryOf(village: string): string {
  return `S-${villages.indexOf(village) + 1}`;
}

/** Founds the town with its people; @returns its tenant. */
export async function foundYearTown({ queries }: AppDatabase, now: string): Promise<string> {
  return queries.transaction().execute(async (db) => {
    const tenantId = await foundTown(db, { code, name: '青禾镇', kind: 'town' });
    await setTenant(db, tenantId);
    await putRoster(db, tenantId, roster());
    const duty = {
      code: dutyEntry,
      title: '协助办理',
      list: 'assist',
      offices,
      basis: '',
    } as const;
    await putDutyEntries(db, tenantId, [{ ...duty, offices: [...offices] }]);
    await putKinds(db, { tenantId, kinds: kindsOfExample() });
    await putScheme(db, {
      tenantId,
      source: exampleFile('scheme.yaml'),
      approved: { decisionNo: '1号', decidedBy: '党委会', decidedOn: '2026-01-01' },
      now,
    });
    for (const { userName, person, role, office, villages: own } of people) {
      const accountId = await createAccount(db, {
        userName,
        password,
        mustChangePassword: false,
        now,
      });
      await db
        .updateTable('person')
        .set({ account_id: accountId })
        .where('code', '=', person)
        .execute();
      const grant = { tenantId, accountId, from: '2026-01-01' };
      const lines = office === undefined ? [] : [office];
      if (own.length === 0) await giveRole(db, { ...grant, role, lines });
      for (const unit of own) await giveRole(db, { ...grant, role, unit });
      // The supervision office also does items of its own.
      if (role === 'supervision') await giveRole(db, { ...grant, role: 'recorder', lines });
    }
    return tenantId;
  });
}

function roster(): Roster {
  const unit = (name: string, type: string) =>
    `  - { code: ${name}, name: ${name}, type: ${type} }`;
  const person = (one: string, name: string) =>
    `  - { code: ${one}, name: ${name}, class: 公务员 }`;
  return readRoster(
    [
      'units:',
      ...offices.map((name) => unit(name, 'station')),
      ...villages.map((name) => unit(name, 'village')),
      'persons:',
      ...people.map((one) => person(one.person, one.userName)),
      ...villages.map((name) => person(secretaryOf(name), `${name}书记`)),
      'posts:',
      ...people.flatMap(({ person: code, office }) =>
        office === undefined
          ? []
          : [`  - { person: ${code}, unit: ${office}, from: 2025-01-01, role: 干事 }`],
      ),
    ].join('\n'),
  ).roster;
}

/** Of the example of a village scheme, whose clauses hear what comes of an item. */
function exampleFile(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../schemes/village-daily', name), 'utf8');
}

function kindsOfExample() {
  const { value } = readShape(exampleFile('kinds.yaml'), factKind.array());
  if (!value) throw new Error('the kinds of the example cannot be read');
  return value;
}
