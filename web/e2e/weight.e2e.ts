/** How many bytes of script and style a page needs before it can be read, against what is allowed. */

import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** Compressed, of a page that is opened for the first time. */
const officeBytes = 450_000;

/** The office pages that need most, and whoever opens them. */
const pages = [
  ['/desk', 'wu.kaohe', '清单'],
  ['/standings/qinghe-village-daily/2026-Q4', 'wu.kaohe', /得分名次/],
  ['/standings/qinghe-village-daily/2026-Q4/readiness', 'wu.kaohe', /准备情况/],
  ['/standings/qinghe-village-daily/2026-Q4/sandbox', 'wu.kaohe', /2026年第四季度/],
  ['/ledger', 'zhou.chengjian', '事实台账'],
  ['/ledger/record', 'zhou.chengjian', '记一条事实'],
  ['/ledger/sheet', 'zhou.chengjian', '记分表'],
  ['/evidence', 'wu.kaohe', '佐证'],
  ['/scheme/kinds', 'wu.kaohe', '事实目录'],
  ['/org', 'fang.xinxi', '组织人员'],
  ['/settings/accounts', 'fang.xinxi', '账号与岗位'],
  ['/settings/audit', 'fang.xinxi', '操作记录'],
] as const;

it('no office page weighs more than it may', async () => {
  const weights = new Map<string, number>();
  for (const person of new Set(pages.map(([, whose]) => whose))) {
    const { page, close } = await walk({ origin, width: 1280, as: person });
    for (const [address, whose, title] of pages) {
      if (whose !== person) continue;
      await page.goto(`${origin}/qinghe${address}`);
      await isRead(page, title);
      weights.set(address, await weightOf(page));
    }
    await close();
  }
  weights.set('/scheme/…?tab=edit', await formWeight());
  for (const [address, bytes] of weights) {
    console.log(
      `${String(Math.round(bytes / 1000)).padStart(4)} KB of ${officeBytes / 1000}  ${address}`,
    );
  }
  expect(Math.min(...weights.values())).toBeGreaterThan(50_000);
  expect([...weights].filter(([, bytes]) => bytes > officeBytes)).toEqual([]);
});

/** The form of a scheme reads and edits its text in the browser: the heaviest page of all. */
async function formWeight(): Promise<number> {
  const { page, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at: '/qinghe/scheme' });
  const text =
    'line: weight\nname: 称重办法\nversion: "1"\nsubject: { kind: unit }\nperiod: year\ntree:\n  - code: 1\n    name: 指标\n    full: 10\n    clauses:\n      - { code: 1.1, text: 每次扣1分。, on: a, rule: { count: { delta: -1 } } }\n';
  const file = { name: 'scheme.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/tab=edit/);
  await page.reload();
  await page.getByRole('heading', { level: 2, name: '总的规定' }).waitFor();
  const bytes = await weightOf(page);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByText('这份草稿已撤回').waitFor();
  await close();
  return bytes;
}

const known = new Map<string, number>();

/** All scripts and styles that the document on the page has asked for, each compressed by itself. */
async function weightOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.(?:js|css)$/.test(name)),
  );
  let bytes = 0;
  for (const address of new Set(asked)) {
    if (!known.has(address)) {
      const reply = await page.request.get(address);
      known.set(address, gzipSync(await reply.body(), { level: 9 }).length);
    }
    bytes += known.get(address) ?? 0;
  }
  return bytes;
}
