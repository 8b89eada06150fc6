/** Tables as CSV: head and rows, UTF-8 with its mark, so that Excel and WPS open them right. */

import type { NewSheet } from './tables.ts';

/** The head and the rows of a sheet as CSV text; title lines and notes stay out. */
export function csvText(_sheet: NewSheet): string {
  throw new Error('not built yet');
}
