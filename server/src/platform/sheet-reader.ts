/** The cells of one sheet of a workbook, read forwards; blank formatted cells cost nothing. */

import type { FormatKind } from './number-format.ts';
import { Refusal } from './refusal.ts';
import { blankCell, cellOf } from './sheet-cells.ts';
import type { Cell } from './tables.ts';
import { attribute, type XmlHandler, XmlProblem } from './xml.ts';

/** Rows and columns that a sheet may fill; a township's year of facts is some thousand rows. */
export const mostRows = 120_000;
export const mostColumns = 200;

/** Cells that one file may fill, covered by merged areas or not: 100,000 rows of 12 are 1.2 million. */
export const mostCells = 3_000_000;

/** Characters of one cell in the file; Excel holds 32,767, some of them written as seven. */
export const longestValue = 300_000;

/** What all sheets of a workbook have in common. */
export interface SheetContext {
  readonly path: string;
  readonly texts: readonly string[];
  readonly formats: readonly FormatKind[];
  readonly isFrom1904: boolean;
  /** Cells that the file has filled so far. */
  cells: number;
}

/** An area of merged cells; rows and columns count from 1. */
interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Gathers the cells of a sheet; `rows` is asked for at the end. */
export class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #name: string;
  readonly #onRow: (row: number) => void;
  /** Sparse; a row without content has no array. */
  readonly #rows: Cell[][] = [];
  readonly #areas: Area[] = [];
  readonly #textCells: Cell[] = [];
  #isInData = false;
  #row = 0;
  #column = 0;
  #type = '';
  #style = 0;
  #isFormula = false;
  #isReading = false;
  #isInline = false;
  #listens = false;
  #value: string | undefined;

  constructor(context: SheetContext, name: string, onRow: (row: number) => void) {
    this.#context = context;
    this.#name = name;
    this.#onRow = onRow;
  }

  open(tag: string, attributes: string): void {
    if (!this.#isInData) {
      if (tag === 'sheetData') this.#isInData = true;
      if (tag === 'mergeCell') this.#areas.push(areaOf(attribute(attributes, 'ref') ?? ''));
      if (this.#areas.length > mostColumns * 500) throw new XmlProblem('too many merged areas');
      return;
    }
    if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'v') this.#listens = true;
    else if (tag === 't') this.#listens = this.#isInline && !this.#isReading;
    else if (tag === 'f') this.#isFormula = true;
    else if (tag === 'is') this.#isInline = true;
    else if (tag === 'rPh') this.#isReading = true;
    else if (tag === 'row') this.#openRow(attributes);
  }

  close(tag: string): void {
    if (!this.#isInData) return;
    if (tag === 'c') this.#closeCell();
    else if (tag === 'v' || tag === 't') this.#closeValue();
    else if (tag === 'is') this.#isInline = false;
    else if (tag === 'rPh') this.#isReading = false;
    else if (tag === 'sheetData') this.#isInData = false;
  }

  text(piece: string): void {
    if (!this.#listens) return;
    this.#value = this.#value === undefined ? piece : this.#value + piece;
    if (this.#value.length > longestValue) throw new XmlProblem('a text without end');
  }

  /** The rows up to the last that has content, merged areas filled. */
  rows(): readonly (readonly Cell[])[] {
    const used = this.#rows.length;
    const width = this.#rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
    for (const area of this.#areas) this.#merge(area, used, width);
    return Array.from({ length: used }, (_, index) => filled(this.#rows[index]));
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    this.#row = given === undefined ? this.#row + 1 : Number(given);
    this.#column = 0;
    if (!(Number.isSafeInteger(this.#row) && this.#row > 0)) throw new XmlProblem('a row number');
  }

  #openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.#column = place === undefined ? this.#column + 1 : columnNumber(place);
    this.#type = attribute(attributes, 't') ?? '';
    this.#style = Number(attribute(attributes, 's') ?? '0');
    this.#isFormula = false;
    this.#value = undefined;
  }

  /** A value that is there but empty is '', which a formula may well give. */
  #closeValue(): void {
    if (this.#listens) this.#value ??= '';
    this.#listens = false;
  }

  #closeCell(): void {
    if (this.#value === undefined && !this.#isFormula) return;
    const cell = this.#read();
    if (cell.kind === 'blank' && !cell.formula) return;
    this.#put(this.#row, this.#column, cell);
  }

  #read(): Cell {
    const { formats, isFrom1904, texts } = this.#context;
    if (this.#type === 's' && !this.#isFormula) return this.#sharedText(Number(this.#value), texts);
    return cellOf(
      {
        type: this.#type,
        value: this.#value,
        isFormula: this.#isFormula,
        format: formats[this.#style] ?? 'number',
      },
      isFrom1904,
    );
  }

  /** One text stands in many cells; they share one object. */
  #sharedText(index: number, texts: readonly string[]): Cell {
    const known = this.#textCells[index];
    if (known) return known;
    const text = texts[index];
    if (text === undefined) throw new XmlProblem('a text that is not there');
    const cell = cellOf({ type: 's', value: text, isFormula: false, format: 'number' }, false);
    this.#textCells[index] = cell;
    return cell;
  }

  #put(row: number, column: number, cell: Cell): void {
    this.#refuseBeyond(row, column);
    let cells = this.#rows[row - 1];
    if (!cells) {
      cells = [];
      this.#rows[row - 1] = cells;
      this.#onRow(row);
    }
    while (cells.length < column - 1) cells.push(blankCell);
    cells[column - 1] = cell;
  }

  #refuseBeyond(row: number, column: number): void {
    const { path } = this.#context;
    const where = `“${path}”的“${this.#name}”表`;
    if (row > mostRows) {
      throw new Refusal(
        `${where}在第 ${row} 行还有内容，最多读 ${mostRows} 行。请删去用不着的内容；确有这么多的，请按年份或单位分成几个文件。`,
      );
    }
    if (column > mostColumns) {
      throw new Refusal(
        `${where}第 ${row} 行在第 ${column} 列还有内容，最多读 ${mostColumns} 列。请删去右边用不着的内容以后再试。`,
      );
    }
    this.#context.cells += 1;
    if (this.#context.cells > mostCells) {
      throw new Refusal(
        `“${path}”里有内容的格子超过 ${mostCells / 10_000} 万个，没有读完。请按年份或单位分成几个文件以后再试。`,
      );
    }
  }

  /**
   * Every cell of a merged area says what its first cell says. An area reaches no further than the
   * sheet has content: merging down to the last row adds no rows.
   */
  #merge(area: Area, used: number, width: number): void {
    const value = this.#rows[area.top - 1]?.[area.left - 1] ?? blankCell;
    if (value.kind === 'blank') return;
    const rows = area.bottom - area.top + 1;
    const columns = area.right - area.left + 1;
    if (rows * columns === 1) return;
    const first: Cell = { ...value, merged: { rows, columns, isFirst: true } };
    const other: Cell = { ...value, merged: { rows, columns, isFirst: false } };
    for (let row = area.top; row <= Math.min(area.bottom, used); row += 1) {
      for (let column = area.left; column <= Math.min(area.right, width); column += 1) {
        this.#put(row, column, row === area.top && column === area.left ? first : other);
      }
    }
  }
}

function filled(row: Cell[] | undefined): readonly Cell[] {
  return row ?? noCells;
}

const noCells: readonly Cell[] = Object.freeze([]);

/** `AB12` is 28; throws for what is no place in a sheet. */
export function columnNumber(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column < 1 || column > 16_384) throw new XmlProblem('a column');
  return column;
}

/** 28 is `AB`. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest);
}

function areaOf(reference: string): Area {
  const [from = '', to = from] = reference.split(':');
  const area = {
    top: Number(from.replace(/^\D+/, '')),
    left: columnNumber(from),
    bottom: Number(to.replace(/^\D+/, '')),
    right: columnNumber(to),
  };
  const isWhole = Number.isSafeInteger(area.top) && Number.isSafeInteger(area.bottom);
  if (!isWhole || area.top < 1 || area.bottom < area.top || area.right < area.left) {
    throw new XmlProblem('a merged area');
  }
  return area;
}
