/** Columns of a sheet that is filled in, and what may stand in their cells. */

import { dateFromText } from '../format/dates.ts';
import { plainDigits, pointsFromText } from '../format/points.ts';
import type { GridColumn } from './Grid.tsx';

/** One column of an editable sheet. Values are text, as a person would type them. */
export interface SheetColumn<Row> extends GridColumn {
  /** `fixed` cannot be typed into; the first column is, as a rule, the fixed name of the row. */
  type: 'fixed' | 'number' | 'text' | 'choice' | 'date';
  /** What is saved: the cell before anyone types. '' for nothing. */
  value(row: Row): string;
  /** Decimals a number may have, 0 to 3; default 2. */
  decimals?: number;
  choices?: readonly string[];
  /** How a typed text is kept: "3处" as "3". Asked before its type is checked. */
  tidy?(typed: string): string;
  /** A sentence when the value will not do: what, why, what to do. Asked after the type has been checked. */
  check?(value: string, row: Row): string | undefined;
  /** A sentence when this cell may not be changed, such as a sealed period. */
  locked?(row: Row): string | undefined;
}

/** What is wrong with a value, in a form that words can be found for. */
export type CellFault =
  | { kind: 'number' }
  | { kind: 'decimals'; most: number }
  | { kind: 'date' }
  | { kind: 'choice'; choices: readonly string[] };

/** The value as it will be saved; a text that does not fit its type stays as typed, with its fault. */
export function settled<Row>(
  typed: string,
  { type, decimals = 2, choices = [], tidy }: SheetColumn<Row>,
  year: number,
): { value: string; fault?: CellFault } {
  const value = tidy ? tidy(typed.trim()) : typed.trim();
  if (value === '' || type === 'fixed' || type === 'text') return { value };
  if (type === 'number') return settledNumber(value, decimals);
  if (type === 'choice') {
    return choices.includes(value) ? { value } : { value, fault: { kind: 'choice', choices } };
  }
  const date = dateFromText(value, year);
  return date === undefined ? { value, fault: { kind: 'date' } } : { value: date };
}

function settledNumber(typed: string, most: number): { value: string; fault?: CellFault } {
  const plain = plainDigits(typed);
  if (pointsFromText(plain) === undefined) {
    const isLong = /^[+-]?\d{1,12}\.\d{4,}$/.test(plain);
    return { value: typed, fault: isLong ? { kind: 'decimals', most } : { kind: 'number' } };
  }
  const part = plain.split('.')[1]?.replace(/0+$/, '') ?? '';
  if (part.length > most) return { value: plain, fault: { kind: 'decimals', most } };
  return { value: plain.replace(/^\+/, '').replace(/\.$/, '') };
}

/** True where a person may type. */
export function isOpen<Row>(row: Row, { type, locked }: SheetColumn<Row>): boolean {
  return type !== 'fixed' && locked?.(row) === undefined;
}
