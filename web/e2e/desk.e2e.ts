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

  it('has nothing for a village, which owes nothing', async () => {
    const { page, close } = await walk({ origin, width, as: 'chen.dongxi' });
    await page.getByText('没有等您办的事。').waitFor();
    await close();
  });
});
