/**
 * The package of a result: everything that `assess --out` hands over, made from the inputs alone.
 * The same inputs and options give the same bytes for every file, on every machine.
 */

import { type AssessOptions, assess } from '@oneneedle/kernel';
import { type Progress, workbookBytes } from '../platform/index.ts';
import { chancesFor } from './chances.ts';
import { type SheetSource, sheetOf } from './explain-sheet.ts';
import { fileNames } from './file-names.ts';
import type { Folder } from './folder.ts';
import { type NoticeInput, noticeDocument } from './notice.ts';
import { previousOptions } from './options.ts';
import { receiptCode, receiptText } from './receipt-file.ts';
import { manyFacts, resultText, type Worked, workOut } from './result-file.ts';
import { sheetHtml } from './sheet-html.ts';
import { requireSound } from './sound.ts';
import { standingsSheets } from './standings.ts';

/** What only people know of a notice: who issues it, its number and day. */
export type NoticeDetails = Omit<NoticeInput, 'folder' | 'result' | 'receiptCode'>;

export interface PackageOptions extends AssessOptions {
  readonly notice?: NoticeDetails;
}

/** Told of the work as it goes on; the result itself may be at hand already. */
export interface PackageWork {
  readonly progress?: Progress;
  readonly worked?: Worked;
}

/** From so many subjects on, or so many facts times subjects, the making of their sheets is told. */
const manySubjects = 40;
const muchWork = 20_000;

/** What stands at the top of every package, folders included. */
export const packageNames = [
  'explain',
  'inputs',
  'notice.docx',
  'receipt.json',
  'result.json',
  'standings.xlsx',
] as const;

/**
 * The files of a package by path: `result.json`, `standings.xlsx`, `notice.docx`, a sheet a subject
 * in `explain/`, the files that were read in `inputs/`, and `receipt.json` over all of them. Refuses
 * a folder that is not sound.
 */
export async function packageOf(
  folder: Folder,
  options: PackageOptions,
  { progress = () => {}, worked: known }: PackageWork = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  requireSound(folder);
  const { notice = {}, ...asked } = options;
  const worked = known ?? workOut(folder, asked);
  const { code } = receiptCode(folder, worked);
  const files = new Map<string, Uint8Array>();
  files.set('result.json', utf8(resultText(folder, worked)));
  for (const [path, text] of sheetFiles({ folder, options: asked, worked, code }, progress)) {
    files.set(path, utf8(text));
  }
  const title = `${folder.scheme.name} 名次和得分`;
  files.set(
    'standings.xlsx',
    await workbookBytes(standingsSheets(folder, worked, code), { title }),
  );
  const { result } = worked;
  files.set('notice.docx', await noticeDocument({ ...notice, folder, result, receiptCode: code }));
  for (const [name, bytes] of folder.files) files.set(`inputs/${name}`, bytes);
  files.set('receipt.json', utf8(receiptText(folder, { worked, files, notice })));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface SheetInput {
  readonly folder: Folder;
  readonly options: AssessOptions;
  readonly worked: Worked;
  readonly code: string;
}

function* sheetFiles(
  { folder, options, worked, code }: SheetInput,
  progress: Progress,
): Iterable<readonly [string, string]> {
  const { result } = worked;
  const { book } = folder;
  const isLarge = book.facts.length > manyFacts;
  const earlier = previousOptions(folder, result.period);
  const source: SheetSource = {
    folder,
    result,
    before: earlier && assess(book, earlier),
    chances: isLarge ? undefined : chancesFor(book, options, result),
    receiptCode: code,
  };
  const names = fileNames(result.subjects.map((subject) => subject.code));
  const all = result.subjects.length;
  const step = Math.ceil(all / 10);
  const isTold = all >= manySubjects || all * book.facts.length > muchWork;
  if (isTold) progress(`正在写 ${all} 个对象的得分说明，请稍候。`);
  for (const [index, subject] of result.subjects.entries()) {
    yield [`explain/${names.get(subject.code)}.html`, sheetHtml(sheetOf(source, subject))];
    const done = index + 1;
    if (isTold && done % step === 0) progress(`得分说明 ${done}/${all}`);
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
