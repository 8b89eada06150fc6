/** A campaign: its figures open their spots; a spot is entered, moved on, put right, and closed by nobody who did it. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { photo } from './kit/files.ts';

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
});

describe.each(widths)('a spot at %i px', (width) => {
  // Each width enters a spot of its own.
  const number = `${100 + (width % 90)}${process.pid % 100}`;
  const place = `渡口东${number}`;
  const title = `${number}号 ${place}`;
  let at = '';

  it('is entered, moved on and shown by a photo; whoever did so does not close it', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: campaigns,
    });
    await page.getByRole('button', { name: '公共空间治理专项' }).click();
    await page.getByRole('button', { name: '登记点位' }).click();
    const form = page.getByRole('dialog', { name: '登记点位' });
    await form.getByLabel('编号').fill(number);
    await form.getByRole('combobox', { name: '村' }).fill('河口');
    await page.getByTitle('河口村', { exact: true }).click();
    await form.getByLabel('地点').fill(place);
    await form.getByLabel('类型').fill('占道堆物');
    await picture('campaign-add');
    await form.getByRole('button', { name: '登记点位' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByLabel('在表内查找').fill(place);
    await page.getByText(/中筛出 1 行/).waitFor();
    await page.getByRole('button', { name: number, exact: true }).click();
    const drawer = page.getByRole('dialog', { name: title });
    for (const stage of ['有序收', '高效用', '长效管']) {
      await drawer.getByRole('button', { name: '推进' }).click();
      const moving = page.getByRole('dialog', { name: /^推进/ });
      await moving.getByRole('button', { name: '推进' }).click();
      await drawer.getByText(`到“${stage}”`).waitFor();
    }
    await drawer.getByText('推进、佐证或收益是您办的').waitFor();
    expect(await drawer.getByRole('button', { name: '销号' }).count()).toBe(0);
    const button = drawer.getByRole('button', { name: '加佐证' });
    // A thumb finds it on a telephone.
    const { height = 0 } = (await button.boundingBox()) ?? {};
    if (width === 390) expect(height).toBeGreaterThanOrEqual(56);
    await button.click();
    const proof = page.getByRole('dialog', { name: /^加佐证/ });
    await proof.getByLabel('拍的是').selectOption('整治后');
    await proof
      .locator('input[type=file]')
      .first()
      .setInputFiles([await photo(`${place}.jpg`)]);
    await proof.getByRole('checkbox', { name: /不含国家秘密/ }).click();
    await proof.getByText('✓ 已存下').waitFor();
    await picture('campaign-proof');
    await proof.getByRole('button', { name: '加佐证' }).click();
    await proof.waitFor({ state: 'detached' });
    await drawer.getByText('佐证 1 份').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('campaign-spot');
    at = new URL(page.url()).pathname + new URL(page.url()).search;
    await close();
  });

  it('is put right, what stood kept, and closed by another hand', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'tian.ducha', at });
    const drawer = page.getByRole('dialog', { name: title });
    await drawer.getByRole('button', { name: '更正' }).click();
    const form = page.getByRole('dialog', { name: /^更正/ });
    await form.getByLabel('类型').fill('占道堆沙');
    expect(await form.getByRole('button', { name: '更正' }).isDisabled()).toBe(true);
    await form.getByLabel('为什么更正').fill('现场看是沙子。');
    await form.getByRole('button', { name: '更正' }).click();
    await drawer.getByText('类型：占道堆物 → 占道堆沙').waitFor();
    await drawer.getByRole('button', { name: '销号' }).click();
    const closing = page.getByRole('dialog', { name: /^销号/ });
    await closing.getByRole('button', { name: '销号' }).click();
    await drawer.getByText('已销号').waitFor();
    await picture('campaign-spot-closed');
    await close();
  });

  it('entered twice is struck off and counts nowhere', async () => {
    const { page, close } = await walk({ origin, width, as: 'tian.ducha', at: campaigns });
    await page.getByRole('button', { name: '公共空间治理专项' }).click();
    await page.getByRole('button', { name: '登记点位' }).click();
    const form = page.getByRole('dialog', { name: '登记点位' });
    await form.getByLabel('编号').fill(`${number}重`);
    await form.getByRole('combobox', { name: '村' }).fill('河口');
    await page.getByTitle('河口村', { exact: true }).click();
    await form.getByLabel('地点').fill(place);
    await form.getByLabel('类型').fill('占道堆物');
    await form.getByRole('button', { name: '登记点位' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByLabel('在表内查找').fill(`${number}重`);
    await page.getByRole('button', { name: `${number}重`, exact: true }).click();
    const drawer = page.getByRole('dialog', { name: `${number}重号 ${place}` });
    await drawer.getByRole('button', { name: '划去' }).click();
    const striking = page.getByRole('dialog', { name: /^划去/ });
    await striking.getByLabel('原因').fill(`和${number}号是同一处。`);
    await striking.getByRole('button', { name: '划去' }).click();
    await drawer.getByText('已划去').waitFor();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await page.getByText(/另有 \d+ 处划去，不计数/).waitFor();
    await close();
  });

  it('comes as a workbook, which says what is wrong before anything is taken over', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: campaigns,
    });
    await page.getByRole('button', { name: '公共空间治理专项' }).click();
    await page.getByRole('button', { name: '导入点位清单' }).click();
    const form = page.getByRole('dialog', { name: '导入点位清单' });
    const rows = `7${number},河口村,码头,堆物,1,处\n8${number},泉坳村,路口,堆物,1,处\n`;
    await form.getByLabel('文件').setInputFiles({
      name: '点位.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff编号,村,地点,类型,数量,单位\n${rows}`),
    });
    await form.getByText('泉坳村不在这个专项的村里').waitFor();
    await form.getByText(`7${number} 码头`).waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('campaign-import');
    await form.getByRole('checkbox', { name: /^只导入没有问题的行/ }).check();
    await form.getByRole('button', { name: /^导入/ }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByLabel('在表内查找').fill(`7${number}`);
    await page.getByText(/中筛出 1 行/).waitFor();
    await close();
  });
});

describe('a campaign', () => {
  it('is put right by its office, and its end is moved by a leader alone', async () => {
    for (const width of widths) {
      const office = await walk({ origin, width, as: 'zhou.chengjian', at: campaigns });
      const { page } = office;
      await page.getByRole('button', { name: '公共空间治理专项' }).click();
      await page.getByRole('button', { name: '更正' }).click();
      const form = page.getByRole('dialog', { name: '更正专项' });
      await form.getByLabel('目标数量').fill(`${26 + (width % 9)}`);
      await form.getByLabel('为什么更正').fill('漏了两处。');
      await expectAccessible(page);
      await office.picture('campaign-correct');
      await form.getByRole('button', { name: '更正', exact: true }).click();
      await page.getByText(`→ ${26 + (width % 9)}处`).waitFor();
      expect(await page.getByRole('button', { name: '调整到期日' }).count()).toBe(0);
      const { pathname } = new URL(page.url());
      await office.close();
      const leader = await walk({ origin, width, as: 'gu.shuji', at: pathname });
      await leader.page.getByRole('button', { name: '调整到期日' }).click();
      const moving = leader.page.getByRole('dialog', { name: '调整到期日' });
      await moving.getByText(/原来的日子留着/).waitFor();
      await moving.getByRole('button', { name: '不做了' }).click();
      expect(await leader.page.getByRole('button', { name: '更正', exact: true }).count()).toBe(0);
      await expectNothingOverTheEdge(leader.page);
      await leader.close();
    }
  });
});
