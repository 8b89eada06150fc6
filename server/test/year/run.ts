/**
 * `npm run year -- --items 3000 --seed 7`: a year of items in a town of twenty villages and twelve
 * offices, day by workday over HTTP, by people who mostly do what is theirs and now and then what is
 * not. At its end nothing is lost, nothing was judged, ended or moved by its doer, whatever is open
 * waits for somebody who may act, every light names what it rests on, nothing left for a village past
 * the gate, no outcome stands without its course. A JSON line a month and one at the end; exit code 0 only if all of it holds
 * and every deed that the year promises was done.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, calendarCN, type IsoDate, isoDate, isWorkday, weekday } from '@oneneedle/kernel';
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
import { makeRecurringEverywhere, passDayEverywhere } from '../../src/work/index.ts';
import { newDatabase, scratchServer } from '../kit/scratch.ts';
import { askingAt } from './asking.ts';
import { faultsOf } from './checks.ts';
import { openDoors, passMonth } from './doors.ts';
import { liveDay, lookAtAll, newYear, type Year } from './live.ts';
import { foundYearTown } from './town.ts';
import { standingLines, waitingFaults } from './waiting.ts';

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
/** Every deed on an item that a year does, besides those that make one. */
const promised = [
  ...['register', 'propose', 'assign', 'acknowledge', 'decline', 'start', 'tell', 'report'],
  ...[
    'requestExtension',
    'grantExtension',
    'refuseExtension',
    'changeDue',
    'urge',
    'slip',
    'visit',
  ],
  ...['beginReview', 'sendBack', 'accept', 'closeOut', 'finish', 'archive', 'lookBack', 'instruct'],
  ...['withdraw', 'merge', 'confirmOutcome'],
  ...['substitute', 'recurring', 'reading', 'item of a goal', 'draft claimed', 'spot handed on'],
];

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
    const days = workdaysOf2026();
    clock.now = `${days[0]}T02:00:00.000Z`;
    const doors = await openDoors(year);
    let month = '';
    for (const day of days) {
      clock.now = `${day}T02:00:00.000Z`;
      const isMonth = month === '' || !day.startsWith(month);
      month = day.slice(0, 7);
      if (isMonth || weekday(day) === 1) await passDayEverywhere(database, clock.now);
      if (isMonth) {
        await makeRecurringEverywhere(database, clock.now);
        await passMonth(year, doors, day);
        tellMonth(year, month);
      }
      await liveDay(year, day);
    }
    await lookAtAll(year);
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

/** How far the year is: a line a month. */
function tellMonth({ made, open, counts, faults }: Year, month: string): void {
  const told = { month, made: made.size, open: open.length, ...counts, faults: faults.length };
  console.log(JSON.stringify(faults.length === 0 ? told : { ...told, last: faults.slice(-8) }));
}

/** What the year came to, and what does not hold. */
async function tellEnd(year: Year, { queries }: AppDatabase, tenant: string): Promise<number> {
  const [found, standing] = await queries.transaction().execute(async (db) => {
    await setTenant(db, tenant);
    return [await faultsOf(db, year.made), await standingLines(db)] as const;
  });
  const missing = [
    ...promised.filter((deed) => !year.done[deed]).map((deed) => `never done: ${deed}`),
    ...Object.entries(year.counts).flatMap(([name, count]) => (count > 0 ? [] : [`no ${name}`])),
    ...(year.made.size >= items ? [] : [`only ${year.made.size} items were made`]),
  ];
  const faults = [
    ...missing,
    ...year.faults,
    ...found,
    ...(await waitingFaults(year.ask, standing)),
  ];
  const { made, open, counts, done } = year;
  const told = { seed: values.seed, made: made.size, open: open.length, ...counts, done };
  console.log(JSON.stringify({ ...told, faults: faults.length, first: faults.slice(0, 20) }));
  return faults.length === 0 ? 0 : 1;
}
