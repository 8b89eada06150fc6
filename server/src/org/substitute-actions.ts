/** Substitutes: somebody else does the work of a recorder or reviewer from a day to a day. */

import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { lockAccount, requireWholeTown } from './account-lookups.ts';
import { giveRole } from './accounts.ts';
import { orgProblem } from './problems.ts';
import { requireDays, requireNotHeld } from './role-actions.ts';

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

/**
 * Gives the substitute the same role with the same scope, for these days and only while the role of
 * the absent is in force. A substitute is not substituted: the office would not know who it is.
 */
export async function nameSubstitute(
  ctx: Ctx,
  { account, grant, substitute, from, to }: Wanted,
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
  requireWholeTown(ctx);
  if (standIn.id === ctx.actor.accountId) throw orgProblem('own-roles');
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
