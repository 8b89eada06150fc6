/**
 * Quantities: a number with the facts it rests on, or the reason why there is none. Nothing here
 * guesses; an input that is not there is missing, never zero.
 */

import type { Fact } from '../book/book.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  exact,
  floor,
  greatest,
  least,
  type Rational,
  rational,
  subtract,
  toExactText,
  zero,
} from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Facts, Over, Quantity, Who, Window } from '../scheme/quantity.ts';
import { listOf, only, ownOf } from '../scheme/shapes.ts';
import { daysBetween, type IsoDate, isIsoDate, monthsBetween } from '../time/dates.ts';
import { firstDay, type PeriodId, periodsToDate } from '../time/periods.ts';
import { workdaysBetween } from '../time/workdays.ts';
import { fieldNumber, fieldOf, fieldText, passes } from './fields.ts';
import { canonical, dayOf } from './ledger-view.ts';
import type { Answer } from './reader.ts';
import { resultAnswer } from './results.ts';
import {
  holdersOn,
  isLive,
  kindNames,
  knownBy,
  lastOf,
  once,
  pairingsOn,
  type Run,
  rolesOn,
  type Scope,
  type Subject,
  sizeOn,
  viewDay,
  yearsBack,
} from './run.ts';
import { shifted } from './validity.ts';

/** Who asks: the subject, the scope, and the fact in hand where there is one. */
export interface Asker {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly fact?: Fact | undefined;
  readonly clauseCode?: string | undefined;
}

type Work = (run: Run, detail: never, asker: Asker) => Answer;

/** The answer to a quantity. */
export function answer(run: Run, quantity: Quantity, asker: Asker): Answer {
  if (typeof quantity === 'string') return { value: exact(quantity), factIds: [] };
  const [form, detail] = only(quantity);
  const work = works[form];
  if (!work) throw new Error(`unknown quantity ${form}`);
  if (asker.fact) return work(run, detail as never, asker);
  const key = `q|${asker.subject.code}|${asker.scope.key}|${keyOf(run, quantity)}`;
  return once(run, key, () => work(run, detail as never, asker));
}

/** A quantity is one object in the scheme; its key stands for it in the memo of a run. */
function keyOf(run: Run, quantity: object): string {
  const keys = once(run, 'quantity-keys', () => new Map<object, string>());
  const known = keys.get(quantity);
  if (known) return known;
  const key = String(keys.size + 1);
  keys.set(quantity, key);
  return key;
}

const works: Record<string, Work> = {
  measure: (run, detail: Facts & { field?: string; take?: string }, asker) =>
    measure(run, detail, asker),
  count: (run, detail: Facts, asker) => {
    const facts = factsFor(run, detail, asker);
    return { value: rational(BigInt(facts.length)), factIds: ids(facts) };
  },
  sum: (run, detail: SumDetail, asker) => sum(run, detail, asker),
  distinct: (run, detail: Facts & { by: string | string[] }, asker) => {
    const facts = factsFor(run, detail, asker);
    const keys = new Set(facts.map((fact) => distinctKey(fact, listOf(detail.by))));
    return { value: rational(BigInt(keys.size)), factIds: ids(facts) };
  },
  field: (_run, detail: string, asker) => {
    if (!asker.fact) return { missing: `这里没有可读“${detail}”的事实`, factIds: [] };
    return { ...fieldNumber(asker.fact, detail), factIds: [asker.fact.id] };
  },
  size: (run, detail: string | { name: string; of?: Who }, asker) => size(run, detail, asker),
  prior: (run, detail: { of: Quantity; years?: string }, asker) =>
    answer(run, detail.of, {
      ...asker,
      scope: yearsBack(asker.scope, wholeOf(detail.years ?? '1')),
    }),
  ownMean: (run, detail: { of: Quantity; years: string }, asker) => {
    const years = Array.from({ length: wholeOf(detail.years) }, (_, index) => index + 1);
    const scopes = years.map((back) => ({ ...asker, scope: yearsBack(asker.scope, back) }));
    return meanOf(scopes.map((back) => answer(run, detail.of, back)));
  },
  groupMean: (run, detail: GroupMean, asker) => groupMean(run, detail, asker),
  groupBest: (run, detail: { of: Quantity; over?: Over; best: 'high' | 'low' }, asker) => {
    const values = knownValues(peers(run, detail.over, asker), run, detail.of, asker);
    const first = values[0];
    if (!first) return { missing: '同组没有可比的数', factIds: [] };
    const pick = detail.best === 'high' ? greatest : least;
    return {
      value: values.reduce((a, b) => pick(a, b.value), first.value),
      factIds: first.factIds,
    };
  },
  groupRank: (run, detail: { of: Quantity; over?: Over; best: 'high' | 'low' }, asker) => {
    const own = answer(run, detail.of, asker);
    if (!('value' in own)) return own;
    const values = knownValues(peers(run, detail.over, asker), run, detail.of, asker);
    const wanted = detail.best === 'high' ? 1 : -1;
    const ahead = values.filter((item) => compare(item.value, own.value) === wanted).length;
    return { value: rational(BigInt(ahead + 1)), factIds: own.factIds };
  },
  result: (run, detail: never, asker) => resultAnswer(run, detail, asker),
  share: (run, detail: { of: Quantity; over: Quantity }, asker) => {
    const terms = [answer(run, detail.of, asker), answer(run, detail.over, asker)] as const;
    return combine(terms, ([of, over]) =>
      over.num === 0n ? { missing: '分母为零，比率无从谈起' } : { value: divide(of, over) },
    );
  },
  difference: (run, detail: { of: Quantity; minus: Quantity }, asker) =>
    combine([answer(run, detail.of, asker), answer(run, detail.minus, asker)], ([of, minus]) => ({
      value: subtract(of, minus),
    })),
  total: (run, detail: Quantity[], asker) => {
    const terms = detail.map((item) => answer(run, item, asker));
    return combine(terms, (values) => ({ value: add(...values) }));
  },
  per: (run, detail: { of: Quantity; unit: string; round: string }, asker) =>
    combine([answer(run, detail.of, asker)], ([of]) => {
      if (exact(detail.unit).num === 0n) return { missing: '折算单位为零，无从折算' };
      const units = divide(of, exact(detail.unit));
      const round = { down: floor, up: ceiling }[detail.round];
      return { value: round ? round(units) : units };
    }),
  votes: (run, detail: Facts & { options: string | string[]; over: string[] }, asker) =>
    votes(run, detail, asker),
  elapsed: (run, detail: { from: string; to: string; unit: string }, asker) =>
    elapsed(run, detail, asker),
  points: (run, detail: string, asker) => pointsHook.read(run, detail, asker),
};

/** The tree sets this at load: reading another node's points would make the two files a circle. */
export const pointsHook: { read: (run: Run, code: string, asker: Asker) => Answer } = {
  read: () => ({ missing: '分数尚未计算', factIds: [] }),
};

/** Facts of the kinds about whoever is meant, within the window, in canonical order. */
export function factsFor(run: Run, facts: Facts, asker: Asker): Fact[] {
  const subjects = new Set(whoIs(run, facts.of, asker));
  const part = typeof facts.where?.as === 'string' ? facts.where.as : '';
  const inWindow = windowTest(run, facts.window, asker.scope);
  const candidates = listOf(facts.kind).flatMap((kind) =>
    [...subjects].flatMap((subject) => factsAbout(run, kind, part).get(subject) ?? []),
  );
  const unique = subjects.size === 1 ? candidates : [...new Set(candidates)];
  if (subjects.size > 1 || Array.isArray(facts.kind)) unique.sort(canonical);
  return unique.filter(
    (fact) =>
      inWindow(fact) &&
      isLive(run, fact, asker.scope.known) &&
      passes(run, fact, facts.where, asker.subject),
  );
}

/** Facts of a kind by the unit or person named in a part, in canonical order. */
function factsAbout(run: Run, kind: string, part: string): ReadonlyMap<string, readonly Fact[]> {
  return once(run, `about|${kind}|${part}`, () => {
    const bySubject = new Map<string, Fact[]>();
    for (const fact of run.view.byKind.get(kind) ?? []) {
      if (fact.form === 'checked' || fact.form === 'missing') continue;
      const named = fact.about.filter((about) => about.as === part).map((about) => about.subject);
      for (const subject of new Set(named)) {
        const list = bySubject.get(subject);
        if (list) list.push(fact);
        else bySubject.set(subject, [fact]);
      }
    }
    return bySubject;
  });
}

function windowTest(run: Run, window: Window | undefined, scope: Scope): (fact: Fact) => boolean {
  if (window === 'ever') return (fact) => knownBy(run, fact, scope);
  if (typeof window === 'object') {
    const end = viewDay(run, scope);
    const [form, amount] = only(window) as [string, string];
    const start = shifted(end, form, -wholeOf(amount));
    return (fact) => {
      const day = dayOf(fact);
      return day !== undefined && day > start && day <= end && knownBy(run, fact, scope);
    };
  }
  const last = lastOf(scope);
  const periods: readonly PeriodId[] =
    window === 'period' ? [last] : window === 'year' ? periodsToDate(last) : scope.window;
  return (fact) => {
    const counting = run.view.counting.get(fact.id);
    return counting !== undefined && !counting.pastSpan && periods.includes(counting.period);
  };
}

/** The codes of the units or persons that `of` means, as of the day the scope is looked at. */
export function whoIs(run: Run, who: Who | undefined, asker: Asker): string[] {
  const self = asker.subject.code;
  if (who === undefined || who === 'self') return [self];
  const day = viewDay(run, asker.scope);
  if (who === 'parent') {
    const parent = run.unitByCode.get(self)?.parent;
    return parent ? [parent] : [];
  }
  const [form, detail] = only(who) as [string, string];
  switch (form) {
    case 'unit':
      return run.book.roster.units
        .filter(
          (unit) => unit.code === detail || unit.name === detail || unit.aliases.includes(detail),
        )
        .map((unit) => unit.code);
    case 'paired':
      return pairingsOn(run.book.roster, day)
        .filter((pairing) => pairing.kind === detail)
        .flatMap((pairing) =>
          pairing.person === self ? [pairing.unit] : pairing.unit === self ? [pairing.person] : [],
        );
    case 'children':
      return run.book.roster.units
        .filter((unit) => unit.parent === self && (detail === '*' || unit.type === detail))
        .map((unit) => unit.code);
    case 'holder':
      return holdersOn(run.book.roster, self, day)
        .filter((post) => post.role === detail)
        .map((post) => post.person);
    default:
      return rolesOn(run.book.roster, self, day)
        .filter((post) => detail === '*' || post.role === detail)
        .map((post) => post.unit);
  }
}

function measure(
  run: Run,
  detail: Facts & { field?: string; take?: string },
  asker: Asker,
): Answer {
  const facts = factsFor(run, detail, asker);
  if (facts.length === 0) {
    const which = detail.where ? '符合条件的' : '';
    return { missing: `没有${which}“${kindNames(run, detail.kind)}”的材料`, factIds: [] };
  }
  const field = detail.field ?? 'value';
  const last = facts[facts.length - 1];
  const chosen = detail.take === undefined || detail.take === 'last' ? [last as Fact] : facts;
  const numbers = chosen.map((fact) => ({ ...fieldNumber(fact, field), factIds: [fact.id] }));
  if (chosen.length === 1) return numbers[0] as Answer;
  return combine(numbers, (values) => {
    const [first = zero, ...rest] = values;
    switch (detail.take) {
      case 'sum':
        return { value: add(...values) };
      case 'max':
        return { value: rest.reduce(greatest, first) };
      case 'min':
        return { value: rest.reduce(least, first) };
      default:
        return { value: divide(add(...values), rational(BigInt(values.length))) };
    }
  });
}

type SumDetail = Facts & {
  field?: string;
  weights?: { by: string; factors: Record<string, string> };
};

function sum(run: Run, detail: SumDetail, asker: Asker): Answer {
  const facts = factsFor(run, detail, asker);
  const terms = facts.map((fact): Answer => {
    const factIds = [fact.id];
    const amount: Answer =
      detail.field === undefined
        ? { value: rational(1n), factIds }
        : { ...fieldNumber(fact, detail.field), factIds };
    if (!detail.weights || !('value' in amount)) return amount;
    const label = fieldText(fieldOf(fact, detail.weights.by)) ?? '';
    const factor = ownOf(detail.weights.factors, label);
    if (factor === undefined) return { missing: `“${label}”没有折算比例`, factIds };
    return combine([amount, { value: exact(factor), factIds: [] }], ([a, b]) => ({
      value: rational(a.num * b.num, a.den * b.den),
    }));
  });
  return combine(terms, (values) => ({ value: add(...values) }));
}

function size(run: Run, detail: string | { name: string; of?: Who }, asker: Asker): Answer {
  const { name, of } = typeof detail === 'string' ? { name: detail, of: undefined } : detail;
  const day = viewDay(run, asker.scope);
  const codes = whoIs(run, of, asker);
  const values = codes.map((code) => {
    const unit = run.unitByCode.get(code);
    return unit ? sizeOn(unit, name, day) : undefined;
  });
  if (values.length === 0 || values.some((value) => value === undefined)) {
    return { missing: `名册里没有“${name}”`, factIds: [] };
  }
  return { value: add(...values.map((value) => exact(value as string))), factIds: [] };
}

interface GroupMean {
  of: Quantity;
  over?: Over;
  mode?: 'rates' | 'pooled';
  self?: 'in' | 'out';
}

function groupMean(run: Run, detail: GroupMean, asker: Asker): Answer {
  const all = peers(run, detail.over, asker).filter(
    (peer) => detail.self !== 'out' || peer.code !== asker.subject.code,
  );
  if (detail.mode === 'pooled' && typeof detail.of === 'object' && 'share' in detail.of) {
    const { of, over } = detail.of.share;
    const pairs = all.map((subject) => [
      answer(run, of, { ...asker, subject }),
      answer(run, over, { ...asker, subject }),
    ]);
    const known = pairs.filter((pair) => pair.every((term) => 'value' in term)) as {
      value: Rational;
    }[][];
    const den = add(...known.map((pair) => pair[1]?.value ?? zero));
    if (den.num === 0n) return { missing: '同组没有可比的数', factIds: [] };
    return { value: divide(add(...known.map((pair) => pair[0]?.value ?? zero)), den), factIds: [] };
  }
  const values = knownValues(all, run, detail.of, asker);
  if (values.length === 0) return { missing: '同组没有可比的数', factIds: [] };
  const mean = divide(add(...values.map((v) => v.value)), rational(BigInt(values.length)));
  return { value: mean, factIds: [...new Set(values.flatMap((item) => item.factIds))] };
}

function votes(
  run: Run,
  detail: Facts & { options: string | string[]; over: string[] },
  asker: Asker,
): Answer {
  const facts = factsFor(run, detail, asker);
  if (facts.length === 0) return { missing: '没有计票结果', factIds: [] };
  const tally = (names: readonly string[]) =>
    combine(
      facts.flatMap((fact) =>
        names.map((name) => ({ ...fieldNumber(fact, name), factIds: [fact.id] })),
      ),
      (values) => ({ value: add(...values) }),
    );
  return combine([tally(listOf(detail.options)), tally(detail.over)], ([some, all]) =>
    all.num === 0n ? { missing: '没有有效票' } : { value: divide(some, all) },
  );
}

function elapsed(
  run: Run,
  detail: { from: string; to: string; unit: string },
  asker: Asker,
): Answer {
  const factIds = asker.fact ? [asker.fact.id] : [];
  const from = namedDay(run, detail.from, asker);
  const to = namedDay(run, detail.to, asker);
  if (!from || !to) return { missing: `没有“${from ? detail.to : detail.from}”的日期`, factIds };
  const amount =
    detail.unit === 'workday'
      ? workdaysBetween(run.book.calendar, from, to)
      : detail.unit === 'month'
        ? monthsBetween(from, to)
        : detail.unit === 'year'
          ? wholeOf(toExactText(floor(rational(BigInt(monthsBetween(from, to)), 12n))))
          : daysBetween(from, to);
  return { value: rational(BigInt(amount)), factIds };
}

/** A day by name: `on`, `asOf`, `periodStart`, or a field of the fact in hand. */
function namedDay(run: Run, name: string, asker: Asker): IsoDate | undefined {
  if (name === 'asOf') return viewDay(run, asker.scope);
  if (name === 'periodStart') return firstDay(lastOf(asker.scope));
  if (name === 'on') return asker.fact ? dayOf(asker.fact) : undefined;
  const value = fieldText(asker.fact && fieldOf(asker.fact, name));
  return value !== undefined && isIsoDate(value) ? value : undefined;
}

/** Subjects compared with one another: those of the group, or all. */
function peers(run: Run, over: Over | undefined, asker: Asker): readonly Subject[] {
  if (over === 'all') return run.subjects;
  return run.subjects.filter((subject) => subject.group === asker.subject.group);
}

function knownValues(
  subjects: readonly Subject[],
  run: Run,
  of: Quantity,
  asker: Asker,
): { value: Rational; factIds: readonly string[] }[] {
  return subjects
    .map((subject) => answer(run, of, { ...asker, subject }))
    .filter((item): item is { value: Rational; factIds: readonly string[] } => 'value' in item);
}

function meanOf(answers: readonly Answer[]): Answer {
  return combine(answers, (values) => ({
    value: divide(add(...values), rational(BigInt(values.length))),
  }));
}

/** Works on values only if all terms have one; otherwise passes the first reason on. */
function combine(
  terms: readonly Answer[],
  work: (values: [Rational, Rational, ...Rational[]]) => { value: Rational } | { missing: string },
): Answer {
  const factIds = [...new Set(terms.flatMap((term) => term.factIds))];
  const values: Rational[] = [];
  for (const term of terms) {
    if ('missing' in term) return { missing: term.missing, factIds };
    if ('atLeast' in term) return { missing: '只知道位次不前于某名，不是确数', factIds };
    values.push(term.value);
  }
  return { ...work(values as [Rational, Rational, ...Rational[]]), factIds };
}

/** Facts that are equal in the named fields share a key; `matter`, `doc.no` may be named too. */
export function distinctKey(fact: Fact, by: readonly string[]): string {
  return by
    .map((name) =>
      name === 'matter'
        ? fact.matter
        : name === 'doc.no'
          ? fact.doc?.no
          : fieldText(fieldOf(fact, name)),
    )
    .map((part) => part ?? `#${fact.id}`)
    .join('\u0000');
}

function ids(facts: readonly Fact[]): string[] {
  return facts.map((fact) => fact.id);
}
