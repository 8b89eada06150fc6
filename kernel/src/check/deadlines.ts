/** Days by which something is due, where the period in which it is looked at has passed by then. */

import { compare, exact, zero } from '../number/rational.ts';
import type { RuleBody } from '../scheme/rule.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Finding, finding } from './finding.ts';
import { type ClauseAt, type SchemeView, spansYear } from './view.ts';
import { clauseWords } from './words.ts';

/** Deadlines that a period forgets, and a `due` that changes nothing. */
export function checkDeadlines(view: SchemeView): Finding[] {
  return view.clauses.flatMap((at) => [...forgotten(view, at), ...withoutEffect(at)]);
}

/**
 * A fact counts in the period of its day. Recorded there as undone before it falls due it gives
 * nothing, and a clause of span period does not look at it again.
 */
function forgotten(view: SchemeView, at: ClauseAt): Finding[] {
  const { clause, path } = at;
  if (!('deadline' in clause.rule) || clause.on === undefined) return [];
  if (spansYear(view, at) || clause.counts === 'level') return [];
  const { deadline } = clause.rule;
  const charges = [deadline.late, deadline.perDay].some(
    (points) => points !== undefined && compare(exact(points), zero) !== 0,
  );
  const due = dueWords(view.scheme, deadline);
  if (!charges || due === undefined) return [];
  const sentence = `${clauseWords(clause)}的期限${due}，可以晚于登记的那一期，而本条只按本期算：期限到来以前登记为未办成（done: 否）的，当期没有到期，过后不再看，永远不扣；请写 span: year（封顶和保底随之按全年算），或规定到期以后才登记。`;
  return [finding('deadline-span', `${path}.rule.deadline`, sentence)];
}

const firstPeriodEnds: Record<Scheme['period'], string> = {
  month: '01-31',
  quarter: '03-31',
  halfYear: '06-30',
  year: '12-31',
};

/** What the deadline is, where it can fall after the period in which a fact is recorded. */
function dueWords({ period }: Scheme, { due }: RuleBody<'deadline'>): string | undefined {
  if (typeof due === 'object') {
    if (due.field !== 'on') return `由事实的“${due.field}”确定`;
    return due.plus ? '从事实的日期起算' : undefined;
  }
  return due.slice(-5) > firstPeriodEnds[period] ? `是 ${due}` : undefined;
}

/** 未到期 is said of what is worked out once; a clause that hears facts one by one has no such day. */
function withoutEffect({ clause, path }: ClauseAt): Finding[] {
  if (clause.due === undefined || clause.on === undefined) return [];
  if ('judges' in clause.rule || 'ballots' in clause.rule) return [];
  const sentence = `${clauseWords(clause)}写了 due: endOfSpan（到期末才算），而本条逐条听取事实，有一条算一条，due 不起作用；请删去，要到期末才算的，改为不写 on、用 count 或 measure 取数。`;
  return [finding('due-without-effect', `${path}.due`, sentence)];
}
