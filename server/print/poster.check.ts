/** The poster for the board as Chromium prints it: one A3 sheet for a town of twenty villages, its foot small. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { posterHtml } from '../src/publication/editions/poster.ts';
import type { PublishedFile } from '../src/publication/editions/published-shapes.ts';
import { pdfOfHtml } from './browser.ts';
import { newFolder } from './office.ts';
import { type PrintedPage, pagesOf } from './pages.ts';

const groups = [
  { code: 'a', name: '平原村' },
  { code: 'b', name: '山区村' },
  { code: 'c', name: '城郊村' },
];
const rows: PublishedFile['rows'] = Array.from({ length: 20 }, (_, index) => ({
  ...{ code: `${index}`, name: `第${index}村`, group: 'abc'[index % 3] ?? 'a', note: '' },
  ...{ total: '101.180', totalMilli: 101_180, rank: Math.floor(index / 3) + 1 },
}));
const hash = '0123456789abcdef'.repeat(4);

const first = {
  head: {
    ...{ town: '青禾镇', schemeName: '青禾镇村日常工作差异化考核办法', label: '2026年第三季度' },
    ...{ edition: 1, replaces: null, reason: '', audience: 'public', isByGroup: true, groups },
    decision: { body: '青禾镇党委会', no: '青党纪〔2026〕26号', on: '2026-10-26' },
    signature: { by: '中共青禾镇委员会', on: '2026-10-26' },
    ...{ postedOn: '2026-10-26', objectUntil: '2026-11-02', receiptCode: 'WAYM-29D1-2ESQ' },
    objectTo: { office: '考核办', person: '吴简', telephone: '0000-6218', place: '镇政府 203 室' },
  },
  rows,
  log: { size: 1530, root: hash },
} as unknown as PublishedFile;

const corrected: PublishedFile = {
  ...first,
  head: {
    ...first.head,
    ...{ edition: 2, replaces: 1, reason: '第3村 7 月 16 日一条经复核不成立' },
    corrects: { edition: 1, decisionNo: '青党纪〔2026〕26号', postedOn: '2026-10-26' },
  },
  changes: [0, 3].map((index) => ({
    name: `第${index}村`,
    old: { total: '84.175', rank: 5 },
    new: { total: '93.175', rank: 4 },
    why: index === 0 ? ['第 2.2.1 条 −0.600 → 0.000（青考复〔2026〕1号）'] : [],
  })),
};

const address = 'http://10.12.0.8:4400/public/towns/qinghe/results/qinghe-village-daily/2026-Q3';
const cases: readonly [string, PublishedFile, readonly string[]][] = [
  ['first', first, ['青禾镇2026年第三季度村日常工作差异化考核公示']],
  ['corrected', corrected, ['青禾镇2026年第三季度村日常工作差异化考核更正公示']],
];

describe.each(cases)('a poster of a %s edition', (name, file, told) => {
  let pages: readonly PrintedPage[] = [];

  beforeAll(async () => {
    const path = join(newFolder(), `${name}.html`);
    writeFileSync(path, posterHtml({ file, sha256: hash, root: hash }, address));
    pages = await pagesOf(await pdfOfHtml(path));
  });

  it('is one A3 sheet with every line inside of its margins', () => {
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [297, 420],
    ]);
    const lines = pages.flatMap((page) => page.lines);
    expect(lines.filter(({ left, right }) => left < 13 || right > 284)).toEqual([]);
    const text = lines.map((line) => line.text.replaceAll(' ', '')).join('\n');
    for (const one of [...told, '中共青禾镇委员会', '2026年11月2日（星期一）']) {
      expect(text).toContain(one);
    }
  });

  it('prints the list large and the codes small, at the foot and shortened', () => {
    const [{ lines } = { lines: [] }] = pages;
    const heightOf = (part: string) => {
      const line = lines.find(({ text }) => text.includes(part));
      return (line?.bottom ?? 0) - (line?.top ?? 0);
    };
    expect(heightOf('101.180')).toBeGreaterThan(2 * heightOf('WAYM'));
    const foot = lines.find(({ text }) => text.includes('WAYM'));
    const signed = lines.find(({ text }) => text.includes('委员会'));
    expect(foot?.top).toBeGreaterThan(signed?.bottom ?? 420);
    expect(lines.filter(({ text }) => text.includes(hash.slice(0, 20)))).toEqual([]);
  });
});
