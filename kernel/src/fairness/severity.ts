/**
 * How severe each assessor is, on the same targets: score = target + assessor, by least squares. Who
 * scored only strong targets is not taken for mild, and who was recused is not taken for severe.
 */

import {
  add,
  divide,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../number/rational.ts';
import { meanOf } from './moments.ts';

/** One score of one assessor for one target. */
export interface Scored {
  readonly target: string;
  readonly assessor: string;
  readonly value: Rational;
}

/**
 * What each assessor gives beyond the others (below zero: more severe); the sum over all is zero. Exact.
 * Undefined where some never scored a target that others scored, so that nothing compares them.
 */
export function severityOf(scores: readonly Scored[]): ReadonlyMap<string, Rational> | undefined {
  const assessors = [...new Set(scores.map(({ assessor }) => assessor))].sort();
  const byTarget = new Map<string, Scored[]>();
  for (const score of scores) {
    byTarget.set(score.target, [...(byTarget.get(score.target) ?? []), score]);
  }
  const place = new Map(assessors.map((assessor, index) => [assessor, index]));
  const rows = assessors.map(() => [...assessors.map(() => zero), zero]);
  const addTo = (row: number, column: number, value: Rational) => {
    const cells = rows[row];
    if (cells) cells[column] = add(cells[column] ?? zero, value);
  };
  for (const own of byTarget.values()) {
    const mean = meanOf(own.map(({ value }) => value));
    const part = rational(-1n, BigInt(own.length));
    for (const { assessor, value } of own) {
      const row = place.get(assessor) ?? 0;
      addTo(row, row, one);
      addTo(row, assessors.length, subtract(value, mean));
      for (const other of own) addTo(row, place.get(other.assessor) ?? 0, part);
    }
  }
  // The equations add up to nothing, so the last is not needed; the sum of all is zero instead.
  rows[rows.length - 1] = [...assessors.map(() => one), zero];
  const solved = solve(rows);
  return solved && new Map(assessors.map((assessor, index) => [assessor, solved[index] ?? zero]));
}

/** Solves linear equations, each row its factors and the right side; undefined where several fit. */
function solve(rows: Rational[][]): Rational[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= column && row[column]?.num !== 0n);
    const chosen = rows[pivot];
    if (!chosen) return undefined;
    rows[pivot] = rows[column] ?? [];
    const head = chosen[column] ?? one;
    const lead = chosen.map((cell) => divide(cell, head));
    rows[column] = lead;
    rows.forEach((row, index) => {
      const factor = row[column] ?? zero;
      if (index === column || factor.num === 0n) return;
      rows[index] = row.map((cell, at) => add(cell, negate(multiply(factor, lead[at] ?? zero))));
    });
  }
  return rows.map((row) => row[size] ?? zero);
}
