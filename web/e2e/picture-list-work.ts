/** The pictures of goals and items, in the order of the guide. */

import type { Page } from 'playwright-core';
import type { Picture } from './picture-list.ts';

/** Each only reads: what it shows is the town as the demonstration makes it. */
export const workPictures: readonly Picture[] = [
  {
    name: 'items',
    says: '督办事项：期限近的在前，为什么超期写在旁边',
    as: 'tian.ducha',
    at: '/qinghe/work',
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'item',
    says: '一件事项：谁要的、谁办、办到哪一步',
    as: 'tian.ducha',
    at: '/qinghe/work',
    before: (page) => opened(page, '背街小巷垃圾桶更换'),
    shows: 'window',
    height: 820,
  },
  {
    name: 'slip',
    says: '督办单：一页 A4，打印、盖章、交回',
    as: 'tian.ducha',
    at: '/qinghe/work',
    before: async (page) => {
      await opened(page, '村口公示栏统一更换');
      await page.getByRole('link', { name: '打印督办单' }).click();
      await page.getByRole('heading', { level: 1, name: '督办单' }).waitFor();
      await page.getByText('三槐村').first().waitFor();
    },
    shows: 'page',
    height: 960,
  },
  {
    name: 'gate',
    says: '下发闸门：缺什么、重了什么，写在旁边',
    as: 'zhou.chengjian',
    at: '/qinghe/work/demands/new',
    before: async (page) => {
      await page.getByLabel(/^事由/).fill('报危房户数');
      await page.getByRole('checkbox', { name: '东溪村' }).check();
      await page.getByLabel('要村里报的数').fill('户数');
      await page.getByRole('button', { name: '加一项' }).click();
      await page.getByText(/没有选履职清单里的事项/).waitFor();
      await page.getByText('已有，不再问').first().waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
    },
    shows: 'page',
    height: 860,
  },
  {
    name: 'burden',
    says: '减负表：哪个部门下发了多少，数的是下发部门',
    as: 'gu.shuji',
    at: '/qinghe/work/burden',
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'goals',
    says: '年度目标：每个数从下面的读数来',
    as: 'tian.ducha',
    at: '/qinghe/work/goals',
    before: (page) => page.getByRole('row').nth(3).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'draft',
    says: '分解台：左边原文，右边草稿，由人来定',
    as: 'tian.ducha',
    at: '/qinghe/work/drafts',
    before: async (page) => {
      await page.getByRole('row').nth(1).getByRole('button').first().click();
      await page.getByRole('region', { name: '草稿' }).waitFor();
    },
    shows: 'page',
    height: 760,
  },
  {
    name: 'campaign',
    says: '一个专项：每一处点位到了哪一步',
    as: 'gu.shuji',
    at: '/qinghe/work/campaigns',
    before: async (page) => {
      await page.getByRole('button', { name: '公共空间治理专项' }).click();
      await page.getByRole('heading', { level: 1, name: '公共空间治理专项' }).waitFor();
      await page.getByRole('row').nth(3).waitFor();
    },
    shows: 'page',
    height: 700,
  },
  {
    name: 'circular',
    says: '一期通报：照记录写成，印发后不变',
    as: 'gu.shuji',
    at: '/qinghe/work/circulars/2026-10',
    before: (page) => page.getByText(/当月办结/).waitFor(),
    shows: 'page',
    height: 700,
  },
];

/** Opens an item of the list beside it. */
async function opened(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('dialog', { name: title }).getByText('办理经过').waitFor();
}
