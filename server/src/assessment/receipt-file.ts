/** `receipt.json`: what a package was made from, a hash of each of its files, and its short code. */

import { createHash } from 'node:crypto';
import { hashOf, type Receipt } from '@oneneedle/kernel';
import type { Folder } from './folder.ts';
import type { NoticeDetails } from './package.ts';
import type { Worked } from './result-file.ts';
import { type SealState, sealStateOf } from './seal-state.ts';

/** Counted up when a key goes or changes its meaning, as for `result.json`. */
const receiptFormat = 1;

/** What `receipt.json` holds. It has no time of making: the same input gives the same bytes. */
export interface PackageReceipt {
  readonly format: typeof receiptFormat;
  /** The code that the notice and the sheets print. */
  readonly code: string;
  readonly line: string;
  readonly schemeName: string;
  readonly version: string;
  readonly period: string;
  readonly asOf: string;
  /** Rows of the facts were left out because something in them is wrong. */
  readonly goodRows: boolean;
  /** What people said of the notice: who issues it, its number and day. */
  readonly notice: NoticeDetails;
  readonly sealed: SealState['edition'];
  /** What the code is made from, beside the hashes of `result`. */
  readonly kindsSha256: string;
  readonly sealsSha256: string;
  readonly result: Receipt;
  /** SHA-256 of every other file of the package, by path, in order of path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The code of a package, and the hashes that only the package adds to the kernel's receipt. */
export function receiptCode({ book, kinds }: Folder, { proof }: Worked) {
  const kindsSha256 = hashOf(kinds ?? []);
  const sealsSha256 = hashOf(book.seals);
  const { kernelVersion: _, ...hashes } = proof;
  return {
    code: codeOf(hashOf({ ...hashes, kindsSha256, sealsSha256 })),
    kindsSha256,
    sealsSha256,
  };
}

/** The text of `receipt.json` for the other files of a package. */
export function receiptText(
  folder: Folder,
  made: { worked: Worked; files: ReadonlyMap<string, Uint8Array>; notice: NoticeDetails },
): string {
  const { worked, files, notice } = made;
  const { line, schemeName, version, period, asOf } = worked.result;
  const { code, kindsSha256, sealsSha256 } = receiptCode(folder, worked);
  const paths = [...files.keys()].sort();
  const value: PackageReceipt = {
    format: receiptFormat,
    code,
    line,
    schemeName,
    version,
    period,
    asOf,
    goodRows: folder.leftOut.length > 0,
    notice,
    sealed: sealStateOf(folder.book, worked.result).edition,
    kindsSha256,
    sealsSha256,
    result: worked.proof,
    files: Object.fromEntries(
      paths.map((path) => [path, sha256(files.get(path) ?? new Uint8Array())]),
    ),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Digits and letters that are not mistaken for each other when read aloud or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/**
 * A hundred bits of a hash in five groups of four: enough that nobody finds a second package with
 * the same code, short enough to be read from a notice board.
 */
function codeOf(hash: string): string {
  const bits = BigInt(`0x${hash}`) >> BigInt(256 - 5 * codeLength);
  const letters = Array.from({ length: codeLength }, (_, index) => {
    const at = Number((bits >> BigInt(5 * (codeLength - 1 - index))) & 31n);
    return alphabet[at] ?? '';
  });
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * A code as somebody copied it, in the form that is printed: full width, small letters, spaces and
 * any hyphens are let pass, O is read as 0, I and L as 1. Undefined for what cannot be a code.
 */
export function readCode(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212·.]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = plain.length === codeLength && [...plain].every((one) => alphabet.includes(one));
  return isCode ? plain.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}
