/** A CSV file as a table, in the encodings that Excel and WPS write. */

import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from './csv-guard.ts';
import { fileKind, strangerRefusal } from './file-kind.ts';
import { readBytes } from './files.ts';
import type { Progress } from './progress.ts';
import { Refusal } from './refusal.ts';
import { blankCell, textCell } from './sheet-cells.ts';
import { mostCells, mostColumns, mostRows } from './sheet-reader.ts';
import type { Cell, TableFile } from './tables.ts';

/** From this size on the reader is told that it takes a while. */
const slowBytes = 5_000_000;

/** Reads a CSV file; every cell with content is a text, because CSV knows nothing else. */
export function readCsv(path: string, progress: Progress): TableFile {
  const bytes = readBytes(path, '一个乡镇一年的事实一般不到 1 MB');
  if (bytes.length > slowBytes) {
    progress(`“${path}”有 ${(bytes.length / 1_000_000).toFixed(1)} MB，读取要几秒，请稍候。`);
  }
  const rows = recordsOf(path, bytes).map((record) => cellsOf(record));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  refuseBeyond(path, rows);
  return { path, format: 'csv', sheets: [{ name: '', rows }] };
}

/** The records of a CSV file as they stand, guards and all; row 1 is the first. */
export function recordsOf(path: string, bytes: Uint8Array): string[][] {
  const text = csvTextOf(path, bytes);
  const separator = separatorOf(text);
  try {
    return parse(text, { delimiter: separator, relaxColumnCount: true, relaxQuotes: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal(quoteSentence(path, error));
    throw error;
  }
}

/** The text of a CSV file: UTF-8 or UTF-16 by its mark, else UTF-8, else the Chinese of WPS (GB 18030). */
function csvTextOf(path: string, bytes: Uint8Array): string {
  const kind = fileKind(bytes);
  if (kind === 'zip') {
    throw new Refusal(
      `“${path}”里面不是逗号分隔的文本，多半是 Excel 工作簿改了文件名。请把文件名后面的字母改回 .xlsx 再试。`,
    );
  }
  if (kind !== 'text' && kind !== 'xml') throw strangerRefusal(path, kind, '.xlsx');
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const wide = { fffe: 'utf-16le', feff: 'utf-16be' }[mark];
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one; the next may fit.
    }
  }
  throw new Refusal(
    `“${path}”按 UTF-8 和 GBK（GB 18030）两种编码都读不通，文件可能坏了或混了两种编码。请用 Excel 或 WPS 打开原表，“另存为”.xlsx 再试。`,
  );
}

/** A comma, or a tab where the first line has tabs and no comma. */
function separatorOf(text: string): ',' | '\t' {
  const [first = ''] = text.trimStart().split(/\r|\n/, 1);
  return first.includes('\t') && !first.includes(',') ? '\t' : ',';
}

function cellsOf(record: readonly string[]): readonly Cell[] {
  const cells = record.map((text) => textCell(unguarded(text)));
  while (cells.length > 0 && cells.at(-1) === blankCell) cells.pop();
  return cells;
}

function refuseBeyond(path: string, rows: readonly (readonly Cell[])[]): void {
  if (rows.length > mostRows) {
    throw new Refusal(
      `“${path}”有 ${rows.length} 行，最多读 ${mostRows} 行。确有这么多的，请按年份或单位分成几个文件。`,
    );
  }
  const wide = rows.findIndex(({ length }) => length > mostColumns);
  if (wide !== -1) {
    throw new Refusal(
      `“${path}”第 ${wide + 1} 行有 ${rows[wide]?.length} 列，最多读 ${mostColumns} 列。请删去右边用不着的内容以后再试。`,
    );
  }
  if (rows.reduce((sum, { length }) => sum + length, 0) > mostCells) {
    throw new Refusal(
      `“${path}”里的格子超过 ${mostCells / 10_000} 万个，没有读完。请按年份或单位分成几个文件以后再试。`,
    );
  }
}

function quoteSentence(path: string, error: CsvError): string {
  const line = typeof error.lines === 'number' ? `第 ${error.lines} 行附近` : '';
  return `“${path}”${line}的引号没有成对，从那里起分不清一格在哪里结束，没有读。请用 Excel 或 WPS 打开核对，“另存为”.xlsx 再试。`;
}
