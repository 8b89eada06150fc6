/** What the modifiers of a clause make of an amount: waived, multiplied, added to, or unanswerable. */

import {
  add,
  compare,
  exact,
  multiply,
  one,
  type Rational,
  signOf,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import { judge } from './condition.ts';
import type { Asker } from './quantity.ts';
import type { Truth } from './reader.ts';
import type { Run } from './run.ts';

interface Modifiers {
  /** Why nothing counts. */
  readonly waived?: string | undefined;
  /** Why it cannot be said whether a modifier holds; the cell lacks material then. */
  readonly unknown?: string | undefined;
  readonly times: Rational;
  readonly extra: Rational;
  readonly reason: string;
  readonly factIds: readonly string[];
}

/** Every modifier of the clause, asked for the fact in hand or for the subject. */
export function modifiersOf(run: Run, clause: Clause, asker: Asker): Modifiers {
  const plain = { times: one, extra: zero, reason: '', factIds: [] };
  const waivers = asked(run, clause.waive, asker);
  const waiver = waivers.find(({ truth }) => truth.holds === true);
  if (waiver) return { ...plain, waived: `不计分：${waiver.item.reason}` };
  const factors = asked(run, clause.factor, asker);
  const extras = asked(run, clause.extra, asker);
  const open = [...waivers, ...factors, ...extras].find(({ truth }) => truth.holds === undefined);
  if (open) return { ...plain, unknown: `条件无从判断：${open.truth.reason}` };
  const held = factors.filter(({ truth }) => truth.holds === true);
  const product = (clause.aggravate ?? run.scheme.switches?.aggravate) === 'product';
  const used = product
    ? held
    : held.sort((a, b) => compare(exact(b.item.times), exact(a.item.times))).slice(0, 1);
  const added = extras.filter(({ truth }) => truth.holds === true);
  const timesWords = used.map(
    ({ item, truth }) => `，×${item.times}（${item.name ?? truth.reason}）`,
  );
  const addWords = added.map(({ item, truth }) => `，另计 ${signed(item.add)}（${truth.reason}）`);
  return {
    times: used.reduce((times, { item }) => multiply(times, exact(item.times)), one),
    extra: add(...added.map(({ item }) => exact(item.add))),
    reason: [...timesWords, ...addWords].join(''),
    factIds: [...used, ...added].flatMap(({ truth }) => truth.factIds),
  };
}

/** The amount multiplied, then added to. */
export function modified(amount: Rational, { times, extra }: Modifiers): Rational {
  return add(multiply(amount, times), extra);
}

function asked<T extends { readonly when: Parameters<typeof judge>[1] }>(
  run: Run,
  items: readonly T[] | undefined,
  asker: Asker,
): { item: T; truth: Truth }[] {
  return (items ?? []).map((item) => ({ item, truth: judge(run, item.when, asker) }));
}

function signed(points: string): string {
  return signOf(exact(points)) > 0 && !points.startsWith('+') ? `+${points}` : points;
}
