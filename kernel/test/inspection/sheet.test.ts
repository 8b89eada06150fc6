import { describe, expect, it } from 'vitest';
import {
  type AskedLine,
  faultsIn,
  isWrong,
  type LineAnswer,
  type ListedPhoto,
  missingIn,
  type SheetContent,
  sheetDigest,
} from '../../src/index.ts';

const none = { places: [], note: '' };
const rubbish: AskedLine = { code: 'rubbish', asks: 'count', photo: 'asked' };
const centre: AskedLine = { code: 'centre', asks: 'yesNo', photo: 'none' };
const sorting: AskedLine = {
  code: 'sorting',
  asks: 'choice',
  photo: 'none',
  choices: [{ code: 'whole' }, { code: 'partly' }, { code: 'not' }],
};
const toilets: AskedLine = { code: 'toilets', asks: 'sample', photo: 'none' };
const order: AskedLine = { code: 'order', asks: 'mark', photo: 'none' };
const lines = [rubbish, centre, sorting, toilets, order];

const photo: ListedPhoto = {
  sha256: 'a'.repeat(64),
  of: 'line',
  line: 'rubbish',
  name: '1.jpg',
  bytes: 10,
  stamped: false,
};
const content: SheetContent = {
  visit: 'v1',
  templateVersion: 1,
  answers: { rubbish: { asks: 'count', count: 2, ...none } },
  statement: '',
  signature: 'none',
  photos: [photo],
};

describe('what is wrong', () => {
  it.each<[AskedLine, LineAnswer, boolean]>([
    [rubbish, { asks: 'count', count: 0, ...none }, false],
    [rubbish, { asks: 'count', count: 1, ...none }, true],
    [centre, { asks: 'yesNo', yes: true, ...none }, false],
    [centre, { asks: 'yesNo', yes: false, ...none }, true],
    [sorting, { asks: 'choice', choice: 'whole', ...none }, false],
    [sorting, { asks: 'choice', choice: 'partly', ...none }, true],
    [toilets, { asks: 'sample', looked: 5, failed: 0, ...none }, false],
    [toilets, { asks: 'sample', looked: 5, failed: 1, ...none }, true],
    [order, { asks: 'mark', mark: '0', ...none }, false],
    [rubbish, { asks: 'notSeen', note: '路断了' }, false],
  ])('%o answered %o', (line, answer, expected) => {
    expect(isWrong(line, answer)).toBe(expected);
  });
});

describe('what is missing', () => {
  it('is every line without an answer, in their order', () => {
    const missing = missingIn(lines, { answers: {}, photos: [] });
    expect(missing.map(({ line, what }) => `${line} ${what}`)).toEqual([
      'rubbish answer',
      'centre answer',
      'sorting answer',
      'toilets answer',
      'order answer',
    ]);
  });

  it('is a photo where one is asked for and something is wrong', () => {
    const answers = { rubbish: { asks: 'count', count: 1, ...none } } as const;
    expect(missingIn([rubbish], { answers, photos: [] })).toEqual([
      { line: 'rubbish', what: 'photo' },
    ]);
    expect(missingIn([rubbish], { answers, photos: [photo] })).toEqual([]);
    const sound = { rubbish: { asks: 'count', count: 0, ...none } } as const;
    expect(missingIn([rubbish], { answers: sound, photos: [] })).toEqual([]);
  });

  it('is the reason of what nobody could look at', () => {
    const unsaid = { centre: { asks: 'notSeen', note: ' ' } } as const;
    expect(missingIn([centre], { answers: unsaid, photos: [] })).toEqual([
      { line: 'centre', what: 'reason' },
    ]);
    const said = { centre: { asks: 'notSeen', note: '门锁着' } } as const;
    expect(missingIn([centre], { answers: said, photos: [] })).toEqual([]);
  });
});

describe('what cannot be', () => {
  const place = { id: 'p1', at: '' };
  it.each<[LineAnswer, string, string]>([
    [{ asks: 'count', count: 1, ...none }, 'elsewhere', 'lineUnknown'],
    [{ asks: 'yesNo', yes: true, ...none }, 'rubbish', 'askedOtherwise'],
    [{ asks: 'choice', choice: 'other', ...none }, 'sorting', 'choiceUnknown'],
    [{ asks: 'sample', looked: 1, failed: 2, ...none }, 'toilets', 'moreFailedThanLooked'],
    [{ asks: 'count', count: 0, places: [place], note: '' }, 'rubbish', 'morePlacesThanFound'],
    [{ asks: 'yesNo', yes: true, places: [place], note: '' }, 'centre', 'morePlacesThanFound'],
  ])('%o of %s: %s', (answer, line, fault) => {
    expect(faultsIn(lines, { [line]: answer })).toEqual([{ line, fault }]);
  });

  it('is nothing in sound answers', () => {
    const answers = {
      rubbish: { asks: 'count', count: 1, places: [place], note: '' },
      centre: { asks: 'notSeen', note: '门锁着' },
      sorting: { asks: 'choice', choice: 'not', ...none },
      toilets: { asks: 'sample', looked: 2, failed: 2, ...none },
      order: { asks: 'mark', mark: '8.5', ...none },
    } as const;
    expect(faultsIn(lines, answers)).toEqual([]);
  });
});

describe('the digest', () => {
  it('does not know in which order keys were written, nor what was left unsaid', () => {
    const { visit, ...rest } = content;
    const otherwise = { ...rest, visit, photos: [{ ...photo, place: undefined }] };
    expect(sheetDigest(otherwise)).toBe(sheetDigest(content));
    expect(sheetDigest({ ...content, extra: 1 } as SheetContent)).toBe(sheetDigest(content));
  });

  it('changes with every part of what is said', () => {
    const changes: Partial<SheetContent>[] = [
      { visit: 'v2' },
      { templateVersion: 2 },
      { answers: { rubbish: { asks: 'count', count: 3, ...none } } },
      { statement: '知道了' },
      { signature: 'refused' },
      { photos: [] },
      { photos: [{ ...photo, stamped: true }] },
    ];
    const digests = changes.map((change) => sheetDigest({ ...content, ...change }));
    expect(new Set([sheetDigest(content), ...digests]).size).toBe(changes.length + 1);
  });
});
