import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type RankItem,
  rankLists,
  rankRange,
  rankRangeSentence,
  rankSubjects,
  shownPlaces,
} from '../../src/grade/rank.ts';
import { type Milli, milliText } from '../../src/number/points.ts';
import { milli } from './town.ts';

/** `甲 90 乙 90.5 丙 -` as items; `-` is a total that is missing, `甲@一` stands in group 一. */
function items(text: string): (RankItem & { name: string })[] {
  const words = text.split(' ');
  return words.flatMap((word, index) => {
    if (index % 2 === 1) return [];
    const [code = '', group] = word.split('@');
    const total = words[index + 1]!;
    const rankable = total !== '-';
    return [{ code, name: code, group, totalMilli: milli(rankable ? total : '0'), rankable }];
  });
}

const said = (ranks: ReadonlyMap<string, unknown>) =>
  [...ranks]
    .map(([code, rank]) => `${code}${rank}`)
    .sort()
    .join(' ');

const manyItems = fc
  .array(
    fc.record({
      total: fc.integer({ min: -3000, max: 3000 }),
      group: fc.constantFrom(undefined, '一', '二'),
      rankable: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(
      ({ total, ...row }, index): RankItem => ({
        ...row,
        code: `v${index}`,
        totalMilli: total as Milli,
      }),
    ),
  );
const rankings = fc.record({
  within: fc.constantFrom('group' as const, 'all' as const),
  ties: fc.constantFrom('skip' as const, 'dense' as const),
});

describe('ranks', () => {
  test.each([
    ['甲 90 乙 95 丙 80', {}, '丙3 乙1 甲2'],
    ['甲 90 乙 90 丙 80 丁 70', {}, '丁4 丙3 乙1 甲1'],
    ['甲 90 乙 90 丙 80 丁 70', { ties: 'dense' }, '丁3 丙2 乙1 甲1'],
    ['甲 90 乙 - 丙 80', {}, '丙2 甲1'],
    ['甲@一 90 乙@二 80 丙@一 95 丁@二 70', {}, '丁2 丙1 乙1 甲2'],
    ['甲@一 90 乙@二 80 丙@一 95 丁@二 70', { within: 'all' }, '丁4 丙1 乙3 甲2'],
    ['甲 -1 乙 -0.999', {}, '乙1 甲2'],
  ] as const)('%s with %j gives %s', (text, ranking, expected) => {
    expect(said(rankSubjects(items(text), ranking))).toBe(expected);
  });

  it('depends on the totals alone, never on the order of the subjects', () => {
    fc.assert(
      fc.property(manyItems, rankings, fc.infiniteStream(fc.nat()), (all, ranking, keys) => {
        const shuffled = all.map((item) => ({ item, key: keys.next().value }));
        shuffled.sort((a, b) => a.key - b.key);
        const again = rankSubjects(
          shuffled.map(({ item }) => item),
          ranking,
        );
        expect(said(again)).toBe(said(rankSubjects(all, ranking)));
      }),
    );
  });

  it('is one more than those, or than the totals, above in the same circle', () => {
    fc.assert(
      fc.property(manyItems, rankings, (all, ranking) => {
        const ranks = rankSubjects(all, ranking);
        for (const item of all) {
          const above = all.filter(
            (other) =>
              other.rankable &&
              other.totalMilli > item.totalMilli &&
              (ranking.within === 'all' || other.group === item.group),
          );
          const totals = new Set(above.map(({ totalMilli }) => totalMilli));
          const expected = 1 + (ranking.ties === 'dense' ? totals.size : above.length);
          expect(ranks.get(item.code)).toBe(item.rankable ? expected : undefined);
        }
      }),
    );
  });
});

describe('the range of a rank', () => {
  it('holds the rank as it stands and every scenario', () => {
    const all = items('甲 90 乙 89 丙 88 丁 -');
    const ranges = rankRange(all, [new Map([['甲', milli('87')]]), new Map([['丙', milli('91')]])]);
    expect(said(ranges)).toBe('丙1,3 乙1,3 甲1,3');
    expect(said(rankRange(all, []))).toBe('丙3,3 乙2,2 甲1,1');
  });

  it('says when it cannot tell', () => {
    expect(rankRangeSentence([3, 5])).toBe('名次 3–5，本次不足以区分');
    expect(rankRangeSentence([3, 3])).toBe('名次 3');
  });
});

describe('decimals shown', () => {
  test.each([
    ['甲 90.001 乙 90.004 丙 80', 2, '丙2 乙3 甲3'],
    ['甲 90 乙 90 丙 80', 2, '丙2 乙2 甲2'],
    ['甲 90.4 乙 90.3', 0, '乙3 甲3'],
    ['甲 90.5 乙 90.4', 0, '乙0 甲0'],
    ['甲@一 90.001 乙@二 90.004', 2, '乙2 甲2'],
    ['甲 90.001 乙 -', 2, '乙2 甲2'],
  ])('%s at %i decimals', (text, shown, expected) => {
    expect(said(shownPlaces(items(text), shown))).toBe(expected);
  });

  it('tells apart what ranks apart, and only widens where it must', () => {
    fc.assert(
      fc.property(manyItems, rankings, fc.integer({ min: 0, max: 3 }), (all, ranking, shown) => {
        const ranks = rankSubjects(all, ranking);
        const places = shownPlaces(all, shown, ranking);
        const circle = ({ group }: RankItem) => (ranking.within === 'all' ? '' : group);
        for (const a of all.filter(({ rankable }) => rankable)) {
          const rivals = all.filter(
            (b) =>
              b.rankable &&
              circle(a) === circle(b) &&
              ranks.get(a.code) !== ranks.get(b.code) &&
              milliText(a.totalMilli, shown) === milliText(b.totalMilli, shown),
          );
          expect(places.get(a.code)).toBe(rivals.length > 0 ? 3 : shown);
        }
      }),
    );
  });
});

describe('lists', () => {
  const red = { name: '红榜', top: '2', audience: 'posted' } as const;
  const tied = '甲 90 乙 80 丙 80 丁 70';
  test.each([
    ['甲 90 乙 85 丙 80', red, ['甲', '乙'], '前 2 名'],
    [
      tied,
      { ...red, ties: 'include' },
      ['甲', '丙', '乙'],
      '前 2 名；丙、乙得分相同，剩余 1 个位次，一并列入',
    ],
    [tied, { ...red, ties: 'cut' }, ['甲'], '前 2 名；丙、乙得分相同，剩余 1 个位次，均不列入'],
    [tied, red, ['甲'], '前 2 名；丙、乙得分相同，剩余 1 个位次，提请研究确定，暂未列入'],
    ['甲 90 乙 -', red, ['甲'], '前 2 名；未参加排名：乙'],
  ] as const)('%s with %j', (text, list, subjects, note) => {
    const [only] = rankLists(items(text), { lists: [list] });
    expect(only).toEqual({ name: '红榜', subjects, note, audience: 'posted' });
  });

  it('keeps a list of the last internal, worst first', () => {
    const last = { name: '后两名', bottom: '2', audience: 'posted' } as const;
    expect(rankLists(items('甲 90 乙 80 丙 70'), { lists: [last] })).toEqual([
      { name: '后两名', subjects: ['丙', '乙'], note: '后 2 名', audience: 'internal' },
    ]);
  });

  it('makes one list for each group, named after it', () => {
    const lists = rankLists(items('甲@a 90 乙@b 80 丙@a 85'), { lists: [{ ...red, top: '1' }] }, [
      { code: 'a', name: '一类村' },
    ]);
    expect(lists.map(({ name, subjects }) => `${name} ${subjects}`)).toEqual([
      '红榜（一类村） 甲',
      '红榜（b） 乙',
    ]);
  });
});
