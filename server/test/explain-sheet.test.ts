/** The printed sheet of a subject: what it says, that it adds up, and that no name can break it. */

import { assess, type Book, type PeriodId } from '@oneneedle/kernel';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { breakdownOf } from '../src/assessment/breakdown.ts';
import { chancesFor } from '../src/assessment/chances.ts';
import { changesBetween } from '../src/assessment/changes.ts';
import { type Sheet, type SheetSource, sheetOf } from '../src/assessment/explain-sheet.ts';
import { escaped } from '../src/assessment/html-text.ts';
import { optionsFor, previousOptions, readFolder } from '../src/assessment/index.ts';
import { sheetHtml } from '../src/assessment/sheet-html.ts';
import { sheetStyle } from '../src/assessment/sheet-style.ts';
import { smallTown } from './small-town.ts';
import { copyOf, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const receiptCode = 'AAAA-BBBB-CCCC-DDDD-EEEE';

/** Sheets of a folder; what would have helped is worked out only where it is asked for. */
async function sheetsOf(folder: string, period: PeriodId, withChances = false) {
  const read = await readFolder(folder);
  const options = optionsFor(read, { period });
  const result = assess(read.book, options);
  const earlier = previousOptions(read, period);
  const source: SheetSource = {
    folder: read,
    result,
    before: earlier && assess(read.book, earlier),
    chances: withChances ? chancesFor(read.book, options, result) : () => [],
    receiptCode,
  };
  return { source, result, sheets: result.subjects.map((subject) => sheetOf(source, subject)) };
}

const periods: readonly (readonly [string, PeriodId])[] = [
  ['village-daily', '2026-Q1'],
  ['village-daily', '2026-Q2'],
  ['village-daily', '2026-Q3'],
  ['village-daily', '2026-Q4'],
  ['village-cadres', '2026'],
  ['town-staff', '2026'],
];

const points = /[−+]?\d+(?:\.\d+)?/;

/** Thousandths of points as a sheet prints them. */
function milliOf(text: string): number {
  const found = points.exec(text)?.[0] ?? '0';
  const [whole = '0', part = ''] = found.replace(/[−+]/, '').split('.');
  const milli = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
  return found.startsWith('−') ? -milli : milli;
}

describe.each(periods)('the sheets of %s in %s', async (name, period) => {
  // The fullest sheets are those of the last quarter, with everything that can stand on them.
  const isFull = period === '2026-Q4';
  const { source, result, sheets } = await sheetsOf(exampleFolder(name), period, isFull);

  it('add up for a pencil: start and clauses to the indicator, indicators to the total', () => {
    for (const sheet of sheets.filter(({ indicators }) => indicators.length > 0)) {
      for (const { name: indicator, full, start, value, parts } of sheet.indicators) {
        const from = start === '' ? (full === '—' ? 0 : milliOf(full)) : milliOf(start);
        const sum = parts.reduce((total, part) => total + milliOf(part.value), from);
        expect([sheet.name, indicator, sum]).toEqual([sheet.name, indicator, milliOf(value)]);
      }
      const lines = [...sheet.indicators, ...sheet.others];
      const sum = lines.reduce((total, { value }) => total + milliOf(value), 0);
      expect([sheet.name, sum]).toEqual([sheet.name, milliOf(sheet.total)]);
      const own = result.subjects.find((subject) => subject.name === sheet.name);
      expect(milliOf(sheet.total)).toBe(own?.totalMilli);
    }
  });

  it('tell each clause once, or count it among the quiet ones', () => {
    for (const subject of result.subjects) {
      const { indicators } = breakdownOf(source.folder.scheme, subject);
      for (const { parts, quiet } of indicators) {
        const told = parts.flatMap((part) => (part.kind === 'clause' ? [part.code] : []));
        expect(new Set(told).size).toBe(told.length);
        expect(parts.length + quiet.unchanged + quiet.notDue + quiet.notApplicable).toBeGreaterThan(
          0,
        );
      }
    }
  });

  it('fit one page each', () => {
    for (const sheet of sheets) {
      const html = sheetHtml(sheet);
      expect([sheet.name, html.match(/<section class="page"/g)?.length]).toEqual([sheet.name, 1]);
      expect(html).toContain('第 1 页，共 1 页');
    }
  });

  it('are told by changes that add up to the change of the total', () => {
    for (const subject of result.subjects) {
      const old = source.before?.subjects.find(({ code }) => code === subject.code);
      if (!old || old.notAssessed !== undefined || subject.notAssessed !== undefined) continue;
      const sum = changesBetween(old, subject).reduce((all, item) => all + item.changeMilli, 0);
      expect([subject.code, sum]).toEqual([subject.code, subject.totalMilli - old.totalMilli]);
    }
  });

  it('keep the names of others off the sheet of a person', () => {
    if (source.folder.scheme.subject.kind !== 'person') return;
    for (const sheet of sheets) {
      const html = sheetHtml(sheet);
      const others = result.subjects.filter((subject) => subject.name !== sheet.name);
      expect(
        others.filter((other) => html.includes(other.name)).map((other) => other.name),
      ).toEqual([]);
      expect(html).toContain('内部：个人得分、名次和等次只交本人核对，不公布。');
    }
  });
});

describe('the sheet of 东溪村', async () => {
  const { sheets } = await sheetsOf(exampleFolder('village-daily'), '2026-Q1', true);
  const sheet = sheets.find(({ name }) => name === '东溪村') as Sheet;

  it('says total, rank and grade, and that nothing is sealed', () => {
    expect([sheet.total, sheet.full, sheet.seal, sheet.isSealed]).toEqual([
      '96.90',
      '100.00',
      '未封存',
      false,
    ]);
    expect(sheet.facts).toEqual([
      '第 4 名，6 个参加排名',
      '等次 合格',
      '计分日 2026-03-31（期末）',
    ]);
    expect(sheet.reviewer).toBe('考核办 吴');
  });

  it('says by what arithmetic and on which evidence a clause took points', () => {
    const [first] = sheet.indicators;
    expect(first).toMatchObject({ full: '40.00', start: '', value: '35.50' });
    expect(first?.quiet).toBe('其余 2 条无扣加分');
    expect(first?.parts[0]).toMatchObject({
      code: '1.1',
      text: '明查暗访发现垃圾积存的，每处扣0.5分。',
      value: '−2.50',
      causes: [
        {
          value: '',
          how: '处数 5 × −0.5 = −2.5',
          evidence: [{ text: '2月11日 2月暗访；照片 3 张；记 城建办 周', ids: ['D-0023'] }],
        },
      ],
    });
  });

  it('says what would have helped, how far the next is ahead, and how to object', () => {
    const lines = sheet.blocks.flatMap((block) => [block.title, ...block.lines]);
    expect(lines).toContain('没有发生“2月11日 2月暗访”（1.1）：少扣 2.50，反超 1.75');
    expect(lines).toContain('R-17 在 3月9日前整改完（1.2）：少扣 2.00，反超 1.25');
    expect(lines.join('\n')).toContain(
      '与第 3 名西岗村（97.65）差 0.75 分，主要是“1 人居环境”少 2.75',
    );
    expect(lines.join('\n')).toContain('公示期（5 个工作日）内提出');
    expect(lines.join('\n')).toContain('提出异议不影响得分');
  });

  it('groups what is alike, and names every fact of it', async () => {
    const staff = await sheetsOf(exampleFolder('town-staff'), '2026');
    const own = staff.sheets.find(({ name }) => name === '汤柳') as Sheet;
    const late = own.indicators[1]?.parts[0];
    expect(late?.causes).toHaveLength(1);
    expect(late?.causes[0]).toMatchObject({ value: '−2.00 × 12', how: '迟到早退 1 × −2 = −2' });
    expect(late?.causes[0]?.evidence[0]?.ids).toHaveLength(12);
    expect(late?.causes[0]?.evidence[0]?.text).toMatch(/^1月、2月、.*、12月 月考勤；/);
  });
});

describe('rows that were left out', () => {
  it('are said on every sheet: the points may change', async () => {
    const { source, result } = await sheetsOf(smallTown(), '2026-Q1');
    const row = { file: 'facts.xlsx', place: '表《垃圾积存》第 7 行', sentences: ['没有处数。'] };
    const folder = { ...source.folder, leftOut: [row] };
    for (const subject of result.subjects) {
      expect(sheetOf({ ...source, folder }, subject).warnings).toEqual([
        '暂：事实表里有 1 行因为有错没有计入，改正以后得分和名次都可能变。',
      ]);
      expect(sheetOf(source, subject).warnings).toEqual([]);
    }
  });
});

describe('a book too large to leave things out', () => {
  it('has no what-if for anybody, and says where to look', async () => {
    const read = await readFolder(smallTown());
    const options = optionsFor(read, { period: '2026-Q1' });
    const result = assess(read.book, options);
    const large: Book = {
      ...read.book,
      facts: Array.from({ length: 600_000 }, () => read.book.facts[0]!),
    };
    expect(chancesFor(large, options, result)).toBeUndefined();
    const [subject] = result.subjects;
    const source = { folder: read, result, before: undefined, chances: undefined, receiptCode };
    expect(subject && JSON.stringify(sheetOf(source, subject).blocks)).toContain('没有逐条推算');
  });
});

describe('a sheet with more than a page holds', () => {
  const cause = {
    value: '',
    how: '处数 1 × −0.5 = −0.5',
    evidence: [{ text: '2月11日 暗访；照片', ids: ['F1'] }],
  };
  const part = (index: number) => ({
    code: `1.${index}`,
    text: '一条不长不短的条款，写明扣多少分、怎样认定。'.repeat(2),
    value: '−0.50',
    state: '',
    causes: [cause],
  });

  it('turns over, says how many pages there are, and loses no clause', async () => {
    const { sheets } = await sheetsOf(smallTown(), '2026-Q1');
    const [sheet] = sheets;
    if (!sheet) throw new Error('no sheet');
    const parts = Array.from({ length: 60 }, (_, index) => part(index));
    const [first, ...rest] = sheet.indicators;
    if (!first) throw new Error('no indicator');
    const html = sheetHtml({ ...sheet, indicators: [{ ...first, parts }, ...rest] });
    const count = html.match(/<section class="page"/g)?.length ?? 0;
    expect(count).toBeGreaterThan(1);
    for (let number = 1; number <= count; number += 1) {
      expect(html).toContain(`第 ${number} 页，共 ${count} 页`);
    }
    const others = rest.reduce((sum, item) => sum + item.parts.length, 0);
    expect(html.match(/<tr class="part">/g)).toHaveLength(60 + others);
    expect(html.match(/（续）/g)).toHaveLength(count - 1);
  });
});

describe('the page', async () => {
  const { sheets } = await sheetsOf(smallTown(), '2026-Q1');
  const sheet = sheets[0] as Sheet;

  it('needs nothing from outside and runs nothing', () => {
    const html = sheetHtml(sheet);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).toContain('@page { size: A4 portrait;');
    expect(html).not.toMatch(
      /https?:|src=|href=|url\(|@import|<script|<link|<img|<iframe| on\w+=/i,
    );
  });

  const allowed =
    /^<(?:!DOCTYPE html|\/?(?:html|head|body|style|title|section|header|footer|div|p|h1|h2|b|ul|li|small|strong|span|table|thead|tbody|tr|th|td|meta)(?: (?:lang|charset|name|content|http-equiv|class|scope|colspan|aria-hidden|aria-label|data-label)="[^"<>]*")*)>$/;

  it('holds no other marks, whatever names and sentences hold', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '</td><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='x",
        '</style><style>*{display:none}',
        '<!--',
        ']]>',
        '&lt;b&gt;',
        '\u202Egnp.exe',
        '\u0000\u001b[31m',
        '\ud800',
        '$&$1',
      ),
    );
    const texts = (value: unknown, fresh: () => string): unknown => {
      if (typeof value === 'string') return fresh();
      if (Array.isArray(value)) return value.map((item) => texts(item, fresh));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, texts(item, fresh)]),
      );
    };
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 5, maxLength: 5 }), (strings) => {
        let at = 0;
        const fresh = () => {
          at += 1;
          return strings[at % strings.length] ?? '';
        };
        const html = sheetHtml(texts(sheet, fresh) as Sheet);
        const style = html.indexOf('</style>');
        const tags = html.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>?/g) ?? [];
        expect(style).toBeGreaterThan(0);
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
        expect(html).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('shows a name as it is written', () => {
    expect(escaped('<李&"王\'>')).toBe('&lt;李&amp;&quot;王&#39;&gt;');
    expect(escaped('甲\u202E乙\u0007丙\n丁')).toBe('甲�乙�丙 丁');
    expect(escaped('𠮷野村 🌾')).toBe('𠮷野村 🌾');
  });

  it('can be read by everybody: dark on light in every pair of colours that is used', () => {
    const style = sheetStyle({ size: 10, line: 1.4, width: 50 }, 4);
    const colour = (name: string) => new RegExp(`--${name}: #([0-9A-F]{6})`).exec(style)?.[1] ?? '';
    for (const text of ['ink', 'faint', 'stone', 'seal']) {
      for (const ground of ['paper', 'sheet']) {
        expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('prints nothing smaller than nine points', () => {
    for (const { sheet: one } of [{ sheet }]) {
      const size = /font-size: ([\d.]+)pt/.exec(sheetHtml(one))?.[1];
      expect(Number(size)).toBeGreaterThanOrEqual(9);
    }
    const scales = sheetStyle({ size: 9, line: 1.25, width: 57 }, 4).matchAll(
      /font-size: ([\d.]+)em/g,
    );
    for (const [, scale] of scales) expect(Number(scale)).toBeGreaterThanOrEqual(1);
  });
});

describe('a bonus without its document', () => {
  it('is told on the sheet: nothing was counted, and why', async () => {
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => text.replace('doc: { no: 云办〔2026〕8号, level: 县 }, ', ''),
    });
    const read = await readFolder(folder);
    const options = optionsFor(read, { period: '2026-Q1' });
    const result = assess(read.book, options);
    const subject = result.subjects.find(({ name }) => name === '东溪村');
    if (!subject) throw new Error('no 东溪村');
    const source = { folder: read, result, before: undefined, chances: undefined, receiptCode };
    const html = sheetHtml(sheetOf(source, subject)).replace(/<[^>]+>/g, '');
    expect(html).toContain('没有依据文件');
    expect(html).toContain('D-0047');
  });
});

/** Contrast of two colours by WCAG: 1 to 21. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const [red = 0, green = 0, blue = 0] = channels.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
