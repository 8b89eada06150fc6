/** Who sent a request, and what they may do in a town today: what the gate asks of this room. */

import { sql } from 'kysely';
import type { Account, Actor, Grant, Identity, Queries, Role } from '../platform/index.ts';
import { chinaDay, setTenant } from '../platform/index.ts';
import { bearerOf, machineOf } from './access-token-store.ts';
import { grantsOn } from './account-store.ts';
import { type Login, loginConnections } from './login.ts';

interface IdentityNeeds {
  readonly login: Login;
  readonly queries: Queries;
  readonly clock: () => Date;
}

export function identityOf({ login, queries, clock }: IdentityNeeds): Identity {
  return {
    account: async (headers) => {
      const bearer = bearerOf(headers);
      if (bearer !== undefined) return machineOf({ queries, clock, accountOf }, headers, bearer);
      if (!headers.has('cookie')) return undefined;
      const session = await sessionOf({ login, queries }, headers);
      return session ? accountOf(queries, session.user.id) : undefined;
    },
    membership: async (db, { town, account, now }) => {
      const tenant = await db
        .selectFrom('tenant')
        .innerJoin('membership', 'membership.tenant_id', 'tenant.id')
        .select(['tenant.id', 'tenant.code', 'tenant.name', 'tenant.kind'])
        .where('tenant.code', '=', town)
        .where('membership.account_id', '=', account.id)
        .where('membership.asked_at', 'is', null) // asked and not agreed: no right yet
        .executeTakeFirst();
      if (!tenant) return undefined;
      await setTenant(db, tenant.id);
      const actor = await actorOf(db, account.id, chinaDay(now));
      if (!actor) return undefined; // no role today: as if the town were not there
      return { tenant: { ...tenant, kind: tenant.kind as 'town' | 'county' }, actor };
    },
  };
}

/**
 * The library says the same of a database that does not answer and of a mistake of its own: the
 * database is asked, which throws as an outage does; if it answers (again), so may the library.
 * Each connection of its pool that broke fails once, therefore it is asked once more than it has.
 */
async function sessionOf({ login, queries }: { login: Login; queries: Queries }, headers: Headers) {
  for (let broken = 0; ; broken += 1) {
    try {
      return await login.api.getSession({ headers });
    } catch (error) {
      if (broken >= loginConnections) throw error;
      await sql`select 1`.execute(queries);
    }
  }
}

async function accountOf(queries: Queries, id: string): Promise<Account | undefined> {
  const row = await queries
    .selectFrom('account')
    .innerJoin('login.user as user', 'user.id', 'account.id')
    .select(['account.id', 'account.must_change_password', 'user.username'])
    .where('account.id', '=', id)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return { id, userName: row.username ?? '', mustChangePassword: row.must_change_password };
}

/**
 * An account in a town, for what is done without a request of theirs: a calendar, an e-mail. The
 * tenant is set; undefined where the account could not enter now.
 */
export async function actorToday(
  db: Queries,
  { tenantId, accountId, now }: { tenantId: string; accountId: string; now: string },
): Promise<Actor | undefined> {
  const account = await accountOf(db, accountId);
  if (!account || account.mustChangePassword) return undefined;
  const member = await db
    .selectFrom('membership')
    .select('account_id')
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('asked_at', 'is', null)
    .executeTakeFirst();
  return member ? actorOf(db, accountId, chinaDay(now)) : undefined;
}

async function actorOf(db: Queries, accountId: string, today: string): Promise<Actor | undefined> {
  const grants = await grantsOn(db, accountId, today);
  if (grants.length === 0) return undefined;
  const person = await db
    .selectFrom('person')
    .select('code')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return {
    accountId,
    grants: grants.map((row): Grant => {
      const { role, unit_code, lines, in_place_of: absent, in_place_of_person: code } = row;
      const inPlaceOf =
        absent === null ? undefined : { accountId: absent, ...(code ? { person: code } : {}) };
      return {
        role: role as Role,
        lines,
        ...(unit_code === null ? {} : { unit: unit_code }),
        ...(inPlaceOf ? { inPlaceOf } : {}),
      };
    }),
    ...(person ? { person: person.code } : {}),
  };
}
