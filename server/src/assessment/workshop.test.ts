import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '@oneneedle/kernel';
import { afterAll, expect, it } from 'vitest';
import { readFolder } from './folder.ts';
import type { TownInput } from './town-folder.ts';
import { openWorkshop } from './workshop.ts';

const path = join(import.meta.dirname, '../../../schemes/village-daily');
const workshop = openWorkshop();
const asked = { period: '2026-Q1', today: isoDate('2026-03-31') } as const;

afterAll(() => workshop.close());

/** The books of an example, which count how often they are read. */
async function countedBooks(key: string) {
  const { book, kinds = [] } = await readFolder(path);
  const source = readFileSync(join(path, 'scheme.yaml'), 'utf8');
  const books = {
    key,
    reads: 0,
    read: async (): Promise<TownInput> => {
      books.reads += 1;
      return { key, source, kinds, ...book, years: {} };
    },
  };
  return books;
}

it('works a list out once while its books stay as they are', async () => {
  const books = await countedBooks('first');
  const first = await workshop.work(books, 'standings', asked);
  expect(first.rows.length).toBe(15);
  expect(await workshop.work(books, 'standings', asked)).toEqual(first);
  expect(books.reads).toBe(1);

  await workshop.work(books, 'standings', { ...asked, today: isoDate('2026-03-30') });
  expect(books.reads).toBe(2);
  const changed = await countedBooks('second');
  await workshop.work(changed, 'standings', asked);
  expect(changed.reads).toBe(1);
});

it('keeps no failure', async () => {
  const books = await countedBooks('third');
  const lost = { key: books.key, read: () => Promise.reject(new Error('connection lost')) };
  await expect(workshop.work(lost, 'standings', asked)).rejects.toThrow('connection lost');
  expect((await workshop.work(books, 'standings', asked)).rows.length).toBe(15);
});
