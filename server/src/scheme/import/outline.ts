/** What a document says is assessed: levels with their points, and the texts below them. */

import type { Remark } from './paper.ts';
import { boundWithin, groupsWithin, type Points } from './points.ts';
import { compacted, partsOf } from './sentences.ts';

/** A text that has to become clauses. */
export interface OutlineItem {
  /** Its number as printed, digits or Chinese; absent where there is none. */
  readonly number?: string;
  /** Word for word, without its number. */
  readonly text: string;
  readonly place: string;
  readonly owner?: string;
  readonly source?: string;
  /** It stood in a table inside a table: nothing of it is read. */
  readonly isNested?: boolean;
}

/** A level: a heading, or a cell of a column of levels. */
export interface OutlineNode {
  readonly number?: string;
  readonly name: string;
  readonly place: string;
  readonly points?: Points;
  /** What the document says about the level besides its texts. */
  readonly note?: string;
  /** It stands in a table, where points and texts belong to one row. */
  readonly isRow?: boolean;
  readonly children: readonly OutlineNode[];
  readonly items: readonly OutlineItem[];
}

export interface Outline {
  /** The title of the document, where it has one. */
  readonly title?: string;
  readonly nodes: readonly OutlineNode[];
  /** The full mark that the document states for everything together. */
  readonly total?: string;
  /** The lines that say something else, in which the period may be found. */
  readonly otherLines: readonly string[];
  readonly remarks: readonly Remark[];
}

/** A level under construction. */
export interface GrowingNode {
  number?: string;
  name: string;
  place: string;
  points?: Points;
  note?: string;
  isRow?: boolean;
  /** Where a topmost level stands: how many lines of the document come before it. */
  order?: number;
  children: GrowingNode[];
  items: OutlineItem[];
}

const value = '(\\d+(?:\\.\\d+)?)';
const fullInBrackets = new RegExp(
  `（(?:(?:满分|总分|总计|共计|合计|共|计|分值|基准分|基本分|标准分)(?:为|：)?)?${value}分(?:，?扣完为止)?）`,
);
const fullByName = new RegExp(`(?:基准分|基本分|满分|分值|标准分)(?:为|：)?${value}分?(?![\\d.%])`);
const fullAtEnd = new RegExp(`^(?=.{3,})(.*?[^\\d.])${value}分$`);

const manner = /[（(]\s*(扣完为止|从零计分|按(?:全年|年度?|半年|季度?|月)计)\s*[）)]/gu;

/** The name of a heading or cell without the points in it; `words` as printed. */
export function namedPoints(words: string): { name: string; points?: Points; note?: string } {
  const manners = [...words.matchAll(manner)].map(([, one = '']) => one);
  if (manners.length === 0) return pointsInName(words);
  const named = pointsInName(words.replace(manner, ''));
  return { ...named, note: [named.note, ...manners].filter(Boolean).join('，') };
}

function pointsInName(words: string): { name: string; points?: Points; note?: string } {
  const { text, places } = compacted(words);
  const bound = boundWithin(text) ?? groupsWithin(text);
  const full = bound ? undefined : (fullInBrackets.exec(text) ?? fullByName.exec(text));
  const end = bound || full ? undefined : fullAtEnd.exec(text);
  const printed = bound?.points.value ?? full?.[1] ?? end?.[2];
  if (
    printed === undefined ||
    hasVerb(text.replace(/（[^（）]*）/gu, ''), end !== undefined && end !== null)
  ) {
    return split(words);
  }
  const from = bound?.index ?? full?.index ?? end?.[1]?.length ?? 0;
  const to = from + (bound?.length ?? full?.[0].length ?? text.length);
  const rest = `${words.slice(0, places[from])}${words.slice(places[to])}`;
  const second = bound?.points.side === undefined ? undefined : boundWithin(compacted(rest).text);
  if (bound && second?.points.side && second.points.side !== bound.points.side) {
    const { name, note } = pointsInName(rest);
    const points = { ...bound.points, other: second.points.value };
    return { name, points, ...(note === undefined ? {} : { note }) };
  }
  return { ...split(rest), points: bound?.points ?? { value: printed, isBound: false } };
}

/** 每次扣10分 is no name with points, although it ends in them. */
function hasVerb(text: string, isAtEnd: boolean): boolean {
  return isAtEnd && /[扣加减得奖]\d+(?:\.\d+)?分|每|酌情/u.test(text);
}

/** 综合工作 — 常规工作: what stands behind a long dash is a note on the name. */
function split(words: string): { name: string; note?: string } {
  const [first = '', ...rest] = words.split(/\s+[—–-]+\s+|——/u).map(trimmed);
  const note = rest.filter((one) => one !== '').join('，');
  return { name: first, ...(note === '' ? {} : { note }) };
}

function trimmed(words: string): string {
  return words.replace(/^[\s：:，,、—–-]+|[\s：:，,、。；;—–-]+$/gu, '').replace(/\s+/gu, ' ');
}

/** Whether a text says anything about points, in or outside of brackets. */
export function hasScore(text: string): boolean {
  return hasPoints(text) || partsOf(text).some((part) => part.kind !== 'none');
}

/** Whether a text names an amount: 扣一分, 10分, 加倍扣分. */
export function hasPoints(text: string): boolean {
  const isAmount = partsOf(text).some(({ kind }) => kind === 'amount' || kind === 'times');
  return isAmount || /\d\s*分(?![钟之类析])/u.test(text);
}

/** Whether a level scores by its name or note, even where it prints no points. */
export function isScoringName({ name, note = '' }: { name: string; note?: string }): boolean {
  return /加分|扣分|减分|奖励|否决|计分|评分|不设[基标]准分/u.test(`${name} ${note}`);
}

const frameNames =
  '(?:考核|考评)?结果(?:的)?(?:运用|应用|使用)|奖惩(?:措施|办法|规定)?|(?:加强)?组织(?:领导|保障)|附则|总则|(?:有关|相关|工作)要求|(?:考核|考评)(?:工作)?(?:方式|方法|程序|步骤|纪律|要求|组织|对象|原则|周期|时间)(?:(?:和|与|及)(?:方式|方法|程序|步骤|时间|周期))?|等次评定';
const isAboutResults = /^(?:考核|考评)?结果|^奖惩|^(?:加强)?组织|^附则|^总则|要求$/u;
const frameAlone = new RegExp(`^(?:${frameNames})$`, 'u');
const frameAhead = new RegExp(`^((?:${frameNames}))\\s*[：:。，,]\\s*(.+)$`, 'su');

/** 结果运用：得分低于80分的……: a section named and told in one line; undefined for other lines. */
export function frameLine(words: string): { name: string; text: string } | undefined {
  const [, name, text] = frameAhead.exec(words) ?? [];
  if (name === undefined || text === undefined) return undefined;
  return deducts(text) && !isAboutResults.test(name) ? undefined : { name, text };
}

function deducts(text: string): boolean {
  return /[扣加减]\s*[\d一二两三四五六七八九十]/u.test(text);
}

/** Sections about results and duties hold no clauses, whatever they say of amounts. */
function isNeverScored({ name, points, isRow }: GrowingNode): boolean {
  return !isRow && points === undefined && isAboutResults.test(name) && frameAlone.test(name);
}

/** 排名和等次, 结果运用: sections about what becomes of points, not about how they are given. */
function isFrame({ name, items }: GrowingNode): boolean {
  const isNamed =
    /总则|附则|口径|排名|等次|等级|结果(?:运用|应用)|程序|期限|组织(?:领导|实施)|考核(?:对象|原则|周期|时间|工资)/u;
  return (isNamed.test(name) || frameAlone.test(name)) && !items.some(({ text }) => deducts(text));
}

/** Levels that may score, which every row of a table does; the others are named in remarks. */
export function scoring(nodes: readonly GrowingNode[]): Scoring {
  const kept: GrowingNode[] = [];
  const remarks: Remark[] = [];
  const otherLines: string[] = [];
  for (const node of nodes) {
    if (isNeverScored(node)) {
      remarks.push(...frameRemarks(node));
      otherLines.push(...wordsOf(node));
      continue;
    }
    const below = scoring(node.children);
    const scores =
      node.isRow ||
      node.points !== undefined ||
      below.kept.length > 0 ||
      (!isFrame(node) &&
        ((isScoringName(node) && node.items.length > 0) ||
          node.items.some((item) => hasPoints(item.text))));
    if (scores) {
      kept.push({ ...node, children: below.kept });
      remarks.push(...below.remarks);
    } else {
      const sentence = `“${node.name}”这一节没有写扣几分、加几分，没有写进办法。`;
      const own = { ...node, children: [] };
      remarks.push({ place: node.place, sentence }, ...amountRemarks(own));
      otherLines.push(...wordsOf(own));
    }
    otherLines.push(...below.otherLines);
  }
  return { kept, remarks, otherLines };
}

/** What is left of sections: the levels that may score, and of the others what they say. */
export interface Scoring {
  readonly kept: GrowingNode[];
  readonly remarks: Remark[];
  /** The words of the levels left out, in which the period may be found. */
  readonly otherLines: string[];
}

function frameRemarks(node: GrowingNode): Remark[] {
  const sentence = `“${node.name}”这一节讲的不是怎样计分，没有写进办法。`;
  return [{ place: node.place, sentence }, ...amountRemarks(node)];
}

/** Every sentence with an amount that is left out is quoted, for a person to judge. */
function amountRemarks(node: GrowingNode): Remark[] {
  const own = node.items
    .filter(({ text }) => hasPoints(text))
    .map(({ place, text }) => {
      const sentence = `“${node.name}”里写了分数的话，没有写进办法；影响计分的，请手工写定。`;
      return { place, sentence, words: text };
    });
  return [...own, ...node.children.flatMap(amountRemarks)];
}

function wordsOf({ name, note, items, children }: GrowingNode): string[] {
  const own = [name, ...(note === undefined ? [] : [note]), ...items.map(({ text }) => text)];
  return [...own, ...children.flatMap(wordsOf)];
}
