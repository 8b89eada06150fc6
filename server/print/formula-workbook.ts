/** A workbook with formulas as a person would leave it, but without any computed value in it. */

import exceljs from 'exceljs';
import jszip from 'jszip';

/** Text, number, or a formula without its result. */
export type FormulaCell = string | number | { readonly formula: string };

/** A sheet by rows from its first cell. */
export interface FormulaSheet {
  readonly name: string;
  readonly rows: readonly (readonly FormulaCell[])[];
}

/**
 * The bytes of an .xlsx file. Throws if a cell with a formula holds a value: whoever opens the file
 * must compute every one of them.
 */
export async function formulaWorkbook(sheets: readonly FormulaSheet[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) {
      sheet.addRow(
        row.map((cell) =>
          typeof cell === 'object' ? { formula: cell.formula, date1904: false } : cell,
        ),
      );
    }
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  await requireNoResults(bytes);
  return bytes;
}

async function requireNoResults(bytes: Uint8Array): Promise<void> {
  const archive = await jszip.loadAsync(bytes);
  for (const path of Object.keys(archive.files)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue;
    const text = (await archive.file(path)?.async('string')) ?? '';
    const [computed] = /<f>[^<]*<\/f><v>[^<]+<\/v>/.exec(text) ?? [];
    if (computed) throw new Error(`${path} holds a computed value: ${computed}`);
  }
}
