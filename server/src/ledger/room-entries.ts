/** The door for a room whose deed becomes many entries at once: judged as if typed, reviewed by others. */

import { randomUUID } from 'node:crypto';
import type { EntryFinding, EntryWords } from '@oneneedle/contract';
import { citeEvidence } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { signerOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { officesOfEntry, withoutUnread } from './entry-actions.ts';
import { checkEntry } from './entry-check.ts';
import { findEntries, insertEntries, type NewEntry } from './entry-store.ts';
import { bodyOf, type EntryBody } from './entry-words.ts';
import { ledgerProblem } from './problems.ts';
import { recordsUnder } from './room-store.ts';
import { fieldsShown } from './shown.ts';
import { refreshDesk } from './waiting.ts';

/** An entry that a room writes, and the persons whose work it tells: none of them reviews it. */
export interface RoomEntry {
  readonly words: EntryWords;
  readonly inPlaceOf: readonly string[];
}

/** An entry as the ledger would take it. */
export interface EntryJudged {
  readonly kindName: string;
  readonly fields: ReturnType<typeof fieldsShown>;
  /** Errors keep it from being written; warnings say, for instance, in which later period it counts. */
  readonly findings: readonly EntryFinding[];
}

/** What the ledger says of entries before they are written, in their order. */
export async function judgeEntries(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  entries: readonly EntryWords[],
): Promise<EntryJudged[]> {
  const book = await recordingBook(db);
  return entries.map((words) => {
    const { body, findings } = judgedBody(words, book, now);
    const kindName = book.catalogue.entryOf(body.kind)?.name ?? body.kind;
    return { kindName, fields: fieldsShown(body, book.catalogue), findings };
  });
}

/**
 * Writes the entries of a deed, all or none; whether the actor may, the room has judged. Refuses what
 * the catalogue or a clause refuses, and evidence that is gone.
 */
export async function recordEntries(ctx: Ctx, entries: readonly RoomEntry[]): Promise<void> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const rows = entries.map(({ words, inPlaceOf }): NewEntry => {
    const { body, findings } = judgedBody(words, book, ctx.now);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw ledgerProblem('entry-invalid', { findings: errors });
    const [office] = officesOfEntry({ body }, book);
    const signed = { account: ctx.account.id, person, inPlaceOf };
    return { id: randomUUID(), body, office, clause: undefined, ...signed };
  });
  if (rows.length === 0) return;
  await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, rows);
  for (const { id, body } of rows) {
    const subjects = body.about.map(({ subject }) => subject);
    await citeEvidence(ctx, { entryId: id, evidenceIds: body.files, subjects });
  }
  await refreshDesk(ctx, await findEntries(ctx.db, { ids: rows.map(({ id }) => id) }));
}

/** A fact of a matter, or an entry on its way, as lists of another room show it. */
export interface RoomRecord {
  readonly matter: string;
  readonly kindName: string;
  readonly fields: ReturnType<typeof fieldsShown>;
  readonly state: 'waiting' | 'sentBack' | 'reviewed' | 'posted' | 'reversed';
  /** Of an entry on its way. */
  readonly entryId?: string;
  /** Of a fact: the number that people cite. */
  readonly factId?: string;
}

/** What stands in the ledger of the matters that begin so, whoever asks: the room has judged that. */
export async function recordsOfMatters(
  { db }: Pick<Ctx, 'db'>,
  begins: string,
): Promise<RoomRecord[]> {
  const { catalogue } = await recordingBook(db);
  return (await recordsUnder(db, begins)).map(({ body, ...record }) => ({
    ...record,
    matter: body.matter ?? '',
    kindName: catalogue.entryOf(body.kind)?.name ?? body.kind,
    fields: fieldsShown(body, catalogue),
  }));
}

/** What was typed as a body, with everything that the catalogue and the clauses say of it. */
export function judgedBody(
  words: EntryWords,
  book: RecordingBook,
  now: string,
): { body: EntryBody; findings: EntryFinding[] } {
  const { body, findings: unread } = bodyOf(words, book);
  const found = checkEntry({ body }, { book, today: chinaDay(now) });
  return { body, findings: [...unread, ...withoutUnread(found, unread)] };
}
