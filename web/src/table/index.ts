/** Tables for pages: `DataTable` to read, `useSheet` with `EditableGrid` to fill in. */

export { type Column, headText } from './column.ts';
export { DataTable, type DataTableProps } from './DataTable.tsx';
export { EditableGrid } from './EditableGrid.tsx';
export type { CellName, Edit } from './edits.ts';
export { PastePreview } from './PastePreview.tsx';
export type { PastePlan, PlannedCell } from './paste.ts';
export { SheetGrid } from './SheetGrid.tsx';
export { Standing } from './SheetLine.tsx';
export type { Selection } from './selection.ts';
export type { SheetColumn } from './sheet-column.ts';
export { tsvBlock, tsvText } from './tsv.ts';
export { type Sheet, type SheetCells, type TypedCell, useChecks, useSheet } from './use-sheet.ts';
