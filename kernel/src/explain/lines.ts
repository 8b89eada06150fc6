/** Walking the lines of a result. */

import type { Assessment, Line, SubjectResult } from '../evaluate/assessment.ts';

/** A line and all lines below it, from the top down. */
export function* linesBelow(line: Line): Generator<Line> {
  yield line;
  for (const child of line.children) yield* linesBelow(child);
}

/** Ids of the facts that a line or a line below it names, each once, in order of appearance. */
export function factIdsBelow(line: Line): string[] {
  return [...new Set([...linesBelow(line)].flatMap((below) => below.factIds))];
}

/**
 * Ids of all facts that a result rests on, sorted: those that its lines name, struck ones
 * included, and those of vetoes and proposals.
 */
export function factsUsed(result: Assessment): string[] {
  const ids = result.subjects.flatMap((subject) => [
    ...factIdsBelow(subject.tree),
    ...[...subject.vetoes, ...subject.proposals].flatMap((item) => item.factIds),
  ]);
  return [...new Set(ids)].sort();
}

/** The result of one subject; undefined if it is not in the assessment. */
export function resultOf(result: Assessment, subject: string): SubjectResult | undefined {
  return result.subjects.find((item) => item.code === subject);
}
