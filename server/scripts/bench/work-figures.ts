/**
 * The one list and the list of items at fifty thousand open items, held against a bare handler that runs the same
 * statements on the same database.
 */

import type { Figure } from '../../../bench/run.ts';
import { asOwner, compared, type Deed, onFreshDatabase } from './compare.ts';
import { cookieOf } from './deeds.ts';
import { copyingSql, makeWorkTown, town, villages } from './work-town.ts';

const items = 50_000;

/** Figures of reading what waits, in one town. */
export async function* workFigures(): AsyncIterable<Figure> {
  yield* onFreshDatabase(async function* ({ database, ...place }) {
    const started = performance.now();
    await makeWorkTown(database);
    for (const copying of copyingSql(items)) await asOwner(place.ownerUrl, copying);
    await asOwner(place.ownerUrl, 'vacuum analyze');
    const value = Math.round((performance.now() - started) / 1000);
    yield { figure: 'loading the open items', value, unit: 's', towns: 1, items };
    yield* compared({ place, towns: 1, pace: { seconds: 3, turns: 4 }, items, deedsOf });
  });
}

async function deedsOf(origin: string): Promise<readonly Deed[]> {
  const officer = await cookieOf(origin, 'officer');
  const supervision = await cookieOf(origin, 'supervision');
  const cadre = await cookieOf(origin, 'cadre');
  return [
    read('one-list read, somebody of an office', 'officer', '/desk', officer),
    read('one-list read, supervision office', 'supervision', '/desk', supervision),
    read(
      'list of a village read',
      'village',
      `/desk/villages/${encodeURIComponent(villages[0] ?? '')}`,
      cadre,
    ),
    read('list of items read, somebody of an office', 'items-officer', '/items?take=1000', officer),
    read(
      'list of items read, supervision office',
      'items-supervision',
      '/items?take=1000',
      supervision,
    ),
  ];
}

function read(name: string, code: string, path: string, cookie: string): Deed {
  const request = {
    method: 'GET' as const,
    path: `/api/towns/${town}${path}`,
    headers: { cookie },
  };
  return { name, code, writes: false, at: () => request };
}
