/**
 * Supervision beside the straight course: a photo handed in and read by the reviewer alone, two
 * slips that ask the same, a coloured slip on paper, a look back that fails, work that comes back.
 */

import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { choose, sheetsOf } from './kit/fields.ts';
import { photo } from './kit/files.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('the supervision office at %i px', (width) => {
  const mark = `${width}-${process.pid}`;

  it('reads the photo that came with a report; nobody outside of the item does', async () => {
    const title = `补栽行道树${mark}`;
    const address = await booked({ title, office: '城建办', person: '周砚' });
    const doer = await opened('zhou.chengjian', address, title);
    await doer.drawer.getByRole('button', { name: '签收' }).click();
    await doer.drawer.getByText('已签收').first().waitFor();
    await doer.drawer.getByRole('button', { name: '反馈' }).click();
    const form = doer.page.getByRole('dialog', { name: '反馈' });
    await form.getByLabel('办理结果').fill('补栽12棵，都浇了定根水。');
    const chooser = doer.page.waitForEvent('filechooser');
    await form.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles(await photo(`树-${mark}.jpg`));
    await form.getByRole('checkbox', { name: /这 1 个文件不含国家秘密/ }).click();
    await form.getByText('✓ 已存下').waitFor();
    await expectAccessible(doer.page);
    await doer.picture('supervision-report');
    await form.getByRole('button', { name: '反馈' }).click();
    await doer.drawer.getByText('已反馈').first().waitFor();
    await doer.close();

    const reader = await opened('tian.ducha', address, title);
    const link = reader.drawer.getByRole('link', { name: `树-${mark}.jpg` });
    const file = await link.getAttribute('href');
    const reply = await reader.page.request.get(`${origin}${file}`);
    expect([reply.status(), reply.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    await reader.close();
    // Another office and a village, neither of which the item asks, hold the address of the file.
    for (const stranger of ['kang.jingji', 'chen.dongxi']) {
      const { page, close } = await walk({ origin, width, as: stranger });
      const refused = await page.request.get(`${origin}${file}`);
      expect([refused.status(), refused.headers()['content-type']], stranger).toEqual([
        404,
        expect.stringContaining('json'),
      ]);
      await close();
    }
  });

  it('merges two slips that ask the same, and both offices read the one answer', async () => {
    const [kept, gone] = [`清点空置门面${mark}`, `报空置门面底数${mark}`];
    const one = await booked({ title: kept, office: '城建办', person: '周砚' });
    const other = await booked({ title: gone, office: '经济办', person: '康榕' });
    const { page, drawer, picture, close } = await opened('tian.ducha', other, gone);
    await drawer.getByText('其他办理').click();
    await drawer.getByRole('button', { name: '并办' }).click();
    const form = page.getByRole('dialog', { name: '并办' });
    await choose(form, '并入哪一件', kept);
    await form.getByRole('button', { name: '并办' }).click();
    await drawer.getByText('已并办').first().waitFor();
    await drawer.getByRole('link', { name: new RegExp(kept) }).waitFor();
    await expectNothingOverTheEdge(page);
    await picture('supervision-merged');
    await close();

    const doer = await opened('zhou.chengjian', one, kept);
    await doer.drawer.getByRole('button', { name: '签收' }).click();
    await doer.drawer.getByText('已签收').first().waitFor();
    await doer.drawer.getByRole('button', { name: '反馈' }).click();
    const report = doer.page.getByRole('dialog', { name: '反馈' });
    await report.getByLabel('办理结果').fill('空置门面41间，附清单。');
    await report.getByRole('button', { name: '反馈' }).click();
    await doer.drawer.getByText('已反馈').first().waitFor();
    await doer.close();

    const reader = await opened('kang.jingji', other, gone);
    await reader.drawer.getByText('那一件的答复：空置门面41间，附清单。').waitFor();
    expect(await reader.drawer.getByRole('button', { name: '反馈' }).count()).toBe(0);
    await reader.page.goto(`${origin}/qinghe/desk`);
    await reader.page.getByRole('heading', { name: '清单', level: 1 }).waitFor();
    expect(await reader.page.getByText(gone).count()).toBe(0);
    await reader.close();
  });

  it('issues a coloured slip by hand, and prints it on one sheet', async () => {
    const title = `修补河堤护栏${mark}`;
    const address = await booked({ title, office: '城建办', person: '周砚' });
    const { page, drawer, picture, close } = await opened('tian.ducha', address, title);
    await drawer.getByRole('button', { name: '发督办单' }).click();
    const form = page.getByRole('dialog', { name: '发督办单' });
    await form.getByText('按规则现在不用发督办单；确需发的，写明理由。').waitFor();
    await form.getByLabel('颜色').selectOption('橙色');
    await form.getByLabel(/^新时限/).fill('2026-12-28');
    await form.getByLabel(/^原因/).fill('汛前必须修好，分管领导要求。');
    await form.getByRole('button', { name: '发督办单' }).click();
    await drawer.getByText('橙色督办单').first().waitFor();
    await drawer.getByRole('link', { name: '打印督办单' }).click();
    await page.getByRole('heading', { name: '督办单', level: 1 }).waitFor();
    await page.getByText('〔2026〕').first().waitFor();
    for (const said of [title, '橙色', '城建办（周砚）', '12月28日'])
      await page.getByText(said).first().waitFor();
    expect(await sheetsOf(page)).toBe(1);
    await picture('supervision-slip');
    await close();
  });

  it('looks back at what was closed; what fails goes on as an item of its own', async () => {
    const title = '东溪河河口段清淤';
    const { page, drawer, picture, close } = await opened(
      'tian.ducha',
      await addressOf(title),
      title,
    );
    await drawer.getByRole('button', { name: '回头看' }).click();
    const form = page.getByRole('dialog', { name: '回头看' });
    await form.getByLabel('回头看结果').selectOption('反弹');
    const seen = `桥下又淤了一尺（${mark}）。`;
    await form.getByLabel(/^情况/).fill(seen);
    await form.getByRole('button', { name: '回头看' }).click();
    await drawer.getByText(seen).waitFor();
    await drawer.getByText('回头看　反弹').first().waitFor();
    await picture('supervision-look-back');
    await drawer.getByRole('heading', { name: '后续事项' }).waitFor();
    await drawer
      .getByRole('link', { name: /清淤.+反弹/ })
      .last()
      .click();
    const next = page.getByRole('dialog', { name: /清淤.+反弹/ });
    await next.getByRole('heading', { name: '由这件引出' }).waitFor();
    await next.getByRole('link', { name: new RegExp(`${title}$`) }).waitFor();
    await close();
  });

  it('sets up work that comes back, and its first item stands on the list', async () => {
    const title = `报送安全隐患台账${mark}`;
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'tian.ducha',
      at: '/qinghe/work/keeping',
    });
    const main = page.getByRole('main');
    await main.getByLabel(/^什么事/).fill(title);
    await choose(main, '牵头单位', '应急办');
    await choose(main, '责任人', '邱枫');
    const from = main.getByLabel(/^从哪天起/);
    await from.fill((await from.inputValue()).replace(/\d\d$/, '01'));
    await main.getByRole('button', { name: '设为常办' }).click();
    await main.getByRole('row').filter({ hasText: title }).waitFor();
    await expectAccessible(page);
    await picture('supervision-recurring');
    await close();
    const doer = await walk({ origin, width, as: 'qiu.yingji', at: '/qinghe/desk' });
    const line = doer.page.getByRole('link', { name: new RegExp(`^办：${title}（\\d+年.*月）`) });
    await line.first().click();
    const drawer = doer.page.getByRole('dialog', { name: new RegExp(title) });
    await drawer.getByText('系统按周期生成').waitFor();
    await drawer.getByRole('button', { name: '办完' }).click();
    await drawer.getByText('已销号').first().waitFor();
    await doer.close();
  });

  /** Opens an item as somebody of the town. */
  async function opened(user: string, address: string, title: string) {
    const walker = await walk({ origin, width, as: user, at: address });
    const drawer: Locator = walker.page.getByRole('dialog', { name: title, exact: true });
    await drawer.waitFor();
    return { ...walker, drawer };
  }

  /** Where an item of the demonstration stands, closed ones among them. */
  async function addressOf(title: string): Promise<string> {
    const { page, close } = await walk({ origin, width, as: 'tian.ducha' });
    const reply = await page.request.get(`${origin}/api/towns/qinghe/items?ended=true`);
    const { rows } = (await reply.json()) as { rows: readonly { id: string; title: string }[] };
    await close();
    return `/qinghe/work/items/${rows.find((row) => row.title === title)?.id}`;
  }

  interface Slip {
    readonly title: string;
    readonly office: string;
    readonly person: string;
  }

  /** Books a slip and assigns it; answers its address. */
  async function booked({ title, office, person }: Slip): Promise<string> {
    const { page, close } = await walk({
      origin,
      width,
      as: 'tian.ducha',
      at: '/qinghe/work/book',
    });
    const main = page.getByRole('main');
    await main.getByLabel('登记成').selectOption('督办单');
    await main.getByLabel('什么事').fill(title);
    await choose(main, '批示领导', '顾远山');
    await choose(main, '牵头单位', office);
    await choose(main, '责任人', person);
    await main.getByLabel(/^时限/).fill('2026-12-16');
    await main.getByRole('button', { name: '立项并交办' }).click();
    const said = main.getByText(/已登记〔2026〕\d+号。/);
    await said.waitFor();
    const address = await said.getByRole('link', { name: '看这一件' }).getAttribute('href');
    await close();
    return address ?? '';
  }
});
