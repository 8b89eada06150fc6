/** Which files of a folder are read: one scheme, one roster, one ledger, each by its name. */

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lockFiles } from '../ledger/index.ts';
import { kindOf, type Progress, Refusal } from '../platform/index.ts';

/** The files of a folder, by what they hold; names within the folder. */
export interface FolderFiles {
  readonly scheme: 'scheme.yaml';
  readonly roster: string;
  readonly facts: string;
  readonly kinds: 'kinds.yaml' | undefined;
  readonly seals: 'seals.yaml' | undefined;
  readonly calendar: 'calendar.yaml' | undefined;
}

/** The kinds of files in which a roster and facts may be kept. */
const endings = ['.yaml', '.xlsx', '.csv'] as const;

const required = { scheme: '办法', roster: '名册', facts: '事实' } as const;

type Required = keyof typeof required;

/** Finds the files; refuses a folder where one is missing, or where two would both be the one. */
export function filesOf(path: string): FolderFiles {
  requireFolder(path);
  const scheme = theOne(path, ['scheme.yaml']);
  const roster = rosterName(path);
  const facts = theOne(path, namesFor('facts'));
  if (scheme === undefined || roster === undefined || facts === undefined) {
    throw missingFiles(path, { scheme, roster, facts });
  }
  return {
    scheme: 'scheme.yaml',
    roster,
    facts,
    kinds: present(path, ['kinds.yaml']).length > 0 ? 'kinds.yaml' : undefined,
    seals: present(path, ['seals.yaml']).length > 0 ? 'seals.yaml' : undefined,
    calendar: present(path, ['calendar.yaml']).length > 0 ? 'calendar.yaml' : undefined,
  };
}

/** The name of the roster in a folder, where there is one; refuses a folder with two. */
export function rosterName(path: string): string | undefined {
  return theOne(path, namesFor('roster'));
}

/** The exact bytes of the files that were read, by name: what a package keeps of its inputs. */
export function bytesOf(path: string, files: FolderFiles): ReadonlyMap<string, Uint8Array> {
  const names = Object.values(files).filter((name) => name !== undefined);
  return new Map(names.sort().map((name) => [name, readFileSync(join(path, name))]));
}

/** Says which tables are open elsewhere: what is not saved yet is not read. */
export function tellOpenFiles(path: string, files: FolderFiles, progress: Progress): void {
  for (const name of [files.roster, files.facts]) {
    const file = join(path, name);
    if (!name.endsWith('.xlsx') || lockFiles(file).every((lock) => kindOf(lock) === 'nothing')) {
      continue;
    }
    progress(`${name} 正在 Excel 或 WPS 里打开着，读的是上次保存的内容；没有保存的改动请先保存。`);
  }
}

/** The one of these names that is there; of two nobody knows which counts. */
function theOne(path: string, names: readonly string[]): string | undefined {
  const [first, ...others] = present(path, names);
  const [second] = others;
  if (second === undefined) return first;
  throw new Refusal(
    `文件夹“${path}”里既有 ${first}，又有 ${others.join('、')}，不知道以哪个为准，没有计分。请只留一个，其余移走或改名（如“${second.replace('.', '-旧.')}”）。`,
  );
}

function namesFor(what: 'roster' | 'facts'): string[] {
  return endings.map((ending) => `${what}${ending}`);
}

function present(path: string, names: readonly string[]): string[] {
  return names.filter((name) => kindOf(join(path, name)) !== 'nothing');
}

function requireFolder(path: string): void {
  const kind = kindOf(path);
  if (kind === 'nothing') {
    throw new Refusal(
      `没有找到文件夹“${path}”。请核对路径；第一次用的，可以复制 schemes 里的一个示例再改。`,
    );
  }
  if (kind === 'file') {
    throw new Refusal(
      `“${path}”是一个文件，这里要写它所在的文件夹：${dirname(path)}（里面有 scheme.yaml、roster.yaml、facts.yaml，后两个也可以是 xlsx 或 csv）。`,
    );
  }
}

function missingFiles(
  path: string,
  found: Readonly<Record<Required, string | undefined>>,
): Refusal {
  const missing = (Object.keys(required) as Required[]).filter((what) => found[what] === undefined);
  const names = missing.map((what) => `${what}.yaml`);
  const others = missing.flatMap((what) => unreadable(path, what));
  return new Refusal(
    `文件夹“${path}”里没有 ${names.join('、')}，不能计分。办法 scheme.yaml、名册 roster.yaml（或 roster.xlsx、roster.csv）、事实 facts.yaml（或 facts.xlsx、facts.csv）三个文件都要有，文件名也要一致；请补上，或复制 schemes 里的一个示例再改。${others.join('')}`,
  );
}

/** Files that look like the missing one and cannot be read: what to do with them. */
function unreadable(path: string, what: Required): string[] {
  const tables = ['.xls', '.et', '.ods', '.xlsm'].map((ending) => `${what}${ending}`);
  const old = what === 'scheme' ? [] : present(path, tables);
  const misnamed = present(path, [`${what}.yml`, `${what}.yaml.txt`, `${what}.txt`]);
  return [
    ...old.map(
      (name) => `“${name}”请用 Excel 或 WPS 打开，另存为 ${basename(name, endingOf(name))}.xlsx。`,
    ),
    ...misnamed.map((name) => `“${name}”请改名为 ${what}.yaml。`),
  ];
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}
