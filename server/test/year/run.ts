/**
 * `npm run year -- --items 3000 --seed 7`: a year of items in a town of twenty villages and twelve
 * offices, day by workday over HTTP, by people who mostly do what is theirs and now and then what is
 * not. At its end nothing is lost, nothing was judged by its doer, whatever is open waits for
 * somebody, every light is explained. One JSON line a month; exit code 0 only if all of it holds.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, calendarCN, type IsoDate, isoDate, isWorkday } from '@oneneedle/kernel';
import { chanceOf } from '../../scripts/demo/random.ts';
import {
  type AppDatabase,
  connectApp,
  createLog,
  ensureAppRole,
  migrate,
  setTenant,
} from '../../src/platform/index.ts';
import { startProgram } from '../../src/program.ts';
import { newDatabase, scratchServer } from '../kit/scratch.ts';
import { askingAt } from './asking.ts';
import { faultsOf } from './checks.ts';
import { liveDay, newYear, type Year } from './live.ts';
import { foundYearTown } from './town.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 1_000_000)) },
  },
});
const items = Number(values.items);
if (!(Number.isInteger(items) && items > 0)) {
  console.error('usage: run.ts --items 3000 --seed 7');
  process.exit(2);
}
process.exitCode = await run();

async function run(): Promise<number> {
  const server = await scratchServer();
  await ensureAppRole(server.ownerUrl);
  const { ownerUrl, stop } = await newDatabase(server.ownerUrl);
  const filesFolder = mkdtempSync(join(tmpdir(), 'oneneedle-year-'));
  await migrate(ownerUrl);
  const database = await connectApp({ ownerUrl, connections: 2 });
  const clock = { now: '2026-01-01T01:00:00.000Z' };
  const tenant = await foundYearTown(database, clock.now);
  const program = await startProgram({
    ownerUrl,
    filesFolder,
    secret: 'a secret of the year, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    clock: () => new Date(clock.now),
    log: createLog('error'),
    connections: 4,
  });
  try {
    const ask = await askingAt(await program.http.listen({ port: 0, host: '127.0.0.1' }));
    const year = newYear(ask, { chance: chanceOf(`year ${values.seed}`), items });
    for (const day of workdaysOf2026()) {
      clock.now = `${day}T02:00:00.000Z`;
      await liveDay(year, day);
    }
    return await tellEnd(year, database, tenant);
  } finally {
    await program.close();
    await database.close();
    rmSync(filesFolder, { recursive: true, force: true });
    await stop();
    await server.stop();
  }
}

function workdaysOf2026(): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = isoDate('2026-01-05'); day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkday(calendarCN, day)) days.push(day);
  }
  return days;
}

/** What the year came to, and what does not hold. */
async function tellEnd(year: Year, { queries }: AppDatabase, tenant: string): Promise<number> {
  const found = await queries.transaction().execute(async (db) => {
    await setTenant(db, tenant);
    return faultsOf(db, year.made);
  });
  const faults = [...year.faults, ...found];
  console.log(
    JSON.stringify({
      seed: values.seed,
      made: year.made.size,
      ...year.counts,
      faults: faults.slice(0, 20),
    }),
  );
  return faults.length === 0 && year.made.size >= items ? 0 : 1;
}
