/** The secret address of one's own calendar: made, looked at, ended. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Attempts, provePassword, secretsEnd } from '../org/index.ts';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { deskProblem } from './problems.ts';

/** A feed is good for a year and a day; whoever still wants it makes a new one. */
const lifeMilliseconds = 366 * 24 * 60 * 60 * 1000;

/** A feed as it is kept. */
interface Feed {
  readonly id: string;
  readonly account_id: string;
  readonly created_at: string;
  readonly last_read_at: string | null;
}

/** The feed that still opens: not ended, not too old, made since the password was last renewed. */
export async function livingFeed(
  db: Queries,
  { now, ...by }: { now: string } & ({ account: string } | { token: string }),
): Promise<Feed | undefined> {
  const since = new Date(Date.parse(now) - lifeMilliseconds).toISOString();
  const wanted = db
    .selectFrom('calendar_feed')
    .select(['id', 'account_id', 'created_at', 'last_read_at'])
    .where('ended_at', 'is', null)
    .where('created_at', '>', since);
  const found =
    'account' in by
      ? wanted.where('account_id', '=', by.account)
      : wanted.where('token_digest', '=', feedDigest(by.token));
  const feed = await found.executeTakeFirst();
  if (!feed) return undefined;
  const ended = await secretsEnd(db, feed.account_id);
  return ended !== undefined && feed.created_at <= ended ? undefined : feed;
}

/** Since when I have a feed, until when, and when it was read last. */
export async function ownFeed(ctx: Ctx) {
  const row = await livingFeed(ctx.db, { now: ctx.now, account: ctx.account.id });
  if (!row) return {};
  const { created_at: madeAt, last_read_at: lastReadAt } = row;
  const until = chinaDay(new Date(Date.parse(madeAt) + lifeMilliseconds).toISOString());
  return { madeAt, until, ...(lastReadAt === null ? {} : { lastReadAt }) };
}

/**
 * Makes a new address; the one before ends, so that a lost one is done away with by a new one. The
 * password once more: who finds a browser open must not take the list away for a year.
 */
export async function makeFeed(
  attempts: Attempts,
  ctx: Ctx,
  { currentPassword }: { currentPassword: string },
): Promise<{ path: string }> {
  await provePassword(attempts, ctx, { account: ctx.account, currentPassword });
  await endOwn(ctx);
  const token = randomBytes(32).toString('base64url');
  await ctx.db
    .insertInto('calendar_feed')
    .values({
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      account_id: ctx.account.id,
      token_digest: feedDigest(token),
      created_at: ctx.now,
    })
    .execute();
  return { path: `/c/${ctx.tenant.code}/${token}.ics` };
}

/** Ends my feed at once. */
export async function endFeed(ctx: Ctx): Promise<{ done: true }> {
  if ((await endOwn(ctx)) === 0) throw deskProblem('feed-none');
  return { done: true };
}

async function endOwn(ctx: Ctx): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('calendar_feed')
    .set({ ended_at: ctx.now })
    .where('account_id', '=', ctx.account.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What is kept of a token: it is long and random, so one turn of the hash is enough. */
export function feedDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
