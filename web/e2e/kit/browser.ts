/** A real browser at the two widths of every page, and people signed in to it. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** The password of every demonstration account. */
export const password = 'yigenzhen-2026';

/** The widths at which every journey is walked: a phone, and an office screen. */
export const widths = [1280, 390] as const;

export interface Walker {
  readonly page: Page;
  /** Keeps a picture for whoever wants to look: out/e2e/NAME-WIDTH.png. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Walking {
  readonly origin: string;
  readonly width: number;
  /** User name of the demonstration; absent for a stranger. */
  readonly as?: string;
}

/** Starts the browser for a file of journeys. */
export function withBrowser(): (walking: Walking) => Promise<Walker> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    });
  });
  afterAll(() => browser?.close());
  return async (walking) => {
    if (!browser) throw new Error('the browser starts before the first journey');
    const context = await browser.newContext({
      viewport: { width: walking.width, height: walking.width === 390 ? 844 : 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    return walkerOf(context, walking);
  };
}

async function walkerOf(context: BrowserContext, { origin, width, as }: Walking): Promise<Walker> {
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  if (as !== undefined) await signIn(page, as);
  const folder = join(import.meta.dirname, '../../../out/e2e');
  mkdirSync(folder, { recursive: true });
  return {
    page,
    picture: async (name) => {
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}

/** Signs in as a person would, by the labels that they read. */
export async function signIn(page: Page, userName: string, secret = password): Promise<void> {
  await fillSignIn(page, userName, secret);
  await page.waitForURL(/\/(?:[a-z-]+\/\w+|towns|password)$/);
}

/** Fills the form at the door and sends it, whatever comes of it. */
export async function fillSignIn(page: Page, userName: string, secret = password): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel(/^口令/).fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
}
