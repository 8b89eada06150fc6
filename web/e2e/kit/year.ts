/**
 * A town of its own for a file of journeys, on a clock that the journey moves: the program as tests
 * start it, with the built pages. Its people come in by their names in `server/test/year-town.ts`.
 */

import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { YearNeeds, YearProgram, YearRole } from '../../../server/test/year-shape.ts';
import { type Walker, withBrowser } from './browser.ts';
import { freePort } from './program.ts';

/** Where the demonstration has built the pages by the time a journey begins. */
const pages = process.env.ONENEEDLE_PAGES ?? join(import.meta.dirname, '../../dist');
/** Its shape stands apart: imported by name, the whole server would be checked for old browsers. */
const program = '../../../server/test/year-program.ts';

/** The scheme of the town, as addresses name it. */
export const line = 'year-town';

export interface Year
  extends Pick<YearProgram, 'town' | 'steps' | 'evidence' | 'rowsIn' | 'origin'> {
  /** It is ten o'clock in China on this day, until it is another. */
  day(day: string): void;
  /** Somebody opens a page: `/results/pay`. */
  walk(as: YearRole, width: 390 | 1280, at: string): Promise<Walker>;
}

/** Starts the program for a file of journeys; use inside its outermost scope. */
export function useYear(): () => Year {
  let year: Year | undefined;
  let end = async () => {};
  const walk = withBrowser();
  beforeAll(async () => {
    const { startYear } = (await import(program)) as {
      startYear(needs: YearNeeds): Promise<YearProgram>;
    };
    const started = await startYear({ port: await freePort(), pages });
    end = started.end;
    const { origin, secret } = started;
    year = {
      ...started,
      day: (day) => started.setNow(`${day}T02:00:00.000Z`),
      walk: (as, width, at) =>
        walk({ origin, width, as: `${as}.qinghe`, secret, at: `/qinghe${at}` }),
    };
  });
  afterAll(() => end());
  return () => {
    if (!year) throw new Error('the town is founded before the first journey');
    return year;
  };
}
