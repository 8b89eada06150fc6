/** Which outcomes the course of an item bears out: a checker confirms those alone, each once. */

import { addDays, chineseDate, type IsoDate } from '../time/dates.ts';
import type { Calendar } from '../time/workdays.ts';
import { type DatedDeed, doneDay, type ItemOutcome, judgedDay } from './course.ts';
import { workdayFrom } from './light.ts';
import type { ItemState } from './machine.ts';

export interface OutcomeInput {
  readonly state: ItemState;
  readonly today: IsoDate;
  /** Its day now, after every move. */
  readonly dueOn?: IsoDate;
  readonly course: readonly DatedDeed[];
}

/** An outcome that the course bears out. */
export interface BorneOutcome {
  readonly outcome: ItemOutcome;
  /** The day that it fell on, whenever somebody confirms it. */
  readonly on: IsoDate;
  readonly why: string;
}

/** States in which an item waits for those who do it. */
const waiting: readonly ItemState[] = [
  'assigned',
  'acknowledged',
  'inProgress',
  'urged',
  'onSite',
  'sentBack',
];

/** The outcomes of an item that nobody has confirmed yet, each with its day and its ground. */
export function outcomesOf(input: OutcomeInput, calendar: Calendar): BorneOutcome[] {
  if (input.state === 'withdrawn') return [];
  const found = [doneLate(input, calendar), notDone(input, calendar), doneBadly(input)];
  const said = new Set(input.course.map(({ outcome }) => outcome));
  return found.flatMap((one) => (one === undefined || said.has(one.outcome) ? [] : one));
}

function doneLate(
  { state, course, dueOn }: OutcomeInput,
  calendar: Calendar,
): BorneOutcome | undefined {
  const judged = judgedDay(course, dueOn);
  const on = doneDay(state, course);
  if (judged === undefined || on === undefined) return undefined;
  const due = workdayFrom(judged, calendar);
  if (on <= due) return undefined;
  const why = `${chineseDate(on)}办成，晚于时限${chineseDate(due)}`;
  return { outcome: 'doneLate', on, why };
}

/** Urged, given until its day and at least the next one, and still not reported. */
function notDone(
  { state, course, dueOn, today }: OutcomeInput,
  calendar: Calendar,
): BorneOutcome | undefined {
  const urged = course.find(({ deed }) => deed === 'urge' || deed === 'slip');
  if (!waiting.includes(state) || urged === undefined || dueOn === undefined) return undefined;
  const due = workdayFrom(dueOn, calendar);
  const on = addDays(urged.on > due ? urged.on : due, 1);
  if (on > today) return undefined;
  const why = `${chineseDate(urged.on)}催办过，时限${chineseDate(due)}已过，还没有报`;
  return { outcome: 'notDoneAfterUrging', on, why };
}

function doneBadly({ course }: OutcomeInput): BorneOutcome | undefined {
  const found = course.findLast(
    ({ deed, result }) => deed === 'sendBack' || (deed === 'lookBack' && result === 'fails'),
  );
  if (!found) return undefined;
  const what = found.deed === 'sendBack' ? '核查时退回重办' : '回头看反弹';
  return { outcome: 'doneBadly', on: found.on, why: `${chineseDate(found.on)}${what}` };
}
