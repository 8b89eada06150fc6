/** Towns of a county: founding them and appointing the first administrator of each. */

import { chinaDay, type OutsideCtx } from '../platform/index.ts';
import { accountNamed, grantsOn, inTenant, townsOf } from './account-store.ts';
import { createAccount, foundTown, giveRole } from './accounts.ts';
import { hashPassword } from './login.ts';
import { newOneTimeKey } from './password-rule.ts';
import { orgProblem } from './problems.ts';
import { isUserName } from './user-names.ts';

type Administration = 'none' | 'appointed' | 'active';

/** The towns of a county, and whether somebody administers them; nothing of what is in them. */
export async function countyTowns(ctx: OutsideCtx, code: string) {
  const county = await requireCounty(ctx, code);
  const towns = await ctx.db
    .selectFrom('tenant')
    .select(['id', 'code', 'name', 'created_at'])
    .where('county_id', '=', county)
    .orderBy('created_at')
    .orderBy('code')
    .execute();
  const rows = [];
  for (const town of towns) {
    const administrators = await administratorsOf(ctx, town.id);
    const { code, name, created_at } = town;
    rows.push({ code, name, foundedAt: created_at, administrator: administration(administrators) });
  }
  return { rows };
}

/** Founds a town; nobody may enter it until its administrator is appointed. */
export async function foundCountyTown(
  ctx: OutsideCtx,
  { county, code, name }: { county: string; code: string; name: string },
) {
  const countyId = await requireCounty(ctx, county);
  await requireFreeCode(ctx, code);
  await foundTown(ctx.db, { code, name, kind: 'town', countyId });
  return { code };
}

/**
 * Appoints the first administrator of a town. Until that person has chosen an own password the
 * county may do it again: the same one gets a new first password, another one takes the place.
 */
export async function appointAdministrator(
  ctx: OutsideCtx,
  { county, town: code, userName }: { county: string; town: string; userName: string },
) {
  const countyId = await requireCounty(ctx, county);
  const town = await ctx.db
    .selectFrom('tenant')
    .select('id')
    .where('code', '=', code)
    .where('county_id', '=', countyId)
    .forUpdate() // two appointments at once: the second sees the first
    .executeTakeFirst();
  if (!town) throw orgProblem('county-town-unknown', { town: code });
  const administrators = await administratorsOf(ctx, town.id);
  if (administration(administrators) === 'active') throw orgProblem('town-administered');
  if (!isUserName(userName)) throw orgProblem('user-name-unfit');
  const firstPassword = newOneTimeKey();
  const named = await accountNamed(ctx.db, userName);
  const again = administrators.find(({ id }) => id === named?.id);
  if (named && !again) throw orgProblem('user-name-taken', { userName });
  await inTenant(ctx.db, town.id, async () => {
    for (const { id } of administrators) if (id !== again?.id) await takeBack(ctx, id);
    if (again) await setFirstPassword(ctx, again.id, firstPassword);
    else await appoint(ctx, { tenantId: town.id, userName, password: firstPassword });
    await tellTown(ctx, town.id);
  });
  return { userName: userName.toLowerCase(), firstPassword };
}

interface NewAdministrator {
  readonly tenantId: string;
  readonly userName: string;
  readonly password: string;
  /** True where the person chose it. */
  readonly isOwnPassword?: boolean;
}

/** Makes an account that administers the whole town from today on. @returns its id. */
export async function appoint(
  ctx: OutsideCtx,
  { tenantId, userName, password, isOwnPassword = false }: NewAdministrator,
): Promise<string> {
  const { now } = ctx;
  const accountId = await createAccount(ctx.db, {
    userName,
    password,
    mustChangePassword: !isOwnPassword,
    now,
  });
  await giveRole(ctx.db, { tenantId, accountId, role: 'administrator', from: chinaDay(now) });
  return accountId;
}

/** Refuses a short name of a town that is taken. */
export async function requireFreeCode(ctx: OutsideCtx, code: string): Promise<void> {
  const taken = await ctx.db
    .selectFrom('tenant')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (taken) throw orgProblem('town-code-taken', { code });
}

/** Refuses who is no administrator of the county today. @returns the id of its tenant. */
async function requireCounty(ctx: OutsideCtx, code: string): Promise<string> {
  const { account } = ctx;
  const towns = account ? await townsOf(ctx.db, account.id) : [];
  const county = towns.find((town) => town.code === code && town.kind === 'county');
  if (!account || !county) throw orgProblem('county-unknown', { county: code });
  const read = () => grantsOn(ctx.db, account.id, chinaDay(ctx.now));
  const grants = await inTenant(ctx.db, county.id, read);
  if (grants.length === 0) throw orgProblem('county-unknown', { county: code });
  const isAdministrator = grants.some(
    ({ role, unit_code }) => role === 'administrator' && unit_code === null,
  );
  if (!isAdministrator) throw orgProblem('not-county-administrator');
  return county.id;
}

async function administratorsOf(ctx: OutsideCtx, tenantId: string) {
  const today = chinaDay(ctx.now);
  return inTenant(ctx.db, tenantId, () =>
    ctx.db
      .selectFrom('role_grant')
      .innerJoin('account', 'account.id', 'role_grant.account_id')
      .select(['account.id', 'account.must_change_password'])
      .distinct()
      .where('role', '=', 'administrator')
      .where('disabled_at', 'is', null)
      .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
      .execute(),
  );
}

function administration(
  administrators: readonly { must_change_password: boolean }[],
): Administration {
  if (administrators.length === 0) return 'none';
  const isPending = administrators.every((one) => one.must_change_password);
  return isPending ? 'appointed' : 'active';
}

/** An appointment that nobody took up: its role goes, its account can never sign in. */
async function takeBack(ctx: OutsideCtx, accountId: string): Promise<void> {
  await ctx.db
    .deleteFrom('role_grant')
    .where('account_id', '=', accountId)
    .where('role', '=', 'administrator')
    .execute();
  await ctx.db
    .updateTable('account')
    .set({ disabled_at: ctx.now })
    .where('id', '=', accountId)
    .execute();
  await ctx.db.deleteFrom('login.session').where('userId', '=', accountId).execute();
}

async function setFirstPassword(ctx: OutsideCtx, id: string, password: string): Promise<void> {
  await ctx.db
    .updateTable('login.account')
    .set({ password: await hashPassword(password), updatedAt: ctx.now })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute();
  await ctx.db
    .updateTable('account')
    .set({ failed_count: 0, locked_until: null })
    .where('id', '=', id)
    .execute();
  await ctx.db.deleteFrom('login.session').where('userId', '=', id).execute();
}

/** The town's own audit says who appointed its administrator. */
async function tellTown(ctx: OutsideCtx, tenantId: string): Promise<void> {
  await ctx.db
    .insertInto('audit')
    .values({
      tenant_id: tenantId,
      at: ctx.now,
      account_id: ctx.account?.id ?? '',
      deed: 'counties.appoint',
      input: JSON.stringify({}),
      request_id: ctx.requestId,
    })
    .execute();
}
