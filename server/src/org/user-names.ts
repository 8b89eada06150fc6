/** What people sign in with: which names may be chosen, and one that is made from a person's name. */

import { pinyin } from 'pinyin-pro';

/**
 * A letter first, then letters, digits, dots and hyphens, 2 to 40 in all. Never the form of an
 * identity-card or telephone number, nor a letter put before one: no seven digits in all that stand
 * in a row or apart by dots and hyphens.
 */
export function isUserName(name: string): boolean {
  return /^[a-z][a-z0-9.-]{1,39}$/i.test(name) && !/\d{7}/.test(name.replace(/[.-]/g, ''));
}

/** The spelling of a name without tones, `wumin`; '' where there is nothing to spell. */
export function spelling(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** A user name that is not in `taken` yet, from a person's name; `taken` is in small letters. */
export function freeUserName(personName: string, taken: ReadonlySet<string>): string {
  const spelled = spelling(personName).slice(0, 30);
  const base = spelled.length >= 2 ? spelled : 'account';
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base}${n}`)) return `${base}${n}`;
}
