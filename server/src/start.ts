/**
 * The program from nothing to an address in the browser: `npm start`, and `npm run demo` with the
 * demonstration township. Ends gracefully on Ctrl-C or a service manager's signal.
 */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDemonstration } from './demonstration.ts';
import { type Demonstration, readDemonstration } from './demonstration-files.ts';
import { type Installation, installationOf } from './installation.ts';
import { isEmptyInstallation, newOneTimeKey } from './org/index.ts';
import {
  type Configuration,
  connectApp,
  createLog,
  type Database,
  ensureAppRole,
  isDatabaseAway,
  launchDatabase,
  migrate,
  openJobs,
  Refusal,
  type Stopwatch,
  stopwatch,
} from './platform/index.ts';
import { type Program, startProgram } from './program.ts';

const checkout = join(import.meta.dirname, '../..');
const tell = (sentence: string) => console.log(sentence);

try {
  await start({ isDemonstration: process.argv.includes('--demo'), env: process.env });
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = error instanceof Refusal ? error.exitCode : 3;
}

interface Start {
  readonly isDemonstration: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Pages are built while the database starts; the address is printed when both are there. */
async function start({ isDemonstration, env }: Start): Promise<void> {
  const started = performance.now();
  const installation = installationOf(env, { isDemonstration });
  const { configuration } = installation;
  const watch = stopwatch();
  const launching = watch.time('数据库', () => launchDatabase({ ...installation.database, tell }));
  const building = watch.time('网页', () => builtPages(configuration.pages));
  const reading = isDemonstration ? watch.time('读演示', readDemonstration) : undefined;
  for (const awaitedLater of [building, reading]) awaitedLater?.catch(() => {});
  const database = await launching;
  try {
    const opening = { env, building, reading, watch };
    const program = await onceBack(() => opened(database, installation, opening));
    const { url, jobs: work } = program;
    const log = createLog(configuration.logLevel);
    const needs = { ownerUrl: database.url, url, jobs: work, log };
    const jobs = await watch.time('定时的事', () => onceBack(() => openJobs(needs)));
    tell(`已就绪：${configuration.origin}（用时 ${seconds(started)} 秒，按 Ctrl-C 结束）`);
    if (isDemonstration) tell(`各步用时（秒，有的同时进行）：${watch.told()}`);
    endOnSignal([jobs.close, program.close, database.stop]);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** A database that is killed while the program starts is started again: what it broke off is done anew. */
async function onceBack<T>(step: () => Promise<T>): Promise<T> {
  const last = performance.now() + 60_000;
  for (let isTold = false; ; isTold = true) {
    try {
      return await step();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > last) throw error;
      if (!isTold) tell('数据库这会儿连不上，等它回来再接着启动，最多等一分钟。');
      await sleep(250);
    }
  }
}

interface Opening extends Pick<Start, 'env'> {
  readonly building: Promise<string>;
  /** Absent where no demonstration was asked for. */
  readonly reading: Promise<Demonstration> | undefined;
  readonly watch: Stopwatch;
}

async function opened(
  database: Database,
  { configuration, filesFolder }: Installation,
  { env, building, reading, watch }: Opening,
): Promise<Program> {
  const appUrl = env.DATABASE_APP_URL;
  if (!appUrl) await ensureAppRole(database.url);
  const applied = await watch.time('升级', () => migrate(database.url));
  tell(`数据库 PostgreSQL ${database.version}，升级脚本 ${applied.length} 个。`);
  mkdirSync(filesFolder, { recursive: true, mode: 0o700 });
  const shared = { ownerUrl: database.url, ...(appUrl ? { appUrl } : {}), filesFolder };
  if (reading) await loadDemonstration(await reading, { ...shared, tell, watch });
  const setUpKey = await setUpKeyOf(shared);
  const pages = await building;
  const needs = {
    ...shared,
    ...(setUpKey === undefined ? {} : { setUpKey }),
    secret: secretOf(configuration.folder, env.ONENEEDLE_SECRET),
    origin: configuration.origin,
    ...(configuration.identity ? { identitySettings: configuration.identity } : {}),
    robotHosts: configuration.robotHosts,
    ...(configuration.mail ? { mailSettings: configuration.mail } : {}),
    fileBytesMax: configuration.fileBytesMax,
    pages,
    log: createLog(configuration.logLevel),
  };
  const program = await watch.time('程序', () => startProgram(needs));
  await listening(program, configuration);
  if (setUpKey !== undefined) {
    tell(
      `这里还没有任何账号。请打开 ${configuration.origin}/set-up，用一次性钥匙设置：${setUpKey}`,
    );
  }
  return program;
}

/** A new key at every start, until somebody has an account. */
async function setUpKeyOf(shared: { ownerUrl: string; appUrl?: string }) {
  const database = await connectApp({ ...shared, connections: 1 });
  try {
    return (await isEmptyInstallation(database.queries)) ? newOneTimeKey() : undefined;
  } finally {
    await database.close();
  }
}

async function listening(program: Program, { host, port }: Configuration): Promise<void> {
  try {
    await program.http.listen({ host, port });
  } catch (error) {
    await program.close();
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    throw new Refusal(
      `端口 ${port} 已被别的程序占用，多半是本程序已经开着。换一个端口：PORT=${port + 1} npm start。`,
    );
  }
}

/** Ends what is under way in this order; a second signal ends at once. */
function endOnSignal(endings: readonly (() => Promise<void>)[]): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    tell('正在结束：办完手上的请求，再停数据库。');
    for (const ending of endings) await ending();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}

/** The secret of cookies and digests: from the environment, else made once and kept beside the data. */
function secretOf(folder: string, given: string | undefined): string {
  if (given) {
    if (given.length >= 32) return given;
    throw new Refusal('ONENEEDLE_SECRET 太短，至少 32 个字符，请用随机生成的。');
  }
  const path = join(folder, 'secret');
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** Builds the pages if a source is newer than what was built. @returns the folder of the pages. */
async function builtPages(given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const web = join(checkout, 'web');
  const dist = join(web, 'dist');
  const index = join(dist, 'index.html');
  const sources = ['web/src', 'web/index.html', 'web/vite.config.ts', 'contract/src', 'kernel/src'];
  const newest = Math.max(...sources.map((path) => newestIn(join(checkout, path))));
  if (existsSync(index) && statSync(index).mtimeMs > newest) return dist;
  tell('正在生成网页，第一次约需十秒。');
  const log: string[] = [];
  // Whatever started us, a test too: another name builds in what libraries have for their makers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn('vite', ['build', '--logLevel', 'warn'], { cwd: web, stdio: 'pipe', env });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => log.push(`${chunk}`));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return dist;
  throw new Refusal(`网页没有生成成功：\n${log.join('').trimEnd()}`);
}

function newestIn(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
