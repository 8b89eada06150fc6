/**
 * The way back in for whoever runs the machine: a new first password for any account. An administrator
 * resets others in the browser; only the machine can reset the last one.
 */

import type { Transaction } from 'kysely';
import { chinaDay, type Tables } from '../platform/index.ts';
import { inTenant } from './account-store.ts';
import { renewPassword } from './accounts.ts';

/** Who stands in the audit for a deed of the command line: nobody was signed in. */
export const commandActor = 'oneneedle';

interface Wanted {
  readonly userName: string;
  /** Instant of the deed. */
  readonly now: string;
}

/** A town and the user names of its administrators. */
interface Administered {
  readonly town: string;
  readonly userNames: readonly string[];
}

/** What became of it; of an account that was not found, whom one may have meant. */
export type CommandReset =
  | { readonly state: 'done'; readonly userName: string; readonly firstPassword: string }
  | { readonly state: 'unknown'; readonly administrators: readonly Administered[] }
  | { readonly state: 'disabled'; readonly userName: string };

/** Resets the account of a user name, and writes it into the audit of the town that keeps it. */
export async function resetByCommand(
  db: Transaction<Tables>,
  { userName, now }: Wanted,
): Promise<CommandReset> {
  const account = await db
    .selectFrom('account')
    .innerJoin('login.user as named', 'named.id', 'account.id')
    .select(['account.id', 'account.home_id', 'account.disabled_at', 'named.username'])
    .where('named.username', '=', userName.toLowerCase())
    .forUpdate('account')
    .executeTakeFirst();
  if (!account) return { state: 'unknown', administrators: await administratorsOf(db, now) };
  const named = account.username ?? userName;
  if (account.disabled_at !== null) return { state: 'disabled', userName: named };
  const firstPassword = await renewPassword(db, { accountId: account.id, now });
  await writeAudit(db, { accountId: account.id, homeId: account.home_id, now });
  return { state: 'done', userName: named, firstPassword };
}

interface Deed {
  readonly accountId: string;
  readonly homeId: string | null;
  readonly now: string;
}

/** In the town that keeps the account; of one that no town keeps, in the installation's own. */
async function writeAudit(
  db: Transaction<Tables>,
  { accountId, homeId, now }: Deed,
): Promise<void> {
  const row = {
    at: now,
    account_id: commandActor,
    deed: 'accounts.resetPassword',
    input: JSON.stringify({ account: accountId }),
    request_id: commandActor,
  };
  if (homeId === null) {
    await db.insertInto('installation_audit').values(row).execute();
    return;
  }
  const values = { tenant_id: homeId, ...row };
  await inTenant(db, homeId, () => db.insertInto('audit').values(values).execute());
}

async function administratorsOf(db: Transaction<Tables>, now: string): Promise<Administered[]> {
  const towns = await db.selectFrom('tenant').select(['id', 'name']).orderBy('name').execute();
  const administered: Administered[] = [];
  for (const { id, name } of towns) {
    const names = await inTenant(db, id, () => administratorNames(db, now));
    if (names.length > 0) administered.push({ town: name, userNames: names });
  }
  return administered;
}

/** In the town whose tenant is set. */
async function administratorNames(db: Transaction<Tables>, now: string): Promise<string[]> {
  const today = chinaDay(now);
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('login.user as named', 'named.id', 'role_grant.account_id')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select('named.username')
    .distinct()
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .orderBy('named.username')
    .execute();
  return rows.flatMap(({ username }) => (username === null ? [] : [username]));
}
