/** The office turns its paper into a draft, mends it while it is checked, and sees what changed. */

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const paper = join(import.meta.dirname, '../../docs/guides/sample/rules.docx');

describe.each(widths)('a scheme at %i px', (width) => {
  it('is drafted from a Word document and checked while it is written', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: '/qinghe/scheme',
    });
    await page.locator('input[type=file]').setInputFiles(paper);
    await page.waitForURL(/tab=edit/);
    await page.getByRole('link', { name: '原文和检查' }).click();
    await page.getByText('从文件读出 9 条，其中 8 条认出了计分方式。').waitFor();
    await page.getByText('有 1 处错误要改正').waitFor();
    const source = page.getByLabel('办法的原文（YAML）');
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByText('计分办法待定').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-draft');

    // What cannot be read is said at once, with the official text as it was.
    const text = await source.inputValue();
    await source.fill(text.replace('full: 40', 'full: 四十'));
    await findings.getByText('“四十”不是确数').waitFor();
    await page.getByText('原文现在读不出来，下面是上一次读得出来的正文。').waitFor();
    // A rule that is settled leaves the list, and what is new in it is told, before anything is saved.
    await source.fill(settled(text));
    await findings.getByText('都听取“c4.1”').waitFor();
    expect(await findings.getByText('计分办法待定').count()).toBe(0);
    await page.getByText('有改动还没有存。').waitFor();
    const official = page.getByRole('region', { name: '正文' });
    await official.getByText('每次加1分').first().waitFor();
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByText('已存上。').waitFor();
    await page.reload();
    await page.getByText('没有错误，有').waitFor();
    expect(await source.inputValue()).toBe(settled(text));
    await withdraw(page);
    await close();
  });

  it('of the next year is compared with the one in force', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: '/qinghe/scheme',
    });
    await openInForce(page);
    await picture('scheme-official');
    await page.getByRole('button', { name: '起草下一版' }).click();
    await confirmed(page, '起草下一版');
    await page.getByRole('link', { name: '原文和检查' }).click();
    const source = page.getByLabel('办法的原文（YAML）');
    await expect.poll(() => source.inputValue()).toContain('delta: -0.5');
    const text = await source.inputValue();
    const next = text
      .replace('version: 2026.1', 'version: 2027.1')
      .replace('{ from: 2026-01-01, to: 2026-12-31 }', '{ from: 2027-01-01, to: 2027-12-31 }')
      .replace('delta: -0.5', 'delta: -0.75');
    await source.fill(next);
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByText('已存上。').waitFor();
    await page.getByRole('link', { name: '与另一版比较' }).click();
    await page.getByText(/条款新增 0 条、删去 0 条、改动 1 条/).waitFor();
    await page.getByText('0.75').first().waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-compared');
    await withdraw(page);
    await close();
  });

  it('is read by everybody and written by the office alone', async () => {
    const { page, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/scheme',
    });
    await openInForce(page);
    for (const deed of ['起草下一版', '废止', '撤回']) {
      expect(await page.getByRole('button', { name: deed }).count()).toBe(0);
    }
    await close();
  });
});

/** The draft with its one open rule written down. */
function settled(text: string): string {
  return text.replace(
    /( +)rule: \{ pending: [^\n]*\}/,
    '$1on: c4.1\n$1rule: { count: { delta: 1 } }',
  );
}

async function openInForce(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: /村日常.*施行中/ });
  await row.getByRole('button').first().click();
  await page.getByText('施行中，至').waitFor();
}

async function withdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤回' }).click();
  await confirmed(page, '撤回');
  await page.getByText('这份草稿已撤回').waitFor();
}

async function confirmed(page: Page, deed: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: deed }).click();
}
