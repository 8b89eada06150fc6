/**
 * The program over HTTP at 1, 20 and 100 towns, held against a bare handler on the same database:
 * both are asked in turns, a few seconds each, in one run. Program, bare handler, database and
 * whoever asks are processes of one machine and share its processors.
 */

import type { Figure } from '../../../bench/run.ts';
import { chanceOf } from '../demo/random.ts';
import { answerTo } from './asking.ts';
import { asOwner, compared, onFreshDatabase, type Pace, type Place } from './compare.ts';
import { type Cookies, deedsOf, postOne, signedIn, standingsOf } from './deeds.ts';
import { factsEach, makePeople, makeTown } from './towns.ts';

/** Figures at each number of towns; `sizes` grow, and towns once made stay. */
export async function* serverFigures(sizes: readonly number[]): AsyncIterable<Figure> {
  const pace = sizes.length === 1 ? { seconds: 2, turns: 3 } : { seconds: 3, turns: 4 };
  yield* onFreshDatabase(async function* ({ database, ...place }) {
    const accounts = await makePeople(database);
    let made = 0;
    for (const towns of sizes) {
      const started = performance.now();
      for (; made < towns; made += 1) await makeTown(database, { index: made, accounts });
      await asOwner(place.ownerUrl, 'vacuum analyze');
      const value = Math.round((performance.now() - started) / 1000);
      yield { figure: 'loading the facts', value, unit: 's', towns, facts: towns * factsEach };
      yield* atSize(place, towns, pace);
    }
  });
}

function atSize(place: Place, towns: number, pace: Pace): AsyncIterable<Figure> {
  return compared({
    place,
    towns,
    pace,
    facts: towns * factsEach,
    forget: `delete from desk_line where room = 'ledger'; delete from entry where state <> 'posted'`,
    deedsOf: async (origin) => deedsOf(await signedIn(origin)),
    after: async function* (origin) {
      yield* afterPosting(origin, { cookies: await signedIn(origin), towns });
    },
  });
}

const postings = 7;

/** The first to look after a posting waits for the books; whoever follows does not. */
async function* afterPosting(
  origin: string,
  { cookies, towns }: { cookies: Cookies; towns: number },
): AsyncIterable<Figure> {
  const chance = chanceOf(`after posting at ${towns}`);
  const [first, next]: [number[], number[]] = [[], []];
  const timed = async (town: number) => {
    const before = performance.now();
    await answerTo({ origin, ...standingsOf(town, cookies) });
    return performance.now() - before;
  };
  await timed(0);
  for (let count = 0; count < postings; count += 1) {
    await postOne(origin, { town: 0, chance }, cookies);
    first.push(await timed(0));
    next.push(await timed(0));
  }
  const median = (all: number[]) =>
    Math.round(all.sort((a, b) => a - b)[Math.trunc(postings / 2)] ?? 0);
  const note = `median of ${postings}, one asker, books of the town known before the posting`;
  const common = { unit: 'ms', towns, facts: factsEach, note };
  yield { figure: 'standings read, first after a posting', value: median(first), ...common };
  yield { figure: 'standings read, second after a posting', value: median(next), ...common };
}
