/**
 * Supervision: a leader's instruction from its booking to its closing, with one extension and one
 * sending back; an oral task in one line; a resident cadre on behalf of the village. Presses and
 * fields are counted: what the course asks of each is part of what it is.
 */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { effortOn } from './kit/effort.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('an instruction at %i px', (width) => {
  const title = `清理镇口堆料${width}-${process.pid}`;
  let address = '';

  /** Signs somebody in at the item and does one deed there. */
  async function at(user: string, act: (page: Page) => Promise<void>): Promise<void> {
    const { page, close } = await walk({ origin, width, as: user, at: address });
    await page.getByRole('dialog', { name: title }).waitFor();
    await act(page);
    await close();
  }

  /** Presses a button of the item, or of what is folded under it. */
  async function press(page: Page, name: string): Promise<void> {
    const drawer = page.getByRole('dialog', { name: title });
    await drawer.getByRole('button', { name, exact: true }).click();
  }

  async function stands(page: Page, state: string): Promise<void> {
    await page.getByRole('dialog', { name: title }).getByText(state).first().waitFor();
  }

  it('is booked and assigned in one go by the supervision office', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'tian.ducha',
      at: '/qinghe/work/book',
    });
    await page.getByRole('heading', { name: '登记交办' }).waitFor();
    const effort = await effortOn(page);
    await page.getByLabel('登记成').selectOption('督办单');
    await page.getByLabel('什么事').fill(title);
    await choose(page, '批示领导', '顾远山');
    await choose(page, '牵头单位', '城建办');
    await choose(page, '责任人', '周砚');
    await page.getByLabel(/^时限/).fill('2026-12-16');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('items-book');
    await page.getByRole('button', { name: '立项并交办' }).click();
    const said = page.getByText(/已登记〔2026〕\d+号。/);
    await said.waitFor();
    const { clicks, fields } = effort();
    expect(fields).toBeLessThanOrEqual(7);
    expect(clicks).toBeLessThanOrEqual(8);
    address = (await said.getByRole('link', { name: '看这一件' }).getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/qinghe\/work\/items\//);
    await close();
  });

  it('stands on the list of who answers for it, who takes it and asks for a later day', async () => {
    const { page, close } = await walk({ origin, width, as: 'zhou.chengjian', at: '/qinghe/desk' });
    await page.getByRole('link', { name: `签收：${title}` }).click();
    await stands(page, '已交办');
    await press(page, '签收');
    await stands(page, '已签收');
    await press(page, '申请延期');
    const form = page.getByRole('dialog', { name: '申请延期' });
    await form.getByLabel('延到哪天').fill('2026-12-30');
    await form.getByLabel('原因').fill('堆料业主在外地，下周才回来。');
    // Esc closes the dialog alone; the item stays open.
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await press(page, '申请延期');
    await form.getByLabel('延到哪天').fill('2026-12-30');
    await form.getByLabel('原因').fill('堆料业主在外地，下周才回来。');
    await form.getByRole('button', { name: '申请延期' }).click();
    await stands(page, '申请延期');
    // Who asked does not decide.
    const drawer = page.getByRole('dialog', { name: title });
    expect(await drawer.getByRole('button', { name: '同意延期' }).count()).toBe(0);
    await close();
  });

  it('is extended by the leader, the old day kept, and sent back once', async () => {
    await at('gu.shuji', async (page) => {
      await press(page, '同意延期');
      const form = page.getByRole('dialog', { name: '同意延期' });
      await form.getByRole('button', { name: '同意延期' }).click();
      await stands(page, '办理中');
      await page.getByText('时限 12月16日（周三） → 12月30日（周三）').first().waitFor();
    });
    await at('zhou.chengjian', async (page) => {
      await report(page, '堆料已清走。');
    });
    await at('tian.ducha', async (page) => {
      await press(page, '核查');
      const form = page.getByRole('dialog', { name: '核查', exact: true });
      await form.getByText('承办单位报：堆料已清走。').waitFor();
      await form.getByLabel('核查结论').selectOption('退回');
      await form.getByLabel('退回意见').fill('路边还剩一堆沙子。');
      await form.getByRole('button', { name: '退回' }).click();
      await stands(page, '退回重办');
    });
  });

  it('is closed by others than who did it, once all six checks hold', async () => {
    await at('zhou.chengjian', async (page) => {
      await page.getByText('路边还剩一堆沙子。').waitFor();
      await report(page, '沙子也清走了。');
      const drawer = page.getByRole('dialog', { name: title });
      expect(await drawer.getByRole('button', { name: '核查' }).count()).toBe(0);
    });
    const { page, picture, close } = await walk({ origin, width, as: 'tian.ducha', at: address });
    await page.getByRole('dialog', { name: title }).waitFor();
    await press(page, '核查');
    const form = page.getByRole('dialog', { name: '核查', exact: true });
    await form.getByLabel('核查结论').selectOption('办结');
    const boxes = form.getByRole('checkbox');
    expect(await boxes.count()).toBe(6);
    for (const box of (await boxes.all()).slice(1)) await box.check();
    await form.getByRole('button', { name: '办结' }).click();
    await form.getByText('六项审核还差：事实清楚').waitFor();
    await boxes.first().check();
    await form.getByRole('button', { name: '办结' }).click();
    await stands(page, '已办结');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('items-course');
    await close();
    await at('gu.shuji', async (leader) => {
      await press(leader, '销号');
      await leader
        .getByRole('dialog', { name: '销号' })
        .getByRole('button', { name: '销号' })
        .click();
      await stands(leader, '已销号');
    });
    await at('zhou.chengjian', async (doer) => {
      await doer.goto(`${origin}/qinghe/desk`);
      await doer.getByRole('heading', { name: '清单' }).waitFor();
      expect(await doer.getByText(title).count()).toBe(0);
    });
  });

  async function report(page: Page, text: string): Promise<void> {
    await press(page, '反馈');
    const form = page.getByRole('dialog', { name: '反馈' });
    await form.getByLabel('办理结果').fill(text);
    await form.getByRole('button', { name: '反馈' }).click();
    await stands(page, '已反馈');
  }
});

describe.each(widths)('an oral task at %i px', (width) => {
  const title = `把党员活动室的灯修好${width}-${process.pid}`;

  it('is one line, and is crossed out with one press by whoever does it', async () => {
    const { page, close } = await walk({
      origin,
      width,
      as: 'gu.shuji',
      at: '/qinghe/work/book',
    });
    await page.getByRole('heading', { name: '登记交办' }).waitFor();
    const effort = await effortOn(page);
    await page.getByLabel('什么事').fill(title);
    await choose(page, '谁办', '周砚');
    await page.getByLabel('什么时候办完').fill('2026-12-11');
    await page.getByRole('button', { name: '登记交办', exact: true }).click();
    await page.getByText(/已登记〔2026〕\d+号。/).waitFor();
    const { clicks, fields } = effort();
    expect(fields).toBeLessThanOrEqual(3);
    expect(clicks).toBeLessThanOrEqual(2);
    await close();
    const doer = await walk({ origin, width, as: 'zhou.chengjian', at: '/qinghe/desk' });
    await doer.page.getByRole('link', { name: `办：${title}` }).click();
    const drawer = doer.page.getByRole('dialog', { name: title });
    await drawer.getByRole('button', { name: '办完' }).click();
    await drawer.getByText('已销号').first().waitFor();
    await doer.close();
  });
});

describe('a village', () => {
  it('is spoken for by its resident cadre, who says how it told it', async () => {
    const { page, picture, close } = await walk({
      origin,
      width: 390,
      as: 'deng.baocun',
      at: '/qinghe/desk',
    });
    await page.getByRole('link', { name: '答复：村口公示栏统一更换' }).click();
    const drawer = page.getByRole('dialog', { name: '村口公示栏统一更换' });
    await drawer.getByRole('button', { name: '报进展' }).click();
    const form = page.getByRole('dialog', { name: '报进展' });
    await form.getByLabel('村里怎么说的').selectOption('电话');
    await form
      .getByRole('textbox', { name: '情况', exact: true })
      .fill('定在村部东墙，月底前清出位置。');
    await expectAccessible(page);
    await picture('items-behalf');
    await form.getByRole('button', { name: '报进展' }).click();
    await drawer.getByText('代三槐村（电话）').waitFor();
    await drawer.getByText('定在村部东墙，月底前清出位置。').first().waitFor();
    await close();
  });
});

describe('rows from Excel', () => {
  it('are shown with what is wrong, and booked once nothing is', async () => {
    const { page, close } = await walk({
      origin,
      width: 1280,
      as: 'tian.ducha',
      at: '/qinghe/work/book',
    });
    await page.getByText('从 Excel 粘贴').click();
    const field = page.getByLabel('贴到这里');
    await field.fill('事项\t谁办\t时限\n报送年终总结\t党政办\t12月18日\n\t没这个办\t后天');
    await page.getByRole('button', { name: '看看对不对' }).click();
    await page.getByText('有 3 个格子读不懂').waitFor();
    expect(await page.getByRole('button', { name: /^登记 \d+ 行/ }).count()).toBe(0);
    await field.fill('事项\t谁办\t时限\n报送年终总结\t党政办\t12月18日');
    await page.getByRole('button', { name: '看看对不对' }).click();
    await page.getByRole('button', { name: '登记 1 行' }).click();
    await page.getByText('已登记 1 件。').waitFor();
    await close();
  });
});

/** Types a part of a name and takes what is offered. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: new RegExp(`^${label}`) });
  await field.fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}
