/** When a clause falls due, where the scheme says something that has no effect. */

import { only } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import type { ClauseAt, SchemeView } from './view.ts';
import { clauseWords } from './words.ts';

/** A `due` that changes nothing. */
export function checkDeadlines(view: SchemeView): Finding[] {
  return view.clauses.flatMap(withoutEffect);
}

/** 未到期 is said of what is worked out once; a clause that hears facts one by one has no such day. */
function withoutEffect({ clause, path }: ClauseAt): Finding[] {
  if (clause.due === undefined || clause.on === undefined) return [];
  if (['judges', 'ballots', 'pending'].includes(only(clause.rule)[0])) return [];
  const sentence = `${clauseWords(clause)}写了 due: endOfSpan（到期末才算），而本条逐条听取事实，有一条算一条，due 不起作用；请删去，要到期末才算的，改为不写 on、用 count 或 measure 取数。`;
  return [finding('due-without-effect', `${path}.due`, sentence)];
}
