/** Two people on one score sheet: what they see of each other, where they meet, and what is never lost. */

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { fillSignIn } from './kit/sign-in.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const sheet = '/qinghe/ledger/sheet?clause=1.1&period=2026-Q4';
const [one, other] = ['zhou.chengjian', 'lin.dangjian'];
const count = '处数（处）';
let grant: { account: string; id: string } | undefined;

// The demonstration has one clerk for this clause: a colleague of another office helps for a while.
beforeAll(async () => {
  const admin = await asked('fang.xinxi');
  const { rows } = await admin('GET', '/accounts');
  const account = rows.find(({ userName }: { userName: string }) => userName === other).id;
  const input = { role: 'recorder', lines: ['城建办'], from: dayInChina(0) };
  const { id } = await admin('POST', `/accounts/${account}/roles`, input);
  grant = { account, id };
});

afterAll(async () => {
  if (!grant) return;
  const admin = await asked('fang.xinxi');
  const { account, id } = grant;
  // Yesterday as its last day takes it away without a trace, so that this can be walked again.
  const lastDay = dayInChina(-1);
  await admin('POST', `/accounts/${account}/roles/${id}/end`, { lastDay });
});

describe('two browsers on one sheet at 1280 px', () => {
  it('see each other, merge cell by cell, and send what both typed', async () => {
    const village = '鹿鸣村';
    const zhou = await walk({ origin, width: 1280, as: one, at: sheet });
    const lin = await walk({ origin, width: 1280, as: other, at: sheet });
    await lin.page.getByText(/同在填这张表：周砚/).waitFor();
    await type(zhou.page, village, count, '2');
    await type(zhou.page, village, '日期', '11.18');
    await zhou.page.getByText(/都存上了/).waitFor();
    await expectCell(lin.page, village, count, '2');
    await type(lin.page, village, '佐证', '巡查记录，存城建办');
    await expectCell(zhou.page, village, '佐证', '巡查记录，存城建办');
    await (await cellAt(lin.page, village, '说明')).click();
    await zhou.page.getByText('同在填这张表：林槿（在鹿鸣村的“说明”）。').waitFor();
    await rowOf(zhou.page, village).getByText('未交：您、林槿').waitFor();
    await expectAccessible(zhou.page);
    await zhou.picture('ledger-shared');
    await zhou.page.getByRole('button', { name: '交复核 1 行' }).click();
    await zhou.page.getByText('交了 1 行，等另一个人复核。').waitFor();
    await rowOf(lin.page, village).getByText('等复核').waitFor();
    await throwAway(zhou.page, village);
    await zhou.close();
    await lin.close();
  });

  it('cut from the network nothing is lost, and back again the same cell shows both values', async () => {
    const village = '白茶村';
    const zhou = await walk({ origin, width: 1280, as: one, at: sheet });
    const lin = await walk({ origin, width: 1280, as: other, at: sheet });
    await zhou.page.getByText(/同在填这张表：林槿/).waitFor();
    await zhou.page.context().setOffline(true);
    await type(zhou.page, village, count, '3');
    await type(zhou.page, village, '说明', '二组路口');
    await zhou.page.getByText('网络断了，2 格还没有存上').waitFor();
    await type(lin.page, village, count, '5');
    await lin.page.getByText(/都存上了/).waitFor();
    await zhou.page.context().setOffline(false);
    await zhou.page.getByRole('heading', { name: '两个人填的不一样，请选一个' }).waitFor();
    await expectCell(lin.page, village, '说明', '二组路口');
    await expectCell(lin.page, village, count, '5');
    await zhou.page
      .getByText(/林槿 .*\d\d:\d\d/)
      .first()
      .waitFor();
    await expectAccessible(zhou.page);
    await zhou.picture('ledger-conflict');
    await zhou.page.getByRole('button', { name: /您填的 用“3”/ }).click();
    await expectCell(lin.page, village, count, '3');
    await clear(zhou.page);
    await zhou.close();
    await lin.close();
  });

  it('a step back takes a whole paste, and never what the other typed after it', async () => {
    const zhou = await walk({ origin, width: 1280, as: one, at: sheet });
    const lin = await walk({ origin, width: 1280, as: other, at: sheet });
    await lin.page.getByText(/同在填这张表：周砚/).waitFor();
    const villages = await zhou.page.getByRole('row').locator('th[scope=row]').allInnerTexts();
    const [first = '', second = ''] = villages.slice(-2);
    const block = villages.map((_, at) => ['11.20', at === 0 ? '好几' : '1', '台账', '', '说明']);
    const wide = block.map((cells) => [...cells, ...Array.from({ length: 45 }, () => 'x')]);
    expect(wide.flat().length).toBeGreaterThanOrEqual(1000);
    await (await cellAt(zhou.page, villages[0] ?? '', '日期')).click();
    await paste(zhou.page, wide);
    const dialog = zhou.page.getByRole('dialog', { name: '粘贴前先看改动' });
    await dialog.getByText(/新填 \d+ 格。.*1 格不能改，保持原样。900 格超出本表，不粘贴/).waitFor();
    await dialog.getByText('这里要填数，如 2 或 -1.5').waitFor();
    await expectAccessible(zhou.page);
    await zhou.picture('ledger-paste');
    await dialog.getByRole('button', { name: /^粘贴 \d+ 格$/ }).click();
    await zhou.page.getByText(/都存上了/).waitFor();
    await expectCell(lin.page, second, count, '1');
    await type(lin.page, second, count, '9');
    await expectCell(zhou.page, second, count, '9');
    await (await cellAt(zhou.page, first, '日期')).click();
    await zhou.page.keyboard.press('Control+z');
    await expectCell(zhou.page, first, count, '');
    await zhou.page.getByText('1 格您填了以后，发现别人也改过', { exact: false }).waitFor();
    await zhou.page.getByRole('button', { name: /林槿 用“9”/ }).click();
    await expectCell(lin.page, first, count, '');
    await expectCell(lin.page, second, count, '9');
    await clear(lin.page);
    await zhou.close();
    await lin.close();
  });
});

describe('the same cell at 390 px', () => {
  it('shows both values with who and when, and takes the other one', async () => {
    const village = '白茶村';
    const zhou = await walk({ origin, width: 390, as: one, at: sheet });
    const lin = await walk({ origin, width: 1280, as: other, at: sheet });
    await zhou.page.getByText(/同在填这张表：林槿/).waitFor();
    await zhou.page.context().setOffline(true);
    await type(zhou.page, village, count, '3');
    await type(lin.page, village, count, '5');
    await lin.page.getByText(/都存上了/).waitFor();
    await zhou.page.context().setOffline(false);
    const choice = zhou.page.getByRole('button', { name: /林槿 用“5”/ });
    await choice.waitFor();
    await expectAccessible(zhou.page);
    await expectNothingOverTheEdge(zhou.page);
    await zhou.picture('ledger-conflict');
    await choice.click();
    await expectCell(zhou.page, village, count, '5');
    await clear(lin.page);
    await zhou.close();
    await lin.close();
  });
});

describe('what was typed and not acknowledged', () => {
  const village = '石桥村';

  it('is there after a reload, and is saved then', async () => {
    const { page, close } = await walk({ origin, width: 1280, as: one, at: sheet });
    await page.getByText(/没有未存的改动/).waitFor();
    await page.route('**/sheet/cells', (route) => route.abort());
    await type(page, village, count, '4');
    await page.getByText('网络断了，1 格还没有存上').waitFor();
    await page.reload();
    await expectCell(page, village, count, '4');
    await page.unroute('**/sheet/cells');
    await page.getByText(/都存上了/).waitFor();
    await clear(page);
    await close();
  });

  it('outlives the session, is not seen by another, and is saved when its owner is back', async () => {
    const { page, close } = await walk({ origin, width: 1280 });
    await signInAt(page, one);
    await page.goto(`${origin}${sheet}`);
    await page.getByText(/没有未存的改动/).waitFor();
    await signOutElsewhere(page);
    await type(page, village, count, '6');
    await page.getByText('登录已经过期，1 格还没有存上').waitFor();
    // Another person signs in on the same browser, while the page of the first is still open.
    const second = await page.context().newPage();
    await signInAt(second, other);
    await page.getByText(/没有未存的改动/).waitFor();
    await expectCell(page, village, count, '');
    await second.close();
    await signOutElsewhere(page);
    await signInAt(page, one);
    await page.goto(`${origin}${sheet}`);
    await page.getByText(/都存上了/).waitFor();
    await expectCell(page, village, count, '6');
    await clear(page);
    await close();
  });
});

/** A civil day in China, so many days from today. */
function dayInChina(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}

async function signInAt(page: Page, userName: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await fillSignIn(page, userName);
  await page.waitForURL(/\/qinghe\//);
}

/** The session ends on the server, as it does by itself after a day; the page does not know yet. */
async function signOutElsewhere(page: Page): Promise<void> {
  const reply = await page.request.post(`${origin}/api/auth/sign-out`, { headers: { origin } });
  expect(reply.ok()).toBe(true);
}

/** Asks the program as somebody of the demonstration. */
async function asked(userName: string) {
  const headers = { origin, 'content-type': 'application/json' };
  const reply = await fetch(`${origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ userName, password: 'yigenzhen-2026' }),
  });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${origin}/api/towns/qinghe${path}`, {
      method,
      headers: { ...headers, cookie, 'idempotency-key': crypto.randomUUID() },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
}

function rowOf(page: Page, village: string): Locator {
  return page.getByRole('row').filter({ hasText: village });
}

async function cellAt(page: Page, village: string, head: string): Promise<Locator> {
  await rowOf(page, village).waitFor();
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((title) => title.replace(/\s/g, '') === head);
  return rowOf(page, village).locator('th, td').nth(at);
}

/** Types into the cell of a village under a head, as one does in a workbook. */
async function type(page: Page, village: string, head: string, text: string): Promise<void> {
  await (await cellAt(page, village, head)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What a cell says, in the field where one stands too. */
async function expectCell(page: Page, village: string, head: string, text: string): Promise<void> {
  const cell = await cellAt(page, village, head);
  const said = () =>
    cell.evaluate((element) => element.querySelector('input')?.value ?? element.textContent);
  await expect.poll(said).toBe(text);
}

/** Puts a block on the sheet as Excel does. */
async function paste(page: Page, block: string[][]): Promise<void> {
  const text = block.map((cells) => cells.join('\t')).join('\r\n');
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Leaves the sheet as it was found. */
async function clear(page: Page): Promise<void> {
  for (const row of await page.getByRole('row').filter({ hasText: '未交' }).all()) {
    await row.waitFor();
  }
  const button = page.getByRole('button', { name: '清掉我填的' });
  if (await button.isEnabled()) await button.click();
  await expect.poll(() => button.isDisabled()).toBe(true);
}

async function throwAway(page: Page, village: string): Promise<void> {
  await page.goto(`${origin}/qinghe/ledger?view=entries&mine=yes`);
  await rowOf(page, village).getByRole('button').click();
  await page.getByRole('button', { name: '删去' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: '删去' }).click();
  await rowOf(page, village).waitFor({ state: 'detached' });
}
