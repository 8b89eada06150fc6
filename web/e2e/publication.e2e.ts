/** A published list: read by a village on a phone, proved offline from its page, tampered with and named. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const at = '/qinghe/results/qinghe-village-daily/2026-Q3';

it('is read by a village on a phone, with how to object and without the trees of others', async () => {
  const { page, picture, close } = await walk({
    origin,
    width: 390,
    as: 'chen.dongxi',
    at: '/qinghe/results',
  });
  await isRead(page, '公示结果');
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await page.goto(`${origin}${at}`);
  await isRead(page, '2026年第三季度公示');
  await page.getByText('提异议不扣分').waitFor();
  expect(await page.getByRole('link', { name: /核对件/ }).allTextContents()).toEqual([
    '公开核对件（可以带回家，不联网能重算）',
  ]);
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await picture('publication');
  await close();
});

it('is proved offline from one page, which names what was tampered with', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-proof-'));
  const { page, picture, close } = await walk({ origin, width: 1280, as: 'wu.kaohe', at });
  await isRead(page, '2026年第三季度公示');
  await page.getByText('镇政府门口公示栏').waitFor();
  await expectAccessible(page);
  await picture('publication');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /公开核对件/ }).click(),
  ]);
  const proof = join(folder, 'proof.html');
  await download.saveAs(proof);
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(proof).href);
  await page.getByRole('heading', { name: '内部一致，还没有和榜对照。' }).waitFor();
  await page.getByText('还没有和榜上的核对码对照').waitFor();
  await picture('proof');
  writeFileSync(proof, readFileSync(proof, 'utf8').replace('"name":"东溪村"', '"name":"东溪邨"'));
  await page.reload();
  await page.getByRole('heading', { name: /^不一致/ }).waitFor();
  await page.getByText('公示文件改动过：名单里东溪邨的一行与公示时的不同。').waitFor();
  await page.getByText(/公开核对件改动过：按它的内容算出的核对码是/).waitFor();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

it('says what a period still needs before it can be published', async () => {
  const { page, close } = await walk({
    origin,
    width: 390,
    as: 'wu.kaohe',
    at: '/qinghe/results/qinghe-village-daily/2026-Q4/publish',
  });
  await isRead(page, '公示2026年第四季度');
  await page.getByRole('heading', { name: '这几件办好了才能公示' }).waitFor();
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await close();
});
