/** How the answer to an open question is read off a scheme: stated in one place, in many, or nowhere. */

import type { Convention } from './conventions.ts';

/** The answer in force, whether the scheme states it, and where it does or may. */
export interface Answer {
  readonly text: string;
  readonly stated: boolean;
  readonly path: string;
}

/** One place of the scheme where the question comes up, with what it says there. */
export interface Place<Key extends string> {
  readonly value: Key | undefined;
  readonly path: string;
}

/** A question with its number and answer. */
export function open(no: number, question: string, { text, stated, path }: Answer): Convention {
  return { no, question, answer: text, stated, path };
}

/** The answer of one key, or its default. */
export function answerOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  { value, path }: Place<Key>,
  byDefault: Key,
): Answer {
  return { text: words[value ?? byDefault], stated: value !== undefined, path };
}

/**
 * One answer for a question that comes up in many places and may be stated for all of them in
 * `common`. Undefined where it does not come up.
 */
export function answerOver<Key extends string>(
  words: Readonly<Record<Key, string>> | ((key: Key) => string),
  places: readonly Place<Key>[],
  { byDefault, common }: { readonly byDefault: string; readonly common?: Place<Key> },
): Answer | undefined {
  const first = places[0];
  if (!first) return undefined;
  const word = (key: Key) => (typeof words === 'function' ? words(key) : words[key]);
  const silent = places.find(({ value }) => value === undefined);
  const spoken = places.flatMap(({ value }) => (value === undefined ? [] : [word(value)]));
  if (silent && common?.value === undefined) {
    const others = spoken.some((text) => text !== byDefault) ? '（已写明的各条除外）' : '';
    return { text: `${byDefault}${others}`, stated: false, path: silent.path };
  }
  const shared = silent && common?.value !== undefined ? [word(common.value)] : [];
  const texts = [...new Set([...spoken, ...shared])];
  const text = texts.length > 1 ? `逐条写明：${texts.join('；')}` : (texts[0] ?? '');
  return { text, stated: true, path: silent && common ? common.path : first.path };
}

/** The question as a list: empty where it does not come up. */
export function maybe(no: number, question: string, answer: Answer | undefined): Convention[] {
  return answer ? [open(no, question, answer)] : [];
}
