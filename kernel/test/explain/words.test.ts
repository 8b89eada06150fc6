import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/book/book.ts';
import { factSentence, pointsText, termText, trueMinus } from '../../src/explain/words.ts';
import type { Milli } from '../../src/number/points.ts';
import { isoDate } from '../../src/time/dates.ts';

const fact: Fact = {
  id: '1',
  kind: 'inspection',
  form: 'event',
  about: [],
  values: {},
  tags: [],
  evidence: [],
  seq: 1,
};

describe('a fact in a sentence', () => {
  it.each<[Partial<Fact>, string]>([
    [{}, '事实 1 · 未附佐证'],
    [{ on: isoDate('2026-03-06') }, '事实 1 · 2026-03-06 · 未附佐证'],
    [
      { on: isoDate('2026-03-06'), to: isoDate('2026-03-08'), note: '值守' },
      '事实 1 · 2026-03-06 至 2026-03-08 值守 · 未附佐证',
    ],
    [
      { period: '2026-Q1', doc: { no: '青党发〔2026〕3号' } },
      '事实 1 · 2026年第一季度 · 青党发〔2026〕3号',
    ],
    [{ evidence: ['照片2张', '巡查表'], recordedBy: '周' }, '事实 1 · 照片2张、巡查表 · 记 周'],
    [{ evidence: ['照片'], reviewedBy: '吴' }, '事实 1 · 照片 · 核 吴'],
  ])('%j', (rest, sentence) => expect(factSentence({ ...fact, ...rest })).toBe(sentence));
});

describe('numbers as print shows them', () => {
  it.each([
    ['1 次 × -0.5 = -2.5', '1 次 × −0.5 = −2.5'],
    ['-3', '−3'],
    ['（-3）', '（−3）'],
    ['2026-03-06 催办 R-17', '2026-03-06 催办 R-17'],
    ['青发〔2026〕-3', '青发〔2026〕-3'],
  ])('%s is printed as %s', (text, shown) => expect(trueMinus(text)).toBe(shown));

  it('a term of a sum keeps its sign apart', () => {
    const terms = [-2500, 2000, 0].map((milli) => termText(milli as Milli, 1));
    expect(terms).toEqual(['− 2.5', '+ 2.0', '+ 0.0']);
    expect(pointsText(-1 as Milli)).toBe('−0.001');
  });
});
