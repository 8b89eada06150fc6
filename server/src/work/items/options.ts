/** What booking an item needs: units, persons with their posts, leaders, and what the asker may do. */

import {
  addDays,
  type Calendar,
  CalendarYearMissing,
  type IsoDate,
  isWorkday,
  type Roster,
} from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { itemBook } from './book.ts';
import { mayMake } from './create.ts';
import { villageOf } from './plan.ts';

export async function itemOptions(ctx: Ctx) {
  const book = await itemBook(ctx);
  const { roster, today, reach } = book;
  const units = roster.units.filter(({ to }) => to === undefined || to >= today);
  const of = (...types: string[]) =>
    units.filter(({ type }) => types.includes(type)).map(({ code, name }) => ({ code, name }));
  const persons = personsOf(roster, today);
  const town = new Set(units.filter(({ type }) => type === 'town').map(({ code }) => code));
  const leads = new Set(
    roster.posts.filter(({ unit, to }) => town.has(unit) && isNow(to, today)).map((p) => p.person),
  );
  return {
    today,
    mayBook: mayMake(book) && ctx.actor.person !== undefined,
    mayRegister: reach.isSupervision && ctx.actor.person !== undefined,
    ...(ctx.actor.person === undefined ? {} : { person: ctx.actor.person }),
    offices: of('station', 'office'),
    own: [...reach.offices],
    villages: of('village'),
    persons,
    leaders: persons.filter(({ code }) => leads.has(code)),
    ofVillages: personsOfVillages(roster, today),
    workdays: workdaysAfter(today, book.calendar),
  };
}

const workdaysMax = 60;

/** The workdays after a day, up to where the holidays are not known: a term beyond is not guessed. */
function workdaysAfter(today: IsoDate, calendar: Calendar): IsoDate[] {
  const days: IsoDate[] = [];
  try {
    for (let day = addDays(today, 1); days.length < workdaysMax; day = addDays(day, 1)) {
      if (isWorkday(calendar, day)) days.push(day);
    }
  } catch (cause) {
    if (!(cause instanceof CalendarYearMissing)) throw cause;
  }
  return days;
}

/** Everybody with a post today, the first post beside the name. */
function personsOf({ persons, posts, units }: Roster, today: IsoDate) {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return persons.flatMap(({ code, name }) => {
    const post = posts.find((one) => one.person === code && isNow(one.to, today));
    return [{ code, name, post: post ? `${names.get(post.unit) ?? post.unit}${post.role}` : '' }];
  });
}

/** Who holds a post in a village, or in a part of one: what they are given the gate looks at. */
function personsOfVillages(roster: Roster, today: IsoDate): string[] {
  const codes = roster.posts.flatMap(({ person, unit, from, to }) =>
    from <= today && isNow(to, today) && villageOf(unit, roster) !== undefined ? [person] : [],
  );
  return [...new Set(codes)];
}

function isNow(to: string | undefined, today: string): boolean {
  return to === undefined || to >= today;
}
