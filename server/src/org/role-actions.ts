/** What an account may do in a town: giving and ending roles, and saying what there is. */

import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { lockAccount, requireAdministratorBeside, requireWholeTown } from './account-lookups.ts';
import { giveRole } from './accounts.ts';
import { orgProblem } from './problems.ts';
import { dayBefore } from './roster-records.ts';

interface WantedRole {
  readonly account: string;
  readonly role: Role;
  readonly unit?: string | undefined;
  readonly lines: readonly string[];
  readonly substitute: boolean;
  readonly from: string;
  /** Last day. */
  readonly to?: string | undefined;
}

/** Gives an account a role from a day on, in its scope; nobody gives one to themselves. */
export async function grantRole(ctx: Ctx, wanted: WantedRole): Promise<{ id: string }> {
  const account = await lockAccount(ctx, wanted.account);
  requireWholeTown(ctx);
  if (account.id === ctx.actor.accountId) throw orgProblem('own-roles');
  if (account.disabled_at !== null) throw orgProblem('account-disabled');
  await requireScope(ctx, wanted);
  requireDays(wanted);
  await requireNotHeld(ctx, wanted);
  const { role, unit, lines, substitute, from, to } = wanted;
  const id = await giveRole(ctx.db, {
    tenantId: ctx.tenant.id,
    accountId: account.id,
    role,
    lines,
    substitute,
    from,
    ...(unit === undefined ? {} : { unit }),
    ...(to === undefined ? {} : { to }),
  });
  return { id };
}

interface RoleEnd {
  readonly account: string;
  readonly grant: string;
  readonly lastDay: string;
}

/**
 * Ends a role on a day, at once with yesterday. One that would never have been in force is taken
 * away; the audit keeps that it was given.
 */
export async function endRole(ctx: Ctx, { account, grant, lastDay }: RoleEnd) {
  const { id } = await lockAccount(ctx, account);
  const held = await ctx.db
    .selectFrom('role_grant')
    .select(['id', 'role', 'from_on', 'to_on'])
    .where('id', '=', grant)
    .where('account_id', '=', id)
    .executeTakeFirst();
  if (!held) throw orgProblem('role-unknown');
  requireWholeTown(ctx);
  if (id === ctx.actor.accountId) throw orgProblem('own-roles');
  if (held.to_on !== null && held.to_on <= lastDay) {
    throw orgProblem('role-ended', { to: held.to_on });
  }
  if (held.role === 'administrator') await requireAdministratorBeside(ctx, { grant });
  const yesterday = dayBefore(chinaDay(ctx.now));
  if (lastDay < yesterday) throw orgProblem('day-past', { day: yesterday });
  await closeGrant(ctx, held, lastDay);
  return { done: true as const };
}

/** Its last day; one that would never have been in force is taken away. */
export async function closeGrant(
  ctx: Ctx,
  { id, from_on }: { readonly id: string; readonly from_on: string },
  lastDay: string,
): Promise<void> {
  if (lastDay < from_on) {
    await ctx.db.deleteFrom('role_grant').where('id', '=', id).execute();
  } else {
    await ctx.db.updateTable('role_grant').set({ to_on: lastDay }).where('id', '=', id).execute();
  }
}

/** Roles that do not fit the town, and scopes that are not in the roster. */
async function requireScope(ctx: Ctx, { role, unit, lines }: WantedRole): Promise<void> {
  const codes = [...lines, ...(unit === undefined ? [] : [unit])];
  const found = await ctx.db
    .selectFrom('unit')
    .select(['code', 'type'])
    .where('code', 'in', codes.length > 0 ? codes : [''])
    .execute();
  const types = new Map(found.map(({ code, type }) => [code, type]));
  if (unit !== undefined && !types.has(unit)) throw orgProblem('unit-unknown', { code: unit });
  if (role === 'county' && ctx.tenant.kind === 'town') {
    throw orgProblem('role-unfit', { why: 'county' });
  }
  if (role === 'village' && types.get(unit ?? '') !== 'village') {
    throw orgProblem('role-unfit', { why: 'village-unit' });
  }
  const missing = lines.filter((line) => !types.has(line));
  if (missing.length > 0) throw orgProblem('line-unknown', { codes: missing });
}

/** Days in order; a substitute is named for one year. */
export function requireDays({
  substitute,
  from,
  to,
}: Pick<WantedRole, 'substitute' | 'from' | 'to'>): void {
  if (to !== undefined && to < from) throw orgProblem('days-reversed', { from, to });
  if (substitute && to?.slice(0, 4) !== from.slice(0, 4)) throw orgProblem('substitute-unbounded');
}

/** The same role with the same scope is held once on any day. */
export async function requireNotHeld(
  ctx: Ctx,
  wanted: Omit<WantedRole, 'substitute'>,
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('role_grant')
    .select(['unit_code', 'lines', 'from_on', 'to_on'])
    .where('account_id', '=', wanted.account)
    .where('role', '=', wanted.role)
    .execute();
  const scope = scopeText(wanted.unit ?? null, wanted.lines);
  const same = rows.find(
    (row) =>
      scopeText(row.unit_code, row.lines) === scope &&
      (row.to_on === null || row.to_on >= wanted.from) &&
      (wanted.to === undefined || wanted.to >= row.from_on),
  );
  if (same) throw orgProblem('role-held', { from: same.from_on, to: same.to_on ?? '今后' });
}

function scopeText(unit: string | null, lines: readonly string[]): string {
  return JSON.stringify([unit, [...lines].sort()]);
}
