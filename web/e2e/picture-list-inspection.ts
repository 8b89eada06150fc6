/** The pictures of a month of inspection, in the order of the guide. */

import type { Page } from 'playwright-core';
import type { Picture } from './picture-list.ts';

/** Each only reads: what it shows is October as the demonstration goes through it. */
export const inspectionPictures: readonly Picture[] = [
  {
    name: 'inspection-draw',
    says: '一轮检查：谁去哪里抽签定，种子公开',
    as: 'wu.kaohe',
    at: '/qinghe/inspection',
    before: async (page) => {
      await openOctober(page);
      await page.getByText('随机种子').first().waitFor({ state: 'attached' });
    },
    shows: 'page',
    height: 640,
  },
  {
    name: 'inspection-told',
    says: '村里在手机上看检查结果，确认或说明哪里不符',
    as: 'chen.dongxi',
    at: '/qinghe/inspection/told',
    before: (page) => page.getByRole('row').nth(3).waitFor(),
    width: 390,
    shows: 'window',
    height: 600,
  },
  {
    name: 'inspection-finding',
    says: '整改前后照片并排，复查的是另一个人',
    as: 'wu.kaohe',
    at: '/qinghe/inspection/findings',
    before: async (page) => {
      await page.getByRole('row').nth(1).getByRole('button').first().click();
      await page.getByRole('img', { name: '整改后 照片1' }).waitFor();
    },
    shows: 'window',
    height: 620,
  },
  {
    name: 'inspection-review',
    says: '讲评会：次序、红榜、需改进的方面，没有末位名单',
    as: 'wu.kaohe',
    at: '/qinghe/inspection',
    before: async (page) => {
      await openOctober(page);
      await page.goto(`${page.url()}/review`);
      await page.getByRole('heading', { name: '需改进的方面' }).waitFor();
    },
    shows: 'page',
    height: 760,
  },
];

/** The finished round of the environment check. */
async function openOctober(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: /人居环境月检查表/ });
  await row.filter({ hasText: '2026年10月' }).getByRole('button').first().click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]+$/);
  await page.getByRole('heading', { level: 1, name: /人居环境月检查表/ }).waitFor();
}
