/** What deeds of this room are judged by: the roster, the day, the calendar, who asks. Read once a request. */

import {
  addWorkdays,
  type Calendar,
  CalendarYearMissing,
  type IsoDate,
  isoDate,
  type Roster,
} from '@oneneedle/kernel';
import { calendarOf, rosterOf } from '../org/index.ts';
import { type Ctx, chinaDay, type Role, standsInFor } from '../platform/index.ts';
import { type Reach, reachOf } from '../work/index.ts';
import { outcomeProblem } from './problems.ts';

export interface OutcomeTown {
  readonly roster: Roster;
  readonly today: IsoDate;
  readonly calendar: Calendar;
  readonly reach: Reach;
  /** Reads everything of this room. */
  readonly isReader: boolean;
  /** Keeps the files: the organisation office. */
  readonly isProposer: boolean;
  /** Decides for the body that is named. */
  readonly isDecider: boolean;
  /** A unit or a person with its name; what is not in the roster goes by its code. */
  readonly named: (code: string) => { readonly code: string; readonly name: string };
}

const readers: readonly Role[] = ['organisation', 'leader', 'assessment-office', 'discipline'];

/** Reads the town for whoever asks. */
export async function outcomeTown({
  db,
  actor,
  now,
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<OutcomeTown> {
  const roster = await rosterOf(db);
  const today = isoDate(chinaDay(now));
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  return {
    roster,
    today,
    calendar: await calendarOf(db),
    reach: reachOf(actor, roster, today),
    isReader: holdsWhole(actor, readers),
    isProposer: holdsWhole(actor, ['organisation']),
    isDecider: holdsWhole(actor, ['leader']),
    named: (code) => ({ code, name: names.get(code) ?? code }),
  };
}

/** A post for some units alone prepares and decides nothing of the whole town. */
function holdsWhole({ grants }: Ctx['actor'], wanted: readonly Role[]): boolean {
  return grants.some(({ role, unit }) => wanted.includes(role) && unit === undefined);
}

/** The person who acts: who decides must be told apart by person, not by account. */
export function signer({ actor, account }: Pick<Ctx, 'actor' | 'account'>): string {
  if (actor.person !== undefined) return actor.person;
  throw outcomeProblem('person-needed', { account: account.userName });
}

/** Whether somebody is whom it is about, or of the village that it is about, or speaks for it. */
export function isConcerned(subject: string, { reach }: OutcomeTown): boolean {
  return subject === reach.person || reach.villages.has(subject) || reach.cadreOf.has(subject);
}

/**
 * Refuses whoever would judge themselves: the person, whoever holds a post in the unit, and
 * whoever stands in for one of those.
 */
export function requireNotOwn(ctx: Ctx, subject: string, town: OutcomeTown): void {
  const absent = standsInFor(ctx.actor, ({ role }) => role === 'leader' || role === 'organisation');
  const persons = [ctx.actor.person, ...absent.map(({ person }) => person)];
  if (persons.some((person) => person !== undefined && isOwn(person, subject, town))) {
    throw outcomeProblem('own-matter', { name: town.named(subject).name });
  }
}

function isOwn(person: string, subject: string, { roster, today }: OutcomeTown): boolean {
  if (person === subject) return true;
  return roster.posts.some(
    (post) =>
      post.person === person &&
      post.unit === subject &&
      post.from <= today &&
      (post.to === undefined || post.to >= today),
  );
}

/** A day of the calendar ahead; nothing where the year has no calendar yet. */
export function workdaysAfter(
  { calendar }: Pick<OutcomeTown, 'calendar'>,
  from: IsoDate,
  workdays: number,
): IsoDate | null {
  try {
    return addWorkdays(calendar, from, workdays);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}

/** Refuses a day that is not there yet. */
export function requireCome(day: string, { today }: OutcomeTown): void {
  if (day > today) throw outcomeProblem('day-coming', { day });
}
