/** Writing many rows of a score sheet at once: each row wholly or not at all. */

import { randomUUID } from 'node:crypto';
import type { EntryFinding, EntryWords } from '@oneneedle/contract';
import { citeEvidence } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, signerOf, writesInPlaceOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { boundsOf, type ClausePlace } from './clause-places.ts';
import { withoutUnread } from './entry-actions.ts';
import { checkEntry } from './entry-check.ts';
import {
  type EntryRow,
  findEntries,
  insertEntries,
  lockEntries,
  type NewEntry,
  rewriteEntry,
} from './entry-store.ts';
import { bodyOf, type EntryBody } from './entry-words.ts';
import { ledgerProblem } from './problems.ts';
import { type SheetOf, sheetPlace } from './sheet-actions.ts';
import { namingOf } from './shown.ts';
import { refreshDesk } from './waiting.ts';

/** A row as it is typed. */
export interface SheetRow {
  readonly subject: string;
  readonly entry?: { readonly id: string; readonly version: number } | undefined;
  readonly on?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly matter?: string | undefined;
  readonly docNo?: string | undefined;
  readonly points?: string | undefined;
  readonly reason?: string | undefined;
  readonly evidence: readonly string[];
  readonly note?: string | undefined;
}

/** What became of a row. */
export interface SavedRow {
  readonly subject: string;
  readonly isSaved: boolean;
  readonly entry?: { id: string; version: number };
  readonly findings: EntryFinding[];
}

/** Writes the good rows; what is wrong with the others is told cell by cell. */
export async function saveSheet(
  ctx: Ctx,
  { kind, rows, ...wanted }: SheetOf & { kind: string; rows: readonly SheetRow[] },
): Promise<{ saved: number; rows: SavedRow[] }> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const { place, period } = sheetPlace(book, wanted);
  requireRecorder(ctx, place);
  const held = await lockEntries(
    ctx.db,
    rows.flatMap(({ entry }) => entry?.id ?? []),
  );
  const entries = new Map(held.map((row) => [row.id, row]));
  const judge: Judge = { ctx, book, place, period, kind, entries };
  const judgedRows = rows.map((row) => judgeRow(row, judge));
  const signed = { account: ctx.account.id, person };
  return keepRows(ctx, judgedRows, { place, signedBy: () => signed });
}

/** Who answers for a row: who is named as its recorder, and who else wrote on it. */
export interface Signed {
  readonly account: string;
  readonly person: string;
  readonly writers?: readonly string[];
  /** In whose places they wrote, where that is not for the asker to say. */
  readonly inPlaceOf?: readonly string[];
}

/** Writes the rows that are good, and says of each what became of it. */
export async function keepRows(
  ctx: Ctx,
  judgedRows: readonly JudgedRow[],
  { place, signedBy }: { place: ClausePlace; signedBy(subject: string): Signed },
): Promise<{ saved: number; rows: SavedRow[] }> {
  const { owner: office } = place;
  const inPlaceOf = writesInPlaceOf(ctx, office);
  const good = judgedRows.filter((row) => row.isSaved);
  const fresh = good.filter(({ old }) => old === undefined);
  const clause = { line: place.scheme.line, code: place.clause.code };
  const news = fresh.map(({ id, body, subject }): NewEntry => {
    return { id, body, office, clause, inPlaceOf, ...signedBy(subject) };
  });
  if (news.length > 0) {
    await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, news);
  }
  for (const { old, body, subject } of good) {
    if (!old) continue;
    const { account: _, ...by } = signedBy(subject);
    const written = { body, office, clause, inPlaceOf, ...by, now: ctx.now };
    await rewriteEntry(ctx.db, old, written);
  }
  for (const { id, body } of good) {
    const subjects = body.about.map(({ subject }) => subject);
    await citeEvidence(ctx, { entryId: id, evidenceIds: body.files, subjects });
  }
  if (good.length > 0) {
    await refreshDesk(ctx, await findEntries(ctx.db, { ids: good.map(({ id }) => id) }));
  }
  return {
    saved: good.length,
    rows: judgedRows.map(({ subject, isSaved, id, old, findings }) => ({
      subject,
      isSaved,
      ...(isSaved ? { entry: { id, version: old ? old.version + 1 : 1 } } : {}),
      findings,
    })),
  };
}

/** Only the office that owns the clause writes on its sheet. */
export function requireRecorder({ actor }: Pick<Ctx, 'actor'>, { owner }: ClausePlace): void {
  if (actsFor(actor, 'recorder', owner)) return;
  throw ledgerProblem('office-other', { offices: owner === undefined ? [] : [owner] });
}

/** What rows are held against. */
export interface Judge {
  readonly ctx: Ctx;
  readonly book: RecordingBook;
  readonly place: ClausePlace;
  readonly period: string;
  readonly kind: string;
  readonly entries: ReadonlyMap<string, EntryRow>;
}

/** A row with what is wrong in it. */
export interface JudgedRow {
  readonly subject: string;
  readonly id: string;
  readonly body: EntryBody;
  readonly old: EntryRow | undefined;
  readonly isSaved: boolean;
  readonly findings: EntryFinding[];
}

/** A row as an entry, and whether it may be written. */
export function judgeRow(row: SheetRow, judge: Judge): JudgedRow {
  const { ctx, book, place, entries } = judge;
  const old = row.entry && entries.get(row.entry.id);
  const words = wordsOf(row, {
    ...judge,
    files: old?.body.files ?? [],
    tags: old?.body.tags ?? [],
  });
  const { body, findings: unread } = bodyOf(words, book);
  const today = chinaDay(ctx.now);
  const checked = checkEntry({ body, clause: words.clause }, { book, today });
  const findings = [
    ...staleness(row, old, book),
    ...(old?.office === undefined || old.office === (place.owner ?? null)
      ? []
      : [error(`这一条是${old.office ?? '别的部门'}登记的，不能从这里改。`)]),
    ...unread,
    ...withoutUnread(checked, unread),
  ];
  const isSaved = findings.every(({ severity }) => severity !== 'error');
  return { subject: row.subject, id: old?.id ?? randomUUID(), body, old, isSaved, findings };
}

function error(sentence: string): EntryFinding {
  return { severity: 'error', sentence };
}

/** Somebody else wrote on the row meanwhile, or it is gone. */
function staleness(
  { entry }: SheetRow,
  old: EntryRow | undefined,
  book: RecordingBook,
): EntryFinding[] {
  if (!entry) return [];
  if (!old) return [error('这一行的待记已经删去，没有存；请刷新再填。')];
  if (old.state === 'posted')
    return [error('这一行已经入账，没有存；要改的请在那条事实上办更正。')];
  if (old.body.reverses !== undefined) return [error('这一条是更正，不能从打分表里改成别的。')];
  if (old.version === entry.version) return [];
  const last = old.reviewed_by ?? old.sent_back_by ?? old.writers.at(-1) ?? old.recorded_by;
  const { name } = namingOf(book.roster).person(last);
  return [error(`您打开以后${name}改过这一行，没有存，以免盖掉；请刷新再填。`)];
}

function wordsOf(
  row: SheetRow,
  {
    book,
    place,
    period,
    kind,
    files,
    tags,
  }: Judge & { files: readonly string[]; tags: readonly string[] },
): EntryWords {
  const { scheme, clause } = place;
  const form = book.catalogue.entryOf(kind)?.form;
  const isPeriodical = form === 'measure' || form === 'status' || form === 'tally';
  const points = row.points ?? '';
  const isChosen = boundsOf(place) !== undefined && points !== '';
  return {
    kind,
    clause: { line: scheme.line, code: clause.code },
    about: [{ subject: row.subject, as: '' }],
    ...(row.on === undefined ? (isPeriodical ? { period } : {}) : { on: row.on }),
    values: { ...row.values },
    matter: row.matter,
    tags: [...tags],
    ...(row.docNo === undefined ? {} : { doc: { no: row.docNo } }),
    ...(isChosen
      ? { chosen: { line: scheme.line, clause: clause.code, points, reason: row.reason ?? '' } }
      : {}),
    evidence: [...row.evidence],
    files: [...files],
    note: row.note,
  };
}
