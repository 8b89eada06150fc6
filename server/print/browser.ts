/** Chromium without a window: HTML in, PDF or picture out. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { newFolder } from './office.ts';
import { drawingEnvironment, requireProgram } from './programs.ts';

/**
 * Prints HTML files to PDF as the page itself asks (paper, margins); by path, as they came in.
 * One browser for all of them.
 */
export async function pdfsOfHtml(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const folder = newFolder();
  return withPage(async (page) => {
    const printed = new Map<string, string>();
    for (const [index, path] of paths.entries()) {
      const pdf = join(folder, `${index}.pdf`);
      await page.goto(pathToFileURL(path).href);
      await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
      printed.set(path, pdf);
    }
    return printed;
  });
}

/** Prints one HTML file to PDF and gives the path of the PDF. */
export async function pdfOfHtml(path: string): Promise<string> {
  const printed = await pdfsOfHtml([path]);
  return printed.get(path) ?? '';
}

/**
 * The width in pixels that an HTML file needs in windows of some widths, as pairs of both; a page
 * that needs more than its window has is scrolled sideways. By path, as they came in.
 */
export async function widthsOf(
  paths: readonly string[],
  windows: readonly number[],
): Promise<ReadonlyMap<string, [window: number, needed: number][]>> {
  return withPage(async (page) => {
    const widths = new Map<string, [number, number][]>(paths.map((path) => [path, []]));
    for (const width of windows) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of paths) {
        await page.goto(pathToFileURL(path).href);
        const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
        widths.get(path)?.push([width, needed]);
      }
    }
    return widths;
  });
}

/** Does some work with one page of a browser that is closed afterwards, whatever happens. */
export async function withPage<Result>(
  work: (page: Page) => Promise<Result>,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: requireProgram('chromium'),
    env: drawingEnvironment,
    // Without a user of its own, as in a container, Chromium starts only without its sandbox;
    // it opens nothing here but files of ours.
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  });
  try {
    return await work(await browser.newPage(options));
  } finally {
    await browser.close();
  }
}
