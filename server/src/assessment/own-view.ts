/**
 * What a village reads of its own result: its facts, its rank and nothing of anybody else. How its
 * neighbours stand is told by the posted list alone.
 */

import type { Fact, Roster } from '@oneneedle/kernel';
import type { ExplainView, Replies } from './views.ts';

type Tree = Replies['explain']['root'];

/** The books that say whom a fact is about. */
interface Known {
  readonly facts: readonly Fact[];
  readonly roster: Roster;
}

/** The explanation without the neighbours, and without facts about other units of its kind alone. */
export function ownExplanation(
  { ahead: _, behind: __, ...view }: ExplainView,
  known: Known,
): ExplainView {
  const foreign = foreignFacts(view.subject, known);
  const own = (line: Tree): Tree => ({
    ...line,
    facts: line.facts.filter(({ id }) => !foreign.has(id)),
    children: line.children.map(own),
  });
  return { ...view, root: own(view.root) };
}

/** Facts about units beside this one, in which it has no part; a fact about the town is everybody's. */
function foreignFacts(subject: string, { facts, roster }: Known): ReadonlySet<string> {
  const units = new Map(roster.units.map((unit) => [unit.code, unit]));
  const type = units.get(subject)?.type;
  const unitAbove = (code: string): string | undefined => {
    const unit = units.get(code);
    if (unit === undefined || unit.type === type) return unit?.code;
    return unit.parent === undefined ? undefined : unitAbove(unit.parent);
  };
  const ids = facts
    .filter(({ about }) => {
      const named = about.flatMap((one) => unitAbove(one.subject) ?? []);
      return named.length > 0 && !named.includes(subject);
    })
    .map(({ id }) => id);
  return new Set(ids);
}
