/** A sheet that is filled in and saved as a whole, with its line of state below. */

import type { ReactNode } from 'react';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetLine } from './SheetLine.tsx';
import type { Sheet } from './use-sheet.ts';

interface EditableGridProps<Row> {
  label: string;
  sheet: Sheet<Row>;
  /** One text a column at the foot. */
  totals?: readonly string[];
  /** The page's own buttons beside 撤销 and 恢复: "存草稿", "送审". */
  actions?: ReactNode;
}

/** The sheet with its line of state below. Saving belongs to the page: `sheet.edits`. */
export function EditableGrid<Row>({ label, sheet, totals, actions }: EditableGridProps<Row>) {
  return (
    <SheetGrid
      {...{ label, sheet, totals }}
      line={(selection) => <SheetLine {...{ sheet, selection, actions }} />}
    />
  );
}
