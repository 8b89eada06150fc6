import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../src/words/catalogue.ts';

const source = join(import.meta.dirname, '..', 'src');
const modules = import.meta.glob<Record<string, unknown>>('../src/words/*.ts', { eager: true });

interface Room {
  file: string;
  name: string;
  words: Catalogue<Record<string, unknown>>;
}
const rooms: Room[] = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isCatalogue(value) ? [{ file, name, words: value }] : [],
  ),
);
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }));

/** Chinese words that an English sentence may hold: the button that turns the page into Chinese. */
const names = new Set(['中文']);

describe.each(rooms)('$name', ({ file, name, words }) => {
  const users = sources.filter(
    ({ path, text }) => !path.startsWith('words') && text.includes(name),
  );

  it('has the same keys in both languages', () => {
    expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.zh).sort());
  });

  it('says nothing in Chinese in English, but names', () => {
    const chinese = Object.entries(words.en)
      .flatMap(([key, phrase]) => spoken(phrase).map((text) => ({ key, text })))
      .filter(
        ({ text }) => /[\p{Script=Han}，。；：？！、（）《》]/u.test(text) && !names.has(text),
      );
    expect(chinese).toEqual([]);
  });

  it('says something for every key', () => {
    const silent = Object.entries({ ...words.zh, ...words.en }).filter(([, phrase]) =>
      spoken(phrase).every((text) => text.trim() === ''),
    );
    expect(silent).toEqual([]);
  });

  it('has no key that nobody uses', () => {
    const unused = Object.keys(words.zh).filter(
      (key) => !users.some(({ text }) => new RegExp(`(?:\\.|['"\`])${key}\\b`).test(text)),
    );
    expect(unused, `in ${file}`).toEqual([]);
  });
});

it('there are words to look at', () => {
  expect(rooms.length).toBeGreaterThanOrEqual(3);
});

it('no Chinese stands outside of the catalogue', () => {
  // The gallery is not shipped; dates are built from single characters in both languages.
  const exempt = /^(?:words\/|gallery\/|format\/dates\.ts)/;
  const found = sources
    .filter(({ path }) => !exempt.test(path))
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => /\p{Script=Han}/u.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

it('a period is 封存, as the glossary has it; 锁定 is said of accounts alone', () => {
  const locked = rooms
    .filter(({ file }) => !/\/(?:accounts|auth)\.ts$/.test(file))
    .flatMap(({ words }) => Object.values(words.zh).flatMap(spoken))
    .filter((text) => text.includes('锁定'));
  expect(locked).toEqual([]);
});

/** What a phrase says: itself, or what it says of a few values. */
function spoken(phrase: unknown): string[] {
  if (typeof phrase === 'string') return [phrase];
  if (typeof phrase !== 'function') return [];
  const texts = [0, 1, 2, 'x', ['x']].flatMap((value) => {
    try {
      return [String(phrase(...Array.from({ length: phrase.length }, () => value)))];
    } catch {
      return []; // A phrase over a list takes no number.
    }
  });
  return texts.length > 0 ? texts : [''];
}

function isCatalogue(value: unknown): value is Catalogue<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/([^:])\/\/ .*$/gm, '$1');
}
