/** The marks by themselves: the documents they were made from are not here. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/index.ts';
import { documents, isMarkedText, type Mark, type Marked, misfits, readMarks } from './marks.ts';
import { agree, compared, type Draft } from './matching.ts';

const counts = [
  ['001', 69, 26, 17],
  ['002', 70, 11, 6],
  ['003', 241, 88, 55],
] as const;

describe('the hand-marked list', () => {
  it.each(counts)('%s is read whole', (document, sentences, concrete, vague) => {
    const marked = readMarks(document);
    expect(marked.sentences).toBe(sentences);
    const demands = marked.marks.map(({ demand }) => demand);
    expect(demands.filter((demand) => demand === 'concrete').length).toBe(concrete);
    expect(demands.filter((demand) => demand === 'vague').length).toBe(vague);
  });

  it.each(documents)('%s numbers the tasks of a sentence in its order', (document) => {
    const { marks, sentences } = readMarks(document);
    for (const [index, { sentence, ordinal, object }] of marks.entries()) {
      const before = marks[index - 1];
      const isNext = before?.sentence === sentence;
      expect(ordinal).toBe(isNext ? before.ordinal + 1 : 1);
      if (isNext) expect(object[0]).toBeGreaterThanOrEqual(before.object[1]);
      else expect(sentence).toBeGreaterThan(before?.sentence ?? 0);
      expect(sentence).toBeLessThanOrEqual(sentences);
    }
  });

  it.each(documents)('%s holds places and hashes only, no word of the document', (document) => {
    const path = new URL(`marked/${document}.yaml`, import.meta.url);
    const text = readFileSync(path, 'utf8');
    expect([...text].filter((character) => character > '~')).toEqual([]);
  });
});

const mark: Mark = {
  sentence: 1,
  ordinal: 1,
  demand: 'concrete',
  actor: [0, 2],
  object: [3, 8],
  quantity: null,
  date: null,
};
const hash = 'f5e0f9c9e3a4d8a4d7ad4e6c3d0b0f6f1a0f3ad7f3f1d4f8e6bd2b9c7f6a5e4d';
const marked: Marked = { sha256: hash, sentences: 1, marks: [mark] };

describe('a mark that does not fit', () => {
  it('is told', () => {
    const told = (text: string, given = marked) => misfits(given, sentencesOf(text));
    expect(told('各村要清完主渠。')).toEqual([]);
    expect(told('要清主渠。')).toEqual(['1.1: outside of its sentence']);
    expect(told('一、各村清完主渠')).toEqual(['1.1: a heading']);
    expect(told('')).toEqual(['0 sentences, 1 expected', '1.1: no such sentence']);
  });

  it('is not looked for in another text', () => {
    expect(isMarkedText(new TextEncoder().encode('各村要清完主渠。'), marked)).toBe(false);
  });
});

describe('drafts against marks', () => {
  const vague: Mark = { ...mark, ordinal: 2, demand: 'vague', object: [9, 19] };
  const last: Mark = { ...mark, ordinal: 3, object: [20, 30] };
  const marks = [mark, vague, last];
  const draft = (object: [number, number], sentence = 1): Draft => ({ ...mark, sentence, object });
  const figures = (...drafts: Draft[]) => {
    const { found, missed, vague: aside, wrong } = compared(marks, drafts);
    return [found.length, missed.length, aside.length, wrong.length];
  };

  it('are found, missed, put aside by hand, or wrong', () => {
    expect(figures()).toEqual([0, 2, 0, 0]);
    expect(figures(draft([3, 8]), draft([10, 18]), draft([20, 30]))).toEqual([2, 0, 1, 0]);
    expect(figures(draft([3, 8], 2))).toEqual([0, 2, 0, 1]);
  });

  it('need half of the shorter object', () => {
    expect(figures(draft([25, 40]))).toEqual([1, 1, 0, 0]);
    expect(figures(draft([26, 40]))).toEqual([0, 2, 0, 1]);
  });

  it('meet one each: a whole sentence is one, and one task twice is wrong once', () => {
    expect(figures(draft([0, 30]))).toEqual([1, 1, 0, 0]);
    expect(figures(draft([3, 5]), draft([3, 8]))).toEqual([1, 1, 0, 1]);
  });

  it('agree on a part where both have none or their places touch', () => {
    expect(agree(null, null)).toBe(true);
    expect(agree([0, 2], null)).toBe(false);
    expect(agree([0, 2], [1, 4])).toBe(true);
    expect(agree([0, 2], [2, 4])).toBe(false);
  });
});
