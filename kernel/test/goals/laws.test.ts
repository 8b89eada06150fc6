/** Laws of goals over random trees and readings. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../../src/goals/progress.ts';
import type { Goal, GoalReading } from '../../src/goals/shapes.ts';
import { goalTree } from '../../src/goals/tree.ts';
import {
  add,
  clamp,
  compare,
  exact,
  greatest,
  least,
  one,
  rational,
  subtract,
  zero,
} from '../../src/number/rational.ts';
import { addDays, isoDate } from '../../src/time/dates.ts';
import { goalOf, parentOf, readingOf, today } from './town.ts';

const runs = { numRuns: 150 };

/** A tree of two levels below goal 1 and readings of some of its leaves. */
const town = fc
  .record({
    mode: fc.constantFrom('sum' as const, 'weighted' as const),
    branches: fc.array(
      fc.array(
        fc.record({
          target: fc.integer({ min: 1, max: 90 }),
          weight: fc.integer({ min: 1, max: 500 }),
          readings: fc.array(
            fc.record({ day: fc.nat(320), quantity: fc.integer({ min: -20, max: 120 }) }),
            {
              maxLength: 3,
            },
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ mode, branches }) => {
    const goals: Goal[] = [parentOf('1', { mode })];
    const readings: GoalReading[] = [];
    let seq = 0;
    for (const [place, leaves] of branches.entries()) {
      const code = `1.${place + 1}`;
      goals.push(parentOf(code, { mode, weight: leaves[0]?.weight ?? 1 }));
      for (const [at, { target, weight, readings: read }] of leaves.entries()) {
        const leaf = `${code}.${at + 1}`;
        const measure = { kind: 'quantity', target: String(target), unit: '户' } as const;
        goals.push(goalOf(leaf, { measure, weight }));
        for (const { day, quantity } of read) {
          seq += 1;
          const on = addDays(isoDate('2026-01-01'), day);
          readings.push(readingOf(leaf, String(quantity), { id: String(seq), on, seq }));
        }
      }
    }
    return { goals, readings };
  });

const progress = (goals: readonly Goal[], readings: readonly GoalReading[]) =>
  progressOf(goalTree(goals), readings, today);

describe('goals', () => {
  test('the order of goals and readings never matters', () => {
    fc.assert(
      fc.property(town, fc.infiniteStream(fc.nat()), ({ goals, readings }, noise) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: Number(noise.next().value) }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        expect(progress(shuffled(goals), shuffled(readings))).toEqual(progress(goals, readings));
      }),
      runs,
    );
  });

  test('a parent is between its parts, and its parts add up to it', () => {
    fc.assert(
      fc.property(town, ({ goals, readings }) => {
        for (const { parts, share, isLeaf, notDecomposed } of progress(goals, readings).values()) {
          if (isLeaf) continue;
          for (const end of ['low', 'high'] as const) {
            const counted = parts.map((part) => part.counted[end]);
            const [first = zero] = counted;
            expect(compare(share[end], counted.reduce(least, first))).toBeGreaterThanOrEqual(0);
            expect(compare(share[end], counted.reduce(greatest, first))).toBeLessThanOrEqual(0);
            expect(add(...parts.map((part) => part.contribution[end]))).toEqual(share[end]);
          }
          expect(add(...parts.map((part) => part.weight), notDecomposed)).toEqual(one);
        }
      }),
      runs,
    );
  });

  test('a sum of leaves is what the leaves brought over what they were to bring', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: -9, max: 150 })), {
          minLength: 1,
          maxLength: 9,
        }),
        (rows) => {
          const code = (place: number) => `1.${place + 1}`;
          const goals = [
            parentOf('1'),
            ...rows.map(([target], place) =>
              goalOf(code(place), {
                measure: { kind: 'quantity', target: String(target), unit: '户' },
              }),
            ),
          ];
          const readings = rows.map(([, read], place) => readingOf(code(place), String(read)));
          const counted = rows.reduce(
            (sum, [target, read]) => sum + Math.min(target, Math.max(0, read)),
            0,
          );
          const whole = rows.reduce((sum, [target]) => sum + target, 0);
          expect(progress(goals, readings).get('1')?.share.low).toEqual(
            rational(BigInt(counted), BigInt(whole)),
          );
        },
      ),
      runs,
    );
  });

  test('a reading of an unread leaf only narrows what its parents may be', () => {
    fc.assert(
      fc.property(town, fc.integer({ min: -20, max: 120 }), ({ goals, readings }, quantity) => {
        const read = new Set(readings.map(({ goal }) => goal));
        const unread = goals.find((goal) => goal.measure && !read.has(goal.code));
        if (!unread) return;
        const before = progress(goals, readings).get('1');
        const after = progress(goals, [...readings, readingOf(unread.code, String(quantity))]).get(
          '1',
        );
        if (!before || !after) throw new Error('goal 1 is there');
        expect(after.missing).toBe(before.missing - 1);
        expect(compare(after.share.low, before.share.low)).toBeGreaterThanOrEqual(0);
        expect(compare(after.share.high, before.share.high)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  test('nothing is invented for a missing reading', () => {
    fc.assert(
      fc.property(town, ({ goals, readings }) => {
        const read = new Set(readings.filter(({ on }) => on <= today).map(({ goal }) => goal));
        const leaves = goals.filter(({ measure }) => measure);
        const found = progress(goals, readings);
        const missing = leaves.filter(({ code }) => !read.has(code));
        expect(found.get('1')?.missing).toBe(missing.length);
        for (const { code } of missing) {
          expect(found.get(code)?.share).toEqual({ low: zero, high: one });
          expect(found.get(code)?.reading).toBeUndefined();
        }
      }),
      runs,
    );
  });

  test('a leaf that serves a goal twice, or by way of one below it, counts once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 130 }), (a, b) => {
        const serving = (serves: Goal['serves']) => [
          parentOf('1'),
          parentOf('1.1'),
          goalOf('1.1.1'),
          goalOf('2', { serves }),
        ];
        const readings = [readingOf('1.1.1', String(a)), readingOf('2', String(b))];
        const once = progress(serving([{ goal: '1.1' }]), readings);
        const again = [{ goal: '1.1' }, { goal: '1.1' }, { goal: '1' }];
        const twice = progress(serving(again), readings);
        expect(twice).toEqual(once);
        const counted = add(...[a, b].map((read) => clamp(exact(`${read}%`), zero, one)));
        expect(once.get('1')?.share.low).toEqual(
          subtract(counted, rational(counted.num, counted.den * 2n)),
        );
      }),
      runs,
    );
  });
});
