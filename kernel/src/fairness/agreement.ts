/** How far several assessors agree on the same targets: two-way analysis of variance, exact. */

import { add, divide, multiply, type Rational, rational, subtract } from '../number/rational.ts';
import { meanOf, square, squaresOf } from './moments.ts';

/** Mean squares of a complete table, and the three coefficients of a single assessor. */
export interface Agreement {
  readonly betweenTargets: Rational;
  readonly withinTargets: Rational;
  readonly betweenAssessors: Rational;
  readonly residual: Rational;
  /** ICC(1,1): each target scored by other assessors. Undefined where nothing differs. */
  readonly oneWay: Rational | undefined;
  /** ICC(2,1): the same assessors, drawn from many; severity counts as disagreement. */
  readonly absolute: Rational | undefined;
  /** ICC(3,1): these assessors alone; severity does not count. */
  readonly consistent: Rational | undefined;
}

/**
 * Of a table with a row for each target and a column for each assessor, at least two of either;
 * anything else is a bug of the caller and throws.
 *
 * @source Shrout and Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability, 1979
 */
export function agreementOf(table: readonly (readonly Rational[])[]): Agreement {
  const [n, k] = [table.length, table[0]?.length ?? 0];
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) {
    throw new RangeError('agreement needs a complete table of two targets and two assessors');
  }
  const targets = whole(n);
  const assessors = whole(k);
  const columns = (table[0] ?? []).map((_, column) => table.flatMap((row) => row[column] ?? []));
  const within = add(...table.map(squaresOf));
  const ofAssessors = multiply(targets, squaresOf(columns.map(meanOf)));
  const betweenTargets = divide(multiply(assessors, squaresOf(table.map(meanOf))), whole(n - 1));
  const withinTargets = divide(within, whole(n * (k - 1)));
  const betweenAssessors = divide(ofAssessors, whole(k - 1));
  const residual = divide(subtract(within, ofAssessors), whole((n - 1) * (k - 1)));
  const severity = divide(multiply(assessors, subtract(betweenAssessors, residual)), targets);
  const beside = multiply(whole(k - 1), residual);
  return {
    betweenTargets,
    withinTargets,
    betweenAssessors,
    residual,
    oneWay: share(
      subtract(betweenTargets, withinTargets),
      add(betweenTargets, multiply(whole(k - 1), withinTargets)),
    ),
    absolute: share(subtract(betweenTargets, residual), add(betweenTargets, beside, severity)),
    consistent: share(subtract(betweenTargets, residual), add(betweenTargets, beside)),
  };
}

/** The part of all differences that lies between groups of values (η²); undefined where none differ. */
export function shareBetween(groups: readonly (readonly Rational[])[]): Rational | undefined {
  const all = groups.flat();
  const mean = meanOf(all);
  const between = add(
    ...groups.map((own) => multiply(whole(own.length), square(subtract(meanOf(own), mean)))),
  );
  return share(between, squaresOf(all));
}

function share(some: Rational, all: Rational): Rational | undefined {
  return all.num === 0n ? undefined : divide(some, all);
}

function whole(value: number): Rational {
  return rational(BigInt(value));
}
