/** A repeated request creates nothing new and hears what the first one heard. */

import { createHash } from 'node:crypto';
import type { Ctx } from './context.ts';
import { gateProblem } from './problems.ts';

interface Keyed {
  readonly key: string;
  readonly deed: string;
  readonly input: unknown;
}

/**
 * Takes the key for this request, waiting for one that is under way with the same key.
 * @returns the reply of an earlier request, if it is a repetition.
 */
export async function startReply(
  ctx: Ctx,
  { key, deed, input }: Keyed,
): Promise<{ reply?: unknown }> {
  const request = createHash('sha256')
    .update(`${deed} ${JSON.stringify(input)}`)
    .digest('hex');
  const taken = await ctx.db
    .insertInto('idempotency')
    .values({
      tenant_id: ctx.tenant.id,
      account_id: ctx.account.id,
      key,
      deed,
      request_sha256: request,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return {};
  const earlier = await ctx.db
    .selectFrom('idempotency')
    .select(['request_sha256', 'reply'])
    .where('account_id', '=', ctx.account.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier.request_sha256 !== request) throw gateProblem('idempotency-key-reused');
  return { reply: earlier.reply ?? null };
}

/** Keeps the reply; it is committed with what the deed wrote. */
export async function finishReply(
  ctx: Ctx,
  { key, reply }: { key: string; reply: unknown },
): Promise<void> {
  await ctx.db
    .updateTable('idempotency')
    .set({ reply: JSON.stringify(reply ?? null) })
    .where('account_id', '=', ctx.account.id)
    .where('key', '=', key)
    .execute();
}
