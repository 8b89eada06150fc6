/** Official documents as files: valid whatever the text is, and the same bytes every time. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { isoDate } from '@oneneedle/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OfficialDocument, officialDocx } from '../src/document/index.ts';
import {
  chineseNumber,
  headingNumbers,
  officialDate,
  sound,
  widthOf,
} from '../src/document/text.ts';
import { titleLines } from '../src/document/title.ts';
import { all, type Element, own, parsed, partsOf, textIn } from './ooxml.ts';

/** A document in which a text stands in every place that takes one. */
function everywhere(text: string): OfficialDocument {
  const cells = {
    kind: 'table' as const,
    caption: text,
    columns: [{ width: 1, align: 'left' as const }],
    head: [[text]],
    rows: [[text]],
  };
  return {
    marks: [text],
    head: { text, number: text, signers: [text, text, text] },
    title: [text],
    underTitle: [text],
    addressee: text,
    body: [
      { kind: 'heading', level: 1, text },
      { kind: 'text', text, lead: text },
      { kind: 'text', text, place: 'right' },
      cells,
      { ...cells, small: true },
    ],
    signature: { name: text, on: isoDate('2026-03-06'), sealed: false },
    note: text,
    appendices: [{ title: text, landscape: true, blocks: [cells] }],
    copyTo: text,
    printedBy: { name: text, on: isoDate('2026-03-06') },
  };
}

/** Children in the order that the schema of WordprocessingML asks for, as far as we write them. */
const sequences: Record<string, string> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:trPr':
    'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:settings':
    'writeProtection view zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat themeFontLang',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'w:style':
    'name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr',
};

/** Table rows and properties that the library writes in an order of its own are free in the schema. */
const free = new Set(['w:trPr']);

function disorder(root: Element): string[] {
  const order = sequences[root.name]?.split(' ').map((name) => `w:${name}`);
  const names = root.children.map(({ name }) => name);
  const places = names.map((name) => order?.indexOf(name) ?? 0);
  const isWrong =
    order !== undefined &&
    (places.includes(-1) ||
      (!free.has(root.name) &&
        places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))));
  return [
    ...(isWrong ? [`${root.name}: ${names.join(' ')}`] : []),
    ...root.children.flatMap(disorder),
  ];
}

describe('the file', () => {
  it('has only parts that it names, each well formed, in the order of the schema', async () => {
    const parts = await partsOf(await officialDocx(everywhere('文字')));
    const relations = [...parts].filter(([name]) => name.endsWith('.rels'));
    for (const [name, part] of relations) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const { attributes } of own(part, 'Relationship')) {
        expect([...parts.keys()]).toContain(`${folder}${attributes.Target}`);
      }
    }
    const named = own(parts.get('[Content_Types].xml'), 'Override').map(
      ({ attributes }) => attributes.PartName,
    );
    for (const name of named) expect([...parts.keys()]).toContain(name?.slice(1));
    const written = [...parts].filter(
      ([name]) => name.startsWith('word/') && !name.endsWith('.rels'),
    );
    for (const [name] of written) expect(named).toContain(`/${name}`);
    expect(written.flatMap(([, part]) => disorder(part))).toEqual([]);
  });

  it('gives every paragraph of a cell its own height, and every cell a paragraph', async () => {
    const parts = await partsOf(await officialDocx(everywhere('文字')));
    const cells = all(parts.get('word/document.xml'), 'w:tc');
    expect(cells.length).toBeGreaterThan(6);
    for (const cell of cells) {
      expect(own(cell, 'w:p').length).toBeGreaterThan(0);
      expect(
        all(cell, 'w:spacing').some(({ attributes }) => attributes['w:lineRule'] === 'exact'),
      ).toBe(true);
    }
  });

  it('says nothing of when or by whom it was made', async () => {
    const parts = await partsOf(await officialDocx(everywhere('文字')));
    const core = parts.get('docProps/core.xml');
    expect(core?.children.map(({ name }) => name)).toEqual(['dc:title', 'dc:language']);
    expect(all(core, 'dc:title').map(({ text }) => text)).toEqual(['文字']);
  });

  it('is the same in another process, time zone and language', async () => {
    const engine = new URL('../src/document/index.ts', import.meta.url).href;
    const document = JSON.stringify(everywhere('青禾镇〔2026〕'));
    const script = `
      const { officialDocx } = await import(${JSON.stringify(engine)});
      const { createHash } = await import('node:crypto');
      const bytes = await officialDocx(${document});
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const other = (env: Record<string, string>) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }).trim();
    const here = createHash('sha256')
      .update(await officialDocx(JSON.parse(document) as OfficialDocument))
      .digest('hex');
    expect(other({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' })).toBe(here);
    expect(other({ TZ: 'America/New_York', LANG: 'C' })).toBe(here);
  });
});

describe('any text', () => {
  it.each([
    ['signs of XML', `<w:p>&amp;"'</w:p>]]>`, `<w:p>&amp;"'</w:p>]]>`],
    ['control characters', '青\u0001禾\u0000\u001b镇\u0085尾', '青禾镇\n尾'],
    ['half a character', '青\ud800禾\udc00', '青\ufffd禾\ufffd'],
    ['no characters', '青\ufffe禾\uffff\u{1fffe}', '青禾'],
    ['marks that turn the line', '青\u202e禾\u2066镇\u200f', '青禾镇'],
    ['lines', '一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['a word of 10,000 characters', '字'.repeat(10_000), '字'.repeat(10_000)],
    ['signs beyond the first plane', '𠮷👨‍👩‍👧', '𠮷👨‍👩‍👧'],
    ['another direction', 'שלום عليكم', 'שלום عليكم'],
    ['nothing', '', ''],
  ])('%s makes a valid file and stands in it as it is read', async (_, text, expected) => {
    const parts = await partsOf(await officialDocx(everywhere(text)));
    const root = parts.get('word/document.xml');
    const shown = all(root, 'w:tc').map(textIn);
    expect(shown.filter((one) => one === expected).length).toBeGreaterThanOrEqual(4);
  });

  it('whatever it is, makes a valid file', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const parts = await partsOf(await officialDocx(everywhere(text)));
        const runs = all(parts.get('word/document.xml'), 'w:r');
        return runs.every((run) => all(run, 'w:rFonts').length === 1);
      }),
      { numRuns: 60 },
    );
  });

  it('is cleaned once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = sound(text);
        expect(sound(clean)).toBe(clean);
        expect(() => parsed(`<a>${clean.replace(/[<>&]/g, '')}</a>`)).not.toThrow();
      }),
    );
  });
});

describe('words and numbers', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
  ])('heading %i is %s', (number, expected) => {
    expect(chineseNumber(number)).toBe(expected);
  });

  it('begins deeper numbers again below the next heading', () => {
    const next = headingNumbers();
    const levels = [1, 2, 3, 4, 4, 3, 2, 3, 1, 3] as const;
    expect(levels.map((level) => next(level))).toEqual([
      '一、',
      '（一）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（二）',
      '1.',
      '二、',
      '1.',
    ]);
  });

  it('writes dates without leading zeros and counts Latin letters half', () => {
    expect(officialDate(isoDate('2026-03-06'))).toBe('2026年3月6日');
    expect(officialDate(isoDate('0999-12-31'))).toBe('999年12月31日');
    expect(widthOf('2026年“优”')).toBe(6);
  });

  it.each([
    [['青禾镇村日常工作差异化考核办法'], ['青禾镇村日常工作差异化考核办法']],
    [
      ['青禾镇编外聘用人员作风建设与目标管理考核办法'],
      ['青禾镇编外聘用人员作风建设', '与目标管理考核办法'],
    ],
    [
      ['关于', '2026年第一季度', '青禾镇村日常工作差异化考核', '情况的通报'],
      ['关于2026年第一季度', '青禾镇村日常工作差异化考核情况的通报'],
    ],
    [['甲'.repeat(45)], ['甲'.repeat(15), '甲'.repeat(15), '甲'.repeat(15)]],
    [[''], ['']],
  ])('breaks the title %j by its sense', (phrases, expected) => {
    expect(titleLines(phrases)).toEqual(expected);
  });

  it('loses no character of a title and lets no line be too long', () => {
    const phrases = fc.array(
      fc.string({ unit: fc.constantFrom('青', '与', '的', '》', '1'), maxLength: 50 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(phrases, (list) => {
        const lines = titleLines(list);
        expect(lines.join('')).toBe(list.join(''));
        expect(lines.every((line) => widthOf(line) <= 20)).toBe(true);
      }),
    );
  });
});
