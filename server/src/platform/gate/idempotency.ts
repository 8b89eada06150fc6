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
  await forgetOld(ctx);
  const request = createHash('sha256')
    .update(`${deed} ${JSON.stringify(await withFiles(input))}`)
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

/** Nobody repeats a request after so long, and what was replied may hold names and sentences. */
const keptDays = 30;

async function forgetOld({ db, now }: Ctx): Promise<void> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  await db.deleteFrom('idempotency').where('at', '<', before).execute();
}

/** A file among the fields stands as what its bytes are: another file is another request. */
async function withFiles(input: unknown): Promise<unknown> {
  if (typeof input !== 'object' || input === null) return input;
  const fields = Object.entries(input).map(async ([name, value]) => {
    if (!(value instanceof Blob)) return [name, value] as const;
    const bytes = new Uint8Array(await value.arrayBuffer());
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(fields));
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
