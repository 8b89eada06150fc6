/** What every room stands on: refusals in Chinese, files of a clerk's machine, findings in words. */

export { fileSentence, kindOf, megabytesOf, readText, slowMegabytes } from './files.ts';
export { countText, type FileFinding, findingText, groupedText, inFile } from './findings.ts';
export { openOffice } from './office.ts';
export type { Progress } from './progress.ts';
export { readTables } from './read-tables.ts';
export { readWorkbook } from './read-workbook.ts';
export { Refusal } from './refusal.ts';
export { type HeadRows, remarkedCsv, remarkedWorkbook } from './remark.ts';
export {
  type Cell,
  type CellKind,
  type CellRemark,
  type Column,
  type ColumnType,
  isRemarkTitle,
  type NewSheet,
  remarkTitle,
  type Sheet,
  type TableFile,
} from './tables.ts';
export { halfWidth, plainText } from './text.ts';
export { wordParagraphs } from './word-text.ts';
export { csvText } from './write-csv.ts';
export { refuseForeign, writeBytes, writeFolder, writeTogether } from './write-files.ts';
export { workbookBytes } from './write-workbook.ts';
export { fixedZip } from './zip.ts';
