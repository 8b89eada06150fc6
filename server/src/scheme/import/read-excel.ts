/** A workbook as tables: each visible sheet is one. */

import type { Sheet, TableFile } from '../../platform/index.ts';
import type { Paper, PaperCell, PaperTable, Remark } from './paper.ts';

/** The sheets of a workbook as one document. Hidden sheets are left out and named. */
export function paperOf(file: TableFile): Paper {
  const hidden = file.sheets.filter((sheet) => sheet.isHidden);
  const shown = file.sheets.filter((sheet) => !sheet.isHidden && sheet.rows.length > 0);
  return {
    blocks: shown.map(tableOf),
    remarks: [
      ...hidden.map(
        ({ name }): Remark => ({
          place: `工作表“${name}”`,
          sentence: '是隐藏的，没有读；要读的请取消隐藏，再导入。',
        }),
      ),
      ...shown.flatMap(problemsOf),
    ],
  };
}

function tableOf(sheet: Sheet): PaperTable {
  const place = sheet.name === '' ? '表' : `工作表“${sheet.name}”`;
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const rows: (PaperCell | undefined)[][] = sheet.rows.map(() =>
    Array.from({ length: width }, () => undefined),
  );
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (rows[row]?.[column] !== undefined) return;
      const isArea = cell.merged?.isFirst === true;
      const area = isArea && cell.merged ? cell.merged : { rows: 1, columns: 1 };
      const text = cell.kind === 'error' ? '' : shownText(cell);
      const one: PaperCell = { text, row, column, rows: area.rows, columns: area.columns };
      for (let down = 0; down < area.rows; down += 1) {
        const target = rows[row + down];
        for (let right = 0; target && right < area.columns; right += 1)
          target[column + right] = one;
      }
    });
  });
  return { kind: 'table', place, ...(sheet.name === '' ? {} : { sheet: sheet.name }), rows };
}

/** 0.86 that was seen as 86% is read as 86%: the words around it say 86%. */
function shownText({ text, percent }: Sheet['rows'][number][number]): string {
  if (!percent) return text;
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = fraction.padEnd(2, '0');
  const shifted = `${whole}${digits.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return digits.length > 2 ? `${shifted}.${digits.slice(2)}%` : `${shifted}%`;
}

function problemsOf(sheet: Sheet): Remark[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Remark[] =>
      cell.kind === 'error'
        ? [
            {
              place: `工作表“${sheet.name}”第 ${row + 1} 行第 ${column + 1} 列`,
              sentence: cell.problem ?? '这一格读不出。',
            },
          ]
        : [],
    ),
  );
}
