/**
 * `node web/e2e/pictures.ts [NAME…]`: makes the pictures of the guides from the running demonstration,
 * so that no picture shows what the product does not do.
 */

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { type Running, startCommand } from './kit/program.ts';
import { signIn } from './kit/sign-in.ts';
import { type Picture, pictures } from './picture-list.ts';

const target = join(import.meta.dirname, '../../docs/guides/system/pictures');
const widthMost = 1280;
const largestKilobytes = 120;

const wanted = process.argv.slice(2);
const chosen = pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const name of wanted) {
  if (!pictures.some((picture) => picture.name === name)) throw new Error(`no picture "${name}"`);
}
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});
const programs = await startPrograms();
try {
  for (const picture of chosen) await take(picture);
} finally {
  await browser.close();
  for (const program of programs.values()) await program.stop();
}

async function take(picture: Picture): Promise<void> {
  const page = await open(browser, picture);
  await picture.before(page);
  await imagesShown(page);
  const bytes = await sharp(await shot(page, picture))
    .png({ palette: true, colours: 96, effort: 10, dither: 0 })
    .toBuffer();
  const path = join(target, `${picture.name}.png`);
  writeFileSync(path, bytes);
  await picture.after?.(page);
  await page.context().close();
  const kilobytes = Math.ceil(statSync(path).size / 1024);
  process.stdout.write(`${picture.name}.png ${kilobytes} KB\n`);
  if (kilobytes > largestKilobytes) {
    process.stderr.write(`${picture.name}.png is larger than ${largestKilobytes} KB: show less\n`);
    process.exitCode = 1;
  }
}

/** Waits for the images on the screen; one further down is only loaded when somebody scrolls to it. */
async function imagesShown(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isShown = (image: HTMLImageElement) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && image.offsetParent !== null;
    };
    return Promise.all([...document.images].filter(isShown).map((image) => image.decode()));
  });
}

async function open(browser: Browser, picture: Picture): Promise<Page> {
  const { as, at, isEmpty, width = widthMost, height = 860 } = picture;
  const { origin } = programOf(isEmpty);
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (as !== undefined) {
    await page.goto(`${origin}/sign-in`);
    await signIn(page, as);
  }
  await page.goto(`${origin}${at}`);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The page without the frame around it, or all of the window; at most as high as the list says. */
async function shot(
  page: Page,
  { shows, width = widthMost, height = 860 }: Picture,
): Promise<Buffer> {
  if (shows === 'window') return page.screenshot();
  const content = page.locator('article.page, .outside').first();
  const box = await content.boundingBox();
  if (box === null) throw new Error('there is nothing to show');
  const edge = 16;
  const clip = {
    x: Math.max(0, box.x - edge),
    y: Math.max(0, box.y - edge),
    width: Math.min(width - Math.max(0, box.x - edge), box.width + 2 * edge),
    height: Math.min(height, box.height + 2 * edge),
  };
  return page.screenshot({ clip, fullPage: true });
}

async function startPrograms(): Promise<Map<'demonstration' | 'empty', Running>> {
  const started = new Map<'demonstration' | 'empty', Running>();
  const { DEMONSTRATION: given } = process.env;
  if (given === undefined) started.set('demonstration', await startCommand('--demo'));
  else started.set('demonstration', { origin: given, said: () => '', stop: async () => {} });
  if (chosen.some(({ isEmpty }) => isEmpty)) started.set('empty', await startCommand());
  return started;
}

function programOf(isEmpty = false): Running {
  const program = programs.get(isEmpty ? 'empty' : 'demonstration');
  if (!program) throw new Error('the program of this picture was not started');
  return program;
}
