/** A town from nothing: the printed key, units from Excel, the first administrator, the first sign-in. */

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { type Running, startCommand } from './kit/program.ts';
import { signIn } from './kit/sign-in.ts';

const walk = withBrowser();
const roster = join(import.meta.dirname, '../../docs/guides/sample/roster.xlsx');
const secret = '后山那棵樟树今年开花早了';

// An installation is set up once: each width has one of its own.
describe.each(widths)('an empty installation at %i px', (width) => {
  let program: Running;
  beforeAll(async () => {
    program = await startCommand();
  });
  afterAll(() => program?.stop());

  it('is set up once with the printed key, and its administrator comes in', async () => {
    const { origin } = program;
    const { page, picture, close } = await walk({ origin, width });
    await page.getByRole('link', { name: '去首次设置' }).click();
    await isRead(page, '首次设置');

    await page.getByText('第 1 步，共 5 步').waitFor();
    await page.getByLabel('一次性钥匙').fill('aaaa-bbbb-cccc');
    await next(page);
    await page.getByText('一次性钥匙不对，什么都没有改动。').waitFor();
    await picture('set-up-key');
    await page.getByLabel('一次性钥匙').fill(await printedKey());
    await next(page);

    await page.getByText('第 2 步，共 5 步').waitFor();
    await page.getByLabel('名称').fill('禾丰镇');
    await page.getByLabel('简称').fill('hefeng');
    await expectAccessible(page);
    await next(page);

    await page.getByText('第 3 步，共 5 步').waitFor();
    await page.getByText('从 Excel 读').first().click();
    await page.locator('input[type=file]').setInputFiles(roster);
    await page.getByText(/读到 \d+ 个单位/).waitFor();
    await page.getByText(/已列出 \d+ 个单位/).waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('set-up-units');
    await next(page);

    await page.getByText('第 4 步，共 5 步').waitFor();
    await page.getByLabel('用户名').fill('he.shouren');
    await page.getByLabel(/^口令/).fill(secret);
    await page.getByLabel(/再输一遍/).fill(secret);
    await next(page);

    await page.getByText(/设立乡镇“禾丰镇”和它的 \d+ 个单位/).waitFor();
    await picture('set-up-found');
    await page.getByRole('button', { name: '设立', exact: true }).click();
    // The one who set it up is in, and has the roster before them.
    await page.waitForURL(/\/hefeng\/\w+/);
    await page.getByRole('button', { name: 'he.shouren' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await signIn(page, 'he.shouren', secret);
    await isRead(page, '清单');
    await page.goto(`${origin}/hefeng/org`);
    await page.getByRole('rowheader').first().waitFor();
    expect(await page.getByRole('rowheader').count()).toBeGreaterThan(2);
    await picture('set-up-org');
    await close();
  });

  it('is never set up again', async () => {
    const { origin } = program;
    const { page, close } = await walk({ origin, width });
    expect(await page.getByRole('link', { name: '去首次设置' }).count()).toBe(0);
    await page.goto(`${origin}/set-up`);
    await page.getByText('首次设置没有打开').waitFor();
    const reply = await page.request.get(`${origin}/api/public/set-up`);
    expect(reply.status()).toBeGreaterThanOrEqual(400);
    await close();
  });

  /** The line for whoever stands at the machine. */
  async function printedKey(): Promise<string> {
    const said = () => /一次性钥匙设置：([a-z0-9-]+)/.exec(program.said())?.[1] ?? '';
    await expect.poll(said).not.toBe('');
    return said();
  }
});

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
}
