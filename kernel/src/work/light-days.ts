/** The lights of one day as two days: what most items are lit by, so that a database can count them. */

import { addDays, type IsoDate } from '../time/dates.ts';
import type { Calendar } from '../time/workdays.ts';
import { lightOf } from './light.ts';

/** Which days an item that is under way, without feedback between, is late or near by. */
export interface LightDays {
  /** An item due on this day or before is overdue. */
  readonly overdueUntil: IsoDate;
  /** An item due after that and until this day is near. */
  readonly nearUntil: IsoDate;
}

/** Found by asking the light itself, day by day: there is one rule for one item and for many. */
export function lightDays(today: IsoDate, calendar: Calendar): LightDays {
  const lit = (dueOn: IsoDate) =>
    lightOf({ state: 'assigned', feedback: 'once', today, dueOn }, calendar).state;
  let overdueUntil = addDays(today, -1);
  while (lit(overdueUntil) !== 'overdue') overdueUntil = addDays(overdueUntil, -1);
  let nearUntil = today;
  while (lit(addDays(nearUntil, 1)) === 'near') nearUntil = addDays(nearUntil, 1);
  return { overdueUntil, nearUntil };
}
