/** Whether a file shows a ground that is told to nobody outside of the office. */

import { restingOn } from '../evidence/index.ts';
import type { Queries } from '../platform/index.ts';
import { findEntries } from './entry-store.ts';
import { isPrivate } from './private-grounds.ts';
import { factRowsOf } from './store.ts';

/** Whether any fact or entry that rests on a piece of evidence is private. */
export async function showsPrivateGround(db: Queries, evidenceId: string): Promise<boolean> {
  const { facts, entries } = await restingOn(db, evidenceId);
  const posted = await factRowsOf(db, facts);
  const drafts = entries.length === 0 ? [] : await findEntries(db, { ids: entries });
  return [...posted, ...drafts].some(({ body }) => isPrivate({ tags: body.tags ?? [] }));
}
