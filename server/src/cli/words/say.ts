/** The words of the command line in two languages, looked up by one typed key. */

import { en } from './en.ts';
import { zh } from './zh.ts';

/** 中文 is what the program speaks; English covers its own words, never those of the material. */
export type Language = 'zh' | 'en';

/** Tells whether a person asked for a language that is there. */
export function isLanguage(text: string): text is Language {
  return text === 'zh' || text === 'en';
}

/** Names of the places in `{braces}` that a sentence leaves open. */
type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

type Zh = typeof zh;

/** The name of a sentence in the catalogue. */
export type WordKey = keyof Zh;

/** The name of a sentence without blanks. */
export type PlainKey = { [Key in WordKey]: Blanks<Zh[Key]> extends never ? Key : never }[WordKey];

type Values<Key extends WordKey> = [Blanks<Zh[Key]>] extends [never]
  ? []
  : [Readonly<Record<Blanks<Zh[Key]>, string | number>>];

/** A sentence of the catalogue with its blanks filled in; every blank must be given. */
export type Say = <Key extends WordKey>(key: Key, ...values: Values<Key>) => string;

/** Both languages, for tests and for what reads one in order to say the other. */
export const catalogue: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { zh, en };

/** How one language is spoken. */
export function sayIn(language: Language): Say {
  return (key, ...values) => filled(catalogue[language][key], values[0] ?? {});
}

/** A sentence with values in the places of its blanks; a value is never looked at again. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => `${values[name] ?? blank}`);
}
