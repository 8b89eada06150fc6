/** The office reads whether a quarter was measured alike; a list of the district is pasted; the secretary reads one sheet. */

import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** Pages on paper, all of them upright A4. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box = '']) => box.trim());
  expect(new Set(boxes)).toEqual(new Set([boxes[0]]));
  return (pdf.match(/\/Type \/Page\b/g) ?? []).length;
}

it('the fairness report is read, sentences before figures, and that is kept', async () => {
  const at = '/qinghe/standings/qinghe-village-daily/2026-Q2/fairness';
  const { page, picture, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at });
  await isRead(page, '2026年第二季度公平性报告');
  await page.getByText('只有一个评分单位，无法比较').waitFor();
  const [sentences, figures] = ['先看结论', '再看数字'].map((name) =>
    page.getByRole('heading', { name }).boundingBox(),
  );
  expect((await sentences)?.y).toBeLessThan((await figures)?.y ?? 0);
  await expectAccessible(page);
  await page.getByRole('button', { name: '已看过' }).click();
  await page.getByText(/吴简.*看过。/).waitFor();
  await picture('fairness');
  await close();
});

it('a list of the district is pasted, mended, and says what would move the town up', async () => {
  const at = '/qinghe/results/benchmark/new';
  const { page, picture, close } = await walk({ origin, width: 390, as: 'wu.kaohe', at });
  await isRead(page, '登记对标表');
  await page.getByLabel('名称').fill('营商环境专项考核');
  await page.getByLabel('印发单位').fill('云川县政务服务中心');
  await page.getByLabel('考核期').selectOption('2024');
  const rows = (mark: string) =>
    [
      '指标\t满分\t责任办\t青禾镇\t柳坪镇',
      `办件\t60\t经济办\t${mark}\t55`,
      '总分\t\t\t50\t55',
    ].join('\n');
  await page.getByLabel('表格').fill(rows('约50'));
  await page.getByText('“约50”读不懂').waitFor();
  expect(await page.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('表格').fill(rows('50'));
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('与第一名柳坪镇差 5 分').waitFor();
  await page.getByLabel('办件多得几分').fill('5');
  await page.getByText('总分到 55，第 1。 与柳坪镇并列。').waitFor();
  await page.getByLabel('办件多得几分').fill('11');
  await page.getByText('补这么多就超过满分了').waitFor();
  await expectNothingOverTheEdge(page);
  await picture('benchmark');
  await close();
});

it('the secretary reads one sheet of paper, and it stays one at its fullest', async () => {
  const at = '/qinghe/results/one-page';
  const { page, picture, close } = await walk({ origin, width: 1280, as: 'gu.shuji', at });
  await isRead(page, '青禾镇 书记一页');
  await page.getByText('与第一名柳坪镇差 3.8 分。').waitFor();
  await expectAccessible(page);
  expect(await sheetsOf(page)).toBe(1);
  await picture('one-page');
  await page.getByRole('link', { name: '产业发展' }).click();
  await page.getByRole('heading', { level: 1, name: '乡镇综合考核 2026年上半年' }).waitFor();
  await page.route('**/api/**/one-page', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: fullest(await response.json()) });
  });
  await page.goto(`${origin}${at}`);
  await page.getByText('共 88 件').waitFor();
  expect(await sheetsOf(page)).toBe(1);
  await close();
});

const long = '整改石桥村下屋组猪栏后沟污水沟渠堵塞外溢并沿线清理垃圾恢复绿化带补种树苗';

/** The reply with every list as long as the server sends it, and every text long. */
function fullest(page: ReturnType<typeof JSON.parse>) {
  const id = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;
  const times = (count: number, of: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => of(index));
  const item = (index: number) => ({
    id: id(index),
    title: long,
    office: '便民服务中心',
    dueOn: '2026-11-26',
    days: 3,
  });
  return {
    ...page,
    district: {
      ...page.district,
      weakest: times(5, (index) => ({
        ...page.district.weakest[0],
        name: `${index}党建引领基层治理示范创建`,
        leaders: ['欧阳春和', '司马长风'],
      })),
    },
    overdue: {
      count: 88,
      more: 4,
      leaders: times(6, (index) => ({
        leader: { code: `${index}`, name: '欧阳春和' },
        count: 12,
        oldest: item(index),
      })),
    },
    coming: { count: 40, items: times(5, item) },
    repeated: {
      count: 40,
      findings: times(4, (index) => ({
        id: id(index),
        subject: { code: 'a', name: '青崖村' },
        standard: long,
        dueOn: '2026-11-26',
      })),
    },
    periods: times(4, (index) => ({
      ...page.periods[0],
      line: `${index}`,
      schemeName: '青禾镇村级干部作风与工作考核办法（试行）',
    })),
  };
}
