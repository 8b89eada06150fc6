/** Many rows at once, and the words of a village: the score sheet and what is said about a fact. */

import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the score sheet at %i px', (width) => {
  const village = width === 390 ? '白茶村' : '鹿鸣村';

  it('is typed like a workbook; what is wrong stands at its cell, and points beside it', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/ledger/sheet?clause=1.1&period=2026-Q4',
    });
    await page.getByText('2026年第四季度 20 个对象').waitFor();
    await page.getByLabel('没写佐证的行都用这一份').fill('巡查记录，存城建办');
    await type(page, village, '处数（处）', '好几');
    await page.getByRole('button', { name: '交复核 1 行' }).click();
    await page.getByText('有 1 行没有交').waitFor();
    await (await cellAt(page, village, '处数（处）')).click();
    await page.getByText('不是确数').first().waitFor();
    await type(page, village, '处数（处）', '2');
    await type(page, village, '日期', '11.18');
    await page.getByRole('button', { name: '交复核 1 行' }).click();
    await page.getByText('交了 1 行，等另一个人复核。').waitFor();
    const row = page.getByRole('row').filter({ hasText: village });
    await row.getByText('等复核').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('ledger-sheet');

    await page.goto(`${origin}/qinghe/ledger?view=entries&mine=yes`);
    await page.getByRole('row').filter({ hasText: village }).getByRole('button').click();
    await page.getByRole('button', { name: '删去' }).click();
    await page.getByRole('dialog').last().getByRole('button', { name: '删去' }).click();
    await page.getByRole('row').filter({ hasText: village }).waitFor({ state: 'detached' });
    await close();
  });
});

describe.each(widths)('a village at %i px', (width) => {
  it('reads what is about it, and speaks through the town', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'chen.dongxi',
      at: '/qinghe/ledger?kind=inspection.garbage',
    });
    await page.getByText('关于本村的事实').waitFor();
    const cards = page.getByRole('list', { name: '已入账事实' }).getByRole('listitem');
    const first = width === 390 ? cards.first() : page.getByRole('row').nth(1);
    await first.getByRole('button').click();
    await page.getByText('记分封存后可看').first().waitFor();
    const id = new URL(page.url()).searchParams.get('fact') ?? '';
    expect(await page.getByRole('button', { name: /更正|记村里的话/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '记一条' }).count()).toBe(0);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('ledger-village');

    const said = `已经清运，请再来看。${width}-${process.pid}`;
    const town = await walk({ origin, width, as: 'sun.fuhe' });
    await town.page.goto(`${origin}/qinghe/ledger?fact=${encodeURIComponent(id)}`);
    await town.page.getByRole('button', { name: '记村里的话' }).click();
    const dialog = town.page.getByRole('dialog', { name: '记村里的话' });
    await dialog.getByLabel(/原话/).fill(said);
    await dialog.getByRole('button', { name: '存', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await town.close();
    await page.goto(`${origin}/qinghe/ledger?view=notes`);
    await page.getByText(said).waitFor();
    await close();
  });
});

/** Types into the cell of a village under a head, as one does in a workbook. */
async function type(page: Page, village: string, head: string, text: string): Promise<void> {
  await (await cellAt(page, village, head)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function cellAt(page: Page, village: string, head: string): Promise<Locator> {
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((title) => title.replace(/\s/g, '') === head);
  return page.getByRole('row').filter({ hasText: village }).locator('th, td').nth(at);
}
