/** Access tokens of a town: making one, looking them over, ending one. */

import { randomUUID } from 'node:crypto';
import { tokenDaysMax } from '@oneneedle/contract';
import { type AccessToken, type Ctx, chinaDay } from '../platform/index.ts';
import { newToken, tokenDigest } from './access-token-store.ts';
import { accountNames } from './account-store.ts';
import type { Attempts } from './attempts.ts';
import { orgProblem } from './problems.ts';
import { provePassword } from './proof.ts';

/** Tokens of one account that are good at the same time: more are forgotten, not used. */
const liveMax = 20;

interface NewToken {
  readonly name: string;
  readonly scope: Readonly<Record<string, 'read' | 'write' | undefined>>;
  readonly expiresOn: string;
  readonly currentPassword: string;
}

/** Makes a token with the rights of its owner at most; it is told once. */
export async function makeToken(
  attempts: Attempts,
  ctx: Ctx,
  { name, scope, expiresOn, currentPassword }: NewToken,
): Promise<{ id: string; secret: string }> {
  const { account, tenant, now } = ctx;
  await provePassword(attempts, ctx, { account, currentPassword });
  requireLife(now, expiresOn);
  const live = await ctx.db
    .selectFrom('access_token')
    .select('id')
    .where('account_id', '=', account.id)
    .where('ended_at', 'is', null)
    .where('expires_on', '>=', chinaDay(now))
    .execute();
  if (live.length >= liveMax) throw orgProblem('tokens-many', { count: live.length });
  const id = randomUUID();
  const secret = newToken();
  await ctx.db
    .insertInto('access_token')
    .values({
      id,
      account_id: account.id,
      town_id: tenant.id,
      name,
      digest: tokenDigest(secret),
      scope: JSON.stringify(scope),
      expires_on: expiresOn,
      created_at: now,
    })
    .execute();
  return { id, secret };
}

function requireLife(now: string, expiresOn: string): void {
  const latest = chinaDay(new Date(Date.parse(now) + tokenDaysMax * 86_400_000).toISOString());
  if (expiresOn >= chinaDay(now) && expiresOn <= latest) return;
  throw orgProblem('token-life', { first: chinaDay(now), latest });
}

/** My tokens here, the newest first; with `all`, everybody's, for the administrator. */
export async function listTokens(ctx: Ctx, { all }: { all: boolean }) {
  if (all && !isKeeper(ctx)) throw orgProblem('not-whole-town');
  const rows = await tokenRows(ctx, all);
  const names = await accountNames(ctx);
  const today = chinaDay(ctx.now);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      owner: { id: row.account_id, name: names.get(row.account_id) ?? row.account_id },
      scope: row.scope as AccessToken['scope'],
      createdAt: row.created_at,
      expiresOn: row.expires_on,
      ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
      ...(row.last_address === null ? {} : { lastAddress: row.last_address }),
      ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
      state: stateOf(row, today),
    })),
  };
}

function stateOf(row: { ended_at: string | null; expires_on: string }, today: string) {
  if (row.ended_at !== null) return 'ended' as const;
  return row.expires_on < today ? ('expired' as const) : ('live' as const);
}

async function tokenRows(ctx: Ctx, all: boolean) {
  let query = ctx.db
    .selectFrom('access_token')
    .select([
      'id',
      'account_id',
      'name',
      'scope',
      'created_at',
      'expires_on',
      'last_used_at',
      'last_address',
      'ended_at',
    ])
    .where('town_id', '=', ctx.tenant.id)
    .orderBy('created_at', 'desc')
    .orderBy('id');
  if (!all) query = query.where('account_id', '=', ctx.account.id);
  return query.execute();
}

/** Ends a token at once. */
export async function endToken(ctx: Ctx, id: string): Promise<{ done: true }> {
  const row = await ctx.db
    .selectFrom('access_token')
    .select(['account_id', 'ended_at'])
    .where('id', '=', id)
    .where('town_id', '=', ctx.tenant.id)
    .forUpdate()
    .executeTakeFirst();
  const isMine = row !== undefined && (row.account_id === ctx.account.id || isKeeper(ctx));
  if (!row || !isMine) throw orgProblem('token-unknown');
  if (row.ended_at !== null) throw orgProblem('token-ended');
  await ctx.db
    .updateTable('access_token')
    .set({ ended_at: ctx.now })
    .where('id', '=', id)
    .execute();
  return { done: true };
}

function isKeeper({ actor }: Ctx): boolean {
  return actor.grants.some(({ role, unit }) => role === 'administrator' && unit === undefined);
}
