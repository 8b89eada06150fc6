/** Inspection: a check sheet is written from a ready one, a round planned, drawn so that anybody can repeat it, settled, printed. */

import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { choose, sheetsOf } from './kit/fields.ts';
import { clerkOf, journeyLines } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const sheets = '/qinghe/inspection/templates';

interface Draw {
  readonly what: string;
  readonly way: string;
  readonly seed?: string;
  readonly candidates: readonly { code: string; name: string }[];
  readonly chosen: readonly { code: string; name: string }[];
}

interface RoundReply {
  readonly round: { readonly id: string; readonly version: number };
  readonly draws: readonly Draw[];
  readonly visits: readonly {
    readonly id: string;
    readonly subject: { code: string; name: string };
  }[];
}

interface CalendarReply {
  readonly villages: readonly {
    readonly village: { code: string; name: string };
    journeys: number;
  }[];
}

const otherSheet = '用电安全抽查表';

describe.each(widths)('an inspection at %i px', (width) => {
  // Each width writes a check sheet of its own, and each walk another.
  const code = `env-${width}-${process.pid}`;
  const name = `人居环境抽查${width}-${process.pid}`;
  const changed = '沟边、塘边没有垃圾和漂浮物';
  let round = '';
  let village = '';
  let day = '';

  it('begins with a ready check sheet, of which a line is changed and which is put into use', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'zhou.chengjian',
      at: sheets,
    });
    await isRead(page, '检查表');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('check-sheets');
    await page.getByRole('button', { name: '写一张检查表' }).click();
    await isRead(page, '写检查表');
    await page.getByLabel('从哪张开始').selectOption('人居环境月检查表');
    await page.getByText('已经有这个编码的检查表').waitFor();
    await page.getByLabel('编码').fill(code);
    await page.getByLabel('名称').fill(name);
    await typeInto(page, 1, '标准', changed);
    await typeInto(page, 2, '怎么看', '');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('没有保存：有 1 格要改').waitFor();
    await picture('check-sheet-wrong');
    // Nothing typed is lost when the page is opened again.
    await page.reload();
    await page.getByText(changed).waitFor();
    expect(await page.getByLabel('名称').inputValue()).toBe(name);
    await page.getByRole('button', { name: '撤销' }).waitFor();
    await pick(page, 2, '怎么看', '数几处');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('check-sheet-write');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await isRead(page, name);
    await page.getByText(changed).waitFor();
    await page.getByText('1.1 明查暗访发现垃圾积存的，每处扣0.5分。').waitFor();
    await page.getByRole('button', { name: '启用' }).click();
    const dialog = page.getByRole('dialog', { name: '启用' });
    await dialog.getByText('已经安排的检查仍用原来那一版').waitFor();
    await dialog.getByRole('button', { name: '启用' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '停用' }).waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('check-sheet');
    await close();
  });

  it('is planned and drawn by a seed from which anybody draws the same', async () => {
    const at = '/qinghe/inspection';
    const { page, picture, close } = await walk({ origin, width, as: 'zhou.chengjian', at });
    await isRead(page, '检查安排');
    await page.getByRole('button', { name: '安排检查' }).click();
    const form = page.getByRole('dialog', { name: '安排检查' });
    await choose(form, '检查表', name);
    const from = await form.getByLabel('第一天').inputValue();
    await form.getByLabel('最后一天').fill(lastDay(from));
    await form.getByRole('button', { name: '安排检查' }).click();
    await form.waitFor({ state: 'detached' });
    await page.waitForURL(/\/rounds\/[0-9a-f-]+$/);
    round = new URL(page.url()).pathname;
    for (const deed of ['抽检查人', '抽户']) {
      await page.getByRole('button', { name: deed, exact: true }).click();
      const drawing = page.getByRole('dialog', { name: deed });
      await drawing.getByRole('button', { name: '抽签' }).click();
      await drawing.waitFor({ state: 'detached' });
    }
    const { draws, visits } = await replyOf(page, round);
    const seeded = draws.filter(({ way, seed }) => way === 'draw' && seed !== undefined);
    expect(seeded.filter(({ what }) => what === 'households')).toHaveLength(visits.length);
    for (const { seed = '', candidates, chosen } of seeded) {
      const again = drawnAgain(seed, candidates, chosen.length);
      expect(again).toEqual(chosen.map((one) => one.code));
    }
    const [first] = seeded;
    await page.locator('.draw summary').first().click();
    await page.getByText(first?.seed ?? 'no seed').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('round-drawn');
    day = lastDay(from);
    village = await otherOfficeGoes(
      visits.map(({ subject }) => subject.code),
      { code, from, day },
    );
    await close();
  });

  it('has a day, is one journey with another office, and is printed on paper', async () => {
    const { page, picture, close } = await walk({ origin, width, as: 'zhou.chengjian', at: round });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: village, exact: true }).click();
    const drawer = page.getByRole('dialog', { name: village, exact: true });
    await drawer.getByRole('button', { name: '定下来' }).click();
    const settling = page.getByRole('dialog', { name: `${village}：定日子和人` });
    await settling.getByLabel('哪天去').fill(day);
    await settling.getByRole('button', { name: '定下来' }).click();
    await settling.waitFor({ state: 'detached' });
    await drawer.getByRole('button', { name: '并成一次' }).click();
    const merging = page.getByRole('dialog', { name: '并成一次' });
    await merging.getByRole('button', { name: '并成一次' }).click();
    await merging.waitFor({ state: 'detached' });
    await drawer.getByText(`和应急办“${otherSheet}”并成一次`).waitFor();
    await expectAccessible(page);
    await picture('round-visit');
    await drawer.getByRole('link', { name: '现场表（纸）' }).click();
    await isRead(page, '现场表（纸）');
    await page.getByText(changed).waitFor();
    await page.getByText('抽中的户号').waitFor();
    expect(await sheetsOf(page)).toBeLessThanOrEqual(2);
    await expectAccessible(page);
    await picture('paper-sheet');
    await close();
  });

  it('shows a village the check sheet in use and nothing of the round', async () => {
    for (const as of ['chen.dongxi', 'deng.baocun']) {
      const { page, picture, close } = await walk({ origin, width, as, at: '/qinghe/inspection' });
      await isRead(page, '检查表');
      await page.getByRole('button', { name }).waitFor();
      const refused = await page.request.get(`${origin}/api/towns/qinghe/rounds`);
      expect(refused.status(), as).toBe(403);
      await page.goto(`${origin}${round}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText('随机种子').count()).toBe(0);
      expect(await page.getByText(village).count()).toBe(0);
      await picture('round-of-village');
      await close();
    }
  });
});

/** Another office settles a day for a village of the round to which nobody goes this month. */
async function otherOfficeGoes(
  villages: readonly string[],
  { code, from, day }: { code: string; from: string; day: string },
): Promise<string> {
  const qiu = await clerkOf(origin, 'qiu.yingji');
  const sheet = { code: `other-${code}`, name: otherSheet, office: '应急办', subjects: 'village' };
  const saved = await qiu.ask<{ template: { revision: number } }>(
    'PUT',
    `/templates/${sheet.code}`,
    {
      ...sheet,
      ...{ cadence: 'month', mode: 'unannounced', sheets: 'team', lines: journeyLines.slice(0, 1) },
    },
  );
  const { revision } = saved.template;
  await qiu.ask('POST', `/templates/${sheet.code}/release`, { revision });
  const month = day.slice(0, 7);
  const calendar = await qiu.ask<CalendarReply>('GET', `/rounds/calendar?month=${month}`);
  const going = new Set(
    calendar.villages.flatMap(({ village, journeys }) => (journeys > 0 ? village.code : [])),
  );
  const free = villages.find((one) => !going.has(one)) ?? '';
  const { round, visits } = await qiu.ask<RoundReply>('POST', '/rounds', {
    ...{ template: sheet.code, period: month, from, to: day, mode: 'unannounced' },
    subjects: [free],
  });
  const [visit] = visits;
  await qiu.ask('POST', `/rounds/${round.id}/visits/${visit?.id}`, {
    version: round.version,
    on: day,
  });
  return visit?.subject.name ?? '';
}

/** The first of the candidates by SHA-256 of seed, line break and code. */
function drawnAgain(seed: string, candidates: Draw['candidates'], count: number): string[] {
  const hash = (one: string) => createHash('sha256').update(`${seed}\n${one}`).digest('hex');
  return candidates
    .map((one) => one.code)
    .sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
    .slice(0, count);
}

async function replyOf(page: Page, round: string): Promise<RoundReply> {
  const id = round.split('/').at(-1) ?? '';
  const reply = await page.request.get(`${origin}/api/towns/qinghe/rounds/${id}`);
  return (await reply.json()) as RoundReply;
}

/** The cell of a line under a column. */
async function cellOf(page: Page, line: number, title: string): Promise<Locator> {
  const grid = page.getByRole('grid', { name: '检查表的行' });
  const titles = await grid.getByRole('columnheader').allInnerTexts();
  const column = titles.findIndex((text) => text.replace(/\s/g, '').startsWith(title));
  return grid
    .locator('tbody tr')
    .filter({ hasText: new RegExp(`^${line}(?!\\d)`) })
    .first()
    .locator('th, td')
    .nth(column);
}

/** Types over a cell as in a workbook; nothing empties it. */
async function typeInto(page: Page, line: number, title: string, text: string): Promise<void> {
  await (await cellOf(page, line, title)).click();
  if (text === '') await page.keyboard.press('Delete');
  else {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

async function pick(page: Page, line: number, title: string, word: string): Promise<void> {
  const cell = await cellOf(page, line, title);
  await cell.click();
  await cell.getByRole('combobox').selectOption(word);
}

function lastDay(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
