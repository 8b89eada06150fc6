/** Reading entries: those of one's office, and what each still lacks. */

import type { EntryFinding, EntryShown, NoteShown } from '@oneneedle/contract';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, withBelow } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { checkEntry } from './entry-check.ts';
import { type EntryRow, findEntries } from './entry-store.ts';
import { isOwn, mayJudge, readable, showEntries } from './entry-views.ts';
import { showNotes } from './note-actions.ts';
import { findNotes } from './note-store.ts';
import { ledgerProblem } from './problems.ts';

interface EntriesAsked {
  readonly state?: 'draft' | 'reviewed' | 'sent-back' | undefined;
  readonly forMe?: boolean | undefined;
  readonly isMine?: boolean | undefined;
  readonly office?: string | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
}

/** Entries that the asker may read, the latest written first. */
export async function listEntries(
  ctx: Ctx,
  { state, forMe, isMine, office, kind, subject }: EntriesAsked,
): Promise<{ rows: EntryShown[] }> {
  const book = await recordingBook(ctx.db);
  const found = await findEntries(ctx.db, {
    state,
    office,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(subject === undefined ? {} : { subjects: [...withBelow(book.roster, [subject])] }),
  });
  const { actor } = ctx;
  const rows = readable(actor, found, book)
    .filter((row) => !isMine || isOwn(actor, row))
    .filter(
      (row) =>
        !forMe ||
        (row.sent_back_at === null &&
          actsFor(actor, 'reviewer', row.office ?? undefined) &&
          (row.state === 'reviewed' || mayJudge(actor, row))),
    );
  return { rows: await showEntries(ctx, rows, book) };
}

/** One entry with what keeps it from being posted, and what was said about it. */
export async function readEntry(
  ctx: Ctx,
  { entryId }: { entryId: string },
): Promise<{
  entry: EntryShown;
  others: EntryShown[];
  findings: EntryFinding[];
  notes: NoteShown[];
}> {
  const book = await recordingBook(ctx.db);
  const [row] = readable(ctx.actor, await findEntries(ctx.db, { ids: [entryId] }), book);
  if (!row) throw ledgerProblem('entry-unknown');
  const bundles = row.bundle_id === null ? [] : [row.bundle_id];
  const all = await findEntries(ctx.db, { bundles });
  const fellows = readable(ctx.actor, all, book).filter(({ id }) => id !== entryId);
  const [entry, ...others] = await showEntries(ctx, [row, ...fellows], book);
  if (!entry) throw ledgerProblem('entry-unknown');
  const findings = [row, ...fellows].flatMap((one) => findingsOf(ctx, one, book));
  const notes = showNotes(await findNotes(ctx.db, { entryIds: [entryId] }), book);
  return { entry, others, findings, notes };
}

/** What keeps an entry from being posted, or wants a second look. */
function findingsOf(
  ctx: Ctx,
  { body, line, clause, state }: EntryRow,
  book: RecordingBook,
): EntryFinding[] {
  if (state === 'posted') return [];
  const named = line === null || clause === null ? undefined : { line, code: clause };
  return checkEntry({ body, clause: named }, { book, today: chinaDay(ctx.now) });
}
