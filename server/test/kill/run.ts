/**
 * `npm run kill -- --kills 50 --seed 7 [--what server|database|both]`: kills the program's process
 * and its PostgreSQL with `kill -9` under load, that many times each, and checks after every time
 * that what was acknowledged is there, whole and once. One JSON line a round, one at the end; exit
 * code 0 only if nothing was lost and nothing is wrong.
 */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Chance, chanceOf } from '../../scripts/demo/random.ts';
import { runningUrl } from '../../src/platform/postgres/launch.ts';
import { checkFiles, checkTables, type Findings } from './checks.ts';
import { type Load, loadOn } from './load.ts';
import { foundKillTown, signInBoth } from './town.ts';
import { type Part, type Victim, victimIn } from './victim.ts';

/** One kill: under load, or into the repair of the one before. */
interface Kill {
  readonly part: Part;
  readonly during: 'load' | 'repair';
  /** Acknowledgements that are waited for first, so that a slow machine is under load too. */
  readonly afterAcknowledged: number;
  readonly afterMilliseconds: number;
}

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 1_000_000)) },
    what: { type: 'string', default: 'both' },
  },
});
const parts: readonly Part[] = ['server', 'database'];
const chosen = parts.filter((part) => values.what === 'both' || values.what === part);
const kills = Number(values.kills);
if (!(Number.isInteger(kills) && kills > 0) || chosen.length === 0) {
  console.error('usage: run.ts --kills 50 --seed 7 [--what server|database|both]');
  process.exit(2);
}
process.exitCode = await run();

async function run(): Promise<number> {
  const chance = chanceOf(`kill ${values.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-kill-'));
  chmodSync(folder, 0o755);
  const victim = await victimIn(folder);
  try {
    victim.start();
    await victim.ready();
    await foundKillTown(urlOf(victim), new Date().toISOString());
    const cookies = await signInBoth(victim.origin);
    const load = loadOn({
      origin: victim.origin,
      cookies,
      chance: chanceOf(`load ${values.seed}`),
    });
    const findings = await rounds(victim, load, { chance, cookie: cookies.recorder });
    await load.end();
    return tellEnd(load, findings);
  } catch (error) {
    console.error(`seed ${values.seed}; what the program printed last:\n${victim.printed()}`);
    throw error;
  } finally {
    await victim.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Rounds {
  readonly chance: Chance;
  readonly cookie: string;
}

async function rounds(victim: Victim, load: Load, { chance, cookie }: Rounds): Promise<Findings> {
  const { acknowledged } = load;
  const reader = { origin: victim.origin, cookie };
  let lost = 0;
  const faults: string[] = [];
  let readFiles = 0;
  for (const [at, round] of roundsOf(planOf(chance)).entries()) {
    load.resume();
    for (const kill of round) await strike(victim, load, kill);
    const struck = performance.now();
    await victim.ready();
    const downMilliseconds = Math.round(performance.now() - struck);
    await load.pause();
    const tables = await checkTables(urlOf(victim), acknowledged);
    const files = await checkFiles(reader, acknowledged.kept.slice(readFiles));
    readFiles = acknowledged.kept.length;
    lost += tables.lost + files.lost;
    faults.push(...tables.faults, ...files.faults);
    tell({
      round: at + 1,
      kills: round,
      downMilliseconds,
      facts: acknowledged.posted.length,
      files: acknowledged.kept.length,
      cells: acknowledged.typed.length,
      lost,
      faults: [...tables.faults, ...files.faults],
    });
  }
  const again = await checkFiles(reader, acknowledged.kept);
  return { lost: lost + again.lost, faults: [...faults, ...again.faults] };
}

/** As many kills of each part, in a drawn order; every fourth falls into the repair of the one before. */
function planOf(chance: Chance): Kill[] {
  const all = chosen.flatMap((part) => Array.from({ length: kills }, () => part));
  return chance.draw(all, all.length).map((part) => {
    return chance.percent(25)
      ? { part, during: 'repair', afterAcknowledged: 0, afterMilliseconds: chance.between(0, 3000) }
      : {
          part,
          during: 'load',
          afterAcknowledged: chance.between(0, 30),
          afterMilliseconds: chance.between(0, 300),
        };
  });
}

/** Kills that are checked together: one under load, with those into its repair. */
function roundsOf(plan: readonly Kill[]): Kill[][] {
  const rounds: Kill[][] = [];
  for (const kill of plan) {
    const last = rounds.at(-1);
    if (last && kill.during === 'repair') last.push(kill);
    else rounds.push([kill]);
  }
  return rounds;
}

/** The database is started anew by the program, the program by whoever runs it: by us. */
async function strike(victim: Victim, load: Load, kill: Kill): Promise<void> {
  const { part, afterAcknowledged, afterMilliseconds } = kill;
  await load.acknowledge(afterAcknowledged);
  await sleep(afterMilliseconds);
  await victim.kill(part);
  if (part === 'server') victim.start();
}

function tellEnd({ acknowledged }: Load, { lost, faults }: Findings): number {
  const { posted, kept, typed, busy, unanswered } = acknowledged;
  tell({
    kills: chosen.length * kills,
    ...Object.fromEntries(chosen.map((part) => [part, kills])),
    acknowledged: posted.length + kept.length + typed.length,
    facts: posted.length,
    files: kept.length,
    cells: typed.length,
    lost,
    faults: faults.length,
    askedAgain: { busy, unanswered },
    seed: values.seed,
  });
  return faults.length === 0 ? 0 : 1;
}

function urlOf({ folder }: Victim): string {
  const url = runningUrl(folder);
  if (url === undefined) throw new Error('no database runs on the folder');
  return url;
}

function tell(line: object): void {
  console.log(JSON.stringify(line));
}
