/**
 * A town under a load that no town should bear: fifty thousand open items. A few are made through the
 * door of the room, with their lines on the one list; the rest are copies of these in the database.
 */

import { type Roster, readRoster } from '@oneneedle/kernel';
import { createAccount, foundTown, giveRole, putRoster } from '../../src/org/index.ts';
import {
  type AppDatabase,
  type Ctx,
  type Queries,
  type Role,
  setTenant,
} from '../../src/platform/index.ts';
import { createItem } from '../../src/work/index.ts';
import { now, password } from './towns.ts';

export const town = 'work-town';
const officesOf = 12;
const villagesOf = 20;
/** Four people in every office. */
const peopleOf = officesOf * 4;
/** Items that are made through the door; each is copied. */
const patterns = 200;

export const offices = Array.from({ length: officesOf }, (_, at) => `第${at + 1}办`);
export const villages = Array.from({ length: villagesOf }, (_, at) => `第${at + 1}村`);
const officer = (at: number) => `P-${String(at + 1).padStart(4, '0')}`;

/** Whoever asks in the bench: somebody of an office, the supervision office, a resident cadre. */
const accounts = [
  { userName: 'officer', person: officer(0), role: 'recorder', lines: [offices[0] ?? ''] },
  { userName: 'supervision', person: officer(1), role: 'supervision', lines: [] },
  { userName: 'cadre', person: officer(2), role: 'resident-cadre', unit: villages[0], lines: [] },
] as const satisfies readonly {
  userName: string;
  person: string;
  role: Role;
  unit?: string | undefined;
  lines: readonly string[];
}[];

/** Founds the town with the items that are copied afterwards. */
export async function makeWorkTown({ queries }: AppDatabase): Promise<void> {
  await queries.transaction().execute(async (db) => {
    const tenantId = await foundTown(db, { code: town, name: '千线镇', kind: 'town' });
    await setTenant(db, tenantId);
    await putRoster(db, tenantId, roster());
    const supervisor = await makeAccounts(db, tenantId);
    const ctx = supervisorCtx(db, { tenantId, accountId: supervisor });
    for (let at = 0; at < patterns; at += 1) await makePattern(ctx, at);
  });
}

function roster(): Roster {
  const unit = (code: string, type: string) =>
    `  - { code: ${code}, name: ${code}, type: ${type} }`;
  const person = (at: number) =>
    `  - { code: ${officer(at)}, name: 办事员${at + 1}, class: 公务员 }`;
  return readRoster(
    [
      'units:',
      ...offices.map((code) => unit(code, 'station')),
      ...villages.map((code) => unit(code, 'village')),
      'persons:',
      ...Array.from({ length: peopleOf }, (_, at) => person(at)),
    ].join('\n'),
  ).roster;
}

/** @returns the account of the supervision office. */
async function makeAccounts(db: Queries, tenantId: string): Promise<string> {
  const ids = new Map<string, string>();
  for (const { userName, person, role, lines, ...rest } of accounts) {
    const id = await createAccount(db, { userName, password, mustChangePassword: false, now });
    const unit = 'unit' in rest ? { unit: rest.unit } : {};
    await giveRole(db, {
      tenantId,
      accountId: id,
      role,
      lines: [...lines],
      from: '2026-01-01',
      ...unit,
    });
    await db.updateTable('person').set({ account_id: id }).where('code', '=', person).execute();
    ids.set(userName, id);
  }
  return ids.get('supervision') ?? '';
}

type MakerCtx = Parameters<typeof createItem>[0];

function supervisorCtx(
  db: MakerCtx['db'],
  { tenantId, accountId }: { tenantId: string; accountId: string },
): MakerCtx {
  const grants = [{ role: 'supervision' as const, lines: [] }];
  return {
    db,
    now,
    tenant: { id: tenantId, code: town, name: '千线镇', kind: 'town' },
    actor: { accountId, person: officer(1), grants },
    account: { id: accountId, userName: 'supervision', mustChangePassword: false },
    actInPlaceOf: () => {},
  } satisfies Partial<Ctx> as MakerCtx;
}

/** Slips of the offices in turn; every fifth is led by a village. */
async function makePattern(ctx: MakerCtx, at: number): Promise<void> {
  const village = at % 5 === 0 ? villages[(at / 5) % villagesOf] : undefined;
  const office = offices[at % officesOf] ?? '';
  await createItem(ctx, {
    form: 'supervised',
    title: `第 ${at + 1} 件要办的事`,
    source: { kind: 'meeting', document: '调度会', on: '2026-11-02' },
    lead: village ?? office,
    accountable: officer((at % officesOf) * 4 + (at % 4)),
    dueOn: `2027-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    until: village === undefined ? 'assigned' : 'proposed',
  });
}

/**
 * Statements that copy every item so often that there are so many, with its course and its line on
 * the one list. Each is a transaction of its own, after a look at how large the tables are: else the
 * references are checked by a plan for small ones.
 */
export function copyingSql(items: number): string[] {
  const times = Math.floor(items / patterns) - 1;
  const copied = uuidOf('i.id');
  return [
    `insert into work_item (tenant_id, id, year, number, form, title, requirement, source, urgency,
      lead_unit, support_units, accountable, units, due_on, feedback, state, created_by_account,
      created_by, created_at, version)
    select i.tenant_id, ${copied}, i.year, i.number + n * ${patterns}, i.form, i.title || n,
      i.requirement, i.source, i.urgency, i.lead_unit, i.support_units, i.accountable, i.units,
      i.due_on + (n % 200), i.feedback, i.state, i.created_by_account, i.created_by, i.created_at,
      i.version
    from work_item i, generate_series(1, ${times}) n`,
    'analyze work_item',
    `insert into item_deed (tenant_id, id, item_id, seq, deed, from_state, to_state, account_id,
      person, at, note, due_to)
    select i.tenant_id, ${copied}, ${uuidOf('i.item_id')},
      i.seq, i.deed, i.from_state, i.to_state, i.account_id, i.person, i.at, i.note, i.due_to
    from item_deed i, generate_series(1, ${times}) n`,
    'analyze work_item',
    `insert into desk_line (tenant_id, id, room, kind, about, title, detail, roles, line, unit_code,
      account_id, except_account_id, due_on, address, opened_at, person_code, why, contact_person,
      contact_unit, withheld)
    select i.tenant_id, ${copied}, i.room, i.kind, ${uuidOf('i.about')}::text, i.title || n,
      i.detail, i.roles, i.line, i.unit_code, i.account_id, i.except_account_id,
      i.due_on + (n % 200), i.address, i.opened_at, i.person_code, i.why, i.contact_person,
      i.contact_unit, i.withheld
    from desk_line i, generate_series(1, ${times}) n where i.room = 'work'`,
  ];
}

/** The same id for the same copy of the same row, in the form of a random one. */
function uuidOf(column: string): string {
  const digest = `md5(${column}::text || n::text)`;
  return `overlay(overlay(${digest} placing '4' from 13) placing '8' from 17)::uuid`;
}
