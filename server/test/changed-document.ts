/** A Word file as somebody changed it: its text, and parts that were put in. */

import JSZip from 'jszip';

const main = 'word/document.xml';

/** The bytes of a .docx with its text changed and other parts set. */
export async function changedDocument(
  bytes: Uint8Array,
  change: (xml: string) => string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(main, change((await zip.file(main)?.async('string')) ?? ''));
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer' });
}
