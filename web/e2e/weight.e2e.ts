/** How many bytes of script and style a page needs before it can be read, against what is allowed. */

import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** Script and style as the server sends them, of a page that is opened for the first time. */
const officeBytes = 450_000;
/** Script as the server sends it, of what a village opens on its telephone. */
const villageBytes = 150_000;

/** The office pages that need most, and whoever opens them. */
const officePages = [
  ['/desk', 'wu.kaohe', '清单'],
  ['/standings/qinghe-village-daily/2026-Q4', 'wu.kaohe', /得分名次/],
  ['/standings/qinghe-village-daily/2026-Q4/readiness', 'wu.kaohe', /准备情况/],
  ['/standings/qinghe-village-daily/2026-Q4/sandbox', 'wu.kaohe', /2026年第四季度/],
  ['/ledger', 'zhou.chengjian', '事实台账'],
  ['/ledger/record', 'zhou.chengjian', '记一条事实'],
  ['/ledger/sheet', 'zhou.chengjian', '记分表'],
  ['/evidence', 'wu.kaohe', '佐证'],
  ['/scheme/kinds', 'wu.kaohe', '事实目录'],
  ['/work', 'tian.ducha', '督办事项'],
  ['/work/book', 'tian.ducha', '登记交办'],
  ['/work/goals', 'tian.ducha', '年度目标'],
  ['/work/demands/new', 'zhou.chengjian', '下发一件到村'],
  ['/work/campaigns', 'gu.shuji', '专项行动'],
  ['/work/circulars/2026-10', 'gu.shuji', /通报/],
  ['/inspection/write?ready=environment', 'zhou.chengjian', '写检查表'],
  ['/results/qinghe-village-daily/2026-Q4/publish', 'wu.kaohe', /./],
  ['/results/outcomes', 'he.zuzhi', /./],
  ['/results/pay', 'qian.caizheng', /./],
  ['/results/papers', 'zhou.chengjian', /./],
  ['/results/benchmark', 'gu.shuji', /./],
  ['/org', 'fang.xinxi', '组织人员'],
  ['/settings/accounts', 'fang.xinxi', '账号与岗位'],
  ['/settings/audit', 'fang.xinxi', '操作记录'],
  // The list of all villages and the roster are tables of the whole town, whoever opens them.
  ['/standings/qinghe-village-daily/2026-Q3', 'chen.dongxi', /得分名次/],
  ['/scheme', 'chen.dongxi', '考核办法'],
  ['/org', 'chen.dongxi', '组织人员'],
] as const;

/** What a village opens: what waits, its own result, its facts, their proof, its account, help. */
const villagePages = [
  ['/desk', /./],
  ['/standings', '得分名次'],
  [`/standings/qinghe-village-daily/2026-Q3/subjects/${encodeURIComponent('东溪村')}`, /东溪村/],
  ['/ledger', '事实台账'],
  ['/evidence', '佐证'],
  ['/settings', '本人账号'],
  ['/work', '督办事项'],
  ['/work/goals', '年度目标'],
  ['/work/campaigns', '专项行动'],
  ['/work/signs', '牌子和工作群'],
  ['/villages/东溪村', /东溪村/],
  ['/results', '公示结果'],
  ['/results/qinghe-village-daily/2026-Q3', /./],
  ['/results/objections', /./],
  ['/results/objections/new', /./],
  ['/results/grades', '等次'],
  ['/results/outcomes', '结果运用'],
  ['/results/tolerance', '容错'],
  ['/results/pay', /./],
  ['/inspection/templates', '检查表'],
  ['/inspection/templates/environment', '人居环境月检查表'],
] as const;

interface Weight {
  readonly script: number;
  readonly style: number;
}

it('no office page weighs more than it may', async () => {
  const weights = new Map<string, Weight>();
  for (const person of new Set(officePages.map(([, whose]) => whose))) {
    const { page, close } = await walk({ origin, width: 1280, as: person });
    for (const [address, whose, title] of officePages) {
      if (whose !== person) continue;
      await page.goto(`${origin}/qinghe${address}`);
      await isRead(page, title);
      weights.set(`${address} (${whose})`, await weightOf(page));
    }
    await close();
  }
  weights.set('/scheme/…?tab=edit (wu.kaohe)', await formWeight());
  const bytes = [...weights].map(([name, { script, style }]) => [name, script + style] as const);
  for (const [name, sum] of bytes) tell(name, sum, officeBytes);
  expect(Math.min(...bytes.map(([, sum]) => sum))).toBeGreaterThan(50_000);
  expect(bytes.filter(([, sum]) => sum > officeBytes)).toEqual([]);
});

it('no page that a village opens on its telephone loads more script than it may', async () => {
  const weights = new Map<string, Weight>();
  const { page, close } = await walk({ origin, width: 390, as: 'chen.dongxi' });
  for (const [address, title] of villagePages) {
    await page.goto(`${origin}/qinghe${address}`);
    await isRead(page, title);
    weights.set(decodeURIComponent(address), await weightOf(page));
  }
  await close();
  for (const [name, { script, style }] of weights) {
    tell(name, script, villageBytes, `, and ${kilobytes(style)} KB of style`);
  }
  expect(Math.min(...[...weights.values()].map(({ script }) => script))).toBeGreaterThan(50_000);
  expect([...weights].filter(([, { script }]) => script > villageBytes)).toEqual([]);
});

function tell(name: string, bytes: number, budget: number, more = ''): void {
  console.log(`${kilobytes(bytes).padStart(5)} KB of ${budget / 1000}${more}  ${name}`);
}

/** "148.7" */
function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** The form of a scheme reads and edits its text in the browser: the heaviest page of all. */
async function formWeight(): Promise<Weight> {
  const { page, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at: '/qinghe/scheme' });
  const text =
    'line: weight\nname: 称重办法\nversion: "1"\nsubject: { kind: unit }\nperiod: year\ntree:\n  - code: 1\n    name: 指标\n    full: 10\n    clauses:\n      - { code: 1.1, text: 每次扣1分。, on: a, rule: { count: { delta: -1 } } }\n';
  const file = { name: 'scheme.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/tab=edit/);
  await page.reload();
  await page.getByRole('heading', { level: 2, name: '总的规定' }).waitFor();
  const weight = await weightOf(page);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByText('这份草稿已撤回').waitFor();
  await close();
  return weight;
}

const known = new Map<string, number>();

/** All scripts and styles that the document on the page has asked for, as any browser is sent them. */
async function weightOf(page: Page): Promise<Weight> {
  await page.waitForLoadState('networkidle');
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.(?:js|css)$/.test(name)),
  );
  const weight = { script: 0, style: 0 };
  for (const address of new Set(asked)) {
    const bytes = known.get(address) ?? (await sentBytes(page, address));
    known.set(address, bytes);
    weight[address.endsWith('.js') ? 'script' : 'style'] += bytes;
  }
  return weight;
}

/** Bytes over a connection without a certificate, where no browser takes brotli. */
async function sentBytes(page: Page, address: string): Promise<number> {
  const reply = await page.request.head(address, { headers: { 'accept-encoding': 'gzip' } });
  const { 'content-encoding': coding, 'content-length': length } = reply.headers();
  expect(coding, address).toBe('gzip');
  return Number(length);
}
