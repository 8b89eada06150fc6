/** From a Word or Excel file to the draft of a scheme, by fixed patterns and nothing else. */

import { type FactKind, factKind, readScheme, readShape } from '@oneneedle/kernel';
import { openOffice, Refusal, readTables } from '../../platform/index.ts';
import { draftOf, type SchemeDraft } from './draft.ts';
import type { Paper } from './paper.ts';
import { paperOf } from './read-excel.ts';
import { outlineOf } from './read-outline.ts';
import { readWord } from './read-word.ts';

export type { SchemeDraft } from './draft.ts';
export type { Remark } from './paper.ts';

/**
 * Drafts a scheme from a .docx or .xlsx file. What was not understood stands in the draft as
 * pending, with its reason; what was left out is in the remarks. Kinds of fact that exist keep their
 * codes to themselves. Equal files beside equal kinds give equal bytes.
 * Refuses other files with what to do.
 */
export async function importScheme(
  path: string,
  existing: readonly FactKind[] = [],
): Promise<SchemeDraft> {
  const draft = draftOf(outlineOf(await readPaper(path)), existing);
  requireSound(draft);
  return draft;
}

async function readPaper(path: string): Promise<Paper> {
  const ending = /\.([^./\\]+)$/.exec(path.toLowerCase())?.[1] ?? '';
  if (ending === 'docx') return readWord(path, await openOffice(path));
  if (ending === 'xlsx' || ending === 'xlsm') return paperOf(await readTables(path));
  throw new Refusal(strangerSentence(path, ending));
}

function strangerSentence(path: string, ending: string): string {
  const old: Record<string, string> = {
    doc: '老式的 Word 文件（.doc）',
    wps: 'WPS 自己的格式（.wps）',
    xls: '老式的 Excel 文件（.xls）',
    et: 'WPS 表格自己的格式（.et）',
    rtf: '.rtf 文件',
    pdf: 'PDF 文件，里面没有表格的结构',
  };
  const kind = old[ending];
  const target = ['xls', 'et'].includes(ending) ? '.xlsx' : '.docx';
  return kind
    ? `“${path}”是${kind}，导入不了。请用 Word 或 WPS 打开，“另存为”${target}，再导入另存的文件。`
    : `“${path}”不是 .docx 或 .xlsx 文件，导入不了。请把细则存成 Word（.docx）或 Excel（.xlsx）再导入。`;
}

/** A draft that the program itself cannot read would be our mistake, not the document's. */
function requireSound(draft: SchemeDraft): void {
  const findings = [
    ...readScheme(draft.scheme).findings,
    ...readShape(draft.kinds, factKind.array()).findings,
  ];
  const first = findings[0];
  if (first) throw new Error(`the draft is not readable: ${first.path} ${first.sentence}`);
}
