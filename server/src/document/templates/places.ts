/** Where the placeholders of a template stand; Word may cut one of them over several runs. */

import { XmlScanner } from '../../platform/index.ts';

/** A paragraph with its place in the text of its part. */
export interface Paragraph {
  readonly start: number;
  end: number;
  text: string;
  /** Absent outside of tables. */
  readonly row?: Row;
  /** A section ends with it: it cannot be left out. */
  endsSection: boolean;
}

/** A row of a table. */
export interface Row {
  readonly start: number;
  end: number;
  readonly table: Table;
  readonly paragraphs: Paragraph[];
  /** Text elements with text, each with its cell: where the marks of a repetition are put. */
  readonly texts: { readonly start: number; end: number; readonly cell: number }[];
}

export interface Table {
  readonly start: number;
  end: number;
  readonly rows: Row[];
}

export interface Places {
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
}

/** Paragraphs and tables of the XML of a part, in the order in which they begin. */
export function placesIn(xml: string): Places {
  const places = { paragraphs: [] as Paragraph[], tables: [] as Table[] };
  const open = { paragraphs: [] as Paragraph[], rows: [] as Row[], tables: [] as Table[] };
  let cells = 0;
  let isText = 0;
  const scanner = new XmlScanner({
    open(tag) {
      const [start, end] = [scanner.tagStart, scanner.tagEnd];
      const [row, table, paragraph] = [
        open.rows.at(-1),
        open.tables.at(-1),
        open.paragraphs.at(-1),
      ];
      if (tag === 'tbl') {
        const begun: Table = { start, end, rows: [] };
        open.tables.push(begun);
        places.tables.push(begun);
      } else if (tag === 'tr' && table) {
        const begun: Row = { start, end, table, paragraphs: [], texts: [] };
        open.rows.push(begun);
        table.rows.push(begun);
      } else if (tag === 'tc') cells += 1;
      else if (tag === 'p') {
        const begun: Paragraph = {
          start,
          end,
          text: '',
          endsSection: false,
          ...(row ? { row } : {}),
        };
        open.paragraphs.push(begun);
        places.paragraphs.push(begun);
        row?.paragraphs.push(begun);
      } else if (tag === 't') {
        isText += 1;
        row?.texts.push({ start: end, end, cell: cells });
      } else if (tag === 'br' || tag === 'tab') {
        if (paragraph) paragraph.text += ' ';
      } else if (tag === 'sectPr' && paragraph) paragraph.endsSection = true;
    },
    close(tag) {
      const end = scanner.tagEnd;
      if (tag === 'tbl') finish(open.tables.pop(), end);
      else if (tag === 'tr') finish(open.rows.pop(), end);
      else if (tag === 'p') finish(open.paragraphs.pop(), end);
      else if (tag === 't') {
        isText -= 1;
        finish(open.rows.at(-1)?.texts.at(-1), scanner.tagStart);
      }
    },
    text(piece) {
      const paragraph = open.paragraphs.at(-1);
      if (isText > 0 && paragraph) paragraph.text += piece;
    },
  });
  scanner.write(xml);
  scanner.end();
  return places;
}

function finish(place: { end: number } | undefined, end: number): void {
  if (place) place.end = end;
}

/** The words of the placeholders in a text, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/【([^【】]*)】/g)].map(([, words = '']) => words.trim());
}

/** Whether a bracket is left open, or closed without having been opened. */
export function isUnclosed(text: string): boolean {
  return /[【】]/.test(text.replace(/【[^【】]*】/g, ''));
}
