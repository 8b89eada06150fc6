/** A speech pasted on the bench becomes items and asides, mostly by keys; how many presses it asks is counted. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { effortOn } from './kit/effort.ts';

const walk = withBrowser();
const origin = inject('demonstration');

const speech = `在全镇春耕备耕会上的讲话
一、春耕准备
城建办要在三月底前修复机耕路桥2座，完善管护体系。
要办好农机培训。
各村要建好种子台账。`;

const panel = (page: Page) => page.getByRole('region', { name: '草稿' });

describe.each(widths)('a speech at %i px', (width) => {
  it('becomes an item and asides by a person, at the keyboard', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'tian.ducha',
      at: '/qinghe/work/drafts',
    });
    const effort = await effortOn(page);
    await isRead(page, '分解台');
    await page.getByRole('button', { name: '粘贴材料' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('正文').fill(speech);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '放上分解台' }).click();
    await isRead(page, '在全镇春耕备耕会上的讲话');
    await page.getByText('待办 3 条：立为事项 0 条，不形成任务 1 条。').waitFor();
    expect(effort()).toEqual({ clicks: 2, fields: 1 });

    // The office and the number are in the sentence: the person looks, and claims with two keys.
    await panel(page).getByText('谁办：城建办').waitFor();
    await panel(page).getByText('还缺').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.keyboard.press('Control+Enter');
    await page.getByText('待办 2 条：立为事项 1 条').waitFor();
    // A saying is put aside with one key; the next draft comes by itself.
    await panel(page).getByText('农机培训').waitFor();
    await page.keyboard.press('x');
    await page.getByText('待办 1 条：立为事项 1 条，不形成任务 2 条。').waitFor();
    await panel(page).getByText('还缺牵头单位或责任人、数量或者时限').waitFor();
    expect(await panel(page).getByRole('button', { name: '立为事项' }).isDisabled()).toBe(true);
    await page.keyboard.press('c');
    await page.keyboard.type('农业农村');
    await page.keyboard.press('Enter');
    await panel(page).getByLabel('时限').fill('2027-03-01');
    await panel(page).getByLabel('时限').press('Control+Enter');
    await page.getByText('已办完：立为事项 2 条，不形成任务 2 条。').waitFor();
    expect(effort()).toEqual({ clicks: 0, fields: 2 });
    await picture('drafts-closed');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);

    await page.getByText('不形成任务 2 条', { exact: true }).click();
    await page.getByRole('button', { name: '重新来办' }).first().click();
    await page.getByText('待办 1 条：立为事项 2 条，不形成任务 1 条。').waitFor();

    await page.getByRole('link', { name: '修复机耕路桥2座' }).click();
    await panel(page).getByRole('link', { name: '修复机耕路桥2座' }).click();
    await page.getByRole('link', { name: /城建办要在三月底前修复机耕路桥2座/ }).click();
    await isRead(page, '在全镇春耕备耕会上的讲话');
    await close();
  });

  it('is read by discipline, who changes nothing', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'feng.jiwei',
      at: '/qinghe/work/drafts',
    });
    await isRead(page, '分解台');
    expect(await page.getByRole('button', { name: '粘贴材料' }).count()).toBe(0);
    await page.getByText('在全镇冬季重点工作推进会上的讲话').first().click();
    await isRead(page, '在全镇冬季重点工作推进会上的讲话');
    await page.getByText('您可以看').waitFor();
    expect(await page.getByRole('button', { name: '立为事项' }).count()).toBe(0);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('drafts');
    await close();
  });
});
