/** A clerk sends photos and papers: what is kept, what is refused and why, and what an outage does. */

import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { heic, photo, textFile } from './kit/files.ts';

const walk = withBrowser();
const origin = inject('demonstration');

describe.each(widths)('evidence at %i px', (width) => {
  const place = `佐证${width}-${process.pid}`; // found alone, even where an earlier walk broke off

  it('is confirmed, sent, kept with both hashes, described and found again', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/evidence?open=new',
    });
    const files = page.locator('input[type=file]').first();
    await files.setInputFiles([
      await photo(`${place}.jpg`),
      textFile('纪要.txt', '机密★10年\n内容\n'),
      heic('IMG_0001.heic'),
    ]);
    await page.getByText('等您核对并勾选，还没有传').first().waitFor();
    await page.getByRole('checkbox', { name: '这 3 个文件不含国家秘密、工作秘密' }).click();
    await page.getByText('第 1 行标有“机密★”').waitFor();
    await page.getByText('“IMG_0001.heic”是苹果手机的 HEIC 格式').waitFor();
    await page.getByText('✓ 已存下').waitFor();
    await page.getByText(/收到的校验码 [0-9a-f]{12}/).waitFor();
    await page.getByText(/存下的校验码 [0-9a-f]{12}/).waitFor();
    await picture('evidence-sent');
    const caption = page.getByLabel('拍的是什么');
    await caption.fill(`${place}：东溪村口垃圾堆放`);
    await caption.blur();
    await page.getByText('已存上。').waitFor();

    await page.goto(`${origin}/qinghe/evidence`);
    await page.getByLabel('查找', { exact: true }).fill(place);
    await page.waitForURL(/words=/);
    const row = page.getByRole('button', { name: `${place}：东溪村口垃圾堆放` });
    await row.waitFor();
    await page.getByText('一共 1 份').waitFor();
    await picture('evidence-found');
    await row.click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('没有引用。').waitFor();
    await drawer.getByText('11月20日（周五）').first().waitFor();
    await expect.poll(() => drawer.locator('img').evaluate(isDrawn)).toBe(true);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('evidence-drawer');

    await drawer.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click();
    await page.getByText('没有符合的佐证').waitFor();
    await close();
  });

  it('goes on after an outage where it was', async () => {
    const { page, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: '/qinghe/evidence?open=new',
    });
    const parts: number[] = [];
    page.on('request', (request) => {
      const body = request.url().endsWith('/parts') ? request.postDataBuffer() : null;
      const offset = /name="offset"\r\n\r\n(\d+)/.exec(body?.toString('latin1') ?? '');
      if (offset) parts.push(Number(offset[1]));
    });
    // The cable is pulled with the second part and put back by the test.
    let isCut = true;
    await page.route('**/parts', (route) =>
      isCut && parts.length > 1 ? route.abort('internetdisconnected') : route.continue(),
    );
    const large = await photo(`${place}大.jpg`, { width: 2600, height: 1900 });
    expect(large.buffer.length).toBeGreaterThan(2 * 1024 * 1024);
    await page.locator('input[type=file]').first().setInputFiles(large);
    await page.getByRole('checkbox', { name: /不含国家秘密、工作秘密/ }).click();
    await page.getByText('网络断了，已经传上的 1 MB 不用重传').waitFor();
    isCut = false;
    await page.getByRole('button', { name: '接着传' }).click();
    await page.getByText('✓ 已存下').waitFor();
    expect(parts.filter((offset) => offset === 0)).toHaveLength(1);
    expect(parts.filter((offset) => offset === 1024 * 1024)).toHaveLength(2);
    await page.getByRole('button', { name: '去掉' }).click();
    await page.getByText('✓ 已存下').waitFor({ state: 'detached' });
    await close();
  });

  it('of a fact is not changed any more, and a village sees what proves facts about itself', async () => {
    const office = await walk({ origin, width, as: 'wu.kaohe' });
    await office.page.goto(`${origin}/qinghe/evidence?use=cited`);
    // One that a fact cites: spots and sheets cite photos too.
    await office.page.getByLabel('查找', { exact: true }).fill('雨雪天气连夜打通进山道路');
    await office.page.getByText('一共 1 份').waitFor();
    await office.page.getByRole('button', { name: /雨雪天气连夜打通进山道路/ }).click();
    const drawer = office.page.getByRole('dialog');
    await drawer
      .getByRole('link', { name: /^事实 / })
      .first()
      .waitFor();
    expect(await drawer.getByRole('button', { name: '删除' }).count()).toBe(0);
    await office.close();

    const village = await walk({ origin, width, as: 'chen.dongxi' });
    await village.page.goto(`${origin}/qinghe/evidence`);
    await village.page.getByText(/^一共 \d+ 份/).waitFor();
    const shown = await village.page.getByRole('table').innerText();
    expect(shown).toContain('东溪村');
    expect(shown).not.toMatch(/三槐村|石桥村/);
    expect(await village.page.getByRole('button', { name: '传佐证' }).count()).toBe(0);
    await village.picture('evidence-village');
    await village.close();
  });
});

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
