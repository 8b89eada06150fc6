/** `explain --out FILE.html`: the printed sheet of one subject, the same as in the package. */

import type { AssessOptions, SubjectResult } from '@oneneedle/kernel';
import { type Folder, packageOf, type Worked } from '../assessment/index.ts';
import { Refusal } from '../platform/index.ts';
import type { Desk } from './command.ts';
import type { Say } from './words/say.ts';
import { type Written, writeFiles } from './writing.ts';

interface Sheet {
  readonly folder: Folder;
  readonly worked: Worked;
  readonly options: AssessOptions;
  readonly subject: SubjectResult;
}

/**
 * Writes the sheet of one subject. It is taken out of the package that `assess --out` would write,
 * so that both are the same byte for byte; that takes as long as the package.
 */
export async function saveSheet(
  { folder, worked, options, subject }: Sheet,
  { out, force }: { readonly out: string; readonly force: boolean },
  { say, progress }: Desk,
): Promise<Written | undefined> {
  progress(say('progress.sheet', { name: subject.name }));
  const files = await packageOf(folder, options, { worked });
  const bytes = sheetIn(files, subject, say);
  const path = /\.html?$/i.test(out) ? out : `${out}.html`;
  const [written] = await writeFiles(new Map([[path, bytes]]), { force, isOurs: isSheet }, say);
  return written;
}

/** The sheet by its code; a code that is no name of a file is found by what its sheet shows. */
function sheetIn(
  files: ReadonlyMap<string, Uint8Array>,
  { code, name }: SubjectResult,
  say: Say,
): Uint8Array {
  const named = files.get(`explain/${code}.html`);
  if (named) return named;
  const sheets = [...files].filter(([path]) => path.startsWith('explain/'));
  const showing = (text: string) =>
    sheets.filter(([, bytes]) => Buffer.from(bytes).toString('utf8').includes(escaped(text)));
  const byCode = showing(`编码 ${code}<`);
  const found = byCode.length > 0 ? byCode : showing(`<title>${name} `);
  const [only, ...others] = found;
  if (only && others.length === 0) return only[1];
  throw new Refusal(say('explain.noSheet', { name }));
}

/** Text as it stands in a page, but for the signs of the page itself. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&"']/g, (sign) => signs[sign] ?? sign);
}

/** An earlier sheet, of whichever subject and period. */
function isSheet(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('utf8').includes('一分一据</title>');
}
