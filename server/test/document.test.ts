/** The page, the type and the parts of every official document, as Word will read them. */

import { isoDate } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { type Block, type OfficialDocument, officialDocx } from '../src/document/index.ts';
import { all, type Element, own, partsOf, textIn, value } from './ooxml.ts';

const sentence = '一二三四五六七八九十'.repeat(40);
const table: Block = {
  kind: 'table',
  caption: '平原村（2个）',
  columns: [
    { width: 1, align: 'center' },
    { width: 2, align: 'left' },
    { width: 1, align: 'right' },
  ],
  head: [
    [
      { text: '名次', rows: 2 },
      { text: '结果', columns: 2 },
    ],
    ['单位', '得分'],
  ],
  rows: [
    [{ text: '1', rows: 2 }, '西岗村', '101.95'],
    ['东溪村', '101.95'],
  ],
};
const whole: OfficialDocument = {
  copyNumber: 12,
  marks: ['特急'],
  head: { text: '青禾镇人民政府文件', number: '青政发〔2026〕6号' },
  title: ['青禾镇人民政府', '关于2026年第一季度', '村日常工作考核情况的通报'],
  underTitle: ['（2026年4月6日）'],
  addressee: '各村',
  body: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'heading', level: 2, text: '平原村' },
    { kind: 'text', text: sentence },
    table,
    { kind: 'heading', level: 3, text: '一句话，文号【文号待定】。' },
    { kind: 'heading', level: 4, text: '再一句话。' },
    { kind: 'heading', level: 1, text: '其他' },
    { kind: 'text', lead: '出席：', text: '甲、乙' },
  ],
  signature: { name: '青禾镇人民政府', on: isoDate('2026-04-06'), sealed: true },
  note: '凭据码',
  appendices: [
    { title: '考核指标和评分标准', landscape: true, blocks: [table] },
    { title: '计分口径', blocks: [{ kind: 'text', text: '口径。' }] },
  ],
  copyTo: '县委组织部',
  printedBy: { name: '青禾镇党政办公室', on: isoDate('2026-04-07') },
};

const body = async (document: OfficialDocument) =>
  (await partsOf(await officialDocx(document))).get('word/document.xml');
const paragraph = (root: Element | undefined, text: string) =>
  all(root, 'w:p').find((item) => textIn(item).includes(text));
const numbers = (element: Element | undefined, ...names: string[]) =>
  names.map((name) => Number(element?.attributes[`w:${name}`]));

describe('the page', () => {
  it('is A4 with the margins of the standard, and the same paper turned', async () => {
    const sections = all(await body(whole), 'w:sectPr');
    const sizes = sections.map((item) => numbers(own(item, 'w:pgSz')[0], 'w', 'h'));
    const margins = sections.map((item) =>
      numbers(own(item, 'w:pgMar')[0], 'top', 'right', 'bottom', 'left'),
    );
    expect(sizes).toEqual([
      [11906, 16838],
      [16838, 11906],
      [11906, 16838],
    ]);
    expect(margins).toEqual([
      [2098, 1474, 1984, 1588],
      [1588, 2098, 1474, 1984],
      [2098, 1474, 1984, 1588],
    ]);
    expect(value(sections[1], 'w:pgSz', 'w:orient')).toBe('landscape');
    // With a line of 20 pt and the dash in the middle of 14 pt it stands 7 mm below the type area.
    expect(numbers(own(sections[0], 'w:pgMar')[0], 'footer')).toEqual([1420]);
  });

  it('holds 22 lines of 28 characters, and not one more', async () => {
    const text = paragraph(await body(whole), sentence);
    const [line = 0] = numbers(all(text, 'w:spacing')[0], 'line');
    expect([line, value(text, 'w:spacing', 'w:lineRule')]).toEqual([579, 'exact']);
    const height = 16838 - 2098 - 1984;
    expect([Math.floor(height / line), Math.floor(height / 580)]).toEqual([22, 21]);
    const run = all(text, 'w:rPr')[0];
    const [squeeze = 0] = numbers(own(run, 'w:spacing')[0], 'val');
    const [halfPoints = 0] = numbers(own(run, 'w:sz')[0], 'val');
    const width = 11906 - 1588 - 1474;
    expect(halfPoints).toBe(32);
    expect(Math.floor(width / (halfPoints * 10 + squeeze))).toBe(28);
    expect(Math.floor(width / (halfPoints * 10))).toBe(27);
  });

  it('has its number outside: odd pages right, even pages left, one character in', async () => {
    const parts = await partsOf(await officialDocx(whole));
    const relations = new Map(
      own(parts.get('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id,
        parts.get(`word/${attributes.Target}`),
      ]),
    );
    const [upright, across] = all(parts.get('word/document.xml'), 'w:sectPr');
    const part = (section: Element | undefined, kind: string, pages: string) => {
      const found = own(section, `w:${kind}Reference`).find(
        ({ attributes }) => attributes['w:type'] === pages,
      );
      return relations.get(found?.attributes['r:id']);
    };
    expect(all(parts.get('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const [odd, even] = [part(upright, 'footer', 'default'), part(upright, 'footer', 'even')];
    expect([value(odd, 'w:jc'), value(odd, 'w:ind', 'w:right')]).toEqual(['right', '316']);
    expect([value(even, 'w:jc'), value(even, 'w:ind', 'w:left')]).toEqual(['left', '316']);
    for (const footer of [odd, even]) {
      expect(textIn(footer)).toBe('—  —');
      expect(all(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE']);
      expect([value(footer, 'w:rFonts', 'w:eastAsia'), value(footer, 'w:sz')]).toEqual([
        '宋体',
        '28',
      ]);
    }
    const side = part(across, 'header', 'default');
    expect(value(side, 'w:textDirection')).toBe('tbRl');
    const [left = 0] = numbers(all(side, 'w:tblpPr')[0], 'tblpX');
    expect(left).toBeLessThan(1984);
    expect(textIn(part(across, 'footer', 'default'))).toBe('');
    expect(textIn(part(upright, 'header', 'default'))).toBe('');
    const [top = 0] = numbers(all(side, 'w:tblpPr')[0], 'tblpY');
    const [evenTop = 0] = numbers(all(part(across, 'header', 'even'), 'w:tblpPr')[0], 'tblpY');
    expect(top).toBeGreaterThan(evenTop);
  });
});

describe('the type', () => {
  it('is named in every run, for Chinese too, and every font has its substitutes', async () => {
    const parts = await partsOf(await officialDocx(whole));
    const fonts = own(parts.get('word/fontTable.xml'), 'w:font');
    const known = new Set(fonts.map(({ attributes }) => attributes['w:name']));
    expect(fonts.every((font) => (value(font, 'w:altName') ?? '') !== '')).toBe(true);
    const runs = [...parts]
      .filter(([name]) => /^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name))
      .flatMap(([, part]) => all(part, 'w:r'));
    expect(runs.length).toBeGreaterThan(60);
    for (const run of runs) {
      const { attributes = {} } = all(run, 'w:rFonts')[0] ?? {};
      const names = ['w:eastAsia', 'w:ascii', 'w:hAnsi', 'w:cs'].map((name) => attributes[name]);
      expect(known).toContain(names[0]);
      expect(new Set(names).size).toBe(1);
    }
  });

  it.each([
    ['关于2026年第一季度', '方正小标宋简体', '44'],
    ['青禾镇人民政府文件', '方正小标宋简体', '98'],
    ['一、基本情况', '黑体', '32'],
    ['（一）平原村', '楷体_GB2312', '32'],
    ['1.一句话', '仿宋_GB2312', '32'],
    ['（1）再一句话', '仿宋_GB2312', '32'],
    ['二、其他', '黑体', '32'],
    ['出席：', '黑体', '32'],
    ['特急', '黑体', '32'],
    ['附件1', '黑体', '32'],
    ['000012', '仿宋_GB2312', '32'],
    ['抄送：县委组织部。', '仿宋_GB2312', '28'],
    ['西岗村', '仿宋_GB2312', '24'],
  ])('%s is %s of %s half points', async (text, face, size) => {
    const found = paragraph(await body(whole), text);
    expect([value(found, 'w:rFonts', 'w:eastAsia'), value(found, 'w:sz')]).toEqual([face, size]);
  });

  it('shades what is still to be filled in', async () => {
    const runs = all(paragraph(await body(whole), '一句话，文号'), 'w:r');
    const shaded = runs.filter((run) => all(run, 'w:shd').length > 0);
    expect(shaded.map(textIn)).toEqual(['【文号待定】']);
  });
});

describe('the parts', () => {
  it('rule off the number with a red line as wide as the type area', async () => {
    const number = paragraph(await body(whole), '青政发〔2026〕6号');
    const line = all(number, 'w:bottom')[0];
    expect([line?.attributes['w:color'], line?.attributes['w:val']]).toEqual(['FF0000', 'single']);
    expect(all(number, 'w:ind')).toEqual([]);
    const [before] = numbers(
      all(paragraph(await body(whole), '青禾镇人民政府文件'), 'w:spacing')[0],
      'before',
    );
    // 35 mm from the type area, less the two lines above and what the line leaves above the strokes.
    expect(before).toBe(1984 - 2 * 579 - Math.round((49 * 0.04 * 1440) / 25.4));
    expect(await body({ ...whole, head: undefined }).then((root) => all(root, 'w:pBdr'))).toEqual(
      [],
    );
  });

  it('name the signers of a document to a superior beside the number', async () => {
    const head = {
      text: '青禾镇人民政府文件',
      number: '青政〔2026〕6号',
      signers: ['甲', '乙', '丙'],
    };
    const root = await body({ ...whole, head });
    expect(textIn(paragraph(root, '签发人'))).toBe('\t签发人：\t甲\t乙');
    expect(textIn(paragraph(root, '青政〔2026〕6号'))).toBe('青政〔2026〕6号\t\t丙');
    expect(value(paragraph(root, '签发人'), 'w:ind', 'w:left')).toBe('316');
  });

  it('list the appendices below the body, and set each on a page of its own', async () => {
    const root = await body(whole);
    expect(
      all(root, 'w:p')
        .map(textIn)
        .filter((text) => /附件|考核指标|计分口径/.test(text)),
    ).toEqual([
      '附件：1.考核指标和评分标准',
      '2.计分口径',
      '附件1',
      '考核指标和评分标准',
      '附件2',
      '计分口径',
    ]);
    const indents = ['附件：1.', '2.计'].map((text) => {
      const [left = 0, hanging = 0] = numbers(
        all(paragraph(root, text), 'w:ind')[0],
        'left',
        'hanging',
      );
      return [left, left - hanging];
    });
    expect(indents).toEqual([
      [6 * 316, 2 * 316],
      [6 * 316, 5 * 316],
    ]);
    expect(all(root, 'w:sectPr').map((item) => value(item, 'w:type'))).toEqual(
      Array(3).fill('nextPage'),
    );
  });

  it('place the date by the seal, or by the name where there is none', async () => {
    const rights = async (name: string, sealed: boolean) => {
      const on = isoDate('2026-04-06');
      const root = await body({ title: ['题'], body: [], signature: { name, on, sealed } });
      return [name, '2026年4月6日'].map((text) =>
        Number(value(paragraph(root, text), 'w:ind', 'w:right') ?? 0),
      );
    };
    const date = 6; // 2026年4月6日: six digits and three characters
    expect(await rights('青禾镇人民政府', true)).toEqual([(4 + (date - 7) / 2) * 316, 4 * 316]);
    expect(await rights('青禾镇人民政府', false)).toEqual([(2 + (date + 2 - 7)) * 316, 2 * 316]);
    expect(await rights('中共青禾镇委员会青禾镇人民政府', false)).toEqual([
      2 * 316,
      (2 + 15 - 2 - date) * 316,
    ]);
  });

  it('end with the imprint at the foot of the last page, thick lines outside', async () => {
    const root = await body(whole);
    const imprint = all(root, 'w:tbl').at(-1);
    const place = all(imprint, 'w:tblpPr')[0]?.attributes;
    expect([place?.['w:vertAnchor'], place?.['w:tblpYSpec']]).toEqual(['margin', 'bottom']);
    const borders = all(imprint, 'w:tblBorders')[0];
    expect(['w:top', 'w:insideH', 'w:bottom'].map((name) => value(borders, name, 'w:sz'))).toEqual([
      '8',
      '6',
      '8',
    ]);
    expect(textIn(imprint)).toBe('抄送：县委组织部。青禾镇党政办公室\t2026年4月7日印发');
    expect(value(imprint, 'w:tblW', 'w:w')).toBe('8844');
  });

  it('never leave a signature alone on a page', async () => {
    const root = await body(whole);
    for (const text of ['甲、乙', '附件：1', '2.计']) {
      expect(all(paragraph(root, text), 'w:keepNext'), text).toHaveLength(1);
    }
  });

  it('let a long paragraph begin where it stands, whatever follows', async () => {
    const long = { kind: 'text' as const, text: sentence };
    const root = await body({
      title: ['题'],
      body: [long, table, long],
      signature: { sealed: true },
    });
    const texts = all(root, 'w:p').filter((item) => textIn(item) === sentence);
    expect(texts.map((item) => all(item, 'w:keepNext').length)).toEqual([0, 0]);
  });
});

describe('tables', () => {
  it('repeat their head, keep rows whole and fill the type area', async () => {
    const [upright, across] = all(await body(whole), 'w:tbl');
    for (const [item, width] of [
      [upright, 8844],
      [across, 12756],
    ] as const) {
      const rows = all(item, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 1, 0, 0]);
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
      const grid = all(item, 'w:gridCol').map((column) => numbers(column, 'w')[0] ?? 0);
      expect(grid.reduce((sum, one) => sum + one, 0)).toBe(width);
    }
    const aligned = all(all(upright, 'w:tr')[2], 'w:tc').map((cell) => value(cell, 'w:jc'));
    expect(aligned).toEqual(['center', 'left', 'right']);
  });

  it('say a merged cell once and carry it through the rows it covers', async () => {
    const rows = all(all(await body(whole), 'w:tbl')[0], 'w:tr').map((row) =>
      own(row, 'w:tc').map((cell) => [
        textIn(cell),
        value(cell, 'w:vMerge') ?? '',
        value(cell, 'w:gridSpan') ?? '1',
      ]),
    );
    expect(rows).toEqual([
      [
        ['名次', 'restart', '1'],
        ['结果', '', '2'],
      ],
      [
        ['', 'continue', '1'],
        ['单位', '', '1'],
        ['得分', '', '1'],
      ],
      [
        ['1', 'restart', '1'],
        ['西岗村', '', '1'],
        ['101.95', '', '1'],
      ],
      [
        ['', 'continue', '1'],
        ['东溪村', '', '1'],
        ['101.95', '', '1'],
      ],
    ]);
  });

  it('lets a row break that is longer than a page', async () => {
    const rows = [['1', sentence.repeat(20), '2']];
    const root = await body({ title: ['题'], body: [{ ...table, head: [], rows } as Block] });
    expect(all(root, 'w:cantSplit')).toEqual([]);
  });

  it('stand apart from each other and end in a paragraph', async () => {
    const root = await body({ title: ['题'], body: [table, table] });
    const names = own(own(root, 'w:body')[0], 'w:p').length;
    const order = (own(root, 'w:body')[0]?.children ?? []).map(({ name }) => name);
    expect(order.join(' ')).not.toMatch(/w:tbl w:tbl|w:tbl w:sectPr/);
    expect(names).toBeGreaterThan(2);
  });

  it.each([
    ['too few', [['1', '2']]],
    ['too many', [['1', '2', '3', '4']]],
    ['too wide', [['1', { text: '2', columns: 3 }]]],
    ['too tall', [[{ text: '1', rows: 2 }, '2', '3']]],
  ])('are refused with %s cells', async (_, rows) => {
    const broken = { ...table, head: [], rows } as Block;
    await expect(officialDocx({ title: ['题'], body: [broken] })).rejects.toThrow(RangeError);
  });
});
