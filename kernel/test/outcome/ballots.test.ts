/** Counts of ballots, worked out by hand. */

import { type BallotCount, ballotFindings, isQuorate } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';

const good: BallotCount = {
  eligible: 70,
  present: 62,
  issued: 62,
  returned: 62,
  invalid: 0,
  votes: { 满意: 40, 较满意: 12, 基本满意: 5, 不满意: 2, 弃权: 3 },
};

const wrong: readonly (readonly [string, Partial<BallotCount>, RegExp])[] = [
  [
    '47 of 60 are below 48',
    { eligible: 60, present: 47, issued: 47, returned: 47, votes: { 优秀: 47 } },
    /到会 47 人，不足应到 60 人的 4\/5（48 人）/,
  ],
  ['62 of 78 are below 62.4', { eligible: 78 }, /63 人/],
  ['more present than entitled', { eligible: 61 }, /多于应到/],
  ['more issued than present', { issued: 63 }, /发出 63 张，多于到会 62 人/],
  ['more returned than issued', { issued: 61 }, /收回 62 张，多于发出 61 张/],
  ['one ballot nobody knows of', { returned: 61 }, /加无效 0 张是 62 张，收回 61 张/],
  ['an invalid one counted twice', { invalid: 1 }, /是 63 张，收回 62 张/],
];

describe('a count of ballots', () => {
  it('holds where everything adds up', () => {
    expect(ballotFindings(good)).toEqual([]);
    expect(
      ballotFindings({ ...good, issued: 62, returned: 61, votes: { 满意: 60 }, invalid: 1 }),
    ).toEqual([]);
    expect(isQuorate({ eligible: 60, present: 48 })).toBe(true);
    expect(isQuorate({ eligible: 60, present: 47 })).toBe(false);
    expect(isQuorate({ eligible: 60, present: 40 }, '2/3')).toBe(true);
  });

  it.each(wrong)('%s', (_, change, said) => {
    const found = ballotFindings({ ...good, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });
});
