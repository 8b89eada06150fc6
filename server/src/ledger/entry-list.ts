/** Reading entries: those of one's office, and what each still lacks. */

import type { EntryFinding, EntryShown, NoteShown } from '@oneneedle/contract';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, withBelow } from './access.ts';
import { recordingBook } from './book.ts';
import { checkEntry } from './entry-check.ts';
import { findEntries } from './entry-store.ts';
import { isOwn, readable, showEntries } from './entry-views.ts';
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
          (row.state === 'reviewed' || !isOwn(actor, row))),
    );
  return { rows: await showEntries(ctx, rows, book) };
}

/** One entry with what keeps it from being posted, and what was said about it. */
export async function readEntry(
  ctx: Ctx,
  { entryId }: { entryId: string },
): Promise<{ entry: EntryShown; findings: EntryFinding[]; notes: NoteShown[] }> {
  const book = await recordingBook(ctx.db);
  const found = readable(ctx.actor, await findEntries(ctx.db, { ids: [entryId] }), book);
  const [entry] = await showEntries(ctx, found, book);
  const [row] = found;
  if (!entry || !row) throw ledgerProblem('entry-unknown');
  const clause =
    row.line === null || row.clause === null ? undefined : { line: row.line, code: row.clause };
  const today = chinaDay(ctx.now);
  const findings =
    row.state === 'posted' ? [] : checkEntry({ body: row.body, clause }, { book, today });
  const notes = showNotes(await findNotes(ctx.db, { entryIds: [entryId] }), book);
  return { entry, findings, notes };
}
