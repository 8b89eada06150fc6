/** No link leads to a closed door: everybody of the demonstration walks every link that is offered to them. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** One of each role; whoever records stands for the other offices too. */
const people = [
  'fang.xinxi',
  'wu.kaohe',
  'sun.fuhe',
  'zhou.chengjian',
  'gu.shuji',
  'tian.ducha',
  'deng.baocun',
  'chen.dongxi',
  'feng.jiwei',
  'he.zuzhi',
  'qian.caizheng',
];

/** Totals before the seal are refused by a rule, and the page says so: that door is meant to be knocked at. */
const meant = /\/periods\/[^/]+\/[^/]+\/standings$/;

describe.each(people)('the links of %s', (person) => {
  it('lead to pages that answer', async () => {
    const { page, close } = await walk({ origin, width: 1280, as: person, at: '/qinghe/desk' });
    const refused: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      const isRefused = response.status() >= 400 && !meant.test(pathname);
      if (isRefused) refused.push(`${response.status()} ${pathname} on ${page.url()}`);
    });
    const seen = new Map<string, number>();
    let places = ['/qinghe/desk'];
    // The rail and the one list, then whatever is offered there.
    for (let step = 0; step < 2; step += 1) {
      const found: string[] = [];
      for (const place of places) found.push(...(await linksOf(page, place)));
      places = found.filter((link) => isNew(link, seen));
    }
    for (const place of places) await linksOf(page, place);
    expect(seen.size).toBeGreaterThan(8);
    expect(refused).toEqual([]);
    await close();
  });
});

/** The links of a place within the pages of the program. */
async function linksOf(page: Page, place: string): Promise<string[]> {
  await follow(page, place);
  await isRead(page, /./);
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  return links.filter((link) => !link.startsWith('/api/'));
}

/** Goes where a press on the link leads; a link of the town does not load the program anew. */
async function follow(page: Page, place: string): Promise<void> {
  const { pathname, search } = new URL(place, origin);
  const isWithin = pathname.startsWith('/qinghe/') && page.url().startsWith(`${origin}/qinghe/`);
  if (!isWithin) {
    await page.goto(`${origin}${place}`);
    return;
  }
  await page.evaluate(async (href) => {
    const { __TSR_ROUTER__: router } = globalThis as unknown as {
      __TSR_ROUTER__: { navigate(to: { href: string }): Promise<void> };
    };
    await router.navigate({ href });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, pathname + search);
}

/** How many of one kind are followed: items and villages differ in what may be read of them. */
const ofAKind = 2;

/** Whether a link is to be followed: one never twice, and of many of one kind the first. */
function isNew(link: string, seen: Map<string, number>): boolean {
  const { pathname, searchParams } = new URL(link, origin);
  const view = searchParams.get('view') ?? '';
  const names = [...searchParams.keys()].sort().join(' ');
  const exact = [pathname, view, names].join('?');
  const kind = exact
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/(?:%[0-9A-F]{2})+/g, 'name')
    .replaceAll(/20\d\d-(?:Q[1-3]|\d\d)/g, 'period');
  const isKnown = exact !== kind && seen.has(exact);
  const count = seen.get(kind) ?? 0;
  seen.set(exact, 1);
  if (isKnown || count >= (exact === kind ? 1 : ofAKind)) return false;
  seen.set(kind, count + 1);
  return true;
}
