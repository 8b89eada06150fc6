/** Accounts that stay their owner's: second step, access token, substitute, unified identity. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, stepAt } from '../../server/src/org/one-time-code.ts';
import {
  type RunningProvider,
  startIdentityProvider,
} from '../../server/test/kit/identity-provider.ts';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { freePort, type Running, startCommandWith } from './kit/program.ts';
import { fillSignIn } from './kit/sign-in.ts';

const walk = withBrowser();
const password = 'yigenzhen-2026';

// A town of its own: an account with a second step would keep other journeys out.
let provider: RunningProvider;
let program: Running;
beforeAll(async () => {
  const port = await freePort();
  provider = await startIdentityProvider(`http://127.0.0.1:${port}`);
  const { issuer, client, name } = provider.settings;
  const settings = {
    PORT: String(port),
    ONENEEDLE_IDENTITY_ISSUER: issuer,
    ONENEEDLE_IDENTITY_CLIENT: client,
    ONENEEDLE_IDENTITY_SECRET_FILE: provider.secretFile,
    ONENEEDLE_IDENTITY_NAME: name,
  };
  program = await startCommandWith(settings, '--demo');
});
afterAll(async () => {
  await program?.stop();
  await provider?.stop();
});

/** A page as it is to be: whole, accessible, and kept to be looked at. */
async function look(page: Page, picture: (name: string) => Promise<void>, name: string) {
  await expectNothingOverTheEdge(page);
  await expectAccessible(page);
  await picture(`accounts-${name}`);
}

describe.each(widths)('the second step at %i px', (width) => {
  it('is turned on with the telephone, asked at the door, and ended by the administrator', async () => {
    const { origin } = program;
    // The administrator signs them out everywhere: each width has somebody of its own.
    const [userName, person] = width === 1280 ? ['sun.fuhe', '孙若'] : ['lin.dangjian', '林槿'];
    const own = await walk({ origin, width, as: userName, at: '/qinghe/settings' });
    const { page, picture } = own;
    await isRead(page, '本人账号');
    await look(page, picture, 'own');
    await page.getByRole('button', { name: '开通两步登录' }).click();
    const form = page.getByRole('form', { name: '开通两步登录' });
    await form.getByLabel(/^现在的口令/).fill(password);
    await form.getByRole('button', { name: '看二维码' }).click();
    await form
      .getByRole('img', { name: /二维码/ })
      .locator('svg')
      .waitFor();
    const secret = await form.locator('dd.one-time').innerText();
    await look(page, picture, 'second-step');
    const code = codeIn(secret.replaceAll(' ', ''), stepAt(new Date().toISOString()));
    await form.getByLabel(/^验证码/).fill(code);
    await form.getByRole('button', { name: '确认开通' }).click();
    const slip = page.getByRole('dialog', { name: '备用码' });
    await slip.getByRole('listitem').first().waitFor();
    const codes = await slip.getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    await look(page, picture, 'backup-codes');
    await slip.getByRole('button', { name: '已经收好' }).click();
    await page.getByText('还有 10 个备用码没有用过。').waitFor();

    const door = await walk({ origin, width, at: '/sign-in' });
    await fillSignIn(door.page, userName);
    await door.page.getByText(`“${userName}”的口令对了`).waitFor();
    await door.page.getByLabel(/^验证码/).fill('000000');
    await door.page.getByRole('button', { name: '登录', exact: true }).click();
    await door.page.getByText('验证码不对，或者这一个已经用过。').waitFor();
    await look(door.page, door.picture, 'code');
    await door.page.getByLabel(/^验证码/).fill(codes[0] ?? '');
    await door.page.getByRole('button', { name: '登录', exact: true }).click();
    await door.page.waitForURL(/desk/);
    await door.page.goto(`${origin}/qinghe/settings`);
    await door.page.getByText('还有 9 个备用码没有用过。').waitFor();
    await door.page.getByText('验证码不对，没有登录').first().waitFor();

    await page.reload();
    await page.getByRole('button', { name: '换一批备用码' }).click();
    const renew = page.getByRole('form', { name: '换一批备用码' });
    await renew.getByLabel(/^现在的口令/).fill(password);
    await renew.getByLabel(/^验证码/).fill(codes[1] ?? '');
    await look(page, picture, 'renew-codes');
    await renew.getByRole('button', { name: '换新的' }).click();
    await slip.getByRole('listitem').first().waitFor();
    const renewed = await slip.getByRole('listitem').allInnerTexts();
    expect(renewed.filter((one) => codes.includes(one))).toEqual([]);
    await slip.getByRole('button', { name: '已经收好' }).click();
    await page.getByText('还有 10 个备用码没有用过。').waitFor();

    const keeper = await walk({ origin, width, as: 'fang.xinxi', at: '/qinghe/settings/accounts' });
    await isRead(keeper.page, '账号与岗位');
    await keeper.page.getByRole('button', { name: person }).last().click();
    const drawer = keeper.page.getByRole('dialog');
    await drawer.getByText('已开两步登录').waitFor();
    await look(keeper.page, keeper.picture, 'drawer');
    await drawer.getByLabel('为什么停用他的两步登录').fill('手机和备用码都丢了，已当面核对');
    await drawer.getByRole('button', { name: '停用他的两步登录' }).click();
    await keeper.page.getByRole('button', { name: '停用', exact: true }).last().click();
    await drawer.getByText('没有开两步登录').waitFor();
    await fillSignIn(await fresh(door.page, origin), userName);
    await door.page.waitForURL(/desk/);
    for (const one of [own, door, keeper]) await one.close();
  });
});

/** The door again, for somebody who was signed out. */
async function fresh(page: Page, origin: string): Promise<Page> {
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  return page;
}

describe.each(widths)('an access token at %i px', (width) => {
  it('is made for a program, shown once, used, looked over and ended', async () => {
    const { origin } = program;
    const at = '/qinghe/settings/tokens';
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe', at });
    await isRead(page, '访问令牌');
    await page.getByRole('button', { name: '新开访问令牌' }).click();
    const form = page.getByRole('dialog', { name: '新开访问令牌' });
    const name = `县平台取事实 ${width}`;
    await form.getByLabel(/^名称/).fill(name);
    await form.getByLabel('事实台账').selectOption('只读');
    await form.getByLabel(/^现在的口令/).fill(password);
    await look(page, picture, 'token-form');
    await form.getByRole('button', { name: '开令牌' }).click();
    const shown = page.getByRole('dialog', { name: '访问令牌' });
    const secret = await shown.locator('.one-time').innerText();
    await look(page, picture, 'token-shown');
    await shown.getByRole('button', { name: '已经存好' }).click();

    const headers = { authorization: `Bearer ${secret}` };
    const ask = (path: string) => fetch(`${origin}/api/towns/qinghe/${path}`, { headers });
    expect((await ask('ledger/head')).status).toBe(200);
    expect((await ask('accounts')).status).toBe(403);

    await page.reload();
    await page.getByText(name).first().click();
    const drawer = page.getByRole('dialog', { name });
    await drawer.getByText('127.0.0.*').waitFor();
    await look(page, picture, 'tokens');
    await drawer.getByRole('button', { name: '作废' }).click();
    await page.getByRole('button', { name: '作废', exact: true }).last().click();
    await drawer.getByText('已作废').waitFor();
    expect((await ask('ledger/head')).status).toBe(401);
    await close();
  });
});

describe.each(widths)('a substitute at %i px', (width) => {
  it('is named for some days beside the role, and seen with whoever stands in', async () => {
    const { origin } = program;
    const at = '/qinghe/settings/accounts';
    const { page, picture, close } = await walk({ origin, width, as: 'fang.xinxi', at });
    await isRead(page, '账号与岗位');
    await page.getByRole('button', { name: '周砚' }).click();
    const drawer = page.getByRole('dialog', { name: '周砚' });
    await drawer.getByRole('button', { name: '定替补' }).first().click();
    const form = drawer.getByRole('form', { name: /不在的日子/ });
    const standIn = form.getByRole('combobox', { name: '替补的人' });
    await standIn.fill('gu.shuji');
    await page.getByTitle('顾远山 · gu.shuji', { exact: true }).click();
    const day = width === 1280 ? '12-30' : '12-31'; // one span a width: the same is held once
    const year = new Date().getFullYear();
    await form.getByLabel(/^从哪天起/).fill(`${year}-${day}`);
    await form.getByLabel(/^最后一天/).fill(`${year}-${day}`);
    await look(page, picture, 'substitute-form');
    await form.getByRole('button', { name: '定为替补' }).click();
    await form.waitFor({ state: 'detached' });
    await page.goto(`${origin}${at}`);
    await page.getByRole('button', { name: '顾远山' }).click();
    await page
      .getByRole('dialog')
      .getByText(/替补 · 代/)
      .first()
      .waitFor();
    await look(page, picture, 'substitute');
    await close();
  });
});

describe.each(widths)('one’s own substitute at %i px', (width) => {
  it('is named without an administrator, who sees it, and ended again', async () => {
    const { origin } = program;
    // Each width has somebody of its own: the same role with the same scope is held once.
    const [userName, person] = width === 1280 ? ['zhou.chengjian', '周砚'] : ['qiu.yingji', '邱枫'];
    const own = await walk({ origin, width, as: userName, at: '/qinghe/settings' });
    const { page, picture } = own;
    await isRead(page, '本人账号');
    await page.getByRole('button', { name: '定替补' }).first().click();
    const form = page.getByRole('form', { name: '我不在的日子，谁来当记实员' });
    await form.getByRole('combobox', { name: '替补的人' }).fill('郑木兰');
    await page.getByTitle('郑木兰', { exact: true }).click();
    const year = new Date().getFullYear();
    await form.getByLabel(/^从哪天起/).fill(`${year}-12-28`);
    await form.getByLabel(/^最后一天/).fill(`${year}-12-29`);
    await look(page, picture, 'own-substitute-form');
    await form.getByRole('button', { name: '定为替补' }).click();
    await page.getByText(/郑木兰替您办/).waitFor();
    await look(page, picture, 'own-substitute');

    const at = '/qinghe/settings/accounts';
    const keeper = await walk({ origin, width, as: 'fang.xinxi', at });
    await isRead(keeper.page, '账号与岗位');
    await keeper.page.getByRole('button', { name: '郑木兰' }).click();
    await keeper.page
      .getByRole('dialog')
      .getByText(new RegExp(`代${person}`))
      .first()
      .waitFor();

    const named = page.getByRole('listitem').filter({ hasText: /^郑木兰替您办/ });
    await named.getByRole('button', { name: '不用替了' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不用替了' }).click();
    await page.getByText(/郑木兰替您办/).waitFor({ state: 'detached' });
    await keeper.page.goto(`${origin}/qinghe/settings/audit?deed=accounts.endOwnSubstitute`);
    await keeper.page.getByRole('row').filter({ hasText: '免去自己的替补' }).first().waitFor();
    for (const one of [own, keeper]) await one.close();
  });
});

describe.each(widths)('an invitation at %i px', (width) => {
  it('binds a unified identity with the first password, and is inside at once', async () => {
    const { origin } = program;
    const at = '/qinghe/settings/accounts';
    const keeper = await walk({ origin, width, as: 'fang.xinxi', at });
    await isRead(keeper.page, '账号与岗位');
    const userName = `new.clerk${width}`;
    await keeper.page.getByRole('button', { name: '新建账号' }).first().click();
    const form = keeper.page.getByRole('dialog', { name: '新建账号' });
    await form.getByLabel(/^用户名/).fill(userName);
    await form.getByRole('button', { name: '新建', exact: true }).click();
    const slip = keeper.page.getByRole('dialog', { name: '初始口令' });
    const first = await slip.locator('.one-time').last().innerText();

    const door = await walk({ origin, width, at: '/sign-in' });
    await door.page.getByRole('button', { name: '第一次用：我有初始口令' }).click();
    const invited = door.page.getByRole('form', { name: '第一次用：我有初始口令' });
    await invited.getByLabel(/^用户名/).fill(userName);
    await invited.getByLabel(/^初始口令/).fill('not on the slip');
    await invited.getByRole('button', { name: '去全省统一身份认证绑定' }).click();
    await invited.getByRole('alert').waitFor();
    await look(door.page, door.picture, 'invited');
    await invited.getByLabel(/^初始口令/).fill(first);
    await invited.getByRole('button', { name: '去全省统一身份认证绑定' }).click();
    await atProvider(door.page, `province-${userName}`);
    await door.page.waitForURL(/\/password/);
    await look(door.page, door.picture, 'invited-password');
    for (const one of [keeper, door]) await one.close();
  });
});

describe('the record of deeds', () => {
  it('hides what is kept while somebody types, says how much, and shows it when asked', async () => {
    const { origin } = program;
    const sheet = '/qinghe/ledger/sheet?clause=1.1&period=2026-Q4';
    const clerk = await walk({ origin, width: 1280, as: 'zhou.chengjian', at: sheet });
    const village = clerk.page.getByRole('row').filter({ hasText: '鹿鸣村' });
    await village.waitFor();
    const heads = await clerk.page.getByRole('columnheader').allInnerTexts();
    const count = heads.findIndex((head) => head.replace(/\s/g, '') === '处数（处）');
    await village.locator('th, td').nth(count).click();
    await clerk.page.keyboard.type('2');
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText(/都存上了/).waitFor();
    await clerk.close();
    const at = '/qinghe/settings/audit';
    const { page, picture, close } = await walk({ origin, width: 1280, as: 'fang.xinxi', at });
    await isRead(page, '操作记录');
    const row = page.getByRole('row').filter({ hasText: '填记分表' });
    await page.getByText(/（隐去了 \d+ 条）/).waitFor();
    expect(await row.count()).toBe(0);
    await look(page, picture, 'audit');
    await page.getByLabel(/^连打分时逐格保存的也列出来/).check();
    await page.waitForURL(/cells=yes/);
    await row.first().waitFor();
    await look(page, picture, 'audit-all');
    await close();
  });
});

describe.each(widths)('a unified identity at %i px', (width) => {
  it('is bound by its owner, then opens the account, and is unbound again', async () => {
    const { origin } = program;
    const at = '/qinghe/settings';
    const own = await walk({ origin, width, as: 'zhou.chengjian', at });
    await isRead(own.page, '本人账号');
    await own.page.getByRole('button', { name: '绑定全省统一身份认证' }).click();
    const bind = own.page.getByRole('form', { name: '绑定全省统一身份认证' });
    await bind.getByLabel(/^现在的口令/).fill(password);
    await look(own.page, own.picture, 'identity-bind');
    await bind.getByRole('button', { name: '绑定全省统一身份认证' }).click();
    await atProvider(own.page, 'province-zhou');
    await own.page.getByText('绑定好了，以后可以用它登录。').waitFor();
    await look(own.page, own.picture, 'identity-bound');
    await own.page.getByRole('link', { name: '回到本人账号' }).click();
    await own.page.getByText(/绑定了全省统一身份认证/).waitFor();

    const door = await walk({ origin, width, at: '/sign-in' });
    const button = door.page.getByRole('button', { name: '用全省统一身份认证登录' });
    await button.waitFor();
    await look(door.page, door.picture, 'sign-in');
    await button.click();
    await atProvider(door.page, 'province-zhou');
    await door.page.waitForURL(/\/qinghe\/desk/);

    const stranger = await walk({ origin, width, at: '/sign-in' });
    await stranger.page.getByRole('button', { name: '用全省统一身份认证登录' }).click();
    await atProvider(stranger.page, 'zhou.chengjian');
    await stranger.page.getByText('这个统一身份还没有绑定本系统的账号').waitFor();
    await look(stranger.page, stranger.picture, 'identity-unbound');

    await own.page.getByRole('button', { name: '解除绑定' }).click();
    const form = own.page.getByRole('form', { name: '解除绑定' });
    await form.getByLabel(/^现在的口令/).fill(password);
    await form.getByRole('button', { name: '解除绑定' }).click();
    await own.page.getByText('还没有绑定。').waitFor();
    for (const one of [own, door, stranger]) await one.close();
  });
});

/** Signs in on the pages of the provider and lets it tell us. */
async function atProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('of the provider');
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/sign-in\/identity|\/desk|\/password/);
}
