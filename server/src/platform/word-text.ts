/** The plain text of a Word document, for telling where two of them differ. */

import { openParts, scanPart } from './office.ts';

/** What stands for the signs between letters that are elements of their own. */
const signs: Readonly<Record<string, string>> = { tab: ' ', br: ' ', cr: ' ' };

/**
 * The paragraphs of a Word document as they stand in its body, those in tables too; blank ones and
 * deleted text are left out. `path` is what refusals call the bytes; what is no Word file is refused.
 */
export async function wordParagraphs(path: string, bytes: Uint8Array): Promise<string[]> {
  const { parts } = await openParts(path, '.docx', bytes);
  const paragraphs: string[] = [];
  // A text box is a paragraph inside of one.
  const open: string[] = [''];
  const within = { r: 0, t: 0 };
  const add = (text: string) => open.push(`${open.pop() ?? ''}${text}`);
  await scanPart(path, parts, 'word/document.xml', {
    open(tag) {
      if (tag === 'p') open.push('');
      if (tag === 'r' || tag === 't') within[tag] += 1;
    },
    close(tag) {
      if (tag === 'r' || tag === 't') within[tag] -= 1;
      if (within.r > 0) add(signs[tag] ?? '');
      if (tag !== 'p') return;
      const text = open.pop() ?? '';
      if (text.trim() !== '') paragraphs.push(text);
    },
    text(piece) {
      if (within.t > 0) add(piece);
    },
  });
  return paragraphs;
}
