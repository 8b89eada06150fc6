/** Cells of facts: what is certain is taken however it is written, the rest refused in a sentence. */

import type { Fact } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { factsFrom } from '../src/ledger/index.ts';
import { garbage, head, number, only, refused, town, withCell } from './garbage-sheet.ts';
import { file, sheet, type Typed } from './tables.ts';

describe('dates', () => {
  it.each<[Typed]>([
    [{ date: '2026-03-06' }],
    ['2026-03-06'],
    ['2026-3-6'],
    ['2026/3/6'],
    ['2026.3.6'],
    ['20260306'],
    [number('20260306')],
    ['2026年3月6日'],
    ['2026 年 3 月 6 日'],
    ['２０２６－３－６'],
    ['2026-03-06 00:00:00'],
    [number('46087')],
  ])('%j is 6 March 2026', (typed) => {
    expect(only(garbage(head, ['D-1', '东溪村', typed, 5])).on).toBe('2026-03-06');
  });

  it.each<[Typed, string]>([
    ['2026-02-30', '没有“2026-02-30”这一天'],
    ['3月6日', '没有写年份'],
    ['3-6', '没有写年份'],
    ['2026年3月', '不是日期'],
    [number('2026'), '不是日期'],
    [number('99999999'), '没有'],
    ['三月初', '不是日期'],
    ['3/6/2026', '不是日期'],
    [
      {
        kind: 'error',
        text: '2026-03-06 14:30',
        problem: '这一格带有时刻，请只写日期，不写时刻。',
      },
      '时刻',
    ],
  ])('%j is none', (typed, part) => {
    refused(garbage(head, ['D-1', '东溪村', typed, 5]), [2, 3], part);
  });
});

describe('numbers', () => {
  it.each<[Typed, Fact['values'][string]]>([
    [5, '5'],
    ['5', '5'],
    ['５', '5'],
    ['－０．５', '-0.5'],
    ['1,200', '1200'],
    ['1，200', '1200'],
    ['5处', { value: '5', unit: '处' }],
    ['约6000', { value: '6000', approx: true }],
    ['约6000处', { value: '6000', unit: '处', approx: true }],
    ['6000余处', { value: '6000', unit: '处', approx: true }],
    ['1/3', '1/3'],
    [number('0.86', { percent: true }), '86%'],
    [number('5', { formula: true }), '5'],
  ])('%j', (typed, value) => {
    expect(only(garbage(head, ['D-1', '东溪村', '2026-03-06', typed])).values.处数).toEqual(value);
  });

  it.each<[Typed, string]>([
    ['5件', '单位是处，这里写了“件”'],
    ['五', '不是确数'],
    ['12,00', '不是确数'],
    ['5-6', '单位是处'],
    ['无', '不是确数'],
    [{ date: '2026-03-12' }, 'Excel 把它存成了日期'],
    [
      { kind: 'error', text: '#DIV/0!', problem: '公式算错了（#DIV/0!），请改正公式。' },
      '公式算错了',
    ],
  ])('%j is refused', (typed, part) => {
    refused(garbage(head, ['D-1', '东溪村', '2026-03-06', typed]), [2, 4], part);
  });

  it('a column in another unit is not read: nobody converts in silence', () => {
    const read = factsFrom(
      file(
        sheet('经营收入', [
          ['对象', '日期', '收入（元）'],
          ['东溪村', '2026-03-06', 120],
        ]),
      ),
      town,
    );
    refused(read, [1, 3], '没有“收入（元）”这一栏', '目录里是“收入（万元）”', '换算');
  });
});

describe('rates and ranks', () => {
  it.each<[string, Typed, Fact['values'][string]]>([
    ['完成率', '43/50', { num: '43', den: '50' }],
    ['完成率', '４３／５０', { num: '43', den: '50' }],
    ['完成率', '86%', '86%'],
    ['完成率', number('0.86', { percent: true }), '86%'],
    ['完成率', 0.86, '0.86'],
    ['名次', 3, '3'],
    ['名次', '第3名', { rank: '3' }],
    ['名次', '3/13', { rank: '3', of: '13' }],
    ['名次', '3/13（县名单）', { rank: '3', of: '13', list: '县名单' }],
    ['名次', '≥11/13', { atLeast: '11', of: '13' }],
    ['期限', '2026年3月9日', '2026-03-09'],
  ])('%s %j', (title, typed, value) => {
    expect(only(withCell(title, typed)).values[title]).toEqual(value);
  });

  it.each<[string, Typed, string]>([
    ['完成率', '92', '请写 92% 或 0.92，或写 46/50'],
    ['完成率', { date: '2026-03-12' }, 'Excel 把它存成了日期'],
    ['名次', { date: '2026-03-13' }, 'Excel 把它存成了日期'],
    ['名次', '前三', '不是名次'],
    ['程度', '轻微', '只能填 一般、严重'],
  ])('%s %j is refused', (title, typed, part) => {
    refused(withCell(title, typed), [2, 5], part);
  });

  it('has no word of YAML in its sentences', () => {
    const read = garbage([...head, '完成率', '程度'], ['', '东溪村', '2026-03-06', '', '92', '轻']);
    expect(read.remarks.length).toBe(3);
    for (const { sentence } of read.remarks)
      expect(sentence).not.toMatch(/[{}]|form|reverses|about/);
  });
});

describe('subjects', () => {
  it.each([
    ['V1', ['V1']],
    ['东溪村', ['V1']],
    ['东溪头村', ['V1']],
    ['东溪村；V2', ['V1', 'V2']],
    ['东溪村\n西岗村', ['V1', 'V2']],
    ['〖外来户〗', ['外来户']],
  ])('%s', (typed, codes) => {
    const { about } = only(garbage(head, ['D-1', typed, '2026-03-06', 5]));
    expect(about.map(({ subject }) => subject)).toEqual(codes);
  });

  it.each([
    ['东溪', '名册里没有“东溪”；是不是“东溪村”？'],
    ['河湾村', '“河湾村”在名册里有 2 个：V4 柳湾村、V5 河口村；请改写编码'],
    ['周雨水', '“周雨水”在名册里有 2 个：P1 周雨水、P2 周雨水'],
    ['东溪村、西岗村', '名册里没有'],
    ['新村', '请核对写法，或补进名册'],
  ])('%s is refused', (typed, sentence) => {
    refused(garbage(head, ['D-1', typed, '2026-03-06', 5]), [2, 2], sentence);
  });
});
