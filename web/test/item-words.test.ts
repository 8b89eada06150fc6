/** Words that the pages and the sentences of the server both say: the same on both sides. */

import { closingChecks, type ItemDeed, itemDeeds } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import {
  checkWords,
  colourWords,
  deedWords,
  outcomeWords,
  stateWords,
} from '../../server/src/work/items/words.ts';
import { deedNames } from '../src/words/item-deeds.ts';
import { itemWords } from '../src/words/items.ts';

describe('an item is told in the same words by the server and on the pages', () => {
  it('its deeds', () => {
    expect(Object.keys(deedNames.zh).sort()).toEqual(Object.keys(itemDeeds).sort());
    for (const deed of Object.keys(itemDeeds) as ItemDeed[]) {
      expect([deed, deedNames.zh[deed]]).toEqual([deed, deedWords[deed]]);
    }
  });

  it('its states', () => {
    const page: Readonly<Record<string, unknown>> = itemWords.zh;
    for (const [state, word] of Object.entries(stateWords)) {
      // 催办 is a count in the list beside it.
      const key = state === 'urged' ? 'urgedState' : state;
      expect([state, page[key]]).toEqual([state, word]);
    }
  });

  it('its checks, colours and outcomes', () => {
    const page: Readonly<Record<string, unknown>> = itemWords.zh;
    for (const [key, word] of Object.entries({ ...checkWords, ...colourWords, ...outcomeWords })) {
      expect([key, page[key]]).toEqual([key, word]);
    }
    expect(Object.keys(checkWords)).toEqual([...closingChecks]);
  });
});
