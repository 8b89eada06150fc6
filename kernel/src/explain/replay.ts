/** Working a result out again with something left out, and finding one's way in a scheme. */

import type { Book } from '../book/book.ts';
import type { AssessOptions } from '../evaluate/assess.ts';
import type { Assessment, SubjectResult } from '../evaluate/assessment.ts';
import { ownItems } from '../evaluate/own-items.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node, Scheme } from '../scheme/scheme.ts';

/** The evaluator's entry, given as an argument so that these files do not depend on it. */
export type Assess = (book: Book, options: AssessOptions) => Assessment;

/** The scheme that gave a result: of its line, and of its version where there are several. */
export function schemeOf(book: Book, result: Assessment): Scheme | undefined {
  const editions = book.schemes.filter((scheme) => scheme.line === result.line);
  return editions.find((scheme) => scheme.version === result.version) ?? editions.at(-1);
}

/** All clauses of a scheme by their number, the subjects' own items among them. */
export function clausesOf(scheme: Scheme): Map<string, Clause> {
  const clauses = leavesOf([...scheme.tree, ...ownItems(scheme).nodes]).flatMap(
    (node) => node.clauses ?? [],
  );
  return new Map(clauses.map((clause) => [clause.code, clause]));
}

/** The nodes that hold clauses, in the order written. */
export function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.children ? leavesOf(node.children) : [node]));
}

/** The options with more left out. */
export function leavingOut(
  options: AssessOptions,
  { facts = [], nodes = [] }: { facts?: Iterable<string>; nodes?: Iterable<string> },
): AssessOptions {
  const { without } = options;
  return {
    ...options,
    without: {
      facts: new Set([...(without?.facts ?? []), ...facts]),
      nodes: new Set([...(without?.nodes ?? []), ...nodes]),
    },
  };
}

/** True if a total may be ranked: it is known, and the subject takes part with a grade to come. */
export function isRankable({ state, notAssessed, grade }: SubjectResult): boolean {
  const placed = grade.state !== 'noGrade' && grade.state !== 'commentOnly';
  return placed && (state === 'scored' || state === 'zeroed') && notAssessed === undefined;
}
