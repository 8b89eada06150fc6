/**
 * The program as its users meet it: over HTTP, on a database of the test file's own, in towns that
 * the test founds, with people whose names say what they may do.
 */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { createAccount, foundTown, giveRole, type NewGrant } from '../../src/org/index.ts';
import {
  type AppDatabase,
  connectApp,
  createLog,
  type Queries,
  setTenant,
} from '../../src/platform/index.ts';
import { type Program, type ProgramNeeds, startProgram } from '../../src/program.ts';
import { newDatabase, type Scratch } from './scratch.ts';

/** What an answer was; `body` is JSON where there is any. */
export interface Answer {
  readonly status: number;
  /** A test looks into whatever came back. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
  /** The body as it came. */
  readonly bytes: Uint8Array;
}

/** A signed-in person (or a stranger) who asks the program. */
export interface Asker {
  readonly accountId: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface Kit {
  readonly origin: string;
  readonly ownerUrl: string;
  readonly filesFolder: string;
  /** The program's own role, for looking at what is really stored. */
  readonly database: AppDatabase;
  /** Moves the program's clock; it stands still otherwise. */
  setNow(instant: string): void;
  /** Founds a town; @returns its tenant id. */
  town(code: string, name: string): Promise<string>;
  /** Makes an account with roles in a town and signs it in. */
  person(town: string, userName: string, ...grants: PersonGrant[]): Promise<Asker>;
  stranger(): Asker;
  /** Runs in a transaction with the town's tenant set, as the program's role. */
  inside<T>(tenantId: string, run: (db: Queries) => Promise<T>): Promise<T>;
}

type PersonGrant = Pick<NewGrant, 'role' | 'unit' | 'lines'>;

/** The password of every person of a test. */
export const testPassword = 'test sentence of twenty letters';

/**
 * Starts the program for a test file; use inside the file's outermost scope. `more` is asked when it
 * starts, after the hooks that stand above.
 * The clock stands at 2026-04-10T02:00:00Z (10:00 in China) until the test moves it.
 */
export function useProgram(
  more: () => Partial<Pick<ProgramNeeds, 'identitySettings' | 'robotHosts'>> = () => ({}),
): () => Kit {
  let kit: Kit | undefined;
  let end = async () => {};
  beforeAll(async () => {
    const scratch = await newDatabase(inject('serverUrl'), inject('template'));
    const started = await startKit(scratch, more());
    kit = started.kit;
    end = started.end;
  });
  afterAll(() => end());
  return () => {
    if (!kit) throw new Error('the program starts before the first test, not while a file loads');
    return kit;
  };
}

/** Starts the program on a migrated database, which ends with it; `port` 0 is a free one. */
export async function startKit(
  scratch: Scratch,
  { port = 0, ...more }: Partial<ProgramNeeds> & { readonly port?: number },
): Promise<{ kit: Kit; end: () => Promise<void> }> {
  const filesFolder = mkdtempSync(join(tmpdir(), 'oneneedle-files-'));
  let now = new Date('2026-04-10T02:00:00.000Z');
  const program = await startProgram({
    ownerUrl: scratch.ownerUrl,
    secret: 'a secret of the tests, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    filesFolder,
    clock: () => now,
    log: createLog('error'),
    connections: 4,
    ...more,
  });
  const origin = await program.http.listen({ port, host: '127.0.0.1' });
  const database = await connectApp({ ownerUrl: scratch.ownerUrl, connections: 2 });
  const kit = kitOf({ origin, scratch, filesFolder, database, now: () => now });
  return {
    kit: {
      ...kit,
      setNow: (instant) => {
        now = new Date(instant);
      },
    },
    end: () => endKit({ program, database, scratch, filesFolder }),
  };
}

interface Parts {
  readonly origin: string;
  readonly scratch: Scratch;
  readonly filesFolder: string;
  readonly database: AppDatabase;
  readonly now: () => Date;
}

function kitOf({ origin, scratch, filesFolder, database, now }: Parts): Omit<Kit, 'setNow'> {
  const inside: Kit['inside'] = (tenantId, run) =>
    database.queries.transaction().execute(async (db) => {
      await setTenant(db, tenantId);
      return run(db);
    });
  return {
    origin,
    ownerUrl: scratch.ownerUrl,
    filesFolder,
    database,
    inside,
    town: (code, name) => foundTown(database.queries, { code, name, kind: 'town' }),
    stranger: () => askerOf(origin, '', ''),
    person: async (town, userName, ...grants) => {
      const { id: tenantId } = await database.queries
        .selectFrom('tenant')
        .select('id')
        .where('code', '=', town)
        .executeTakeFirstOrThrow();
      const accountId = await inside(tenantId, async (db) => {
        const id = await createAccount(db, {
          userName,
          password: testPassword,
          mustChangePassword: false,
          now: now().toISOString(),
        });
        for (const grant of grants) {
          await giveRole(db, { ...grant, tenantId, accountId: id, from: '2026-01-01' });
        }
        return id;
      });
      return askerOf(origin, accountId, await cookieOf(origin, userName));
    },
  };
}

async function cookieOf(origin: string, userName: string): Promise<string> {
  const answer = await askerOf(origin, '', '').post('/api/auth/sign-in', {
    userName,
    password: testPassword,
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${JSON.stringify(answer.body)}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function askerOf(origin: string, accountId: string, cookie: string): Asker {
  const ask: Asker['ask'] = async (method, path, body, headers = {}) => {
    const isFile = body instanceof Blob;
    const reply = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = /json/.test(reply.headers.get('content-type') ?? '');
    const { status, headers: told } = reply;
    return { status, body: isJson ? JSON.parse(text) : text, headers: told, bytes };
  };
  return {
    accountId,
    ask,
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
  };
}

interface Started {
  readonly program: Program;
  readonly database: AppDatabase;
  readonly scratch: Scratch;
  readonly filesFolder: string;
}

async function endKit({ program, database, scratch, filesFolder }: Started): Promise<void> {
  await program.close();
  await database.close();
  await scratch.stop();
  rmSync(filesFolder, { recursive: true, force: true });
}
