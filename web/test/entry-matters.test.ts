import { expect, it } from 'vitest';
import { mattersOf } from '../src/ledger/entry-matters.ts';
import type { Entry } from '../src/ledger/replies.ts';

const entry = (id: string, more: Partial<Entry> = {}) => ({ id, ...more }) as Entry;

it('the two entries of a correction are one matter, opened by the one that takes back', () => {
  const back = entry('back', { bundle: 'b', reverses: 'D-7' });
  const right = entry('right', { bundle: 'b' });
  const alone = entry('alone', { bundle: 'c', reverses: 'D-8' });
  const plain = entry('plain');
  const matters = mattersOf([right, plain, back, alone]);
  expect(matters.map(({ lead }) => lead.id)).toEqual(['back', 'plain', 'alone']);
  expect(matters.map((matter) => matter.right?.id)).toEqual(['right', undefined, undefined]);
  expect(matters[0]?.entries).toHaveLength(2);
});
