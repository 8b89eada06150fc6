/** What stands where on the pages of a PDF, in millimetres from the upper left corner. */

import { run } from './programs.ts';

/** A box on the page, in millimetres; text boxes span the advance of their glyphs, ascent to descent. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line of text; its words are joined by one space. */
export interface PrintedLine extends Box {
  readonly text: string;
}

/** A page with its size in millimetres. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** From top to bottom, on one height from left to right. */
  readonly lines: readonly PrintedLine[];
}

/** Every page of a PDF with its lines of text. */
export async function pagesOf(pdf: string): Promise<readonly PrintedPage[]> {
  const layout = await run('pdftotext', ['-bbox-layout', pdf, '-']);
  return [...layout.matchAll(/<page ([^>]*)>(.*?)<\/page>/gs)].map(([, head = '', body = '']) => ({
    width: millimetres(head, 'width'),
    height: millimetres(head, 'height'),
    lines: [...body.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)]
      .map(([, box = '', words = '']) => ({ ...boxOf(box), text: textOf(words) }))
      .sort((a, b) => a.top - b.top || a.left - b.left),
  }));
}

/** The lines of one page, counted from 1. Throws if there is no such page. */
export async function linesOf(pdf: string, page: number): Promise<readonly PrintedLine[]> {
  const pages = await pagesOf(pdf);
  const found = pages[page - 1];
  if (!found) throw new Error(`${pdf} has ${pages.length} pages, no page ${page}`);
  return found.lines;
}

/**
 * The fonts that really stand in a PDF of LibreOffice, by their own names, sorted: substitutes show
 * here. Chromium draws CJK fonts as shapes and leaves no name.
 */
export async function fontsOf(pdf: string): Promise<readonly string[]> {
  const table = await run('pdffonts', [pdf]);
  const names = table
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, ''));
  return [...new Set(names)].sort();
}

/** Tells whether two sizes differ by no more than the tolerance, all in millimetres. */
export function isNear(size: number, expected: number, tolerance: number): boolean {
  return Math.abs(size - expected) <= tolerance;
}

function boxOf(attributes: string): Box {
  return {
    left: millimetres(attributes, 'xMin'),
    top: millimetres(attributes, 'yMin'),
    right: millimetres(attributes, 'xMax'),
    bottom: millimetres(attributes, 'yMax'),
  };
}

function textOf(words: string): string {
  return [...words.matchAll(/<word [^>]*>(.*?)<\/word>/gs)]
    .map(([, word = '']) => unescaped(word))
    .join(' ');
}

/** Points of 1/72 inch become millimetres. */
function millimetres(attributes: string, name: string): number {
  const [, points] = new RegExp(`${name}="([-\\d.]+)"`).exec(attributes) ?? [];
  if (points === undefined) throw new Error(`pdftotext gave no ${name} in <${attributes}>`);
  return (Number(points) * 25.4) / 72;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
