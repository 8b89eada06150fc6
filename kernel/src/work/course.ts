/** What the course of an item says of its days: which one it is judged by, and when it was done. */

import type { IsoDate } from '../time/dates.ts';
import type { ItemDeed, ItemState } from './machine.ts';

/** A deed as far as it has a day. */
export interface DatedDeed {
  readonly deed: ItemDeed;
  /** The day on which it was entered. */
  readonly on: IsoDate;
  /** The day on which what is told was done, where somebody said it: entering is not doing. */
  readonly doneOn?: IsoDate;
  readonly dueFrom?: IsoDate;
  readonly result?: 'holds' | 'fails';
  readonly outcome?: ItemOutcome;
}

/** What a checker may confirm. */
export type ItemOutcome = 'doneLate' | 'notDoneAfterUrging' | 'doneBadly';

/**
 * The day that an item is judged by: after an extension the new one; but a coloured slip, or a
 * change of a day that was past already, sets a new day without making good the old.
 */
export function judgedDay(
  course: readonly DatedDeed[],
  dueOn: IsoDate | undefined,
): IsoDate | undefined {
  const kept = course.find(
    ({ deed, on, dueFrom }) =>
      dueFrom !== undefined && (deed === 'slip' || (deed === 'changeDue' && on > dueFrom)),
  );
  return kept?.dueFrom ?? dueOn;
}

const done: readonly ItemState[] = ['accepted', 'closedOut', 'archived'];

/** The day of the report that was accepted; the time of checking is not the doer's. */
export function doneDay(state: ItemState, course: readonly DatedDeed[]): IsoDate | undefined {
  if (!done.includes(state)) return undefined;
  const last =
    course.findLast(({ deed }) => deed === 'report' || deed === 'finish') ??
    course.findLast(({ deed }) => deed === 'accept' || deed === 'closeOut');
  return last && (last.doneOn ?? last.on);
}

/** The earliest day on which work may have been done: it was given then, or sent back as not done. */
export function earliestDone(course: readonly DatedDeed[]): IsoDate | undefined {
  return course.findLast(({ deed }) => ['assign', 'book', 'sendBack'].includes(deed))?.on;
}
