/**
 * `npm run pictures`: makes the pictures of the guides from the running product, so that no picture
 * shows what the product does not do. With names behind it, only those.
 */

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { pdfOfHtml, withPage } from './browser.ts';
import { newFolder, pdfsOf } from './office.ts';
import {
  type OfficeShot,
  type PageShot,
  type Picture,
  pictures,
  steps,
  type TerminalShot,
} from './picture-list.ts';
import { framed, palettePng, readPng, trimmed } from './png.ts';
import { run } from './programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'server/bin/oneneedle.js');
const target = join(root, 'docs/guides/pictures');
const largestKilobytes = 120;
const dotsPerInch = 100;
const hairline = 0xe3dfd5;

const terminalStyle = `
  body { margin: 0; background: #FBF9F4 }
  pre { margin: 0; padding: 16px 20px; width: max-content; max-width: 100ch; background: #FBF9F4;
    border: 1px solid #E3DFD5; color: #1D1F21; white-space: pre-wrap; word-break: break-all;
    font: 15px/1.5 "Noto Sans Mono CJK SC", monospace }
  span { color: #5B6168 }
  b { color: #1F5A7A; font-weight: 400 }`;

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const chosen = pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const name of wanted) {
  if (!pictures.some((picture) => picture.name === name)) throw new Error(`no picture "${name}"`);
}
mkdirSync(target, { recursive: true });
const folder = newFolder();
for (const step of steps) await takeStep(step);
const printed = await printOffice(chosen);
for (const picture of chosen) {
  const path = join(target, `${picture.name}.png`);
  writeFileSync(path, await pngOf(picture));
  const kilobytes = Math.ceil(statSync(path).size / 1024);
  process.stdout.write(`${picture.name}.png ${kilobytes} KB\n`);
  if (kilobytes > largestKilobytes) {
    process.stderr.write(`${picture.name}.png is larger than ${largestKilobytes} KB: show less\n`);
    process.exitCode = 1;
  }
}

async function pngOf({ name, of }: Picture): Promise<Uint8Array> {
  if ('command' in of) return terminalPng(of);
  const pdf = 'office' in of ? printed.get(name) : await pdfOfHtml(join(folder, of.html));
  if (pdf === undefined) throw new Error(`${name} was not printed`);
  return pagePng(pdf, of);
}

async function takeStep(step: (typeof steps)[number]): Promise<void> {
  if ('copy' in step) {
    cpSync(join(root, step.copy), join(folder, step.to), { recursive: true });
    return;
  }
  const { text, exitCode } = await printedBy(step.run);
  if (exitCode !== 0)
    throw new Error(`oneneedle ${step.run.join(' ')} ended with ${exitCode}:\n${text}`);
}

/** What a command prints, to both of its outputs in the order that a terminal would show. */
function printedBy(args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, ...args], { cwd: folder }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode !== 'number') reject(error);
      else resolve({ text: `${stderr}${stdout}`.trimEnd(), exitCode });
    });
  });
}

async function terminalPng({ command: args, lines, exitCode = 0 }: TerminalShot) {
  const done = await printedBy(args);
  const typed = ['oneneedle', ...args].join(' ');
  if (done.exitCode !== exitCode)
    throw new Error(`${typed} ended with ${done.exitCode}:\n${done.text}`);
  const all = done.text.split('\n');
  const shown = lines !== undefined && lines < all.length ? [...all.slice(0, lines), '……'] : all;
  const body = `<pre><span>$</span> <b>${escaped(typed)}</b>\n${escaped(shown.join('\n'))}</pre>`;
  const options = { viewport: { width: 1000, height: 100 }, deviceScaleFactor: 1.5 };
  const screenshot = await withPage(async (page) => {
    await page.setContent(`<!doctype html><style>${terminalStyle}</style>${body}`);
    return page.locator('pre').screenshot();
  }, options);
  return palettePng(readPng(screenshot), 16);
}

/** Prints all office files of the pictures in one start of LibreOffice; PDF by name of picture. */
async function printOffice(list: readonly Picture[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  for (const { name, of } of list) {
    if (!('office' in of)) continue;
    const file = `${name}${extname(of.office)}`;
    names.set(file, name);
    files.set(file, await officeBytes(of));
  }
  if (files.size === 0) return new Map();
  const pdfs = await pdfsOf(files);
  return new Map([...pdfs].map(([file, pdf]) => [names.get(file) ?? file, pdf]));
}

async function officeBytes({ office, isGrid }: OfficeShot): Promise<Uint8Array> {
  const path = join(folder, office);
  if (!isGrid) return readFileSync(path);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  for (const sheet of workbook.worksheets) {
    Object.assign(sheet.pageSetup, { showGridLines: true, showRowColHeaders: true });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A Word or HTML page is shown whole, as paper; a workbook is cut to what stands on it. */
async function pagePng(pdf: string, shot: OfficeShot | PageShot): Promise<Uint8Array> {
  const page = String('office' in shot ? (shot.page ?? 1) : 1);
  const prefix = join(newFolder(), 'page');
  await run('pdftoppm', [
    '-png',
    '-r',
    String(dotsPerInch),
    '-f',
    page,
    '-l',
    page,
    '-singlefile',
    pdf,
    prefix,
  ]);
  const paper = readPng(readFileSync(`${prefix}.png`));
  const isWorkbook = 'office' in shot && shot.office.endsWith('.xlsx');
  return palettePng(framed(isWorkbook ? trimmed(paper, 16) : paper, hairline), 64);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
