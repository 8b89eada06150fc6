/**
 * A year of four quarters in the browser: three are laid over HTTP, the fourth is walked by whose it
 * is, from the grades through the proposals to the pay, which comes to the budget to the fen; and at
 * the end every role of the town reads what is theirs.
 */

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { YearRole } from '../../server/test/year-shape.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { confirm, deed, fill, open } from './kit/deeds.ts';
import { choose, paperOf } from './kit/fields.ts';
import { line, useYear } from './kit/year.ts';

const year = useYear();
const period = '2025-Q4';
const outcomes = '/results/outcomes';
const upright = '595×842';
/** Where the pay sheet of the last quarter stands, once it is made. */
let sheet = '';

/** A page that a role reads, or that it is not for them, with words that stand there. */
const reading: readonly { as: YearRole; at: string; told: string }[] = [
  { as: 'feng', at: '/results/grades', told: '青党发〔2026〕2号' },
  { as: 'tian', at: outcomes, told: '没有涉及您或您村的建议' },
  { as: 'zhou', at: `/results/${line}/${period}`, told: '南坪村' },
  { as: 'sun', at: '/results/pay', told: '批准以后，您自己的金额和算法在这里看' },
  { as: 'deng', at: '/villages/东溪村', told: '东溪村 村页' },
  { as: 'fang', at: outcomes, told: '您的岗位不能办这件事' },
];

/** Quarters that nobody objected to: who got what, from when to when. */
const quarters = [
  { of: '2025-Q1', posted: '2025-04-09', over: '2025-04-17' },
  { of: '2025-Q2', posted: '2025-07-09', over: '2025-07-17' },
  { of: '2025-Q3', posted: '2025-10-10', over: '2025-10-20' },
  { of: period, posted: '2026-01-09', over: '2026-01-19' },
];
/** What they paid, in fen: 88, 96 and 97 of a hundred; then everything, and the head of 南坪村 from July. */
const paidBefore = [335_200, 360_000, 420_000];

beforeAll(async () => {
  const { town, steps, day } = year();
  day('2025-01-20');
  const budget = { line, year: '2025', on: '2025-01-20', documentNo: '青财〔2025〕5号' };
  await town.done('qian', '/pay/budgets', { ...budget, amount: '16000' });
  day('2025-03-20');
  await town.rubbish('东溪村', 12, '2025-02-11');
  await town.rubbish('西岗村', 4, '2025-03-03');
  await town.rubbish('南坪村', 3, '2025-03-05');
  await town.done('wu', '/benchmark-lists', {
    name: '乡镇综合考核',
    issuer: '云川县考核办',
    period: '2025-H1',
    cells: [
      ['指标', '满分', '责任办', '青禾镇', '柳坪镇'],
      ['人居环境', '60', '城建办', '52', '55'],
      ['总分', '', '', '52', '55'],
    ],
  });
  const paid: number[] = [];
  for (const { of, posted, over } of quarters) {
    day(posted);
    if (of === period) await town.rubbish('南坪村', 25, '2025-11-08');
    await town.checked(of);
    await steps.moved(of, 'scoring', 'checking');
    await steps.published(of, posted);
    day(over);
    await steps.sealed(of);
    if (of === period) break;
    await steps.graded(of, 1, over);
    paid.push(await steps.paid(of, over));
  }
  expect(paid).toEqual(paidBefore);
});

describe('the last quarter of a year', () => {
  it('is graded by the named body under its document number', async () => {
    const { page, picture, close } = await year().walk('gu', 1280, '/results/grades');
    await isRead(page, '等次');
    await page.getByLabel('哪一期').selectOption({ label: '2025年第四季度 青禾镇村级考核办法' });
    await page.getByText('有权机构还没有决定', { exact: false }).waitFor();
    expect(await page.getByText('距 80 分').count()).toBe(0);
    await deed(page, '录入等次决定', { 决定文号: '青党发〔2026〕2号' });
    await page.getByText('青禾镇党委会1月19日（周一）决定，青党发〔2026〕2号').waitFor();
    await page.getByRole('row').filter({ hasText: '南坪村' }).getByText('不合格').first().waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('year-grades');
    await close();
  });

  it('proposes a talk, which is heard of by the village, decided, held and looked back at', async () => {
    const drawing = await year().walk('he', 1280, outcomes);
    const taking = await open(drawing.page, '取建议');
    await taking.getByRole('button', { name: '取建议', exact: true }).click();
    await taking.getByText('新增 4 条', { exact: false }).waitFor();
    await drawing.picture('year-drawn');
    await drawing.close();
    const putting = await proposal('he');
    await deed(putting.page, '列入研究', { 怎样告知: '电话告知村书记' });
    await stands(putting.page, '研究中');
    await putting.close();
    year().day('2026-01-20');
    const village = await year().walk('s2', 390, '/desk');
    await village.page.getByRole('link', { name: /提醒谈话/ }).click();
    await deed(village.page, '陈述', { 陈述: '十一月连下大雨，垃圾是上游冲下来的。' });
    await village.page.getByText('十一月连下大雨，垃圾是上游冲下来的。').waitFor();
    await expectAccessible(village.page);
    await expectNothingOverTheEdge(village.page);
    await village.picture('year-statement');
    await village.close();

    year().day('2026-01-27');
    const leader = await proposal('gu');
    await deed(leader.page, '决定', { 决定文号: '青党发〔2026〕4号' });
    await stands(leader.page, '已决定');
    await leader.picture('year-decided');
    await leader.close();

    const talking = await proposal('he');
    const ticking = await open(talking.page, '程序打勾');
    await ticking.getByLabel('哪一步程序').selectOption({ label: '听取村里意见' });
    await confirm(ticking, '程序打勾');
    const talk = await open(talking.page, '记谈话');
    await fill(talk, {
      地点: '南坪村村部',
      谈话要点: '雨季前清沟，雨后三天内清完。',
      读给本人后本人说: '没有出入。',
    });
    await choose(talk, '谈话人', '顾明');
    await talking.picture('year-talk');
    await confirm(talk, '记谈话');
    await deed(talking.page, '已办理', { 说明: '谈过，村里写了清沟的日子。' });
    await stands(talking.page, '已办理');
    await talking.close();

    const after = await proposal('gu');
    await deed(after.page, '看落实', { 说明: '二月看过，沟清了。' });
    await stands(after.page, '已看落实');
    await expectAccessible(after.page);
    await after.picture('year-reviewed');
    await after.close();
  });

  it('is paid by four desks, and the sheet comes to the budget to the fen', async () => {
    const made = await year().walk('wu', 1280, '/results/pay');
    const making = await open(made.page, '造表');
    await choose(making, '哪一期', '2025年第四季度');
    await confirm(making, '造表');
    await made.page.getByRole('button', { name: '2025-4', exact: true }).click();
    await made.page.getByText('逐笔相加 3,850.00 元', { exact: false }).waitFor();
    sheet = new URL(made.page.url()).pathname.replace('/qinghe', '');
    await made.close();
    await onSheet('he', '审核');
    await onSheet('gu', '批准', { 决定的机关: '青禾镇党委会', 文号: '青党发〔2026〕5号' });
    await onSheet('wu', '送财政');

    const finance = await year().walk('qian', 1280, sheet);
    const { page } = finance;
    await page.getByRole('button', { name: /^罗南山 季度绩效 600\.00/ }).click();
    const sum = page.getByRole('dialog', { name: '南坪村 罗南山' });
    await sum
      .getByText('村党组织书记 800 元 × 得分 75.000 ÷ 100 = 600.00 元', { exact: false })
      .waitFor();
    await finance.picture('year-amount');
    await page.keyboard.press('Escape');
    const now = 385_000;
    const used = paidBefore.reduce((total, one) => total + one, 0);
    const said = `2025年预算 16,000.00 元 = 以前已用 ${yuan(used)} 元 + 本次 ${yuan(now)} 元 + 剩余 ${yuan(1_600_000 - used - now)} 元。`;
    await page.getByText(said).waitFor();
    const loading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const total = await totalIn(await (await loading).path());
    expect(total).toBe(now);
    await deed(page, '确认发放');
    await page.getByText('已发放', { exact: true }).waitFor();
    await expectAccessible(page);
    await finance.picture('year-sheet');
    await page.goto(`${year().origin}/qinghe/results/pay`);
    const budget = page.getByRole('row').filter({ hasText: '16,000.00' });
    await budget.getByText(yuan(used + now), { exact: true }).waitFor();
    await finance.close();
  });
});

/** Somebody opens the talk that is proposed about 南坪村. */
async function proposal(as: YearRole) {
  const walker = await year().walk(as, 1280, outcomes);
  const row = walker.page.getByRole('row', { name: /^南坪村 提醒谈话/ });
  await row.getByRole('button', { name: '南坪村' }).click();
  await walker.page.getByRole('dialog', { name: '南坪村：提醒谈话' }).waitFor();
  return walker;
}

/** The step that the talk has come to. */
async function stands(page: Page, state: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name: '南坪村：提醒谈话' });
  await drawer.locator('strong').filter({ hasText: state }).waitFor();
}

/** One step of the sheet's course. */
async function onSheet(as: YearRole, action: string, typed = {}): Promise<void> {
  const { page, close } = await year().walk(as, 1280, sheet);
  await deed(page, action, typed);
  await close();
}

function yuan(fen: number): string {
  return (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 });
}

/** The sum of the sheet that finance has on its disk, in fen. */
async function totalIn(path: string): Promise<number> {
  const rows = await year().rowsIn(path);
  const head = rows.find((row) => row.includes('本次实发')) ?? [];
  const total = rows.find((row) => row[1] === '合计') ?? [];
  return Math.round(Number(total[head.indexOf('本次实发')]) * 100);
}

describe('at the end of the year', () => {
  it('a village reads on a telephone what it got and why, and prints it on one sheet', async () => {
    const { page, picture, close } = await year().walk('s2', 390, '/villages/南坪村');
    await isRead(page, '南坪村 村页');
    await page.getByText('2025年第四季度：75.00 分（满分 100.00）').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('year-village');
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: '打印这一页（A4）' }).click();
    const paper = await opening;
    await paper
      .getByRole('heading', { name: /南坪村/ })
      .first()
      .waitFor();
    expect(await paperOf(paper)).toEqual([upright]);
    await paper.close();
    await page.goto(`${year().origin}/qinghe/results/pay`);
    await page.getByRole('button', { name: '看我的考核工资' }).click();
    await page.getByText('600.00 元', { exact: false }).first().waitFor();
    await expectNothingOverTheEdge(page);
    await picture('year-own-pay');
    await close();
  });

  it('the secretary reads one sheet of paper', async () => {
    const { page, picture, close } = await year().walk('gu', 1280, '/results/one-page');
    await isRead(page, '青禾镇 书记一页');
    await page.getByText('与第一名柳坪镇差 3 分。').waitFor();
    expect(await paperOf(page)).toEqual([upright]);
    await picture('year-one-page');
    await close();
  });

  it.each(reading)('$as reads what is theirs: $at', async ({ as, at, told }) => {
    const { page, picture, close } = await year().walk(as, 1280, at);
    await page.getByText(told, { exact: false }).first().waitFor();
    await picture(`year-${as}`);
    await close();
  });
});
