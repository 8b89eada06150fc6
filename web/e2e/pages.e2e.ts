/** What holds of every page: usable without eyes or a mouse, whole on a phone, at 200 %, in large text and in English. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const period = '/standings/qinghe-village-daily';

/** Every page of a town: its address, whose it is, and its title in both languages. */
const pages = [
  ['/desk', 'wu.kaohe', '清单', 'My list'],
  ['/standings', 'wu.kaohe', '得分名次', 'Standings'],
  [`${period}/2026-Q4`, 'wu.kaohe', '2026年第四季度得分名次', 'Q4 2026'],
  [`${period}/2026-Q3?subject=东溪村`, 'wu.kaohe', '2026年第三季度得分名次', 'Q3 2026'],
  [`${period}/2026-Q3/subjects/东溪村?code=1.1`, 'wu.kaohe', '东溪村', '东溪村'],
  [`${period}/2026-Q4/readiness`, 'wu.kaohe', '2026年第四季度准备情况', 'Q4 2026'],
  [`${period}/2026-Q4/sandbox`, 'wu.kaohe', '2026年第四季度', 'Q4 2026'],
  ['/ledger', 'wu.kaohe', '事实台账', 'Facts'],
  ['/ledger?view=entries', 'zhou.chengjian', '事实台账', 'Facts'],
  ['/ledger?view=signatures', 'zhou.chengjian', '事实台账', 'Facts'],
  ['/ledger?view=notes', 'zhou.chengjian', '事实台账', 'Facts'],
  ['/ledger/record', 'zhou.chengjian', '记一条事实', 'Record a fact'],
  ['/ledger/sheet', 'zhou.chengjian', '记分表', 'Score sheet'],
  ['/scheme', 'wu.kaohe', '考核办法', 'Scheme'],
  ['/scheme/kinds', 'wu.kaohe', '事实目录', 'facts'],
  ['/evidence', 'wu.kaohe', '佐证', 'Evidence'],
  ['/org', 'fang.xinxi', '组织人员', 'Units and people'],
  ['/org?view=persons', 'fang.xinxi', '组织人员', 'Units and people'],
  ['/org?open=unit:东溪村', 'fang.xinxi', '组织人员', 'Units and people'],
  ['/org/chains', 'fang.xinxi', '责任链', 'responsib'],
  ['/settings', 'fang.xinxi', '本人账号', 'My account'],
  ['/settings/accounts', 'fang.xinxi', '账号与岗位', 'Accounts and roles'],
  ['/settings/tokens', 'fang.xinxi', '访问令牌', 'Access tokens'],
  ['/settings/calendar', 'fang.xinxi', '放假调休', 'Holidays'],
  ['/settings/audit', 'fang.xinxi', '操作记录', 'Record of deeds'],
  ['/work', 'tian.ducha', '督办事项', 'Items'],
  ['/work?ended=', 'tian.ducha', '督办事项', 'Items'],
  ['/work', 'chen.dongxi', '督办事项', 'Items'],
  ['/work/items/{item}', 'tian.ducha', '督办事项', 'Items'],
  ['/work/items/{item}/slip', 'tian.ducha', '督办单', 'slip'],
  ['/work/items/{item}', 'chen.dongxi', '督办事项', 'Items'],
  ['/work/book', 'tian.ducha', '登记交办', 'Book a task'],
  ['/work/keeping', 'tian.ducha', '常办和回头看', 'Recurring'],
  ['/work/goals', 'tian.ducha', '年度目标', 'goals'],
  ['/work/goals?view=coverage', 'tian.ducha', '年度目标', 'goals'],
  ['/work/goals?view=villages', 'tian.ducha', '年度目标', 'goals'],
  ['/work/goals?view=fill', 'tian.ducha', '年度目标', 'goals'],
  ['/work/goals?goal={goal}', 'tian.ducha', '年度目标', 'goals'],
  ['/work/goals', 'chen.dongxi', '年度目标', 'goals'],
  ['/work/drafts', 'tian.ducha', '分解台', 'bench'],
  ['/work/drafts/{draft}', 'tian.ducha', '', ''],
  ['/work/demands', 'zhou.chengjian', '下发到村', 'Demands'],
  ['/work/demands?open={demand}', 'zhou.chengjian', '下发到村', 'Demands'],
  ['/work/demands/new', 'zhou.chengjian', '下发一件到村', 'Ask something'],
  ['/work/demands/book', 'zhou.chengjian', '补记', 'Book'],
  ['/work/duty-lists', 'wu.kaohe', '履职', 'Duty lists'],
  ['/work/known-figures', 'wu.kaohe', '已知', 'Known figures'],
  ['/work/burden', 'gu.shuji', '减负表', 'Burden meter'],
  ['/work/campaigns', 'gu.shuji', '专项行动', 'Campaigns'],
  ['/work/campaigns/{campaign}', 'gu.shuji', '', ''],
  ['/work/retrospectives', 'gu.shuji', '复盘', 'Retrospectives'],
  ['/work/handling?month=2026-10', 'gu.shuji', '办理排序', 'Order of handling'],
  ['/work/circulars', 'gu.shuji', '通报', 'Circulars'],
  ['/work/circulars/2026-10', 'gu.shuji', '通报', 'Circulars'],
  ['/inspection', 'tian.ducha', '', ''],
  ['/inspection/rounds/{round}', 'tian.ducha', '', ''],
  ['/inspection/rounds/{round}/results', 'tian.ducha', '', ''],
  ['/inspection/rounds/{round}/review', 'tian.ducha', '', ''],
  ['/inspection/findings', 'tian.ducha', '', ''],
  ['/inspection/calendar', 'tian.ducha', '', ''],
  ['/inspection/sheets', 'zhou.chengjian', '', ''],
  ['/inspection/templates/environment', 'chen.dongxi', '', ''],
  ['/inspection/told', 'chen.dongxi', '', ''],
  [`${period}/2026-Q3/fairness`, 'wu.kaohe', '', ''],
  ['/results', 'wu.kaohe', '', ''],
  ['/results/qinghe-village-daily/2026-Q3', 'wu.kaohe', '', ''],
  ['/results/qinghe-village-daily/2026-Q4/publish', 'wu.kaohe', '', ''],
  ['/results/objections', 'wu.kaohe', '', ''],
  ['/results/objections/new', 'tian.ducha', '', ''],
  ['/results/objections/statistics', 'wu.kaohe', '', ''],
  ['/results/papers', 'zhou.chengjian', '', ''],
  ['/results/grades', 'gu.shuji', '', ''],
  ['/results/outcomes', 'gu.shuji', '', ''],
  ['/results/tolerance', 'gu.shuji', '', ''],
  ['/results/pay', 'wu.kaohe', '', ''],
  ['/results/pay/{sheet}', 'wu.kaohe', '', ''],
  ['/results/benchmark', 'gu.shuji', '', ''],
  ['/results/one-page', 'gu.shuji', '', ''],
  ['/results/qinghe-village-daily/2026-Q3', 'chen.dongxi', '', ''],
  ['/results/objections/new', 'chen.dongxi', '', ''],
  ['/villages/东溪村', 'chen.dongxi', '', ''],
] as const;

/** The windows in which they are looked at: width and height. */
const windows = { 390: 844, 640: 450, 1280: 900 };

const people = [...new Set(pages.map(([, person]) => person))];

/** Where the first of its kind stands that a person may read: `{item}` in an address. */
const lists = {
  item: 'items',
  goal: 'goals',
  draft: 'drafts',
  demand: 'demands',
  campaign: 'campaigns',
  round: 'rounds',
  sheet: 'pay/sheets',
};

/** An address of somebody's own town, with what it names filled in. */
async function filled(page: Page, address: string): Promise<string> {
  for (const [one, list] of Object.entries(lists)) {
    if (!address.includes(`{${one}}`)) continue;
    const reply = await page.request.get(`${origin}/api/towns/qinghe/${list}`);
    const { rows = [], sheets = rows } = (await reply.json()) as Record<
      'rows' | 'sheets',
      readonly { id: string }[] | undefined
    >;
    const id = sheets[0]?.id;
    if (id === undefined) throw new Error(`nobody reads a ${one} at ${address}`);
    return address.replace(`{${one}}`, id);
  }
  return address;
}

/** Goes through all pages of a person, and waits until each is read. */
async function goThrough(
  page: Page,
  { person, language }: { person: string; language: 'zh' | 'en' },
  look: (name: string) => Promise<void>,
) {
  for (const [address, whose, zh, en] of pages) {
    if (whose !== person) continue;
    await page.goto(`${origin}/qinghe${await filled(page, address)}`);
    await isRead(page, new RegExp(language === 'zh' ? zh : en, 'i'));
    // What stands beside a list comes after it.
    if (/items\/\{item\}$|=\{/.test(address)) await page.locator('.drawer h2').waitFor();
    await look(address.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(1));
  }
}

// Each page is loaded once at one width and then brought to the other: the words in Chinese begin on a
// phone, those in English on an office screen.
describe.each(people)('the pages of %s', (person) => {
  it('are whole and accessible at 390 px, 1280 px and 200 %', async () => {
    const { page, picture, close } = await walk({ origin, width: 390, as: person });
    await goThrough(page, { person, language: 'zh' }, async (name) => {
      for (const width of [390, 1280] as const) {
        await widen(page, width);
        await expectNothingOverTheEdge(page);
        await expectAccessible(page);
        await picture(`page-${name}`);
      }
      // A browser at 200 % has half the room: a window of 1280 px shows what fits into 640.
      await widen(page, 640);
      await expectNothingOverTheEdge(page);
      await widen(page, 390);
    });
    await close();
  });

  it('are whole in English and in large text at 1280 px and 390 px', async () => {
    const { page, picture, close } = await walk({ origin, width: 1280, as: person });
    await page.evaluate(() =>
      localStorage.setItem('oneneedle.preferences', '{"language":"en","text":"large"}'),
    );
    await goThrough(page, { person, language: 'en' }, async (name) => {
      for (const width of [1280, 390] as const) {
        await widen(page, width);
        await expectNothingOverTheEdge(page);
        // The way to a number goes by the town's own indicators, which have no English.
        const places = await page.locator('nav:not(.way)').allInnerTexts();
        expect(places.join(' '), page.url()).not.toMatch(/\p{Script=Han}/u);
        await picture(`page-${name}-en`);
      }
      await widen(page, 1280);
    });
    await close();
  });
});

/** Brings the window to a width of `windows`, and waits until the page has taken it up. */
async function widen(page: Page, width: keyof typeof windows): Promise<void> {
  await page.setViewportSize({ width, height: windows[width] });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
