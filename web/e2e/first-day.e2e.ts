/**
 * A new clerk's first day: the administrator makes the account, the clerk comes in with the one-time
 * password, makes it their own, and records a fact with a photo; a reviewer posts it. What it asks of
 * each is counted, printed, and held against docs/guides/first-day.md, which says why it must be asked.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { type Effort, effortOn } from './kit/effort.ts';
import { photo } from './kit/files.ts';
import { signIn } from './kit/sign-in.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/first-day.md'), 'utf8');
const ownPassword = '后山那棵樟树今年开花早了';

describe.each(widths)('a first day at %i px', (width) => {
  const mark = `第一天${width}-${process.pid}`;
  const isPhone = width === 390;
  let userName = '';
  let firstPassword = '';

  it('the administrator makes the account and hands over the slip', async () => {
    const { page, picture, close } = await walk({ origin, width, at: '/sign-in' });
    const since = await effortOn(page);
    await signIn(page, 'fang.xinxi');
    await isRead(page, '清单');
    expectSaid(width, '管理员登录', since());
    const name = await candidate(page);
    await goTo(page, '账号', isPhone);
    await page.getByRole('link', { name: '账号与岗位' }).click();
    await page.getByRole('button', { name: '新建账号' }).click();
    await page.getByRole('combobox', { name: '给谁' }).fill(name);
    await page
      .getByTitle(new RegExp(`^${name}`))
      .first()
      .click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    const slip = page.getByRole('dialog', { name: '初始口令' });
    firstPassword = await slip.locator('.one-time').innerText();
    await picture('first-day-slip');
    await slip.getByRole('button', { name: '已交给本人' }).click();
    expectSaid(width, '建账号，给初始口令', since());
    const drawer = page.getByRole('dialog', { name });
    userName = await drawer.locator('dd').first().innerText();
    await drawer.getByRole('button', { name: '加岗位' }).click();
    const form = drawer.getByRole('form', { name: '加岗位' });
    await form.getByRole('checkbox', { name: '城建办' }).click();
    await form.getByRole('button', { name: '给予岗位' }).click();
    await form.waitFor({ state: 'detached' });
    await drawer.getByText('城建办').first().waitFor();
    expectSaid(width, '给岗位', since());
    await close();
  });

  it('the clerk comes in, makes the password their own, and records a fact with a photo', async () => {
    const { page, picture, close } = await walk({ origin, width, at: '/sign-in' });
    const since = await effortOn(page);
    await signIn(page, userName, firstPassword);
    await isRead(page, '换成自己的口令');
    await page.getByLabel(/^初始口令/).fill(firstPassword);
    await page.getByLabel(/^新口令 /).fill(ownPassword);
    await page.getByLabel(/^新口令再输一遍/).fill(ownPassword);
    await page.getByRole('button', { name: '换成自己的口令' }).click();
    await isRead(page, '清单');
    expectSaid(width, '登录，换成自己的口令', since());
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('first-day-desk');
    await goTo(page, '事实台账', isPhone);
    await page.getByRole('link', { name: '记一条' }).click();
    await page.getByRole('combobox', { name: '按条款找' }).fill('1.1');
    await page.getByRole('option', { name: /^1\.1 / }).click();
    await page.getByRole('combobox', { name: '对象' }).fill('柳湾');
    await page.getByTitle('柳湾村', { exact: true }).click();
    await page.getByLabel('哪天发生的').fill('2026-11-20');
    await page.getByLabel(/^处数/).fill('2');
    await page.getByLabel('说明', { exact: true }).fill(mark);
    const files = page.locator('input[type=file]').first();
    await files.setInputFiles(await photo(`${mark}.jpg`));
    await page.getByRole('checkbox', { name: /不含国家秘密、工作秘密/ }).click();
    await page.getByText('✓ 已存下').waitFor();
    await page.getByRole('button', { name: '存，交复核' }).click();
    await page.getByText('已记下，等另一个人复核。').waitFor();
    await picture('first-day-recorded');
    expectSaid(width, '记第一条事实，带一张照片', since());
    await close();
  });

  it('a reviewer finds it on the list and posts it, and the clerk sees it stand', async () => {
    const reviewer = await walk({ origin, width, as: 'sun.fuhe', at: '/qinghe/desk' });
    const { page } = reviewer;
    const since = await effortOn(page);
    await page.getByRole('link', { name: /^复核城建办登记的 \d+ 条事实/ }).click();
    const row = page.getByRole('row').filter({ hasText: mark });
    await row.getByRole('rowheader').getByRole('button').click();
    const entry = page.getByRole('dialog', { name: /^待记/ });
    await entry.getByRole('button', { name: /^复核入账/ }).click();
    const question = page.getByRole('dialog', { name: '复核入账' });
    await question.getByRole('button', { name: '复核入账 1 条' }).click();
    await entry.waitFor({ state: 'detached' });
    expectSaid(width, '复核入账', since());
    await reviewer.close();

    const clerk = await walk({ origin, width, at: '/sign-in' });
    await signIn(clerk.page, userName, ownPassword);
    await clerk.page.goto(`${origin}/qinghe/ledger?words=${encodeURIComponent(mark)}`);
    await clerk.page.getByRole('row').filter({ hasText: mark }).getByText('有效').waitFor();
    await clerk.picture('first-day-posted');
    await clerk.close();
  });
});

/** Prints what a step asked for; the guide must say the same, at the width of an office and of a phone. */
function expectSaid(width: number, step: string, { clicks, fields }: Effort): void {
  console.log(`${width} px, ${step}: ${clicks} clicks, ${fields} fields`);
  const row = guide.split('\n').find((line) => line.startsWith(`| ${step} |`)) ?? '';
  const [, , office = '', phone = '', asked = ''] = row.split('|').map((cell) => cell.trim());
  const said = { clicks: width === 390 ? phone : office, fields: asked };
  // Each press of an office and each field has a sentence that says why it must be asked.
  const section = guide.split(`\n## ${step}\n`)[1]?.split('\n## ')[0] ?? '';
  const defended = (deed: string) =>
    section.split('\n').filter((line) => line.startsWith(`- ${deed}`)).length;
  expect([step, defended('点'), defended('填')]).toEqual([step, Number(office), Number(asked)]);
  expect({ step, width, ...said }).toEqual({
    step,
    width,
    clicks: String(clicks),
    fields: String(fields),
  });
}

/** Somebody of the roster who has no account yet; asked beside the page, for it is no part of the work. */
async function candidate(page: Page): Promise<string> {
  const reply = await page.request.get(`${origin}/api/towns/qinghe/accounts/candidates`);
  const { rows } = (await reply.json()) as {
    rows: { person: { name: string }; unitName?: string }[];
  };
  const found = rows.find(({ unitName }) => unitName === '城建办') ?? rows[0];
  if (!found) throw new Error('everybody has an account');
  return found.person.name;
}

/** By the rail; on a phone it stands behind a word. */
async function goTo(page: Page, place: string, isPhone: boolean): Promise<void> {
  if (isPhone) await page.getByRole('button', { name: '目录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click();
}
