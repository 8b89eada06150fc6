/**
 * The page of the field opened cold on a slow telephone: a browser that knows nothing, signed in, over a
 * certificate, its processor four times slower and its network that of slow 4G.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { missingSentence, pathOf } from '../server/print/programs.ts';
import { cookieOf, planVisits } from '../web/e2e/kit/inspection.ts';
import { startCommand } from '../web/e2e/kit/program.ts';
import { type TlsFront, tlsFront } from '../web/e2e/kit/tls-front.ts';
import { type PageTimes, pageScore } from './page-score.ts';
import type { Figure } from './run.ts';

const rounds = 5;
/** Slow 4G: 1.6 Mbit/s down, 750 kbit/s up. */
const network = {
  offline: false,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
/**
 * A browser slows requests, not packets: a connection of 150 ms there and back costs a request its own
 * 150 ms and the greetings before it, for which Lighthouse takes 3.75 times as much.
 * @source https://github.com/GoogleChrome/lighthouse/blob/v10.0.2/core/config/constants.js
 */
const latencies = [150, 562.5] as const;
const slowdown = 4;
/** Nothing more is drawn or computed once the page was quiet for so long. */
const quietMilliseconds = 3000;

/** Medians of some cold openings, and the score that they make. */
export async function* fieldFigures(): AsyncIterable<Figure> {
  const executablePath = pathOf('chromium');
  if (executablePath === undefined) {
    yield { figure: 'score of a cold opening', value: null, note: missingSentence('chromium') };
    return;
  }
  const program = await startCommand('--demo');
  const front = await tlsFront(program.origin);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      `--host-resolver-rules=MAP ${front.name} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${front.keyHash}`,
    ],
  });
  try {
    await planVisits(program.origin, { subjects: ['河口村', '东溪村'], hasDay: false });
    for (const latency of latencies) yield* figuresAt(latency, { program, front, browser });
  } finally {
    await browser.close();
    await front.stop();
    await program.stop();
  }
}

interface Place {
  readonly program: { readonly origin: string };
  readonly front: TlsFront;
  readonly browser: Browser;
}

async function* figuresAt(latency: number, place: Place): AsyncIterable<Figure> {
  const opened: PageTimes[] = [];
  for (let round = 0; round < rounds; round += 1) opened.push(await openCold(latency, place));
  const times: PageTimes = {
    firstPaint: median(opened.map(({ firstPaint }) => firstPaint)),
    largestPaint: median(opened.map(({ largestPaint }) => largestPaint)),
    blocking: median(opened.map(({ blocking }) => blocking)),
    shift: median(opened.map(({ shift }) => shift)),
  };
  const note = `${latency} ms a request, 1.6 Mbit/s, processor ${slowdown} times slower`;
  yield { figure: 'first contentful paint', value: Math.round(times.firstPaint), unit: 'ms', note };
  yield {
    figure: 'largest contentful paint',
    value: Math.round(times.largestPaint),
    unit: 'ms',
    note,
  };
  yield { figure: 'total blocking time', value: Math.round(times.blocking), unit: 'ms', note };
  yield { figure: 'layout shift', value: Math.round(times.shift * 1000) / 1000, note };
  yield {
    figure: 'score of a cold opening',
    value: pageScore(times),
    note: `${note}; Lighthouse 10 mobile without the speed index; aim: 95`,
  };
}

/** One opening in a browser that was never here. */
async function openCold(latency: number, { browser, front, program }: Place): Promise<PageTimes> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  });
  const cookie = await cookieOf(program.origin, 'zhou.chengjian');
  await context.addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=');
      return { name: one.slice(0, at), value: one.slice(at + 1), domain: front.name, path: '/' };
    }),
  );
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slow(session, latency);
  await page.addInitScript(watching);
  await page.goto(`${front.origin}/field/?town=qinghe`);
  await page.locator('section.card').first().waitFor();
  const times = await quiet(session);
  await context.close();
  return times;
}

async function slow(session: CDPSession, latency: number): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { ...network, latency });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** In the page: what the browser itself saw. It is sent there as text. */
const watching = `
  globalThis.seen = { firstPaint: 0, largestPaint: 0, tasks: [], shift: 0, changedAt: 0 };
  const see = (type, take) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
      seen.changedAt = performance.now();
    }).observe({ type, buffered: true });
  see('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime;
  });
  see('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime; });
  see('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  see('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
`;

interface Seen extends Omit<PageTimes, 'blocking'> {
  readonly tasks: readonly (readonly [start: number, duration: number])[];
}

/** What was seen once nothing more came. The rules of the page forbid scripts from a text, so it is asked aside. */
async function quiet(session: CDPSession): Promise<PageTimes> {
  const read = async (expression: string) =>
    (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  while ((await read('performance.now() - seen.changedAt')) < quietMilliseconds) await pause(500);
  const { tasks, ...times } = (await read('seen')) as Seen;
  const beyond = tasks.map(([start, duration]) => {
    const after = Math.min(duration, start + duration - times.firstPaint);
    return Math.max(0, after - 50);
  });
  return { ...times, blocking: beyond.reduce((sum, one) => sum + one, 0) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
