/** Which passwords are too easy to guess, and first passwords that a program makes. */

import { randomInt } from 'node:crypto';

const lengthMin = 10;
/** Characters that must remain when everything guessable is taken out. */
const ownMin = 6;

/** Parts of the commonest passwords; a password of nothing but these and figures in a row is one. */
const commonest = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'admin',
  'root',
  'guest',
  'login',
  'letmein',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  'qazwsx',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  '1q2w3e4r5t',
  '1q2w3e4r',
  'abcdef',
  'iloveyou',
  'woaini',
  '5201314',
  '1314520',
  'test',
  'oneneedle',
  '一根针',
  '密码',
  '口令',
  '管理员',
];

/**
 * Whether a password is too easy to guess. `ownWords` are the user name, name, telephone and town of
 * whoever it is for: what colleagues try first.
 */
export function isWeakPassword(password: string, ownWords: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < lengthMin) return true;
  if (/^[\d\s.\-x]+$/.test(plain)) return true; // a telephone, a birthday, an identity-card number
  const words = [...ownWords.map((word) => word.normalize('NFKC').toLowerCase()), ...commonest]
    .filter((word) => [...word].length >= 2)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain);
  const own = withoutRows(rest.replace(/[\s\p{P}\p{S}]/gu, ''));
  return [...own].length < ownMin || new Set(own).size < 4;
}

/** Takes out what goes up, down or stays by one from character to character: `1234`, `cba`, `aaaa`. */
function withoutRows(text: string): string {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const isInRow = points.map((_, at) =>
    [at - 2, at - 1, at].some((first) => isRow(points.slice(Math.max(first, 0), first + 3))),
  );
  return [...text].filter((_, at) => !isInRow[at]).join('');
}

function isRow(points: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = points;
  const step = second - first;
  return points.length === 3 && third - second === step && Math.abs(step) <= 1;
}

/** No letters and figures that look alike on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A key of three times four characters, about 59 bits: `k7mq-2wtd-9xhp`. */
export function newOneTimeKey(): string {
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}
