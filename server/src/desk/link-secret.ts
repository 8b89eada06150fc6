/** The two secrets of a plain link: what is typed from a sheet of paper, and what is kept of it. */

import { createHash, randomInt } from 'node:crypto';

/** No letter that looks like a figure or another letter on paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
/** Twenty letters of 31: 99 bits, in groups that a finger can follow. */
const length = 20;

/** `k7mp-2wqd-…`: the address of a link cannot be guessed. */
export function newLinkToken(): string {
  const all = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
  return all.replace(/(.{4})(?=.)/g, '$1-');
}

/** Six figures; good for five tries only, so that they need not be more. */
export function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What is kept of a token: it is long and random, so one turn of the hash is enough. */
export function linkDigest(token: string): string {
  return createHash('sha256').update(plainToken(token)).digest('hex');
}

/** A token however it was typed: capitals, groups, the wide letters of an input method. */
function plainToken(token: string): string {
  return token.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
}

/** A number however it was typed. */
export function plainPin(pin: string): string {
  return pin.normalize('NFKC').replaceAll(/[\s-]/g, '');
}
