/** What follows from a quarter: grades as the body decided, a proposal by three desks, and what a village reads. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const outcomes = '/qinghe/results/outcomes';

describe('outcomes', () => {
  it('shows the grades that were decided, and who is near, to the office', async () => {
    for (const width of widths) {
      const at = '/qinghe/results/grades';
      const { page, picture, close } = await walk({ origin, width, as: 'feng.jiwei', at });
      await isRead(page, '等次');
      await page.getByText('青党纪〔2026〕27号', { exact: false }).waitFor();
      await page.getByText('距 95 分', { exact: false }).first().waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('grades');
      await close();
    }
  });

  it('goes from the organisation office to the leader, who cannot decide what is not heard', async () => {
    const office = await walk({ origin, width: 1280, as: 'he.zuzhi', at: outcomes });
    await isRead(office.page, '结果运用');
    // What a month of inspection proposes stands beside what the quarter does.
    await office.page
      .getByRole('row', { name: /讲评会表扬/ })
      .first()
      .waitFor();
    const row = office.page.getByRole('row', { name: /窑湾村 提醒谈话/ });
    await row.getByRole('button', { name: '窑湾村' }).click();
    await office.page.getByRole('button', { name: '列入研究', exact: true }).click();
    const dialog = office.page.getByRole('dialog', { name: /列入研究/ });
    await dialog.getByRole('textbox', { name: '怎样告知' }).fill('电话告知村书记');
    await dialog.getByRole('button', { name: '列入研究', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await office.page.getByText('期限也没有过', { exact: false }).waitFor();
    await expectAccessible(office.page);
    const at = new URL(office.page.url());
    await office.close();
    for (const width of widths) {
      const leader = await walk({ origin, width, as: 'gu.shuji', at: at.pathname + at.search });
      const { page } = leader;
      await page.getByText('现在不能决定，因为').waitFor();
      await page.getByRole('button', { name: '决定', exact: true }).click();
      const form = page.getByRole('dialog', { name: /^决定：/ });
      await form.getByRole('textbox', { name: '决定文号' }).fill('青党纪〔2026〕31号');
      await form.getByRole('button', { name: '决定', exact: true }).click();
      await form.getByText('还不能办这一步', { exact: false }).waitFor();
      await leader.picture('proposal-refused');
      await leader.close();
    }
  });

  it('shows a village its own, and no list of others', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin,
        width,
        as: 'chen.dongxi',
        at: outcomes,
      });
      await isRead(page, '结果运用');
      await page.getByRole('button', { name: '东溪村' }).click();
      await page.getByText('青党纪〔2026〕29号', { exact: false }).waitFor();
      expect(await page.getByText('窑湾村').count()).toBe(0);
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('own-proposal');
      await close();
    }
  });
});
