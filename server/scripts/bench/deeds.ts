/** What is asked of the program: one-list read, score-sheet save, standings read. */

import { randomUUID } from 'node:crypto';
import type { Chance } from '../demo/random.ts';
import { answerTo } from './asking.ts';
import type { Deed, Request } from './compare.ts';
import { line, password, period, sheets, townCode, villages } from './towns.ts';

export interface Cookies {
  readonly clerk: string;
  readonly head: string;
}

/** Signs both accounts in. */
export async function signedIn(origin: string): Promise<Cookies> {
  return { clerk: await cookieOf(origin, 'clerk'), head: await cookieOf(origin, 'head') };
}

/** Signs an account of the bench in. @returns what a request carries. */
export async function cookieOf(origin: string, userName: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}

export function deedsOf({ clerk, head }: Cookies): readonly Deed[] {
  return [
    {
      name: 'one-list read',
      code: 'list',
      writes: false,
      at: (town) => get(`/api/towns/${townCode(town)}/desk`, head),
    },
    {
      name: 'score-sheet save, 20 rows',
      code: 'save',
      writes: true,
      at: (town, chance) => saveSheet(town, chance.pick(sheets), clerk, chance),
    },
    {
      name: 'standings read',
      code: 'standings',
      writes: false,
      at: (town) => standingsOf(town, { clerk, head }),
    },
  ];
}

export function standingsOf(town: number, { head }: Cookies): Request {
  return get(`/api/towns/${townCode(town)}/periods/${line}/${period}/standings`, head);
}

function get(path: string, cookie: string): Request {
  return { method: 'GET', path, headers: { cookie } };
}

function post(path: string, cookie: string, body: unknown): Request {
  const headers = {
    cookie,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}

/** A clerk's sheet with a row for every village. */
export function saveSheet(
  town: number,
  { kind, clause }: (typeof sheets)[number],
  cookie: string,
  chance: Chance,
): Request {
  const rows = villages.map((subject) => ({
    subject,
    on: `2026-11-${chance.between(10, 20)}`,
    values: { 处数: String(chance.between(1, 4)), 再次: '否' },
    evidence: ['巡查记录第3页'],
  }));
  return post(`/api/towns/${townCode(town)}/ledger/sheet`, cookie, {
    line,
    clause,
    period,
    kind,
    rows,
  });
}

/** Records one fact and has it posted by the other. */
export async function postOne(
  origin: string,
  { town, chance }: { town: number; chance: Chance },
  { clerk, head }: Cookies,
): Promise<void> {
  const place = `/api/towns/${townCode(town)}/ledger`;
  const [sheet] = sheets;
  const entry = {
    kind: sheet?.kind,
    clause: { line, code: sheet?.clause },
    about: [{ subject: chance.pick(villages) }],
    on: '2026-11-20',
    values: { 处数: '1', 再次: '否' },
    evidence: ['巡查记录第3页'],
  };
  const text = await answerTo({ origin, ...post(`${place}/entries`, clerk, entry) });
  const { id, version } = (JSON.parse(text) as { entry: { id: string; version: number } }).entry;
  const entries = [{ id, version }];
  await answerTo({ origin, ...post(`${place}/reviews`, head, { entries }) });
}
