/** What every printed page of an official document keeps, whatever it says. */

import jszip from 'jszip';
import type { Box, PrintedLine, PrintedPage } from './pages.ts';

/** The type area of an upright page in millimetres. @source GB/T 9704—2012 5.2.1 */
export const area: Box = { left: 28, right: 184, top: 37, bottom: 262 };

/** The same sheet turned, with the upper edge of its text at the bound edge. */
const areaAcross: Box = { left: 35, right: 260, top: 28, bottom: 184 };

/** The width of one character: 28 to a line. */
export const character = 156 / 28;

/** From line to line: 22 to a page. */
export const linePitch = 225 / 22;

/** Lines that stand out of the type area and are not the page's number, as page and text. */
export function linesOutside(pages: readonly PrintedPage[]): string[] {
  return pages.flatMap((page, index) => {
    const inside = isAcross(page) ? areaAcross : area;
    const outside = page.lines.filter(
      (line) => !isNumberOf(line, index + 1) && !isWithin(line, inside),
    );
    return outside.map(({ text }) => `page ${index + 1}: ${text}`);
  });
}

/** Pages on which the number is absent or does not stand where the standard wants it. */
export function pagesWithoutNumber(pages: readonly PrintedPage[]): number[] {
  const numbers = pages.map((_, index) => index + 1);
  return numbers.filter((number) => {
    const page = pages[number - 1];
    const place = page && isAcross(page) ? turned(numberPlace(number)) : numberPlace(number);
    return !page?.lines.some((line) => isNumberOf(line, number) && isWithin(line, place));
  });
}

/**
 * Chinese characters that a Word file holds more often than its print: what was cut. Heads of tables
 * are printed again on every page, so the print may hold more.
 */
export async function lostCharacters(
  docx: Uint8Array,
  pages: readonly PrintedPage[],
): Promise<string[]> {
  const archive = await jszip.loadAsync(docx);
  const source = (await archive.file('word/document.xml')?.async('string')) ?? '';
  const written = [...source.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  if (written.length === 0) throw new Error('the Word file has no text at all');
  const printed = counted(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''));
  return [...counted(written.join(''))]
    .filter(([letter, times]) => times > (printed.get(letter) ?? 0))
    .map(([letter]) => letter);
}

/**
 * The number's dash lies 7 mm below the type area, one character from its right edge on odd pages
 * and from its left edge on even ones. @source GB/T 9704—2012 7.5
 */
function numberPlace(number: number): Box {
  const [from, to] = number % 2 === 1 ? [area.right - 30, area.right] : [area.left, area.left + 30];
  const edge = number % 2 === 1 ? { right: to - character } : { left: from + character };
  return { left: from, right: to, ...edge, top: area.bottom + 3, bottom: area.bottom + 12 };
}

/** A place on an upright page, seen on the sheet when it is turned: below becomes left. */
function turned({ left, right, top, bottom }: Box): Box {
  return { left: 297 - bottom, right: 297 - top, top: left, bottom: right };
}

function isNumberOf({ text }: PrintedLine, number: number): boolean {
  return text === `— ${number} —`;
}

const tolerance = 0.5;

function isWithin(line: Box, place: Box): boolean {
  return (
    line.left > place.left - tolerance &&
    line.right < place.right + tolerance &&
    line.top > place.top - tolerance &&
    line.bottom < place.bottom + tolerance
  );
}

function isAcross({ width, height }: PrintedPage): boolean {
  return width > height;
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) {
    if (/\p{Script=Han}/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}
