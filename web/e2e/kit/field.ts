/** An inspector's phone behind a certificate: its network, its pages, and what the town has of its sheets. */

import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed } from 'vitest';
import { clerkOf, cookieOf } from './inspection.ts';
import { type Phone, type PhoneMemory, phoneMemory } from './phone.ts';
import { type TlsFront, tlsFront } from './tls-front.ts';

/** A busy machine starts a browser, or examines a photo, in its own time. */
export const patience = 90_000;
/** Of a journey that waits so several times. */
export const longJourney = 300_000;

const inspector = 'zhou.chengjian';

/** What a sheet in the town is asked for here. */
export interface KeptSheet {
  readonly id: string;
  readonly state: string;
  readonly origin: string;
  readonly templateVersion: number;
  readonly clockAhead?: number;
  readonly answers: Readonly<Record<string, { count?: number; yes?: boolean }>>;
  readonly photos: readonly {
    readonly evidenceId?: string;
    readonly storedSha256?: string;
    readonly stamped: boolean;
    readonly takenAt?: string;
  }[];
  readonly course: readonly { readonly deed: string }[];
}

/** A phone of a file of journeys; each journey opens a page of its own on it. */
export class FieldPhone {
  readonly #origin: string;
  #front: TlsFront | undefined;
  #memory: PhoneMemory | undefined;
  #phone: Phone | undefined;
  readonly #broken: string[] = [];

  constructor(origin: string) {
    this.#origin = origin;
    beforeAll(() => this.#begin());
    beforeEach(() => this.#calm());
    afterEach(() => {
      expect(this.#broken.splice(0), 'errors that nothing on the page caught').toEqual([]);
    });
    afterAll(() => this.#end());
  }

  get front(): TlsFront {
    if (!this.#front) throw new Error('the front starts before the first journey');
    return this.#front;
  }

  get context(): Phone['context'] {
    if (!this.#phone) throw new Error('the phone starts before the first journey');
    return this.#phone.context;
  }

  /** The page anew, alone on the phone; a picture of it is kept where the journey fails. */
  async open(before: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.#broken.push(error.message));
    await page.setViewportSize({ width: 390, height: 844 });
    for (const other of this.context.pages()) if (other !== page) await other.close();
    onTestFailed(async ({ task }) => {
      const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
      if (!page.isClosed()) await page.screenshot({ path: pictureOf(`failed-${name}`) });
    });
    await before(page);
    await page.goto(`${this.front.origin}/field/?town=qinghe`);
    return page;
  }

  /** Opened once with a network, so that from now on it opens without one and has this visit. */
  async takeAlong(visit: string): Promise<Page> {
    const page = await this.open();
    await card(page, visit).waitFor({ timeout: patience });
    await opensOffline(page);
    return page;
  }

  /** Whoever uses the phone is signed in, without the form. */
  async enter(): Promise<void> {
    const cookies = (await cookieOf(this.#origin, inspector)).split('; ').map((cookie) => {
      const at = cookie.indexOf('=');
      const { hostname: domain } = new URL(this.front.origin);
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), domain, path: '/' };
    });
    await this.context.addCookies(cookies);
  }

  /** Away from any network. */
  async leave(): Promise<void> {
    this.front.cut();
    await this.context.setOffline(true);
  }

  /** Within reach again: the phone hears of it, as it does when a bar comes back. */
  async comeBack(): Promise<void> {
    await this.context.setOffline(true);
    this.front.restore();
    await this.context.setOffline(false);
  }

  /** Kills the browser and starts it again on what it remembers; it may have forgotten who was signed in. */
  async restart(): Promise<void> {
    await this.#phone?.kill();
    this.#phone = await this.#memory?.start();
    await this.context.setOffline(this.front.isCut());
    await this.enter();
  }

  async #begin(): Promise<void> {
    this.#front = await tlsFront(this.#origin);
    this.#memory = phoneMemory(this.#front);
    this.#phone = await this.#memory.start();
  }

  /** Wherever the journey before ended, the next one begins with a network and signed in. */
  async #calm(): Promise<void> {
    this.front.restore();
    const isAlive = this.context.browser()?.isConnected() ?? false;
    if (!isAlive) this.#phone = await this.#memory?.start();
    await this.context.setOffline(false);
    await this.enter();
  }

  async #end(): Promise<void> {
    await this.#phone?.kill();
    this.#memory?.forget();
    await this.#front?.stop();
  }
}

/** The sheets of a visit as the town has them. */
export async function sheetsOf(origin: string, visit: string): Promise<readonly KeptSheet[]> {
  const tian = await clerkOf(origin, 'tian.ducha');
  return (await tian.ask<{ rows: KeptSheet[] }>('GET', `/visits/${visit}/sheets`)).rows;
}

/** Once the page opens without a network: its worker is there, and has its files. */
export async function opensOffline(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      await navigator.serviceWorker.ready;
      return navigator.serviceWorker.controller !== null;
    },
    undefined,
    { timeout: patience },
  );
}

export function card(page: Page, visit: string): Locator {
  return page.locator(`section.card[data-visit="${visit}"]`);
}

/** Shows the sheet a line a screen, or the whole of it; the phone remembers which. */
export async function showSheet(page: Page, way: '一行一屏' | '整张表'): Promise<void> {
  await page.locator('.steps').waitFor();
  const turn = page.getByRole('button', { name: way });
  if ((await turn.count()) > 0) await turn.click();
}

/** What the page says of the network, at its head. */
export function says(page: Page, words: string): Promise<void> {
  return page.locator('.network').filter({ hasText: words }).waitFor({ timeout: patience });
}

/** Adds a photo to what is labelled so, and waits until it is kept. */
export async function takePhoto(
  page: Page,
  label: string,
  shot: Parameters<Locator['setInputFiles']>[0],
): Promise<void> {
  const pictures = page.locator('figure img');
  const before = await pictures.count();
  await page.getByLabel(label, { exact: true }).setInputFiles(shot);
  await pictures.nth(before).waitFor({ timeout: patience });
}

function pictureOf(name: string): string {
  return join(import.meta.dirname, `../../../out/e2e/${name}-390.png`);
}

/** Keeps a picture of the page for whoever walks a chosen journey and wants to look. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.ALL_JOURNEYS !== undefined) return;
  await page.screenshot({ path: pictureOf(name), fullPage: true });
}
