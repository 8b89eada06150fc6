/**
 * What a clause or node gives in a period: its value over its span minus what earlier periods of
 * the span printed (补差), split into the part that this period's own facts carry and the rest.
 */

import { fromMilli, type Milli, milliText, printMilli, signedMilliText } from '../number/points.ts';
import { add, clamp, greatest, least, type Rational, subtract, zero } from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { type PeriodId, periodLabel, periodsToDate } from '../time/periods.ts';
import type { CellState, Line, LineKind } from './assessment.ts';
import {
  type Knowledge,
  knowledgeOf,
  lastOf,
  once,
  type Run,
  type Scope,
  type Subject,
  scopeOf,
} from './run.ts';

/** The value of a clause or node over a whole scope. */
export interface Whole {
  readonly milli: Milli;
  /** The part that an ancestor's bounds hold; the rest passes to the total. */
  readonly inside: Rational;
  readonly lines: readonly Line[];
  readonly state: CellState;
  readonly reason: string;
  /** 不适用 with `exclude`: the parent scales the siblings for it. */
  readonly excluded?: boolean;
}

/** What it gives to its parent. */
export interface Flow {
  readonly milli: Milli;
  readonly inside: Rational;
  readonly outside: Rational;
  readonly line: Line;
  readonly state: CellState;
  /** In how many periods of the parent's scope it did not apply. */
  readonly periodsExcluded: number;
}

/** A clause or node with the function that works it out over a scope. */
export interface Item {
  readonly code: string;
  readonly label: string;
  readonly kind: LineKind;
  readonly text?: string | undefined;
  readonly span: 'period' | 'year' | undefined;
  readonly level: boolean;
  whole(scope: Scope): Whole;
  /** For nodes: the lines of one period, which a year-long node shows with one balance line. */
  parts?(scope: Scope): readonly Line[];
}

/** What an item gives in the scope of its parent. */
export function flowOf(run: Run, item: Item, subject: Subject, scope: Scope): Flow {
  return once(run, `flow|${item.code}|${subject.code}|${scope.key}`, () => {
    const single = scope.window.length === 1;
    const periods = scope.window.length;
    if (item.level) return direct(item, item.whole(scopeOf([lastOf(scope)], scope.known)), periods);
    if (item.span === 'year' && single) return balanced(run, item, subject, scope);
    if (item.span === 'year' || single) return direct(item, item.whole(scope), periods);
    return summed(item, scope);
  });
}

function direct(item: Item, whole: Whole, periods: number): Flow {
  const value = fromMilli(whole.milli);
  return {
    milli: whole.milli,
    inside: whole.inside,
    outside: subtract(value, whole.inside),
    state: whole.state,
    periodsExcluded: whole.excluded ? periods : 0,
    line: lineOf(item, whole, whole.milli, whole.lines),
  };
}

/** A per-period item under a node that looks at the year: the sum of its periods. */
function summed(item: Item, scope: Scope): Flow {
  const parts = scope.window.map((period) => ({
    period,
    whole: item.whole(scopeOf([period], scope.known)),
  }));
  const milli = parts.reduce((sum, part) => sum + part.whole.milli, 0) as Milli;
  const state = parts.some((part) => part.whole.state === 'missing')
    ? 'missing'
    : (parts[parts.length - 1]?.whole.state ?? 'scored');
  const lines = parts
    .filter(
      (part) => part.whole.milli !== 0 || part.whole.lines.some((line) => line.factIds.length > 0),
    )
    .map((part) => ({
      ...lineOf(item, part.whole, part.whole.milli, part.whole.lines),
      kind: 'segment' as const,
      label: periodLabel(part.period),
    }));
  const last = parts[parts.length - 1]?.whole;
  const whole: Whole = {
    milli,
    inside: add(...parts.map((part) => part.whole.inside)),
    lines,
    state,
    reason: last?.reason ?? '',
  };
  const periodsExcluded = parts.filter((part) => part.whole.excluded).length;
  return { ...direct(item, whole, scope.window.length), periodsExcluded };
}

/**
 * Value over the year to date − printed values of its earlier periods. Of the balance F, the part
 * between 0 and G (the value of this period alone) is held by ancestors' bounds.
 */
function balanced(run: Run, item: Item, subject: Subject, scope: Scope): Flow {
  const period = lastOf(scope);
  // While a correction of another period is measured, year-long lines stay as they were printed.
  const known = scope.known.key === period ? scope.known : knowledgeOf(period);
  const window = periodsToDate(period);
  const whole = item.whole(scopeOf(window, known));
  const earlier = window.slice(0, -1);
  if (earlier.length === 0) return direct(item, whole, 1);
  const printed = earlier.map((past) => printedIn(run, item, subject, past));
  const given = printed.reduce((sum, value) => sum + value, 0) as Milli;
  const alone = fromMilli(item.whole(scopeOf([period], known)).milli);
  const flow = (whole.milli - given) as Milli;
  const exactFlow = fromMilli(flow);
  const inside = clamp(exactFlow, least(zero, alone), greatest(zero, alone));
  const sentence = `全年累计 ${milliText(whole.milli)} − 前期已计 ${milliText(given)} = 本期 ${signedMilliText(flow)}${reversedSince(run, item, { window, known, whole })}`;
  const own = item.parts?.(scopeOf([period], known));
  const lines = own
    ? withBalance(item, own, { flow, sentence: joinWords(heldWords(whole), sentence) })
    : withBalance(item, whole.lines, { flow, sentence });
  return {
    milli: flow,
    inside,
    outside: subtract(exactFlow, inside),
    state: whole.state,
    periodsExcluded: whole.excluded ? 1 : 0,
    line: lineOf(item, whole, flow, lines),
  };
}

/** The lines with a 补差 line for what they lack to the balance of the period. */
function withBalance(
  item: Item,
  lines: readonly Line[],
  at: { flow: Milli; sentence: string },
): readonly Line[] {
  const sum = lines.reduce((total, line) => total + line.milli, 0);
  if (sum === at.flow) return lines;
  const milli = (at.flow - sum) as Milli;
  return [...lines, plainLine('balance', item.code, '补差', milli, at.sentence)];
}

/** What gates, caps and floors did over the year, in words. */
function heldWords(whole: Whole): string {
  return whole.lines
    .filter((line) => line.kind === 'cap' || line.kind === 'floor' || line.kind === 'gate')
    .map((line) => `${line.label}（${line.reason}）`)
    .join('，');
}

function joinWords(first: string, second: string): string {
  return first === '' ? second : `${first}；${second}`;
}

/** Names facts of earlier periods whose reversal counts now and changes what this line gives. */
function reversedSince(
  run: Run,
  item: Item,
  at: { window: readonly PeriodId[]; known: Knowledge; whole: Whole },
): string {
  const period = lastOf(at);
  const corrected = [...run.view.reversals].filter(([target, reversal]) => {
    const own = run.view.counting.get(target)?.period ?? '';
    const now = run.view.counting.get(reversal.id)?.period;
    if (now !== period || own === period || !at.window.includes(own)) return false;
    const key = `${at.known.key}!${reversal.id}`;
    const before = { ...at.known, key, pending: new Set([reversal.id]) };
    return item.whole(scopeOf(at.window, before)).milli !== at.whole.milli;
  });
  const names = corrected.map(([target]) => target).join('、');
  return names === '' ? '' : `（含更正前期事实 ${names}）`;
}

/** What the latest edition of a sealed period printed, or what an open one would print. */
function printedIn(run: Run, item: Item, subject: Subject, period: PeriodId): Milli {
  const sealed = ownOf(ownOf(sealedEdition(run, period)?.printed, subject.code), item.code);
  if (sealed !== undefined) return sealed as Milli;
  const scope = scopeOf([period], knowledgeOf(period));
  return flowOf(run, item, subject, scope).milli;
}

/** The latest sealed edition of a period of this line. */
export function sealedEdition(run: Run, period: PeriodId) {
  return run.book.seals
    .filter((seal) => seal.line === run.scheme.line && seal.period === period)
    .filter((seal) => seal.atSeq <= run.upTo)
    .sort((a, b) => b.edition - a.edition)[0];
}

function lineOf(item: Item, whole: Whole, milli: Milli, children: readonly Line[]): Line {
  return {
    kind: item.kind,
    code: item.code,
    label: item.label,
    milli,
    state: whole.state,
    reason: whole.reason,
    factIds: [],
    children,
    ...(item.text === undefined ? {} : { text: item.text }),
  };
}

/** A line without children. */
export function plainLine(
  kind: LineKind,
  code: string,
  label: string,
  milli: Milli,
  reason: string,
): Line {
  return { kind, code, label, milli, state: 'scored', reason, factIds: [], children: [] };
}

/** Adds a 舍入 line where the printed lines do not add up to the printed value. */
export function roundingLine(code: string, lines: readonly Line[], milli: Milli): Line[] {
  const sum = lines.reduce((total, line) => total + line.milli, 0);
  if (sum === milli) return [];
  return [
    plainLine('rounding', code, '舍入', (milli - sum) as Milli, '各行逐一舍入与合计一次舍入之差'),
  ];
}

/** The item of a clause. */
export function clauseItem(clause: Clause, whole: (scope: Scope) => Whole): Item {
  return {
    code: clause.code,
    label: clause.text,
    kind: 'clause',
    text: clause.text,
    span: clause.span,
    level: clause.counts === 'level',
    whole,
  };
}

/** The item of a group or indicator. */
export function nodeItem(node: Node, work: Required<Pick<Item, 'whole' | 'parts'>>): Item {
  return {
    code: node.code,
    label: node.name,
    kind: 'node',
    span: node.span,
    level: false,
    ...work,
  };
}

/** Prints once, to the scheme's decimals and rounding. */
export function print(run: Run, value: Rational): Milli {
  return printMilli(value, run.decimals, run.scheme.rounding ?? 'halfAwayFromZero');
}
