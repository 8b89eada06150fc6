/** Names of facts and indicators, from the words of the document. */

import { isConsequence } from './unread.ts';

/**
 * The name of the fact that words describe, at most 20 characters. `before` are words of the same
 * sentence that stood before, for words that say nothing alone.
 */
export function factName(words: string, before: string): string {
  const phrases = words
    .split('，')
    .map(named)
    .filter((phrase) => phrase !== '');
  const last = phrases.findLastIndex((phrase) => !/^(?:包括|含|如)/u.test(phrase));
  const own = phrases[last] ?? '';
  const lead = own.length < 6 ? (phrases[last - 1] ?? '') : '';
  const context = lead !== '' || !saysLittle(own) ? lead : named(before.split('，').at(-1) ?? '');
  if (context === '') return shortName(own, 20);
  const end = shortName(own, 12);
  return `${shortName(context, 19 - end.length)}：${end}`;
}

/** A consequence or a bare 未完成 needs to be told of what. */
function saysLittle(words: string): boolean {
  return isConsequence(words) || words.length <= 4 || /^(?:发生|出现)?有关|^其他/u.test(words);
}

function named(phrase: string): string {
  return trimmed(phrase.replace(/^(?:或者?|并且?|且|以及)/u, ''));
}

/** At most so many characters: a list keeps its first member, else the end is cut at a mark. */
export function shortName(words: string, longest: number): string {
  const plain = trimmed(words.replace(/（[^（）]*）|\([^()]*\)/gu, ''));
  if (plain.length <= longest) return plain;
  const listed = /^([^、]{2,})(?:、[^等]{1,60})等(.{2,})$/u.exec(plain);
  const first = listed ? `${listed[1]}等${listed[2]}` : plain;
  if (first.length <= longest) return first;
  const cut = withoutOpen(first.slice(0, longest));
  const mark = Math.max(...['、', '，', '或', '及', '和'].map((sign) => cut.lastIndexOf(sign)));
  return mark >= longest / 2 ? trimmed(cut.slice(0, mark)) : `${cut.slice(0, longest - 1)}…`;
}

/** A bracket or quotation that was opened and cut off is left out. */
function withoutOpen(words: string): string {
  return words.replace(/[（(《“「【][^）)》”」】]*$/u, '') || words;
}

function trimmed(words: string): string {
  return words.replace(/^(?:对于|凡是?)?[、：]*/u, '').replace(/(?:的|等|、|：|，)+$/u, '');
}
