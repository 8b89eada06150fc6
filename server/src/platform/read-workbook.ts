/** The sheets of an .xlsx workbook as tables. */

import { scanPart } from './office.ts';
import type { Progress } from './progress.ts';
import { type SheetContext, SheetReader } from './sheet-reader.ts';
import type { Sheet, TableFile } from './tables.ts';
import { formatKinds, openWorkbook, sharedTexts, type WorkbookParts } from './workbook-parts.ts';

/** From this size on, packed, the reader is told how far it has come. */
const slowBytes = 2_000_000;

/** Rows between two sentences of progress. */
const rowsPerSentence = 20_000;

/** Sheets whose name begins so belong to the workbook's drop-downs and hold nothing of a clerk's. */
export const ownSheetMark = '_';

/**
 * Reads the sheets of a workbook. Hidden sheets, rows and columns are read like others, and a hidden
 * sheet says so; only sheets named `_…` are left out. Charts, pictures and comments are not read.
 * With `bytes` nothing is read from the disk, and `path` is what refusals call them.
 */
export async function readWorkbook(
  path: string,
  { progress, bytes }: { readonly progress?: Progress; readonly bytes?: Uint8Array } = {},
): Promise<TableFile> {
  const workbook = await openWorkbook(path, bytes);
  return { path, format: 'xlsx', sheets: await sheetsOf(workbook, progress) };
}

/** The sheets of a workbook that is open; those named `_…` are left out. */
export async function sheetsOf(
  workbook: WorkbookParts,
  progress: Progress = () => {},
): Promise<readonly Sheet[]> {
  const { bytes, isFrom1904, parts, path } = workbook;
  const isSlow = bytes.length > slowBytes;
  if (isSlow) {
    const size = (bytes.length / 1_000_000).toFixed(1);
    progress(`“${path}”有 ${size} MB，读取要几秒到几十秒，请稍候。`);
  }
  const texts = await sharedTexts(workbook);
  const formats = await formatKinds(workbook);
  const context: SheetContext = { path, texts, formats, isFrom1904, cells: 0 };
  const sheets: Sheet[] = [];
  for (const { name, part, isHidden } of workbook.sheets) {
    if (name.startsWith(ownSheetMark)) continue;
    const reader = new SheetReader(context, name, (row) => {
      if (isSlow && row % rowsPerSentence === 0) progress(`“${name}”表已读 ${row} 行。`);
    });
    await scanPart(path, parts, part, reader);
    sheets.push({ name, ...(isHidden ? { isHidden } : {}), rows: reader.rows() });
  }
  return sheets;
}
