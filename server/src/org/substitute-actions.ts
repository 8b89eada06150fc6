/** Substitutes: somebody else does the work of a recorder or reviewer from a day to a day. */

import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { lockAccount, requireWholeTown } from './account-lookups.ts';
import { accountNames } from './account-store.ts';
import { giveRole } from './accounts.ts';
import { orgProblem } from './problems.ts';
import { closeGrant, requireDays, requireNotHeld } from './role-actions.ts';
import { dayBefore } from './roster-records.ts';

interface Wanted {
  /** Account that is absent. */
  readonly account: string;
  /** Its role. */
  readonly grant: string;
  /** Account that stands in. */
  readonly substitute: string;
  readonly from: string;
  /** Last day. */
  readonly to: string;
}

/** Roles in which two people suffice, and one of them may be away. */
const substitutable: readonly string[] = ['recorder', 'reviewer'] satisfies Role[];

/** Names who stands in for somebody; nobody is named by themselves. */
export async function nameSubstitute(ctx: Ctx, wanted: Wanted): Promise<{ id: string }> {
  return standInFor(ctx, wanted, (standIn) => {
    requireWholeTown(ctx);
    if (standIn === ctx.actor.accountId) throw orgProblem('own-roles');
  });
}

/** Names who stands in for oneself, in a role that one holds; administrators see it and may end it. */
export async function nameOwnSubstitute(
  ctx: Ctx,
  wanted: Omit<Wanted, 'account'>,
): Promise<{ id: string }> {
  return standInFor(ctx, { ...wanted, account: ctx.actor.accountId }, () => {});
}

/** Ends at once that somebody stands in for oneself; what would never have been in force is taken away. */
export async function endOwnSubstitute(ctx: Ctx, grant: string): Promise<{ done: true }> {
  const held = await ctx.db
    .selectFrom('role_grant')
    .innerJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .select(['role_grant.id', 'role_grant.from_on', 'role_grant.to_on'])
    .where('role_grant.id', '=', grant)
    .where('stood_for.account_id', '=', ctx.actor.accountId)
    .forUpdate('role_grant')
    .executeTakeFirst();
  if (!held) throw orgProblem('role-unknown');
  const yesterday = dayBefore(chinaDay(ctx.now));
  if (held.to_on !== null && held.to_on <= yesterday) {
    throw orgProblem('role-ended', { to: held.to_on });
  }
  await closeGrant(ctx, held, yesterday);
  return { done: true };
}

/** Whom one may name: everybody who entered this town and is not stopped, by name; not oneself. */
export async function substituteCandidates(ctx: Ctx) {
  const members = await ctx.db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select('account.id')
    .where('membership.tenant_id', '=', ctx.tenant.id)
    .where('membership.asked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('account.id', '!=', ctx.actor.accountId)
    .execute();
  const names = await accountNames(ctx);
  const rows = members.map(({ id }) => ({ id, name: names.get(id) ?? id }));
  return { rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) };
}

/**
 * Gives the substitute the same role with the same scope, for these days and only while the role of
 * the absent is in force. A substitute is not substituted: the office would not know who it is.
 */
async function standInFor(
  ctx: Ctx,
  { account, grant, substitute, from, to }: Wanted,
  permit: (standIn: string) => void,
): Promise<{ id: string }> {
  const absent = await lockAccount(ctx, account);
  const standIn = await lockAccount(ctx, substitute);
  const held = await ctx.db
    .selectFrom('role_grant')
    .select(['role', 'unit_code', 'lines', 'from_on', 'to_on', 'in_place_of'])
    .where('id', '=', grant)
    .where('account_id', '=', absent.id)
    .executeTakeFirst();
  if (!held) throw orgProblem('role-unknown');
  permit(standIn.id);
  if (standIn.disabled_at !== null) throw orgProblem('account-disabled');
  if (!substitutable.includes(held.role)) throw orgProblem('substitute-role');
  if (held.in_place_of !== null) throw orgProblem('substitute-chain');
  if (standIn.id === absent.id) throw orgProblem('substitute-self');
  requireDays({ substitute: true, from, to });
  const today = chinaDay(ctx.now);
  const first = held.from_on > today ? held.from_on : today; // what is past is nobody's to give
  if (from < first || (held.to_on !== null && to > held.to_on)) {
    throw orgProblem('substitute-outside', { from: first, to: held.to_on ?? '' });
  }
  const { role, lines, unit_code: unit } = held;
  const wanted = { role: role as Role, lines, from, to, ...(unit === null ? {} : { unit }) };
  await requireNotHeld(ctx, { ...wanted, account: standIn.id });
  const id = await giveRole(ctx.db, {
    ...wanted,
    tenantId: ctx.tenant.id,
    accountId: standIn.id,
    substitute: true,
    inPlaceOf: grant,
  });
  return { id };
}
