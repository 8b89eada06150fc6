/** Fields for pages. What is taken from `antd` itself stands inside `FormTheme.tsx`, loaded lazily. */

export { Choice, type Option } from './Choice.tsx';
export { DateField } from './DateField.tsx';
export { DeedModal, type DeedModalProps } from './DeedModal.tsx';
export { Field, type FieldParts } from './Field.tsx';
export { type ImportColumn, ListImport } from './ListImport.tsx';
export { tableFiles } from './table-files.ts';
export { useChangeColumns } from './use-change-columns.ts';
