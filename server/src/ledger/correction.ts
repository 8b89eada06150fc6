/** The correction that a fact is part of: what is taken back, and what stands in its place. */

import type { Correction } from '@oneneedle/contract';
import type { Fact } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { sightOf } from './access.ts';
import type { RecordingBook } from './book.ts';
import { type EntryRow, findEntries } from './entry-store.ts';
import { mayRead } from './entry-views.ts';
import { reversalsOf } from './fact-search.ts';
import { lineFor, namingOf } from './shown.ts';
import { type FactRow, factRowsFrom, factRowsOf } from './store.ts';
import { seesFact } from './visible.ts';

/**
 * The correction of a fact, or the one that it is part of: as its reversal, or as what stands in the
 * place of another. One that is not posted is told to whoever may read entries: subjects read facts.
 */
export async function correctionOf(
  ctx: Ctx,
  row: FactRow,
  book: RecordingBook,
): Promise<Correction | undefined> {
  const posted = await reversalNear(ctx, row);
  if (posted) return ofFacts(ctx, posted, book);
  const [waiting] = await findEntries(ctx.db, { reverses: row.body.id });
  if (!waiting || !isReadable(ctx, waiting, book)) return undefined;
  return ofEntries(ctx, waiting, book);
}

/** The posted reversal: the fact itself, the one that takes it back, or its fellow of one deed. */
async function reversalNear(ctx: Ctx, row: FactRow): Promise<FactRow | undefined> {
  if (row.body.reverses !== undefined) return row;
  const { id } = row.body;
  const by = (await reversalsOf(ctx.db, [id])).get(id);
  if (by !== undefined) return (await factRowsOf(ctx.db, [by]))[0];
  return (await fellowsOf(ctx, row)).find(({ body }) => body.reverses !== undefined);
}

/** The facts that were posted with this one as one deed. */
async function fellowsOf(ctx: Ctx, { entryId }: FactRow): Promise<FactRow[]> {
  const [entry] = entryId === null ? [] : await findEntries(ctx.db, { ids: [entryId] });
  if (!entry || entry.bundle_id === null) return [];
  const entries = await findEntries(ctx.db, { bundles: [entry.bundle_id] });
  const others = entries.flatMap(({ id }) => (id === entryId ? [] : [id]));
  return factRowsFrom(ctx.db, others);
}

async function ofFacts(ctx: Ctx, reversal: FactRow, book: RecordingBook): Promise<Correction> {
  const { body, text, office } = reversal;
  const [right] = (await fellowsOf(ctx, reversal)).filter((row) => isSeen(ctx, row, book));
  return {
    step: 'posted',
    original: body.reverses ?? '',
    by: namingOf(book.roster).person(body.recordedBy ?? ''),
    at: body.postedAt,
    reversal: body.id,
    ...(text?.note === undefined ? {} : { reason: text.note }),
    ...(office === null ? {} : { office }),
    ...(right ? { right: { factId: right.body.id, sentence: inWords(right.body, book) } } : {}),
  };
}

async function ofEntries(ctx: Ctx, waiting: EntryRow, book: RecordingBook): Promise<Correction> {
  const { id, body, office, state, bundle_id: bundle } = waiting;
  const all = bundle === null ? [] : await findEntries(ctx.db, { bundles: [bundle] });
  const right = all.find((row) => row.id !== id && isReadable(ctx, row, book));
  const isReviewed = state === 'reviewed';
  return {
    step: waiting.sent_back_at !== null ? 'sent-back' : isReviewed ? 'reviewed' : 'waiting',
    original: body.reverses ?? '',
    by: namingOf(book.roster).person(waiting.recorded_by),
    at: waiting.created_at,
    entryId: id,
    ...(body.note === undefined ? {} : { reason: body.note }),
    ...(office === null ? {} : { office }),
    ...(right ? { right: { sentence: inWords(right.body, book) } } : {}),
  };
}

function inWords(
  content: Pick<Fact, 'kind' | 'values' | 'about'>,
  { catalogue, roster }: RecordingBook,
): string {
  return lineFor(content, { catalogue, naming: namingOf(roster) });
}

function isReadable({ actor }: Ctx, row: EntryRow, { roster }: RecordingBook): boolean {
  return mayRead(actor, row, namingOf(roster), sightOf(actor, roster));
}

function isSeen({ actor }: Ctx, row: FactRow, { roster }: RecordingBook): boolean {
  return seesFact(sightOf(actor, roster), row, namingOf(roster).isPerson);
}
