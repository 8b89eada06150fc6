/** The default of a kind as a Word file with placeholders, for a clerk to change. */

import { officialDocx } from '../docx.ts';
import { placeholder } from '../fields.ts';
import { commonFields, type DocumentKind, kindTable } from '../kinds.ts';

/** The bytes of the default with placeholders; the same each time. */
export function ownTemplate(kind: DocumentKind): Promise<Uint8Array> {
  const { number, source } = commonFields;
  const words = `内部编号：${placeholder(number.label)}　数据来源：${placeholder(source.label)}`;
  return officialDocx({ ...kindTable(kind).blank(), source: words });
}
