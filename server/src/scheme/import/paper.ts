/** A document as read, whatever file it came from: lines and tables in their order. */

/** A cell of a table: every position of a merged area holds the same cell object. */
export interface PaperCell {
  /** Lines joined by \n, automatic numbers written out. */
  readonly text: string;
  /** The first row and column that the cell covers, from 0, and how many of each. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** The text comes from a table inside the cell, whose columns are lost in it. */
  readonly isNested?: boolean;
}

/** A table as a full grid; `undefined` is a position that no cell covers. */
export interface PaperTable {
  readonly kind: 'table';
  /** As people would point at it: 第 2 个表, or the name of a sheet. */
  readonly place: string;
  /** The name of the sheet; absent in Word. */
  readonly sheet?: string;
  readonly rows: readonly (readonly (PaperCell | undefined)[])[];
}

/** A line outside of tables. */
export interface PaperLine {
  readonly kind: 'line';
  readonly place: string;
  /** With its automatic number written out in front. */
  readonly text: string;
  /** The rank of a heading by its style, from 1; absent for body text. */
  readonly heading?: number;
}

export type PaperBlock = PaperLine | PaperTable;

/** A sentence for the person who asked, about something of the document. */
export interface Remark {
  /** Where: 第 2 个表第 5 行, 第 12 段; '' for the whole file. */
  readonly place: string;
  /** What was not read or not understood, and what to do. */
  readonly sentence: string;
  /** The words of the document that are meant. */
  readonly words?: string;
}

export interface Paper {
  readonly blocks: readonly PaperBlock[];
  readonly remarks: readonly Remark[];
}
