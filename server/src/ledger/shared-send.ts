/** Sending rows of a shared sheet for review: each entry is by those who typed its cells. */

import type { Ctx } from '../platform/index.ts';
import { signerOf, writesInPlaceOf } from './access.ts';
import { recordingBook } from './book.ts';
import { type EntryRow, lockEntries } from './entry-store.ts';
import { firstEntries, requireTypist, savedText, sheetName } from './shared-cells.ts';
import { type CellRow, cellsOfRows, markSent, nextRevision } from './shared-store.ts';
import { inputKinds, type SheetOf, sheetEntries, sheetPlace } from './sheet-actions.ts';
import {
  type Judge,
  type JudgedRow,
  judgeRow,
  keepRows,
  requireRecorder,
  type SavedRow,
  type SheetRow,
  type Signed,
} from './sheet-save.ts';
import { namingOf } from './shown.ts';

interface Sending extends SheetOf {
  readonly userName: string;
  readonly revision: number;
  readonly subjects: readonly string[];
  readonly on?: string | undefined;
  readonly evidence?: string | undefined;
}

/** Writes rows as entries that wait for review; what is wrong with the others is told cell by cell. */
export async function sendSheet(
  ctx: Ctx,
  { userName, revision: seen, subjects: named, on, evidence, ...wanted }: Sending,
): Promise<{ revision: number; saved: number; rows: SavedRow[] }> {
  requireTypist(ctx, userName);
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const { place, period } = sheetPlace(book, wanted);
  requireRecorder(ctx, place);
  const sheet = sheetName(place, period);
  const revision = await nextRevision(ctx.db, ctx.tenant.id, sheet);
  const subjects = [...new Set(named)];
  const cells = await cellsOfRows(ctx.db, sheet, subjects);
  const firsts = firstEntries((await sheetEntries(ctx, place, { book, period })).entries);
  const held = await lockEntries(
    ctx.db,
    subjects.flatMap((subject) => firsts.get(subject)?.id ?? []),
  );
  const [kind] = inputKinds(place, book);
  const judge: Judge = {
    ...{ ctx, book, place, period, kind: kind?.kind ?? '' },
    entries: new Map(held.map((row) => [row.id, row])),
  };
  const naming = namingOf(book.roster);
  const inPlaceOf = writesInPlaceOf(ctx, place.owner);
  const signed = new Map<string, Signed>();
  const judged = subjects.map((subject): JudgedRow => {
    const pending = cells.filter((cell) => cell.subject === subject && cell.is_pending);
    const entry = judge.entries.get(firsts.get(subject)?.id ?? '');
    const row = rowOf(
      { subject, entry, pending, fields: Object.keys(kind?.fields ?? {}) },
      (column) => savedText(entry, column, book),
    );
    const whole = withCommon(row, { on, evidence });
    signed.set(
      subject,
      signedBy(pending, { account: ctx.account.id, person, hasMore: whole !== row, inPlaceOf }),
    );
    const one = judgeRow(whole, judge);
    const late = pending.find(
      (cell) => cell.revision > seen && cell.typed_by_account !== ctx.account.id,
    );
    const sentence =
      pending.length === 0
        ? '这一行没有未交的改动，可能别人刚交过，没有再交。'
        : late &&
          `您看过以后，${naming.person(late.typed_by).name}又改了这一行，没有交；看过再交。`;
    if (sentence === undefined) return one;
    return { ...one, isSaved: false, findings: [{ severity: 'error', sentence }] };
  });
  const reply = await keepRows(ctx, judged, {
    place,
    signedBy: (subject) => signed.get(subject) ?? { account: ctx.account.id, person },
  });
  const sent = reply.rows.filter(({ isSaved }) => isSaved).map(({ subject }) => subject);
  await markSent(ctx.db, sheet, { subjects: sent, revision });
  return { revision, ...reply };
}

interface Parts {
  readonly subject: string;
  readonly entry: EntryRow | undefined;
  readonly pending: readonly CellRow[];
  readonly fields: readonly string[];
}

/** The row as the sheet shows it: what is typed, and what the entry says elsewhere. */
function rowOf(
  { subject, entry, pending, fields }: Parts,
  saved: (column: string) => string,
): SheetRow {
  const typed = new Map(pending.map((cell) => [cell.column_name, cell.value]));
  const text = (column: string) => (typed.get(column) ?? saved(column)).trim();
  const given = (column: string) => (text(column) === '' ? {} : { [column]: text(column) });
  const values = fields.map((name) => [name, text(`field:${name}`)] as const);
  return {
    subject,
    ...(entry ? { entry: { id: entry.id, version: entry.version } } : {}),
    ...given('on'),
    values: Object.fromEntries(values.filter(([, value]) => value !== '')),
    ...given('matter'),
    ...given('docNo'),
    ...given('points'),
    ...given('reason'),
    evidence: text('evidence')
      .split(/[；;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    ...given('note'),
  };
}

/** The day and evidence that whoever sends gives to all rows without their own. */
function withCommon(
  row: SheetRow,
  { on, evidence }: { on: string | undefined; evidence: string | undefined },
): SheetRow {
  const more = {
    ...(row.on === undefined && on !== undefined ? { on } : {}),
    ...(row.evidence.length === 0 && evidence !== undefined ? { evidence: [evidence] } : {}),
  };
  return Object.keys(more).length === 0 ? row : { ...row, ...more };
}

/** Who typed first is the recorder; everybody who typed, and whoever added to it, wrote on it. */
function signedBy(
  pending: readonly CellRow[],
  sender: { account: string; person: string; hasMore: boolean; inPlaceOf: readonly string[] },
): Signed {
  const [first] = pending;
  const { account, person, hasMore, inPlaceOf } = sender;
  if (!first) return { account, person };
  return {
    account: first.typed_by_account,
    person: first.typed_by,
    writers: [...pending.map((cell) => cell.typed_by), ...(hasMore ? [person] : [])],
    inPlaceOf: [
      ...new Set([...pending.flatMap((cell) => cell.in_place_of), ...(hasMore ? inPlaceOf : [])]),
    ],
  };
}
