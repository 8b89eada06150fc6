/** Evidence of posting: where a published edition hangs, since when, and when it came down. */

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  citeEvidence,
  type ReadableUses,
  requireEvidence,
  type UsesFor,
} from '../../evidence/index.ts';
import { showsPrivateGround } from '../../ledger/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { mayTakeDown } from '../policy.ts';
import { publicationProblem } from '../problems.ts';
import { displaysView, type Replies } from './reading.ts';
import { endDisplay, findDisplay, insertDisplay, latestPublication } from './store.ts';

interface Posted {
  readonly line: string;
  readonly period: string;
  readonly place: string;
  readonly on: string;
  readonly photo?: string | undefined;
}

/** Adds the photos of where lists hang, for everybody of the town, to what other rooms say of theirs. */
export function withDisplays(usesFor: UsesFor): UsesFor {
  return async (ctx): Promise<ReadableUses> => ({
    ...(await usesFor(ctx)),
    display: (id) =>
      sql<boolean>`exists (select from publication_display d where d.id::text = ${id})`,
  });
}

/** Writes down where the latest edition hangs; lists of persons hang nowhere. */
export async function postDisplay(
  ctx: Ctx,
  { line, period, place, on, photo }: Posted,
  usesFor: UsesFor,
): Promise<Replies['post']> {
  const latest = await latestPublication(ctx.db, { line, period });
  if (!latest || latest.audience === 'internal') throw publicationProblem('not-published');
  const isEarly = on < latest.posted_on;
  if (isEarly || on > chinaDay(ctx.now)) {
    const sentence = isEarly ? '张贴日期在公示以前，' : '张贴日期还没有到，';
    throw publicationProblem('days-order', { sentence });
  }
  if (photo !== undefined) await requirePhoto(ctx, photo, usesFor);
  const row = {
    ...{ tenant_id: ctx.tenant.id, id: randomUUID(), line, period, place },
    edition: latest.edition,
    posted_on: on,
    photo: photo ?? null,
    posted_by: ctx.account.id,
    at: ctx.now,
  };
  await insertDisplay(ctx.db, row);
  if (photo !== undefined) await citeEvidence(ctx, { displayId: row.id, evidenceIds: [photo] });
  const [shown] = await displaysView(ctx, [{ ...row, taken_down_on: null, taken_down_by: null }]);
  if (!shown) throw new Error('a display that was written is not shown');
  return shown;
}

/** A picture that the asker may read, and that shows no private ground: everybody will see it here. */
async function requirePhoto(ctx: Ctx, photo: string, usesFor: UsesFor): Promise<void> {
  const [found] = await requireEvidence(ctx, [photo], usesFor);
  if (found?.kind !== 'picture') throw publicationProblem('photo-unfit', { is: 'other' });
  if (await showsPrivateGround(ctx.db, photo)) {
    throw publicationProblem('photo-unfit', { is: 'private' });
  }
}

/** Writes down, once, when it came down. */
export async function takeDownDisplay(
  ctx: Ctx,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<Replies['takeDown']> {
  if (on > chinaDay(ctx.now)) {
    throw publicationProblem('days-order', { sentence: '取下的日期还没有到，' });
  }
  const display = await findDisplay(ctx.db, id);
  if (!display || !mayTakeDown(ctx.actor, display)) throw publicationProblem('display-unknown');
  const ended = await endDisplay(ctx.db, { id, on, by: ctx.account.id });
  if (!ended) throw publicationProblem('display-unknown');
  return { done: true };
}
