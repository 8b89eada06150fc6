/** From an uploaded file to the text of a draft: a document is imported, a scheme is taken as it is. */

import { extname } from 'node:path';
import type { FactKind } from '@oneneedle/kernel';
import { markOfCell, markOfLine, markOfName } from '../evidence/index.ts';
import { readTables, withUploaded, wordParagraphs } from '../platform/index.ts';
import { importScheme, type SchemeDraft } from './import/import-scheme.ts';
import { schemeProblem } from './problems.ts';

/** What an upload became. */
export interface DraftedText {
  /** The YAML text of the draft, with the kinds of fact that it needs. */
  readonly source: string;
  /** What the import could not read; absent where a scheme itself was uploaded. */
  readonly notes?: Pick<SchemeDraft, 'open' | 'remarks' | 'counts'>;
}

/** Drafts from Word or Excel by fixed patterns; takes YAML over unread. Refuses everything else. */
export async function draftedFrom(
  fileName: string,
  content: Uint8Array,
  existing: readonly FactKind[],
): Promise<DraftedText> {
  const mark = markOfName(fileName);
  if (mark !== undefined) throw schemeProblem('marked-secret', { mark, where: '文件名里' });
  if (content.length === 0) throw schemeProblem('file-empty');
  const ending = extname(fileName).toLowerCase();
  if (ending === '.yaml' || ending === '.yml') return { source: yamlText(content) };
  return imported({ name: fileName, ending, content, existing });
}

/** What is no UTF-8 would be kept with letters that nobody wrote. */
function yamlText(content: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    refuseMark(text.split('\n').map(markOfLine));
    return text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof TypeError) throw schemeProblem('not-utf8');
    throw error;
  }
}

interface Paper {
  readonly name: string;
  readonly ending: string;
  readonly content: Uint8Array;
  /** Kinds of fact of the town, and of its other drafts. */
  readonly existing: readonly FactKind[];
}

async function imported({ name, ending, content, existing }: Paper): Promise<DraftedText> {
  const refused = (sentence: string) => schemeProblem('paper-refused', { sentence });
  const uploaded = { name, bytes: content, otherwise: `paper${ending}`, refused };
  return withUploaded(uploaded, async (path) => {
    const draft = await importScheme(path, existing);
    await refuseMarked(path, ending, content);
    const { open, remarks, counts } = draft;
    return { source: withKinds(draft), notes: { open, remarks, counts } };
  });
}

/** A paper that carries a mark of secrecy does not enter, not even as a draft. */
async function refuseMarked(path: string, ending: string, content: Uint8Array): Promise<void> {
  if (ending === '.docx') {
    refuseMark((await wordParagraphs(path, content)).map(markOfLine));
    return;
  }
  for (const sheet of (await readTables(path)).sheets) {
    const cells = sheet.rows.flatMap((row, index) =>
      row.map((cell) => markOfCell(cell?.text ?? '', index + 1)),
    );
    refuseMark(cells);
  }
}

function refuseMark(marks: readonly (string | undefined)[]): void {
  const mark = marks.find((found) => found !== undefined);
  if (mark !== undefined) throw schemeProblem('marked-secret', { mark, where: '正文里' });
}

/** One text that can be checked by itself: the drafted kinds stand under `kinds`. */
function withKinds({ scheme, kinds }: SchemeDraft): string {
  const lines = kinds.trimEnd().split('\n');
  if (lines.every((line) => line.trim() === '' || line.trim() === '[]' || line.startsWith('#'))) {
    return scheme;
  }
  const indented = lines.map((line) => (line === '' ? '' : `  ${line}`));
  return `${scheme.trimEnd()}\n\nkinds:\n${indented.join('\n')}\n`;
}
