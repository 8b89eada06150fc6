/** What one clause gives each subject, computed by the kernel: beside the inputs of a score sheet. */

import {
  assess,
  type Book,
  type Fact,
  type IsoDate,
  type Line,
  type Milli,
  milliText,
  type Node,
  type PeriodId,
  type Scheme,
  signedMilliText,
} from '@oneneedle/kernel';

/** Points of a clause for one subject, with how they came about. */
export interface ClausePoints {
  readonly subject: string;
  readonly name: string;
  readonly group?: string;
  readonly points?: { readonly milli: number; readonly text: string; readonly reason: string };
}

/** A clause in a period, with what an assessment of it reads. */
export interface ClauseQuestion {
  readonly scheme: Scheme;
  readonly code: string;
  readonly period: PeriodId;
  readonly asOf: IsoDate;
  readonly book: Pick<Book, 'roster' | 'facts' | 'seals' | 'kinds' | 'calendar'>;
}

/**
 * The subjects of a scheme in their order, with the points of one clause. Only the branch of the
 * tree that holds the clause is worked out, unless facts of one matter are held against each other
 * over the whole tree; ranks, grades and pay never are.
 */
export function clausePoints({ scheme, code, period, asOf, book }: ClauseQuestion): ClausePoints[] {
  const { subjects } = assess(
    { ...book, schemes: [branchOf(scheme, code)] },
    { scheme: scheme.line, period, asOf },
  );
  return subjects.map((subject) => {
    const line = lineOf(subject.tree, code);
    return {
      subject: subject.code,
      name: subject.name,
      ...(subject.group === undefined ? {} : { group: subject.group }),
      ...(line ? { points: pointsOf(line, Number(scheme.shown ?? '2')) } : {}),
    };
  });
}

/**
 * What one fact gives or takes under a clause, for the subjects that it names: exact text with its
 * sign, "-0.50". Undefined where it counts for none of them.
 */
export function factMarks(
  question: ClauseQuestion,
  fact: Pick<Fact, 'id' | 'about'>,
): string | undefined {
  const { scheme, code, period, asOf, book } = question;
  const { subjects } = assess(
    { ...book, schemes: [branchOf(scheme, code)] },
    { scheme: scheme.line, period, asOf },
  );
  const named = new Set(fact.about.map(({ subject }) => subject));
  const places = Number(scheme.shown ?? '2');
  const marks = subjects
    .filter((subject) => named.has(subject.code))
    .flatMap(({ name, tree }) => {
      const lines = entriesOf(tree, code).filter(({ factIds }) => factIds.includes(fact.id));
      if (lines.length === 0) return [];
      const milli = lines.reduce((sum, line) => sum + (line.struck ? 0 : line.milli), 0) as Milli;
      return [{ name, text: signedMilliText(milli, wholePlaces(milli, places)) }];
    });
  const [only] = marks;
  if (marks.length <= 1) return only?.text;
  return marks.map(({ name, text }) => `${name} ${text}`).join('、');
}

function entriesOf(line: Line, code: string): Line[] {
  const own = line.kind === 'entry' && line.code === code ? [line] : [];
  return [...own, ...line.children.flatMap((child) => entriesOf(child, code))];
}

function branchOf(scheme: Scheme, code: string): Scheme {
  const { line, name, version, effective, subject, period, decimals, rounding, shown } = scheme;
  const { groups, switches, sameMatter, kinds } = scheme;
  const tree = sameMatter ? scheme.tree : scheme.tree.filter((node) => holds(node, code));
  const kept = { line, name, version, effective, subject, period, decimals, rounding, shown };
  return { ...kept, groups, switches, sameMatter, kinds, tree };
}

function holds(node: Node, code: string): boolean {
  return (
    (node.clauses ?? []).some((clause) => clause.code === code) ||
    (node.children ?? []).some((child) => holds(child, code))
  );
}

function lineOf(line: Line, code: string): Line | undefined {
  if (line.kind === 'clause' && line.code === code) return line;
  for (const child of line.children) {
    const found = lineOf(child, code);
    if (found) return found;
  }
  return undefined;
}

const stateWords: Readonly<Record<string, string>> = {
  notDue: '未到期',
  notApplicable: '不适用',
  missing: '缺材料',
  zeroed: '记零',
};

function pointsOf({ milli, state, reason, children }: Line, places: number) {
  const reasons = [reason, ...children.map((child) => child.reason)].filter((one) => one !== '');
  const word = stateWords[state];
  return { milli, text: word ?? wholeText(milli, places), reason: reasons.join('；') };
}

/** "1.50", and "0.125" where two decimals would hide a digit: points beside inputs are never rounded. */
export function wholeText(milli: Milli, places: number): string {
  return milliText(milli, wholePlaces(milli, places));
}

/** The decimals that points need so that nothing is hidden, at least those that the scheme shows. */
function wholePlaces(milli: Milli, places: number): number {
  const hides = (count: number) => milli % 10 ** (3 - count) !== 0;
  return [0, 1, 2].find((count) => count >= places && !hides(count)) ?? 3;
}
