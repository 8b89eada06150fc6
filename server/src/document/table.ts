/** Tables as wide as the type area, with heads of several rows and cells that span. */

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type Paragraph,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
  TableCell as WordCell,
  Table as WordTable,
} from 'docx';
import { type PlacedCell, placed } from './grid.ts';
import { borders, lines, sizes } from './layout.ts';
import type { Table, TableColumn } from './model.ts';
import { type Form, textParagraph } from './runs.ts';

/** The caption if there is one, and the table; with `goesOn` it stays on the page of what follows. */
export function tableOf(table: Table, width: number, goesOn = false): (Paragraph | WordTable)[] {
  const { columns, caption } = table;
  const widths = columnWidths(columns, width);
  const size = table.small ? sizes.五号 : sizes.小四;
  const height = table.small ? lines.smallCell : lines.cell;
  const head = placed(table.head, columns.length).map((cells) =>
    rowOf(cells, widths, { isHead: true, size, height, goesOn, align: () => 'center' }),
  );
  const rows = placed(table.rows, columns.length).map((cells) =>
    rowOf(cells, widths, {
      ...{ isHead: false, size, height, goesOn },
      align: (at) => columns[at]?.align,
    }),
  );
  return [
    ...(caption === undefined ? [] : [captionOf(caption)]),
    new WordTable({
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      margins: table.small ? smallMargins : margins,
      borders: tableBorders,
      rows: [...head, ...rows],
    }),
  ];
}

interface RowLook {
  readonly isHead: boolean;
  readonly size: number;
  readonly height: number;
  readonly goesOn: boolean;
  readonly align: (column: number) => TableColumn['align'] | undefined;
}

/** Rows up to this many characters in a cell are never broken; longer ones would leave gaps. */
const longestWhole = 600;

function rowOf(cells: readonly PlacedCell[], widths: readonly number[], look: RowLook): TableRow {
  return new TableRow({
    ...(look.isHead ? { tableHeader: true } : {}),
    ...(cells.every(({ text }) => text.length <= longestWhole) ? { cantSplit: true } : {}),
    height: { value: look.height + margins.top + margins.bottom, rule: HeightRule.ATLEAST },
    children: cells.map((cell) => cellOf(cell, widths, look)),
  });
}

const merges = {
  none: {},
  first: { verticalMerge: VerticalMergeType.RESTART },
  covered: { verticalMerge: VerticalMergeType.CONTINUE },
} as const;

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** An area of more rows is likely to go on overleaf; its text stays with its first rows. */
const mostCentred = 4;

function cellOf(cell: PlacedCell, widths: readonly number[], look: RowLook): WordCell {
  const { at, columns, text, merge } = cell;
  const width = widths.slice(at, at + columns).reduce((sum, one) => sum + one, 0);
  const form: Form = {
    alignment: alignments[cell.align ?? look.align(at) ?? 'left'],
    height: look.height,
    ...(look.goesOn ? { keepNext: true } : {}),
  };
  const face = look.isHead ? ('黑体' as const) : ('仿宋' as const);
  return new WordCell({
    ...merges[merge],
    ...(columns > 1 ? { columnSpan: columns } : {}),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: cell.rows > mostCentred ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: [textParagraph(text, { face, size: look.size }, form)],
  });
}

/** The caption above a table, on the page of its head. */
function captionOf(caption: string): Paragraph {
  return textParagraph(
    caption,
    { face: '黑体', size: sizes.小四 },
    { alignment: AlignmentType.CENTER, keepNext: true },
  );
}

/** Space between the lines of a table and its text, in twips. */
const margins = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA };
const smallMargins = { ...margins, left: 50, right: 50 };

const thin = { style: BorderStyle.SINGLE, size: borders.table, color: '000000' };
const tableBorders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};

/** Widths in twips by the shares of the columns; what rounding leaves goes to the widest. */
function columnWidths(columns: readonly TableColumn[], width: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / shares) * width));
  const widest = widths.indexOf(Math.max(...widths));
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === widest ? one + rest : one));
}
