/** A month of inspection from its draw to the review meeting, and a rectification that another person closes. */

import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { type Clerk, clerkOf } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');

interface Named {
  readonly code: string;
  readonly name: string;
}

interface Round {
  readonly id: string;
  readonly period: string;
  readonly template: { readonly code: string };
}

interface RoundPage {
  readonly draws: readonly {
    readonly what: string;
    readonly seed?: string;
    readonly candidates: readonly Named[];
    readonly recused: readonly { readonly person: Named; readonly why: string }[];
    readonly chosen: readonly Named[];
  }[];
  readonly visits: readonly { readonly inspectors: readonly Named[]; readonly subject: Named }[];
}

interface Finding {
  readonly id: string;
  readonly period: string;
  readonly place: string;
  readonly may: { readonly recheck: boolean };
}

/** What stands twice among the findings, in October and again in November. */
const twice = '塘边组垃圾收集点';
/** A width closes one of November's two; what one closes the other finds closed. */
const closing = { 1280: '井边组村道边堆沙', 390: twice } as const;

let october = '';
let november = '';

beforeAll(async () => {
  const wu = await clerkOf(origin, 'wu.kaohe');
  const { rows } = await wu.ask<{ rows: Round[] }>('GET', '/rounds');
  const of = (month: string) =>
    rows.find(({ period, template }) => period === month && template.code === 'environment')?.id;
  october = of('2026-10') ?? '';
  november = of('2026-11') ?? '';
});

describe.each(widths)('a month of inspection at %i px', (width) => {
  it('was drawn so that anybody draws it again; who counts and reviews was not drawn', async () => {
    const at = `/qinghe/inspection/rounds/${october}`;
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe', at });
    await page.getByText('随机种子').first().waitFor({ state: 'attached' });
    const wu = await clerkOf(origin, 'wu.kaohe');
    const { draws, visits } = await wu.ask<RoundPage>('GET', `/rounds/${october}`);
    expect(visits).toHaveLength(8);
    expect(draws).toHaveLength(16);
    for (const { seed = '', candidates, chosen } of draws) {
      const rank = ({ code }: Named) =>
        createHash('sha256').update(`${seed}\n${code}`).digest('hex');
      const again = [...candidates].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      const drawn = again.slice(0, chosen.length).map(({ code }) => code);
      expect(drawn.sort()).toEqual(chosen.map(({ code }) => code).sort());
    }
    const people = draws.filter(({ what }) => what === 'inspectors');
    for (const { chosen, recused } of people) {
      expect(recused.map(({ person }) => person.name)).toEqual(
        expect.arrayContaining(['吴简', '孙若']),
      );
      expect(chosen.map(({ name }) => name)).not.toContain('吴简');
    }
    await picture('month-drawn');
    await close();
  });

  it('is read by the village as it was told, with what became of it', async () => {
    const at = '/qinghe/inspection/told';
    const { page, picture, close } = await walk({ origin, width, as: 'chen.dongxi', at });
    await isRead(page, '检查结果');
    await page.getByText('待确认 0 张。').waitFor();
    await page.getByRole('button', { name: '东溪村', exact: true }).last().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(twice).first().waitFor();
    await sheet.getByText('属实，已经联系清运车').first().waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('month-told');
    await close();
  });

  it('became facts that others reviewed, and the order of the review meeting', async () => {
    const at = `/qinghe/inspection/rounds/${october}/results`;
    const { page, picture, close } = await walk({ origin, width, as: 'gu.shuji', at });
    await isRead(page, /2026年10月.*检查结果/);
    await page.getByText(/吴简.*计入，这一轮已经结束/).waitFor();
    await page.getByText('收集点满溢破损').first().waitFor();
    await page.goto(`${origin}/qinghe/inspection/rounds/${october}/review`);
    await isRead(page, /2026年10月.*讲评会/);
    const order = page.getByRole('grid').first();
    await order.getByRole('row').nth(8).waitFor();
    const villages = await order.getByRole('row').allInnerTexts();
    expect(villages.filter((row) => row.includes('河口村'))[0]).toMatch(/^1\b[\s\S]*99\.5/);
    await page.getByRole('heading', { name: /^红榜/ }).first().waitFor();
    await page.getByRole('heading', { name: '需改进的方面' }).waitFor();
    expect(await page.getByText(/末位|黑榜|倒数/).allInnerTexts()).toEqual([
      '只列事项，不点名；没有末位名单。',
    ]);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('month-review');
    await close();
  });

  it('ends when another person looks again: before and after side by side, and it is closed', async () => {
    const { user, clerk } = await whoLooksAgain();
    const { rows } = await clerk.ask<{ rows: Finding[] }>('GET', '/findings');
    const october = rows.find((row) => row.period === '2026-10' && row.place === twice);
    const open = rows.find((row) => row.period === '2026-11' && row.place === closing[width]);
    expect(open?.may.recheck).toBe(true);
    const at = `/qinghe/inspection/findings?open=${october?.id}`;
    const { page, picture, close } = await walk({ origin, width, as: user, at });
    const closed = page.getByRole('dialog', { name: new RegExp(twice) });
    for (const name of ['整改前 照片1', '整改后 照片1']) {
      await closed.getByRole('img', { name }).waitFor();
    }
    await closed.getByText(/复查：已改好/).waitFor();
    await picture('month-before-after');
    await page.goto(`${origin}/qinghe/inspection/findings?open=${open?.id}`);
    const finding = page.getByRole('dialog', { name: new RegExp(closing[width]) });
    if (closing[width] === twice) await finding.getByText(/^重复问题/).waitFor();
    await finding.getByRole('button', { name: '复查', exact: true }).click();
    const form = page.getByRole('dialog', { name: '复查', exact: true });
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photo(width));
    await form.getByRole('checkbox', { name: /不含国家秘密、工作秘密/ }).click();
    await form.getByText('✓ 已存下').waitFor();
    await form.getByRole('button', { name: '复查', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await finding.getByText(/复查：已改好/).waitFor();
    await finding.getByRole('img', { name: '整改后 照片1' }).waitFor();
    await expectAccessible(page);
    await picture('month-closed');
    await close();
  });
});

/** Of those who may look again, one who was not there; who wrote down that it is done is neither. */
async function whoLooksAgain(): Promise<{ user: string; clerk: Clerk }> {
  const wu = await clerkOf(origin, 'wu.kaohe');
  const { visits } = await wu.ask<RoundPage>('GET', `/rounds/${november}`);
  const there = visits.find(({ subject }) => subject.name === '东溪村')?.inspectors ?? [];
  const user = there.some(({ name }) => name === '田荞') ? 'wu.kaohe' : 'tian.ducha';
  return { user, clerk: await clerkOf(origin, user) };
}

async function photo(width: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const background = { r: 120, g: 150, b: width % 255 };
  const create = { width: 640, height: 480, channels: 3 as const, background };
  const buffer = await sharp({ create }).jpeg().toBuffer();
  return { name: '复查.jpg', mimeType: 'image/jpeg', buffer };
}
