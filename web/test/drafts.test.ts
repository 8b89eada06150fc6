/** The text of the decomposition bench in pieces, and where a draft may be parted. */

import { describe, expect, it } from 'vitest';
import { cutsOf } from '../src/work/drafts/cuts.ts';
import { partsOf } from '../src/work/drafts/parts.ts';

const draft = (id: string, from: number, to: number) => ({
  id,
  from,
  to,
  sentence: 1,
  state: 'open' as const,
  version: 1,
});

describe('a sentence with its drafts', () => {
  const text = '各村要清完主渠，建好台账。';

  it('loses no word, drafted or not', () => {
    const parts = partsOf(text, [draft('b', 8, 12), draft('a', 3, 7)]);
    expect(parts.map(({ words }) => words).join('')).toBe(text);
    expect(parts.map(({ words, draft: of }) => [words, of?.id])).toEqual([
      ['各村要', undefined],
      ['清完主渠', 'a'],
      ['，', undefined],
      ['建好台账', 'b'],
      ['。', undefined],
    ]);
  });

  it('shows the words of two drafts once where they overlap', () => {
    const parts = partsOf(text, [
      draft('whole', 0, 13),
      draft('inner', 3, 7),
      draft('last', 10, 13),
    ]);
    expect(parts.map(({ words }) => words).join('')).toBe(text);
    expect(parts.map(({ draft: of }) => of?.id)).toEqual(['whole']);
  });
});

describe('a draft of several tasks', () => {
  it('is parted behind its marks and before its joining words, never at its edges', () => {
    const text = '清完主渠、建好台账并报镇里';
    expect(cutsOf(text, { from: 0, to: text.length })).toEqual([5, 9]);
    expect(cutsOf(text, { from: 5, to: 9 })).toEqual([7]);
    expect(cutsOf(text, { from: 5, to: 6 })).toEqual([]);
  });
});
