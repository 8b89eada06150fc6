/** Coming in, and what is the same on every page: language, size of text, keys, the network. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { type Walker, widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { textFile } from './kit/files.ts';
import { fillSignIn, signIn } from './kit/sign-in.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('coming in at %i px', (width) => {
  // Each width has people of its own: a lock and a new password stay.
  const [clumsy, fresh] =
    width === 1280 ? ['qiu.yingji', 'zheng.dangzheng'] : ['kang.jingji', 'lin.dangjian'];

  it('refuses a wrong password, locks after five, and an administrator unlocks', async () => {
    const { page, picture, close } = await walk({ origin, width });
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('这里还没有填。').first().waitFor();
    for (let tries = 1; tries <= 5; tries += 1) {
      const reply = page.waitForResponse(/auth\/sign-in/);
      await fillSignIn(page, clumsy, `wrong-${tries}`);
      expect((await reply).status()).toBe(401);
      await page.getByText('用户名或口令不对。').waitFor();
    }
    await fillSignIn(page, clumsy);
    await page.getByText(/连续输错 5 次，这个用户名已锁定到/).waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe(clumsy);
    await expectAccessible(page);
    await picture('shell-locked');

    const keeper = await walk({ origin, width, as: 'fang.xinxi' });
    const drawer = await openAccount(keeper, clumsy);
    await drawer.getByText(/锁定到/).waitFor();
    await drawer.getByRole('button', { name: '解锁' }).click();
    await drawer.getByText('已存上。').waitFor();
    await keeper.close();

    await signIn(page, clumsy);
    await isRead(page, '清单');
    await close();
  });

  it('gives a first password on a slip, and lets its owner do nothing before it is changed', async () => {
    const keeper = await walk({ origin, width, as: 'fang.xinxi' });
    const drawer = await openAccount(keeper, fresh);
    await drawer.getByRole('button', { name: '重置口令' }).click();
    const question = keeper.page.getByRole('dialog', { name: '重置口令' });
    await question.getByRole('button', { name: '重置口令' }).click();
    const slip = keeper.page.getByRole('dialog', { name: '初始口令' });
    const first = await slip.locator('.one-time').innerText();
    await keeper.picture('shell-slip');
    await keeper.close();

    const { page, picture, close } = await walk({ origin, width });
    await signIn(page, fresh, first);
    await isRead(page, '换成自己的口令');
    await page.goto(`${origin}/qinghe/desk`);
    await isRead(page, '换成自己的口令');
    await picture('shell-first-password');
    await page.getByLabel(/^初始口令/).fill(first);
    await changeTo(page, '1234567890');
    await page.getByText('口令太容易被猜到').waitFor();
    await changeTo(page, '后山那棵樟树今年开花早了');
    await isRead(page, '清单');
    await close();
  });

  it('leads a stranger to the door and then to the page that was asked for', async () => {
    const { page, close } = await walk({ origin, width, at: '/qinghe/standings' });
    await signIn(page, 'wu.kaohe');
    await page.waitForURL(/\/qinghe\/standings$/);
    await isRead(page, '得分名次');
    await close();
  });

  it('keeps the people of one town out of another', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'fan.luoxi' });
    await isRead(page, '清单');
    for (const room of ['desk', 'ledger', 'evidence?open=new', 'standings']) {
      await page.goto(`${origin}/qinghe/${room}`);
      await page.getByText('您不能进入这个镇').waitFor();
    }
    await picture('shell-other-town');
    const reply = await page.request.get(`${origin}/api/towns/qinghe/evidence`);
    expect(reply.status()).toBe(404);
    await close();
  });
});

describe.each(widths)('every page at %i px', (width) => {
  it('turns English and large, and stays so', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe' });
    const menu = () => page.getByRole('button', { name: '吴简' });
    await menu().click();
    await page.getByRole('button', { name: 'English' }).click();
    await isRead(page, 'My list');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    if ((await page.getByRole('button', { name: 'Large text' }).count()) === 0)
      await menu().click();
    await page.getByRole('button', { name: 'Large text' }).click();
    await page.reload();
    await isRead(page, 'My list');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('18px');
    await expectNothingOverTheEdge(page);
    await picture('shell-english-large');
    await close();
  });

  it('is walked by keys alone: into a table, to a row, into its drawer and back', async () => {
    const { page, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: '/qinghe/standings/qinghe-village-daily/2026-Q3',
    });
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    for (let steps = 0; steps < 40 && (await focusedRole(page)) !== 'grid'; steps += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focusedRole(page)).toBe('grid');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    const name = await page.locator('[data-active]').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: new RegExp(`^${name} `) }).waitFor();
    expect(page.url()).toContain('subject=');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusedRole(page)).toBe('grid');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘用法' }).waitFor();
    await close();
  });

  it('keeps what was typed while the network is cut, and saves it when it is back', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/evidence?open=new',
    });
    const name = `记录${width}-${process.pid}.txt`;
    await page.locator('input[type=file]').first().setInputFiles(textFile(name, name));
    await page.getByRole('checkbox', { name: /不含国家秘密/ }).click();
    await page.getByText('✓ 已存下').waitFor();
    await page.goto(`${origin}/qinghe/evidence?words=${encodeURIComponent(name)}`);
    await page.getByRole('button', { name }).click();
    const drawer = page.getByRole('dialog');
    const said = '走访记录，网络断的时候写的';
    await drawer.getByLabel('拍的是什么').fill(said);
    await page.context().setOffline(true);
    await drawer.getByRole('button', { name: '保存说明' }).click();
    await drawer.getByText('没有存上：网络断了，内容还在本页，恢复后自动重存。').waitFor();
    expect(await drawer.getByLabel('拍的是什么').inputValue()).toBe(said);
    await picture('shell-network-cut');
    await page.context().setOffline(false);
    await drawer.getByText('已存上。').waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: said }).waitFor();
    await close();
  });

  it('says that a session has ended, and keeps the page', async () => {
    const { page, close } = await walk({ origin, width, as: 'wu.kaohe', at: '/qinghe/evidence' });
    await page.getByRole('row').nth(1).waitFor();
    await page.context().clearCookies();
    await page.getByLabel('引用', { exact: true }).selectOption('loose');
    await page.getByText('登录已经到期，本页内容还在。').waitFor();
    expect(page.url()).toContain('use=loose');
    await close();
  });
});

/** The drawer of an account in the list that the administrator keeps. */
async function openAccount({ page }: Walker, userName: string) {
  await page.goto(`${origin}/qinghe/settings/accounts?q=${userName}`);
  const row = page.getByRole('row').filter({ hasText: userName });
  await row.getByRole('button').first().click();
  return page.getByRole('dialog');
}

async function changeTo(page: Page, password: string): Promise<void> {
  await page.getByLabel(/^新口令 /).fill(password);
  await page.getByLabel(/^新口令再输一遍/).fill(password);
  await page.getByRole('button', { name: '换成自己的口令' }).click();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

function focusedRole(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
}
