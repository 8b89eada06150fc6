/** The tree: clauses into indicators, indicators into groups, groups into the total. */

import { fromMilli, type Milli, milliText, printMilli } from '../number/points.ts';
import {
  add,
  compare,
  divide,
  exact,
  least,
  multiply,
  type Rational,
  rational,
  signOf,
  subtract,
  toExactText,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { isLastOfYear } from '../time/periods.ts';
import { appliesTo } from './applies.ts';
import type { CellState, Line } from './assessment.ts';
import { coefficientOf } from './coefficient.ts';
import { judge } from './condition.ts';
import { type Entry, ownScope } from './entries.ts';
import {
  clauseItem,
  type Flow,
  flowOf,
  type Item,
  nodeItem,
  plainLine,
  print,
  roundingLine,
  type Whole,
} from './flow.ts';
import { madeGood, nodeNotApplicable } from './not-applicable.ts';
import { settledEntries } from './policy.ts';
import { kindNames, lastOf, once, type Run, type Scope, type Subject } from './run.ts';

/** The code of the whole tree as one node. */
export const rootCode = 'total';

/** The items directly under a node that exist for the subject. */
function itemsUnder(run: Run, node: Node, subject: Subject): Item[] {
  if (node.children) {
    return node.children
      .filter(
        (child) => !run.withoutNodes.has(child.code) && appliesTo(run, child.applies, subject),
      )
      .map((child) => nodeItemOf(run, child, subject));
  }
  return (node.clauses ?? [])
    .filter(
      (clause) => !run.withoutNodes.has(clause.code) && appliesTo(run, clause.applies, subject),
    )
    .map((clause) => clauseItemOf(run, clause, subject));
}

/** A group or indicator as an item of its parent. */
export function nodeItemOf(run: Run, node: Node, subject: Subject): Item {
  return nodeItem(node, {
    whole: (scope) => wholeNode(run, node, subject, scope),
    parts: (scope) => partLines(run, node, subject, scope),
  });
}

/** A clause as an item of its node. */
export function clauseItemOf(run: Run, clause: Clause, subject: Subject): Item {
  return clauseItem(clause, (scope) => wholeClause(run, clause, subject, scope));
}

/** The value of a clause over a scope: entries, gate, cap and floor, one rounding. */
function wholeClause(run: Run, clause: Clause, subject: Subject, scope: Scope): Whole {
  return once(run, `clause|${clause.code}|${subject.code}|${scope.key}`, () => {
    const placed = run.clauses.get(clause.code);
    if (!placed) throw new Error(`clause ${clause.code} is not in the tree`);
    const cell = settledEntries(run, placed, subject, ownScope(clause, scope));
    if (cell.state === 'notApplicable' || cell.state === 'notDue' || cell.state === 'zeroed') {
      return { milli: 0 as Milli, inside: zero, lines: [], state: cell.state, reason: cell.why };
    }
    const lines = cell.entries.map((entry) => entryLine(run, clause, entry));
    const sum = add(...cell.entries.map((entry) => entry.amount));
    const gated = clauseGate(run, clause, { sum, entries: cell.entries, subject, scope });
    const bounded = clauseBounds(clause, gated.value);
    const milli = print(run, bounded.value);
    const extra = [...gated.lines, ...bounded.lines];
    return {
      milli,
      inside: fromMilli(milli),
      lines: [...lines, ...extra, ...roundingLine(clause.code, [...lines, ...extra], milli)],
      state: gated.unknown ? 'missing' : cell.state,
      reason: gated.unknown ?? cell.why,
    };
  });
}

function entryLine(run: Run, clause: Clause, entry: Entry): Line {
  return {
    kind: 'entry',
    code: clause.code,
    label: entry.fact?.note ?? (entry.fact ? kindNames(run, entry.fact.kind) : clause.text),
    milli: print(run, entry.amount),
    state: 'scored',
    reason: entry.struck ?? entry.reason,
    factIds: entry.factIds,
    children: [],
    ...(entry.struck === undefined ? {} : { struck: true }),
  };
}

interface Gated {
  value: Rational;
  lines: Line[];
  unknown?: string;
}

function clauseGate(
  run: Run,
  clause: Clause,
  at: { sum: Rational; entries: readonly Entry[]; subject: Subject; scope: Scope },
): Gated {
  for (const gate of clause.gate ?? []) {
    const truth = judge(run, gate.when, { ...at, clauseCode: clause.code });
    if (truth.holds === undefined) return { value: at.sum, lines: [], unknown: truth.reason };
    if (!truth.holds) continue;
    const kept = at.entries.filter((entry) => keeps(gate.then, signOf(entry.amount)));
    const value = add(...kept.map((entry) => entry.amount));
    const change = print(run, subtract(value, at.sum));
    return { value, lines: [plainLine('gate', clause.code, '触发', change, truth.reason)] };
  }
  return { value: at.sum, lines: [] };
}

function keeps(then: string, sign: number): boolean {
  return then === 'noBonus' ? sign <= 0 : then === 'noDeduction' ? sign >= 0 : false;
}

function clauseBounds(clause: Clause, value: Rational): { value: Rational; lines: Line[] } {
  const floor = clause.floor === 'zero' ? zero : numberOf(clause.floor);
  const cap = clause.cap === undefined ? undefined : exact(clause.cap);
  return bounded(clause.code, value, { floor, cap });
}

function numberOf(floor: string | undefined): Rational | undefined {
  return floor === undefined || /^[a-zA-Z]/.test(floor) ? undefined : exact(floor);
}

/** Holds a value inside bounds, with a line for what was cut off or made up. */
function bounded(
  code: string,
  value: Rational,
  bounds: { floor?: Rational | undefined; cap?: Rational | undefined },
): { value: Rational; lines: Line[] } {
  const lines: Line[] = [];
  let held = value;
  if (bounds.cap && compare(held, bounds.cap) > 0) {
    const cut = printMilli(subtract(bounds.cap, held));
    lines.push(
      plainLine('cap', code, '封顶', cut, `超过上限 ${toExactText(bounds.cap)}，只计到上限`),
    );
    held = bounds.cap;
  }
  if (bounds.floor && compare(held, bounds.floor) < 0) {
    const made = printMilli(subtract(bounds.floor, held));
    const reason = bounds.floor.num === 0n ? '扣完为止' : `不低于 ${toExactText(bounds.floor)}`;
    lines.push(plainLine('floor', code, '保底', made, reason));
    held = bounds.floor;
  }
  return { value: held, lines };
}

/** What a group of the roster changes in a node. */
function forGroup(node: Node, subject: Subject) {
  return subject.group === undefined ? undefined : ownOf(node.byGroup, subject.group);
}

/** The full mark of a node for a subject: its own, or the sum of those below it. */
export function fullOf(run: Run, node: Node, subject: Subject): Rational {
  if (run.withoutNodes.has(node.code) || !appliesTo(run, node.applies, subject)) return zero;
  const own = forGroup(node, subject)?.full ?? node.full;
  // A stated sum no longer holds while an indicator below it is left out.
  const stated = run.withoutNodes.size === 0 || grantsItsFull(node);
  if (own !== undefined && stated) return exact(own);
  const below = (node.children ?? []).map((child) => {
    const weight = forGroup(child, subject)?.weight ?? child.weight;
    const full = fullOf(run, child, subject);
    return weight === undefined ? full : multiply(full, exact(weight));
  });
  return add(node.base === undefined ? zero : exact(node.base), ...below);
}

/** A node grants its full mark unless something below it carries one. */
function grantsItsFull(node: Node): boolean {
  const carries = (item: Node): boolean =>
    item.full !== undefined || item.base !== undefined || (item.children ?? []).some(carries);
  return node.full !== undefined && !(node.children ?? []).some(carries);
}

interface Marks {
  /** Granted so far in the scope. */
  readonly granted: Rational;
  /** Full marks that deductions may reach: the same, or the year's one grant. */
  readonly reach: Rational;
  readonly starts: 'full' | 'zero' | 'plain';
}

function marksOf(node: Node, subject: Subject, scope: Scope): Marks {
  const once = node.grants === 'onSpan';
  const times = once ? rational(1n) : rational(BigInt(scope.window.length));
  const due = !once || isLastOfYear(lastOf(scope));
  const base = multiply(exact(node.base ?? '0'), times);
  const own = grantsItsFull(node) ? exact(forGroup(node, subject)?.full ?? node.full ?? '0') : zero;
  const full = multiply(own, times);
  const starts =
    node.base !== undefined || (grantsItsFull(node) && node.start !== 'zero')
      ? 'full'
      : grantsItsFull(node)
        ? 'zero'
        : 'plain';
  const earned = node.start === 'zero' ? zero : full;
  const reach = add(base, starts === 'zero' ? full : earned);
  return { granted: due ? add(base, earned) : zero, reach, starts };
}

/** The value of a node over a scope. */
export function wholeNode(run: Run, node: Node, subject: Subject, scope: Scope): Whole {
  return once(run, `node|${node.code}|${subject.code}|${scope.key}`, () => {
    const place = {
      subject,
      scope,
      full: () => fullOf(run, node, subject),
      wholeFor: (other: Subject) => wholeNode(run, node, other, scope),
      isEmptyFor: (other: Subject) => allAway(node, partsOf(run, node, other, scope)),
    };
    const away = nodeNotApplicable(run, node, place);
    if (away) return away;
    const parts = partsOf(run, node, subject, scope);
    if (allAway(node, parts)) {
      const made = madeGood(run, node, place, parts[0]?.flow.line.reason ?? '');
      return { ...made, lines: [...parts.map((part) => part.flow.line), ...made.lines] };
    }
    const marks = marksOf(node, subject, scope);
    const sum = gatherParts(run, node, { parts, subject, periods: scope.window.length });
    const gates = nodeGates(run, node, subject, scope);
    const held = holdNode(run, node, { marks, sum, gates, subject });
    const scaled = coefficientOf(run, node.coefficient, {
      subject,
      scope,
      code: node.code,
      value: held.value,
    });
    const value = add(scaled.value, held.outside);
    const milli = print(run, value);
    const grant = marks.granted.num === 0n ? [] : [grantLine(run, node, marks.granted)];
    const lines = [...grant, ...sum.lines, ...held.lines, ...scaled.lines];
    const lack = parts.find((part) => part.flow.state === 'missing');
    const why = gates.unknown ?? scaled.missing ?? (lack ? lackWords(lack) : '');
    const state: CellState = why || lack ? 'missing' : stateOf(parts.map((part) => part.flow));
    const untouched = held.lines.length === 0 ? capWords(node) : '';
    const reason = state === 'missing' ? `缺材料：${why}` : gates.reason || untouched;
    return {
      milli,
      inside: subtract(fromMilli(milli), held.outside),
      lines: [...lines, ...roundingLine(node.code, lines, milli)],
      state,
      reason,
    };
  });
}

/** Where the material is lacking: the clause itself, however far below it is. */
function lackWords({ item, flow }: Part): string {
  const { reason } = flow.line;
  return reason.startsWith('缺材料：') ? reason.slice(4) : `第 ${item.code} 条，${reason}`;
}

/** A cap that did not bite is still said: the reader sees that it is there. */
function capWords(node: Node): string {
  if (node.cap === undefined || node.cap === 'none') return '';
  return `${node.span === 'year' ? '全年' : ''}封顶 ${node.cap}，未触及`;
}

/** Nothing below an indicator applies: then the indicator itself does not. */
function allAway(node: Node, parts: readonly Part[]): boolean {
  const away = ({ item, flow }: Part) =>
    flow.state === 'notApplicable' && (item.kind === 'clause' || flow.periodsExcluded > 0);
  return node.code !== rootCode && parts.length > 0 && parts.every(away);
}

function partsOf(run: Run, node: Node, subject: Subject, scope: Scope): Part[] {
  return itemsUnder(run, node, subject).map((item) => ({
    item,
    flow: flowOf(run, item, subject, scope),
    weight: weightOf(node, item, subject),
  }));
}

/** What a period grants and what the children give in it, before the node's gates and bounds. */
function partLines(run: Run, node: Node, subject: Subject, scope: Scope): readonly Line[] {
  const { granted } = marksOf(node, subject, scope);
  const grant = granted.num === 0n ? [] : [grantLine(run, node, granted)];
  const parts = partsOf(run, node, subject, scope);
  return [
    ...grant,
    ...gatherParts(run, node, { parts, subject, periods: scope.window.length }).lines,
  ];
}

function stateOf(flows: readonly Flow[]): CellState {
  if (flows.length > 0 && flows.every((flow) => flow.state === 'notDue')) return 'notDue';
  return 'scored';
}

function grantLine(run: Run, node: Node, granted: Rational): Line {
  const label = node.base === undefined ? '满分' : '基本分';
  return plainLine(
    'base',
    node.code,
    label,
    print(run, granted),
    `${label} ${toExactText(granted)}`,
  );
}

function weightOf(node: Node, item: Item, subject: Subject): string | undefined {
  const child = (node.children ?? []).find((candidate) => candidate.code === item.code);
  return child ? (forGroup(child, subject)?.weight ?? child.weight) : undefined;
}

interface Part {
  readonly item: Item;
  readonly flow: Flow;
  readonly weight: string | undefined;
}

interface Gathered {
  readonly plus: Rational;
  readonly minus: Rational;
  readonly outside: Rational;
  readonly lines: readonly Line[];
}

/** Children's printed values by sign, weighted, and scaled where some do not apply. */
function gatherParts(
  run: Run,
  node: Node,
  at: { parts: readonly Part[]; subject: Subject; periods: number },
): Gathered {
  let [plus, minus, outside] = [zero, zero, zero];
  const lines: Line[] = [];
  for (const { item, flow, weight } of at.parts) {
    const times = weight === undefined ? undefined : exact(weight);
    const inside = times ? multiply(flow.inside, times) : flow.inside;
    outside = add(outside, times ? multiply(flow.outside, times) : flow.outside);
    if (signOf(inside) > 0) plus = add(plus, inside);
    else minus = add(minus, inside);
    lines.push(flow.line);
    if (times) {
      const value = fromMilli(flow.milli);
      const change = print(run, subtract(multiply(value, times), value));
      const given = print(run, multiply(value, times));
      const reason = `${milliText(flow.milli)} × ${weight} = ${milliText(given)}`;
      lines.push(plainLine('weight', item.code, `折算 ×${weight}`, change, reason));
    }
  }
  const scale = rescaleFactor(run, node, at);
  if (!scale) return { plus, minus, outside, lines };
  const change = print(run, multiply(add(plus, minus), subtract(scale, rational(1n))));
  const reason = `不适用的指标不计，其余按 ${toExactText(scale)} 折算`;
  return {
    plus: multiply(plus, scale),
    minus: multiply(minus, scale),
    outside,
    lines: [...lines, plainLine('rescale', node.code, '不适用折算', change, reason)],
  };
}

function rescaleFactor(
  run: Run,
  node: Node,
  at: { parts: readonly Part[]; subject: Subject; periods: number },
): Rational | undefined {
  const away = new Map(at.parts.map((part) => [part.item.code, part.flow.periodsExcluded]));
  if ([...away.values()].every((periods) => periods === 0)) return undefined;
  let [all, left] = [zero, zero];
  for (const child of node.children ?? []) {
    const weight = exact(forGroup(child, at.subject)?.weight ?? child.weight ?? '1');
    const full = multiply(fullOf(run, child, at.subject), weight);
    const applied = at.periods - (away.get(child.code) ?? 0);
    all = add(all, multiply(full, rational(BigInt(at.periods))));
    left = add(left, multiply(full, rational(BigInt(applied))));
  }
  return left.num === 0n || compare(all, left) === 0 ? undefined : divide(all, left);
}

interface Gates {
  readonly zero: boolean;
  readonly full: boolean;
  readonly noBonus: boolean;
  readonly noDeduction: boolean;
  readonly reason: string;
  readonly unknown?: string;
}

function nodeGates(run: Run, node: Node, subject: Subject, scope: Scope): Gates {
  const hit = new Set<string>();
  const reasons: string[] = [];
  for (const gate of node.gate ?? []) {
    const truth = judge(run, gate.when, { subject, scope });
    const gates = { zero: false, full: false, noBonus: false, noDeduction: false };
    if (truth.holds === undefined) return { ...gates, reason: '', unknown: truth.reason };
    if (!truth.holds) continue;
    hit.add(gate.then);
    reasons.push(gate.reason ?? truth.reason);
  }
  return {
    zero: hit.has('zero'),
    full: hit.has('full'),
    noBonus: hit.has('noBonus'),
    noDeduction: hit.has('noDeduction'),
    reason: reasons.join('；'),
  };
}

/** Gates, then floor and cap: deductions first, bonuses after unless they refill. */
function holdNode(
  run: Run,
  node: Node,
  at: { marks: Marks; sum: Gathered; gates: Gates; subject: Subject },
): { value: Rational; outside: Rational; lines: Line[] } {
  const { marks, sum, gates } = at;
  const lines: Line[] = [];
  const plus = gates.noBonus ? zero : sum.plus;
  const minus = gates.noDeduction ? zero : sum.minus;
  const dropped = subtract(add(plus, minus), add(sum.plus, sum.minus));
  const gateLine = (change: Rational) =>
    lines.push(plainLine('gate', node.code, '触发', print(run, change), gates.reason));
  if (dropped.num !== 0n) gateLine(dropped);
  const before = add(marks.granted, plus, minus);
  if (gates.zero || gates.full) {
    const target = gates.zero ? zero : marks.reach;
    gateLine(subtract(target, add(before, sum.outside)));
    return { value: target, outside: zero, lines };
  }
  const floorWord = node.floor ?? (marks.starts === 'plain' ? 'none' : 'zero');
  const low = floorWord === 'zero' ? subtract(marks.granted, marks.reach) : numberOf(floorWord);
  const floor = marks.starts === 'zero' && floorWord === 'zero' ? zero : low;
  const separate =
    marks.starts === 'full' &&
    (node.bonus ?? run.scheme.switches?.bonus ?? 'separate') === 'separate';
  const cap = capOf(node, at.subject, { marks, separate });
  const first = bounded(node.code, separate ? add(marks.granted, minus) : before, {
    floor,
    cap: separate ? undefined : cap,
  });
  const second = separate ? bounded(node.code, add(first.value, plus), { cap }) : first;
  lines.push(...first.lines, ...(separate ? second.lines : []));
  const passed = floorWord === 'passToTotal' ? least(second.value, zero) : zero;
  return {
    value: subtract(second.value, passed),
    outside: add(sum.outside, passed),
    lines,
  };
}

function capOf(
  node: Node,
  subject: Subject,
  at: { marks: Marks; separate: boolean },
): Rational | undefined {
  const stated = forGroup(node, subject)?.cap ?? node.cap;
  if (stated === 'none') return undefined;
  if (stated !== undefined) return exact(stated);
  if (at.marks.starts === 'plain' || at.separate) return undefined;
  return at.marks.reach;
}
