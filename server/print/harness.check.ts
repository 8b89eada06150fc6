/** The instruments themselves: a page whose measures are known comes out with those measures. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlignmentType, Document, Packer, PageBreak, Paragraph, TextRun } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfOfHtml } from './browser.ts';
import { formulaWorkbook } from './formula-workbook.ts';
import { newFolder, pdfsOf } from './office.ts';
import { fontsOf, linesOf, pagesOf } from './pages.ts';
import { type ProgramName, requireProgram } from './programs.ts';

describe('the programs', () => {
  const names: ProgramName[] = [
    'chromium',
    'soffice',
    'pdfinfo',
    'pdffonts',
    'pdftotext',
    'pdftoppm',
  ];
  it.each(names)('%s is installed', (name) => {
    expect(requireProgram(name)).toMatch(/^\//);
  });
});

describe('an HTML page', () => {
  it('keeps the paper and the place that it asks for', async () => {
    const path = join(newFolder(), 'page.html');
    writeFileSync(
      path,
      `<!doctype html><meta charset="utf-8"><style>@page { size: A4; margin: 0 } body { margin: 0 }
       p { position: absolute; margin: 0; left: 28mm; top: 37mm; font: 16pt/1 "Noto Serif CJK SC" }</style>
       <p>青禾镇</p>`,
    );
    const pdf = await pdfOfHtml(path);
    const pages = await pagesOf(pdf);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(210, 0);
    expect(pages[0]?.height).toBeCloseTo(297, 0);
    const [line] = await linesOf(pdf, 1);
    expect(line?.text).toBe('青禾镇');
    expect(line?.left).toBeCloseTo(28, 0);
  });
});

describe('office files', () => {
  const printed = new Map<string, string>();
  beforeAll(async () => {
    const files = new Map([
      ['two-pages.docx', await twoPages()],
      ['sheet.xlsx', await formulaWorkbook([{ name: '表', rows: [['合计', { formula: '1+1' }]] }])],
    ]);
    for (const [name, pdf] of await pdfsOf(files)) printed.set(name, pdf);
  });

  it('are printed by one start, each to its own pages', async () => {
    const pages = await pagesOf(printed.get('two-pages.docx') ?? '');
    expect(pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['第一页'],
      ['第二页'],
    ]);
    expect(pages[0]?.lines[0]?.left).toBeCloseTo(28, 0);
  });

  it('show which fonts stood in for those of the standard', async () => {
    const fonts = await fontsOf(printed.get('two-pages.docx') ?? '');
    expect(fonts).toContainEqual(expect.stringMatching(/CJK/));
  });

  it('of a workbook are computed before they are printed', async () => {
    const lines = await linesOf(printed.get('sheet.xlsx') ?? '', 1);
    expect(lines.map(({ text }) => text)).toEqual(['合计', '2']);
  });
});

async function twoPages(): Promise<Uint8Array> {
  const run = (text: string) => new TextRun({ text, size: 32, font: { eastAsia: '仿宋_GB2312' } });
  const paragraph = (text: string, isLast: boolean) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      children: isLast ? [run(text)] : [run(text), new TextRun({ children: [new PageBreak()] })],
    });
  const margin = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        children: [paragraph('第一页', false), paragraph('第二页', true)],
      },
    ],
  });
  return Packer.toBuffer(document);
}
