/**
 * The figures of a campaign by village and stage. Pure, and nothing but sums over the spots: every
 * figure can be counted out on the list below it.
 */

import { add, parseExact, type Rational, toExactText } from '@oneneedle/kernel';
import type { SpotRow } from './store.ts';

type Spot = Pick<SpotRow, 'village' | 'stage' | 'quantity' | 'unit' | 'income_fen' | 'state'>;

/** Counts, quantities by unit and income of some spots. */
export function figureOf(all: readonly Spot[]) {
  const spots = all.filter(({ state }) => state !== 'struck');
  const sums = new Map<string, Rational>();
  for (const { quantity, unit } of spots) {
    const value = quantity === null ? undefined : parseExact(quantity);
    if (value === undefined) continue;
    const sum = sums.get(unit);
    sums.set(unit, sum === undefined ? value : add(sum, value));
  }
  const amounts = [...sums].map(([unit, sum]) => ({ unit, sum: toExactText(sum) }));
  return {
    spots: spots.length,
    amounts: amounts.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    incomeFen: spots.reduce((sum, { income_fen: fen }) => sum + fen, 0),
  };
}

/** How many spots stand where. */
export function countsOf(spots: readonly Pick<Spot, 'state'>[]) {
  return sumsOf(spots.map(({ state }) => ({ state, count: 1 })));
}

/** The same where they were counted already; what was struck off is no spot. */
export function sumsOf(groups: readonly { readonly state: string; readonly count: number }[]) {
  const sum = (wanted: (state: string) => boolean) =>
    groups.reduce((all, { state, count }) => all + (wanted(state) ? count : 0), 0);
  return {
    spots: sum((state) => state !== 'struck'),
    open: sum((state) => state === 'open'),
    closed: sum((state) => state === 'closed'),
    handed: sum((state) => state === 'handed'),
    left: sum((state) => state === 'left'),
    struck: sum((state) => state === 'struck'),
  };
}

interface Frame<N> {
  /** Villages of the campaign, in the order in which they are shown. */
  readonly villages: readonly { readonly code: string; readonly shown: N }[];
  readonly stages: number;
}

/** The table: villages × stages, with both sums and the total. */
export function figuresOf<N>(spots: readonly Spot[], { villages, stages }: Frame<N>) {
  const byStage = (some: readonly Spot[]) =>
    Array.from({ length: stages }, (_, stage) =>
      figureOf(some.filter((spot) => spot.stage === stage)),
    );
  return {
    villages: villages.map(({ code, shown }) => {
      const own = spots.filter(({ village }) => village === code);
      return { village: shown, ...countsOf(own), ...figureOf(own), stages: byStage(own) };
    }),
    stages: byStage(spots),
    total: { ...countsOf(spots), ...figureOf(spots) },
  };
}
