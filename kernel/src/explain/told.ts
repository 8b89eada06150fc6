/** A fact as people are told it: names for opaque codes, few signs for long hashes. */

import type { Fact } from '../book/book.ts';

/** Names of persons by their opaque code. */
export type PersonNames = ReadonlyMap<string, string>;

/**
 * The fact with the names of those who recorded and reviewed it, where the roster knows them, and
 * with files named by the first eight digits of their hash: "附件 2 份（1a2b3c4d、5e6f7a8b）".
 */
export function toldFact(fact: Fact, persons: PersonNames = new Map()): Fact {
  const { recordedBy, reviewedBy, evidence } = fact;
  const hasFiles = evidence.some(isHash);
  const isNamed = persons.has(recordedBy ?? '') || persons.has(reviewedBy ?? '');
  if (!hasFiles && !isNamed) return fact;
  return {
    ...fact,
    ...(recordedBy === undefined ? {} : { recordedBy: persons.get(recordedBy) ?? recordedBy }),
    ...(reviewedBy === undefined ? {} : { reviewedBy: persons.get(reviewedBy) ?? reviewedBy }),
    evidence: hasFiles ? withFiles(evidence) : evidence,
  };
}

function withFiles(evidence: readonly string[]): string[] {
  const hashes = evidence.filter(isHash);
  const short = hashes.map((hash) => hash.slice(0, 8)).join('、');
  return [...evidence.filter((text) => !isHash(text)), `附件 ${hashes.length} 份（${short}）`];
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
