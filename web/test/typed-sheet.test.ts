/** What a clerk types from paper: keys and texts as answers, places that come and go. */

import type { LineAnswer, SheetContent } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import type { Line } from '../src/inspection/sheets/sheet-words.ts';
import {
  answering,
  chosenBy,
  isNotSeenKey,
  markOf,
  newPlaceId,
  placesMost,
  placing,
  saidAs,
  saysNotSeen,
  wholeOf,
  withoutEmptyPlaces,
} from '../src/inspection/sheets/typed-answers.ts';

const line: Line = {
  code: 'rubbish',
  group: '垃圾清理',
  standard: '没有垃圾',
  asks: 'count',
  severity: 'three',
  photo: 'asked',
  hint: '',
};
const two: LineAnswer = { asks: 'count', count: 2, places: [], note: '' };
const blank: Pick<SheetContent, 'answers' | 'photos'> = { answers: {}, photos: [] };

describe('a text', () => {
  it('is a whole number, also in the digits of an input method', () => {
    expect(['3', '１２', ' 7 ', '0'].map(wholeOf)).toEqual([3, 12, 7, 0]);
    expect(['', '-1', '3.5', '12345', '三'].map(wholeOf)).toEqual(new Array(5).fill(undefined));
  });

  it('is a mark with at most two places, kept as it was typed', () => {
    expect(['8.5', '９．２５', '10'].map(markOf)).toEqual(['8.5', '9.25', '10']);
    expect(['8.', '8.555', 'x', ''].map(markOf)).toEqual(new Array(4).fill(undefined));
  });

  it('says by a minus that nobody could look', () => {
    expect(['-', '－', '—', 'x'].every(saysNotSeen)).toBe(true);
    expect(['1', '', 'no'].some(saysNotSeen)).toBe(false);
    expect(['Minus', 'NumpadSubtract', 'KeyX', 'KeyY'].map(isNotSeenKey)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('a key', () => {
  it('chooses by its place on the keyboard, whatever an input method makes of it', () => {
    expect([chosenBy('KeyY', 2, true), chosenBy('KeyN', 2, true)]).toEqual([0, 1]);
    expect([chosenBy('Digit3', 3, false), chosenBy('Numpad1', 3, false)]).toEqual([2, 0]);
    expect([chosenBy('Digit4', 3, false), chosenBy('KeyY', 3, false)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a place', () => {
  const a = { id: newPlaceId(), at: '村口' };
  const typed = placing(answering(blank, line.code, two), line.code, a);

  it('is written and written anew; its line says how many there may be', () => {
    expect(typed.answers.rubbish).toMatchObject({ places: [a] });
    const again = placing(typed, line.code, { ...a, at: '村口小桥' });
    expect(again.answers.rubbish).toMatchObject({ places: [{ ...a, at: '村口小桥' }] });
    expect(placesMost(line, two)).toBe(2);
    expect(placesMost(line, { ...two, count: 0 })).toBe(0);
    expect(placesMost(line, undefined)).toBe(0);
  });

  it('that is emptied goes, unless a photo hangs on it', () => {
    const emptied = placing(typed, line.code, { ...a, at: '' });
    expect(withoutEmptyPlaces(emptied, line.code).answers.rubbish).toMatchObject({ places: [] });
    const photo = { sha256: 'a', of: 'line', line: line.code, place: a.id } as never;
    const shown = { ...emptied, photos: [photo] };
    expect(withoutEmptyPlaces(shown, line.code)).toBe(shown);
  });

  it('stays where its answer is said as another number, and goes with the answer', () => {
    const { rubbish } = typed.answers;
    expect(saidAs(rubbish, { asks: 'count', count: 3 })).toMatchObject({ count: 3, places: [a] });
    expect(answering(typed, line.code, undefined).answers).toEqual({});
  });
});
