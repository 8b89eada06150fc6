import type { Milli } from '@oneneedle/kernel';
import { expect, it } from 'vitest';
import { wholeText } from './clause-points.ts';

it('shows the decimals of the scheme, and more only where a digit would be hidden', () => {
  const cases = [
    [1500, 2, '1.50'],
    [-125, 2, '-0.125'],
    [-3500, 1, '-3.5'],
    [2340, 1, '2.34'],
    [7000, 0, '7'],
    [7001, 0, '7.001'],
    [0, 2, '0.00'],
  ] as const;
  for (const [milli, places, text] of cases) {
    expect(wholeText(milli as Milli, places), `${milli} ${places}`).toBe(text);
  }
});
