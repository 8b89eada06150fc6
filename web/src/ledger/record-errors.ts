/** What the server says is wrong with an entry, by the field where it is to be mended. */

import type { Problem } from '../api/index.ts';

/** The sentences by field; those without a field stand in the line of the button. */
export function errorsOf(problem: Problem | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, sentence } of findingsOf(problem)) {
    if (field !== undefined && !found.has(field)) found.set(field, sentence);
  }
  return found;
}

interface Told {
  readonly field?: string;
  readonly sentence: string;
}

function findingsOf(problem: Problem | undefined): Told[] {
  const data = problem?.data;
  if (typeof data !== 'object' || data === null || !('findings' in data)) return [];
  return Array.isArray(data.findings) ? data.findings.filter(isTold) : [];
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'sentence' in value;
}
