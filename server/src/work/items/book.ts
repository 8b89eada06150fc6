/** What deeds on items are judged by: the roster, the day, the calendar, who asks. Read once a request. */

import { type Calendar, type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import { calendarOf, rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { itemProblem } from './problems.ts';
import { type Reach, reachOf } from './reach.ts';

export interface ItemBook {
  readonly roster: Roster;
  readonly today: IsoDate;
  readonly calendar: Calendar;
  readonly reach: Reach;
}

/** The part of a request that deeds on items need; a job has no more. */
export type ItemCtx = Pick<Ctx, 'db' | 'tenant' | 'now' | 'actor' | 'account' | 'actInPlaceOf'>;

/** Reads what deeds are judged by. */
export async function itemBook({
  db,
  actor,
  now,
}: Pick<ItemCtx, 'db' | 'actor' | 'now'>): Promise<ItemBook> {
  const roster = await rosterOf(db);
  const today = isoDate(chinaDay(now));
  return { roster, today, calendar: await calendarOf(db), reach: reachOf(actor, roster, today) };
}

/** The person who acts: two accounts of the same person could not be told apart otherwise. */
export function personOf({ actor, account }: Pick<ItemCtx, 'actor' | 'account'>): string {
  if (actor.person !== undefined) return actor.person;
  throw itemProblem('person-needed', { account: account.userName });
}
