/** Who stands near the boundary of a grade: read only once the grades are decided. */

import { fromMilli, type Milli, printMilli } from '../number/points.ts';
import { absolute, compare, exact, multiply, rational, subtract } from '../number/rational.ts';
import type { Grades } from '../scheme/result-use.ts';

interface Scored {
  readonly code: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  readonly fullMilli: Milli;
}

/** One subject and the boundary that it is nearest to. */
export interface NearBoundary {
  readonly code: string;
  /** The points at which the grade changes, as the scheme writes them. */
  readonly boundary: string;
  /** Total less boundary in thousandths; negative below it. */
  readonly distanceMilli: Milli;
}

/** Subjects within one hundredth of their full mark of a boundary, in the order given. */
export function nearBoundaries(
  grades: Pick<Grades, 'bands' | 'bandsByGroup'>,
  subjects: readonly Scored[],
): NearBoundary[] {
  return subjects.flatMap(({ code, group, totalMilli, fullMilli }) => {
    const bands = grades.bandsByGroup?.[group ?? ''] ?? grades.bands ?? [];
    const bounds = new Set(bands.flatMap(({ from, above }) => from ?? above ?? []));
    const width = multiply(fromMilli(fullMilli), rational(1n, 100n));
    const near = [...bounds]
      .map((boundary) => ({ boundary, distance: subtract(fromMilli(totalMilli), exact(boundary)) }))
      .map((one) => ({ ...one, size: absolute(one.distance) }))
      .filter(({ size }) => compare(size, width) <= 0)
      .sort((a, b) => compare(a.size, b.size))[0];
    return near
      ? [{ code, boundary: near.boundary, distanceMilli: printMilli(near.distance) }]
      : [];
  });
}
