/** What writing a goal needs to choose from. */

import type { Ctx } from '../../platform/index.ts';
import { goalBook } from './book.ts';

/** People who hold a post today with that post, offices, villages, and the goals of the year. */
export async function goalOptions(ctx: Ctx, { year }: { year: number }) {
  const book = await goalBook(ctx, year);
  const { roster, people, today, kept, tree } = book;
  const held = new Map<string, string>();
  for (const { person, unit, role, from, to } of roster.posts) {
    const isHeld = from <= today && (to === undefined || to >= today);
    if (isHeld && !held.has(person)) held.set(person, `${book.nameOf(unit)}${role}`);
  }
  return {
    persons: roster.persons.flatMap(({ code, name }) => {
      const post = held.get(code);
      return post === undefined ? [] : [{ code, name, post }];
    }),
    units: roster.units
      .filter(({ type, to }) => type === 'station' && (to === undefined || to >= today))
      .map(({ code, name }) => ({ code, name })),
    villages: people.villages.map((village) => ({ ...village })),
    goals: [...tree.goals.keys()].map((code) => ({
      code,
      title: kept.get(code)?.text.title ?? '',
    })),
  };
}
