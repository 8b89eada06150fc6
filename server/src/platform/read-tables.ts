/** A table file of a clerk's machine, whatever its format. */

import { endingOf, fileKind, strangerRefusal } from './file-kind.ts';
import { fileSentence, kindOf, readBytes } from './files.ts';
import type { Progress } from './progress.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { Refusal } from './refusal.ts';
import type { TableFile } from './tables.ts';

/** Reads an .xlsx or .csv file; refuses everything else with a sentence that says what to do. */
export async function readTables(path: string, progress: Progress = () => {}): Promise<TableFile> {
  const kind = kindOf(path);
  if (kind === 'nothing') throw new Refusal(fileSentence(path, '读', 'ENOENT'));
  if (kind === 'folder') throw new Refusal(fileSentence(path, '读', 'EISDIR'));
  const ending = endingOf(path);
  if (ending === '.csv') return readCsv(path, progress);
  if (ending === '.xlsx' || ending === '.xlsm') return readWorkbook(path, { progress });
  throw strangeEnding(path, ending);
}

/** Also a file of another ending gets the sentence that fits what it really is. */
function strangeEnding(path: string, ending: string): Refusal {
  const what = fileKind(readBytes(path, '这样的文件一般不到 5 MB'));
  const isTable = ['.xls', '.et', '.ods', '.xlsb', '.xlt', '.ett'].includes(ending);
  if (isTable && what === 'zip') return strangerRefusal(path, 'old-office', '.xlsx');
  if (isTable || (what !== 'zip' && what !== 'text')) return strangerRefusal(path, what, '.xlsx');
  return new Refusal(
    `“${path}”不是 .xlsx 或 .csv 文件，不知道怎么读。是表格的，请用 Excel 或 WPS 打开，“另存为”.xlsx 再试；放错了的，请移到别的文件夹。`,
  );
}
