/** Periods and standings: sorted and narrowed in the address, each number down to its photo, ready or not. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const line = '/qinghe/standings/qinghe-village-daily';

describe.each(widths)('standings at %i px', (width) => {
  it('lead from the list of periods to an order that stays in the address', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'gu.shuji',
      at: '/qinghe/standings',
    });
    await page.getByText(/^进行中 \d 期，.*已封存 4 期。$/).waitFor();
    await picture('assessment-periods');
    await page.getByRole('link', { name: '2026年第三季度' }).click();
    const grid = page.getByRole('grid', { name: '得分名次' });
    await grid.waitFor();
    await page.getByRole('combobox', { name: '类组' }).selectOption('山区村');
    await grid.getByRole('columnheader').getByRole('button', { name: /^总分/ }).click();
    await page.waitForURL(/sort=/);
    const address = page.url();
    const shown = await grid.getByRole('rowheader').allInnerTexts();
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.length).toBeLessThan(20);
    await page.goto(`${origin}/qinghe/desk`);
    await page.goto(address);
    await grid.waitFor();
    expect(await grid.getByRole('rowheader').allInnerTexts()).toEqual(shown);
    await close();
  });

  it('open a number down to the fact and its photo, by hand and by keys', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: `${line}/2026-Q3`,
    });
    const row = page.getByRole('row').filter({ hasText: '东溪村' });
    await row.getByRole('button').nth(2).click();
    const drawer = page.getByRole('dialog', { name: /^东溪村 / });
    await drawer.getByRole('button', { name: '全部展开' }).click();
    const photo = drawer.locator('.files img').first();
    await photo.scrollIntoViewIfNeeded();
    await expect.poll(() => photo.evaluate(isDrawn)).toBe(true);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('assessment-tree');
    await drawer.getByRole('link', { name: '看佐证记录' }).first().click();
    await page.waitForURL(/\/evidence\?open=/);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^事实 / })
      .first()
      .waitFor();
    await close();
  });

  it('are printed whole', async () => {
    const { page, close } = await walk({ origin, width, as: 'wu.kaohe', at: `${line}/2026-Q3` });
    await page.getByRole('grid').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.grid tbody tr').count()).toBe(20);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await page.getByText('凭据码').first().waitFor();
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });

  it('tell a village of itself alone, and of a sealed period what would have been', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'chen.dongxi',
      at: `${line}/2026-Q3`,
    });
    await page.getByText('全镇的得分名次看张榜公布').waitFor();
    await page.getByRole('link', { name: '看东溪村的得分说明' }).click();
    await page.getByRole('heading', { level: 1, name: /^东溪村 / }).waitFor();
    const own = page.getByRole('main');
    await own.getByText('这一期已经封存，得分不再变。').waitFor();
    await own
      .getByText(/当时本可少扣/)
      .first()
      .waitFor();
    await own.getByText(/同组 7 个/).waitFor();
    const said = (await own.textContent()) ?? '';
    for (const other of [
      '西岗村',
      '禾丰村',
      '河口村',
      '上一名',
      '下一名',
      '名次会在这个范围里变',
    ]) {
      expect(said).not.toContain(other);
    }
    await picture('assessment-village');
    await close();
  });

  it('say to the office how firm a rank is, and to nobody which doors are closed', async () => {
    const at = `${line}/2026-Q3?subject=${encodeURIComponent('西岗村')}`;
    const { page, close } = await walk({ origin, width, as: 'gu.shuji', at });
    const drawer = page.getByRole('dialog', { name: /^西岗村 / });
    await drawer.getByText(/名次 \d+–\d+：少看|名次都不变/).waitFor();
    await drawer.locator('.neighbours').getByText('上一名').waitFor();
    expect(await page.getByRole('link', { name: '准备情况' }).count()).toBe(0);
    await close();
  });

  it('tell facts of later periods in one line that opens into their list', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: `${line}/2026-Q1/readiness`,
    });
    const group = page.locator('summary', { hasText: /^晚于计分日 [\d,]+ 条。/ });
    await group.waitFor();
    expect(await page.getByRole('grid', { name: '晚于计分日' }).count()).toBe(0);
    await picture('assessment-notices');
    await group.click();
    await page.getByRole('grid', { name: '晚于计分日' }).waitFor();
    await expectNothingOverTheEdge(page);
    await close();
  });

  it('are nobody’s before the seal but the office’s', async () => {
    for (const person of ['gu.shuji', 'chen.dongxi'] as const) {
      const { page, close } = await walk({ origin, width, as: person, at: `${line}/2026-Q4` });
      await page.getByText('现在还看不到').waitFor();
      expect(await page.getByRole('grid').count()).toBe(0);
      const reply = await page.request.get(
        `${origin}/api/towns/qinghe/assessment/qinghe-village-daily/2026-Q4`,
      );
      expect([403, 404]).toContain(reply.status());
      await close();
    }
  });

  it('are not sealed while something is missing, and each thing is named', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: `${line}/2026-Q4/readiness`,
    });
    await page.getByText(/还有 \d+ 件事要办好，才能封存。/).waitFor();
    await page
      .getByText(/没有签“经查无”|缺材料/)
      .first()
      .waitFor();
    for (const step of ['打分', '核对']) {
      await page.getByRole('button', { name: `转入${step}` }).click();
      const question = page.getByRole('dialog', { name: `转入${step}` });
      await question.getByRole('button', { name: `转入${step}` }).click();
      await question.waitFor({ state: 'detached' });
    }
    const seal = page.getByRole('button', { name: '封存' });
    await seal.waitFor();
    expect(await seal.isDisabled()).toBe(true);
    await page.getByText('上面的事办好以后才能封存。').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('assessment-readiness');
    for (const step of ['打分', '进行中']) {
      await page.getByRole('button', { name: `退回${step}` }).click();
      const question = page.getByRole('dialog', { name: `退回${step}` });
      await question.getByLabel('原因').fill('演示：退回再走一遍');
      await question.getByRole('button', { name: `退回${step}` }).click();
      await question.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '转入打分' }).waitFor();
    await close();
  });
});

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
