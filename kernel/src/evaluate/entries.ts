/**
 * The entries of one clause for one subject: select, waive, amount, aggravate, charge, validity.
 * What entries of one matter do to each other is `policy.ts`.
 */

import type { Fact } from '../book/book.ts';
import { grouped } from '../grouped.ts';
import {
  absolute,
  compare,
  exact,
  multiply,
  one,
  type Rational,
  rational,
  roundTo,
  signOf,
  toExactText,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import { pendingWords, type Rule } from '../scheme/rule.ts';
import { listOf, ownOf } from '../scheme/shapes.ts';
import { firstDay, isLastOfYear, lastDay } from '../time/periods.ts';
import type { CellState } from './assessment.ts';
import { type Heard, heardBy } from './charge.ts';
import { judge } from './condition.ts';
import { fallsDueIn } from './deadline.ts';
import { fieldText, passes, speaksFor } from './fields.ts';
import { ballotsAmount, judgesAmount } from './juries.ts';
import { modified, modifiersOf } from './modifiers.ts';
import { type Asker, distinctKey } from './quantity.ts';
import { resultParts } from './results.ts';
import { type Amount, amountOf, kindOf } from './rules.ts';
import {
  countsInScope,
  isLive,
  knownBy,
  lastOf,
  once,
  type PlacedClause,
  type Run,
  type Scope,
  type Subject,
  scopeFor,
  viewDay,
} from './run.ts';
import { validUntil } from './validity.ts';

/** One amount of one clause: from a fact, or from the clause's quantity. */
export interface Entry {
  readonly clause: string;
  readonly fact?: Fact | undefined;
  readonly factIds: readonly string[];
  /** Facts of one matter share this; a fact without a matter is its own. */
  readonly matter: string;
  readonly amount: Rational;
  readonly reason: string;
  /** Why it counts nothing, when it does not. */
  readonly struck?: string | undefined;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly state: CellState;
  /** Why the cell is not plainly scored. */
  readonly why: string;
}

/** The entries of a clause before same-matter rules, in canonical order. */
export function rawEntries(
  run: Run,
  placed: PlacedClause,
  subject: Subject,
  scope: Scope,
): Entries {
  return once(run, `raw|${placed.clause.code}|${subject.code}|${scope.key}`, () => {
    const decided = decidedCell(run, placed.clause, subject, scope);
    if (decided) return decided;
    const asker = { subject, scope, clauseCode: placed.clause.code };
    const away = notApplicable(run, placed.clause, asker);
    if (away !== undefined) return { entries: [], state: 'notApplicable', why: away };
    const { rule } = placed.clause;
    if ('pending' in rule)
      return { entries: [], state: 'missing', why: pendingWords(rule.pending) };
    const kind = kindOf(rule);
    if (kind === 'judges' || kind === 'ballots' || placed.clause.on === undefined) {
      return cellEntries(run, placed.clause, asker);
    }
    return factEntries(run, placed.clause, asker);
  });
}

/** The scope in which a clause is worked out when asked for one: a level reads its last period. */
export function ownScope(clause: Clause, scope: Scope): Scope {
  return clause.counts === 'level' ? scopeFor('period', scope) : scope;
}

/** The scope in which a rival of the clause asked for is worked out. */
export function clauseScope(clause: Clause, scope: Scope): Scope {
  return clause.counts === 'level' ? scopeFor('period', scope) : scopeFor(clause.span, scope);
}

/** A fact of form `missing` decides a cell: 不适用, 缺材料 or a zero with its reason. */
function decidedCell(
  run: Run,
  clause: Clause,
  subject: Subject,
  scope: Scope,
): Entries | undefined {
  const decisions = once(run, 'decided-cells', () =>
    grouped(
      run.view.facts.filter((fact) => fact.form === 'missing' && speaksFor(run.scheme.line, fact)),
      (fact) => fieldText(fact.values.clause) ?? '',
    ),
  );
  const decision = decisions
    .get(clause.code)
    ?.find(
      (fact) =>
        (fact.about.length === 0 || fact.about.some((about) => about.subject === subject.code)) &&
        countsInScope(run, fact, scope) &&
        isLive(run, fact, scope.known),
    );
  if (!decision) return undefined;
  const why = fieldText(decision.values.reason) ?? decision.note ?? '未写理由';
  const states: Record<string, CellState> = { 不适用: 'notApplicable', 记零: 'zeroed' };
  return {
    entries: [],
    state: ownOf(states, fieldText(decision.values.state) ?? '') ?? 'missing',
    why: `${why}（事实 ${decision.id}）`,
  };
}

function notApplicable(run: Run, clause: Clause, asker: Asker): string | undefined {
  if (!clause.notApplicableWhen) return undefined;
  const truth = judge(run, clause.notApplicableWhen, asker);
  return truth.holds === true ? truth.reason : undefined;
}

function cellEntries(run: Run, clause: Clause, asker: Asker): Entries {
  const none = { entries: [] };
  if (clause.due === 'endOfSpan' && !isLastOfYear(lastOf(asker.scope))) {
    return { ...none, state: 'notDue', why: '年末计算，尚未到期' };
  }
  const amount = cellAmount(run, clause, asker);
  if (amount.notDue) return { ...none, state: 'notDue', why: amount.notDue };
  const lack = amount.missing ?? amount.refused ?? amount.discretion;
  if (lack !== undefined || !amount.value) {
    // What is only asked for at the end is not missing before it.
    const isEarly = clause.due === 'endOfSpan' && run.asOf < lastDay(lastOf(asker.scope));
    if (isEarly) return { ...none, state: 'notDue', why: '年末计算，尚未到期' };
    return { ...none, state: 'missing', why: lack ?? amount.reason };
  }
  const changed = listChange(run, clause, amount.factIds);
  if (changed) return { ...none, ...changed };
  const modifiers = modifiersOf(run, clause, asker);
  if (modifiers.unknown) return { ...none, state: 'missing', why: modifiers.unknown };
  const { waived } = modifiers;
  const segments =
    waived || signOf(modifiers.extra) !== 0
      ? []
      : segmentEntries(run, clause, asker, modifiers.times);
  if (segments.length > 0) return { entries: segments, state: 'scored', why: '' };
  const total = modified(amount.value, modifiers);
  const absurd = beyondBelief(total);
  if (absurd) return { ...none, state: 'missing', why: absurd };
  const entry: Entry = {
    clause: clause.code,
    factIds: [...new Set([...amount.factIds, ...modifiers.factIds])],
    matter: `#cell:${clause.code}`,
    amount: waived ? zero : total,
    reason: amount.reason + modifiers.reason,
    struck: waived,
  };
  return { entries: [entry], state: 'scored', why: '' };
}

/** A rank compared with one of another list: the clause says whether that is compared at all. */
function listChange(
  run: Run,
  clause: Clause,
  factIds: readonly string[],
): { state: CellState; why: string } | undefined {
  if (clause.listChanged === 'compare' || factIds.length < 2) return undefined;
  const byId = once(run, 'facts-by-id', () => new Map(run.view.facts.map((f) => [f.id, f])));
  const lists = new Set(
    factIds
      .flatMap((id) => Object.values(byId.get(id)?.values ?? {}))
      .flatMap((value) => (typeof value === 'object' && 'list' in value ? [value.list] : [])),
  );
  if (lists.size < 2) return undefined;
  const names = [...lists].join('、');
  return clause.listChanged === 'exclude'
    ? { state: 'notApplicable', why: `排名名单有变（${names}），本项不比较` }
    : { state: 'missing', why: `排名名单有变（${names}），条款须写明 listChanged：比较还是不计` };
}

/** With `postChange: segments` each unit served gives a line of its own, by days. */
function segmentEntries(run: Run, clause: Clause, asker: Asker, times: Rational): Entry[] {
  if (run.scheme.switches?.postChange !== 'segments' || !('import' in clause.rule)) return [];
  const rule = clause.rule.import;
  if (rule.times === undefined) return [];
  const parts = resultParts(run, rule, asker);
  const total = parts.reduce((sum, part) => sum + part.days, 0);
  if (parts.length < 2) return [];
  return parts.flatMap((part) => {
    if (!('value' in part)) return [];
    const share = rational(BigInt(part.days), BigInt(total));
    const name = run.unitByCode.get(part.subject)?.name ?? part.subject;
    const amount = multiply(multiply(part.value, share), multiply(exact(rule.times ?? '0'), times));
    const reason = `${name}：${toExactText(part.value)} × ${rule.times}，任职 ${part.days}/${total} 天`;
    const matter = `#cell:${clause.code}:${part.subject}`;
    return [{ clause: clause.code, factIds: part.factIds, matter, amount, reason }];
  });
}

function cellAmount(run: Run, clause: Clause, asker: Asker): Amount {
  if ('judges' in clause.rule || 'ballots' in clause.rule) {
    const listener = clause;
    const keep = (fact: Fact) =>
      countsInScope(run, fact, asker.scope) && isLive(run, fact, asker.scope.known);
    const facts = selected(run, clause, asker).map((heard) => heard.fact);
    return 'judges' in clause.rule
      ? judgesAmount(run, clause.rule.judges, { facts, listener, keep })
      : ballotsAmount(clause.rule.ballots, facts);
  }
  return amountOf(run, clause.rule, asker);
}

/** Facts that the clause hears for the subject and that count in the scope. */
export function selected(run: Run, clause: Clause, asker: Asker): Heard[] {
  const heard = heardBy(run, clause).get(asker.subject.code) ?? [];
  const level = clause.counts === 'level';
  return heard.filter(
    ({ fact }) =>
      (level ? knownBy(run, fact, asker.scope) : countsForClause(run, clause, fact, asker)) &&
      isLive(run, fact, asker.scope.known) &&
      passes(run, fact, clause.where, asker.subject),
  );
}

/** A fact counts in its period; a thing recorded as undone, in the period in which it falls due. */
function countsForClause(run: Run, clause: Clause, fact: Fact, asker: Asker): boolean {
  const due = fallsDueIn(run, clause, fact, asker);
  if (due !== undefined) return asker.scope.window.includes(due);
  return countsInScope(run, fact, asker.scope, clause.carryOver ?? false);
}

function factEntries(run: Run, clause: Clause, base: Asker): Entries {
  const entries: Entry[] = [];
  let why = '';
  let counted = 0;
  const seen = new Set<string>();
  for (const heard of selected(run, clause, base)) {
    const asker = { ...base, fact: heard.fact };
    const inForce = forceOf(run, clause, asker);
    if (inForce === 'gone') continue;
    const entry = entryOf(run, clause, heard, { asker, counted, seen });
    if (entry.lack) why = entry.lack;
    else if (!entry.entry.struck) counted += 1;
    entries.push(inForce ? { ...entry.entry, amount: zero, struck: inForce } : entry.entry);
  }
  const exclusive = onlyOnePerPeriod(run, clause, entries);
  if (exclusive.why) why = exclusive.why;
  return { entries: exclusive.entries, state: why ? 'missing' : 'scored', why };
}

/** Undefined while in force, a sentence in the period in which it ends, `gone` afterwards. */
function forceOf(run: Run, clause: Clause, asker: Asker): string | undefined {
  if (clause.counts !== 'level' || !clause.validity || !asker.fact) return undefined;
  const until = validUntil(run, clause, { fact: asker.fact, scope: asker.scope });
  const day = viewDay(run, asker.scope);
  if (until === undefined || until >= day) return undefined;
  return until < firstDay(lastOf(asker.scope)) ? 'gone' : `有效期至 ${until}，已失效`;
}

interface EntryState {
  readonly asker: Asker & { fact: Fact };
  readonly counted: number;
  readonly seen: Set<string>;
}

function entryOf(
  run: Run,
  clause: Clause,
  heard: Heard,
  state: EntryState,
): { entry: Entry; lack?: string } {
  const { asker } = state;
  const { fact } = heard;
  const base = {
    clause: clause.code,
    fact,
    matter: fact.matter ?? `#${fact.id}`,
    amount: zero,
    reason: '',
    factIds: [fact.id],
  };
  const modifiers = modifiersOf(run, clause, asker);
  const undocumented = modifiers.waived === undefined ? lackOfDocument(clause, fact) : undefined;
  if (undocumented) noteDocument(run, clause, asker);
  const struck = modifiers.waived ?? undocumented ?? doubled(clause, state);
  if (struck) return { entry: { ...base, struck } };
  const amount = amountOf(run, ruleFor(clause, state.counted), asker);
  if (amount.notDue) return { entry: { ...base, struck: amount.notDue } };
  const lack = amount.refused ?? amount.discretion ?? amount.missing ?? modifiers.unknown;
  if (lack !== undefined || !amount.value) {
    noteLack(run, clause, asker, { ...amount, reason: lack ?? amount.reason });
    return { entry: { ...base, struck: lack ?? '没有分值' }, lack: lack ?? '没有分值' };
  }
  const total = modified(amount.value, modifiers);
  const charged = sharedPart(run, clause, multiply(total, heard.times), heard);
  const absurd = beyondBelief(charged);
  if (absurd) {
    noteLack(run, clause, asker, { ...amount, reason: absurd });
    return { entry: { ...base, struck: absurd }, lack: absurd };
  }
  const role = compare(heard.times, one) === 0 ? '' : `，${heard.why} ×${toExactText(heard.times)}`;
  const factIds = [...new Set([...amount.factIds, ...modifiers.factIds])];
  return {
    entry: { ...base, factIds, amount: charged, reason: amount.reason + modifiers.reason + role },
  };
}

/** No clause of any scheme gives so many points: the figure behind it is a slip. */
const mostPoints = rational(10n ** 9n);

function beyondBelief(points: Rational): string | undefined {
  if (compare(absolute(points), mostPoints) <= 0) return undefined;
  return '算得的分值超过十亿，数值当有笔误，未计分';
}

/** `then` is the delta from the second occurrence on. */
function ruleFor({ rule }: Clause, counted: number): Rule {
  if (!('count' in rule) || rule.count.then === undefined || counted === 0) return rule;
  return { count: { ...rule.count, delta: rule.count.then } };
}

function doubled(clause: Clause, state: EntryState): string | undefined {
  if (!('count' in clause.rule) || clause.rule.count.distinct === undefined) return undefined;
  const key = distinctKey(state.asker.fact, listOf(clause.rule.count.distinct));
  if (state.seen.has(key)) return `同一${listOf(clause.rule.count.distinct).join('、')}只计一次`;
  state.seen.add(key);
  return undefined;
}

function lackOfDocument(clause: Clause, fact: Fact): string | undefined {
  return clause.requires !== undefined && !fact.doc?.no ? '没有依据文件，暂不计分' : undefined;
}

/** Said in the period in which the fact counts, and there alone: later it can no longer be mended. */
function noteDocument(run: Run, clause: Clause, { fact, subject }: EntryState['asker']): void {
  if (run.view.counting.get(fact.id)?.period !== run.period) return;
  run.notices.add({
    code: 'document-missing',
    sentence: `事实 ${fact.id}（${subject.name}）没有依据文件，条款 ${clause.code} 没有计分；补上文号才能计。`,
    subject: subject.code,
    clause: clause.code,
    factIds: [fact.id],
  });
}

/** A split loss goes out in whole printed units; the remainder falls to the first in the roster. */
function sharedPart(run: Run, clause: Clause, total: Rational, heard: Heard): Rational {
  const share = clause.share ?? run.scheme.switches?.jointLoss ?? 'each';
  if (share === 'each' || heard.among <= 1) return total;
  const unit = 10n ** BigInt(run.decimals);
  const whole = roundTo(total, unit, 'halfAwayFromZero');
  const each = whole / BigInt(heard.among);
  const rest = heard.place === 0 ? whole - each * BigInt(heard.among) : 0n;
  return rational(each + rest, unit);
}

function noteLack(run: Run, clause: Clause, asker: Asker, amount: Amount): void {
  const code = amount.discretion ? 'needs-discretion' : 'fact-refused';
  const subject = asker.subject.code;
  const sentence = `${asker.subject.name} 第 ${clause.code} 条：${amount.reason}。请更正该事实后重算。`;
  run.notices.add({
    code,
    sentence,
    subject,
    clause: clause.code,
    factIds: [asker.fact?.id ?? ''],
  });
}

/** With `exactlyOne`, one entry per period stands: the heaviest, the highest, or none on conflict. */
function onlyOnePerPeriod(
  run: Run,
  clause: Clause,
  entries: readonly Entry[],
): { entries: readonly Entry[]; why?: string } {
  const policy = 'choice' in clause.rule ? clause.rule.choice.exactlyOne : undefined;
  if (!policy) return { entries };
  const periods = new Map<string, Entry[]>();
  for (const entry of entries.filter((item) => !item.struck)) {
    const period = run.view.counting.get(entry.fact?.id ?? '')?.period ?? '';
    periods.set(period, [...(periods.get(period) ?? []), entry]);
  }
  const losers = new Map<Entry, string>();
  let why: string | undefined;
  for (const rivals of periods.values()) {
    if (rivals.length < 2) continue;
    const sign = policy === 'highest' ? -1 : 1;
    const [winner, ...rest] = [...rivals].sort((a, b) => sign * compare(a.amount, b.amount));
    const agree = rest.every((rival) => compare(rival.amount, winner?.amount ?? zero) === 0);
    const refuse = policy === 'refuse' && !agree;
    if (refuse) why = `同一期有 ${rivals.length} 条互斥的档次，请更正其一`;
    for (const loser of refuse ? rivals : rest) {
      losers.set(loser, why ?? `各档只取其一，已按 ${toExactText(winner?.amount ?? zero)} 计`);
    }
  }
  const kept = entries.map((entry) => {
    const struck = losers.get(entry);
    return struck ? { ...entry, amount: zero, struck } : entry;
  });
  return why === undefined ? { entries: kept } : { entries: kept, why };
}
