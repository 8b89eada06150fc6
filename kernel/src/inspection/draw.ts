/** A draw that anybody can do again: the order of hashes of a published seed. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A candidate with the hash that decides its place. */
export interface Ranked {
  readonly code: string;
  /** SHA-256 of the seed, a line break and the code, in hexadecimal. */
  readonly hash: string;
}

/**
 * Draws `count` of the candidates: those whose hash of seed and code comes first. Where there are
 * fewer, all of them. The order in which the candidates are given never matters, and a code that is
 * given twice is there once. Whoever has the seed and the list repeats it in ten lines of any language.
 */
export function drawOf(seed: string, candidates: readonly string[], count: number): string[] {
  return rankedBy(seed, candidates)
    .slice(0, count)
    .map(({ code }) => code);
}

/** All candidates in the order of the draw: who was not drawn can see by how much. */
export function rankedBy(seed: string, candidates: readonly string[]): Ranked[] {
  const ranked = [...new Set(candidates)].map((code) => ({
    code,
    hash: bytesToHex(sha256(utf8ToBytes(`${seed}\n${code}`))),
  }));
  return ranked.sort((a, b) => (a.hash < b.hash ? -1 : 1));
}
