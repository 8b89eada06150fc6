/** The holidays of a new year: pasted from the notice, looked at where it contradicts itself, entered. */

import { describe, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** In the fixed form of a notice; the days are invented. The fourth of January 2027 is a Monday. */
const invented = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月6日（周六）至12日（周五）放假调休，共8天。2月13日（周六）上班。`;

describe('the holidays of a new year', () => {
  it('are read from the notice that the administrator pastes', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin,
        width,
        as: 'fang.xinxi',
        at: '/qinghe/settings/calendar',
      });
      await page.getByText('2027年的通知公布后在这里登记').waitFor();
      await picture('calendar');
      await page.getByRole('button', { name: '登记2027年' }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel('通知正文').fill(invented);
      await drawer.getByText('通知写共8天，读到的是7天').waitFor();
      await drawer.getByText('1月1日至3日、2月6日至12日（10天）').waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('calendar-remark');
      await drawer.getByLabel('通知正文').fill(invented.replace('共8天', '共7天'));
      await drawer.getByText('请先核对这几处').waitFor({ state: 'detached' });
      await close();
    }
  });

  it('stand in the list once they are entered, and are read by everybody', async () => {
    const { page, picture, close } = await walk({
      origin,
      width: 1280,
      as: 'fang.xinxi',
      at: '/qinghe/settings/calendar?open=2027',
    });
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('通知正文').fill(invented.replace('共8天', '共7天'));
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
    await drawer.getByText('请填写。').waitFor();
    await drawer.getByLabel('通知名称和文号').fill('演示通知');
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('2028年的通知公布后在这里登记').waitFor();
    await page.getByText('fang.xinxi').first().waitFor();
    await picture('calendar-entered');
    await page.getByRole('button', { name: '2027', exact: true }).click();
    await drawer.getByText('1月1日至3日、2月6日至12日').waitFor();
    await drawer.getByRole('button', { name: '更正' }).click();
    await drawer.getByLabel('为什么改').waitFor();
    await close();

    const reader = await walk({
      origin,
      width: 390,
      as: 'zhou.chengjian',
      at: '/qinghe/settings/calendar',
    });
    await reader.page.getByText('2028年的由管理员登记').waitFor();
    await reader.picture('calendar-reader');
    await reader.close();
  });
});
