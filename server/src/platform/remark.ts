/** What is wrong with a clerk's table, written into a copy of it. */

import { guarded } from './csv-guard.ts';
import { readBytes } from './files.ts';
import { commented, drawn } from './mark-comments.ts';
import { markedSheet, type SheetMarks } from './mark-sheet.ts';
import { MarkStyles } from './mark-styles.ts';
import { relationsOf } from './office.ts';
import { PackageParts, relationSpace } from './package-parts.ts';
import { recordsOf } from './read-csv.ts';
import { sheetsOf } from './read-workbook.ts';
import { columnName, columnNumber, mostColumns } from './sheet-reader.ts';
import { type Cell, type CellRemark, isRemarkTitle, remarkTitle } from './tables.ts';
import { plainText } from './text.ts';
import { openWorkbook, type SheetPart, type WorkbookParts } from './workbook-parts.ts';
import { csvLines, quoted } from './write-csv.ts';
import { XmlProblem } from './xml.ts';
import { prefixAt } from './xml-edit.ts';
import { damaged, zipOf } from './zip.ts';

/** Where the heads of the columns stand: sheet name → row, counted from 1. */
export type HeadRows = Readonly<Record<string, number>>;

/** A copy of a table, workbook or CSV, with every remark at its cell. */
export function remarkedTable(
  path: string,
  remarks: readonly CellRemark[],
  headRows: HeadRows = {},
): Promise<Uint8Array> {
  return path.toLowerCase().endsWith('.csv')
    ? remarkedCsv(path, remarks, headRows[''])
    : remarkedWorkbook(path, remarks, headRows);
}

/**
 * The workbook as the clerk gave it, with each named cell in light yellow with a thick rule and a
 * comment, and the sentences of each row in a new column 问题 at the right of the sheet. What an
 * earlier round marked is replaced. Pictures, charts, formulas, filters, comments of others and print
 * set-up stay: only the touched rows are written anew. The file itself is never written to. Without
 * `headRows` the head is the row above the first remark that has most texts.
 */
export async function remarkedWorkbook(
  path: string,
  remarks: readonly CellRemark[],
  headRows: HeadRows = {},
): Promise<Uint8Array> {
  const workbook = await openWorkbook(path);
  const sheets = new Map((await sheetsOf(workbook)).map((sheet) => [sheet.name, sheet]));
  const stranger = remarks.find(({ sheet }) => !sheets.has(sheet));
  if (stranger) throw new Error(`there is no sheet "${stranger.sheet}"`);
  const parts = new PackageParts(await unpacked(workbook));
  const stylesPart = workbook.relations.find(({ type }) => type === 'styles')?.part ?? '';
  try {
    const styles = new MarkStyles(parts.text(stylesPart) ?? '');
    let isTouched = false;
    for (const part of workbook.sheets) {
      const own = remarks.filter(({ sheet }) => sheet === part.name);
      const rows = sheets.get(part.name)?.rows ?? [];
      const marks = marksOf(
        rows.map((row) => row.map(shown)),
        own,
        headRows[part.name],
      );
      if (!marks) continue;
      isTouched = true;
      await markSheet({ workbook, parts, part, styles }, marks, own);
    }
    if (!isTouched) return workbook.bytes;
    if (parts.text(stylesPart)) parts.set(stylesPart, styles.text());
  } catch (error) {
    throw error instanceof XmlProblem ? damaged(path) : error;
  }
  return zipOf(parts.all);
}

/**
 * The CSV file as the clerk gave it, with a column 问题 at its right, in UTF-8; an old one is
 * replaced. The file itself is never written to.
 */
export async function remarkedCsv(
  path: string,
  remarks: readonly CellRemark[],
  headRow?: number,
): Promise<Uint8Array> {
  const records = recordsOf(path, readBytes(path, '这样的文件一般不到 1 MB'));
  const marks = marksOf(
    records.map((record) => record.map(plainCell)),
    remarks,
    headRow,
  );
  if (!marks)
    return new TextEncoder().encode(csvLines(records.map((record) => record.map(quoted))));
  const lines = records.map((record, index) => {
    const own = Array.from({ length: marks.column - 1 }, (_, at) => quoted(record[at] ?? ''));
    const sentence = quoted(guarded(marks.sentences.get(index + 1) ?? ''));
    return marks.sentences.size === 0 ? own : [...own, sentence];
  });
  return new TextEncoder().encode(csvLines(lines));
}

/** What the search for head and free column needs to know of a cell. */
interface Shown {
  readonly text: string;
  /** A text of its own, as heads are; not a title across several columns. */
  readonly isHead: boolean;
  /** Columns that it takes from here on. */
  readonly columns: number;
}

function shown({ kind, merged, text }: Cell): Shown {
  const isHead = kind === 'text' && (merged?.columns ?? 1) === 1;
  return { text, isHead, columns: merged?.isFirst ? merged.columns : 1 };
}

function plainCell(text: string): Shown {
  const plain = plainText(text);
  return { text: plain, isHead: plain !== '', columns: 1 };
}

/** A head stands within the first rows, or nobody would find it. */
const headRowsSearched = 20;

/** Where everything goes; undefined where nothing is to be said and no earlier round said anything. */
function marksOf(
  rows: readonly (readonly Shown[])[],
  remarks: readonly CellRemark[],
  headRow: number | undefined,
): SheetMarks | undefined {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const old = rows
    .slice(0, headRowsSearched)
    .findIndex((row) => row.length === width && isRemarkTitle(row.at(-1)?.text ?? ''));
  if (remarks.length === 0 && old === -1) return undefined;
  const head = headRow ?? (old === -1 ? likelyHead(rows, remarks) : old + 1);
  const sentences = new Map<number, string>();
  const cells = new Map<number, Set<number>>();
  if (remarks.length > 0) sentences.set(head, remarkTitle);
  for (const { row, column, sentence } of remarks) {
    const known = sentences.get(row);
    if (!known?.split('\n').includes(sentence)) {
      sentences.set(row, known === undefined ? sentence : `${known}\n${sentence}`);
    }
    if (column !== undefined) cells.set(row, (cells.get(row) ?? new Set()).add(column));
  }
  const column = old === -1 ? freeColumn(rows, width, cells, sentences) : width;
  return { sentences, headRow: head, column, cells };
}

/** The row above the first remark that has most texts; titles across the table do not count. */
function likelyHead(rows: readonly (readonly Shown[])[], remarks: readonly CellRemark[]): number {
  const first = remarks.reduce((least, { row }) => Math.min(least, row), headRowsSearched);
  const texts = rows.slice(0, first).map((row) => row.filter(({ isHead }) => isHead).length);
  const most = Math.max(0, ...texts);
  return most === 0 ? 1 : texts.indexOf(most) + 1;
}

/** The first column to the right of everything that the marked rows hold, merged areas included. */
function freeColumn(
  rows: readonly (readonly Shown[])[],
  width: number,
  cells: SheetMarks['cells'],
  sentences: SheetMarks['sentences'],
): number {
  let last = width;
  for (const row of sentences.keys()) {
    for (const [index, { columns }] of (rows[row - 1] ?? []).entries()) {
      if (index + columns <= mostColumns) last = Math.max(last, index + columns);
    }
    for (const column of cells.get(row) ?? []) last = Math.max(last, column);
  }
  return last + 1;
}

/** A workbook on its way to being marked. */
interface Marking {
  readonly workbook: WorkbookParts;
  readonly parts: PackageParts;
  readonly part: SheetPart;
  readonly styles: MarkStyles;
}

async function markSheet(
  { parts, part, styles, workbook }: Marking,
  marks: SheetMarks,
  remarks: readonly CellRemark[],
): Promise<void> {
  const sheet = markedSheet(parts.text(part.part) ?? '', marks, styles);
  parts.set(part.part, sheet.text);
  extendPrintArea(parts, workbook, part, marks.column);
  const relations = await relationsOf(workbook.path, workbook.parts, part.part);
  const old = relations.find(({ type }) => type === 'comments')?.part;
  const notes = notesOf(remarks);
  // A workbook in the “strict” dialect has no place for this kind of comment.
  if ((notes.size === 0 && !old) || sheet.text.includes('http://purl.oclc.org/ooxml/')) return;
  const comments = commented(old === undefined ? undefined : parts.text(old), notes);
  const added = old ?? parts.add(part.part, 'xl/comments', 'xml', 'comments').name;
  parts.set(added, comments.text);
  const drawing = relations.find(({ id }) => id === sheet.drawing)?.part;
  if (drawing !== undefined) {
    parts.set(drawing, drawn(parts.text(drawing), comments));
    return;
  }
  const box = parts.add(part.part, 'xl/drawings/vmlDrawing', 'vml', 'vmlDrawing');
  parts.set(box.name, drawn(undefined, comments));
  const p = prefixAt(sheet.text, sheet.drawingPlace);
  const element = `<${p}legacyDrawing xmlns:r="${relationSpace}" r:id="${box.id}"/>`;
  const { drawingPlace, text } = sheet;
  parts.set(part.part, text.slice(0, drawingPlace) + element + text.slice(drawingPlace));
}

/** The comment of each named cell, by its place such as `B4`. */
function notesOf(remarks: readonly CellRemark[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { column, row, sentence } of remarks) {
    if (column === undefined) continue;
    const place = `${columnName(column)}${row}`;
    const known = notes.get(place);
    notes.set(place, known === undefined ? sentence : `${known}\n${sentence}`);
  }
  return notes;
}

/** A print area that ends before the sentences would leave them out on paper. */
function extendPrintArea(
  parts: PackageParts,
  { part }: WorkbookParts,
  { index }: SheetPart,
  column: number,
): void {
  const text = parts.text(part) ?? '';
  const area = /(<(?:\w+:)?definedName\b[^>]*>)([^<,]*!\$[A-Z]+\$\d+:\$)([A-Z]+)(\$\d+)(?=<)/g;
  const extended = text.replace(area, (all, tag: string, from: string, to: string, row: string) => {
    const isOurs = tag.includes('"_xlnm.Print_Area"') && tag.includes(`localSheetId="${index}"`);
    return isOurs && columnNumber(to) < column ? tag + from + columnName(column) + row : all;
  });
  if (extended !== text) parts.set(part, extended);
}

async function unpacked({ parts }: WorkbookParts): Promise<Map<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>();
  for (const name of parts.names) {
    const pieces: Uint8Array[] = [];
    for await (const piece of parts.pieces(name)) pieces.push(piece);
    all.set(name, Buffer.concat(pieces));
  }
  return all;
}
