/** A paper of forty clauses becomes a scheme in effect without leaving the browser or writing YAML. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readScheme } from '@oneneedle/kernel';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { paperClauses, paperTitle, rulesPaper } from '../../server/test/rules-paper.ts';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge } from './kit/checks.ts';
import { effortOn } from './kit/effort.ts';
import { type Running, startCommand } from './kit/program.ts';
import { fillSignIn } from './kit/sign-in.ts';

const demonstration = inject('demonstration');
const aDay = 86_400_000;
const today = dayOf(Date.now());
const yesterday = dayOf(Date.now() - aDay);

let folder = '';

describe.each(widths)('a paper of forty clauses at %i px', (width) => {
  const walk = withBrowser();
  // A scheme in effect would be in the way of others, and its comments need a day to pass.
  let program: Running;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oneneedle-clock-'));
    moveClock(-aDay);
    const { NODE_OPTIONS: before = '' } = process.env;
    const clock = pathToFileURL(join(import.meta.dirname, 'kit/moved-clock.ts')).href;
    process.env.MOVED_CLOCK = join(folder, 'offset');
    process.env.NODE_OPTIONS = `${before} --import ${clock}`.trim();
    try {
      program = await startCommand('--demo');
    } finally {
      process.env.NODE_OPTIONS = before;
    }
  });
  afterAll(async () => {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('becomes a scheme in effect, its pending clauses settled one by one', async () => {
    const { origin } = program;
    const paper = await rulesPaper();
    const office = await walk({ origin, width, as: 'wu.kaohe', at: '/qinghe/scheme' });
    const { page, picture } = office;
    const effort = await effortOn(page);
    const file = { name: '年度考核细则.docx', mimeType: wordType, buffer: paper };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/tab=edit/);
    await page.getByText(`从文件读出 ${paperClauses} 条，其中 34 条认出了计分方式。`).waitFor();
    await page.getByText('还有 6 条待定').waitFor();

    await writeHead(page, width);
    await picture('scheme-editor-head');
    await settleAll(page);
    await page.getByText('没有待定的条款。').waitFor();
    await page.getByText('您动过 6 条').waitFor();
    await page.getByText('没有错误', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByText('已存上。').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-editor-settled');

    await commented(office.page, { walk, origin, width });
    await approved(page, width);
    await picture('scheme-editor-in-force');
    const { clicks, fields } = effort();
    const asked = `${clicks} presses, ${fields} fields`;
    console.log(`a paper of ${paperClauses} clauses at ${width} px: 6 clauses touched, ${asked}`);
    await office.close();
  });
});

describe.each(widths)('the form of a scheme at %i px', (width) => {
  const walk = withBrowser();

  it('is moved about, taken back and walked by keys; what is wrong stands beside its field', async () => {
    const { page, close } = await opened(walk, width);
    await goTo(page, width, '1.1');
    const title = page.locator('.edit-form h2');
    await expect.poll(() => title.textContent()).toContain('1.1 沟渠有漂浮垃圾的');
    const delta = page.getByLabel('每次（处、人次）几分');
    const example = page.getByRole('region', { name: '照现在的写法算一算' });
    await example.getByText(/3 处? ?→ 扣 1.5 分/).waitFor();
    await delta.fill('-2');
    await example.getByText(/3 处? ?→ 扣 6 分/).waitFor();
    await delta.fill('两分');
    await page.getByText('“两分”不是确数').first().waitFor();
    expect(await delta.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await delta.fill('-0.75');
    await delta.blur();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => delta.inputValue()).toBe('-0.5');
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(() => delta.inputValue()).toBe('-0.75');

    // A clause goes down and up again; the address keeps its number.
    await page.getByRole('button', { name: '下移' }).click();
    await expect.poll(() => title.textContent()).toContain('1.1');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => title.textContent()).toContain('1.2');
    expect(new URL(page.url()).searchParams.get('clause')).toBe('1.2');
    await page.getByRole('button', { name: '删去这一条' }).click();
    await expect.poll(() => title.textContent()).toContain('1 人居环境');
    await page.getByRole('button', { name: '撤销' }).click();
    await goTo(page, width, '1.2');
    await expect.poll(() => title.textContent()).toContain('1.2');

    // What was not saved is there again after a reload, in the text as well as in the form.
    await page.reload();
    await page.getByText('这是上次没有存上的内容。').waitFor();
    await page.getByRole('link', { name: '原文和检查' }).click();
    const source = page.getByLabel('办法的原文（YAML）');
    await expect.poll(() => source.inputValue()).toContain('delta: -0.75');
    expect(await firstOf(source)).toBe('1.2');
    expect(await source.inputValue()).toContain('# 从文件导入的草稿。');

    // The steps before the reload can be taken back as well: the clause was moved down, once.
    await page.getByRole('link', { name: '编写' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('link', { name: '原文和检查' }).click();
    expect(await firstOf(source)).toBe('1.1');
    await page.getByRole('link', { name: '编写' }).click();
    await page.getByRole('button', { name: '重做' }).click();

    // Saved by keys while a field is still being typed in.
    await goTo(page, width, '1.3');
    await delta.fill('-0.4');
    await delta.press('Control+s');
    await page.getByText('已存上。').waitFor();
    await page.reload();
    await expect.poll(() => delta.inputValue()).toBe('-0.4');
    expect(await page.getByText('这是上次没有存上的内容。').count()).toBe(0);
    await discarded(page);
    await close();
  });

  it('writes grades and vetoes, and moves a clause that is none to the vetoes', async () => {
    const { page, picture, close } = await opened(walk, width);
    await goTo(page, width, '排名和等次');
    await begun(page, 'grades');
    await fill(at(page, 'grades.order'), '好、较好、一般');
    await begin(page, 'grades.order', 'bands');
    await fill(at(page, 'bands[0].grade'), '好');
    await begin(page, 'bands[0].grade', 'from');
    await fill(at(page, 'bands[0].from'), '很高');
    await page.getByText('“很高”不是确数').first().waitFor();
    await fill(at(page, 'bands[0].from'), '90');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-editor-grades');

    await goTo(page, width, '2.6');
    await page.getByRole('button', { name: '移到一票否决' }).click();
    await page.getByRole('heading', { level: 2, name: '一票否决' }).waitFor();
    await page.getByText('还有 5 条待定').waitFor();
    expect(await at(page, 'vetoes[0].code').inputValue()).toBe('2.6');
    await page.getByRole('button', { name: '设这种事实' }).click();
    // What is wrong is said in the words of the form.
    await page.getByText('“取消哪些评选资格”').first().waitFor();
    await at(page, 'vetoes[0].scope').selectOption('.notEligible');
    await fill(at(page, 'scope.notEligible'), '评先评优');
    await fill(at(page, 'authority.documentNo'), '省委发〔2026〕1号');
    await fill(at(page, 'authority.title'), '关于一票否决事项的规定');
    await fill(at(page, 'authority.body'), '省委');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-editor-vetoes');
    await page.getByRole('link', { name: '原文和检查' }).click();
    const source = page.getByLabel('办法的原文（YAML）');
    await expect.poll(() => source.inputValue()).toContain('notEligible: [评先评优]');
    const { grades, vetoes, tree } = readScheme(await source.inputValue()).value ?? {};
    expect(grades).toEqual({ order: ['好', '较好', '一般'], bands: [{ grade: '好', from: '90' }] });
    expect(vetoes).toMatchObject([
      { code: '2.6', on: 'c2.6', scope: { notEligible: ['评先评优'] } },
    ]);
    expect(JSON.stringify(tree)).not.toContain('"code":"2.6"');
    await discarded(page);
    await close();
  });

  it('shows its conventions beside the text, and states one where it is asked', async () => {
    const { page, picture, close } = await opened(walk, width);
    await goTo(page, width, '口径');
    await page.getByText('得分怎样取整').first().waitFor();
    await picture('scheme-editor-conventions');
    const rounding = page.getByRole('listitem').filter({ hasText: '得分怎样取整' });
    await rounding.getByRole('button', { name: '去写明' }).click();
    await page.getByLabel('计分小数位').selectOption('2');
    await page.getByLabel('怎样舍入').selectOption('halfAwayFromZero');
    await page.getByText('有改动还没有存。').waitFor();
    await goTo(page, width, '口径');
    await rounding.getByText('办法写明').waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await discarded(page);
    await close();
  });
});

describe.each(widths)('the next version at %i px', (width) => {
  const walk = withBrowser();
  it('is compared clause by clause with who rises and falls beside it', async () => {
    const { page, picture, close } = await walk({
      origin: demonstration,
      width,
      as: 'wu.kaohe',
      at: '/qinghe/scheme',
    });
    const row = page.getByRole('row').filter({ hasText: /村日常.*施行中/ });
    await row.getByRole('button').first().click();
    await page.getByRole('button', { name: '起草下一版' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '起草下一版' }).click();
    await page.getByRole('link', { name: '编写' }).click();
    await goTo(page, width, await firstCounted(page));
    const delta = page.getByLabel('每次（处、人次）几分');
    const before = await delta.inputValue();
    await delta.fill(String(Number(before) * 4));
    await delta.blur();
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByText('已存上。').waitFor();
    await page.getByRole('link', { name: '与另一版比较' }).click();
    await page.getByText(/改动 1 条/).waitFor();
    const trial = page.getByRole('region', { name: '用它试算，看谁升谁降' });
    await trial.getByRole('combobox').selectOption({ index: 1 });
    await trial.getByText(/个名次上升/).waitFor();
    await page
      .getByText(/这一条使|这一条没有使谁的分变/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('scheme-editor-trial');
    await discarded(page);
    await close();
  });
});

type Walk = ReturnType<typeof withBrowser>;

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What no paper says about itself: its code, its version, its days, whom it assesses. */
async function writeHead(page: Page, width: number): Promise<void> {
  const year = today.slice(0, 4);
  await fill(page.getByLabel('办法代号'), `village-year-${width}`);
  await fill(page.getByLabel('版本', { exact: false }).first(), `${year}.1`);
  await fill(page.getByLabel('文号', { exact: true }), `青党发〔${year}〕${width}号`);
  await fill(page.getByLabel('决定机构'), '青禾镇党委会');
  await fill(at(page, 'effective.from'), `${year}-01-01`);
  await fill(at(page, 'effective.to'), `${year}-12-31`);
  await fill(page.getByLabel('单位类型'), 'village');
}

/** Every pending clause by its own kind of rule, one after the other as the page leads to them. */
async function settleAll(page: Page): Promise<void> {
  for (const [code, rule, settle, example] of settlements) {
    await page.getByRole('button', { name: '下一条待定' }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${code} `) }).waitFor();
    await page.getByRole('button', { name: `用“${rule}”` }).click();
    await settle(page);
    await page.getByRole('button', { name: '设这种事实' }).click();
    await page.getByText(example).first().waitFor();
  }
}

const settlements: readonly (readonly [
  code: string,
  rule: string,
  settle: (page: Page) => Promise<void>,
  /** What is worked out from it, in the words of the page. */
  example: string,
])[] = [
  ['1.9', '酌情', settleRange, '裁量 -1 分 → 扣 1 分'],
  ['2.6', '是或否', settleAward, '→ 扣 1 分'],
  ['3.2', '不足，每缺一', settleShortfall, '→ 扣 1 分'],
  ['4.3', '分段给分', settleTable, '到会率 79% → 扣 1 分'],
  ['5.1', '分档选一', settleChoice, '级别“市级” → 加 4 分'],
  ['5.7', '会议决定的分', (page) => fill(at(page, 'decision.body'), '青禾镇党委会'), '→ 加 1 分'],
];

async function settleRange(page: Page): Promise<void> {
  await fill(at(page, 'range.from'), '-1');
  await fill(at(page, 'range.to'), '-0.2');
}

async function settleAward(page: Page): Promise<void> {
  await at(page, 'award.when').selectOption('.test');
  await at(page, 'test.of').selectOption('.measure');
  await measured(page, 'test.of', '满意率');
  await begin(page, 'test.of', 'below');
  await at(page, 'test.below').selectOption('.groupMean');
  await at(page, 'groupMean.of').selectOption('.measure');
  await measured(page, 'groupMean.of', '满意率');
  await fill(at(page, 'award.then'), '-1');
}

async function settleShortfall(page: Page): Promise<void> {
  await at(page, 'shortfall.of').selectOption('.count');
  await fill(at(page, 'shortfall.of.count.kind'), 'c3.2');
  await at(page, 'shortfall.min').selectOption('#decimal');
  await fill(at(page, 'shortfall.min', 'input'), '16');
  await begin(page, 'shortfall.min', 'delta');
  await fill(at(page, 'shortfall.delta'), '-0.5');
}

async function settleTable(page: Page): Promise<void> {
  await at(page, 'table.of').selectOption('.measure');
  await fill(at(page, 'table.of.measure.kind'), 'c4.3');
  await begin(page, 'table.of.measure.kind', 'field');
  await fill(at(page, 'table.of.measure.field'), '到会率');
  await fill(at(page, 'rows[0].points'), '0');
  await begin(page, 'rows[0].points', 'from');
  await fill(at(page, 'rows[0].from'), '80%');
  await page.getByRole('button', { name: '加一项“各段”' }).click();
  await fill(at(page, 'rows[1].points'), '-1');
  await begin(page, 'rows[1].points', 'below');
  await fill(at(page, 'rows[1].below'), '80%');
}

async function settleChoice(page: Page): Promise<void> {
  await fill(at(page, 'choice.by'), '级别');
  for (const [level, points] of [
    ['县级', '2'],
    ['市级', '4'],
  ] as const) {
    await fill(page.getByLabel('“每档几分”新加的名称'), level);
    await page.getByRole('button', { name: '加一项“每档几分”' }).click();
    await fill(page.getByRole('textbox', { name: level }), points);
  }
}

/** Leaving a field is how a person is done with it. */
async function fill(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

async function measured(page: Page, under: string, field: string): Promise<void> {
  await fill(at(page, `${under}.measure.kind`), 'c2.6');
  await begin(page, `${under}.measure.kind`, 'field');
  await fill(at(page, `${under}.measure.field`), field);
}

/** Begins a field that is not written yet, in the group in which another field stands. */
async function begin(page: Page, beside: string, key: string): Promise<void> {
  const group = at(page, beside).locator(
    'xpath=ancestor::*[self::fieldset or contains(@class,"form-nest") or contains(@class,"rule-fields")][1]',
  );
  const own = at(page, beside).locator('xpath=ancestor::*[contains(@class,"form-row")][1]/..');
  const offered = (await own.count()) > 0 ? own : group;
  await offered.locator('> .form-begin select').selectOption(key);
}

/** Begins a part of a page that has nothing yet. */
async function begun(page: Page, key: string): Promise<void> {
  await page.locator('.edit-form > .form-begin select').selectOption(key);
}

/** The number of the first clause of a text. */
async function firstOf(source: Locator): Promise<string | undefined> {
  const { value } = readScheme(await source.inputValue());
  return value?.tree[0]?.clauses?.[0]?.code;
}

/** The field that writes a place of the text. */
function at(page: Page, path: string, tag = '*'): Locator {
  return page.locator(`${tag}[data-path$="${path}"]`).first();
}

/** An office comments, the assessment office answers; a day later all are over. */
async function commented(
  page: Page,
  { walk, origin, width }: { walk: Walk; origin: string; width: number },
): Promise<void> {
  await page.getByRole('button', { name: '征求意见' }).click();
  await fill(page.getByLabel('从哪天起'), yesterday);
  await fill(page.getByLabel('到哪天止'), yesterday);
  await page.getByRole('button', { name: '定下日期' }).click();
  await page.getByText('正在征求意见').waitFor();

  const { pathname } = new URL(page.url());
  const other = await walk({ origin, width, as: 'zhou.chengjian', at: `${pathname}?tab=comments` });
  await other.page.getByLabel('意见', { exact: false }).last().fill('第1.1条建议写明由谁查。');
  await other.page.getByRole('button', { name: '提交意见' }).click();
  await other.page.getByText('第1.1条建议写明由谁查。').first().waitFor();
  await other.close();

  await page.goto(`${origin}${pathname}?tab=comments`);
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await fill(page.getByRole('textbox', { name: '答复' }), '由城建办查，已在责任部门写明。');
  await page.getByRole('button', { name: '采纳', exact: true }).click();
  await page.getByText('已采纳').waitFor();
}

async function approved(page: Page, width: number): Promise<void> {
  moveClock(0);
  await page.waitForTimeout(300); // the clock looks again after a moment
  await page.reload();
  await fillSignIn(page, 'wu.kaohe');
  await page.getByText('意见期已满，意见都已答复').waitFor();
  await page.getByRole('button', { name: '批准' }).click();
  const dialog = page.getByRole('dialog');
  const number = dialog.getByLabel('决定文号');
  expect(await number.inputValue()).toContain(`${width}号`);
  await fill(dialog.getByLabel('决定机构'), '青禾镇党委会');
  await fill(dialog.getByLabel('决定日期'), today);
  await dialog.getByRole('button', { name: '批准' }).click();
  await page.getByText(/施行中，至/).waitFor();
  await page.getByRole('heading', { level: 1, name: paperTitle }).waitFor();
}

/** A draft of the paper in the demonstration that all journeys share. */
async function opened(walk: Walk, width: number) {
  const walker = await walk({ origin: demonstration, width, as: 'wu.kaohe', at: '/qinghe/scheme' });
  const file = { name: '年度考核细则.docx', mimeType: wordType, buffer: await rulesPaper() };
  await walker.page.locator('input[type=file]').setInputFiles(file);
  await walker.page.waitForURL(/tab=edit/);
  await walker.page.getByText('还有 6 条待定').waitFor();
  return walker;
}

/** Goes to a row of the outline: a list on a wide screen, a field on a phone. */
async function goTo(page: Page, width: number, code: string): Promise<void> {
  if (width > 760) {
    const name = new RegExp(`^${code.replaceAll('.', '\\.')}(?: |$)`);
    await page
      .getByRole('navigation', { name: '指标和条款' })
      .getByRole('button', { name })
      .click();
    return;
  }
  const field = page.getByLabel('到哪一条');
  await field.locator('option').nth(2).waitFor({ state: 'attached' });
  const options = await field.locator('option').allTextContents();
  const label = options.find((option) => option.trim().split(' ')[0] === code);
  await field.selectOption({ label: label ?? code });
}

/** The first clause of a scheme that counts each time. */
async function firstCounted(page: Page): Promise<string> {
  const { pathname } = new URL(page.url());
  const [, town = '', , id = ''] = pathname.split('/');
  const reply = await page.request.get(
    `${new URL(page.url()).origin}/api/towns/${town}/schemes/${id}`,
  );
  const { source } = (await reply.json()) as { source: string };
  const [, code = ''] = /code: (\S+)\n(?:(?!code:)[\s\S])*?rule: \{ count:/.exec(source) ?? [];
  return code;
}

async function discarded(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByText('这份草稿已撤回').waitFor();
}

function moveClock(milliseconds: number): void {
  writeFileSync(join(folder, 'offset'), String(milliseconds));
}

function dayOf(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}
