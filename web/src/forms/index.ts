/** Fields for pages. What is taken from `antd` itself stands inside `FormTheme.tsx`, loaded lazily. */

export { Choice, type Option } from './Choice.tsx';
export { DateField } from './DateField.tsx';
export { DeedModal, type DeedModalProps } from './DeedModal.tsx';
export { Field, type FieldParts } from './Field.tsx';
