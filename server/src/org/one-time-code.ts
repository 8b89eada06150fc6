/**
 * Codes of the second step: the figures that a telephone shows for half a minute (RFC 6238), and the
 * codes on paper for the day it is lost. Pure but for the random bytes.
 */

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const figures = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret of 160 bits, as RFC 4226 asks, in the letters of RFC 4648 that telephones take. */
export function newSecret(): string {
  return lettersOf(randomBytes(20));
}

/** The code that a telephone shows in a half minute. */
export function codeIn(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const tag = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (tag.at(-1) ?? 0) & 15;
  const number = tag.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** figures).padStart(figures, '0');
}

/** The half minute of an instant, counted from 1970. */
export function stepAt(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000 / stepSeconds);
}

/**
 * The half minute whose code was given: now, or one before or after it, for clocks go wrong; never
 * one whose code was taken already.
 */
export function stepOfCode(
  secret: string,
  code: string,
  { now, after }: { readonly now: string; readonly after: number },
): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, '').padEnd(figures).slice(0, 16));
  return [0, -1, 1]
    .map((drift) => stepAt(now) + drift)
    .find((step) => {
      const expected = Buffer.from(codeIn(secret, step));
      return step > after && given.length === figures && timingSafeEqual(given, expected);
    });
}

/** What the camera of a telephone reads. */
export function secretAddress(secret: string, userName: string): string {
  const issuer = '一根针';
  const label = encodeURIComponent(`${issuer}:${userName}`);
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer })}`;
}

/** The secret in groups of four, for whoever types it in. */
export function secretText(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/g, '$& ');
}

/** Ten codes to print: `7KQM-X2PD`, of 40 bits each, for tries are counted. */
export function newBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => lettersOf(randomBytes(5)).replace(/^.{4}/, '$&-'));
}

/** What is kept of a backup code, however it is typed. */
export function backupDigest(accountId: string, code: string): string {
  // Figures that no code has are read as the letters they look like.
  const looksLike = code
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B');
  const plain = looksLike.replaceAll(/[^A-Z2-7]/g, '');
  return createHash('sha256').update(`${accountId} ${plain}`).digest('hex');
}

function lettersOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(text: string): Buffer {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  const groups = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(groups.map((group) => Number.parseInt(group, 2)));
}
