/**
 * Looks at every building block in a real browser: `node web/test/gallery.check.ts [FOLDER]`.
 * Writes pictures into FOLDER, prints what was seen, and ends with "N passed, N failed".
 */

import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'gallery-'));
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let passed = 0;
let failed = 0;

const server = await createServer({
  root: join(import.meta.dirname, '..'),
  // Nothing is reloaded while it is looked at, whatever is being written.
  server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  logLevel: 'error',
});
await server.listen();
const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});

try {
  await lookAtEveryPart();
  await walkTheTable();
  await keepTheAddress();
  await fillTheSheet();
  await pasteABlock();
  await askBeforeADeed();
  await print();
  await measureScrolling();
} finally {
  await browser.close();
  await server.close();
}
console.log(`pictures: ${folder}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Every part at every width, in both languages and sizes: nothing hangs over, nothing is inaccessible. */
async function lookAtEveryPart(): Promise<void> {
  const parts = ['blocks', 'table', 'sheet', 'blocks&open=one', 'table&open=v3', 'table&rows=0'];
  // 640 px is 1280 px at 200 % zoom.
  for (const width of [1280, 640, 390]) {
    for (const choice of [{}, { language: 'en' }, { text: 'large' }]) {
      for (const part of Object.keys(choice).length === 0 ? parts : parts.slice(0, 3)) {
        const page = await open(`/gallery?part=${part}`, { width, choice });
        const name = `${part.replace(/\W/g, '-')}-${width}-${Object.values(choice)[0] ?? 'zh'}`;
        await page.screenshot({ path: join(folder, `${name}.png`) });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        check(`${name}: nothing hangs over the edge`, over <= 0, `${over} px`);
        const bad = await seriousViolations(page);
        check(`${name}: accessible`, bad.length === 0, bad.join('\n    '));
        await page.context().close();
      }
    }
  }
}

async function walkTheTable(): Promise<void> {
  const page = await open('/gallery?part=table');
  await page.locator('.grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  check('keys move', (await activeText(page)) === '山区村', await activeText(page));
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(200);
  const row = await page.locator('[data-active]').locator('xpath=..').getAttribute('aria-rowindex');
  check('Ctrl+End goes to the last of 5,000 rows', row === '5003', String(row));
  const isClear = await page.evaluate(() => {
    const cell = document.querySelector('[data-active]')?.getBoundingClientRect();
    const foot = document.querySelector('.grid tfoot')?.getBoundingClientRect();
    return cell !== undefined && foot !== undefined && cell.bottom <= foot.top + 1;
  });
  check('the cell is clear of the foot', isClear);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  check(
    'a block is copied for Excel',
    copied === '1\tnormal\r\n2917\tnear',
    JSON.stringify(copied),
  );
  check('and said so', (await page.locator('.table-line').innerText()).includes('2 行 × 2 列'));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  check('Enter opens the row', page.url().includes('open=v0'), page.url());
  await page.keyboard.press('Escape');
  check('Esc closes it', !page.url().includes('open='), page.url());
  const back = await page.evaluate(() => document.activeElement?.className);
  check('and the focus is back on the table', back === 'grid', String(back));
  await page.keyboard.press('?');
  check('? shows the keys', await page.locator('dialog .keys').isVisible());
  await page.context().close();
}

async function keepTheAddress(): Promise<void> {
  const page = await open('/gallery?part=table');
  await page.getByRole('button', { name: /名次/ }).click();
  await page.getByRole('button', { name: /名次/ }).click();
  await page.getByRole('searchbox', { name: '在表内查找' }).fill('东溪');
  await page.getByRole('combobox', { name: '类组' }).selectOption('平原村');
  await page.waitForTimeout(400);
  const url = new URL(page.url());
  check(
    'sort, search and choice are in the address',
    url.search.includes('sort=-rank'),
    url.search,
  );
  const line = await page.locator('.table-line').innerText();
  const other = await open(url.pathname + url.search);
  check(
    'another browser shows the same',
    (await other.locator('.table-line').innerText()) === line,
    line,
  );
  const sort = await other.getByRole('columnheader', { name: /名次/ }).getAttribute('aria-sort');
  check('the head says the order', sort === 'descending', String(sort));
  await other.getByText('显示哪些列').click();
  await other.getByLabel('整改').uncheck();
  await other.reload();
  await other.locator('.grid').waitFor();
  check(
    'the choice of columns is kept',
    (await other.getByRole('columnheader', { name: '整改' }).count()) === 0,
  );
  await other.getByRole('searchbox', { name: '在表内查找' }).fill('没有这个村');
  await other.getByText('没有符合筛选条件的行').waitFor();
  check('no match is said in words', await other.getByText('没有符合筛选条件的行').isVisible());
  await page.context().close();
  await other.context().close();
}

async function fillTheSheet(): Promise<void> {
  const page = await open('/gallery?part=sheet');
  await cellOf(page, 0, 1).click();
  await page.keyboard.type('－２．５');
  await page.keyboard.press('Enter');
  check(
    'typing replaces, Enter goes down',
    (await cellText(page, 0, 1)) === '-2.5',
    await cellText(page, 0, 1),
  );
  await page.keyboard.type('2分');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3.6');
  await page.keyboard.press('Tab');
  check(
    'a day is understood',
    /^\d{4}-03-06$/.test(await cellText(page, 1, 2)),
    await cellText(page, 1, 2),
  );
  const line = await page.locator('.sheet-line').innerText();
  check(
    'the line says what is typed and wrong',
    line.includes('改了 3 格') && line.includes('1 格有误'),
    line,
  );
  await page.screenshot({ path: join(folder, 'sheet-typed.png') });
  await page.reload();
  await page.locator('.grid').waitFor();
  check(
    'a reload loses nothing',
    (await cellText(page, 0, 1)) === '-2.5' && (await cellText(page, 1, 1)) === '2分',
  );
  await cellOf(page, 4, 1).click();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  check('a locked cell stays', (await cellText(page, 4, 1)) === '4', await cellText(page, 4, 1));
  await page.getByRole('button', { name: '放弃改动' }).click();
  check(
    'the changes are dropped',
    (await cellText(page, 0, 1)) === '0',
    await cellText(page, 0, 1),
  );
  await page.getByRole('button', { name: '撤销' }).click();
  check('and brought back', (await cellText(page, 0, 1)) === '-2.5', await cellText(page, 0, 1));
  await cellOf(page, 2, 4).click();
  await page.keyboard.type('a');
  await cellOf(page, 3, 4).click();
  check('a click elsewhere keeps what was typed', (await cellText(page, 2, 4)) === 'a');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  check(
    'Esc leaves the cell as it was',
    (await cellText(page, 3, 4)) === '',
    await cellText(page, 3, 4),
  );
  await page.keyboard.press('Control+z');
  check('Ctrl+Z takes back', (await cellText(page, 2, 4)) === '');
  await composeChinese(page);
  await page.context().close();
}

/** An input method composes in the cell where one stands, without a key before. */
async function composeChinese(page: Page): Promise<void> {
  await cellOf(page, 5, 4).click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: 'he',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await devtools.send('Input.insertText', { text: '河道有垃圾' });
  await page.keyboard.press('Enter');
  check(
    'an input method can start at once',
    (await cellText(page, 5, 4)) === '河道有垃圾',
    await cellText(page, 5, 4),
  );
}

async function pasteABlock(): Promise<void> {
  const page = await open('/gallery?part=sheet');
  await cellOf(page, 0, 0).click();
  await page.evaluate(() =>
    navigator.clipboard.writeText('河口村\t7\r\n东溪村\t八\r\n西岗村\t1\r\n无名村\t3\r\n'),
  );
  await page.keyboard.press('Control+v');
  const preview = page.locator('dialog');
  const text = await preview.innerText();
  check('the preview says what changes', text.includes('将改 1 格'), text);
  check(
    'what is wrong, what is the same, who is unknown',
    ['1 格不能改', '1 格与原来相同', '无名村'].every((part) => text.includes(part)),
    text,
  );
  await page.screenshot({ path: join(folder, 'paste-preview.png') });
  const bad = await seriousViolations(page);
  check('the preview is accessible', bad.length === 0, bad.join('\n    '));
  check('nothing is changed before a yes', (await cellText(page, 2, 1)) === '2');
  await preview.getByRole('button', { name: '粘贴 1 格' }).click();
  check(
    'the block went to its rows by name',
    (await cellText(page, 2, 1)) === '7' && (await cellText(page, 0, 1)) === '0',
  );
  await page.context().close();
}

async function askBeforeADeed(): Promise<void> {
  const page = await open('/gallery?part=blocks');
  await page.getByRole('button', { name: '锁定', exact: true }).click();
  const dialog = page.locator('dialog');
  check(
    'the dialog counts the rows',
    (await dialog.innerText()).includes('1,284 行'),
    await dialog.innerText(),
  );
  const button = dialog.getByRole('button', { name: '锁定', exact: true });
  check('the deed waits for the word', await button.isDisabled());
  await page.screenshot({ path: join(folder, 'confirm.png') });
  const bad = await seriousViolations(page);
  check('the dialog is accessible', bad.length === 0, bad.join('\n    '));
  await dialog.getByRole('textbox').fill('锁定');
  await button.click();
  check('the yes arrives', await page.getByText('已锁定').isVisible());
  await page.getByRole('button', { name: '断网时存' }).click();
  await page.getByText('没有存上：网络断了').waitFor();
  check(
    'an outage is said in words',
    await page.getByRole('button', { name: '现在重存' }).isVisible(),
  );
  await page.getByRole('combobox', { name: '查找页面' }).fill('东');
  await page.getByRole('option', { name: /东溪村/ }).waitFor();
  await page.screenshot({ path: join(folder, 'finder.png') });
  await page.keyboard.press('Enter');
  check('the search goes there', page.url().includes('part=table'), page.url());
  await page.context().close();
}

async function print(): Promise<void> {
  const page = await open('/gallery?part=table&rows=300');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const rows = await page.locator('.grid tbody tr').count();
  check('all rows are on the paper', rows === 300, String(rows));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  for (const part of ['table&rows=60', 'table&open=v3', 'sheet', 'blocks']) {
    await page.goto(`${origin}/gallery?part=${part}`);
    await page.locator('.page').waitFor();
    await page.pdf({
      path: join(folder, `${part.replace(/\W/g, '-')}.pdf`),
      preferCSSPageSize: true,
    });
  }
  await page.context().close();
}

/** Reported, never judged: machines differ. */
async function measureScrolling(): Promise<void> {
  const page = await open('/gallery?part=table&rows=5000');
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const box = document.querySelector('.grid-box');
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          times.push(now - last);
          last = now;
          if (box) box.scrollTop += 180;
          if (times.length < 400) requestAnimationFrame(step);
          else done(times.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(1);
  console.log(
    `scrolling 5,000 × 20, 5 rows a frame: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms a frame`,
  );
  const sortMs = await page.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLElement>('.sort')].find((one) =>
      one.textContent?.includes('名次'),
    );
    const from = performance.now();
    button?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - from;
  });
  console.log(`sorting 5,000 rows: ${sortMs.toFixed(0)} ms to the next picture`);
  await page.context().close();
}

async function open(path: string, { width = 1280, choice = {} } = {}): Promise<Page> {
  const options: BrowserContextOptions = {
    viewport: { width, height: 800 },
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(options);
  await context.addInitScript((kept) => {
    if (!localStorage.getItem('oneneedle.preferences')) {
      localStorage.setItem('oneneedle.preferences', kept);
    }
  }, JSON.stringify(choice));
  const page = await context.newPage();
  page.on('pageerror', (error) => check(`${path}: no error in the page`, false, error.message));
  page.on('console', (message) => {
    if (message.type() === 'error')
      check(`${path}: no error in the console`, false, message.text());
  });
  await page.goto(`${origin}${path}`);
  await page.locator('.page').waitFor();
  await page.waitForTimeout(150);
  return page;
}

async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<AxeReport> } }).axe;
    return (await run.run()).violations.filter(({ impact }) => /serious|critical/.test(impact));
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

interface AxeReport {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

function cellOf(page: Page, row: number, column: number) {
  return page.locator(`[data-r="${row}"] > :nth-child(${column + 1})`).first();
}

async function cellText(page: Page, row: number, column: number): Promise<string> {
  const cell = cellOf(page, row, column);
  const field = cell.locator('input, select');
  return (await field.count()) > 0 ? field.inputValue() : cell.innerText();
}

async function activeText(page: Page): Promise<string> {
  return page.locator('[data-active]').innerText();
}

function check(what: string, isRight: boolean, seen = ''): void {
  if (isRight) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${what}${seen && `\n    ${seen}`}`);
  }
}
