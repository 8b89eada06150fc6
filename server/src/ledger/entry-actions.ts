/** Writing entries: one at a time, by the office that answers for them. */

import { randomUUID } from 'node:crypto';
import type { EntryFinding, EntryShown, EntryWords } from '@oneneedle/contract';
import { citeEvidence, requireEvidence } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, signerOf, writesInPlaceOf } from './access.ts';
import { officesFor, placeOn, type RecordingBook, recordingBook, schemesOn } from './book.ts';
import { clausePlaces } from './clause-places.ts';
import { checkEntry, type Judged } from './entry-check.ts';
import {
  deleteEntries,
  type EntryRow,
  findEntries,
  insertEntries,
  lockEntries,
  rewriteEntry,
} from './entry-store.ts';
import { showEntries } from './entry-views.ts';
import { bodyOf, type EntryBody } from './entry-words.ts';
import { asPrivate, isPrivate } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';
import { readableUses } from './readable-uses.ts';
import { namingOf } from './shown.ts';
import { refreshDesk } from './waiting.ts';

interface Saved {
  readonly entry: EntryShown;
  readonly findings: EntryFinding[];
}

/** Writes an entry; it waits for somebody else's review. Refuses what the catalogue or clauses do. */
export async function recordEntry(ctx: Ctx, words: EntryWords): Promise<Saved> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const { body, findings, office } = judged(ctx, words, book);
  await requireEvidence(ctx, body.files, readableUses);
  const id = randomUUID();
  await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, [
    {
      id,
      body,
      office,
      clause: words.clause,
      account: ctx.account.id,
      person,
      inPlaceOf: writesInPlaceOf(ctx, office),
    },
  ]);
  await cite(ctx, id, body);
  return { entry: await after(ctx, id, book), findings };
}

/** Writes an entry anew: not one that is posted, nor one that somebody else wrote on meanwhile. */
export async function changeEntry(
  ctx: Ctx,
  { entryId, version, ...words }: EntryWords & { entryId: string; version: number },
): Promise<Saved> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const row = await heldForWriting(ctx, { id: entryId, version }, book);
  if (row.body.reverses !== undefined) throw ledgerProblem('entry-reversal');
  const hidden = asPrivate(words, await putsPrivateRight(ctx, row));
  const { body, findings, office } = judged(ctx, hidden, book);
  await requireEvidence(ctx, body.files, readableUses);
  const inPlaceOf = writesInPlaceOf(ctx, office);
  const written = { body, office, clause: words.clause, person, inPlaceOf, now: ctx.now };
  await rewriteEntry(ctx.db, row, written);
  await cite(ctx, entryId, body);
  if (row.office !== (office ?? null)) await refreshDesk(ctx, [row]);
  return { entry: await after(ctx, entryId, book), findings };
}

/** Throws an entry away with all that belong to the same deed. */
export async function removeEntry(ctx: Ctx, chosen: { id: string; version: number }) {
  const book = await recordingBook(ctx.db);
  const row = await heldForWriting(ctx, chosen, book);
  const bundle = row.bundle_id;
  const all = bundle === null ? [row] : await ofBundle(ctx, bundle);
  for (const { id } of all) await citeEvidence(ctx, { entryId: id, evidenceIds: [] });
  await deleteEntries(
    ctx.db,
    all.map(({ id }) => id),
  );
  await refreshDesk(ctx, all);
  return { done: true as const };
}

/** What was typed as a body without errors, with the office that answers for it. */
export function judged(
  ctx: Ctx,
  words: EntryWords,
  book: RecordingBook,
): { body: EntryBody; findings: EntryFinding[]; office: string | undefined } {
  const { body, findings: unread } = bodyOf(words, book);
  const office = officeFor(ctx, { body, clause: words.clause }, book);
  const today = chinaDay(ctx.now);
  const findings = [
    ...unread,
    ...withoutUnread(checkEntry({ body, clause: words.clause }, { book, today }), unread),
  ];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw ledgerProblem('entry-invalid', { findings: errors });
  return { body, findings, office };
}

/** A field that could not be read is not told to be missing besides. */
export function withoutUnread(
  findings: readonly EntryFinding[],
  unread: readonly EntryFinding[],
): EntryFinding[] {
  const fields = new Set(unread.map(({ field }) => field));
  return findings.filter(({ field }) => field === undefined || !fields.has(field));
}

/** The office that records: of the clause, or the first for the kind that the actor works for. */
export function officeFor(ctx: Ctx, judgedEntry: Judged, book: RecordingBook): string | undefined {
  const offices = officesOfEntry(judgedEntry, book);
  const own = offices.find((office) => actsFor(ctx.actor, 'recorder', office));
  if (own !== undefined) return own;
  if (offices.length === 0 && actsFor(ctx.actor, 'recorder', undefined)) return undefined;
  throw ledgerProblem('office-other', { offices });
}

/** The offices that may record an entry, the likeliest first. */
export function officesOfEntry({ body, clause }: Judged, book: RecordingBook): string[] {
  const kind = book.catalogue.entryOf(body.kind);
  const named = clause && placeOn(book, clause, body.on);
  if (named) return [named.owner ?? kind?.owner ?? []].flat();
  if (body.form === 'missing') {
    const code = body.values.clause;
    const places = schemesOn(book, body.on).flatMap((scheme) => clausePlaces(scheme));
    const owners = places.flatMap((one) => (one.clause.code === code ? (one.owner ?? []) : []));
    return [...new Set(owners)];
  }
  return kind ? officesFor(book, kind, body.on) : [];
}

/** An entry that the actor may write on, held until the end of the request. */
async function heldForWriting(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  book: RecordingBook,
): Promise<EntryRow> {
  const [row] = await lockEntries(ctx.db, [id]);
  if (!row) throw ledgerProblem('entry-unknown');
  if (!actsFor(ctx.actor, 'recorder', row.office ?? undefined)) {
    throw ledgerProblem('office-other', { offices: row.office === null ? [] : [row.office] });
  }
  requireVersion(row, version, book);
  return row;
}

/** Refuses an entry that is posted, or that was written on since it was read. */
export function requireVersion(row: EntryRow, version: number, book: RecordingBook): void {
  if (row.state === 'posted') throw ledgerProblem('entry-posted');
  if (row.version === version) return;
  const last = row.reviewed_by ?? row.sent_back_by ?? row.writers.at(-1) ?? row.recorded_by;
  const by = namingOf(book.roster).person(last).name;
  throw ledgerProblem('entry-changed', { id: row.id, by, at: row.updated_at });
}

/** Whether an entry belongs to the deed that takes a private fact back. */
async function putsPrivateRight(ctx: Ctx, { bundle_id: bundle }: EntryRow): Promise<boolean> {
  const fellows = bundle === null ? [] : await ofBundle(ctx, bundle);
  return fellows.some(({ body }) => body.reverses !== undefined && isPrivate(body));
}

async function ofBundle(ctx: Ctx, bundle: string): Promise<EntryRow[]> {
  const rows = await ctx.db
    .selectFrom('entry')
    .select('id')
    .where('bundle_id', '=', bundle)
    .execute();
  return lockEntries(
    ctx.db,
    rows.map(({ id }) => id),
  );
}

async function cite(ctx: Ctx, entryId: string, { files, about }: EntryBody): Promise<void> {
  const subjects = about.map(({ subject }) => subject);
  await citeEvidence(ctx, { entryId, evidenceIds: files, subjects });
}

async function after(ctx: Ctx, id: string, book: RecordingBook): Promise<EntryShown> {
  const rows = await findEntries(ctx.db, { ids: [id] });
  await refreshDesk(ctx, rows);
  const [entry] = await showEntries(ctx, rows, book);
  if (!entry) throw new Error(`entry ${id} is gone within its own transaction`);
  return entry;
}
