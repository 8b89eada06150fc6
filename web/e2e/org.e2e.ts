/** The roster: a village with its chain of responsibility, and a workbook with a mistake in it. */

import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the roster at %i px', (width) => {
  it('opens a village, who answers for it since when, and the chain on paper', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'gu.shuji',
      at: '/qinghe/org',
    });
    await page.getByText('20 个村、12 个办站所').waitFor();
    await page.getByLabel('在表内查找').fill('麦坪');
    await page.waitForURL(/麦坪|%E9%BA%A6/);
    await page.getByRole('button', { name: '麦坪村' }).click();
    const drawer = page.getByRole('dialog', { name: /麦坪村/ });
    await drawer.getByText('程苇').first().waitFor();
    await drawer.getByText('2026-07-01起').first().waitFor();
    await expectNothingOverTheEdge(page);
    await picture('org-village');
    await page.keyboard.press('Escape');

    await page.goto(`${origin}/qinghe/org/chains`);
    await page.getByText('麦坪村责任链').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    // A day before the change of office shows who answered then.
    await page.goto(`${origin}/qinghe/org/chains?on=2026-06-30`);
    const then = page.locator('article, section').filter({ hasText: '麦坪村责任链' }).last();
    await then.waitFor();
    expect(await then.innerText()).not.toContain('程苇');
    await picture('org-chains');
    await close();
  });

  it('imports a sheet, writes what is wrong back into it, and takes the good rows if told to', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'fang.xinxi' });
    const good = `演示屋场${width}-${process.pid}`;
    await page.goto(`${origin}/qinghe/org?view=hamlets`);
    await isRead(page, '组织人员');
    await page.getByRole('button', { name: '导入 Excel' }).click();
    const form = page.getByRole('dialog', { name: '导入名册' });
    await form.locator('input[type=file]').setInputFiles({
      name: '单位.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`编码,名称,类别,上级\n,${good},屋场,东溪村\n,桃花屋场,屋场,不存在的村\n`),
    });
    await form.getByText('读到 2 行，其中 1 行有问题。').waitFor();
    await form.getByText('不存在的村').first().waitFor();
    expect(await form.getByRole('button', { name: /^导入/ }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await picture('org-import');
    const download = page.waitForEvent('download');
    await form.getByRole('button', { name: '下载标好问题的文件' }).click();
    const marked = readFileSync(await (await download).path());
    expect(marked.length).toBeGreaterThan(100);
    await form.getByRole('checkbox', { name: /只导入没有问题的行/ }).click();
    await form.getByRole('button', { name: '导入 1 行' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByLabel('在表内查找').fill(good);
    await page.getByRole('button', { name: good }).waitFor();
    expect(await page.getByText('桃花屋场').count()).toBe(0);
    await close();
  });

  it('is kept by the administrator alone', async () => {
    const { page, close } = await walk({ origin, width, as: 'zhou.chengjian', at: '/qinghe/org' });
    await page.getByRole('grid').waitFor();
    for (const deed of ['导入 Excel', '登记单位', '换届']) {
      expect(await page.getByRole('button', { name: deed }).count()).toBe(0);
    }
    await close();
  });
});
