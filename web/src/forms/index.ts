/** Fields for pages. `FormTheme` stands around anything else that is taken from `antd`. */

export { Choice, type Option } from './Choice.tsx';
export { DateField } from './DateField.tsx';
export { Field, type FieldParts } from './Field.tsx';
export { FormTheme } from './FormTheme.tsx';
