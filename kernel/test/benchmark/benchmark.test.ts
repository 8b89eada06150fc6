/** Lists of the district: what is read out of a table, where a town stands, what more points would do. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkChance, benchmarkPlace } from '../../src/benchmark/place.ts';
import { readBenchmark, readMark } from '../../src/benchmark/read.ts';

const own = '青禾镇';
const table = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
const read = (text: string) => {
  const { list, faults } = readBenchmark(table(text), own);
  expect(faults).toEqual([]);
  return list;
};

// Second of the district, five points behind the first, eight indicators, two of them beyond the tenth.
const speech = `
指标|满分|责任办|青禾镇|柳坪镇|云溪镇
人居环境|15|城建办|9.5（第4）|14|9
产业发展|15|经济办|11（10名开外）|13|12
党的建设|15|党建办|14（第1）|13.5|13
综治平安|15|综治办|13（第3）|13.5|12
营商环境|10|经济办|6.5（12名）|8|9
民生实事|10|社会事务办|9（第2）|9.2|8
应急管理|10|应急办|9（第2）|9|9
政务服务|10|便民服务中心|9（第5）|9.8|8.5
总分|100||81|86|80.5
名次|||2|1|3
`;

describe('a cell', () => {
  it.each([
    ['8.5', { score: '8.5' }],
    ['８．５分', { score: '8.5' }],
    ['第3', { rank: { at: 3, isOpen: false } }],
    ['3名', { rank: { at: 3, isOpen: false } }],
    ['8.5（第3）', { score: '8.5', rank: { at: 3, isOpen: false } }],
    ['8.5/12', { score: '8.5', rank: { at: 12, isOpen: false } }],
    ['10名开外', { rank: { at: 11, isOpen: true } }],
    ['10 名以外', { rank: { at: 11, isOpen: true } }],
    ['11分（10名开外）', { score: '11', rank: { at: 11, isOpen: true } }],
    ['≥11', { rank: { at: 11, isOpen: true } }],
    ['', {}],
    ['—', {}],
  ])('%s', (text, mark) => {
    expect(readMark(text)).toEqual(mark);
  });

  it.each(['约8分', '前三', '-1', '第0名', '8.5.1', '分'])('refuses %s', (text) => {
    expect(readMark(text)).toBeUndefined();
  });

  it('never throws, and knows no place below the first', () => {
    const letters = fc.constantFrom(...'0123456789.（）第名开外/分 ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        expect(readMark(text)?.rank?.at ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the place', () => {
  it('is second, five behind the first; two of eight indicators are beyond the tenth', () => {
    const place = benchmarkPlace(read(speech), own);
    expect(place).toMatchObject({
      rank: { at: 2, isOpen: false },
      total: '81',
      first: { towns: ['柳坪镇'], gap: '5' },
      next: { towns: ['柳坪镇'], gap: '5' },
      beyondTen: 2,
      tiedWith: [],
    });
    expect(place.indicators).toHaveLength(8);
    expect(place).not.toHaveProperty('unlike');
  });

  it('stands the weakest first: an open place before any number, then by place and by what was lost', () => {
    const { indicators } = benchmarkPlace(read(speech), own);
    expect(indicators.map(({ name, rank, isBeyondTen }) => [name, rank?.at, isBeyondTen])).toEqual([
      ['产业发展', 11, true],
      ['营商环境', 12, true],
      ['政务服务', 5, false],
      ['人居环境', 4, false],
      ['综治平安', 3, false],
      ['民生实事', 2, false],
      ['应急管理', 2, false],
      ['党的建设', 1, false],
    ]);
    expect(indicators[0]).toMatchObject({ office: '经济办', lost: '4', rank: { isOpen: true } });
    expect(indicators[0]?.best).toEqual({ score: '13', towns: ['柳坪镇'] });
  });

  it('is worked out where it is not printed, and only where every total is known', () => {
    const known = read('指标|青禾镇|柳坪镇|云溪镇\n总分|80|90|80');
    expect(benchmarkPlace(known, own)).toMatchObject({ rank: { at: 2 }, tiedWith: ['云溪镇'] });
    const unknown = read('指标|青禾镇|柳坪镇|云溪镇\n总分|80|90|');
    expect(benchmarkPlace(unknown, own)).not.toHaveProperty('rank');
    expect(benchmarkPlace(unknown, own).first?.gap).toBe('10');
  });

  it('says where the total is not the sum of its indicators', () => {
    const list = read('指标|青禾镇|柳坪镇\n甲|10.5|9\n乙|8|8\n总分|18|17');
    expect(benchmarkPlace(list, own).unlike).toBe('0.5');
  });
});

describe('what more points would do', () => {
  const list = read(speech);

  it('ties with the first at exactly five more, passes it with any more', () => {
    const gains = { 产业发展: '4', 营商环境: '1' };
    expect(benchmarkChance(list, own, gains)).toEqual({
      total: '86',
      rank: { at: 1, isOpen: false },
      tiedWith: ['柳坪镇'],
      passed: [],
    });
    expect(benchmarkChance(list, own, { ...gains, 营商环境: '1.01' })).toMatchObject({
      rank: { at: 1 },
      tiedWith: [],
      passed: ['柳坪镇'],
    });
    expect(benchmarkChance(list, own, { 产业发展: '3.99' })).toMatchObject({ rank: { at: 2 } });
  });

  it('refuses more than the full mark, what is no number, and a list without all totals', () => {
    expect(benchmarkChance(list, own, { 产业发展: '4.01' })).toEqual({
      refused: 'beyond-full',
      indicator: '产业发展',
    });
    expect(benchmarkChance(list, own, { 产业发展: '-1' })).toMatchObject({ refused: 'no-number' });
    const unknown = read('指标|青禾镇|柳坪镇\n总分|80|');
    expect(benchmarkChance(unknown, own, {})).toEqual({ refused: 'totals-unknown' });
  });

  it('never makes the place worse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const found = benchmarkChance(list, own, { 产业发展: text });
        expect('rank' in found && found.rank.at <= 2).toBe(true);
      }),
    );
  });
});

describe('a table with faults', () => {
  it('names every one with its cell', () => {
    const { faults } = readBenchmark(
      table('指标|满分|柳坪镇|云溪镇|云溪镇\n甲|10|11|前三|\n甲|零|1|1|'),
      own,
    );
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [0, 4],
      [0, 0],
      [1, 3],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
    expect(faults[2]?.sentence).toContain('“前三”读不懂');
  });

  it('passes over a title, a number and remarks of an earlier round', () => {
    const { list, faults } = readBenchmark(
      table('全县考核结果||||\n序号|考核指标|青禾镇|柳坪镇|问题\n1|甲|8|9|'),
      own,
    );
    expect([faults, list.towns, list.indicators.map(({ name }) => name)]).toEqual([
      [],
      ['青禾镇', '柳坪镇'],
      ['甲'],
    ]);
  });

  it('says that there is nothing in it', () => {
    expect(readBenchmark([['指标', own]], own).faults).toHaveLength(1);
  });
});
