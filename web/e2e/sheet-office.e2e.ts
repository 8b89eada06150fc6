/** A sheet on paper is typed at the office by keys, sent, read whole, and changed by another person with a reason. */

import { randomUUID } from 'node:crypto';
import type { FieldVisit } from '@oneneedle/contract';
import type { SheetContent } from '@oneneedle/kernel';
import { describe, expect, inject, it } from 'vitest';
import { newDraft } from '../field/draft.ts';
import { withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { clerkOf, planVisits } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const width = 1280;
/** No other journey goes there. */
const subject = '窑湾村';
const second = '青崖村';

describe('a sheet at the office', () => {
  let sheets = '';

  it('is typed from paper by keys alone; closing the page loses nothing', async () => {
    await planVisits(origin, { subjects: [subject, second] });
    const at = '/qinghe/inspection/sheets';
    const { page, picture, close } = await walk({ origin, width, as: 'zhou.chengjian', at });
    await isRead(page, '录入现场表');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('sheets-to-enter');
    // The month of the demonstration goes there by another check sheet.
    const row = page.getByRole('row', { name: /窑湾村.*人居环境抽查表/ });
    await row.getByRole('button', { name: subject }).click();
    await isRead(page, `${subject} 现场表`);
    await page.getByLabel('1 垃圾清理 几处不合格').focus();
    // Two places, the second unknown; the board is there; the first kind of sorting; no toilet was open.
    for (const key of ['2', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.type('村口小桥东侧');
    for (const key of ['Enter', 'Enter', 'y', '1', '-']) await page.keyboard.press(key);
    await page.keyboard.type('抽到的户都没有人在家');
    await page.reload();
    await page.getByText('每一行都填了').waitFor();
    expect(await page.getByLabel('1 垃圾清理 地点 1').inputValue()).toBe('村口小桥东侧');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('sheet-typed');
    await page.getByRole('button', { name: '送出', exact: true }).click();
    await page.waitForURL(/\/rounds\/[^/]+\/sheets\//);
    sheets = new URL(page.url()).pathname;
    await page.getByText('从纸质表录入').waitFor();
    await page.getByText('没法看：抽到的户都没有人在家').waitFor();
    // Whoever typed it does not change it.
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
    await close();
  });

  it('comes as a file of a phone once; a file that is refused changes nothing', async () => {
    const at = '/qinghe/inspection/sheets';
    const { page, picture, close } = await walk({ origin, width, as: 'zhou.chengjian', at });
    const file = await fileOf(second);
    const take = async (text: string, name: string) => {
      const buffer = Buffer.from(text);
      const mimeType = 'application/json';
      await page.getByLabel('导入手机存的草稿文件').setInputFiles({ name, mimeType, buffer });
    };
    await take('{"format":"else"}', '别的.oneneedle-sheet');
    await page.getByText('别的.oneneedle-sheet：这不是本镇现场表的文件').waitFor();
    await take(file.replaceAll(file.match(/"visit":"([^"]+)"/)?.[1] ?? '', randomUUID()), '改过');
    await page.getByText('改过：没有收下').waitFor();
    await take(file, '手机.oneneedle-sheet');
    await page.getByText('手机.oneneedle-sheet：新的一张，已经收下。').waitFor();
    await take(file, '又一次.oneneedle-sheet');
    await page.getByText('又一次.oneneedle-sheet：镇里已经有这一张').waitFor();
    await expectAccessible(page);
    await picture('sheet-files');
    await page.getByRole('link', { name: '看这张表' }).last().click();
    await page.getByText('从手机存的文件导入').waitFor();
    expect(await page.getByRole('heading', { name: /算数的一张|备查/ }).count()).toBe(1);
    await close();
  });

  it('is changed by somebody else with a reason; the old answers stand beside the new', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe', at: sheets });
    await page.getByRole('button', { name: '更正' }).click();
    const form = page.getByRole('dialog', { name: '更正现场表' });
    await form.getByRole('radiogroup', { name: '2 公开评比' }).getByLabel('否').focus();
    await page.keyboard.press('n');
    await form.getByLabel('理由').fill('照片上没有公示牌，问过检查的人');
    await expectAccessible(page);
    await picture('sheet-change');
    await form.getByRole('button', { name: '更正' }).click();
    await form.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /公开评比 是 否/ });
    await row.waitFor();
    await page.getByText('送出后更正过').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('sheet-changed');
    await close();
    const clerk = await clerkOf(origin, 'wu.kaohe');
    const id = sheets.split('/').at(-1);
    const { rows } = await clerk.ask<{ rows: { answers: object; course: object[] }[] }>(
      'GET',
      `/visits/${id}/sheets`,
    );
    expect(rows).toMatchObject([
      {
        origin: 'paper',
        answers: { board: { yes: false } },
        course: [{ deed: 'send' }, { deed: 'change', answersBefore: { board: { yes: true } } }],
      },
    ]);
  });
});

/** What a phone saves of a sheet that its inspector pressed “send” on, without a network. */
async function fileOf(subject: string): Promise<string> {
  const zhou = await clerkOf(origin, 'zhou.chengjian');
  const { me, visits } = await zhou.ask<{ me: { person: string }; visits: FieldVisit[] }>(
    'GET',
    '/field/work?at=office',
  );
  const visit = visits.find(
    (one) => one.subject.code === subject && one.template.code.startsWith('journey-'),
  );
  if (!visit) throw new Error('a visit that was just planned');
  const none = { places: [], note: '' };
  const answers: SheetContent['answers'] = {
    rubbish: { asks: 'count', count: 0, ...none },
    board: { asks: 'yesNo', yes: true, ...none },
    sorting: { asks: 'choice', choice: 'used', ...none },
    toilets: { asks: 'yesNo', yes: true, ...none },
  };
  const draft = newDraft(visit, {
    id: randomUUID(),
    town: 'qinghe',
    account: 'zhou.chengjian',
    person: me.person,
    origin: 'field',
    changedAt: new Date().toISOString(),
  });
  const written = { ...draft, content: { ...draft.content, answers }, wantsSend: true };
  return JSON.stringify({
    format: 'oneneedle-sheet',
    version: 1,
    draft: written,
    photos: {},
  });
}
