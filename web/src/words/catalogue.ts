/** One catalogue for every word people read: a file a room in this folder, Chinese beside English. */

import { type Language, usePreferences } from '../shell/preferences.ts';

/** A phrase, or a phrase that needs values. */
type Phrase = string | ((...values: never[]) => string);

/** The same keys with the same values to fill in, in another language. */
export type Like<Z> = {
  readonly [K in keyof Z]: Z[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : string;
};

/** The words of one room in both languages. */
export interface Catalogue<Z> {
  readonly zh: Z;
  readonly en: Like<Z>;
}

/** Binds both languages together; a key or a value that only one has does not compile. */
export function catalogue<Z extends Record<string, Phrase>>(zh: Z, en: Like<Z>): Catalogue<Z> {
  return { zh, en };
}

/** The words of a room in the language of this browser: `const w = useWords(ledgerWords)`. */
export function useWords<Z>(words: Catalogue<Z>): Like<Z> {
  return wordsIn(words, usePreferences().language);
}

/** The words of a room in a given language, for code outside of components. */
export function wordsIn<Z>(words: Catalogue<Z>, language: Language): Like<Z> {
  // Chinese is the language the type is made from, so its phrases fit by construction.
  return language === 'zh' ? (words.zh as unknown as Like<Z>) : words.en;
}

/** "1 row", "12 rows": English has a plural, Chinese does not. */
export function counted(n: number, one: string, many: string): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** "5,000": a count with its thousands apart, the same in both languages. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
