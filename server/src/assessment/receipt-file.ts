/** `receipt.json`: what a package was made from, a hash of each of its files, and its short code. */

import { createHash } from 'node:crypto';
import { hashOf, type IsoDate, isIsoDate, isPeriodId } from '@oneneedle/kernel';
import { z } from 'zod';
import type { Folder } from './folder.ts';
import type { NoticeDetails } from './package.ts';
import type { Worked } from './result-file.ts';
import { sealStateOf } from './seal-state.ts';

/** Counted up when a key goes or changes its meaning, as for `result.json`. */
const receiptFormat = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z
  .string()
  .refine(isIsoDate)
  .transform((text) => text as IsoDate);

const noticeShape = z.object({
  issuer: z.string().optional(),
  documentNo: z.string().optional(),
  on: day.optional(),
  addressee: z.string().optional(),
  copyTo: z.string().optional(),
  printedBy: z.object({ name: z.string(), on: day }).optional(),
});

/**
 * What `receipt.json` holds. It has no time of making: the same input gives the same bytes. `files`
 * is the SHA-256 of every other file of the package, by path, in order of path.
 */
const receiptShape = z.object({
  format: z.literal(receiptFormat),
  /** The code that the notice and the sheets print. */
  code: z.string(),
  line: z.string(),
  schemeName: z.string(),
  version: z.string(),
  period: z.string().refine(isPeriodId),
  asOf: day,
  /** Rows of the facts were left out because something in them is wrong. */
  goodRows: z.boolean(),
  /** What people said of the notice: who issues it, its number and day. */
  notice: noticeShape,
  sealed: z
    .object({
      edition: z.int(),
      decisionNo: z.string().optional(),
      agrees: z.boolean(),
    })
    .nullable(),
  /** What the code is made from, beside the hashes of `result`. */
  kindsSha256: hash,
  sealsSha256: hash,
  result: z.looseObject({ kernelVersion: z.string() }),
  files: z.record(z.string(), hash),
});

export type PackageReceipt = z.output<typeof receiptShape>;

/** The receipt in a text from outside; undefined for anything else. */
export function readReceipt(text: string): PackageReceipt | undefined {
  try {
    return receiptShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The code of a package, and the hashes that only the package adds to the kernel's receipt. */
export function receiptCode({ book, kinds }: Folder, { proof }: Pick<Worked, 'proof'>) {
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
  const value = {
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
