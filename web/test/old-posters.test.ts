/** Posters of an edition that was replaced: told until somebody wrote down that they came down. */

import { expect, test } from 'vitest';
import { oldPosters } from '../src/publication/old-posters.ts';

const first = { id: 'a', edition: 1, place: '镇政府门口公示栏' };
const second = { id: 'b', edition: 2, place: '东溪村村务公开栏' };

test('what hangs of an older edition is to come down, with the edition that takes its place', () => {
  const editions = [{ edition: 2 }, { edition: 1 }];
  expect(oldPosters({ editions, displays: [second, first] })).toEqual([{ ...first, latest: 2 }]);
  const down = { ...first, takenDownOn: '2026-10-20' };
  expect(oldPosters({ editions, displays: [second, down] })).toEqual([]);
});

test('nothing is old where no edition was replaced', () => {
  expect(oldPosters({ editions: [{ edition: 1 }], displays: [first] })).toEqual([]);
});
