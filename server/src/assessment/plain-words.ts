/** A line of the tree as a clerk would say it aloud: what it took, for what, by which clause, who wrote it. */

import type { Fact, FactKind, PersonNames } from '@oneneedle/kernel';
import { dayText, kindsByCode, pointsText } from './print-words.ts';
import type { Replies } from './views.ts';

type Tree = Replies['explain']['root'];
type FactOfLine = Tree['facts'][number];
/** A fact in its parts, as a page sets them on the thread. */
type ToldFact = NonNullable<FactOfLine['told']>;

/** What the sentences are made of; persons by their opaque code. */
export interface Known {
  readonly facts: readonly Fact[];
  readonly kinds: readonly FactKind[];
  readonly persons: PersonNames;
  /** When each fact was posted, by its number, where that is known. */
  readonly posted?: ReadonlyMap<string, string>;
}

/** How many facts of one line are told in full before the rest are counted. */
const mostFacts = 3;

/**
 * The tree with every fact told in its parts and every line that rests on facts in one sentence:
 * "扣 0.5 分：3月6日垃圾积存 1 处（第 1.1 条，处数 1 × −0.5 = −0.5），照片 1 张，登记 周城，复核 孙若。"
 * It says only what the line and the ledger say: of a sealed edition nothing but words is made here.
 */
export function toldPlainly(root: Tree, known: Known, period: string): Tree {
  const facts = new Map(known.facts.map((fact) => [fact.id, fact]));
  const kinds = kindsByCode(known.kinds);
  const year = period.slice(0, 4);
  const told = (shown: FactOfLine): FactOfLine => {
    const fact = facts.get(shown.id);
    if (!fact) return shown;
    const postedAt = known.posted?.get(shown.id);
    const parts = partsOf(fact, shown, { kinds, year, persons: known.persons });
    return { ...shown, told: { ...parts, ...(postedAt === undefined ? {} : { postedAt }) } };
  };
  const walk = (line: Tree, clause: string): Tree => {
    const code = line.kind === 'clause' ? line.code : clause;
    const own = { ...line, facts: line.facts.map(told) };
    const plain = sentenceOf(own, code);
    return {
      ...own,
      ...(plain === undefined ? {} : { plain }),
      children: line.children.map((child) => walk(child, code)),
    };
  };
  return walk(root, '');
}

interface FactWords {
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly persons: PersonNames;
  /** Of the period: days of it are told without their year. */
  readonly year: string;
}

function partsOf(fact: Fact, shown: FactOfLine, { kinds, persons, year }: FactWords): ToldFact {
  const kind = kinds.get(fact.kind);
  const { recordedBy, reviewedBy, note } = fact;
  const named = (code: string) => persons.get(code) ?? code;
  return {
    day: dayText(fact, year),
    what: [`${kind?.name ?? fact.kind} ${amounts(fact, kind).join('、')}`.trim(), note]
      .filter(Boolean)
      .join('，'),
    proof: proofWords(fact, shown),
    ...(recordedBy === undefined ? {} : { recordedBy: named(recordedBy) }),
    ...(reviewedBy === undefined ? {} : { reviewedBy: named(reviewedBy) }),
  };
}

/** "3 处" of 处数, "收入 9.4 万元" of another number; days and rates stand in the arithmetic. */
function amounts({ values }: Fact, kind: FactKind | undefined): string[] {
  return Object.entries(kind?.fields ?? {}).flatMap(([name, { type, unit = '' }]) => {
    const value = values[name];
    if (typeof value !== 'string') return [];
    if (type === 'label') return [value];
    if (type !== 'number') return [];
    const amount = [value, unit].filter(Boolean).join(' ');
    return [unit !== '' && name === `${unit}数` ? amount : `${name} ${amount}`];
  });
}

/** Photos are counted where the asker may see them; a paper is told by its words. */
function proofWords({ doc, evidence }: Fact, { files }: FactOfLine): string {
  const words = evidence.filter((text) => !isHash(text));
  const hashes = evidence.length - words.length;
  const pictures = files.filter(({ kind }) => kind === 'picture').length;
  const others = files.length - pictures;
  const seen = [
    ...(pictures > 0 ? [`照片 ${pictures} 张`] : []),
    ...(others > 0 ? [`文件 ${others} 份`] : []),
  ];
  const kept = files.length > 0 ? seen : hashes > 0 ? [`附件 ${hashes} 份`] : [];
  const proofs = [
    ...(doc ? [doc.no] : []),
    ...words.filter((text) => !isCounted(text, seen)),
    ...kept,
  ];
  return proofs.length > 0 ? proofs.join('、') : '未附佐证';
}

/** What a clerk wrote on paper about the photos that hang on the fact as files. */
function isCounted(text: string, seen: readonly string[]): boolean {
  return seen.includes(text.replace(/(\d)\s*张$/, '$1 张'));
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Undefined for a line that rests on no fact by itself, or on facts that nobody knows. */
function sentenceOf({ facts, milli, struck, reason }: Tree, code: string): string | undefined {
  const told = facts.flatMap((fact) => fact.told ?? []);
  if (told.length === 0 || code === '') return undefined;
  const where = [`第 ${code} 条`, reason.replace(/。$/, '')].filter(Boolean).join('，');
  const more = told.length > mostFacts ? `等 ${told.length} 件` : '';
  const shown = told.slice(0, mostFacts);
  const happened = shown.map(({ day, what }) => `${day}${what}`).join('；');
  const by = [
    peopleText(
      '登记',
      shown.map(({ recordedBy }) => recordedBy),
    ),
    peopleText(
      '复核',
      shown.map(({ reviewedBy }) => reviewedBy),
    ),
  ];
  const proof = [...new Set(shown.map((one) => one.proof))].join('、');
  const rest = [proof, ...by].filter(Boolean).join('，');
  return `${effect(milli, struck)}：${happened}${more}（${where}），${rest}。`;
}

function peopleText(deed: string, names: readonly (string | undefined)[]): string {
  const known = [...new Set(names.filter((name) => name !== undefined))];
  return known.length === 0 ? '' : `${deed} ${known.join('、')}`;
}

/** "扣 0.5 分": as few decimals as say it exactly. */
function effect(milli: number, struck: boolean): string {
  if (struck) return '不计分';
  if (milli === 0) return '不加不扣';
  const size = pointsText(Math.abs(milli), 3).replace(/\.?0+$/, '');
  return `${milli < 0 ? '扣' : '加'} ${size} 分`;
}
