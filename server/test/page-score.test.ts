/** The score of a page is what its curves say. */

import { expect, it } from 'vitest';
import { onCurve, pageScore } from '../../bench/page-score.ts';

it('a page is scored by the published curves', () => {
  const curve = { p10: 1800, median: 3000 };
  expect(onCurve(1800, curve)).toBeCloseTo(0.9, 6);
  expect(onCurve(3000, curve)).toBeCloseTo(0.5, 6);
  expect(onCurve(0, curve)).toBe(1);
  expect(onCurve(900, curve)).toBeGreaterThan(0.99);
  expect(onCurve(30_000, curve)).toBeLessThan(0.001);
  const atTenth = { firstPaint: 1800, largestPaint: 2500, blocking: 200, shift: 0.1 };
  expect(pageScore(atTenth)).toBe(90);
  const atOnce = { firstPaint: 1, largestPaint: 1, blocking: 0, shift: 0 };
  expect(pageScore(atOnce)).toBe(100);
  // Half of the weight of blocking is lost, and nothing else.
  expect(pageScore({ ...atOnce, blocking: 600 })).toBe(83.3);
});
