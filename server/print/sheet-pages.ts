/** What every printed workbook keeps, whatever stands in it. */

import exceljs from 'exceljs';
import type { PrintedLine, PrintedPage } from './pages.ts';

/** A sheet of a workbook as far as its print is asked about. */
export interface SheetHead {
  readonly name: string;
  /** Titles of the row that is repeated on every page; long ones, which break, are left out. */
  readonly titles: readonly string[];
}

const longestTitle = 4;

/** The heads that each sheet repeats on its pages. Throws for a sheet that repeats none. */
export async function headsOf(bytes: Uint8Array): Promise<readonly SheetHead[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return workbook.worksheets.map((sheet) => {
    const rows = sheet.pageSetup.printTitlesRow;
    const [, row] = /(\d+)$/.exec(rows ?? '') ?? [];
    if (row === undefined) throw new Error(`the sheet ${sheet.name} repeats no head when printed`);
    const titles: string[] = [];
    sheet.getRow(Number(row)).eachCell(({ text }) => {
      if (text.length <= longestTitle) titles.push(text);
    });
    return { name: sheet.name, titles };
  });
}

/** Pages on which no head of a sheet stands whole: a column was cut off or went to a page of its own. */
export function pagesWithoutHead(
  pages: readonly PrintedPage[],
  heads: readonly SheetHead[],
): number[] {
  const numbers = pages.map((_, index) => index + 1);
  return numbers.filter((number) => {
    const page = pages[number - 1];
    return !heads.some((head) => page && hasHead(page, head));
  });
}

/** Sheets that stand on no page. */
export function sheetsWithoutPage(
  pages: readonly PrintedPage[],
  heads: readonly SheetHead[],
): string[] {
  return heads.filter((head) => !pages.some((page) => hasHead(page, head))).map(({ name }) => name);
}

/** Numbers that did not fit their column, which a spreadsheet prints as ###. */
export function hiddenNumbers(pages: readonly PrintedPage[]): string[] {
  return pages.flatMap(({ lines }, index) =>
    lines.filter(({ text }) => /##/.test(text)).map(({ text }) => `page ${index + 1}: ${text}`),
  );
}

/** Text that runs into the text beside or below it, or off the paper. */
export function collisions(pages: readonly PrintedPage[]): string[] {
  return pages.flatMap(({ lines, width }, index) => {
    const place = (line: PrintedLine) => `page ${index + 1}: ${line.text}`;
    const off = lines.filter(({ left, right }) => left < 5 || right > width - 5);
    const onto = lines.filter((line) => lines.some((other) => runsInto(line, other)));
    return [...off, ...onto].map(place);
  });
}

/** The smallest type of a workbook's print in points; its fonts are 1.44 times as high as their size. */
export function smallestType(pages: readonly PrintedPage[]): number {
  const heights = pages.flatMap(({ lines }) => lines.map(({ top, bottom }) => bottom - top));
  return (Math.min(...heights) * 72) / 25.4 / 1.44;
}

const tolerance = 0.3;

/** Tells whether two texts lie on each other, side by side or one below the other. */
function runsInto(line: PrintedLine, other: PrintedLine): boolean {
  if (line === other) return false;
  const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
  const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
  return across > tolerance && down > (line.bottom - line.top) / 3;
}

function hasHead(page: PrintedPage, { titles }: SheetHead): boolean {
  const texts = page.lines.map(({ text }) => text);
  return titles.length > 0 && titles.every((title) => texts.some((text) => text.includes(title)));
}
