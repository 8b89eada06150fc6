/** The figures alone: a worked example of the literature, and data whose severity is known. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, shareBetween } from '../../src/fairness/agreement.ts';
import { correlationMilli, rootMilli, spreadMilli, wholeRoot } from '../../src/fairness/moments.ts';
import { type Scored, severityOf } from '../../src/fairness/severity.ts';
import { printMilli } from '../../src/number/points.ts';
import {
  absolute,
  add,
  compare,
  divide,
  exact,
  type Rational,
  rational,
  subtract,
  toExactText,
} from '../../src/number/rational.ts';

const whole = (value: number) => rational(BigInt(value));

describe('agreement', () => {
  // Six targets, four judges, as Shrout and Fleiss print them (1979, table 2). By hand: the rows add up to
  // 24 12 26 16 30 19, the columns to 46 15 26 40, all to 127; the squares of all cells to 841.
  //   targets:  (576+144+676+256+900+361)/4 − 127²/24 = 728.25 − 672.0416… = 1349/24, over 5
  //   within:   841 − 728.25 = 451/4, over 18
  //   judges:   (2116+225+676+1600)/6 − 127²/24 = 769.5 − 672.0416… = 2339/24, over 3
  //   residual: 451/4 − 2339/24 = 367/24, over 15
  // which are the printed mean squares 11.24, 6.26, 32.49, 1.02.
  const printed = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ].map((row) => row.map(whole));

  it('gives the mean squares and the three coefficients of the worked example', () => {
    const found = agreementOf(printed);
    expect(toExactText(found.betweenTargets)).toBe('1349/120');
    expect(toExactText(found.withinTargets)).toBe('451/72');
    expect(toExactText(found.betweenAssessors)).toBe('2339/72');
    expect(toExactText(found.residual)).toBe('367/360');
    const { oneWay, absolute: two, consistent } = found;
    const places = (value: Rational | undefined) => value && printMilli(value, 2);
    expect([oneWay, two, consistent].map(places)).toEqual([170, 290, 710]);
  });

  it('says nothing where nothing differs, and refuses a table with a hole', () => {
    const same = [1, 2, 3].map(() => [whole(5), whole(5)]);
    expect(agreementOf(same)).toMatchObject({ oneWay: undefined, consistent: undefined });
    expect(() => agreementOf([[whole(1), whole(2)], [whole(1)]])).toThrow(RangeError);
  });

  it('takes severity for disagreement in the absolute coefficient alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 9 }), (targets) => {
        const table = targets.map((value) => [whole(value), whole(value - 7)]);
        const { consistent, absolute: two } = agreementOf(table);
        expect(consistent && toExactText(consistent)).toBe('1');
        expect(two && compare(two, whole(1))).toBe(-1);
      }),
    );
  });
});

describe('severity', () => {
  const generated = fc.record({
    targets: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }),
    severity: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 5 }),
  });
  const centred = (values: readonly number[]) => {
    const mean = divide(add(...values.map(whole)), whole(values.length));
    return values.map((value) => subtract(whole(value), mean));
  };
  const scoresOf = (
    { targets, severity }: { targets: readonly number[]; severity: readonly number[] },
    noise: (target: number, assessor: number) => number = () => 0,
  ): Scored[] =>
    targets.flatMap((quality, target) =>
      severity.map((own, assessor) => ({
        target: `${target}`,
        assessor: `${assessor}`,
        value: whole(quality + own + noise(target, assessor)),
      })),
    );

  it('is recovered exactly, though most targets were not scored by everybody', () => {
    fc.assert(
      fc.property(generated, fc.infiniteStream(fc.boolean()), (given, drop) => {
        // The first target has them all, so that each is compared with each.
        const scores = scoresOf(given).filter(({ target }) => target === '0' || !drop.next().value);
        const found = severityOf(scores);
        const expected = centred(given.severity);
        expect([...(found?.values() ?? [])].map(toExactText)).toEqual(expected.map(toExactText));
      }),
    );
  });

  it('is recovered within twice the noise: a mean of noise lies within it, and so does the mean of all', () => {
    const most = 3;
    fc.assert(
      fc.property(
        generated,
        fc.array(fc.integer({ min: -most, max: most }), { minLength: 40, maxLength: 40 }),
        (given, noise) => {
          const scores = scoresOf(given, (target, assessor) => noise[target * 5 + assessor] ?? 0);
          const found = [...(severityOf(scores)?.values() ?? [])];
          centred(given.severity).forEach((known, index) => {
            const off = absolute(subtract(found[index] ?? whole(999), known));
            expect(compare(off, whole(2 * most))).toBeLessThanOrEqual(0);
          });
        },
      ),
    );
  });

  it('is not said of assessors who share no target', () => {
    const apart = [
      { target: 'a', assessor: '1', value: whole(3) },
      { target: 'b', assessor: '2', value: whole(9) },
    ];
    expect(severityOf(apart)).toBeUndefined();
  });
});

describe('roots, spreads, shares', () => {
  it('roots are those of integers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (value) => {
        const root = wholeRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
    );
    expect([rootMilli(whole(2)), rootMilli(exact('0.25')), rootMilli(whole(0))]).toEqual([
      1414, 500, 0,
    ]);
  });

  it('a spread is by n − 1: of 2 4 4 4 5 5 7 9 the root of 32/7', () => {
    expect(spreadMilli([2, 4, 4, 4, 5, 5, 7, 9].map(whole))).toBe(2138);
    expect(spreadMilli([whole(3)])).toBe(0);
  });

  it('a correlation is 1 or −1 on a line, 0.5 in 1 2 3 with 1 3 2, nothing where one stands still', () => {
    const pairs = (left: number[], right: number[]) =>
      correlationMilli(left.map((one, at) => [whole(one), whole(right[at] ?? 0)] as const));
    expect(pairs([1, 2, 3], [2, 4, 6])).toBe(1000);
    expect(pairs([1, 2, 3], [6, 4, 2])).toBe(-1000);
    expect(pairs([1, 2, 3], [1, 3, 2])).toBe(500);
    expect(pairs([1, 1, 1], [1, 3, 2])).toBeUndefined();
  });

  it('of 1 2 3 and 4 5 6 the groups hold 27/35 of all differences', () => {
    // mean 3.5; between 2·3·1.5² = 13.5, all 17.5
    const share = shareBetween([[1, 2, 3].map(whole), [4, 5, 6].map(whole)]);
    expect(share && toExactText(share)).toBe('27/35');
  });
});
