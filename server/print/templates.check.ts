/** The empty workbooks that a town fills in, as LibreOffice opens and prints them. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../src/assessment/index.ts';
import { factSheets, templateSheets } from '../src/ledger/index.ts';
import { rosterSheets, rosterTemplateSheets } from '../src/org/index.ts';
import { workbookBytes } from '../src/platform/index.ts';
import { pdfsOf } from './office.ts';
import { type PrintedPage, pagesOf } from './pages.ts';
import {
  collisions,
  headsOf,
  hiddenNumbers,
  pagesWithoutHead,
  sheetsWithoutPage,
} from './sheet-pages.ts';

const names = ['village-daily', 'village-cadres', 'town-staff'];
const kinds = ['roster-template', 'facts-template', 'roster', 'facts'] as const;
const workbooks = new Map<string, Uint8Array>();
const printed = new Map<string, readonly PrintedPage[]>();

beforeAll(async () => {
  for (const name of names) {
    const path = fileURLToPath(new URL(`../../schemes/${name}`, import.meta.url));
    const { scheme, kinds: catalogue, book } = await readFolder(path);
    const context = { kinds: catalogue, roster: book.roster };
    const sheets = {
      'roster-template': rosterTemplateSheets(scheme),
      'facts-template': templateSheets(scheme, context),
      roster: rosterSheets(book.roster, { groups: scheme.groups }),
      facts: factSheets(book.facts, context),
    };
    for (const kind of kinds) {
      workbooks.set(`${name}-${kind}.xlsx`, await workbookBytes(sheets[kind]));
    }
  }
  for (const [file, pdf] of await pdfsOf(workbooks)) printed.set(file, await pagesOf(pdf));
});

describe.each(names)('the workbooks of %s', (name) => {
  it.each(kinds)('%s: every sheet is printed with every column on each page', async (kind) => {
    const file = `${name}-${kind}.xlsx`;
    const pages = printed.get(file) ?? [];
    const heads = await headsOf(workbooks.get(file) ?? new Uint8Array());
    expect(heads.length).toBeGreaterThan(0);
    expect(sheetsWithoutPage(pages, heads)).toEqual([]);
    expect(pagesWithoutHead(pages, heads)).toEqual([]);
  });

  it.each(kinds)('%s: nothing runs into its neighbour', (kind) => {
    const pages = printed.get(`${name}-${kind}.xlsx`) ?? [];
    expect(hiddenNumbers(pages)).toEqual([]);
    expect(collisions(pages)).toEqual([]);
  });
});
