/**
 * How firm a rank is: the result without each judge, each sampled unit and each indicator, one at
 * a time. Leaving out an indicator leaves it out for everybody.
 */

import type { Book, Fact } from '../book/book.ts';
import type { AssessOptions } from '../evaluate/assess.ts';
import type { Assessment } from '../evaluate/assessment.ts';
import { fieldText } from '../evaluate/fields.ts';
import { rankRangeSentence, rankSubjects } from '../grade/rank.ts';
import { grouped } from '../grouped.ts';
import { factsUsed } from './lines.ts';
import { type Assess, isRankable, leavesOf, leavingOut, schemeOf } from './replay.ts';

/** What is left out in one scenario. */
interface LeftOut {
  readonly kind: 'indicator' | 'judge' | 'sample';
  /** Code of the indicator, or the name in the field `judge` or `sample`. */
  readonly code: string;
  /** "指标 1 人居环境", "评委 甲", "样本 3组". */
  readonly label: string;
}

export interface RankInterval {
  readonly subject: string;
  readonly rank: number;
  readonly range: readonly [number, number];
  /** The scenario that moves the rank furthest, the first of equals; absent if none moves it. */
  readonly moved?: { readonly leftOut: LeftOut; readonly rank: number };
  /** "名次 3–5，本次不足以区分；去掉评委 甲则为第 5". */
  readonly sentence: string;
}

export interface LeaveOneOut {
  /** Subjects with a rank, in the order of the assessment. */
  readonly subjects: readonly RankInterval[];
  readonly scenarios: readonly LeftOut[];
  /** Scenarios in which a ranked subject has no total any more; they say nothing about ranks. */
  readonly skipped: readonly LeftOut[];
}

/** How many times `leaveOneOut` works a result out anew: what it costs is this times the facts. */
export function leftOutCount(book: Book, base: Assessment): number {
  return scenariosOf(book, base).length;
}

interface Scenario extends LeftOut {
  readonly facts: readonly string[];
  readonly nodes: readonly string[];
}

/** Works the result out once for each thing that can be left out, and compares the ranks. */
export function leaveOneOut(book: Book, options: AssessOptions, assess: Assess): LeaveOneOut {
  const base = assess(book, options);
  const scheme = schemeOf(book, base);
  const ranking = { within: scheme?.ranking?.within };
  const ranks = ranksOf(base, ranking);
  const scenarios = scenariosOf(book, base);
  const outcomes: { leftOut: LeftOut; ranks: Map<string, number> }[] = [];
  const skipped: LeftOut[] = [];
  for (const { facts, nodes, ...leftOut } of scenarios) {
    const changed = ranksOf(assess(book, leavingOut(options, { facts, nodes })), ranking);
    if ([...ranks.keys()].every((code) => changed.has(code))) {
      outcomes.push({ leftOut, ranks: changed });
    } else {
      skipped.push(leftOut);
    }
  }
  return {
    subjects: [...ranks].map(([subject, rank]) => intervalOf(subject, rank, outcomes)),
    scenarios: outcomes.map(({ leftOut }) => leftOut),
    skipped,
  };
}

function scenariosOf(book: Book, base: Assessment): Scenario[] {
  const scheme = schemeOf(book, base);
  return scheme ? [...named(book.facts, base), ...indicators(scheme.tree)] : [];
}

/** Ties share a rank and the next is skipped, whatever the scheme prints: positions are compared. */
function ranksOf(
  result: Assessment,
  ranking: { within: 'group' | 'all' | undefined },
): Map<string, number> {
  const items = result.subjects.map((subject) => ({ ...subject, rankable: isRankable(subject) }));
  const ranks = rankSubjects(items, ranking);
  return new Map(
    items.flatMap(({ code }): [string, number][] => {
      const rank = ranks.get(code);
      return rank === undefined ? [] : [[code, rank]];
    }),
  );
}

function indicators(tree: Parameters<typeof leavesOf>[0]): Scenario[] {
  return leavesOf(tree).map(({ code, name }) => ({
    kind: 'indicator',
    code,
    label: `指标 ${code} ${name}`,
    facts: [],
    nodes: [code],
  }));
}

/** Judges and sampled units among the facts that the result rests on. */
function named(facts: readonly Fact[], base: Assessment): Scenario[] {
  const used = new Set(factsUsed(base));
  const relevant = facts.filter((fact) => used.has(fact.id));
  const fields = [
    { kind: 'judge', word: '评委' },
    { kind: 'sample', word: '样本' },
  ] as const;
  return fields.flatMap(({ kind, word }) => {
    const nameOf = (fact: Fact) => fieldText(fact.values[kind]);
    const byName = grouped(
      relevant.filter((fact) => nameOf(fact) !== undefined),
      (fact) => nameOf(fact) ?? '',
    );
    return [...byName]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, own]) => {
        const ids = own.map((fact) => fact.id);
        return { kind, code, label: `${word} ${code}`, facts: ids, nodes: [] };
      });
  });
}

function intervalOf(
  subject: string,
  rank: number,
  outcomes: readonly { leftOut: LeftOut; ranks: ReadonlyMap<string, number> }[],
): RankInterval {
  const moves = outcomes.map(({ leftOut, ranks }) => ({
    leftOut,
    rank: ranks.get(subject) ?? rank,
  }));
  const all = [rank, ...moves.map((move) => move.rank)];
  const range = [Math.min(...all), Math.max(...all)] as const;
  const distance = (move: { rank: number }) => Math.abs(move.rank - rank);
  const [furthest] = [...moves].sort((a, b) => distance(b) - distance(a));
  const sentence = rankRangeSentence(range);
  if (!furthest || distance(furthest) === 0) return { subject, rank, range, sentence };
  const because = `不计${furthest.leftOut.label}则为第 ${furthest.rank}`;
  return { subject, rank, range, moved: furthest, sentence: `${sentence}；${because}` };
}
