/** What booking an item needs: units, persons with their posts, leaders, and what the asker may do. */

import type { IsoDate, Roster } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { itemBook } from './item-book.ts';
import { mayMake } from './item-create.ts';

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
  };
}

/** Everybody with a post today, the first post beside the name. */
function personsOf({ persons, posts, units }: Roster, today: IsoDate) {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return persons.flatMap(({ code, name }) => {
    const post = posts.find((one) => one.person === code && isNow(one.to, today));
    return [{ code, name, post: post ? `${names.get(post.unit) ?? post.unit}${post.role}` : '' }];
  });
}

function isNow(to: string | undefined, today: string): boolean {
  return to === undefined || to >= today;
}
