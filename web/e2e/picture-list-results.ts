/** The pictures of what follows a list: posted, questioned, decided, paid. In the order of the guide. */

import type { Page } from 'playwright-core';
import type { Picture } from './picture-list.ts';

const quarter = 'qinghe-village-daily/2026-Q3';

/** Each only reads: what it shows is the third quarter as the demonstration goes through it. */
export const resultsPictures: readonly Picture[] = [
  {
    name: 'fairness',
    says: '公平性报告：先说结论，再列数字，人不写名字',
    as: 'wu.kaohe',
    at: `/qinghe/standings/${quarter}/fairness`,
    before: (page) => page.getByRole('heading', { name: '再看数字' }).waitFor(),
    shows: 'page',
    height: 560,
  },
  {
    name: 'publication',
    says: '公示：名单、怎样提异议、公示件、贴在哪里',
    as: 'wu.kaohe',
    at: `/qinghe/results/${quarter}`,
    before: (page) => page.getByRole('heading', { name: '公示件' }).waitFor(),
    shows: 'page',
    height: 1420,
  },
  {
    name: 'objections',
    says: '异议：谁提的、办到哪一步、最晚哪天答复',
    as: 'wu.kaohe',
    at: '/qinghe/results/objections',
    before: async (page) => {
      await page.getByRole('button', { name: '全部', exact: true }).click();
      await page.getByRole('row').nth(3).waitFor();
    },
    shows: 'page',
    height: 480,
  },
  {
    name: 'grades',
    says: '等次：算出的和决定的并排，文号、理由都在',
    as: 'gu.shuji',
    at: '/qinghe/results/grades',
    before: (page) => page.getByRole('row').nth(5).waitFor(),
    shows: 'page',
    height: 620,
  },
  {
    name: 'proposal',
    says: '一条建议：依据、有权的机关、程序一步一步',
    as: 'he.zuzhi',
    at: '/qinghe/results/outcomes',
    before: async (page) => {
      const row = page.getByRole('row', { name: /三槐村 提醒谈话/ });
      await row.getByRole('button', { name: '三槐村' }).click();
      await page.getByRole('dialog').getByText('依据', { exact: false }).first().waitFor();
    },
    shows: 'window',
    height: 860,
  },
  {
    name: 'pay',
    says: '一笔考核工资：算式、文号、凭的哪个得分',
    as: 'qian.caizheng',
    at: '/qinghe/results/pay',
    before: openAmount,
    shows: 'window',
    height: 720,
  },
  {
    name: 'templates',
    says: '公文模板：下载到 Word 里改，传上来先检查',
    as: 'wu.kaohe',
    at: '/qinghe/results/papers',
    before: async (page) => {
      await page.getByRole('button', { name: '模板和编号' }).click();
      await page.getByRole('row').nth(5).waitFor();
    },
    shows: 'page',
    height: 620,
  },
  {
    name: 'one-page',
    says: '书记一页：位置、弱项、超期、风险，一张 A4',
    as: 'gu.shuji',
    at: '/qinghe/results/one-page',
    before: (page) => page.getByRole('heading', { name: '四、接下来的风险' }).waitFor(),
    shows: 'page',
    height: 980,
  },
  {
    name: 'village-page',
    says: '村页：谁负责、要办什么、得了多少分、为什么',
    as: 'chen.dongxi',
    at: `/qinghe/villages/${encodeURIComponent('东溪村')}`,
    before: (page) => page.getByRole('heading', { name: '考核结果' }).waitFor(),
    width: 390,
    shows: 'page',
    height: 1180,
  },
];

/** The village secretary's own amount, opened into its calculation. */
async function openAmount(page: Page): Promise<void> {
  await page.getByRole('button', { name: '2026-1', exact: true }).click();
  await page.getByRole('button', { name: /^陈广田 季度绩效/ }).click();
  await page.getByRole('dialog').getByText('1176.12 元', { exact: false }).waitFor();
}
