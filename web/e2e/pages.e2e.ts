/** What holds of every page: usable without eyes or a mouse, whole on a phone, at 200 %, in large text and in English. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
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
  ['/work/campaigns', 'gu.shuji', '专项行动', 'Campaigns'],
  ['/work/retrospectives', 'gu.shuji', '复盘', 'Retrospectives'],
  ['/work/handling?month=2026-10', 'gu.shuji', '办理排序', 'Order of handling'],
  ['/work/circulars', 'gu.shuji', '通报', 'Circulars'],
  ['/work/circulars/2026-10', 'gu.shuji', '通报', 'Circulars'],
] as const;

const people = [...new Set(pages.map(([, person]) => person))];

/** Goes through all pages of a person, and waits until each is read. */
async function goThrough(
  page: Page,
  { person, language }: { person: string; language: 'zh' | 'en' },
  look: (name: string) => Promise<void>,
) {
  for (const [address, whose, zh, en] of pages) {
    if (whose !== person) continue;
    await page.goto(`${origin}/qinghe${address}`);
    await isRead(page, new RegExp(language === 'zh' ? zh : en, 'i'));
    await look(address.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(1));
  }
}

describe.each(people)('the pages of %s', (person) => {
  it.each(widths)('are whole and accessible at %i px', async (width) => {
    const { page, picture, close } = await walk({ origin, width, as: person });
    await goThrough(page, { person, language: 'zh' }, async (name) => {
      await expectNothingOverTheEdge(page);
      await expectAccessible(page);
      await picture(`page-${name}`);
      if (width === 1280) await expectWholeAt200Percent(page);
    });
    await close();
  });

  it.each(widths)('are whole in English and in large text at %i px', async (width) => {
    const { page, picture, close } = await walk({ origin, width, as: person });
    await page.evaluate(() =>
      localStorage.setItem('oneneedle.preferences', '{"language":"en","text":"large"}'),
    );
    await goThrough(page, { person, language: 'en' }, async (name) => {
      await expectNothingOverTheEdge(page);
      // The way to a number goes by the town's own indicators, which have no English.
      const places = await page.locator('nav:not(.way)').allInnerTexts();
      expect(places.join(' '), page.url()).not.toMatch(/\p{Script=Han}/u);
      await picture(`page-${name}-en`);
    });
    await close();
  });
});

/** A browser at 200 % has half the room: a window of 1280 px shows what fits into 640. */
async function expectWholeAt200Percent(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error('a walk has a window');
  await page.setViewportSize({ width: 640, height: 450 });
  await expectNothingOverTheEdge(page);
  await page.setViewportSize(size);
}
