/** What is different in two versions of one file of a package, in sentences that name the place. */

import { join } from 'node:path';
import type { Assessment } from '@oneneedle/kernel';
import {
  type NewSheet,
  plainText,
  Refusal,
  readWorkbook,
  type TableFile,
  wordParagraphs,
} from '../platform/index.ts';
import { fileNames } from './file-names.ts';
import { jsonDifferences } from './json-differences.ts';

/** What it takes to name places: where the package stands, and what it was worked out again from. */
export interface DifferenceSource {
  readonly path: string;
  readonly sheets: () => readonly NewSheet[];
  readonly result: Assessment;
  /** The code that the package prints and the one worked out again, which need not be told each time. */
  readonly codes: { readonly was: string; readonly is: string };
}

/** Two versions of a file: as it stands in the package, and as it was worked out again. */
export interface Versions {
  readonly was: Uint8Array;
  readonly is: Uint8Array;
}

/** How many places of one file are told before the rest are counted. */
const shownPlaces = 12;

/** Sentences for two versions that differ; none where it is only the code that they print. */
export async function fileDifferences(
  file: string,
  versions: Versions,
  source: DifferenceSource,
): Promise<string[]> {
  const all = await placesIn(file, versions, source);
  const places = all.filter(({ was, is }) => was === undefined || !isCodeOnly(was, is, source));
  const rest = places.length - shownPlaces;
  return [
    ...places.slice(0, shownPlaces).map(({ sentence }) => sentence),
    ...(rest > 0 ? [`${file}：另有 ${rest} 处不同`] : []),
    ...(all.length === 0
      ? [`${file}：看得见的内容相同，文件本身改动过（另存、换行或属性），不是原样的文件。`]
      : []),
  ];
}

/** A place that differs; what stood there and stands there now, where that is a text. */
interface Place {
  readonly sentence: string;
  readonly was?: string;
  readonly is?: string;
}

function isCodeOnly(was: string, is: string | undefined, { codes }: DifferenceSource): boolean {
  return codes.was !== codes.is && was.replaceAll(codes.was, codes.is) === is;
}

function changed(place: string, was: string | undefined, is: string | undefined): Place {
  const sentence = `${place}：${quoted(was)} → 重算 ${quoted(is)}`;
  return { sentence, was: was ?? '', is: is ?? '' };
}

async function placesIn(
  file: string,
  { was, is }: Versions,
  source: DifferenceSource,
): Promise<Place[]> {
  if (file.endsWith('.json')) return jsonPlaces(file, { was, is });
  if (file.endsWith('.html')) return pagePlaces(file, { was, is }, source);
  if (file === 'standings.xlsx') return sheetPlaces(file, was, source);
  if (file === 'notice.docx') return paragraphPlaces(file, { was, is }, source);
  return [{ sentence: `${file} 与重算的不同。` }];
}

function jsonPlaces(file: string, { was, is }: Versions): Place[] {
  let stated: unknown;
  try {
    stated = JSON.parse(utf8(was));
  } catch {
    return [{ sentence: `${file} 不是完整的 JSON，读不了。` }];
  }
  const found = jsonDifferences(stated, JSON.parse(utf8(is)));
  const hashes = found.filter(({ isHash }) => isHash).length;
  return [
    ...found
      .filter(({ isHash }) => !isHash)
      .map(({ place, was: old, is: now }) => ({
        sentence: `${file} ${place}：${old} → 重算 ${now}`,
      })),
    ...(hashes > 0 ? [{ sentence: `${file} 另有 ${hashes} 处摘要不同，内容变了就会不同。` }] : []),
  ];
}

/** Lines of a sheet of a subject, as one reads them. */
function pagePlaces(file: string, { was, is }: Versions, { result }: DifferenceSource): Place[] {
  const names = fileNames(result.subjects.map(({ code }) => code));
  const subject = result.subjects.find(({ code }) => file === `explain/${names.get(code)}.html`);
  const who = subject ? `${file}（${subject.name}）` : file;
  const [old, now] = [utf8(was), utf8(is)].map((text) => text.split('\n').map(shownText));
  return lineDifferences(old ?? [], now ?? [], (line) => `${who} 第 ${line} 行`);
}

/** What a line of a page shows: without its marks, and with its figures apart. */
function shownText(line: string): string {
  return line
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function sheetPlaces(
  file: string,
  was: Uint8Array,
  { path, sheets }: DifferenceSource,
): Promise<Place[]> {
  const read = await readOrRefused(() => readWorkbook(join(path, file), { bytes: was }));
  if (read instanceof Refusal) return [{ sentence: read.message }];
  const wanted = sheets();
  const missing = wanted.filter(({ name }) => !sheetIn(read, name));
  const extra = read.sheets.filter(({ name }) => !wanted.some((sheet) => sheet.name === name));
  return [
    ...missing.map(({ name }) => ({ sentence: `${file} 缺工作表“${name}”。` })),
    ...extra.map(({ name }) => ({ sentence: `${file} 多出工作表“${name}”。` })),
    ...wanted.flatMap((sheet) => {
      const rows = sheetIn(read, sheet.name)?.rows.map((row) =>
        row.map(({ text, merged }) => (merged?.isFirst === false ? '' : text)),
      );
      return rows ? cellPlaces(`${file} 表“${sheet.name}”`, rows, sheet) : [];
    }),
  ];
}

function sheetIn({ sheets }: TableFile, name: string) {
  return sheets.find((sheet) => sheet.name === name);
}

/** What was read, or why it is no file of its kind; anything else is a mistake of ours. */
async function readOrRefused<T>(read: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function cellPlaces(
  place: string,
  found: readonly (readonly string[])[],
  { title = [], columns, rows, notes = [] }: NewSheet,
): Place[] {
  const head = title.length;
  const wanted = [
    ...title.map((line) => [line]),
    columns.map((column) => column.title),
    ...rows,
    ...notes.map((line) => [line]),
  ];
  const count = Math.max(found.length, wanted.length);
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const [old, now] = [found[row] ?? [], wanted[row] ?? []];
    const width = Math.max(old.length, now.length);
    return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
      const isNumber = row > head && columns[column]?.type === 'number';
      const [was, is] = [old[column], now[column]].map((text) => cellText(text ?? '', isNumber));
      if (was === is) return [];
      const named = row > head ? rowName(now, columns) : '';
      const title = columns[column]?.title ?? `第 ${column + 1} 列`;
      const where = `${place} 第 ${row + 1} 行${named === '' ? '' : `（${named}）`}“${title}”`;
      return [changed(where, was, is)];
    });
  });
}

function cellText(text: string, isNumber: boolean): string {
  const plain = plainText(text);
  if (!isNumber || !/^-?\d+(?:\.\d+)?$/.test(plain)) return plain;
  const short = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
  return short === '-0' ? '0' : short;
}

function rowName(row: readonly string[], columns: NewSheet['columns']): string {
  return row[columns.findIndex(({ title }) => title === '名称')] ?? '';
}

async function paragraphPlaces(
  file: string,
  { was, is }: Versions,
  { path }: DifferenceSource,
): Promise<Place[]> {
  const place = join(path, file);
  const old = await readOrRefused(() => wordParagraphs(place, was));
  if (old instanceof Refusal) return [{ sentence: old.message }];
  const now = await wordParagraphs(place, is);
  return lineDifferences(old, now, (line) => `${file} 第 ${line} 段`);
}

/** Lines that differ, matched from both ends so that one line more is one difference. */
function lineDifferences(
  old: readonly string[],
  now: readonly string[],
  placeOf: (line: number) => string,
): Place[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const count = Math.max(gone.length, come.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [was = '', is = ''] = [gone[index], come[index]];
    if (was === is) return [];
    return [changed(placeOf(start + index + 1), was, is)];
  });
}

const mostQuoted = 60;

/** A text in quotation marks, shortened in the middle; 空 for nothing. */
function quoted(text: string | undefined): string {
  if (text === undefined || text === '') return '空';
  const letters = [...text];
  if (letters.length <= mostQuoted) return `“${text}”`;
  const half = mostQuoted / 2;
  return `“${letters.slice(0, half).join('')}……${letters.slice(-half).join('')}”`;
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
