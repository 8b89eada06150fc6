/** What the office should see beside the numbers: facts nobody heard, late facts, unsigned clauses. */

import type { Fact, FactForm } from '../book/book.ts';
import { listOf, ownOf } from '../scheme/shapes.ts';
import { periodLabel, periodOf, periodsToDate, unitOf } from '../time/periods.ts';
import { existsFor } from './applies.ts';
import { heardBy } from './charge.ts';
import { fieldText, speaksFor } from './fields.ts';
import { sealedEdition } from './flow.ts';
import { dayOf } from './ledger-view.ts';
import { kindOf } from './rules.ts';
import { isLive, kindNames, knowledgeOf, type Run } from './run.ts';

/** Adds the notices that can be read off the ledger and the scheme. */
export function noteLedger(run: Run): void {
  noteUnheard(run);
  noteUntaken(run);
  noteUnplaced(run);
  noteUndated(run);
  noteLate(run);
  noteLateReversals(run);
  noteOddlyStored(run);
  noteUnchecked(run);
  notePreview(run);
}

/** Keys of a scheme under which the name of a fact kind stands. */
const kindKeys = new Set(['on', 'kind', 'done', 'rectified']);

/** Every fact kind that the scheme mentions anywhere. */
export function kindsMentioned(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) kindsMentioned(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'kinds') continue;
      if (kindKeys.has(key)) {
        for (const kind of Array.isArray(item) ? item : [item]) {
          if (typeof kind === 'string') found.add(kind);
        }
      }
      kindsMentioned(item, found);
    }
  }
  return found;
}

/** Forms that no clause listens to. */
const passive: readonly FactForm[] = ['result', 'checked', 'missing'];

function noteUnheard(run: Run): void {
  const heard = kindsMentioned(run.scheme);
  for (const [kind, facts] of run.view.byKind) {
    const plain = facts.filter((fact) => !passive.includes(fact.form));
    if (heard.has(kind) || plain.length === 0) continue;
    run.notices.add({
      code: 'fact-unheard',
      sentence: `本办法没有条款听取“${kindNames(run, kind)}”类事实（${plain.length} 条），未计分；它们可能属于别的办法。`,
      factIds: plain.map((fact) => fact.id),
    });
  }
}

/** Facts of a kind that only clauses hear, of which no clause takes this one: a misspelt label. */
function noteUntaken(run: Run): void {
  const kinds = kindsOnlyHeard(run);
  const candidates = run.view.facts.filter(
    (fact) => kinds.has(fact.kind) && isInPeriod(run, fact) && !passive.includes(fact.form),
  );
  if (candidates.length === 0) return;
  const taken = new Set(run.notices.list().flatMap((notice) => notice.factIds));
  for (const placed of run.clauses.values()) {
    for (const [code, list] of placed.clause.on ? heardBy(run, placed.clause) : []) {
      const subject = run.subjectByCode.get(code);
      if (!subject || !existsFor(run, placed, subject)) continue;
      for (const { fact } of list) taken.add(fact.id);
    }
  }
  for (const fact of candidates.filter((item) => !taken.has(item.id))) {
    const about = fact.about.map((item) => item.subject).join('、');
    const sentence = `事实 ${fact.id}（${dayOf(fact) ?? ''}，${about}）没有一条条款接受：所填内容或对象不符合任何条款的条件，未计分；请核对填写。`;
    run.notices.add({ code: 'fact-unheard', sentence, factIds: [fact.id] });
  }
}

/** Kinds that clauses listen to and that nothing else in the scheme asks about. */
function kindsOnlyHeard(run: Run): Set<string> {
  const elsewhere = kindsMentioned({ ...run.scheme, tree: [] });
  const heard = new Set<string>();
  for (const { clause, path } of run.clauses.values()) {
    for (const kind of listOf(clause.on)) heard.add(kind);
    kindsMentioned({ ...clause, on: undefined }, elsewhere);
    for (const node of path) kindsMentioned({ ...node, clauses: [], children: [] }, elsewhere);
  }
  return new Set([...heard].filter((kind) => !elsewhere.has(kind)));
}

/** A fact without a day and a period counts in none. */
function noteUndated(run: Run): void {
  for (const fact of run.view.facts.filter((item) => dayOf(item) === undefined)) {
    const sentence = `事实 ${fact.id} 没有日期，不知计入哪一期，未计分；请补写日期。`;
    run.notices.add({ code: 'fact-refused', sentence, factIds: [fact.id] });
  }
}

/** A signature or a decided cell that names a clause this scheme does not have. */
function noteUnplaced(run: Run): void {
  for (const fact of run.view.facts) {
    if (fact.form !== 'checked' && fact.form !== 'missing') continue;
    if (!speaksFor(run.scheme.line, fact)) continue;
    const clause = fieldText(fact.values.clause);
    if (!isInPeriod(run, fact) || run.clauses.has(clause ?? '')) continue;
    const sentence = `事实 ${fact.id} 写的条款“${clause ?? '空'}”本办法没有，未起作用；请核对条款号，或它属于别的办法。`;
    run.notices.add({ code: 'fact-unheard', sentence, factIds: [fact.id] });
  }
}

function noteLate(run: Run): void {
  for (const fact of run.view.facts) {
    const counting = run.view.counting.get(fact.id);
    const day = dayOf(fact);
    if (!counting || !day || fact.form === 'result') continue;
    const own = periodOf(day, run.scheme.period);
    if (counting.period === own || isOddlyStored(run, fact)) continue;
    const code = counting.pastSpan ? 'fact-past-span' : 'fact-late';
    const sentence = counting.pastSpan
      ? `事实 ${fact.id}（${day}）所属年度已全部封存，本年不计；须以更正版处理，条款写明结转的除外。`
      : ownOf(fact.countsIn, run.scheme.line) === undefined
        ? `事实 ${fact.id}（${day}）知悉时${periodLabel(own)}已封存，计入${periodLabel(counting.period)}。`
        : `事实 ${fact.id}（${day}）登记时已定计入${periodLabel(counting.period)}。`;
    run.notices.add({ code, sentence, factIds: [fact.id] });
  }
}

/** What a year-long line would give back after its year is sealed waits for a corrected edition. */
function noteLateReversals(run: Run): void {
  for (const [target, reversal] of run.view.reversals) {
    if (!run.view.counting.get(reversal.id)?.pastSpan) continue;
    const sentence = `更正 ${reversal.id} 知悉时事实 ${target} 所属年度已全部封存：按期计分的部分以更正行补记，全年累计的条款和指标不再变动，须以更正版处理。`;
    run.notices.add({ code: 'fact-past-span', sentence, factIds: [target, reversal.id] });
  }
}

/** A stored period of another length is none of this scheme's periods. */
function isOddlyStored(run: Run, fact: Fact): boolean {
  const stored = ownOf(fact.countsIn, run.scheme.line);
  return stored !== undefined && unitOf(stored) !== run.scheme.period;
}

function noteOddlyStored(run: Run): void {
  const all = [...run.view.facts, ...run.view.reversals.values()];
  for (const fact of all.filter((item) => isOddlyStored(run, item))) {
    const period = ownOf(fact.countsIn, run.scheme.line) ?? '';
    const sentence = `事实 ${fact.id} 登记的计入期间 ${period} 不是本办法的考核周期，未计分；请更正。`;
    run.notices.add({ code: 'fact-refused', sentence, factIds: [fact.id] });
  }
}

/** Sealing needs one signature per clause that nothing else was found (经查无). */
function noteUnchecked(run: Run): void {
  const checked = new Set(
    run.view.facts
      .filter((fact) => fact.form === 'checked' && speaksFor(run.scheme.line, fact))
      .filter((fact) => isInPeriod(run, fact))
      .map((fact) => fieldText(fact.values.clause)),
  );
  const open = [...run.clauses.values()]
    .filter(({ clause }) => clause.on !== undefined && !checked.has(clause.code))
    .filter(({ clause }) => !['judges', 'ballots'].includes(kindOf(clause.rule)))
    .map(({ clause }) => clause.code);
  if (open.length === 0) return;
  const shown = open.slice(0, 12).join('、');
  run.notices.add({
    code: 'unchecked',
    sentence: `${open.length} 条尚无责任单位“经查无其他”的签认，封存前须补：${shown}${open.length > 12 ? ' 等' : ''}。`,
    clauses: open,
    factIds: [],
  });
}

function isInPeriod(run: Run, fact: Fact): boolean {
  const counting = run.view.counting.get(fact.id);
  return counting?.period === run.period && isLive(run, fact, knowledgeOf(run.period));
}

function notePreview(run: Run): void {
  const yearLong = [...run.clauses.values()].some(
    ({ clause, path }) => clause.span === 'year' || path.some((node) => node.span === 'year'),
  );
  const open = periodsToDate(run.period)
    .slice(0, -1)
    .filter((period) => !sealedEdition(run, period));
  if (!yearLong || open.length === 0) return;
  const names = open.map(periodLabel).join('、');
  run.notices.add({
    code: 'preview-unsealed',
    sentence: `${names}尚未封存，全年累计条款按重新计算的数预览（暂）。`,
    factIds: [],
  });
}
