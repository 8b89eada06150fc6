/** The door by which a room takes back an item that it asked for. */

import { stateAfter } from '@oneneedle/kernel';
import type { UsesFor } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { doDeed } from './deeds.ts';
import { standingOf } from './standing.ts';
import { findItem } from './store.ts';

/**
 * Withdraws an item with the reason, by whoever asks. What is over stays as it is. Refuses whoever may
 * not withdraw it. @returns whether it was withdrawn
 */
export async function withdrawAsked(
  ctx: Ctx,
  { id, note }: { readonly id: string; readonly note: string },
  usesFor: UsesFor,
): Promise<boolean> {
  const item = await findItem(ctx.db, id);
  if (!item || stateAfter('withdraw', standingOf(item)) === undefined) return false;
  await doDeed(ctx, { id, version: item.version, words: { deed: 'withdraw', note } }, usesFor);
  return true;
}
