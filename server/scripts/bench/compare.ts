/**
 * The program held against a bare handler on the same database: both are processes of their own and
 * are asked in turns, a few seconds each, in one run, so that what is read is their ratio.
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
import { type Chance, chanceOf } from '../demo/random.ts';
import {
  type Asked,
  answerTo,
  askFor,
  endAsking,
  perSecond,
  type Taken,
  together,
  within,
} from './asking.ts';
import { startBenchProgram } from './program.ts';
import { type Recording, recorded, withFresh } from './recording.ts';

/** A request without the place that answers it. */
export type Request = Omit<Asked, 'origin'>;

/** One kind of request. */
export interface Deed {
  readonly name: string;
  /** For a file name and an address. */
  readonly code: string;
  readonly writes: boolean;
  /** A request in one town. */
  at(town: number, chance: Chance): Request;
}

/** How long and how often each of the two is asked. */
export interface Pace {
  readonly seconds: number;
  readonly turns: number;
}

const askers = 4;
const connections = 10; // as the program has by default

export interface Place {
  readonly ownerUrl: string;
  readonly filesFolder: string;
}

/** A migrated database of its own with the files of evidence, gone when the figures are out. */
export async function* onFreshDatabase(
  figures: (place: Place & { database: AppDatabase }) => AsyncIterable<Figure>,
): AsyncIterable<Figure> {
  const server = await scratchServer();
  await ensureAppRole(server.ownerUrl);
  const { ownerUrl, stop } = await newDatabase(server.ownerUrl);
  const filesFolder = mkdtempSync(join(tmpdir(), 'oneneedle-bench-'));
  await migrate(ownerUrl);
  const database = await connectApp({ ownerUrl, connections: 2 });
  try {
    yield* figures({ ownerUrl, filesFolder, database });
  } finally {
    endAsking();
    await database.close();
    rmSync(filesFolder, { recursive: true, force: true });
    await stop();
    await server.stop();
  }
}

/** What is compared: deeds for whoever signed in, in towns that are there already. */
export interface Comparison {
  readonly place: Place;
  readonly towns: number;
  readonly pace: Pace;
  deedsOf(origin: string): Promise<readonly Deed[]>;
  /** Run as the owner between the turns of a deed that writes: rows that pile up slow both down. */
  readonly forget?: string;
  /** Told beside every figure: how many facts or open items there are. */
  readonly facts?: number;
  readonly items?: number;
  /** Asked of the running program when all deeds are compared. */
  after?(origin: string): AsyncIterable<Figure>;
}

/** Compares every deed, then asks what is left. */
export async function* compared(comparison: Comparison): AsyncIterable<Figure> {
  const { place, after } = comparison;
  const recordings = await recordingsAt(comparison);
  const program = await started('program.ts', { ...place, connections });
  const bare = await started('bare.ts', { url: appUrlOf(place.ownerUrl), connections, recordings });
  try {
    for (const deed of await comparison.deedsOf(program.origin)) {
      const taken = await inTurns(deed, { ...comparison, program, bare });
      yield* figuresOf(deed, { ...comparison, ...taken });
    }
    if (after) yield* after(program.origin);
  } finally {
    await bare.stop();
    await program.stop();
  }
}

/** What the program asks of the database when it is warm, for every deed in every town. */
async function recordingsAt({
  place,
  towns,
  deedsOf,
}: Comparison): Promise<Record<string, Recording>> {
  const program = await startBenchProgram({ ...place, connections: 2 });
  const recordings: Record<string, Recording> = {};
  try {
    const origin = await program.http.listen({ port: 0, host: '127.0.0.1' });
    for (const deed of await deedsOf(origin)) {
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

interface Turns extends Comparison {
  readonly program: Started;
  readonly bare: Started;
}

interface BothTaken {
  readonly ours: Taken;
  readonly bare: Taken;
}

/** The first turn is not counted: after it both have their code compiled and their pages read. */
async function inTurns(
  deed: Deed,
  { program, bare, place, towns, pace, forget }: Turns,
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
    if (deed.writes && forget) await asOwner(place.ownerUrl, forget);
    const second = await askFor(askBare, { ...pace, askers });
    if (deed.writes && forget) await asOwner(place.ownerUrl, forget);
    if (turn === 0) continue;
    ours.push(first);
    theirs.push(second);
  }
  return { ours: together(ours), bare: together(theirs) };
}

function* figuresOf(
  { name, writes }: Deed,
  { towns, facts, items, ours, bare }: BothTaken & Pick<Comparison, 'towns' | 'facts' | 'items'>,
): Iterable<Figure> {
  const warm = writes ? 'a first turn' : 'a first turn in towns drawn by chance';
  const note = `${askers} ask at once, ${ours.answers} answers; warmed by ${warm}`;
  const common = {
    towns,
    ...(facts === undefined ? {} : { facts }),
    ...(items === undefined ? {} : { items }),
  };
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

/** Runs SQL with the rights of the database's owner. */
export async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
