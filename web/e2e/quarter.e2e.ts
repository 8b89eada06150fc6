/**
 * A quarter in the browser, on a clock that moves by workdays: closed and published although
 * something speaks against it, objected to from a telephone, looked into by somebody else, corrected
 * by another edition, sealed when the days to object are over, and recomputed without a network.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { confirm, deed, fill, open } from './kit/deeds.ts';
import { sheetsOf } from './kit/fields.ts';
import { photo } from './kit/files.ts';
import { line, useYear } from './kit/year.ts';

const year = useYear();
const period = '2025-Q1';
const results = `/results/${line}/${period}`;
const readiness = `/standings/${line}/${period}/readiness`;
const folder = mkdtempSync(join(tmpdir(), 'oneneedle-quarter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** The address of the objection, once there is one. */
let objection = '';

beforeAll(async () => {
  const { town, day, evidence } = year();
  day('2025-03-20');
  const { name, buffer } = await photo('村口.jpg');
  const proof = await evidence(name, buffer);
  await town.rubbish('东溪村', 12, '2025-02-11');
  await town.rubbish('西岗村', 4, '2025-03-03');
  await town.rubbish('南坪村', 30, '2025-03-05', [proof]);
  await town.checked(period);
  day('2025-04-09');
});

describe('a quarter', () => {
  it('is closed and published, with a reason for what is still open', async () => {
    const { page, picture, close } = await year().walk('wu', 1280, readiness);
    await isRead(page, '2025年第一季度准备情况');
    for (const step of ['转入打分', '转入核对']) await deed(page, step);
    await picture('quarter-readiness');
    await page.getByRole('link', { name: '公示', exact: true }).click();
    await isRead(page, '公示2025年第一季度');
    await publishes(page, { no: '青党纪〔2025〕4号', reason: '只有城建办一家打分，会上说明过' });
    await isRead(page, '2025年第一季度公示');
    await page.getByText('还有 6 个工作日（今天算在内）').waitFor();
    await page.getByText('照样公示的理由：只有城建办一家打分，会上说明过').waitFor();
    expect(await placesIn(page)).toEqual(['1 西岗村 96.00', '2 东溪村 88.00', '3 南坪村 70.00']);
    await deed(page, '写上张贴', { 地点: '南坪村村务公开栏' });
    await page.getByText('南坪村村务公开栏，4月9日（周三）贴出，吴简登记').waitFor();
    await expectAccessible(page);
    await picture('quarter-published');
    const poster = await downloaded(page, 'A3 榜（打印张贴）');
    await page.goto(pathToFileURL(poster).href);
    await page.getByText('截止：2025年4月16日（星期三）').waitFor();
    await page.getByText('电话：0871-1234567').waitFor();
    expect(await sheetsOf(page)).toBe(1);
    await picture('quarter-poster');
    await close();
  });

  it('is read by a village on a telephone down to who wrote it when, and objected to', async () => {
    year().day('2025-04-10');
    const { page, picture, close } = await year().walk('s2', 390, '/results');
    const quarter = page.getByRole('row').filter({ hasText: '2025年第一季度' });
    await quarter.getByRole('button').click();
    await page.getByText('还有 5 个工作日（今天算在内）').waitFor();
    await page.goto(`${year().origin}/qinghe/villages/南坪村`);
    await isRead(page, '南坪村 村页');
    await page.getByText('2025年第一季度：70.00 分（满分 100.00）').waitFor();
    await expectNothingOverTheEdge(page);
    await picture('quarter-village');
    await page.getByRole('link', { name: '1.1', exact: true }).click();
    const thread = page.getByRole('main');
    await thread.getByText('发现垃圾积存的，每处扣1分。').first().waitFor();
    await thread.getByText('登记 周砚，复核 孙若，3月20日（周四）10:00入账').waitFor();
    const proof = thread.locator('.files img');
    await proof.scrollIntoViewIfNeeded();
    await expect.poll(() => proof.evaluate(isDrawn)).toBe(true);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('quarter-thread');
    await page.getByRole('link', { name: '对这条有异议' }).click();
    await isRead(page, '提出异议');
    await page.getByText('公示期到4月16日（周三）。').waitFor();
    await page.getByLabel('哪里不对，为什么').fill('那天只看到三处，三十是写错了。');
    await page.getByRole('button', { name: '提出', exact: true }).click();
    await page.getByRole('heading', { name: '提出的意见' }).waitFor();
    await picture('quarter-objected');
    objection = new URL(page.url()).pathname.replace('/qinghe', '');
    await close();
  });

  it('is looked into by somebody without a hand in it, with reasons, and put right by a third', async () => {
    year().day('2025-04-14');
    const office = await year().walk('wu', 1280, objection);
    await deed(office.page, '受理');
    const giving = await open(office.page, '交办');
    const choice = giving.getByLabel('交给谁');
    for (const name of [/^周砚（回避/, /^孙若（回避/]) {
      expect(await choice.locator('option', { hasText: name }).isDisabled()).toBe(true);
    }
    await choice.selectOption({ label: '田荞' });
    await confirm(giving, '交办');
    await office.close();

    const looking = await year().walk('tian', 1280, objection);
    const deciding = await open(looking.page, '作出决定');
    await fill(deciding, {
      查看了什么: '3月5日巡查表原件、照片1张',
      查明的情况: '原件写的是3处，登记时多写了一个0。',
      理由: '按原件更正。',
      依据的条款: '第1.1条',
    });
    await deciding.getByLabel('结果').selectOption({ label: '撤销并更正' });
    await deciding.getByRole('checkbox', { name: '撤销', exact: true }).check();
    await deciding.getByRole('checkbox', { name: '并写正确的' }).check();
    await deciding.getByLabel(/^处数/).fill('3');
    await looking.picture('quarter-deciding');
    await confirm(deciding, '作出决定');
    await looking.page.getByText('等另一人复核').waitFor();
    await looking.close();

    const review = await year().walk('sun', 1280, '/ledger?view=entries');
    const { page } = review;
    await page.getByRole('rowheader', { name: '南坪村' }).getByRole('button').click();
    const entry = page.getByRole('dialog', { name: /^待记：更正/ });
    await review.picture('quarter-entry');
    await entry.getByRole('button', { name: /^复核入账/ }).click();
    const question = page.getByRole('dialog', { name: '复核入账', exact: true });
    await confirm(question, '复核入账 1 条');
    await review.close();

    const answer = await year().walk('wu', 1280, objection);
    await answer.page.getByText(/^已入账/).waitFor();
    await deed(answer.page, '登记送达');
    await answer.page.getByText('4月14日（周一） 当面送达，已签收').waitFor();
    await answer.picture('quarter-answered');
    await answer.close();
  });

  it('is published again, and the new edition names the old one and whose place is another', async () => {
    year().day('2025-04-17');
    const { page, picture, close } = await year().walk('wu', 1280, results);
    await page.getByRole('link', { name: '另出一版' }).click();
    await page.getByText('将公示第 2 版，代替第 1 版。').waitFor();
    await page.getByText('与公示的那一版不同的：东溪村、南坪村、西岗村。').waitFor();
    await picture('quarter-correcting');
    await publishes(page, {
      no: '青党纪〔2025〕6号',
      reason: '只有城建办一家打分，会上说明过',
      why: '南坪村一条经复核更正',
    });
    await isRead(page, '2025年第一季度公示');
    await page.getByText('· 代替第 1 版').waitFor();
    await page.getByText('更正：南坪村一条经复核更正').waitFor();
    await page.getByText('南坪村：70.00 分，第 3 名 → 97.00 分，第 1 名').waitFor();
    expect(await placesIn(page)).toEqual(['1 南坪村 97.00', '2 西岗村 96.00', '3 东溪村 88.00']);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('quarter-corrected');
    const poster = await downloaded(page, 'A3 榜（打印张贴）');
    await page.goto(pathToFileURL(poster).href);
    await page
      .getByText('更正并代替2025年4月9日张榜的第 1 版（青党纪〔2025〕4号），以本版为准。')
      .waitFor();
    await picture('quarter-poster-corrected');
    await close();

    const village = await year().walk('s2', 390, '/villages/南坪村');
    await village.page.getByText('2025年第一季度：97.00 分（满分 100.00）').waitFor();
    await village.page.getByText('第 2 版', { exact: false }).waitFor();
    await village.picture('quarter-village-corrected');
    await village.close();
  });

  it('is sealed when the days are over, and one file proves it without a network', async () => {
    year().day('2025-04-25');
    const { page, picture, close } = await year().walk('wu', 1280, readiness);
    const sealing = await open(page, '封存');
    await sealing.getByText('南坪村', { exact: false }).waitFor();
    await picture('quarter-sealing');
    await confirm(sealing, '封存');
    await page.getByText('已封存，第 2 版。', { exact: false }).waitFor();
    await picture('quarter-sealed');
    await page.goto(`${year().origin}/qinghe${results}`);
    await page.getByText('提异议的期限已于4月24日（周四）届满。').waitFor();
    await page.getByText('凭据和摘要').first().click();
    const told = await page
      .getByText(/^核对码 [0-9a-f]{64}$/)
      .first()
      .innerText();
    const printed = told.replace(/^核对码 (.{8}).*(.{8})$/, '$1…$2');
    const proof = await downloaded(page, /^公开核对件/);
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(proof).href);
    const check = page.getByRole('button', { name: '核对' });
    const expected = page.getByLabel('榜上的核对码');
    await expected.fill(printed.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    await check.click();
    await page.getByRole('heading', { name: /^不一致/ }).waitFor();
    await expected.fill(printed);
    await check.click();
    await page.getByRole('heading', { name: '一致：没有发现改动。' }).waitFor();
    await page.getByRole('row', { name: '1 南坪村 97.00' }).waitFor();
    await picture('quarter-proof');
    await close();
  });
});

interface Decided {
  readonly no: string;
  /** For every caution. */
  readonly reason: string;
  readonly why?: string;
}

/** Fills in what publishing needs, and publishes. */
async function publishes(page: Page, { no, reason, why }: Decided): Promise<void> {
  const open = page.getByLabel('照样公示的理由');
  await open.waitFor();
  if (why !== undefined) await fill(page, { 为什么更正: why });
  await fill(page, {
    哪个会议决定: '青禾镇党委会',
    决定文号: no,
    谁审查: '方信',
    '发公示的单位（全称）': '中共青禾镇委员会',
    哪个办公室受理: '考核办',
    找谁提异议: '吴简',
    电话: '0871-1234567',
    地点: '镇政府203室',
  });
  // Without the reason it waits, and says for how much.
  await page.getByText('还有 1 处没有填。').waitFor();
  const publish = page.getByRole('button', { name: '公示', exact: true });
  expect(await publish.isDisabled()).toBe(true);
  await open.fill(reason);
  await publish.click();
}

/** The list as it stands: `1 西岗村 96.00`, in the order of the page. */
async function placesIn(page: Page): Promise<string[]> {
  const rows = page.getByRole('grid', { name: '名单' }).getByRole('row');
  const texts = await rows.allInnerTexts();
  return texts.slice(1).map((text) => text.trim().replaceAll(/\s+/g, ' '));
}

/** Where a paper of the published list was saved, until the journey is over. */
async function downloaded(page: Page, name: string | RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
