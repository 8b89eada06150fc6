/** A list of the district in a workbook: its table as text, and the copy with what is wrong in it. */

import { readBenchmark } from '@oneneedle/kernel';
import {
  type CellRemark,
  type Ctx,
  readTables,
  remarkedFile,
  type Sheet,
  withUploaded,
} from '../../platform/index.ts';
import { benchmarkProblem } from './problems.ts';

const megabytes = 10;
/** Larger is no list of a district. */
const most = { rows: 200, columns: 60 };

/** The first table in the file that is not hidden, and every fault in it. */
export async function previewFile(ctx: Ctx, { file }: { readonly file: File }) {
  return withTable(file, async (_, sheet) => {
    const cells = cellsOf(sheet);
    return { cells, faults: readBenchmark(cells, ctx.tenant.name).faults };
  });
}

/** The file as it was given, with what is wrong written beside its cells. */
export async function markFile(ctx: Ctx, { file }: { readonly file: File }): Promise<File> {
  return withTable(file, async (path, sheet) => {
    const cells = cellsOf(sheet);
    const { faults } = readBenchmark(cells, ctx.tenant.name);
    const remarks = faults.map(
      ({ row, column, sentence }): CellRemark => ({
        sheet: sheet.name,
        row: row + 1,
        column: column + 1,
        sentence,
      }),
    );
    const head = cells.findIndex((row) => row.includes(ctx.tenant.name));
    return remarkedFile(path, remarks, { [sheet.name]: Math.max(0, head) + 1 });
  });
}

async function withTable<R>(
  file: File,
  work: (path: string, sheet: Sheet) => Promise<R>,
): Promise<R> {
  const refused = (why: string) => benchmarkProblem('file-unreadable', { why });
  if (file.size > megabytes * 1024 * 1024) {
    throw refused(`文件大于 ${megabytes} MB。一份对标表一般不到 1 MB，请只留这一张表再传。`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withUploaded(
    { name: file.name, bytes, otherwise: '对标表.xlsx', refused },
    async (path) => {
      const { sheets } = await readTables(path);
      const sheet = sheets.find(({ isHidden, rows }) => isHidden !== true && rows.length > 0);
      if (!sheet) throw refused('文件里没有表。请把对标表放在第一张工作表。');
      if (sheet.rows.length > most.rows || sheet.rows.some((row) => row.length > most.columns)) {
        throw refused(
          `表有 ${sheet.rows.length} 行，多于 ${most.rows} 行或者 ${most.columns} 列，不像一份对标表。`,
        );
      }
      return work(path, sheet);
    },
  );
}

/** The table as text; an empty table has one empty cell. */
function cellsOf({ rows }: Sheet): string[][] {
  return rows.map((row) => row.map(({ text }) => text.slice(0, 200)));
}
