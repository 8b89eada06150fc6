/**
 * The program over HTTP at 1, 20 and 100 towns, held against a bare handler on the same database:
 * both are asked in turns, a few seconds each, in one run. Program, bare handler, database and
 * whoever asks are processes of one machine and share its processors.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Figure } from '../../../bench/run.ts';
import {
  type AppDatabase,
  appUrlOf,
  connectApp,
  ensureAppRole,
  migrate,
} from '../../src/platform/index.ts';
import { newDatabase, scratchServer } from '../../test/kit/scratch.ts';
import { chanceOf } from '../demo/random.ts';
import { answerTo, askFor, endAsking, perSecond, type Taken, together, within } from './asking.ts';
import { type Cookies, type Deed, deedsOf, postOne, signedIn, standingsOf } from './deeds.ts';
import { startBenchProgram } from './program.ts';
import { type Recording, recorded, withFresh } from './recording.ts';
import { factsEach, makePeople, makeTown } from './towns.ts';

/** How long and how often each of the two is asked. */
interface Pace {
  readonly seconds: number;
  readonly turns: number;
}

const askers = 4;
const connections = 10; // as the program has by default

interface Place {
  readonly ownerUrl: string;
  readonly filesFolder: string;
}

/** Figures at each number of towns; `sizes` grow, and towns once made stay. */
export async function* serverFigures(sizes: readonly number[]): AsyncIterable<Figure> {
  const pace = sizes.length === 1 ? { seconds: 2, turns: 3 } : { seconds: 3, turns: 4 };
  const server = await scratchServer();
  await ensureAppRole(server.ownerUrl);
  const { ownerUrl, stop } = await newDatabase(server.ownerUrl);
  const filesFolder = mkdtempSync(join(tmpdir(), 'oneneedle-bench-'));
  const database = await migrated(ownerUrl);
  try {
    const accounts = await makePeople(database);
    let made = 0;
    for (const towns of sizes) {
      const started = performance.now();
      for (; made < towns; made += 1) await makeTown(database, { index: made, accounts });
      await asOwner(ownerUrl, 'vacuum analyze');
      const value = Math.round((performance.now() - started) / 1000);
      yield { figure: 'loading the facts', value, unit: 's', towns, facts: towns * factsEach };
      yield* atSize({ ownerUrl, filesFolder }, towns, pace);
    }
  } finally {
    endAsking();
    await database.close();
    rmSync(filesFolder, { recursive: true, force: true });
    await stop();
    await server.stop();
  }
}

async function migrated(ownerUrl: string): Promise<AppDatabase> {
  await migrate(ownerUrl);
  return connectApp({ ownerUrl, connections: 2 });
}

async function* atSize(place: Place, towns: number, pace: Pace): AsyncIterable<Figure> {
  const recordings = await recordingsAt(place, towns);
  const program = await started('program.ts', { ...place, connections });
  const bare = await started('bare.ts', { url: appUrlOf(place.ownerUrl), connections, recordings });
  try {
    const cookies = await signedIn(program.origin);
    for (const deed of deedsOf(cookies)) {
      const taken = await inTurns(deed, { program, bare, place, towns, pace });
      yield* figuresOf(deed, { towns, ...taken });
    }
    yield* afterPosting(program.origin, { cookies, towns });
  } finally {
    await bare.stop();
    await program.stop();
  }
}

/** What the program asks of the database when it is warm, for every deed in every town. */
async function recordingsAt(place: Place, towns: number): Promise<Record<string, Recording>> {
  const program = await startBenchProgram({ ...place, connections: 2 });
  const recordings: Record<string, Recording> = {};
  try {
    const origin = await program.http.listen({ port: 0, host: '127.0.0.1' });
    for (const deed of deedsOf(await signedIn(origin))) {
      for (let town = 0; town < towns; town += 1) {
        const once = () => recorded(() => answerTo({ origin, ...deed.at(town, chanceOf('same')) }));
        const first = await once();
        const second = await once();
        recordings[pathOf(deed, town)] = deed.writes ? withFresh(first, second) : second;
      }
    }
  } finally {
    await program.close();
  }
  return recordings;
}

function pathOf({ code }: Deed, town: number): string {
  return `/${code}/${town}`;
}

interface Turns {
  readonly program: Started;
  readonly bare: Started;
  readonly place: Place;
  readonly towns: number;
  readonly pace: Pace;
}

interface BothTaken {
  readonly ours: Taken;
  readonly bare: Taken;
}

/** The first turn is not counted: after it both have their code compiled and their pages read. */
async function inTurns(
  deed: Deed,
  { program, bare, place, towns, pace }: Turns,
): Promise<BothTaken> {
  const chance = chanceOf(`${deed.code} at ${towns}`);
  const town = () => chance.between(0, towns - 1);
  const askOurs = () => ({ origin: program.origin, ...deed.at(town(), chance) });
  const askBare = () => {
    return { origin: bare.origin, method: 'POST' as const, path: pathOf(deed, town()), body: '{}' };
  };
  const [ours, theirs]: [Taken[], Taken[]] = [[], []];
  for (let turn = 0; turn <= pace.turns; turn += 1) {
    const first = await askFor(askOurs, { ...pace, askers });
    if (deed.writes) await forgetEntries(place);
    const second = await askFor(askBare, { ...pace, askers });
    if (deed.writes) await forgetEntries(place);
    if (turn === 0) continue;
    ours.push(first);
    theirs.push(second);
  }
  return { ours: together(ours), bare: together(theirs) };
}

/** Entries that pile up would slow both down, and not by the same. */
async function forgetEntries({ ownerUrl }: Place): Promise<void> {
  await asOwner(
    ownerUrl,
    `delete from desk_line where room = 'ledger'; delete from entry where state <> 'posted'`,
  );
}

function* figuresOf(
  { name, writes }: Deed,
  { towns, ours, bare }: BothTaken & { towns: number },
): Iterable<Figure> {
  const facts = towns * factsEach;
  const warm = writes ? 'a first turn' : 'a first turn in towns drawn by chance';
  const note = `${askers} ask at once, ${ours.answers} answers; warmed by ${warm}`;
  const common = { towns, facts };
  const round = (value: number) => Math.round(value * 10) / 10;
  yield { figure: name, value: round(perSecond(ours)), unit: 'requests/s', ...common, note };
  yield {
    figure: `${name}, 99 in 100 within`,
    value: round(within(ours, 0.99)),
    unit: 'ms',
    ...common,
  };
  yield {
    figure: `${name}, bare handler`,
    value: round(perSecond(bare)),
    unit: 'requests/s',
    ...common,
  };
  yield {
    figure: `${name}, bare handler, 99 in 100 within`,
    value: round(within(bare, 0.99)),
    unit: 'ms',
    ...common,
  };
  const ratio = Math.round((perSecond(ours) / perSecond(bare)) * 1000) / 1000;
  yield { figure: `${name}, ours to bare`, value: ratio, unit: 'ratio', ...common };
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

interface Started {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts a process of the bench and hands over what it needs. */
async function started(file: string, needs: object): Promise<Started> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(needs);
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
