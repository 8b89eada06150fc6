/** The secret address of one's own calendar: made, looked at, ended. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Ctx } from '../platform/index.ts';
import { deskProblem } from './problems.ts';

/** Since when I have a feed, and when it was read last. */
export async function ownFeed(ctx: Ctx) {
  const row = await ctx.db
    .selectFrom('calendar_feed')
    .select(['created_at', 'last_read_at'])
    .where('account_id', '=', ctx.account.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return {};
  const { created_at: madeAt, last_read_at: lastReadAt } = row;
  return { madeAt, ...(lastReadAt === null ? {} : { lastReadAt }) };
}

/** Makes a new address; the one before ends, so that a lost one is done away with by a new one. */
export async function makeFeed(ctx: Ctx): Promise<{ path: string }> {
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
