/** Accounts as their administrators see them, and what I may do here myself. */

import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { requireWholeTown } from './account-lookups.ts';
import { accountNames, grantsOn, personOf, unitNames } from './account-store.ts';

interface GrantRow {
  readonly id: string;
  readonly role: string;
  readonly unit_code: string | null;
  readonly lines: readonly string[];
  readonly substitute: boolean;
  readonly from_on: string;
  readonly to_on: string | null;
  /** Account in whose place it is held. */
  readonly in_place_of: string | null;
}

/** Every account that may enter this town, by name, with roles of the past and to come. */
export async function townAccounts(ctx: Ctx) {
  requireWholeTown(ctx);
  const accounts = await accountRows(ctx);
  const grants = await allGrants(ctx);
  const names = { units: await unitNames(ctx.db), accounts: await accountNames(ctx) };
  const rows = accounts.map((row) => ({
    id: row.id,
    userName: row.username ?? '',
    ...(row.person === null ? {} : { person: { code: row.person, name: row.name ?? row.person } }),
    ...stateOf(row, ctx.now),
    ...(row.last_sign_in_at === null ? {} : { lastSignInAt: row.last_sign_in_at }),
    isKeptHere: row.home_id === ctx.tenant.id,
    isOwn: row.id === ctx.actor.accountId,
    hasSecondStep: row.confirmed_at !== null,
    grants: grants
      .filter(({ account_id }) => account_id === row.id)
      .map((grant) => grantShape(grant, names)),
  }));
  return { rows };
}

/** Roles of the past and to come, each with whose place it is held in. */
async function allGrants(ctx: Ctx) {
  return ctx.db
    .selectFrom('role_grant')
    .leftJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .select([
      'role_grant.id',
      'role_grant.account_id',
      'role_grant.role',
      'role_grant.unit_code',
      'role_grant.lines',
      'role_grant.substitute',
      'role_grant.from_on',
      'role_grant.to_on',
      'stood_for.account_id as in_place_of',
    ])
    .orderBy('role_grant.from_on')
    .orderBy('role_grant.id')
    .execute();
}

/** What I may do in this town today, for the pages to show what is mine. */
export async function ownAccount(ctx: Ctx) {
  const { accountId } = ctx.actor;
  const grants = await grantsOn(ctx.db, accountId, chinaDay(ctx.now));
  const names = { units: await unitNames(ctx.db), accounts: await accountNames(ctx) };
  const person = await personOf(ctx.db, accountId);
  return {
    accountId,
    ...(person ? { person: { code: person.code, name: person.name } } : {}),
    grants: grants.map((grant) => grantShape(grant, names)),
    substitutes: (await standInsOf(ctx)).map((row) => ({
      id: row.id,
      grant: row.grant,
      role: row.role as Role,
      name: names.accounts.get(row.account_id) ?? row.account_id,
      from: row.from_on,
      to: row.to_on ?? row.from_on,
    })),
  };
}

/** Who stands in for me, today or later. */
async function standInsOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('role_grant')
    .innerJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .select([
      'role_grant.id',
      'stood_for.id as grant',
      'role_grant.role',
      'role_grant.account_id',
      'role_grant.from_on',
      'role_grant.to_on',
    ])
    .where('stood_for.account_id', '=', ctx.actor.accountId)
    .where('role_grant.to_on', '>=', chinaDay(ctx.now))
    .orderBy('role_grant.from_on')
    .orderBy('role_grant.id')
    .execute();
}

/** `membership` has no row security: the town is named. */
async function accountRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('login.user as named', 'named.id', 'account.id')
    .leftJoin('person', 'person.account_id', 'account.id')
    .leftJoin('person_detail', (join) =>
      join
        .onRef('person_detail.person_code', '=', 'person.code')
        .on('person_detail.erased_at', 'is', null),
    )
    .leftJoin('second_step', 'second_step.account_id', 'account.id')
    .select([
      'account.id',
      'second_step.confirmed_at',
      'account.home_id',
      'account.must_change_password',
      'account.locked_until',
      'account.disabled_at',
      'membership.asked_at',
      'account.last_sign_in_at',
      'named.username',
      'person.code as person',
      'person_detail.name',
    ])
    .where('membership.tenant_id', '=', ctx.tenant.id)
    .orderBy('named.username')
    .execute();
}

interface StateRow {
  readonly disabled_at: string | null;
  readonly asked_at: string | null;
  readonly locked_until: string | null;
  readonly must_change_password: boolean;
}

function stateOf(row: StateRow, now: string) {
  if (row.disabled_at !== null) return { state: 'disabled' as const };
  if (row.asked_at !== null) return { state: 'asked' as const };
  if (row.locked_until !== null && row.locked_until > now) {
    return { state: 'locked' as const, lockedUntil: row.locked_until };
  }
  return { state: row.must_change_password ? ('first-password' as const) : ('active' as const) };
}

interface GrantNames {
  readonly units: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

function grantShape(grant: GrantRow, { units, accounts }: GrantNames) {
  const named = (code: string) => ({ code, name: units.get(code) ?? code });
  const absent = grant.in_place_of;
  return {
    id: grant.id,
    role: grant.role as Role,
    ...(grant.unit_code === null ? {} : { unit: named(grant.unit_code) }),
    lines: grant.lines.map(named),
    substitute: grant.substitute,
    ...(absent === null
      ? {}
      : { inPlaceOf: { account: absent, name: accounts.get(absent) ?? absent } }),
    from: grant.from_on,
    ...(grant.to_on === null ? {} : { to: grant.to_on }),
  };
}
