/**
 * Official documents as LibreOffice prints them, measured against the layout of GB/T 9704—2012. The
 * fonts are substitutes that are as wide; where the ink of a character lies within its box depends
 * on them, so heights have a wider tolerance than widths.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { type OfficialDocument, officialDocx } from '../src/document/index.ts';
import { type InkedPage, inkOf } from './ink.ts';
import { pdfOf } from './office.ts';
import { fontsOf, type PrintedPage, pagesOf } from './pages.ts';
import { area, character, linePitch, linesOutside } from './type-area.ts';

const sentence =
  '各村按照细则逐项登记事实每一分都有依据每一条都能复算任何人拿着纸和笔可以自己算一遍';

const notice: OfficialDocument = {
  head: { text: '青禾镇人民政府文件', number: '青政发〔2026〕6号' },
  title: ['青禾镇2026年第一季度', '考核情况的通报'],
  addressee: '各村',
  body: [{ kind: 'text', text: sentence.repeat(42) }],
};

let pages: readonly PrintedPage[] = [];
let first: InkedPage;
let second: InkedPage;

beforeAll(async () => {
  const pdf = await pdfOf('notice.docx', await officialDocx(notice));
  pages = await pagesOf(pdf);
  first = await inkOf(pdf, 1);
  second = await inkOf(pdf, 2);
  process.stdout.write(`fonts that stood in: ${(await fontsOf(pdf)).join(', ')}\n`);
});

/** The lines of the body of a page that go on from edge to edge: nothing begins or ends in them. */
function fullLines(page: number) {
  const lines = pages[page - 1]?.lines ?? [];
  return lines.filter(({ text, left }) => /^\p{Script=Han}{28}$/u.test(text) && left < 30);
}

describe('the page', () => {
  it('is A4', () => {
    for (const { width, height } of pages) {
      expect(width).toBeCloseTo(210, 1);
      expect(height).toBeCloseTo(297, 1);
    }
  });

  it('fills 28 characters from the left edge of the type area to its right edge', () => {
    const lines = fullLines(2);
    expect(lines.length).toBeGreaterThan(20);
    for (const { left, right } of lines) {
      expect(Math.abs(left - area.left)).toBeLessThan(0.3);
      expect(Math.abs(right - area.right)).toBeLessThan(0.6);
    }
  });

  it('has 22 lines when it is full, from the upper edge of the type area to its lower edge', () => {
    const lines = fullLines(2);
    expect(lines).toHaveLength(22);
    const middles = lines.map(({ top, bottom }) => (top + bottom) / 2);
    const [highest = 0] = middles;
    expect(Math.abs(highest - (area.top + linePitch / 2))).toBeLessThan(2);
    for (const [index, middle] of middles.entries()) {
      expect(Math.abs(middle - highest - index * linePitch)).toBeLessThan(0.6);
    }
    const ink = second.within({ ...area, bottom: 264, left: 0, right: 210 }, 'black');
    expect(ink?.bottom).toBeLessThan(area.bottom);
  });

  it('begins a paragraph two characters in and shows text of the body already on the first page', () => {
    const [begins] = pages[0]?.lines.filter(({ text }) => text.startsWith('各村按照')) ?? [];
    expect(Math.abs((begins?.left ?? 0) - area.left - 2 * character)).toBeLessThan(0.3);
    expect(fullLines(1).length).toBeGreaterThan(3);
  });
});

describe('every line', () => {
  it('stands within the type area, but for the number of the page', () => {
    expect(linesOutside(pages)).toEqual([]);
  });
});

describe('the number of the page', () => {
  const below = { left: 0, right: 210, top: area.bottom + 1, bottom: 297 };

  it('stands one character from the right on odd pages, from the left on even ones', () => {
    const numbers = pages.map(({ lines }) => lines.at(-1));
    expect(numbers.map((line) => line?.text)).toEqual(pages.map((_, index) => `— ${index + 1} —`));
    for (const [index, line] of numbers.entries()) {
      const isOdd = index % 2 === 0;
      const edge = isOdd ? (line?.right ?? 0) : (line?.left ?? 0);
      const expected = isOdd ? area.right - character : area.left + character;
      expect(Math.abs(edge - expected)).toBeLessThan(0.3);
    }
  });

  it('has its dash 7 mm below the type area', () => {
    const number = first.within(below, 'black');
    if (!number) throw new Error('there is no page number');
    const dash = first.within({ ...number, right: number.left + 2 }, 'black');
    expect(Math.abs((dash?.top ?? 0) - area.bottom - 7)).toBeLessThan(1);
    expect((dash?.bottom ?? 0) - (dash?.top ?? 0)).toBeLessThan(0.6);
  });
});

describe('the red head', () => {
  const head = { left: 0, right: 210, top: 0, bottom: 100 };

  it('begins 35 mm below the upper edge of the type area, centred on it', () => {
    const ink = first.within(head, 'red');
    expect(Math.abs((ink?.top ?? 0) - area.top - 35)).toBeLessThan(1.5);
    const middle = ((ink?.left ?? 0) + (ink?.right ?? 0)) / 2;
    expect(Math.abs(middle - (area.left + area.right) / 2)).toBeLessThan(1);
    expect(ink?.left).toBeGreaterThan(area.left - 0.1);
    expect(ink?.right).toBeLessThan(area.right + 0.1);
  });

  it('ends in a red line as wide as the type area, 4 mm below the number of the document', () => {
    const line = first.within({ ...head, top: 100, bottom: 150 }, 'red');
    expect(Math.abs((line?.left ?? 0) - area.left)).toBeLessThan(0.3);
    expect(Math.abs((line?.right ?? 0) - area.right)).toBeLessThan(0.3);
    expect((line?.bottom ?? 0) - (line?.top ?? 0)).toBeLessThan(1);
    const number = first.within({ ...head, top: 100, bottom: line?.top ?? 0 }, 'black');
    expect(Math.abs((line?.top ?? 0) - (number?.bottom ?? 0) - 4)).toBeLessThan(1);
  });

  it('stands on the first page alone', () => {
    expect(second.within({ left: 0, right: 210, top: 0, bottom: 297 }, 'red')).toBeUndefined();
  });
});

describe('the title', () => {
  it('is centred below the red line', () => {
    const [title] = pages[0]?.lines.filter(({ text }) => text.includes('通报')) ?? [];
    const middle = ((title?.left ?? 0) + (title?.right ?? 0)) / 2;
    expect(Math.abs(middle - (area.left + area.right) / 2)).toBeLessThan(0.5);
  });
});
