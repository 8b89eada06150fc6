/**
 * The course of an objection: which deed leads from which state to which, and who may do it. One
 * table for the server, the pages and the tests. Objecting moves no point and is never a fact.
 * @source 公示与异议：登记、受理、交办、核实决定、书面答复；处理人不得是登记、复核、计分的人
 */

import { type CountedDay, workdaysAfter } from '../inspection/finding.ts';
import { addDays, type IsoDate } from '../time/dates.ts';
import { type Limit, limitEnds } from '../time/procedure.ts';
import { type Calendar, CalendarYearMissing } from '../time/workdays.ts';

/** Where an objection stands. */
export type ObjectionState =
  | 'received'
  | 'acknowledged'
  | 'assigned'
  | 'decided'
  | 'answered'
  | 'withdrawn';

export type ObjectionDeed =
  | 'receive'
  | 'acknowledge'
  | 'assign'
  | 'giveBack'
  | 'decide'
  | 'answer'
  | 'withdraw';

/**
 * In what capacity somebody stands to an objection. `objector`: who objects; `behalf`: who writes down
 * what a village said on paper or by telephone; `office`: who acknowledges, assigns and hands over;
 * `decider`: who was asked to look into it.
 */
export type ObjectionCapacity = 'objector' | 'behalf' | 'office' | 'decider';

/** What is decided; `notHeard`: it is not looked into, for a reason that is said. */
export type ObjectionResult = 'kept' | 'reversed' | 'replaced' | 'inPart' | 'notHeard';

/** How an answer was handed over; who refused to sign was told, and nobody can be told without a name. */
export type Handover = 'inPerson' | 'refused' | 'telephone' | 'posted' | 'nobody';

interface DeedRule {
  /** Empty for the deed that makes an objection. */
  readonly from: readonly ObjectionState[];
  readonly to: ObjectionState;
  readonly who: readonly ObjectionCapacity[];
  /** Whoever does it must have had no hand in what is objected to. */
  readonly isJudging?: true;
}

/** Every deed on an objection. */
export const objectionDeeds: Readonly<Record<ObjectionDeed, DeedRule>> = {
  receive: { from: [], to: 'received', who: ['objector', 'behalf'] },
  acknowledge: { from: ['received'], to: 'acknowledged', who: ['office'] },
  assign: { from: ['acknowledged', 'assigned'], to: 'assigned', who: ['office'] },
  giveBack: { from: ['assigned'], to: 'acknowledged', who: ['decider'] },
  // Decided once more where the ledger did not take what was written, and nobody was answered yet.
  decide: { from: ['assigned', 'decided'], to: 'decided', who: ['decider'], isJudging: true },
  answer: { from: ['decided'], to: 'answered', who: ['office', 'decider'] },
  withdraw: {
    from: ['received', 'acknowledged', 'assigned'],
    to: 'withdrawn',
    who: ['objector', 'behalf'],
  },
};

/** States in which nothing more is done. */
export const endedObjections: readonly ObjectionState[] = ['answered', 'withdrawn'];

/** The state after a deed; undefined where it cannot be done. */
export function objectionAfter(
  deed: ObjectionDeed,
  state: ObjectionState | undefined,
): ObjectionState | undefined {
  const { from, to } = objectionDeeds[deed];
  if (state === undefined) return from.length === 0 ? to : undefined;
  return from.includes(state) ? to : undefined;
}

/** How somebody stands to an objection when a deed is judged. */
export interface ObjectionStandpoint {
  readonly capacities: readonly ObjectionCapacity[];
  /** Had a hand in what is objected to, stands in for somebody who had, or decided it before. */
  readonly hasHand: boolean;
}

/** Whether somebody may do a deed at all, whatever the state. */
export function mayActOn(
  deed: ObjectionDeed,
  { capacities, hasHand }: ObjectionStandpoint,
): boolean {
  const { who, isJudging } = objectionDeeds[deed];
  return capacities.some((one) => who.includes(one)) && !(isJudging === true && hasHand);
}

/** What a decision writes into the ledger: a fact taken back, a right one in its place, or both. */
export interface WantedCorrection {
  readonly takesBack: boolean;
  readonly putsRight: boolean;
}

/** Whether what is written fits what is decided: a finding that changes nothing writes nothing. */
export function fitsResult(
  result: ObjectionResult,
  corrections: readonly WantedCorrection[],
): boolean {
  const isWritten = corrections.length > 0;
  switch (result) {
    case 'kept':
    case 'notHeard':
      return !isWritten;
    case 'reversed':
      return isWritten && corrections.every((one) => one.takesBack && !one.putsRight);
    case 'replaced':
      return isWritten && corrections.some((one) => one.putsRight);
    case 'inPart':
      return isWritten;
  }
}

/** Workdays from the receipt of an objection to its answer, where the scheme says nothing. */
export const answerWorkdays = 7;

/**
 * The last day for the written answer: the day of receipt is not counted. A year whose holidays are
 * not known keeps nobody from objecting: it counts Monday to Friday, and says so.
 * @source 《民法典》第二百零一条、第二百零三条
 */
export function answerDue(
  calendar: Calendar,
  receivedOn: IsoDate,
  limit: Limit = { workdays: answerWorkdays },
): CountedDay {
  if ('workdays' in limit) return workdaysAfter(calendar, receivedOn, limit.workdays);
  try {
    return { on: limitEnds(calendar, receivedOn, limit) };
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    return { on: addDays(receivedOn, limit.days), guessedYear: error.year };
  }
}
