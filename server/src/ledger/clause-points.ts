/** What one clause gives each subject, computed by the kernel: beside the inputs of a score sheet. */

import {
  assess,
  type Book,
  calendarCN,
  type IsoDate,
  type Line,
  milliText,
  type Node,
  type PeriodId,
  type Scheme,
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
  readonly book: Pick<Book, 'roster' | 'facts' | 'seals' | 'kinds'>;
}

/**
 * The subjects of a scheme in their order, with the points of one clause. Only the branch of the
 * tree that holds the clause is worked out, unless facts of one matter are held against each other
 * over the whole tree; ranks, grades and pay never are.
 */
export function clausePoints({ scheme, code, period, asOf, book }: ClauseQuestion): ClausePoints[] {
  const { subjects } = assess(
    { ...book, schemes: [branchOf(scheme, code)], calendar: calendarCN },
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
  return { milli, text: word ?? milliText(milli, places), reason: reasons.join('；') };
}
