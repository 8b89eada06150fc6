/** Tables as a workbook that a clerk fills in, reads and prints. */

import type { NewSheet } from './tables.ts';

/** The bytes of an .xlsx file; the same sheets give the same bytes. */
export async function workbookBytes(
  _sheets: readonly NewSheet[],
  _options?: { title?: string },
): Promise<Uint8Array> {
  throw new Error('not built yet');
}
