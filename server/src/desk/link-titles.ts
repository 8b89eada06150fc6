/** Titles that tell of somebody: what leaves the program by a plain link has no names and no numbers. */

import { everyPersonName } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { linesWhere, opensForVillage } from './waiting-for.ts';

/** More lines than any village has. */
const linesMax = 2000;

/** Matters of a village that would leave with a name or a number in their title. */
export async function tellingTitles(
  db: Queries,
  unit: string,
): Promise<{ id: string; title: string }[]> {
  const tells = await tellsOfSomebody(db);
  const lines = await linesWhere(db, opensForVillage(unit), { take: linesMax });
  return lines.filter(({ title }) => tells(title)).map(({ id, title }) => ({ id, title }));
}

/** Whether a title holds the name of anybody of the roster, or a number of a telephone or a person. */
export async function tellsOfSomebody(db: Queries): Promise<(title: string) => boolean> {
  // A name of one letter would be found in every other title.
  const names = (await everyPersonName(db)).filter((name) => name.length > 1);
  return (title) => holdsNumber(title) || names.some((name) => title.includes(name));
}

/** Whether a text holds eleven or eighteen figures in a row, however they are set apart. */
export function holdsNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d)[\s-](?=\d)/g, '');
  return /(?<!\d)(?:\d{11}|\d{17}[\dXx])(?!\d)/.test(plain);
}
