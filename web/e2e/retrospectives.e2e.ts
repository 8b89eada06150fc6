/**
 * A problem looked back at: its cause, the clause whose change is proposed and tried in the sandbox,
 * and the figure on its day, read by somebody who did not say the change.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { choose } from './kit/fields.ts';
import { type Running, startCommand } from './kit/program.ts';

const aDay = 86_400_000;
const walk = withBrowser();
/** Days later nobody is signed in any more. */
const walkLater = withBrowser();
const path = '/qinghe/work/retrospectives';

describe('retrospectives', () => {
  // The day of the look must come: the program has a clock of its own.
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-clock-'));
  const moveClock = (by: number) => writeFileSync(join(folder, 'offset'), String(by));
  let program: Running;
  beforeAll(async () => {
    moveClock(0);
    const { NODE_OPTIONS: before = '' } = process.env;
    const clock = pathToFileURL(join(import.meta.dirname, 'kit/moved-clock.ts')).href;
    process.env.MOVED_CLOCK = join(folder, 'offset');
    process.env.NODE_OPTIONS = `${before} --import ${clock}`.trim();
    try {
      program = await startCommand('--demo');
    } finally {
      process.env.NODE_OPTIONS = before;
    }
  });
  afterAll(async () => {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('show problem, cause, change and figure', async () => {
    for (const width of widths) {
      const { page, picture, close } = await walk({
        origin: program.origin,
        width,
        as: 'tian.ducha',
        at: path,
      });
      await isRead(page, '复盘');
      await picture('retrospectives');
      await page.getByRole('button', { name: /养老服务站锁着门/ }).click();
      const drawer = page.getByRole('dialog', { name: '没管住' });
      await drawer.getByText('改为按抽查算').waitFor();
      await drawer.getByText('考核办可以到沙盘里试').waitFor();
      await drawer.getByText('现在 12次开9次').waitFor();
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture('retrospective');
      await close();
    }
  });

  it.each(widths)('go from a problem to a proposed clause at %i px', async (width) => {
    const { page, picture, close } = await walk({
      origin: program.origin,
      width,
      as: 'tian.ducha',
      at: path,
    });
    await page.getByRole('button', { name: '登记问题' }).click();
    const adding = page.getByRole('dialog', { name: '登记问题' });
    await adding.getByLabel('问题').fill(problemAt(width));
    await choose(adding, '负责人', '田荞');
    await picture('retrospective-add');
    await adding.getByRole('button', { name: '登记问题' }).click();
    await adding.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: problemAt(width) }).click();
    await page.getByRole('button', { name: '写原因' }).click();
    const telling = page.getByRole('dialog', { name: '写原因' });
    await telling.getByLabel('原因').fill('条款按自报的天数扣分，没有人核。');
    await telling.getByRole('button', { name: '写原因' }).click();
    await page.getByRole('dialog', { name: '待整改' }).waitFor();
    await page.getByRole('button', { name: '写整改' }).click();
    const changing = page.getByRole('dialog', { name: '写整改' });
    await changing.getByLabel('改什么').fill('改为按抽查的天数算。');
    await changing.getByLabel('怎么改').selectOption('提出修改条款');
    await choose(changing, '条款', '4.1.2');
    await changing.getByLabel('看的数').fill('抽查开门次数');
    await changing.getByLabel('整改前').fill('10次开6次');
    await changing.getByLabel('要到').fill('10次开9次');
    await changing.getByLabel('哪天看').fill(dayIn(2));
    const field = changing.locator('.ant-select');
    const [{ width: form = 0 }, { width: clause = 0 }] = [
      (await changing.boundingBox()) ?? {},
      (await field.boundingBox()) ?? {},
    ];
    // The words of a clause are longer than a telephone is wide.
    expect(clause).toBeLessThan(form);
    await expectAccessible(page);
    await picture('retrospective-change');
    await changing.getByRole('button', { name: '写整改' }).click();
    const drawer = page.getByRole('dialog', { name: '待看数' });
    await drawer.getByText('抽查开门次数：整改前 10次开6次，要到 10次开9次').waitFor();
    expect(await drawer.getByRole('button', { name: '写结论' }).count()).toBe(0);
    await expectNothingOverTheEdge(page);
    await close();
  });

  it.each(widths)('open the sandbox of the clause by its address at %i px', async (width) => {
    const { page, close } = await walk({
      origin: program.origin,
      width,
      as: 'wu.kaohe',
      at: path,
    });
    await page.getByRole('button', { name: problemAt(width) }).click();
    await page.getByRole('link', { name: '到沙盘里试' }).click();
    await page.getByRole('heading', { level: 1, name: /^用另一版办法试算/ }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/standings\/qinghe-village-daily\/.+\/sandbox$/);
    await close();
  });

  it('look at the figure on its day: whoever said the change may not say that it kept', async () => {
    moveClock(3 * aDay);
    for (const [width, problem] of widths.map((one) => [one, problemAt(one)] as const)) {
      const { origin } = program;
      const own = await walkLater({ origin, width, as: 'tian.ducha', at: path });
      await own.page.getByRole('button', { name: problem }).click();
      await own.page.getByRole('button', { name: '写结论' }).click();
      const refused = own.page.getByRole('dialog', { name: '写结论' });
      await refused.getByText('管住了要由别人看数以后写').waitFor();
      const offered = await refused.getByLabel('管住没有').locator('option').allInnerTexts();
      expect(offered).toEqual(['不选', '没管住']);
      await own.close();
      const leader = await walkLater({ origin, width, as: 'gu.shuji', at: path });
      await leader.page.getByRole('button', { name: problem }).click();
      await leader.page.getByRole('button', { name: '写结论' }).click();
      const form = leader.page.getByRole('dialog', { name: '写结论' });
      await form.getByLabel('现在的数').fill('10次开9次');
      await form.getByLabel('管住没有').selectOption('管住了');
      await expectAccessible(leader.page);
      await leader.picture('retrospective-conclude');
      await form.getByRole('button', { name: '写结论' }).click();
      await leader.page
        .getByRole('dialog', { name: '管住了' })
        .getByText('现在 10次开9次')
        .waitFor();
      await leader.close();
    }
  });
});

function problemAt(width: number): string {
  return `养老站抽查与自报不符（${width}）`;
}

/** A day some days from now in China. */
function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * aDay).toISOString().slice(0, 10);
}
