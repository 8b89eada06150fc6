import { describe, expect, it, test } from 'vitest';
import type { Reader } from '../../src/evaluate/reader.ts';
import { askWithOwn, type OwnResult } from '../../src/grade/own-result.ts';
import type { Condition, Quantity } from '../../src/scheme/quantity.ts';
import { milli } from './town.ts';

const own: OwnResult = {
  line: 'cadres',
  grade: '合格',
  totalMilli: milli('87.5'),
  fullMilli: milli('120'),
  rank: 3,
  ranked: 10,
};

/** The quantity that reaches the reader. */
function reaches(of: Quantity, known: OwnResult = own): Quantity | undefined {
  let asked: Condition | undefined;
  const reader: Reader = {
    quantity: () => ({ missing: '', factIds: [] }),
    condition: (condition) => {
      asked = condition;
      return { holds: true, reason: '', factIds: [] };
    },
  };
  const asking = { subject: '甲', period: '2026', window: ['2026'] };
  askWithOwn({ test: { of, atLeast: '1' } }, known, reader, asking);
  return asked && 'test' in asked ? asked.test.of : undefined;
}

const result = (more: object = {}): Quantity =>
  ({ result: { line: 'cadres', ...more } }) as Quantity;

describe('a result of the line itself is written in as a number', () => {
  test.each([
    [result(), '87.5'],
    [result({ value: 'total', of: 'self', period: 'same' }), '87.5'],
    [result({ value: 'fullMark' }), '120'],
    [result({ value: 'rate' }), '35/48'],
    [result({ value: 'rate', denominator: '100' }), '0.875'],
    [result({ value: 'rank' }), '3'],
    [result({ value: 'rankFromLast' }), '8'],
    [result({ value: 'subjects' }), '10'],
    [
      { difference: { of: result(), minus: { total: [result(), '1'] } } },
      { difference: { of: '87.5', minus: { total: ['87.5', '1'] } } },
    ],
  ] as [Quantity, Quantity][])('%j', (of, expected) => {
    expect(reaches(of)).toEqual(expected);
  });

  test.each([
    [result({ line: 'other' })],
    [result({ period: 'priorYear' })],
    [result({ of: { unit: '镇' } })],
    [{ prior: { of: result() } }],
    [{ groupMean: { of: result() } }],
    ['60'],
  ] as [Quantity][])('%j is left to the reader', (of) => {
    expect(reaches(of)).toEqual(of);
  });

  it('leaves what is not known yet', () => {
    const early = { line: 'cadres' };
    for (const value of ['total', 'rate', 'rank', 'rankFromLast', 'subjects']) {
      expect(reaches(result({ value }), early)).toEqual(result({ value }));
    }
  });
});
