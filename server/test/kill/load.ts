/**
 * Clerks who record and who type on a shared sheet, reviewers who post, and people who send files,
 * all at once. Whoever gets no
 * answer, or is told to come again, asks again with the same key, as a page does.
 */

import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Chance } from '../../scripts/demo/random.ts';
import { chinaDay } from '../../src/platform/index.ts';
import { clause, recorderName, sheet, townCode, typedColumn, villages } from './town.ts';

/** A posting that was answered with success. */
export interface Posted {
  /** What it was recorded under, once in the whole run. */
  readonly documentNo: string;
  readonly entryId: string;
  readonly factId: string;
  readonly seq: number;
}

/** A file that was answered with success. */
export interface Kept {
  readonly evidenceId: string;
  readonly sha256: string;
}

/** A typed cell of a score sheet that was answered with success. */
export interface Typed {
  readonly subject: string;
  readonly value: string;
  readonly version: number;
}

/** What was acknowledged so far, and what was asked for it. */
export interface Acknowledged {
  readonly posted: Posted[];
  readonly kept: Kept[];
  /** In the order of typing: of one cell the last one counts. */
  readonly typed: Typed[];
  /** Answers 503 with `gate.busy`. */
  busy: number;
  /** Requests that got no answer. */
  unanswered: number;
}

export interface Load {
  readonly acknowledged: Acknowledged;
  resume(): void;
  /** Waits for so many more acknowledgements. */
  acknowledge(count: number): Promise<void>;
  /** Lets everybody end what is under way, however often they must ask; nobody begins anything new. */
  pause(): Promise<void>;
  end(): Promise<void>;
}

interface LoadNeeds {
  readonly origin: string;
  readonly cookies: { readonly recorder: string; readonly reviewer: string };
  readonly chance: Chance;
}

const clerks = 4;
const senders = 2;
const typists = 1;

/** Begins paused. */
export function loadOn(needs: LoadNeeds): Load {
  const acknowledged: Acknowledged = { posted: [], kept: [], typed: [], busy: 0, unanswered: 0 };
  const asking = askingOf(needs.origin, acknowledged);
  let isOver = false;
  let gate = Promise.withResolvers<void>();
  let resting = Array.from({ length: clerks + senders + typists }, () =>
    Promise.withResolvers<void>(),
  );

  const worker = async (index: number, deed: () => Promise<void>) => {
    for (;;) {
      resting[index]?.resolve();
      await gate.promise;
      if (isOver) return;
      await deed();
    }
  };
  const post = () => postOne(asking, needs, acknowledged);
  const send = () => sendOne(asking, needs, acknowledged);
  const type = () => typeOne(asking, needs, acknowledged);
  const working = Promise.all(
    resting.map((_, index) =>
      worker(index, index < clerks ? post : index < clerks + senders ? send : type),
    ),
  );
  // Somebody who failed rests no more: whoever waits for rest hears of it.
  const failed = working.then(() => {});
  failed.catch(() => {});

  return {
    acknowledged,
    resume: () => gate.resolve(),
    acknowledge: async (count) => {
      const { posted, kept, typed } = acknowledged;
      const told = () => posted.length + kept.length + typed.length;
      const until = told() + count;
      const enough = async () => {
        while (told() < until) await sleep(5);
      };
      await Promise.race([enough(), failed]);
    },
    pause: async () => {
      gate = Promise.withResolvers<void>();
      resting = resting.map(() => Promise.withResolvers<void>());
      await Promise.race([Promise.all(resting.map(({ promise }) => promise)), failed]);
    },
    end: async () => {
      isOver = true;
      gate.resolve();
      await failed;
    },
  };
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Asks once: undefined where there was no answer or the answer was to come again. */
type AskOnce = (asked: Asked, key: string) => Promise<Answered | undefined>;

function askingOf(origin: string, counts: Acknowledged): AskOnce {
  return async ({ method, path, cookie, body }, key) => {
    try {
      const isForm = body instanceof FormData;
      const answer = await fetch(`${origin}/api/towns/${townCode}${path}`, {
        method,
        headers: {
          cookie,
          ...(method === 'POST' ? { 'idempotency-key': key } : {}),
          ...(method === 'POST' && !isForm ? { 'content-type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body: isForm ? body : JSON.stringify(body) } : {}),
      });
      const told: unknown = await answer.json();
      if (answer.status !== 503) return { status: answer.status, body: told };
      z.looseObject({ code: z.literal('gate.busy') }).parse(told);
      counts.busy += 1;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // what fetch throws where nothing answers
      counts.unanswered += 1;
    }
    return undefined;
  };
}

/** Asks with the same key until there is an answer; any but success ends the run. */
async function insist<T>(once: AskOnce, asked: Asked, shape: z.ZodType<T>): Promise<T> {
  const key = randomUUID();
  for (;;) {
    const answer = await once(asked, key);
    if (answer) return succeeded(asked, answer, shape);
    await sleep(40);
  }
}

function succeeded<T>({ path }: Asked, { status, body }: Answered, shape: z.ZodType<T>): T {
  if (status === 200) return shape.parse(body);
  throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
}

const recorded = z.looseObject({ entry: z.looseObject({ id: z.string(), version: z.int() }) });
const reviewed = z.looseObject({
  facts: z.array(z.looseObject({ id: z.string(), seq: z.int() })).length(1),
});

async function postOne(
  once: AskOnce,
  { cookies, chance }: LoadNeeds,
  { posted }: Acknowledged,
): Promise<void> {
  const documentNo = randomUUID();
  const record = {
    kind: 'garbage',
    clause,
    about: [{ subject: chance.pick(villages) }],
    on: chinaDay(new Date().toISOString()),
    values: { 处数: String(chance.between(1, 3)) },
    doc: { no: documentNo },
    evidence: ['巡查记录第3页'],
    note: `查到的地方写在巡查记录上，编号${documentNo}。`,
  };
  const { recorder, reviewer } = cookies;
  const { entry } = await insist(
    once,
    { method: 'POST', path: '/ledger/entries', cookie: recorder, body: record },
    recorded,
  );
  const entries = [{ id: entry.id, version: entry.version }];
  const { facts } = await insist(
    once,
    { method: 'POST', path: '/ledger/reviews', cookie: reviewer, body: { entries } },
    reviewed,
  );
  const [fact] = facts;
  if (fact) posted.push({ documentNo, entryId: entry.id, factId: fact.id, seq: fact.seq });
}

const typedReply = z.looseObject({
  saved: z.array(z.looseObject({ value: z.string(), version: z.int() })).length(1),
  conflicts: z.array(z.unknown()).length(0),
});

/** Types over what was acknowledged last; a reply that was lost must not look like somebody else. */
async function typeOne(
  once: AskOnce,
  { cookies, chance }: LoadNeeds,
  { typed }: Acknowledged,
): Promise<void> {
  const subject = chance.pick(villages);
  const value = randomUUID();
  const { version, value: was } = typed.findLast((cell) => cell.subject === subject) ?? none;
  const body = {
    ...{ ...sheet(), userName: recorderName },
    cells: [{ subject, column: typedColumn, value, base: { version, value: was } }],
  };
  const asked: Asked = {
    ...{ method: 'POST', path: '/ledger/sheet/cells', cookie: cookies.recorder, body },
  };
  const [saved] = (await insist(once, asked, typedReply)).saved;
  if (saved) typed.push({ subject, value: saved.value, version: saved.version });
}

const none = { version: 0, value: '' };

const upload = z.looseObject({ uploadId: z.string(), received: z.int() });
const finished = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('examining') }),
  z.looseObject({ state: z.literal('kept'), evidence: z.looseObject({ id: z.string() }) }),
]);

const partBytes = 60_000;

async function sendOne(
  once: AskOnce,
  { cookies: { recorder: cookie }, chance }: LoadNeeds,
  { kept }: Acknowledged,
): Promise<void> {
  const line = `${randomUUID()} 现场走访记录，情况属实。\n`;
  const bytes = Buffer.from(line.repeat(chance.between(20, 4000)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { uploadId } = await insist(
    once,
    {
      method: 'POST',
      path: '/evidence/uploads',
      cookie,
      body: { name: '走访记录.txt', bytes: bytes.length, sha256, confirmed: true },
    },
    upload,
  );
  const place = `/evidence/uploads/${uploadId}`;
  for (let at = 0; at < bytes.length; ) at = await sendPart(once, { place, cookie, bytes, at });
  for (;;) {
    const body = { caption: '走访记录', takenBy: '', note: '' };
    const asked: Asked = { method: 'POST', path: `${place}/finish`, cookie, body };
    const reply = await insist(once, asked, finished);
    if (reply.state === 'kept') {
      kept.push({ evidenceId: reply.evidence.id, sha256 });
      return;
    }
    await sleep(20);
  }
}

interface Sending {
  readonly place: string;
  readonly cookie: string;
  readonly bytes: Buffer;
  readonly at: number;
}

/** Sends what follows; whoever got no answer asks how much is there. @returns where to go on. */
async function sendPart(once: AskOnce, { place, cookie, bytes, at }: Sending): Promise<number> {
  const form = new FormData();
  form.set('offset', String(at));
  form.set('part', new File([Buffer.from(bytes.subarray(at, at + partBytes))], 'part'));
  const asked: Asked = { method: 'POST', path: `${place}/parts`, cookie, body: form };
  const answer = await once(asked, randomUUID());
  if (answer) return succeeded(asked, answer, z.looseObject({ received: z.int() })).received;
  return (await insist(once, { method: 'GET', path: place, cookie }, upload)).received;
}
