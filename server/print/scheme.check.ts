/** The official text of each example scheme, as LibreOffice prints it. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../src/assessment/index.ts';
import { schemeDocument } from '../src/scheme/index.ts';
import { pdfsOf } from './office.ts';
import { type PrintedPage, pagesOf } from './pages.ts';
import { area, linesOutside, lostCharacters, pagesWithoutNumber } from './type-area.ts';

const names = ['village-daily', 'village-cadres', 'town-staff'];
const documents = new Map<string, Uint8Array>();
const printed = new Map<string, readonly PrintedPage[]>();

beforeAll(async () => {
  for (const name of names) {
    const path = fileURLToPath(new URL(`../../schemes/${name}`, import.meta.url));
    const { scheme, kinds } = await readFolder(path);
    documents.set(`${name}.docx`, await schemeDocument(scheme, kinds ? { kinds } : {}));
  }
  for (const [file, pdf] of await pdfsOf(documents)) printed.set(file, await pagesOf(pdf));
});

describe.each(names)('the scheme %s', (name) => {
  const pages = () => printed.get(`${name}.docx`) ?? [];

  it('has several pages, upright ones and one that lies across', () => {
    expect(pages().length).toBeGreaterThan(5);
    expect(pages().some(({ width }) => width > 290)).toBe(true);
    expect(pages()[0]?.width).toBeCloseTo(210, 1);
  });

  it('keeps every line within the type area', () => {
    expect(linesOutside(pages())).toEqual([]);
  });

  it('has the number of the page where the standard wants it, also on turned pages', () => {
    expect(pagesWithoutNumber(pages())).toEqual([]);
  });

  it('loses no character of its text', async () => {
    const docx = documents.get(`${name}.docx`) ?? new Uint8Array();
    expect(await lostCharacters(docx, pages())).toEqual([]);
  });

  it('begins with its title, centred', () => {
    const title = pages()[0]?.lines.find(({ text }) => text.endsWith('办法'));
    const middle = ((title?.left ?? 0) + (title?.right ?? 0)) / 2;
    expect(Math.abs(middle - (area.left + area.right) / 2)).toBeLessThan(0.5);
  });
});
