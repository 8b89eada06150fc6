/** What must hold of a goal before it is written: places, people and other goals that it names. */

import type { GoalInput } from '@oneneedle/contract';
import { isWithin, parentCode } from '@oneneedle/kernel';
import type { GoalBook } from './book.ts';
import { goalProblem } from './problems.ts';

/** Refuses a goal that stands nowhere, or names what is not there. `before` is what stood. */
export function checkGoal(
  book: GoalBook,
  { code, text }: { readonly code: string; readonly text: GoalInput },
  before?: GoalInput,
): void {
  if (before && isOwnGoal(book, before)) {
    const isOther = text.accountable !== before.accountable || measureChanges(before, text);
    if (isOther) throw goalProblem('goal-own');
  }
  const parent = parentCode(code);
  if (parent !== undefined && !book.kept.has(parent)) {
    throw goalProblem('goal-parent-unknown', { code, parent });
  }
  if (text.dueOn !== undefined && text.dueOn < text.startsOn) throw goalProblem('goal-days');
  checkPlaces(book, text, before);
  const who = text.accountable;
  if (
    who !== undefined &&
    who !== before?.accountable &&
    !book.people.persons.get(who)?.holdsPost
  ) {
    throw goalProblem('goal-person-no-post', { name: book.nameOf(who) });
  }
  const { leadLeader } = text;
  if (leadLeader !== undefined && !book.people.persons.has(leadLeader)) {
    throw goalProblem('goal-person-no-post', { name: leadLeader });
  }
  for (const { goal } of text.serves) {
    if (!book.kept.has(goal) || isWithin(code, goal)) {
      throw goalProblem('goal-serves', { code: goal });
    }
  }
}

/** Whether the asker answers for a goal: ending it or moving its target is for another. */
export function isOwnGoal({ reach }: Pick<GoalBook, 'reach'>, { accountable }: GoalInput): boolean {
  return accountable !== undefined && accountable === reach.person;
}

/** Whether what a goal is measured by changes, once it has a measure. */
export function measureChanges(before: GoalInput, after: GoalInput): boolean {
  if (!before.measure) return false;
  const words = ({ measure, direction, steps }: GoalInput) =>
    measure?.kind === 'quantity'
      ? [measure.target, measure.unit, measure.baseline ?? '', direction]
      : [measure?.kind ?? '', ...steps.map(({ title, on }) => `${on} ${title}`)];
  return words(before).join('\n') !== words(after).join('\n');
}

function checkPlaces(
  { roster, people, today }: GoalBook,
  text: GoalInput,
  before?: GoalInput,
): void {
  const there = new Set(
    roster.units.flatMap(({ code, to }) => (to === undefined || to >= today ? [code] : [])),
  );
  const named = [text.leadUnit, ...text.supportUnits].flatMap((code) => code ?? []);
  const stood = new Set([before?.leadUnit, ...(before?.supportUnits ?? [])]);
  for (const code of named) {
    if (!there.has(code) && !stood.has(code)) throw goalProblem('goal-place-unknown', { code });
  }
  const { village } = text;
  const isVillage = people.villages.some(({ code }) => code === village);
  if (village !== undefined && village !== before?.village && !isVillage) {
    throw goalProblem('goal-place-unknown', { code: village });
  }
}

/** What a change changes, in the words of its columns; `from` and `to` are as the sheet writes them. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { field: string; from: string; to: string }[] {
  return Object.keys(after).flatMap((field) => {
    const [from = '', to = ''] = [before[field], after[field]];
    return from === to ? [] : [{ field, from, to }];
  });
}
