/** A campaign: its figures open their spots; a spot is entered, moved on, and closed by nobody who did it. */

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const campaigns = '/qinghe/work/campaigns';

describe('campaigns', () => {
  it('stand in a list, and every figure of one opens the spots it counts', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin,
        width,
        as: 'gu.shuji',
        at: campaigns,
      });
      await isRead(page, '专项行动');
      await expectAccessible(page);
      await picture('campaigns');
      await page.getByRole('button', { name: '汛前清障百日行动' }).click();
      await isRead(page, '汛前清障百日行动');
      await page.getByText('9月30日（周三）已到期：还有 3 处未销号，去向请逐处定。').waitFor();
      const row = page.getByRole('row', { name: /^泉坳村/ }).first();
      await row.getByRole('button', { name: '2' }).first().click();
      await page.getByText('8 行中筛出 2 行').waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('campaign-figures');
      await close();
    }
  });

  it('take a spot in, move it on, and close it by another hand alone', async () => {
    const { page, picture, close } = await walk({
      origin,
      width: 1280,
      as: 'zhou.chengjian',
      at: campaigns,
    });
    await page.getByRole('button', { name: '公共空间治理专项' }).click();
    await page.getByRole('button', { name: '登记点位' }).click();
    const form = page.getByRole('dialog', { name: '登记点位' });
    await form.getByLabel('编号').fill('101');
    await form.getByRole('combobox', { name: '村' }).fill('河口');
    await page.getByTitle('河口村', { exact: true }).click();
    await form.getByLabel('地点').fill('渡口东');
    await form.getByLabel('类型').fill('占道堆物');
    await picture('campaign-add');
    await form.getByRole('button', { name: '登记点位' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByLabel('在表内查找').fill('渡口东');
    await page.getByText('25 行中筛出 1 行').waitFor();
    await page.getByRole('button', { name: '101', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: '101号 渡口东' });
    await drawer.getByRole('button', { name: '推进' }).click();
    await page.getByRole('dialog', { name: /^推进/ }).getByRole('button', { name: '推进' }).click();
    await drawer.getByText('到“有序收”').waitFor();
    await drawer.getByText('推进、佐证或收益是您办的').waitFor();
    expect(await drawer.getByRole('button', { name: '销号' }).count()).toBe(0);
    await expectAccessible(page);
    await picture('campaign-spot');
    await close();
  });

  it('read a workbook, and say what is wrong in it before anything is taken over', async () => {
    const { page, picture, close } = await walk({
      origin,
      width: 1280,
      as: 'zhou.chengjian',
      at: campaigns,
    });
    await page.getByRole('button', { name: '公共空间治理专项' }).click();
    await page.getByRole('button', { name: '导入点位清单' }).click();
    const file = join(tmpdir(), `spots-${process.pid}.csv`);
    writeFileSync(
      file,
      '\ufeff编号,村,地点,类型,数量,单位\n201,河口村,码头,堆物,1,处\n202,泉坳村,路口,堆物,1,处\n',
    );
    const form = page.getByRole('dialog', { name: '导入点位清单' });
    await form.getByLabel('文件').setInputFiles(file);
    await form.getByText('泉坳村不在这个专项的村里').waitFor();
    await form.getByText('201 码头').waitFor();
    await picture('campaign-import');
    await form.getByRole('button', { name: '不做了' }).click();
    await close();
  });
});

describe('retrospectives', () => {
  it('show problem, cause, change and figure, and open the sandbox of a proposed clause', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin,
        width,
        as: 'gu.shuji',
        at: '/qinghe/work/retrospectives',
      });
      await isRead(page, '复盘');
      await picture('retrospectives');
      await page.getByRole('button', { name: /养老服务站锁着门/ }).click();
      const drawer = page.getByRole('dialog', { name: '没管住' });
      await drawer.getByText('改为按抽查算').waitFor();
      await drawer.getByText('现在 12次开9次').waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('retrospective');
      await drawer.getByRole('link', { name: '到沙盘里试' }).click();
      await page.getByRole('heading', { level: 1, name: /^用另一版办法试算/ }).waitFor();
      await close();
    }
  });
});
