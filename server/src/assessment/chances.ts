/** “若能避免”: what each deduction cost, for all subjects of a package. */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type Book,
  type Counterfactual,
  counterfactuals,
  type Line,
  type SubjectResult,
} from '@oneneedle/kernel';

/** Facts of the book times deductions to leave out; this much takes a minute or two. */
const mostWork = 1_000_000;

interface ChanceWords {
  /** Whose are asked for; default all. */
  readonly subjects?: readonly SubjectResult[];
  /** Of points; default 3. */
  readonly decimals?: number;
}

/**
 * A function that gives the counterfactuals of one subject, largest gain first; undefined where
 * working out all that are asked for would take too long, so that every sheet has them or none.
 */
export function chancesFor(
  book: Book,
  options: AssessOptions,
  result: Assessment,
  { subjects = result.subjects, decimals = 3 }: ChanceWords = {},
): ((subject: SubjectResult) => Counterfactual[]) | undefined {
  const deductions = subjects.reduce((sum, { tree }) => sum + deducting(tree).size, 0);
  if (deductions * book.facts.length > mostWork) return undefined;
  // Each call asks for the result as it stands; it is the one at hand.
  const assessOnce: typeof assess = (asked, given) =>
    asked === book && given === options ? result : assess(asked, given);
  return ({ code }) => counterfactuals(book, options, assessOnce, code, { decimals });
}

/** Facts of entries that took points. */
function deducting(line: Line): Set<string> {
  const own = line.kind === 'entry' && line.milli < 0 ? line.factIds : [];
  return new Set([...own, ...line.children.flatMap((child) => [...deducting(child)])]);
}
