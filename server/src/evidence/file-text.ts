/** The text of a file as far as it can be read, searched for marks of secrecy. */

import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { readWorkbook, wordParagraphs } from '../platform/index.ts';
import { markOfCell, markOfLine } from './marking.ts';
import { evidenceProblem } from './problems.ts';

/** A mark that was found, and where. */
export interface FoundMark {
  readonly mark: string;
  /** Where it stands, in words: `第 1 行`. */
  readonly where: string;
}

/** The first mark of a text or CSV file; refuses bytes that are no text. */
export async function markOfText(path: string, name: string): Promise<FoundMark | undefined> {
  const lines = decoded(await readFile(path), name).split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const cells = name.endsWith('.csv') ? line.split(/[,\t;]/) : [];
    const mark =
      cells.length > 1
        ? firstOf(cells, (cell) => markOfCell(cell.replace(/^"|"$/g, ''), index + 1))
        : markOfLine(line);
    if (mark !== undefined) return { mark, where: `第 ${index + 1} 行` };
  }
  return undefined;
}

/** The first mark of a Word document that passed the guard: its body, text boxes, heads and feet. */
export async function markOfWord(bytes: Uint8Array, name: string): Promise<FoundMark | undefined> {
  const body = firstOf(await wordParagraphs(name, bytes), markOfLine);
  if (body !== undefined) return { mark: body, where: '正文里' };
  const zip = await JSZip.loadAsync(bytes);
  for (const part of Object.keys(zip.files)) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(part)) continue;
    const xml = (await zip.file(part)?.async('string')) ?? '';
    const lines = xml.split(/<\/w:p>/).map((paragraph) => paragraph.replace(/<[^>]*>/g, ''));
    const mark = firstOf(lines, markOfLine);
    if (mark !== undefined) return { mark, where: '页眉或页脚里' };
  }
  return undefined;
}

/** The first mark in the cells of a workbook that passed the guard, or in the name of a sheet. */
export async function markOfSheets(
  bytes: Uint8Array,
  name: string,
): Promise<FoundMark | undefined> {
  const { sheets } = await readWorkbook(name, { bytes });
  for (const sheet of sheets) {
    const named = markOfLine(sheet.name);
    if (named !== undefined) return { mark: named, where: `“${sheet.name}”表的表名里` };
    for (const [index, row] of sheet.rows.entries()) {
      const mark = firstOf(row, ({ text }) =>
        firstOf(text.split('\n'), (line) => markOfCell(line, index + 1)),
      );
      if (mark !== undefined) return { mark, where: `“${sheet.name}”表第 ${index + 1} 行` };
    }
  }
  return undefined;
}

/** UTF-8 or UTF-16 by its mark, else UTF-8, else the Chinese of WPS and Windows (GB 18030). */
function decoded(bytes: Uint8Array, name: string): string {
  const wide = { fffe: 'utf-16le', feff: 'utf-16be' }[
    Buffer.from(bytes.subarray(0, 2)).toString('hex')
  ];
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // No program writes these into text; bytes that only happen to decode have them.
      if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text)) break;
      return text;
    } catch {
      // Not this one; the next may fit.
    }
  }
  throw evidenceProblem('text-unreadable', { name });
}

function firstOf<T>(
  items: readonly T[],
  find: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
