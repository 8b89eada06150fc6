/**
 * A year of goals: from nothing to a goal in every village, a figure read in, the arithmetic above it,
 * a date moved; the village sees its own list; a workbook with a wrong cell says so at the cell.
 */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the goals of a year at %i px', (width) => {
  // Each width has an empty year of its own: both walks fill it.
  const year = width === 1280 ? 2027 : 2028;
  const at = `/qinghe/work/goals?year=${year}`;

  it('go from nothing to a leaf in every village, with nobody left out', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'tian.ducha', at });
    await page.getByText(`${year}年还没有目标`).waitFor();
    await picture('goals-empty');
    await page.getByRole('button', { name: '建目标' }).click();
    const form = page.getByRole('dialog', { name: '建目标' });
    await form.getByLabel(/^目标 /).fill('安装太阳能路灯');
    expect(await form.getByLabel(/^编号/).inputValue()).toBe('1');
    await form.getByText('步骤、方法、措施、变量、意外和其他').click();
    await form.getByRole('checkbox', { name: '要分解到每个村' }).check();
    await expectAccessible(page);
    await form.getByRole('button', { name: '建立' }).click();
    const drawer = page.getByRole('dialog', { name: '1 安装太阳能路灯' });
    await drawer.getByText('还缺 20 个村').waitFor();
    await drawer.getByRole('button', { name: '分解到每个村' }).click();
    const spread = page.getByRole('dialog', { name: '分解到每个村：1' });
    await spread.getByLabel('各村都填这个数').fill('10');
    await spread.getByLabel('计量单位').fill('盏');
    await picture('goals-expand');
    await spread.getByRole('button', { name: '建 20 项' }).click();
    await drawer.getByRole('button', { name: '1.20 ' }).waitFor();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await page.getByText('覆盖检查没有发现缺口。').waitFor();
    await page.getByRole('button', { name: '覆盖检查' }).click();
    await page.getByText('没有发现缺口：每项末级目标都有责任人').waitFor();
    await close();
  });

  it('is read, and the figure above opens into its arithmetic; a moved date is counted', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'tian.ducha', at });
    await page.getByRole('button', { name: '1.1 东溪村安装太阳能路灯' }).click();
    const leaf = page.getByRole('dialog', { name: '1.1 东溪村安装太阳能路灯' });
    await leaf.getByRole('button', { name: '报数' }).click();
    const reading = page.getByRole('dialog', { name: '报数：1.1' });
    await reading.getByLabel(/^累计完成/).fill('五');
    await reading.getByText('请只写数').waitFor();
    await reading.getByLabel(/^累计完成/).fill('5');
    await reading.getByRole('button', { name: '报数' }).click();
    await leaf.getByText('（5 − 0）÷（10 − 0）= 50.0%').waitFor();
    await move(page);
    await leaf.getByText('已调整 1 次').first().waitFor();
    await expectNothingOverTheEdge(page);
    await picture('goal-leaf');
    await leaf.getByRole('button', { name: '1 安装太阳能路灯' }).click();
    const top = page.getByRole('dialog', { name: '1 安装太阳能路灯' });
    // 5 of 200, and the other 190 nobody knows: from 2.5% to 97.5%
    await top.getByText('2.5–97.5%').first().waitFor();
    await top.getByText('缺 19 项读数').first().waitFor();
    await expectAccessible(page);
    await picture('goal-parent');
    await close();
  });

  it('stands on the list of its village, which fills in nothing', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'chen.dongxi', at });
    await page.getByText(`东溪村${year}年任务清单`).waitFor();
    await page.getByRole('button', { name: '东溪村安装太阳能路灯' }).waitFor();
    expect(await page.getByText('西岗村').count()).toBe(0);
    expect(await page.getByRole('button', { name: '建目标' }).count()).toBe(0);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('goals-village');
    await close();
  });

  it('come as a workbook: a wrong cell is said at its cell, the good row is taken', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'tian.ducha', at });
    await isRead(page, '年度目标');
    await page.getByRole('button', { name: '导入' }).click();
    const form = page.getByRole('dialog', { name: '导入目标' });
    await form.locator('input[type=file]').setInputFiles({
      name: '目标.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        '编号,目标,目标值,计量单位,责任人,完成时限\n' +
          `2,公益林管护,1200,亩,秦稷,${year}-12-20\n3,清理沟渠,十,公里,秦稷,${year}-12-20\n`,
      ),
    });
    await form.getByText('读到 2 行，其中 1 行有问题。').waitFor();
    const wrong = form.getByRole('row').filter({ hasText: '“十”不是数' });
    expect(await wrong.innerText()).toMatch(/3\s+C\s/); // row 3, column C
    const take = form.getByRole('button', { name: '导入 1 行' });
    expect(await take.isDisabled()).toBe(true);
    await expectAccessible(page);
    await picture('goals-import');
    const download = page.waitForEvent('download');
    await form.getByRole('button', { name: '下载标好问题的文件' }).click();
    expect((await download).suggestedFilename()).toBe('目标-批注.csv');
    await form.getByRole('checkbox', { name: '只导入没有问题的行，1 行有问题的先放着' }).check();
    await take.click();
    await page.getByRole('button', { name: '2 公益林管护' }).waitFor();
    expect(await page.getByText('清理沟渠').count()).toBe(0);
    await close();
  });

  async function move(page: Page): Promise<void> {
    const leaf = page.getByRole('dialog', { name: '1.1 东溪村安装太阳能路灯' });
    await leaf.getByRole('button', { name: '调整时限' }).click();
    const form = page.getByRole('dialog', { name: '调整时限：1.1' });
    await form.getByLabel(/^新的时限/).fill(`${year}-11-30`);
    expect(await form.getByRole('button', { name: '调整时限' }).isDisabled()).toBe(true);
    await form.getByLabel(/^为什么要调整/).fill('提前到入冬以前');
    await form.getByRole('button', { name: '调整时限' }).click();
  }
});
