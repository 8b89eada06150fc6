/** A village objects to a fact on a phone; somebody without a hand in it decides, another reviews, and it is answered. */

import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { type Clerk, clerkOf } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const village = '东溪村';

/** A fact of this journey alone: 周城建 records it, 孙若 reviews it. */
async function newFact(zhou: Clerk, sun: Clerk): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const { entry } = await zhou.ask<{ entry: { id: string; version: number } }>(
    'POST',
    '/ledger/entries',
    {
      kind: 'inspection.garbage',
      about: [{ subject: village }],
      on: today,
      values: { 处数: '1' },
      evidence: [`异议走查${randomUUID().slice(0, 4)}`],
    },
  );
  const entries = [{ id: entry.id, version: entry.version }];
  const { facts } = await sun.ask<{ facts: readonly { id: string }[] }>('POST', '/ledger/reviews', {
    entries,
    post: true,
  });
  return facts[0]?.id ?? '';
}

/** The village says on a phone what is not right, from the fact itself. @returns the page of the objection */
async function objects(fact: string): Promise<string> {
  const at = `/qinghe/ledger?fact=${fact}`;
  const { page, picture, close } = await walk({ origin, width: 390, as: 'chen.dongxi', at });
  await page.getByRole('link', { name: '对这条有异议' }).click();
  await isRead(page, '提出异议');
  await page.getByText(`以${village}的名义提出。`).waitFor();
  await page.getByLabel('哪里不对，为什么').fill('垃圾是上游漂来的，当天已经清走。');
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await picture('objecting');
  await page.getByRole('button', { name: '提出', exact: true }).click();
  await page.getByRole('heading', { name: '提出的意见' }).waitFor();
  const { pathname } = new URL(page.url());
  await page.goto(`${origin}${at}`);
  await page.getByText('有异议，正在核实').waitFor();
  await close();
  return pathname;
}

it('an objection goes from a village to its written answer', async () => {
  const zhou = await clerkOf(origin, 'zhou.chengjian');
  const sun = await clerkOf(origin, 'sun.fuhe');
  const at = await objects(await newFact(zhou, sun));

  const office = await walk({ origin, width: 1280, as: 'wu.kaohe', at });
  await office.page.getByRole('button', { name: '受理' }).click();
  const taking = office.page.getByRole('dialog', { name: '受理' });
  await taking.getByRole('button', { name: '受理' }).click();
  await taking.waitFor({ state: 'detached' });
  await office.page.getByRole('button', { name: '交办' }).click();
  const giving = office.page.getByRole('dialog', { name: '交办' });
  const choice = giving.getByLabel('交给谁');
  // Who recorded and who reviewed keep out of it.
  for (const name of [/^周砚（回避/, /^孙若（回避/]) {
    expect(await choice.locator('option', { hasText: name }).isDisabled()).toBe(true);
  }
  await choice.selectOption({ label: '田荞' });
  await expectAccessible(office.page);
  await giving.getByRole('button', { name: '交办' }).click();
  await giving.waitFor({ state: 'detached' });

  const looking = await walk({ origin, width: 1280, as: 'tian.ducha', at });
  await looking.page.getByRole('button', { name: '作出决定' }).click();
  const deciding = looking.page.getByRole('dialog', { name: '作出决定' });
  await deciding.getByLabel('查看了什么').fill('巡查记录和照片');
  await deciding.getByLabel('查明的情况').fill('照片里的位置在上游邻村。');
  await deciding.getByLabel('结果').selectOption({ label: '撤销事实' });
  await deciding.getByRole('checkbox', { name: '撤销' }).check();
  await deciding.getByLabel('理由').fill('不在本村地界内，不应记本村。');
  await deciding.getByLabel('依据的条款').fill('第1.1条');
  await expectAccessible(looking.page);
  await looking.picture('deciding');
  await deciding.getByRole('button', { name: '作出决定' }).click();
  await deciding.waitFor({ state: 'detached' });
  await looking.page.getByText('等另一人复核').waitFor();
  await looking.close();

  const { rows } = await sun.ask<{
    rows: readonly { id: string; version: number; recordedBy: { name: string } }[];
  }>('GET', '/ledger/entries');
  const entries = rows
    .filter(({ recordedBy }) => recordedBy.name === '田荞')
    .map(({ id, version }) => ({ id, version }));
  await sun.ask('POST', '/ledger/reviews', { entries, post: true });

  await office.page.reload();
  await office.page.getByText(/^已入账/).waitFor();
  await office.page.getByRole('button', { name: '生成书面答复' }).click();
  await office.page.getByText(/异议答复\d{4}-\d+ 已经生成，还没有送达/).waitFor();
  await office.page.getByRole('button', { name: '登记送达' }).click();
  const answering = office.page.getByRole('dialog', { name: '登记送达' });
  await answering.getByRole('button', { name: '登记送达' }).click();
  await answering.waitFor({ state: 'detached' });
  await office.page.getByText(/异议答复\d{4}-\d+，/).waitFor();
  await office.page.getByRole('link', { name: '下载答复（Word）' }).waitFor();
  await expectAccessible(office.page);
  await expectNothingOverTheEdge(office.page);
  await office.picture('answered');
  await office.close();
});
