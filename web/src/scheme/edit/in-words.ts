/** Sentences of the check as the form says them: a key of the language by its word. Pure. */

import type { FormField } from '@oneneedle/kernel';
import type { FormWords } from './form-words.ts';

/**
 * The check speaks to whoever writes the text, in its keys; on a form nobody knows `notEligible`. What
 * stands in quotation marks was written by people and stays.
 */
export function inWords(sentence: string, named: ReadonlyMap<string, string>): string {
  return sentence
    .split(/(“[^”]*”)/)
    .map((piece) =>
      piece.startsWith('“')
        ? piece
        : piece.replace(
            / ?(?<![\w.-])([A-Za-z][A-Za-z0-9]*)(?![\w.-]) ?/g,
            (found, key: string) => {
              const word = named.get(key);
              return word === undefined ? found : `“${word}”`;
            },
          ),
    )
    .join('');
}

/** Every key with its word; where places call it differently, what it is called in most of them. */
export function wordsByKey(
  fields: readonly FormField[],
  words: FormWords,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = (key: string, word: string) => {
    if (word === key) return;
    const of = counts.get(key) ?? new Map<string, number>();
    counts.set(key, of.set(word, (of.get(word) ?? 0) + 1));
  };
  for (const { key, place } of fields) count(key, words.field(place));
  for (const { place, shape } of fields) {
    const options = shape.kind === 'choice' ? shape.options : [];
    for (const option of options) {
      if (!counts.has(option) && !/^\d/.test(option)) count(option, words.option(place, option));
    }
  }
  const most = (of: ReadonlyMap<string, number>) => [...of].sort(([, a], [, b]) => b - a)[0]?.[0];
  return new Map([...counts].map(([key, of]) => [key, most(of) ?? key]));
}
