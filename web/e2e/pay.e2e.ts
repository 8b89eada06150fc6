/** A pay sheet from the sealed quarter to the day it was paid, by five desks; and one's own amount. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const at = '/qinghe/results/pay';
const name = /2026年第一季度考核工资表/;

describe('assessment pay', () => {
  it('opens every amount of a sheet, which adds up and stands against the budget', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({ origin, width, as: 'feng.jiwei', at });
      await isRead(page, '考核工资');
      await page.getByText('青财〔2026〕5号', { exact: false }).waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('pay');
      await page.getByRole('button', { name: '2026-1', exact: true }).click();
      await page.getByText('逐笔相加 30,518.98 元', { exact: false }).waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('pay-sheet');
      await page.getByRole('button', { name: /^陈广田 季度绩效/ }).click();
      const drawer = page.getByRole('dialog', { name: '东溪村 陈广田' });
      await drawer
        .getByText('1200 元 × 得分 98.010 ÷ 100 = 1176.12 元', { exact: false })
        .waitFor();
      await expectAccessible(page);
      await picture('pay-amount');
      await close();
    }
  });

  it('goes from desk to desk: made, checked, approved, handed over, paid', async () => {
    const address = await made();
    await deed('he.zuzhi', address, '审核');
    await deed('gu.shuji', address, '批准', {
      决定的机关: '青禾镇党委会',
      文号: '青党发〔2026〕33号',
    });
    await deed('wu.kaohe', address, '送财政');
    const { page, close } = await walk({
      origin,
      width: 390,
      as: 'qian.caizheng',
      at: '/qinghe/desk',
    });
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name }).waitFor();
    await press(page, '确认发放');
    await page.getByText('已发放', { exact: true }).waitFor();
    const loading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    expect((await loading).suggestedFilename()).toBe('考核工资表-2026-2.xlsx');
    await close();
  });

  it('shows a village secretary what is theirs, and nobody else’s', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({ origin, width, as: 'chen.dongxi', at });
      await page.getByRole('button', { name: '看我的考核工资' }).click();
      await page.getByText('1176.12 元', { exact: false }).waitFor();
      expect(await page.getByRole('heading', { name: '当年预算' }).count()).toBe(0);
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('own-pay');
      await close();
    }
  });
});

type Page = Awaited<ReturnType<typeof walk>>['page'];

/** The office makes the sheet of the first quarter; @returns its address. */
async function made(): Promise<string> {
  const { page, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at });
  await page.getByRole('button', { name: '造表' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.getByTitle(/2026年第一季度/).click();
  await dialog.getByRole('button', { name: '造表' }).click();
  await page.getByRole('button', { name: '2026-2', exact: true }).click();
  await page.getByRole('heading', { name }).waitFor();
  const { pathname } = new URL(page.url());
  await close();
  return pathname;
}

/** One step of the course, by somebody else each time. */
async function deed(
  as: string,
  address: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { page, close } = await walk({ origin, width: 1280, as, at: address });
  await page.getByRole('heading', { name }).waitFor();
  await press(page, action, fields);
  await close();
}

async function press(
  page: Page,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) {
    await dialog.getByRole('textbox', { name: label }).fill(text);
  }
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
