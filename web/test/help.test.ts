/** Help: every page has it, its pictures are there, its words stand on the screen, and the guide says the same. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures } from '../e2e/picture-list.ts';
import { guideText } from '../scripts/help-guide.ts';
import { anchorOf, helpKeys, helpOf } from '../src/help/help-of.ts';
import { tourNames } from '../src/help/tour-names.ts';
import { boxAround, isAt, placeBeside } from '../src/help/tour-place.ts';
import { pageHelp } from '../src/words/help.ts';
import { tours } from '../src/words/tour.ts';

const root = join(import.meta.dirname, '../..');
const routes = ['routes-work', 'routes-results', 'routes']
  .map((name) => readFileSync(join(root, `web/src/${name}.tsx`), 'utf8'))
  .join('\n');

/** Every address that shows a page: those of a town begin with `/$town`. */
const pages = [
  ...routes.matchAll(
    /createRoute\(\{\s*getParentRoute: \(\) => (root|town),\s*path: '([^']+)',([\s\S]*?)\}\);/g,
  ),
].flatMap(([, parent, path = '', rest = '']) =>
  rest.includes('lazyRouteComponent') ? [parent === 'town' ? `/$town/${path}` : path] : [],
);

describe('the help of every page', () => {
  it('is there, and none is left of a page that is gone', () => {
    expect(pages.length).toBeGreaterThanOrEqual(24);
    const shown = pages.filter((page) => page !== '/gallery');
    expect(shown.filter((page) => helpOf(page, {}) === undefined)).toEqual([]);
    const paths = new Set(helpKeys.map((key) => key.split('?')[0] ?? ''));
    expect([...paths].filter((path) => !shown.includes(path))).toEqual([]);
  });

  it.each(helpKeys)('%s is three to six sentences in both languages', (key) => {
    const { said, title } = pageHelp[key];
    for (const language of ['zh', 'en'] as const) {
      expect(said[language].length).toBeGreaterThanOrEqual(3);
      expect(said[language].length).toBeLessThanOrEqual(6);
      expect(title[language]).not.toBe('');
    }
    expect(said.en.join('')).not.toMatch(/[\p{Script=Han}，。；：“”]/u);
    expect(said.zh.every((sentence) => /[。？]$/.test(sentence))).toBe(true);
    expect(Math.max(...said.zh.map(({ length }) => length))).toBeLessThanOrEqual(70);
  });

  it('shows pictures that are there, with the words of the guide', () => {
    const shown = helpKeys.flatMap((key) => pageHelp[key].picture ?? []);
    expect(shown.length).toBeGreaterThan(15);
    const listed = new Map(pictures.map(({ name, says }) => [name, says]));
    for (const { name, zh } of shown) {
      expect(existsSync(join(root, `docs/guides/system/pictures/${name}.png`)), name).toBe(true);
      expect(listed.get(name)).toBe(zh);
    }
    const bundled = readFileSync(join(root, 'web/src/help/pictures.ts'), 'utf8');
    const named = [...bundled.matchAll(/pictures\/([\w-]+)\.png/g)].map(([, name]) => name);
    expect(named.sort()).toEqual([...new Set(shown.map(({ name }) => name))].sort());
  });

  it('quotes nothing that the screen does not say', () => {
    const screen = readdirSync(join(root, 'web/src/words'))
      .filter((file) => !/^(?:help|tour)\.ts$/.test(file))
      .map((file) => readFileSync(join(root, 'web/src/words', file), 'utf8'))
      .join('\n');
    const told = [
      ...helpKeys.flatMap((key) => pageHelp[key].said.zh),
      ...tourNames.flatMap((name) => tours[name].steps.map(({ zh }) => zh)),
    ];
    const quoted = told.flatMap((text) =>
      [...text.matchAll(/“([^”]+)”/g)].map(([, word = '']) => word),
    );
    expect(quoted.length).toBeGreaterThan(40);
    // What people type into the search, as an example.
    const typed = ['东溪', '垃圾'];
    expect(quoted.filter((word) => !screen.includes(word) && !typed.includes(word))).toEqual([]);
  });

  it('of a part of a page comes before the page', () => {
    expect(helpOf('/$town/ledger', { view: 'entries' })?.key).toBe('/$town/ledger?view=entries');
    expect(helpOf('/$town/ledger', { view: 'entries', entry: 'x' })?.key).toBe(
      '/$town/ledger?view=entries',
    );
    expect(helpOf('/$town/ledger', { q: '东溪' })?.key).toBe('/$town/ledger');
    expect(helpOf('/$town/standings/$line/$period', { subject: '东溪村' })?.key).toMatch(
      /subject$/,
    );
    expect(helpOf('/$town/nowhere', {})).toBeUndefined();
  });

  it('has a name of its own in the guide', () => {
    const anchors = helpKeys.map(anchorOf);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('is what docs/guides/pages.md says: npm run gen', () => {
    expect(readFileSync(join(root, 'docs/guides/pages.md'), 'utf8')).toBe(guideText());
  });
});

describe('the tours', () => {
  /** Characters that a clerk reads in a minute with room to look at the page. */
  const charactersPerMinute = 150;

  it.each(tourNames)('%s is walked in five minutes, on pages that exist', (name) => {
    const { steps } = tours[name];
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(9);
    const characters = steps.reduce((sum, { zh }) => sum + zh.length, 0);
    expect(characters).toBeLessThanOrEqual(5 * charactersPerMinute);
    const known = pages.map((page) => page.replaceAll(/\$[a-z]+/g, '*'));
    for (const { at, en } of steps) {
      expect(known).toContain(`/*${at.split('?')[0]}`);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(tourNames)('%s reaches by a link what only a link knows', (name) => {
    const { steps } = tours[name];
    const lost = steps.filter(({ at }, index) => {
      const before = steps[index - 1];
      return at.includes('*') && before?.at !== at && !before?.follows;
    });
    expect(lost).toEqual([]);
  });

  it('know their page whatever filter is set, and no other', () => {
    expect(isAt('/qinghe/ledger?view=entries&q=1', '/ledger?view=entries')).toBe(true);
    expect(isAt('/qinghe/ledger', '/ledger?view=entries')).toBe(false);
    expect(isAt('/qinghe/standings/daily/2026-Q3', '/standings/*/*')).toBe(true);
    expect(isAt('/qinghe/standings/daily/2026-Q3/readiness', '/standings/*/*')).toBe(false);
  });

  it('stand below an element, above it, or in the corner, and never over it', () => {
    const view = { width: 1280, height: 900 };
    expect(placeBeside({ left: 200, top: 100, width: 80, height: 30 }, view)).toEqual({
      left: 200,
      top: 142,
    });
    expect(placeBeside({ left: 200, top: 100, width: 900, height: 30 }, view)).toEqual({
      left: 720,
      top: 142,
    });
    expect(placeBeside({ left: 1200, top: 800, width: 80, height: 30 }, view)).toEqual({
      left: 888,
      bottom: 112,
    });
    expect(placeBeside(undefined, view)).toEqual({ left: 876, bottom: 24 });
    expect(boxAround({ left: 10, top: 10, width: 5, height: 5 })).toEqual({
      left: 4,
      top: 4,
      width: 17,
      height: 17,
    });
  });
});
