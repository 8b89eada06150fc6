import { expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { clausesOf, isRankable, leavingOut, schemeOf } from '../../src/explain/replay.ts';
import { bookOf, firstQuarter, scheme } from './qinghe.ts';

const book = bookOf();
const [written] = book.schemes;

it('finds the version that gave a result among several', () => {
  const newer = { ...written!, version: '2027.1' };
  const both = { ...book, schemes: [written!, newer] };
  const result = assess(book, firstQuarter);
  expect(schemeOf(both, result)?.version).toBe('2026.1');
  expect(schemeOf(both, { ...result, version: '2027.1' })).toBe(newer);
  expect(schemeOf(both, { ...result, version: '2020.1' })).toBe(newer);
  expect(schemeOf(both, { ...result, line: 'other' })).toBeUndefined();
});

it('knows the clauses of the tree and the own items of subjects', () => {
  const items = `
ownItems: { maxBonus: 3, maxDeduction: 3, maxPoints: "2", items: [ { subject: dongxi, code: z1, text: 自选, points: "1" } ] }`;
  const codes = [...clausesOf(bookOf({ scheme: scheme + items }).schemes[0]!).keys()];
  expect(codes).toEqual(['1.1', '1.2', '9.1', 'z1']);
});

it('leaves out more, and forgets nothing that was left out before', () => {
  const before = { ...firstQuarter, without: { facts: new Set(['1']), nodes: new Set(['a']) } };
  expect(leavingOut(before, { facts: ['2'], nodes: ['b'] })).toEqual({
    ...firstQuarter,
    without: { facts: new Set(['1', '2']), nodes: new Set(['a', 'b']) },
  });
});

it('ranks a known total of somebody who takes part, a decided zero included', () => {
  const [subject] = assess(book, firstQuarter).subjects;
  const rankable = (rest: object) => isRankable({ ...subject!, ...rest });
  expect(rankable({})).toBe(true);
  expect(rankable({ state: 'zeroed' })).toBe(true);
  expect(rankable({ state: 'missing' })).toBe(false);
  expect(rankable({ notAssessed: '借调' })).toBe(false);
});
