/** Tables for pages: `DataTable` to read. */

export { type Column, headText } from './column.ts';
export { DataTable, type DataTableProps } from './DataTable.tsx';
