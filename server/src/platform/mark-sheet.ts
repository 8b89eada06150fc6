/** The XML of a sheet with marked cells and a column of sentences; the rest stays as it was. */

import { cellText } from './cell-values.ts';
import type { MarkStyles } from './mark-styles.ts';
import { columnName, columnNumber } from './sheet-reader.ts';
import { textWidth } from './sheet-style.ts';
import { attribute, escaped, type XmlHandler, XmlScanner } from './xml.ts';
import { type Edit, edited, prefixAt, withAttribute } from './xml-edit.ts';

/** What is marked in a sheet; rows and columns count from 1. */
export interface SheetMarks {
  /** The text of the column of sentences, by row; the head among them. */
  readonly sentences: ReadonlyMap<number, string>;
  readonly headRow: number;
  /** Where the column of sentences goes; what stands there is of an earlier round. */
  readonly column: number;
  readonly cells: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The changed sheet, and what its comments hang on. */
export interface MarkedSheet {
  readonly text: string;
  /** The id of the drawing that the sheet's comments are shown by; undefined if it has none. */
  readonly drawing: string | undefined;
  /** Where the element that names this drawing has to stand. */
  readonly drawingPlace: number;
}

/** Marks cells and writes the sentences. */
export function markedSheet(text: string, marks: SheetMarks, styles: MarkStyles): MarkedSheet {
  const editor = new SheetEditor(text, marks, styles);
  const scanner = new XmlScanner(editor);
  editor.scanner = scanner;
  scanner.write(text);
  scanner.end();
  const { drawing, edits, place } = editor;
  const before = edits.reduce(
    (sum, edit) => sum + (edit.end <= place ? edit.text.length - (edit.end - edit.start) : 0),
    0,
  );
  return { text: edited(text, edits), drawing, drawingPlace: place + before };
}

/** Width of the column of sentences, in half-width characters. */
const sentenceWidth = 60;

/** Elements of a sheet that come behind the one that names the drawing of its comments. */
const behindDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

interface CellPlace {
  readonly column: number;
  readonly start: number;
  /** The end of its start tag. */
  readonly tagEnd: number;
  readonly style: number;
  end: number;
}

interface RowPlace {
  readonly number: number;
  readonly start: number;
  readonly tagEnd: number;
  readonly cells: CellPlace[];
}

class SheetEditor implements XmlHandler {
  readonly edits: Edit[] = [];
  scanner: XmlScanner | undefined;
  drawing: string | undefined;
  place = -1;
  readonly #text: string;
  readonly #marks: SheetMarks;
  readonly #styles: MarkStyles;
  /** Rows that get something, in order; the first is the next to come. */
  readonly #due: number[];
  readonly #columns: { min: number; max: number; tag: string; style: number }[] = [];
  #columnsStart = -1;
  #depth = 0;
  #isInData = false;
  #isWithoutRows = false;
  #rowNumber = 0;
  #row: RowPlace | undefined;
  #cell: CellPlace | undefined;

  constructor(text: string, marks: SheetMarks, styles: MarkStyles) {
    this.#text = text;
    this.#marks = marks;
    this.#styles = styles;
    const rows = new Set([...marks.sentences.keys(), ...marks.cells.keys()]);
    this.#due = [...rows].sort((a, b) => a - b);
  }

  open(tag: string, attributes: string): void {
    const { tagStart, tagEnd } = this.#tag();
    this.#depth += 1;
    if (this.#isInData) {
      if (tag === 'row' && this.#depth === 3) this.#openRow(attributes, tagStart, tagEnd);
      else if (tag === 'c' && this.#depth === 4) this.#openCell(attributes, tagStart, tagEnd);
    } else if (this.#depth === 2) {
      if (tag === 'dimension') this.edits.push({ start: tagStart, end: tagEnd, text: '' });
      else if (tag === 'cols') this.#columnsStart = tagStart;
      else if (tag === 'sheetData') this.#openData(tagStart, tagEnd);
      else if (tag === 'legacyDrawing') this.drawing = attribute(attributes, 'id');
      else if (behindDrawing.has(tag) && this.place === -1) this.place = tagStart;
    } else if (tag === 'col' && this.#columnsStart !== -1) {
      const min = Number(attribute(attributes, 'min'));
      const max = Number(attribute(attributes, 'max'));
      const style = Number(attribute(attributes, 'style') ?? '0');
      this.#columns.push({ min, max, tag: this.#text.slice(tagStart, tagEnd), style });
    }
  }

  close(tag: string): void {
    const { tagStart, tagEnd } = this.#tag();
    this.#depth -= 1;
    if (this.#depth === 0 && this.place === -1) this.place = tagStart;
    if (tag === 'cols' && this.#depth === 1) this.#closeColumns(tagStart, tagEnd);
    if (!this.#isInData) return;
    if (this.#depth === 3 && this.#cell) {
      this.#cell.end = tagEnd;
      this.#row?.cells.push(this.#cell);
      this.#cell = undefined;
    } else if (this.#depth === 2 && this.#row) this.#closeRow(this.#row, tagEnd);
    else if (this.#depth === 1) this.#closeData(tagStart, tagEnd);
  }

  text(): void {}

  #tag(): { tagStart: number; tagEnd: number } {
    return this.scanner ?? { tagStart: 0, tagEnd: 0 };
  }

  #openData(start: number, end: number): void {
    this.#isInData = true;
    this.#isWithoutRows = this.#text.charAt(end - 2) === '/';
    if (this.#columnsStart === -1) {
      const p = prefixAt(this.#text, start);
      const text = `<${p}cols>${this.#ownColumn(p)}</${p}cols>`;
      this.edits.push({ start, end: start, text });
    }
  }

  #closeData(start: number, end: number): void {
    this.#isInData = false;
    const p = prefixAt(this.#text, start);
    const rows = this.#due.splice(0).map((row) => this.#newRow(row, p));
    if (rows.length === 0) return;
    if (!this.#isWithoutRows) this.edits.push({ start, end: start, text: rows.join('') });
    else this.edits.push({ start, end, text: `<${p}sheetData>${rows.join('')}</${p}sheetData>` });
  }

  /** Columns are kept in ranges; the one that holds ours is split around it. */
  #closeColumns(start: number, end: number): void {
    const own = this.#marks.column;
    const p = prefixAt(this.#text, start);
    const columns = this.#columns.flatMap(({ min, max, tag }) => {
      if (own < min || own > max) return [{ min, tag }];
      const before = withAttribute(tag, 'max', own - 1);
      const after = withAttribute(tag, 'min', own + 1);
      return [
        ...(min < own ? [{ min, tag: before }] : []),
        ...(max > own ? [{ min: own + 1, tag: after }] : []),
      ];
    });
    columns.push({ min: own, tag: this.#ownColumn(p) });
    const tags = columns.sort((a, b) => a.min - b.min).map(({ tag }) => tag);
    const text = `<${p}cols>${tags.join('')}</${p}cols>`;
    this.edits.push({ start: this.#columnsStart, end, text });
  }

  #ownColumn(p: string): string {
    const own = this.#marks.column;
    return `<${p}col min="${own}" max="${own}" width="${sentenceWidth}" customWidth="1"/>`;
  }

  #openRow(attributes: string, start: number, tagEnd: number): void {
    const given = attribute(attributes, 'r');
    this.#rowNumber = given === undefined ? this.#rowNumber + 1 : Number(given);
    this.#row = { number: this.#rowNumber, start, tagEnd, cells: [] };
    const missing: string[] = [];
    while ((this.#due[0] ?? Number.POSITIVE_INFINITY) < this.#rowNumber) {
      missing.push(this.#newRow(this.#due.shift() ?? 0, prefixAt(this.#text, start)));
    }
    if (missing.length > 0) this.edits.push({ start, end: start, text: missing.join('') });
  }

  #openCell(attributes: string, start: number, tagEnd: number): void {
    const place = attribute(attributes, 'r');
    const last = this.#row?.cells.at(-1)?.column ?? 0;
    const column = place === undefined ? last + 1 : columnNumber(place);
    const style = Number(attribute(attributes, 's') ?? '0');
    this.#cell = { column, start, tagEnd, style, end: tagEnd };
  }

  #closeRow(row: RowPlace, end: number): void {
    this.#row = undefined;
    const isDue = this.#due[0] === row.number;
    if (isDue) this.#due.shift();
    const isStale = row.cells.some(
      ({ column, style }) => column === this.#marks.column || this.#styles.isMarked(style),
    );
    if (!isDue && !isStale) return;
    const text = this.#changedRow(row, prefixAt(this.#text, row.start));
    this.edits.push({ start: row.start, end, text });
  }

  #changedRow(row: RowPlace, p: string): string {
    const tag = this.#text.slice(row.start, row.tagEnd).replace(/\s*\/>$/, '>');
    const named = withAttribute(withAttribute(tag, 'spans', undefined), 'r', row.number);
    const cells = new Map(row.cells.map((cell) => [cell.column, this.#changedCell(row, cell)]));
    for (const [column, text] of this.#newCells(row, p)) cells.set(column, text);
    if (!this.#marks.sentences.has(row.number)) cells.delete(this.#marks.column);
    return `${this.#heightened(named, row.number)}${inOrder(cells)}</${p}row>`;
  }

  #changedCell(row: RowPlace, cell: CellPlace): string {
    const isMarked = this.#marks.cells.get(row.number)?.has(cell.column) ?? false;
    const style = isMarked ? this.#styles.marked(cell.style) : this.#styles.unmarked(cell.style);
    const tag = this.#text.slice(cell.start, cell.tagEnd);
    const named = withAttribute(tag, 'r', columnName(cell.column) + row.number);
    return withAttribute(named, 's', style) + this.#text.slice(cell.tagEnd, cell.end);
  }

  #newRow(number: number, p: string): string {
    const cells = new Map(this.#newCells({ number, cells: [] }, p));
    return `${this.#heightened(`<${p}row r="${number}">`, number)}${inOrder(cells)}</${p}row>`;
  }

  /** The sentence of a row, and marked cells that were not there. */
  #newCells(row: Pick<RowPlace, 'number' | 'cells'>, p: string): [number, string][] {
    const cells: [number, string][] = [];
    const there = new Set(row.cells.map(({ column }) => column));
    for (const column of this.#marks.cells.get(row.number) ?? []) {
      if (there.has(column)) continue;
      const under = this.#columns.find(({ min, max }) => min <= column && column <= max);
      const style = this.#styles.marked(under?.style ?? 0);
      cells.push([column, `<${p}c r="${columnName(column)}${row.number}" s="${style}"/>`]);
    }
    const sentence = this.#marks.sentences.get(row.number);
    if (sentence !== undefined) {
      const { column, headRow } = this.#marks;
      const style = row.number === headRow ? this.#headStyle(row) : this.#styles.sentence();
      const place = `${columnName(column)}${row.number}`;
      const text = `<${p}t xml:space="preserve">${escaped(cellText(sentence))}</${p}t>`;
      cells.push([
        column,
        `<${p}c r="${place}" s="${style}" t="inlineStr"><${p}is>${text}</${p}is></${p}c>`,
      ]);
    }
    return cells;
  }

  /** The head of the new column looks like the head to its left. */
  #headStyle({ cells }: Pick<RowPlace, 'cells'>): number {
    const left = cells.findLast(({ column }) => column < this.#marks.column);
    return left ? this.#styles.unmarked(left.style) : this.#styles.sentence();
  }

  /** A row high enough for its sentence; never lower than it was. */
  #heightened(tag: string, row: number): string {
    const sentence = this.#marks.sentences.get(row);
    if (sentence === undefined) return tag;
    const lines = sentence
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (sentenceWidth - 2))),
        0,
      );
    const given = Number(attribute(tag, 'ht') ?? '0');
    const height = Math.min(409, Math.max(given, lines * 15 + 3));
    if (lines === 1 && given === 0) return tag;
    return withAttribute(withAttribute(tag, 'ht', height), 'customHeight', 1);
  }
}

function inOrder(cells: ReadonlyMap<number, string>): string {
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .join('');
}
