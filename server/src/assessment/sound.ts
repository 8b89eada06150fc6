/** What must be right before a number is computed, told in one list. */

import { join } from 'node:path';
import { check, checkFacts, type Finding, located } from '@oneneedle/kernel';
import { type FactsRead, type RemarkedFile, remarkedPath, rowWords } from '../ledger/index.ts';
import { columnLetters } from '../org/index.ts';
import { type CellRemark, countText, findingText, inFile, Refusal } from '../platform/index.ts';
import type { Folder } from './folder.ts';

/** A finding with the name of the file that it is about. */
export type FileFinding = ReturnType<typeof inFile>;

const shownFindings = 40;

/**
 * Refuses a scheme with errors, and facts that the catalogue or the roster contradicts: a number
 * would be wrong. Returns sentences that say which rows were left out and count the rest, or ''.
 */
export function requireSound(folder: Folder): string {
  const sound = known.get(folder) ?? soundFindings(folder, { roster: true, facts: true });
  const all = [...sound.scheme, ...sound.facts];
  if (all.some(({ severity }) => severity === 'error')) {
    throw refusalOf(all, { path: folder.path, remarked: folder.remarked, waiting: '' });
  }
  const facts = together(sound.facts);
  const counts = [
    leftOutText(folder),
    ...(sound.scheme.length === 0
      ? []
      : [`办法检查：${countText(sound.scheme)}；逐处查看：${checkCommand(folder.path)}`]),
    ...(sound.facts.length === 0 ? [] : [`事实核对：${countText(sound.facts)}`]),
    ...facts.slice(0, shownFindings).map(findingText),
    ...restText(facts.slice(shownFindings)),
  ];
  return counts.filter((line) => line !== '').join('\n');
}

/** A row of the facts that was not counted, or a whole sheet, and why. */
export interface LeftOutRow {
  readonly file: string;
  /** 表《垃圾积存》第 7 行; 表《垃圾积存》 for a sheet of which nothing was read. */
  readonly place: string;
  /** A sheet of which nothing was read, or the whole file, not a row. */
  readonly isSheet?: true;
  /** Absent where the row gives no number of its own. */
  readonly id?: string;
  readonly sentences: readonly string[];
}

/** Which rows do not count, to stand beside every result; '' where all do. */
export function leftOutText({ leftOut }: Pick<Folder, 'leftOut'>): string {
  const [first] = leftOut;
  if (!first) return '';
  const sheets = leftOut.filter(({ isSheet }) => isSheet).length;
  const lines = leftOut.slice(0, shownFindings).map(({ place, id, sentences }) => {
    const named = id === undefined ? place : `${place}（${id}）`;
    return `· ${named}：${sentences[0] ?? '与上面的一处是同一个问题。'}`;
  });
  const rest = leftOut.length - shownFindings;
  return [
    `${first.file} 里有 ${leftOut.length - sheets} 行没有计入，只按没有问题的行计算；改正以后名次和得分都可能变：`,
    ...(sheets > 0 ? [`另有 ${sheets} 张表整张没有读。`] : []),
    ...lines,
    ...(rest > 0 ? [`……另有 ${rest} 行`] : []),
  ].join('\n');
}

/**
 * The bad rows of a table with their sentences; a row without a sentence of its own has that of its
 * sheet's head. Sheets that were not read at all stand first.
 */
export function leftOutRows(file: string, read: FactsRead): LeftOutRow[] {
  const own = new Map<string, string[]>();
  const ofHead = new Map<string, string[]>();
  const unread = new Map<string, string[]>();
  for (const { sheet, row, sentence } of read.remarks) {
    const isRead = Object.hasOwn(read.headRows, sheet);
    const [map, key] = !isRead
      ? [unread, sheet]
      : read.headRows[sheet] === row
        ? [ofHead, sheet]
        : [own, rowWords(sheet, row)];
    map.set(key, [...(map.get(key) ?? []), sentence]);
  }
  const sheets = [...unread].map(([sheet, sentences]): LeftOutRow => {
    const place = sheet === '' ? '整个文件' : `表《${sheet}》`;
    return { file, place, isSheet: true, sentences };
  });
  const rows = read.leftOut.map(({ sheet, row, id }): LeftOutRow => {
    const place = rowWords(sheet, row);
    const sentences = own.get(place) ?? ofHead.get(sheet) ?? [];
    return { file, place, sentences, ...(id === undefined ? {} : { id }) };
  });
  return [...sheets, ...rows];
}

/** The remarks of a table as findings of its file. */
export function remarkFindings(file: string, remarks: readonly CellRemark[]): FileFinding[] {
  return remarks.map(({ sheet, row, column, sentence }) => {
    const cell = column === undefined ? '' : ` ${columnLetters(column - 1)} 列`;
    const path = `${rowWords(sheet, row)}${cell}`;
    return { code: 'table', severity: 'error', file, path, sentence };
  });
}

/** What the check of the scheme and that of the facts find. */
export interface Sound {
  readonly scheme: readonly FileFinding[];
  readonly facts: readonly FileFinding[];
}

const known = new WeakMap<Folder, Sound>();

/** Checks scheme and facts; what must not be relied on yet is left out of it. */
export function soundFindings(
  folder: Folder,
  isRight: { readonly roster: boolean; readonly facts: boolean },
): Sound {
  const { scheme, kinds, book, origins } = folder;
  const { roster, facts } = book;
  const context = { ...(isRight.roster ? { roster } : {}), ...(kinds ? { kinds } : {}) };
  const ofScheme = check(scheme, context);
  const placed = scheme === origins.scheme ? located(ofScheme, origins.schemePositions) : ofScheme;
  const ofFacts = kinds && isRight.facts ? checkFacts(facts, { kinds, roster }) : [];
  const sound = {
    scheme: placed.map((finding) => inFile('scheme.yaml', finding)),
    facts: ofFacts.map((finding) => inFile(origins.facts, factPlace(finding, folder))),
  };
  if (isRight.roster && isRight.facts) known.set(folder, sound);
  return sound;
}

/** A fact of a table is found by sheet and row, one of YAML by its line. */
function factPlace(finding: Finding, { origins }: Folder): Finding {
  const [only] = origins.factPositions ? located([finding], origins.factPositions) : [finding];
  const id = (finding.where ?? '').replace(/^事实 /, '');
  const place = origins.rows?.get(id);
  if (!place) return only ?? finding;
  const field = finding.path.slice(`事实 ${id}`.length);
  return { ...finding, path: `${rowWords(place.sheet, place.row)} 事实 ${id}${field}` };
}

/** A folder that cannot be assessed, with what is wrong and the tables that can be marked. */
export class FolderRefusal extends Refusal {
  readonly findings: readonly FileFinding[];
  readonly remarked: readonly RemarkedFile[];

  constructor(
    sentence: string,
    { findings, remarked }: { findings: readonly FileFinding[]; remarked: readonly RemarkedFile[] },
  ) {
    super(sentence);
    this.findings = findings;
    this.remarked = remarked;
  }
}

interface About {
  readonly path: string;
  readonly remarked: readonly RemarkedFile[];
  /** The file that can be checked only when the others are right; '' for none. */
  readonly waiting: string;
}

/** One refusal for all findings, errors first, grouped by file. */
export function refusalOf(findings: readonly FileFinding[], about: About): FolderRefusal {
  const ordered = [...findings].sort((a, b) => fileOrder(a) - fileOrder(b));
  const errors = ordered.filter(({ severity }) => severity === 'error');
  const told = together(errors);
  const warned = together(ordered.filter(({ severity }) => severity === 'warning'));
  const shown = [...told, ...warned].slice(0, shownFindings);
  const hidden = [...told, ...warned].slice(shownFindings);
  const isOfScheme = findings.some(({ file, code }) => file === 'scheme.yaml' && code !== 'table');
  const copies = about.remarked.map(({ path }) => remarkedPath(path));
  const lines = [
    `${countsByFile(errors)}，没有计分。请逐处改正后再运行：`,
    ...shown.map(findingText),
    ...restText(hidden),
    ...(about.waiting === '' ? [] : [`${about.waiting} 要等名册和事实目录改正以后才能核对。`]),
    ...(isOfScheme ? [`办法的全部提醒和提示：${checkCommand(about.path)}`] : []),
    ...copies.map((copy) => `可以另写一份带批注的表，每处问题标在格子上：${copy}（原表不动）。`),
  ];
  return new FolderRefusal(lines.join('\n'), { findings: ordered, remarked: about.remarked });
}

const fileWords: readonly (readonly [RegExp, string])[] = [
  [/^scheme\./, '办法'],
  [/^kinds\./, '事实目录'],
  [/^roster\./, '名册'],
  [/^facts\./, '事实'],
  [/^seals\./, '封存'],
];

function fileOrder({ file = '' }: FileFinding): number {
  return fileWords.findIndex(([pattern]) => pattern.test(file));
}

/** "办法有 3 处错误，事实有 7 处错误（6 种）": what is said in the same words is listed once. */
function countsByFile(errors: readonly FileFinding[]): string {
  const counts = fileWords.flatMap(([pattern, word]) => {
    const own = errors.filter(({ file = '' }) => pattern.test(file));
    const sorts = together(own).length;
    if (own.length === 0) return [];
    return [`${word}有 ${own.length} 处错误${sorts < own.length ? `（${sorts} 种）` : ''}`];
  });
  return counts.join('，');
}

function restText(rest: readonly Told[]): string[] {
  if (rest.length === 0) return [];
  const placesOf = (part: readonly Told[]) => part.reduce((sum, { places }) => sum + places, 0);
  const errors = placesOf(rest.filter(({ severity }) => severity === 'error'));
  const warnings = placesOf(rest) - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} 处错误`] : []),
    ...(warnings > 0 ? [`${warnings} 处提醒`] : []),
  ];
  return [`……另有 ${parts.join('、')}，改正以上各处后会再列出`];
}

const namedPlaces = 3;

/** A finding that is told for so many places. */
type Told = FileFinding & { readonly places: number };

/** What is said of many facts or rows in the same words is told once, with the first of them. */
function together(findings: readonly FileFinding[]): Told[] {
  const groups = new Map<string, FileFinding[]>();
  for (const [index, finding] of findings.entries()) {
    const isOfRows = finding.code === 'table' || finding.code.startsWith('fact-');
    const same = `${finding.file} ${finding.code} ${finding.severity} ${finding.sentence}`;
    const key = isOfRows ? same : `${index}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group.map((only) => ({ ...only, places: 1 }));
    const { line: _, column: __, where: ___, ...rest } = first;
    const places = group.slice(0, namedPlaces).map(({ path }) => path);
    const path = `${places.join('、')}${group.length > namedPlaces ? ` 等 ${group.length} 处` : ''}`;
    return [{ ...rest, path, places: group.length }];
  });
}

function checkCommand(path: string): string {
  return `npx oneneedle scheme check ${join(path, 'scheme.yaml')}`;
}
