/** The right edge of a log's tree: all that is needed to append, whatever the log's length. */

import { emptyRoot, type HashHex, isHash, isSize, nodeHash } from './tree.ts';

/**
 * How many leaves a log has, and the roots of its full subtrees from the oldest and largest to the
 * newest: one for every binary digit 1 of the size. Plain data, to be stored as JSON beside the log.
 */
export interface LogFrontier {
  readonly size: number;
  readonly hashes: readonly HashHex[];
}

/** The frontier of a log without leaves. */
export const emptyFrontier: LogFrontier = { size: 0, hashes: [] };

/**
 * The frontier after one more leaf, which takes the place `frontier.size`. Refuses with a RangeError
 * a leaf that is no hash and a frontier whose hashes do not fit its size.
 * @source RFC 6962 §2.1
 */
export function appendLeaf(frontier: LogFrontier, leaf: HashHex): LogFrontier {
  requireWhole(frontier);
  if (!isHash(leaf)) throw new RangeError(`not a SHA-256 hash in hexadecimal: ${leaf}`);
  const hashes = [...frontier.hashes];
  let joined = leaf;
  // As in adding one to a binary number: each full subtree that carries over is joined on the left.
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    joined = nodeHash(hashes.pop() ?? '', joined);
  }
  return { size: frontier.size + 1, hashes: [...hashes, joined] };
}

/**
 * The root of the log: equal to `rootOfLeaves` over all its leaves. Refuses with a RangeError a
 * frontier whose hashes do not fit its size.
 * @source RFC 6962 §2.1
 */
export function rootOf(frontier: LogFrontier): HashHex {
  requireWhole(frontier);
  if (frontier.size === 0) return emptyRoot;
  return frontier.hashes.reduceRight((right, left) => nodeHash(left, right));
}

function requireWhole({ size, hashes }: LogFrontier): void {
  if (isSize(size) && hashes.length === onesOf(size) && hashes.every(isHash)) return;
  throw new RangeError(`not a log frontier: size ${size} with ${hashes.length} hashes`);
}

function onesOf(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = (rest - (rest % 2)) / 2) ones += rest % 2;
  return ones;
}
