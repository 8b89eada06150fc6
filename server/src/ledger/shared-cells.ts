/**
 * Typing on a sheet that several fill in: cell by cell, each with what stood there when it was
 * typed. What somebody else changed meanwhile is told and never overwritten.
 */

import type { SharedCell } from '@oneneedle/contract';
import type { PeriodId } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { isInSight, sightOf, signerOf, writesInPlaceOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import type { ClausePlace } from './clause-places.ts';
import type { EntryRow } from './entry-store.ts';
import { ledgerProblem } from './problems.ts';
import {
  type CellRow,
  type CellWords,
  cellsOfRows,
  nextRevision,
  type SheetName,
  writeCells,
} from './shared-store.ts';
import { cellOf, inputKinds, type SheetOf, sheetEntries, sheetPlace } from './sheet-actions.ts';
import { requireRecorder } from './sheet-save.ts';
import { namingOf } from './shown.ts';

interface TypedCell {
  readonly subject: string;
  readonly column: string;
  readonly value: string;
  readonly base: { readonly version: number; readonly value: string };
}

interface Typed extends SheetOf {
  readonly userName: string;
  readonly isWhole: boolean;
  readonly cells: readonly TypedCell[];
}

/** Saves typed cells; those that somebody else changed meanwhile come back as they stand. */
export async function typeCells(
  ctx: Ctx,
  { userName, isWhole, cells, ...wanted }: Typed,
): Promise<{ revision: number; saved: SharedCell[]; conflicts: SharedCell[] }> {
  requireTypist(ctx, userName);
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const { place, period } = sheetPlace(book, wanted);
  requireRecorder(ctx, place);
  const once = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
  requireCells(ctx, place, { book, cells: once });
  const sheet = sheetName(place, period);
  const revision = await nextRevision(ctx.db, ctx.tenant.id, sheet);
  const standing = await standingCells(ctx, place, { book, period, cells: once });
  const judged = once.map((cell) => judgeCell(cell, standing.at(cell)));
  const conflicts = judged.filter(({ verdict }) => verdict === 'conflict');
  const isRefused = isWhole && conflicts.length > 0;
  const writing = isRefused ? [] : judged.filter(({ verdict }) => verdict === 'write');
  if (writing.length > 0) {
    const words = writing.map(({ cell, now }): CellWords => {
      const { subject, column, value } = cell;
      return { subject, column, value, isPending: value !== now.saved };
    });
    const by = { person, account: ctx.account.id, inPlaceOf: writesInPlaceOf(ctx, place.owner) };
    const kept = { tenantId: ctx.tenant.id, sheet, revision, ...by, now: ctx.now };
    await writeCells(ctx.db, words, kept);
  }
  const after = await standingCells(ctx, place, { book, period, cells: once });
  const told = (some: typeof judged) => some.map(({ cell }) => after.shown(cell));
  return {
    revision,
    saved: isRefused ? [] : told(judged.filter(({ verdict }) => verdict !== 'conflict')),
    conflicts: told(conflicts),
  };
}

/** A page that one person left open does not type in the name of the next on the same browser. */
export function requireTypist({ account }: Pick<Ctx, 'account'>, userName: string): void {
  if (account.userName === userName) return;
  throw ledgerProblem('sheet-other-account', { typed: userName, now: account.userName });
}

/** A sheet as its tables name it. */
export function sheetName({ scheme, clause }: ClausePlace, period: PeriodId): SheetName {
  return { line: scheme.line, period, clause: clause.code };
}

/** Rows of the roster within the writer's sight, columns that the sheet has. */
function requireCells(
  { actor }: Ctx,
  place: ClausePlace,
  { book, cells }: { book: RecordingBook; cells: readonly TypedCell[] },
): void {
  const { units, persons } = book.roster;
  const known = new Set([...units, ...persons].map(({ code }) => code));
  const columns = new Set(columnsOf(place, book));
  const sight = sightOf(actor, book.roster);
  const { isPerson } = namingOf(book.roster);
  const office = place.owner ?? null;
  const wrong = cells.filter(
    ({ subject, column }) =>
      !known.has(subject) ||
      !columns.has(column) ||
      !isInSight(sight, { about: [{ subject }], office }, isPerson),
  );
  if (wrong.length === 0) return;
  throw ledgerProblem('sheet-cell-unknown', { count: wrong.length });
}

const common = ['on', 'matter', 'docNo', 'points', 'reason', 'evidence', 'note'];
const field = 'field:';

/** The columns that can be typed into, by the names that the page gives them. */
function columnsOf(place: ClausePlace, book: RecordingBook): string[] {
  const [kind] = inputKinds(place, book);
  return [...common, ...Object.keys(kind?.fields ?? {}).map((name) => `${field}${name}`)];
}

interface Standing {
  readonly row: CellRow | undefined;
  readonly entry: EntryRow | undefined;
  /** What the entry of the row says there. */
  readonly saved: string;
  /** What the sheet shows: typed and not sent, or else what the entry says. */
  readonly value: string;
}

function judgeCell(cell: TypedCell, now: Standing) {
  const isSeen = (now.row?.version ?? 0) === cell.base.version && now.value === cell.base.value;
  // Whoever asks again after a lost reply, or typed what stands there already, takes nothing away.
  const isSame = now.value === cell.value;
  const verdict = isSame ? 'same' : isSeen ? 'write' : 'conflict';
  return { cell, now, verdict } as const;
}

/** What stands in cells now, and how it is told to the asker. */
async function standingCells(
  ctx: Ctx,
  place: ClausePlace,
  {
    book,
    period,
    cells,
  }: { book: RecordingBook; period: PeriodId; cells: readonly Pick<TypedCell, 'subject'>[] },
) {
  const subjects = [...new Set(cells.map(({ subject }) => subject))];
  const rows = await cellsOfRows(ctx.db, sheetName(place, period), subjects);
  const held = new Map(
    rows.map((row) => [cellKey({ subject: row.subject, column: row.column_name }), row]),
  );
  const { entries } = await sheetEntries(ctx, place, { book, period });
  const firsts = firstEntries(entries);
  const at = (cell: { subject: string; column: string }): Standing => {
    const row = held.get(cellKey(cell));
    const entry = firsts.get(cell.subject);
    const saved = savedText(entry, cell.column, book);
    return { row, entry, saved, value: row?.is_pending ? row.value : saved };
  };
  const show = showCell(ctx, book);
  return {
    at,
    shown: ({ subject, column }: { subject: string; column: string }): SharedCell => {
      const { row, entry, value } = at({ subject, column });
      if (row && (row.is_pending || row.value === value)) return show(row);
      // The ledger changed under the sheet: whoever wrote last on the entry of the row.
      const writer = entry?.writers.at(-1);
      return {
        ...{ subject, column, value, version: row?.version ?? 0, isPending: false },
        ...(writer === undefined ? {} : { by: namingOf(book.roster).person(writer).name }),
        isMine: writer !== undefined && writer === ctx.actor.person,
        ...(entry ? { at: entry.updated_at } : {}),
      };
    },
  };
}

/** A kept cell as it is told. */
export function showCell(
  { account }: Pick<Ctx, 'account'>,
  { roster }: RecordingBook,
): (row: CellRow) => SharedCell {
  const { person } = namingOf(roster);
  return (row) => ({
    subject: row.subject,
    column: row.column_name,
    value: row.value,
    version: row.version,
    isPending: row.is_pending,
    by: person(row.typed_by).name,
    isMine: row.typed_by_account === account.id,
    at: row.typed_at,
  });
}

/** The entry that a row changes: the first one that is not posted. */
export function firstEntries(entries: readonly EntryRow[]): Map<string, EntryRow> {
  const firsts = new Map<string, EntryRow>();
  for (const entry of entries) {
    for (const { subject } of entry.body.about) {
      if (!firsts.has(subject)) firsts.set(subject, entry);
    }
  }
  return firsts;
}

/** What an entry says in a column, as the page writes it. */
export function savedText(
  entry: EntryRow | undefined,
  column: string,
  book: RecordingBook,
): string {
  if (!entry || entry.state === 'posted') return ''; // what was posted has no words of its own
  const { on, values, chosen, matter, docNo, evidence, note } = cellOf(entry.body, {
    book,
    files: [],
  });
  if (column.startsWith(field)) {
    return values.find(({ name }) => name === column.slice(field.length))?.text ?? '';
  }
  const parts: Readonly<Record<string, string | undefined>> = {
    ...{ on, matter, docNo, note },
    points: chosen?.points,
    reason: chosen?.reason,
    evidence: evidence.join('；'),
  };
  return parts[column] ?? '';
}

function cellKey({ subject, column }: { subject: string; column: string }): string {
  return `${subject}\u001f${column}`;
}
