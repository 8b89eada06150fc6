/** The order of handling of a month, and its circular: looked at, issued once, read by the offices. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe('the order of handling', () => {
  it('opens every count into its items, for leaders alone', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin,
        width,
        as: 'gu.shuji',
        at: '/qinghe/work/handling?month=2026-10',
      });
      await isRead(page, '2026年10月办理排序');
      await page.getByText('件数太少，不排').first().waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('handling');
      const row = page.getByRole('row', { name: /^城建办/ });
      await row.getByRole('button').first().click();
      const drawer = page.getByRole('dialog', { name: /^城建办：/ });
      await drawer.getByRole('link').first().waitFor();
      await picture('handling-items');
      await close();
    }
  });
});

describe('a circular', () => {
  it('is looked at, issued by the supervision office, and read by an office as it was', async () => {
    const { page, picture, close } = await walk({
      origin,
      width: 1280,
      as: 'tian.ducha',
      at: '/qinghe/work/circulars',
    });
    await page.getByRole('link', { name: '拟2026年10月通报' }).click();
    await page.getByText('还没有印发，以下是按现在的记录会写的内容。').waitFor();
    await page.getByRole('heading', { name: '关于2026年10月督查督办和减负情况的通报' }).waitFor();
    await expectAccessible(page);
    await picture('circular');
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 Word' }).click();
    expect((await loading).suggestedFilename()).toContain('（未印发）.docx');
    await page.getByRole('button', { name: '印发' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '印发' }).click();
    await page.getByText('由田荞印发，内容不再变。').waitFor();
    expect(await page.getByRole('button', { name: '印发' }).count()).toBe(0);
    await close();

    for (const width of widths) {
      const reader = await walk({
        origin,
        width,
        as: 'zhou.chengjian',
        at: '/qinghe/work/circulars',
      });
      await reader.page.getByRole('button', { name: /2026年10月/ }).click();
      await reader.page.getByText('由田荞印发，内容不再变。').waitFor();
      await expectNothingOverTheEdge(reader.page);
      await reader.picture('circular-issued');
      await reader.close();
    }
  });
});
