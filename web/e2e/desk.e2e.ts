/** The one list: what waits for a person comes by itself and goes when it is done. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the one list at %i px', (width) => {
  // One entry of each of these offices waits in the demonstration.
  const [office, subject] = width === 1280 ? ['应急办', '新桥村'] : ['党建办', '南圃村'];

  it('brings a reviewer to what waits, and is rid of it once it is posted', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'sun.fuhe' });
    const line = page.getByRole('link', { name: `复核${office}登记的 1 条事实` });
    await line.waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('desk-waiting');
    await line.click();
    await page.waitForURL(/view=entries/);
    await page.getByRole('checkbox', { name: new RegExp(`^选 ${subject}`) }).click();
    await page.getByRole('button', { name: '复核入账 1 条' }).click();
    const question = page.getByRole('dialog', { name: '复核入账' });
    await question.getByText('一共涉及 1 行。').waitFor();
    await question.getByRole('button', { name: '复核入账 1 条' }).click();
    await page.getByText('入账 1 条。').waitFor();
    await page.goto(`${origin}/qinghe/desk`);
    await page.getByRole('heading', { name: '清单' }).waitFor();
    await page.getByText(/件事等您办|没有等您办的事/).waitFor();
    expect(await line.count()).toBe(0);
    await close();
  });

  it('tells a leader the last sealed list, what waits too long, and who is missing', async () => {
    const asked: string[] = [];
    const { page, picture, close } = await walk({ origin, width, as: 'gu.shuji' });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${origin}/qinghe/desk`);
    await page.getByRole('heading', { name: '等得久的事' }).waitFor();
    await page
      .getByText(/^(?:各部门没有压了|.*件没有入账)/)
      .first()
      .waitFor();
    await page.getByText(/每个村都有挂点领导|空缺：/).waitFor();
    await page
      .getByText(/[上下][升降] \d+ 位，.*第 \d+ 名/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('desk-leader');
    // Nothing is asked of the period that is not sealed.
    expect(asked.filter((url) => /periods\/.*standings/.test(url))).not.toEqual([]);
    expect(asked.filter((url) => /2026-Q4/.test(url))).toEqual([]);
    await page.getByRole('link', { name: '2026年第三季度得分名次' }).click();
    await page.getByRole('heading', { name: '2026年第三季度得分名次' }).waitFor();
    await close();
  });

  it('has nothing for a village, which owes nothing', async () => {
    const { page, close } = await walk({ origin, width, as: 'chen.dongxi' });
    await page.getByText('没有等您办的事。').waitFor();
    await close();
  });
});
