/**
 * An inspector with a phone: opened once over a certificate under a name that is not this machine, then
 * without a network, killed, cut off on the way, sent twice, brought as a file; nothing lost, nothing
 * doubled.
 */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import {
  card,
  FieldPhone,
  longJourney,
  opensOffline,
  patience,
  picture,
  says,
  sheetsOf,
  showSheet,
  takePhoto,
} from './kit/field.ts';
import { photo } from './kit/files.ts';
import { clerkOf, journeyLines, planVisits, saveTemplate } from './kit/inspection.ts';
import { fillSignIn } from './kit/sign-in.ts';

const origin = inject('demonstration');
const walk = withBrowser();
const phone = new FieldPhone(origin);
/** Script as the server sends it, of all that the page of the field loads, its worker too. */
const fieldBytes = 150_000;

const wait = { timeout: patience };

/** A visit of the inspector of this phone; without a day, so that these journeys may be walked again and again. */
async function visitTo(subject: string, mode: 'unannounced' | 'open' = 'unannounced') {
  const { template, visits } = await planVisits(origin, {
    mode,
    subjects: [subject],
    hasDay: false,
  });
  return { template, visit: visits.get(subject) ?? '' };
}

/** Answers what is not counted, on the whole sheet. */
async function answerRest(page: Page): Promise<void> {
  await showSheet(page, '整张表');
  await page
    .getByRole('region', { name: /公示/ })
    .getByRole('button', { name: '是，达到' })
    .click();
  await page.getByRole('button', { name: '有，没有用起来' }).click();
  await page.getByRole('region', { name: /厕所/ }).getByRole('button', { name: '没法看' }).click();
  await page.getByLabel('为什么没法看').fill('抽到的户都不在家');
}

async function begin(page: Page, visit: string): Promise<void> {
  await card(page, visit).getByRole('button', { name: '开始检查' }).click();
  await showSheet(page, '一行一屏');
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送出', exact: true }).click();
}

describe('the page of the field', () => {
  it('asks who comes, is light, may be used by everybody, and opens without a network from then on', async () => {
    const { visit } = await visitTo('禾丰村');
    await phone.context.clearCookies();
    const page = await phone.open();
    await fillSignIn(page, 'zhou.chengjian');
    await card(page, visit).waitFor(wait);
    await opensOffline(page);
    const bytes = [...phone.front.scripts.values()].reduce((sum, one) => sum + one, 0);
    console.log(`  /field/: ${bytes} of ${fieldBytes} bytes of script`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(fieldBytes);
    await picture(page, 'field-list');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await phone.leave();
    await page.reload();
    await card(page, visit).waitFor(wait);
    await says(page, '没有网络');
    await phone.comeBack();
  });
});

describe('a sheet written in the field', () => {
  it(
    'survives a killed browser without a network, the end of the session and a cut in the middle of its photo; it arrives whole and once',
    async () => {
      const { visit } = await visitTo('竹岭村');
      await phone.takeAlong(visit);
      await phone.leave();
      let page = await phone.open();
      await begin(page, visit);
      // A thumb is faster than the page draws.
      await page.getByRole('button', { name: '多一处：垃圾清理' }).evaluate((button) => {
        for (let press = 0; press < 2; press += 1) (button as HTMLElement).click();
      });
      await page.getByRole('button', { name: '写一处在哪里' }).click();
      await page.getByLabel('在哪里 1').fill('村口小桥东侧');
      await takePhoto(
        page,
        '拍照：垃圾清理 1',
        await photo('现场.jpg', { width: 2400, height: 1200 }),
      );
      await picture(page, 'field-line');
      await expectAccessible(page);
      await expectNothingOverTheEdge(page);

      await phone.restart();
      page = await phone.open();
      await says(page, '1 张表、1 张照片未送出');
      await card(page, visit).getByRole('link', { name: '接着写' }).click();
      await answerRest(page);
      const place = page.getByLabel('在哪里 1');
      await place.waitFor();
      expect(await place.inputValue()).toBe('村口小桥东侧');
      await page.locator('figure img').waitFor();
      await picture(page, 'field-whole');
      await expectAccessible(page);
      await send(page);
      await page.getByText('等待送出').first().waitFor();
      expect(await sheetsOf(origin, visit)).toEqual([]);

      await phone.context.clearCookies();
      await phone.comeBack();
      await page.getByText(/没送出的都还在这台设备上/).waitFor(wait);
      phone.front.cutAt(/\/parts$/, 'reply', 2);
      await fillSignIn(page, 'zhou.chengjian');
      await expect.poll(() => phone.front.isCut(), wait).toBe(true);
      await phone.restart();
      await phone.comeBack();
      page = await phone.open();
      await card(page, visit).getByText('已送出').waitFor(wait);
      await expectWhole(visit);

      const before = phone.front.asked(/\/send$/);
      const second = await phone.context.newPage();
      await second.goto(page.url());
      await card(second, visit).getByRole('link', { name: '查看' }).click();
      await second.getByText(/已送到镇里，照片都核对过/).waitFor();
      expect(await second.getByRole('button', { name: '送出', exact: true }).count()).toBe(0);
      await second.close();
      expect(phone.front.asked(/\/send$/)).toBe(before);
      expect((await sheetsOf(origin, visit)).length).toBe(1);
    },
    longJourney,
  );
});

async function expectWhole(visit: string): Promise<void> {
  const [sheet, ...more] = await sheetsOf(origin, visit);
  expect(more).toEqual([]);
  expect(sheet).toMatchObject({
    state: 'sent',
    answers: { rubbish: { count: 2 }, board: { yes: true }, toilets: { asks: 'notSeen' } },
    course: [{ deed: 'send' }],
  });
  const [kept, ...others] = sheet?.photos ?? [];
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ stamped: false, takenAt: '2026-11-20T10:11:12' });
  const tian = await clerkOf(origin, 'tian.ducha');
  const path = `/evidence/${kept?.evidenceId}`;
  const evidence = await tian.ask<{ place?: object; size: { width: number } }>('GET', path);
  // The camera had written where it was; nobody stamped it.
  expect(evidence.place).toBeUndefined();
  expect(evidence.size.width).toBe(2048);
}

describe('a sheet of an open visit', () => {
  it(
    'stays on its check sheet, tells a wrong clock, is read and signed on the glass',
    async () => {
      const { template, visit } = await visitTo('稻香村', 'open');
      const page = await phone.open();
      await page.clock.setFixedTime(new Date('2019-06-01T08:00:00+08:00'));
      await page.reload();
      await page.getByText(/这台设备的时间差了/).waitFor(wait);
      await begin(page, visit);
      await page.getByRole('button', { name: '0 处' }).click();
      await answerRest(page);
      const zhou = await clerkOf(origin, 'zhou.chengjian');
      const longer = { ...journeyLines[1], code: 'lamps', group: '路灯', standard: '路灯都亮' };
      await saveTemplate(zhou, template, [...journeyLines, longer]);
      await page.getByLabel('村里的意见').fill('桥边的垃圾是邻村的。');
      await page.getByRole('button', { name: '在屏上签' }).click();
      await sign(page);
      await picture(page, 'field-village');
      await expectAccessible(page);
      await send(page);
      await page.getByText(/已送到镇里/).waitFor(wait);
      const [sheet] = await sheetsOf(origin, visit);
      expect(sheet).toMatchObject({
        state: 'confirmed',
        templateVersion: 1,
        statement: '桥边的垃圾是邻村的。',
        signature: 'signed',
        photos: [{ of: 'signature' }],
      });
      expect(sheet?.clockAhead).toBeLessThan(-200_000_000);
    },
    longJourney,
  );
});

async function sign(page: Page): Promise<void> {
  const frame = page.getByLabel('请在框里签名');
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error('nowhere to sign');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 110, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('button', { name: '用这个签名' }).click();
  await page.getByText('签名已存').waitFor();
}

describe('a sheet brought as a file', () => {
  it(
    'is handed in at the office, and by the phone afterwards, once',
    async () => {
      const { visit } = await visitTo('麦坪村');
      const page = await phone.open();
      await begin(page, visit);
      await page.getByRole('button', { name: '多一处：垃圾清理' }).click();
      await takePhoto(page, '拍照：垃圾清理', await photo('现场.jpg'));
      await phone.leave();
      await answerRest(page);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: '存成文件' }).click();
      const file = await (await saving).path();
      const office = await walk({
        origin,
        width: 1280,
        as: 'tian.ducha',
        at: '/qinghe/inspection/sheets',
      });
      await office.page.getByLabel('导入手机存的草稿文件').setInputFiles(file);
      await office.page.getByRole('link', { name: '接着录', exact: true }).click();
      await office.page.getByText('每一行都填了').waitFor(wait);
      await expectAccessible(office.page);
      await expectNothingOverTheEdge(office.page);
      // Whoever hands photos in at the office says that they may be kept here.
      await office.page.getByRole('checkbox').check();
      await send(office.page);
      await office.page.waitForURL(/\/rounds\/[^/]+\/sheets\//, wait);
      await office.close();
      await send(page);
      await phone.comeBack();
      await page.getByText(/已送到镇里/).waitFor(wait);
      const [sheet, ...more] = await sheetsOf(origin, visit);
      expect(more).toEqual([]);
      expect(sheet).toMatchObject({ state: 'sent', origin: 'file', course: [{ deed: 'send' }] });
      expect(sheet?.photos.length).toBe(1);
    },
    longJourney,
  );
});

describe('a new version of the page', () => {
  it('waits as long as a sheet is open, and takes over on the list; nothing is lost', async () => {
    const { visit } = await visitTo('石桥村');
    const page = await phone.open();
    await opensOffline(page);
    await begin(page, visit);
    await page.getByRole('button', { name: '多一处：垃圾清理' }).click();
    phone.front.renewWorker();
    await page.evaluate(async () => {
      document.documentElement.dataset.old = 'yes';
      await (await navigator.serviceWorker.getRegistration('/field/'))?.update();
    });
    const isWaiting = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration('/field/');
        return registration?.waiting != null;
      });
    await expect.poll(isWaiting, wait).toBe(true);
    await page.getByLabel('说明').fill('桥头和水塘边');
    const isOld = () => page.evaluate(() => document.documentElement.dataset.old === 'yes');
    expect(await isOld()).toBe(true);
    await page.getByRole('link', { name: /回到名单/ }).click();
    await expect.poll(() => isOld().catch(() => true), wait).toBe(false);
    await expect.poll(() => isWaiting().catch(() => true), wait).toBe(false);
    await card(page, visit).getByRole('link', { name: '接着写' }).click();
    await page.getByRole('button', { name: '上一行' }).click();
    expect(await page.getByLabel('说明').inputValue()).toBe('桥头和水塘边');
  });
});

describe('without a certificate', () => {
  it('the page says that it will not open without a network, and keeps what is written', async () => {
    const { visit } = await visitTo('双塘村');
    const page = await phone.open();
    await phone.context.clearCookies();
    await page.goto(`http://${phone.front.name}:${new URL(origin).port}/field/?town=qinghe`);
    await page.getByText(/没有网络时本页打不开/).waitFor(wait);
    await fillSignIn(page, 'zhou.chengjian');
    await begin(page, visit);
    await page.getByRole('button', { name: '多一处：垃圾清理' }).click();
    const count = page.locator('output');
    await count.filter({ hasText: '1' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '上一行' }).click();
    await count.filter({ hasText: '1' }).waitFor();
  });
});
