/** Explanations as places: every number has an address that opens as a page, is walked back and printed. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const list = '/qinghe/standings/qinghe-village-daily/2026-Q3';
const place = `${list}/subjects/${encodeURIComponent('东溪村')}`;

describe.each(widths)('a number at %i px', (width) => {
  it('leads from the list over node and clause to the fact, each with its address, and back', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe', at: list });
    const row = page.getByRole('row').filter({ hasText: '东溪村' });
    await row.getByRole('button').nth(2).click();
    await page.waitForURL(/subject=/);
    const drawer = page.getByRole('dialog', { name: /^东溪村 98\.010 分/ });
    await drawer.getByRole('link', { name: '36.250' }).click();
    await page.getByRole('dialog', { name: '东溪村 人居环境 36.250 分' }).waitFor();
    await page.getByRole('link', { name: '−3.500', exact: true }).click();
    await page.getByRole('dialog', { name: '东溪村 第 1.1 条 −3.500 分' }).waitFor();
    await page.getByRole('link', { name: '事实 D-0945' }).first().click();
    const fact = page.getByRole('dialog', { name: '东溪村 事实 D-0945' });
    await fact
      .getByText(
        '扣 1.5 分：7月15日垃圾积存 3 处，暗访，塘边组路口（第 1.1 条，处数 3 × −0.5 = −1.5），照片 3 张，登记 祝桐，复核 孙若。',
      )
      .waitFor();
    await fact.getByText(/当时本可少扣 1\.500 分/).waitFor();
    expect(address(page)).toContain('code=1.1&fact=D-0945');
    await page.goBack();
    await page.getByRole('dialog', { name: '东溪村 第 1.1 条 −3.500 分' }).waitFor();
    await page.goForward();
    await fact.getByRole('link', { name: '单独打开这一页' }).click();
    await level(page, '东溪村 事实 D-0945');
    expect(address(page)).toBe(`${decodeURIComponent(place)}?code=1.1&fact=D-0945`);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('places-fact');
    await page.getByRole('navigation', { name: '从总分到这里' }).getByRole('link').first().click();
    await level(page, '东溪村 98.010 分');
    await page.goBack();
    await level(page, '东溪村 事实 D-0945');
    await close();
  });

  it('opens at every level by its address alone, and says so where there is none', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'gu.shuji', at: place });
    await level(page, '东溪村 98.010 分');
    await page.getByText('36.250 + 12.000 + 16.000').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('places-subject');
    for (const [search, title, says] of [
      ['code=1', '东溪村 人居环境 36.250 分', '满分 40.000 − 3.500 − 0.250 = 36.250'],
      ['code=1.1', '东溪村 第 1.1 条 −3.500 分', '−1.500 − 1.000 − 1.000 = −3.500'],
      ['code=2.1.2', '东溪村 第 2.1.2 条 0.000 分', '不加不扣：8月4日党员大会到会情况'],
      ['about=rank', '东溪村 第 1 名', '比它多 1.350 分'],
      ['about=grade', '东溪村 等次和一票否决', '评为优秀'],
      ['about=changes', '东溪村 与上期比', '比2026年第二季度 +1.308 分：'],
      ['about=chances', '东溪村 如果没有扣', '这一期已经封存，得分不再变。'],
      ['code=9.99', '东溪村', '这份得分里没有“9.99”。'],
    ] as const) {
      await page.goto(`${origin}${place}?${search}`);
      await level(page, new RegExp(`^${title.replaceAll('.', '\\.')}`));
      await page.getByText(says).first().waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
    }
    await close();
  });

  it('opens the rank and the change from the list, by keys alone', async () => {
    const { page, close } = await walk({ origin, width, as: 'wu.kaohe', at: list });
    const row = page.getByRole('row').filter({ hasText: '东溪村' });
    await row.getByRole('button', { name: '1', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: '东溪村 第 1 名' }).waitFor();
    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: '+1.308' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: '东溪村 与上期比' });
    await drawer.getByText('比2026年第二季度 +1.308 分：').waitFor();
    await close();
  });

  it('is reached from the points beside a fact, by whoever may read them', async () => {
    for (const [person, count] of [
      ['chen.dongxi', 1],
      ['wu.kaohe', 1],
    ] as const) {
      const at = '/qinghe/ledger?fact=D-0945';
      const { page, close } = await walk({ origin, width, as: person, at });
      const marks = page.getByRole('dialog').getByRole('link', { name: /^记分 / });
      await marks.first().waitFor();
      expect(await marks.count()).toBe(count);
      await marks.first().click();
      await level(page, '东溪村 事实 D-0945');
      expect(page.url()).toContain('fact=D-0945');
      await close();
    }
  });

  it('of another village is nobody’s place for a village, nor any before the seal', async () => {
    const other = place.replace(encodeURIComponent('东溪村'), encodeURIComponent('西岗村'));
    const { page, close } = await walk({ origin, width, as: 'chen.dongxi', at: other });
    await page.getByText('全镇的得分名次看张榜公布').waitFor();
    expect(await page.getByText('96.660').count()).toBe(0);
    await page.goto(`${origin}${place.replace('2026-Q3', '2026-Q4')}`);
    await page.getByText('现在还看不到').waitFor();
    await page.goto(`${origin}${place}?about=rank`);
    await level(page, '东溪村 第 1 名');
    expect(await page.getByText('下一名').count()).toBe(0);
    await close();
  });
});

it('is printed whole on A4: every clause unfolded, its photo, and by what it can be checked', async () => {
  const { page, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at: place });
  await level(page, '东溪村 98.010 分');
  await page.getByText('当时本可少扣').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const text of ['事实 D-1326', '凭据码', '若没有发生'])
    expect(await page.getByText(text).last().isVisible(), text).toBe(true);
  for (const furniture of ['nav', '.button:not(.neighbours *)', '.top'])
    expect(await page.locator(furniture).filter({ visible: true }).count(), furniture).toBe(0);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  // The photos that nobody had scrolled to yet are on the paper too.
  expect((pdf.match(/\/Subtype \/Image/g) ?? []).length).toBeGreaterThanOrEqual(2);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box = '']) => box.trim());
  expect(new Set(boxes).size).toBe(1);
  expect(boxes[0]?.split(' ').map((side) => Math.round(Number(side)))).toEqual([0, 0, 595, 842]);
  await close();
});

async function level(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

function address(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
}
