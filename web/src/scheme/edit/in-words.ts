/** Sentences of the check as the form says them: keys and places of the language by their words. Pure. */

import type { FormField, OutlineRow } from '@oneneedle/kernel';
import type { schemeSayingWords } from '../../words/scheme-edit.ts';
import type { FormWords } from './form-words.ts';
import { isWithin } from './outline.ts';

/** What sentences are put into words with. */
export interface Naming {
  /** Keys and options by their words. */
  readonly named: ReadonlyMap<string, string>;
  readonly rows: readonly OutlineRow[];
  /** How they are put together. */
  readonly says: (typeof schemeSayingWords)['en'];
}

/** `tree[0].clauses[3].rule`, `separate: true`, `notEligible`. */
const place = / ?(?<![\w.-])([a-z]\w*(?:\[\d+\](?:\.[a-zA-Z]\w*)*)+) ?/g;
const pair = / ?(?<![\w.-])([A-Za-z][A-Za-z0-9]*): ([A-Za-z][A-Za-z0-9]*)(?![\w.-]) ?/g;
const single = / ?(?<![\w.-])([A-Za-z][A-Za-z0-9]*)(?![\w.:-]) ?/g;

/**
 * The check speaks to whoever writes the text, in its keys; on a form nobody knows `notEligible`. What
 * stands in quotation marks was written by people and stays.
 */
export function inWords(sentence: string, naming: Naming): string {
  const { named, says } = naming;
  const asKey = (found: string, key: string) => {
    const word = named.get(key);
    return word === undefined ? found : says.quoted(word);
  };
  const asPair = (found: string, key: string, value: string) => {
    const [word, of] = [named.get(key), named.get(value)];
    return word === undefined || of === undefined ? found : says.pair(word, of);
  };
  return sentence
    .split(/(“[^”]*”)/)
    .map((piece) =>
      piece.startsWith('“')
        ? piece
        : piece
            .replace(place, (_, path: string) => placeInWords(path, naming))
            .replace(pair, asPair)
            .replace(single, asKey),
    )
    .join('');
}

/** A row by its number, anything else by what it is called and where it stands. */
function placeInWords(path: string, { named, rows, says }: Naming): string {
  const row = rows.filter((one) => isWithin(path, one.path)).at(-1);
  const steps = path.slice(row?.path.length ?? 0).match(/[^.[\]]+/g) ?? [];
  const words = steps.map((step) =>
    /^\d+$/.test(step) ? says.ordinal(Number(step) + 1) : says.quoted(named.get(step) ?? step),
  );
  return [...(row ? [says.row(row.code ?? '')] : []), ...words].reduce(says.of);
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
