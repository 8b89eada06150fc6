/** A real browser at the two widths of every page, and people signed in to it. */

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { signIn } from './sign-in.ts';

/** The widths at which every journey is walked: a phone, and an office screen. */
export const widths = [1280, 390] as const;

export interface Walker {
  readonly page: Page;
  /** Keeps a picture for whoever walks a chosen journey and wants to look: out/e2e/NAME-WIDTH.png. */
  picture(name: string): Promise<void>;
  /** Ends the walk; refused where the page broke on the way, even if nothing of it was seen. */
  close(): Promise<void>;
}

export interface Walking {
  readonly origin: string;
  readonly width: number;
  /** User name of the demonstration; absent for a stranger. */
  readonly as?: string;
  /** The password of whoever is of another town than the demonstration. */
  readonly secret?: string;
  /** Where the walk begins: `/qinghe/ledger`; the first page if absent. */
  readonly at?: string;
}

const folder = join(import.meta.dirname, '../../../out/e2e');
/** The cookies of whoever has signed in before in the same file of journeys. */
type Known = Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>;

/** Starts the browser for a file of journeys. */
export function withBrowser(): (walking: Walking) => Promise<Walker> {
  let browser: Browser | undefined;
  const known: Known = new Map();
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    browser = await chromium.launch({
      executablePath: program(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
      // Without a locale of UTF-8 a file with a Chinese name is saved as “download”.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
  });
  afterAll(() => browser?.close());
  return async (walking) => {
    if (!browser) throw new Error('the browser starts before the first journey');
    const { origin, width, as = '' } = walking;
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      storageState: known.get(`${origin} ${as}`),
    });
    return begin(context, walking, known);
  };
}

/**
 * The browser without a window of its own, where it is installed: the same engine for a third less
 * work. Telephones keep the whole one (phone.ts): service workers need it.
 */
function program(): string {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) return CHROMIUM;
  const small = '/usr/bin/chromium-headless-shell';
  return existsSync(small) ? small : '/usr/bin/chromium';
}

async function begin(context: BrowserContext, walking: Walking, known: Known): Promise<Walker> {
  const { origin, width, as, secret, at = '/' } = walking;
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && !page.isClosed()) {
      const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
      await page.screenshot({ path: join(folder, `failed-${name}-${width}.png`) });
    }
    await context.close();
  });
  if (as !== undefined && !known.has(`${origin} ${as}`)) {
    await page.goto(`${origin}/sign-in`);
    await signIn(page, as, secret);
    known.set(`${origin} ${as}`, await context.storageState());
  }
  await page.goto(`${origin}${at}`);
  return {
    page,
    picture: async (name) => {
      if (process.env.ALL_JOURNEYS !== undefined) return; // they are many, and nobody looks
      const at = page.viewportSize()?.width ?? width;
      await page.screenshot({ path: join(folder, `${name}-${at}.png`), fullPage: true });
    },
    close: async () => {
      expect(broken, 'errors that nothing on the page caught').toEqual([]);
      await context.close();
    },
  };
}
