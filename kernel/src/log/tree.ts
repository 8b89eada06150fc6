/**
 * The tree of hashes over a log that only grows. Whoever keeps a root of it can be shown, with a
 * few hashes, that a leaf is in the log and that a later log still begins with all that was there.
 *
 * @source RFC 6962 §2.1; RFC 9162 §2.1
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/** A SHA-256 hash as 64 hexadecimal digits in lower case: one text for one hash. */
export type HashHex = string;

/** The root of a log without leaves: the hash of nothing. */
export const emptyRoot: HashHex = bytesToHex(sha256(new Uint8Array()));

// Different first bytes keep a node from being passed off as a leaf.
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/**
 * The hash of a leaf: SHA-256 of a zero byte and the bytes.
 * @source RFC 6962 §2.1
 */
export function leafHash(bytes: Uint8Array): HashHex {
  return bytesToHex(sha256(concatBytes(leafMark, bytes)));
}

/**
 * The root over leaf hashes in the order of the log. Refuses with a RangeError what is no hash.
 * @source RFC 6962 §2.1
 */
export function rootOfLeaves(leaves: readonly HashHex[]): HashHex {
  return leaves.length === 0 ? emptyRoot : bytesToHex(rootBetween(leaves, 0, leaves.length));
}

/**
 * The hashes that lead from the leaf at `index` (from 0) to the root of all `leaves`, nearest
 * first. Refuses with a RangeError an index that the log does not have.
 * @source RFC 6962 §2.1.1
 */
export function inclusionProof(leaves: readonly HashHex[], index: number): HashHex[] {
  if (!isSize(index) || index >= leaves.length) {
    throw new RangeError(`no leaf ${index} in a log of ${leaves.length}`);
  }
  const path = (from: number, to: number): HashHex[] => {
    if (to - from === 1) return [];
    const middle = from + leftSize(to - from);
    return index < middle
      ? [...path(from, middle), bytesToHex(rootBetween(leaves, middle, to))]
      : [...path(middle, to), bytesToHex(rootBetween(leaves, from, middle))];
  };
  return path(0, leaves.length);
}

/**
 * The hashes that show that the log of `leaves` begins with its own first `oldSize` leaves. Refuses
 * with a RangeError an old size beyond the log.
 * @source RFC 6962 §2.1.2
 */
export function consistencyProof(leaves: readonly HashHex[], oldSize: number): HashHex[] {
  if (!isSize(oldSize) || oldSize > leaves.length) {
    throw new RangeError(`a log of ${leaves.length} was never one of ${oldSize}`);
  }
  if (oldSize === 0) return [];
  /** `known`: this subtree is the old log itself, whose root the reader has. */
  const proof = (from: number, to: number, known: boolean): HashHex[] => {
    if (to === oldSize) return known ? [] : [bytesToHex(rootBetween(leaves, from, to))];
    const middle = from + leftSize(to - from);
    return oldSize <= middle
      ? [...proof(from, middle, known), bytesToHex(rootBetween(leaves, middle, to))]
      : [...proof(middle, to, false), bytesToHex(rootBetween(leaves, from, middle))];
  };
  return proof(0, leaves.length, true);
}

/** The hash of a node over its two subtrees: SHA-256 of a one byte, the left and the right hash. */
export function nodeHash(left: HashHex, right: HashHex): HashHex {
  return bytesToHex(nodeBytes(bytesOf(left), bytesOf(right)));
}

/** True for the one text of a hash. */
export function isHash(text: unknown): text is HashHex {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}

/** True for a number that may count leaves. */
export function isSize(size: unknown): size is number {
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
}

function rootBetween(leaves: readonly HashHex[], from: number, to: number): Uint8Array {
  if (to - from === 1) return bytesOf(leaves[from] ?? '');
  const middle = from + leftSize(to - from);
  return nodeBytes(rootBetween(leaves, from, middle), rootBetween(leaves, middle, to));
}

/** The largest power of two below `size`: how many leaves stand under the left subtree. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function nodeBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(nodeMark, left, right));
}

function bytesOf(hash: HashHex): Uint8Array {
  if (!isHash(hash)) throw new RangeError(`not a SHA-256 hash in hexadecimal: ${hash}`);
  return hexToBytes(hash);
}
