/**
 * Checking a proof with nothing but the proof and a root that one already trusts, such as the one
 * printed on a circular. Whatever is handed over, the answer is yes or no and never a throw.
 */

import { emptyRoot, type HashHex, isHash, isSize, nodeHash } from './tree.ts';

/**
 * True if the leaf stands at `index` (from 0) of the log of `size` leaves with that root.
 * @source RFC 9162 §2.1.3.2
 */
export function verifyInclusion({
  leaf,
  index,
  size,
  root,
  proof,
}: {
  readonly leaf: HashHex;
  readonly index: number;
  readonly size: number;
  readonly root: HashHex;
  readonly proof: readonly HashHex[];
}): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!areHashes([leaf, root]) || !areHashes(proof)) return false;
  let [at, last] = [index, size - 1];
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(other, hash);
      [at, last] = upToRightChild(at, last);
    } else {
      hash = nodeHash(hash, other);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash === root;
}

/**
 * True if the log of `size` leaves with `root` begins with the log of `oldSize` leaves with
 * `oldRoot`, unchanged. Every log begins with the empty one.
 * @source RFC 9162 §2.1.4.2
 */
export function verifyConsistency({
  oldSize,
  oldRoot,
  size,
  root,
  proof,
}: {
  readonly oldSize: number;
  readonly oldRoot: HashHex;
  readonly size: number;
  readonly root: HashHex;
  readonly proof: readonly HashHex[];
}): boolean {
  if (!isSize(oldSize) || !isSize(size) || oldSize > size) return false;
  if (!areHashes([oldRoot, root]) || !areHashes(proof)) return false;
  if (size === 0 && root !== emptyRoot) return false;
  if (oldSize === 0) return proof.length === 0 && oldRoot === emptyRoot;
  if (oldSize === size) return proof.length === 0 && oldRoot === root;
  if (proof.length === 0) return false;
  // An old log that is one full subtree is its own first hash, and is left out of the proof.
  const [first, ...others] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  let [at, last] = [oldSize - 1, size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [oldHash, hash] = [first ?? '', first ?? ''];
  for (const other of others) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [oldHash, hash] = [nodeHash(other, oldHash), nodeHash(other, hash)];
      [at, last] = upToRightChild(at, last);
    } else {
      hash = nodeHash(hash, other);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash === oldRoot && hash === root;
}

/** Climbs past levels on which a subtree at the right edge has no sibling. */
function upToRightChild(at: number, last: number): [number, number] {
  let [node, end] = [at, last];
  while (!isOdd(node) && node !== 0) [node, end] = [half(node), half(end)];
  return [node, end];
}

function areHashes(list: readonly unknown[]): boolean {
  return Array.isArray(list) && list.every(isHash);
}

function isOdd(n: number): boolean {
  return n % 2 === 1;
}

/** Half, rounded down; unlike `>>` right beyond 32 bits. */
function half(n: number): number {
  return (n - (n % 2)) / 2;
}

function isPowerOfTwo(n: number): boolean {
  let rest = n;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
