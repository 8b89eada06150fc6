/** What an inspection found goes out as an item, is looked at again by another with a photo, and is closed; what is overdue is told to supervision. */

import { randomUUID } from 'node:crypto';
import { type SheetAnswers, sheetDigest } from '@oneneedle/kernel';
import { expect, inject, it } from 'vitest';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { photo } from './kit/files.ts';
import { type Clerk, clerkOf, journeyLines, planVisits } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const findings = '/qinghe/inspection/findings';
const village = '窑湾村';

interface FindingRow {
  readonly id: string;
  readonly place: string;
  readonly item?: { readonly id: string };
}

const findingAt = async (zhou: Clerk, place: string): Promise<FindingRow | undefined> => {
  const { rows } = await zhou.ask<{ rows: readonly FindingRow[] }>('GET', '/findings');
  return rows.find((row) => row.place === place);
};

/** 周城建 finds rubbish at a place on an open visit; the village signs there and then. */
async function foundAt(zhou: Clerk, place: string): Promise<void> {
  const [rubbish] = journeyLines;
  const { visits } = await planVisits(origin, {
    ...{ mode: 'open', subjects: [village], hasDay: false, lines: [rubbish] },
  });
  const answers: SheetAnswers = {
    rubbish: { asks: 'count', count: 1, places: [{ id: 'a', at: place }], note: '' },
  };
  const content = {
    ...{ visit: visits.get(village) ?? '', templateVersion: 1, answers, statement: '属实' },
    ...{ signature: 'signed' as const, photos: [] },
  };
  const sheet = randomUUID();
  const digest = sheetDigest(content);
  await zhou.ask('PUT', `/sheets/${sheet}`, {
    ...content,
    ...{ revision: 1, after: [], origin: 'field', digest, deviceNow: new Date().toISOString() },
  });
  await zhou.ask('POST', `/sheets/${sheet}/send`, { digest, revision: 1 });
}

it('a finding becomes an item, is put right, and is closed by somebody who did not find it', async () => {
  const place = `晒谷坪${randomUUID().slice(0, 4)}`;
  const zhou = await clerkOf(origin, 'zhou.chengjian');
  await foundAt(zhou, place);
  const found = await findingAt(zhou, place);
  const at = `${findings}?open=${found?.id}`;
  const sending = await walk({ origin, width: 1280, as: 'zhou.chengjian', at });
  await sending.page.getByRole('button', { name: '下发整改' }).click();
  const form = sending.page.getByRole('dialog', { name: '下发整改' });
  await form.getByLabel('履职清单事项').selectOption('自治-4');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: '下发整改' }).click();
  await form.waitFor({ state: 'detached' });
  await sending.page.getByRole('link', { name: /^整改事项/ }).waitFor();
  // Who found it may not close it.
  expect(await sending.page.getByRole('button', { name: '复查' }).count()).toBe(0);
  await sending.close();

  const item = (await findingAt(zhou, place))?.item?.id ?? '';
  const { version } = await zhou.ask<{ version: number }>('GET', `/items/${item}`);
  const words = { deed: 'finish', version, note: '村里电话说已清运' };
  await zhou.ask('POST', `/items/${item}/deeds`, words);

  const again = await walk({ origin, width: 1280, as: 'tian.ducha', at });
  const { page } = again;
  await page.getByRole('button', { name: '复查' }).click();
  const looking = page.getByRole('dialog', { name: '复查' });
  await looking
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo(`${place}.jpg`));
  await looking.getByRole('checkbox', { name: /不含国家秘密、工作秘密/ }).click();
  await looking.getByText('✓ 已存下').waitFor();
  await expectAccessible(page);
  await looking.getByRole('button', { name: '复查', exact: true }).click();
  await looking.waitFor({ state: 'detached' });
  const drawer = page.getByRole('dialog', { name: new RegExp(place) });
  await drawer.getByText('已改好', { exact: true }).waitFor();
  const [before, after] = await Promise.all(
    ['整改前', '整改后'].map((name) => drawer.getByRole('heading', { name }).boundingBox()),
  );
  expect(before?.y).toBe(after?.y);
  expect(after?.x).toBeGreaterThan(before?.x ?? Number.POSITIVE_INFINITY);
  await drawer.getByRole('img', { name: '整改后 照片1' }).waitFor();
  await drawer.getByText(/复查：已改好 田/).waitFor();
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await again.picture('rectified');
  await again.close();
});

it('what is overdue is told to the supervision office, which opens it on a phone', async () => {
  const { page, picture, close } = await walk({ origin, width: 390, as: 'tian.ducha' });
  await page.goto(`${origin}/qinghe/desk`);
  const line = page.getByRole('link', { name: /^督促整改：石桥村/ }).first();
  await line.waitFor();
  await line.click();
  await isRead(page, '问题整改');
  const drawer = page.getByRole('dialog', { name: /石桥村/ });
  await drawer.getByText('超期', { exact: true }).waitFor();
  await drawer.getByRole('link', { name: /^整改事项/ }).waitFor();
  await expectAccessible(page);
  await expectNothingOverTheEdge(page);
  await picture('finding-overdue');
  await close();
});
