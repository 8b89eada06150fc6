/**
 * A phone that loses its network at each step of a sheet, is closed before it could send, is full, or
 * stamps a place: exactly one sheet arrives, with all its photos, and says no more than was meant.
 */

import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { cameraNotes } from '../../server/src/evidence/exif.ts';
import {
  card,
  FieldPhone,
  longJourney,
  patience,
  picture,
  says,
  sheetsOf,
  showSheet,
  takePhoto,
} from './kit/field.ts';
import { photo } from './kit/files.ts';
import { cookieOf, journeyLines, planVisits } from './kit/inspection.ts';

const origin = inject('demonstration');
const phone = new FieldPhone(origin);
const wait = { timeout: patience };

/** What happens to the network, and when. */
const cuts = [
  { step: 'the page is opened', before: 'open' },
  { step: 'a line is answered', before: 'answer' },
  { step: 'the photo is taken', before: 'photo' },
  { step: 'the sheet is saved', path: /\/sheets\/[^/]+$/, at: 'request' },
  { step: 'it is told that the sheet is saved', path: /\/sheets\/[^/]+$/, at: 'reply' },
  { step: 'it is told that the photo is announced', path: /\/uploads$/, at: 'reply' },
  { step: 'half of the photo is there', path: /\/parts$/, at: 'request', times: 2 },
  { step: 'it is told that half of it is there', path: /\/parts$/, at: 'reply' },
  { step: 'it is told that the photo is kept', path: /\/finish$/, at: 'reply' },
  { step: 'the photo is put on the sheet', path: /\/photos$/, at: 'request' },
  { step: 'it is told that the photo is on it', path: /\/photos$/, at: 'reply' },
  { step: 'the sheet is sent', path: /\/send$/, at: 'request' },
  { step: 'it is told that the sheet is sent', path: /\/send$/, at: 'reply' },
] as const;

const others = ['in the background', 'stamped', 'full'] as const;
const hamlets = ['水口组', '坡上组', '枫树组', '沙洲组', '井边组', '塘边组', '山脚组']
  .map((name) => `东溪村${name}`)
  .concat(
    ['竹园组', '茶亭组', '晒谷组', '石板组', '碾子组', '下屋组'].map((name) => `西岗村${name}`),
  )
  .concat(['坳背组', '水口组', '大田组', '茶亭组', '石板组'].map((name) => `禾丰村${name}`));
const visits = new Map<string, string>();

beforeAll(async () => {
  const steps = [...cuts.map(({ step }) => step), ...others];
  const planned = await planVisits(origin, {
    of: 'hamlet',
    subjects: hamlets.slice(0, steps.length),
    lines: journeyLines.slice(0, 1),
    hasDay: false,
  });
  for (const [at, visit] of [...planned.visits.values()].entries()) {
    visits.set(steps[at] ?? '', visit);
  }
});

async function begin(page: Page, visit: string): Promise<void> {
  await card(page, visit).getByRole('button', { name: '开始检查' }).click();
  await showSheet(page, '整张表');
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '多一处：垃圾清理' }).click();
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送出', exact: true }).click();
}

/** Two parts of an upload; no two are the same. */
let width = 1300;
const shot = () => {
  width += 1;
  return photo('现场.jpg', { width, height: 900 });
};

/** Exactly one sheet, sent once, with so many photos, all of them there. */
async function expectOne(visit: string, photos = 1): Promise<void> {
  const [sheet, ...more] = await sheetsOf(origin, visit);
  expect(more).toEqual([]);
  expect(sheet).toMatchObject({ state: 'sent', answers: { rubbish: { count: 1 } } });
  expect(sheet?.course.map(({ deed }) => deed)).toEqual(['send']);
  expect(sheet?.photos.length).toBe(photos);
  for (const one of sheet?.photos ?? []) {
    expect(one.evidenceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(one.storedSha256).toMatch(/^[0-9a-f]{64}$/);
  }
}

describe('a network that is cut', () => {
  it.each(cuts)(
    'when $step loses nothing and doubles nothing',
    async (cut) => {
      const visit = visits.get(cut.step) ?? '';
      await phone.takeAlong(visit);
      const at = 'before' in cut ? cut.before : undefined;
      if (at === 'open') await phone.leave();
      const page = await phone.open();
      await card(page, visit).waitFor(wait);
      if (at === 'open') await says(page, '没有网络');
      await begin(page, visit);
      if (at === 'answer') await phone.leave();
      await answer(page);
      if (at === 'photo') await phone.leave();
      await takePhoto(page, '拍照：垃圾清理', await shot());
      if ('path' in cut) {
        phone.front.cutAt(cut.path, cut.at, 'times' in cut ? cut.times : 1);
        await send(page);
        await expect.poll(() => phone.front.isCut(), wait).toBe(true);
        await says(page, '没有网络');
      } else {
        await send(page);
      }
      await says(page, '1 张表、1 张照片未送出');
      await phone.comeBack();
      await page.getByText(/已送到镇里，照片都核对过/).waitFor(wait);
      await says(page, '没有未送出的');
      await expectOne(visit);
    },
    longJourney,
  );
});

describe('a page that was closed before it could send', () => {
  it(
    'has asked the browser, which sends when there is a network',
    async () => {
      const visit = visits.get('in the background') ?? '';
      const { context, front } = phone;
      await context.grantPermissions(['background-sync'], { origin: front.origin });
      await phone.takeAlong(visit);
      await phone.leave();
      const page = await phone.open();
      await begin(page, visit);
      await answer(page);
      await takePhoto(page, '拍照：垃圾清理', await shot());
      await send(page);
      await page.getByText('等待送出').first().waitFor();
      await expect
        .poll(() =>
          page.evaluate(async () => {
            const { sync } = (await navigator.serviceWorker.ready) as unknown as {
              sync: { getTags(): Promise<string[]> };
            };
            return sync.getTags();
          }),
        )
        .toEqual(['send-sheets']);
      const blank = await context.newPage();
      await page.close();
      expect(await sheetsOf(origin, visit)).toEqual([]);
      await phone.comeBack();
      await hearSync(await context.newCDPSession(blank), front.origin);
      await expect.poll(async () => (await sheetsOf(origin, visit))[0]?.state, wait).toBe('sent');
      await expectOne(visit);
      const later = await phone.open();
      await card(later, visit).getByText('已送出').waitFor(wait);
    },
    longJourney,
  );
});

/** The worker hears what a browser tells it once there is a network; without a window none does so by itself. */
async function hearSync(cdp: CDPSession, of: string): Promise<void> {
  const registrations: { registrationId: string; scopeURL: string; isDeleted: boolean }[] = [];
  cdp.on('ServiceWorker.workerRegistrationUpdated', (told) => {
    registrations.push(...told.registrations);
  });
  await cdp.send('ServiceWorker.enable');
  await expect.poll(() => registrations.length, wait).toBeGreaterThan(0);
  const own = registrations.find(
    ({ scopeURL, isDeleted }) => !isDeleted && scopeURL === `${of}/field/`,
  );
  await cdp.send('ServiceWorker.dispatchSyncEvent', {
    origin: of,
    registrationId: own?.registrationId ?? '',
    tag: 'send-sheets',
    lastChance: false,
  });
}

describe('a place', () => {
  it(
    'stands with the photo that the inspector stamped, and with no other; no file has it',
    async () => {
      const visit = visits.get('stamped') ?? '';
      const { context, front } = phone;
      await context.grantPermissions(['geolocation'], { origin: front.origin });
      await context.setGeolocation({ latitude: 28.1234567, longitude: 112.7654321 });
      const place = { latE7: 281_234_567, lonE7: 1_127_654_321 };
      const page = await phone.open();
      await begin(page, visit);
      await answer(page);
      await takePhoto(page, '拍照：垃圾清理', await shot());
      await takePhoto(page, '拍照：垃圾清理', await shot());
      await page.getByRole('button', { name: '盖位置戳' }).first().click();
      await page.getByText('已盖位置戳').waitFor(wait);
      expect(await page.getByRole('button', { name: '盖位置戳' }).count()).toBe(1);
      // What the camera wrote is gone on the phone already; the stamp is of where the phone is.
      const onPhone = (await photosOnPhone(page)).map((bytes) => cameraNotes(notesIn(bytes)).place);
      expect(onPhone.filter((one) => one !== undefined)).toEqual([place]);
      await send(page);
      await page.getByText(/已送到镇里/).waitFor(wait);
      await expectOne(visit, 2);
      const [sheet] = await sheetsOf(origin, visit);
      const kept = await Promise.all((sheet?.photos ?? []).map(storedPhoto));
      const stamped = kept.filter(({ isStamped }) => isStamped);
      const bare = kept.filter(({ isStamped }) => !isStamped);
      expect(stamped.map((one) => one.place)).toEqual([place]);
      expect(bare.map((one) => one.place)).toEqual([undefined]);
      for (const { bytes } of kept) {
        expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
        expect(segmentsOf(bytes).map(({ kind }) => kind)).not.toContain(0xe1);
        expect(segmentsOf(bytes).some(({ text }) => /Exif|GPS/.test(text))).toBe(false);
      }
    },
    longJourney,
  );
});

interface OfSheet {
  readonly evidenceId?: string;
  readonly stamped: boolean;
}

/** A photo as the town keeps it. */
async function storedPhoto({ evidenceId, stamped: isStamped }: OfSheet) {
  const cookie = await cookieOf(origin, 'tian.ducha');
  const path = `${origin}/api/towns/qinghe/evidence/${evidenceId}`;
  const told = (await (await fetch(path, { headers: { cookie } })).json()) as { place?: object };
  const file = await fetch(`${path}/file`, { headers: { cookie } });
  return { isStamped, place: told.place, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** The photos as the phone keeps them. */
async function photosOnPhone(page: Page): Promise<Buffer[]> {
  const kept = await page.evaluate(
    () =>
      new Promise<number[][]>((done, fail) => {
        const opening = indexedDB.open('oneneedle-field');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('photos').objectStore('photos').getAll();
          asking.onsuccess = () => {
            const rows = asking.result as { bytes: Uint8Array }[];
            opening.result.close();
            done(rows.map(({ bytes }) => [...bytes.subarray(0, 65_536)]));
          };
        };
      }),
  );
  return kept.map((bytes) => Buffer.from(bytes));
}

/**
 * What stands before the picture itself: only there can a note of the camera be. The picture is left
 * alone, for among a million bytes of it any three letters turn up by chance.
 *
 * @source ITU-T T.81, B.1.1: a segment is 0xff, its kind, and a length of two bytes that counts itself;
 * 0xda begins the picture.
 */
function segmentsOf(jpeg: Buffer): { kind: number; text: string }[] {
  const segments: { kind: number; text: string }[] = [];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    segments.push({ kind: jpeg[at + 1] ?? 0, text: jpeg.toString('latin1', at + 4, end) });
    at = end;
  }
  expect(jpeg.readUInt16BE(at)).toBe(0xffda);
  return segments;
}

/** The notes of a camera at the head of a picture, if it has any. */
function notesIn(jpeg: Buffer): Uint8Array | undefined {
  const at = jpeg.indexOf('Exif\0\0');
  return at < 0 ? undefined : jpeg.subarray(at);
}

describe('a phone that is full', () => {
  it(
    'says what to do, loses nothing that was typed or taken, and brings all of it into a file',
    async () => {
      const visit = visits.get('full') ?? '';
      const { origin: of } = phone.front;
      const used = await (await phone.takeAlong(visit)).evaluate(
        async () => (await navigator.storage.estimate()).usage ?? 0,
      );
      // A browser looks anew how much room there is once it was started anew: enough for words, not for a photo.
      await phone.restart();
      let cdp: CDPSession | undefined;
      const page = await phone.open(async (blank) => {
        cdp = await phone.context.newCDPSession(blank);
        await cdp.send('Storage.overrideQuotaForOrigin', { origin: of, quotaSize: used + 100_000 });
      });
      await begin(page, visit);
      await answer(page);
      await takePhoto(page, '拍照：垃圾清理', await shot());
      await says(page, '存储满了');
      await page.getByLabel('说明').fill('桥头一堆，水塘边一堆');
      await picture(page, 'field-full');
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: '存成文件' }).click();
      const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
      expect(file.draft.content.answers.rubbish).toMatchObject({ note: '桥头一堆，水塘边一堆' });
      const [listed] = file.draft.content.photos;
      expect(file.photos[listed.sha256].length).toBeGreaterThan(100_000);
      await cdp?.send('Storage.overrideQuotaForOrigin', { origin: of });
      await phone.comeBack(); // it tries again now and then, and at once when it looks for its network
      await page.locator('.network').filter({ hasNotText: '存储满了' }).waitFor(wait);
      await page.reload();
      await page.locator('figure img').waitFor(wait);
      expect(await page.getByLabel('说明').inputValue()).toBe('桥头一堆，水塘边一堆');
      await send(page);
      await page.getByText(/已送到镇里/).waitFor(wait);
      await expectOne(visit);
    },
    longJourney,
  );
});
