import { describe, expect, it } from 'vitest';
import { type Saving, type SheetOfVisit, savingOf, sparesOf } from '../../src/index.ts';

const kept = { revision: 3, digest: 'c', isDraft: true };

describe('a writing that arrives', () => {
  it('is the first where there is none', () => {
    expect(savingOf(undefined, { revision: 7, digest: 'a', after: [] })).toBe('begin');
  });

  // revision, digest, after, insteadOf, of a draft, of what was sent
  it.each<[number, string, string[], string | undefined, Saving, Saving]>([
    [3, 'c', [], undefined, 'same', 'same'],
    [2, 'c', [], undefined, 'same', 'same'],
    [4, 'c', [], undefined, 'goOn', 'same'],
    [2, 'b', [], undefined, 'older', 'older'],
    [2, 'b', ['c'], undefined, 'older', 'older'],
    [3, 'd', [], undefined, 'twoVersions', 'closed'],
    [3, 'd', ['c'], undefined, 'twoVersions', 'closed'],
    [4, 'd', ['c'], undefined, 'goOn', 'closed'],
    [9, 'd', ['a', 'c'], undefined, 'goOn', 'closed'],
    [4, 'd', [], undefined, 'twoVersions', 'closed'],
    [9, 'd', ['a', 'b'], undefined, 'twoVersions', 'closed'],
    [4, 'd', [], 'c', 'replace', 'closed'],
    [4, 'd', [], 'b', 'twoVersions', 'closed'],
    [3, 'd', [], 'c', 'twoVersions', 'closed'],
    [2, 'd', [], 'c', 'older', 'older'],
  ])(
    'revision %i, %s after %j, instead of %s',
    (revision, digest, after, insteadOf, draft, sent) => {
      const arriving = { revision, digest, after, insteadOf };
      expect(savingOf(kept, arriving)).toBe(draft);
      expect(savingOf({ ...kept, isDraft: false }, arriving)).toBe(sent);
    },
  );
});

describe('of several sheets of a visit', () => {
  const sheet = (id: string, person: string, more: Partial<SheetOfVisit> = {}): SheetOfVisit => ({
    id,
    person,
    isDraft: true,
    isSpare: false,
    ...more,
  });

  it('the first of the team counts, and of each person where each writes one', () => {
    const sheets = [sheet('1', 'zhou'), sheet('2', 'zheng'), sheet('3', 'zhou')];
    expect([...sparesOf(sheets, 'team')]).toEqual(['2', '3']);
    expect([...sparesOf(sheets, 'each')]).toEqual(['3']);
  });

  it('the first that is sent counts before one that was only begun', () => {
    const sheets = [sheet('1', 'zhou'), sheet('2', 'zheng', { isSpare: true })];
    expect([...sparesOf(sheets, 'team', '2')]).toEqual(['1']);
  });

  it('one that was sent goes on counting, whatever is sent after it', () => {
    const sheets = [
      sheet('1', 'zhou', { isSpare: true }),
      sheet('2', 'zheng', { isDraft: false }),
      sheet('3', 'zhou', { isSpare: true }),
    ];
    expect([...sparesOf(sheets, 'team', '3')]).toEqual(['1', '3']);
  });

  it('there is nothing spare where there is nothing', () => {
    expect(sparesOf([], 'team').size).toBe(0);
  });
});
