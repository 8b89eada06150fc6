/**
 * How much room a sheet takes on A4, counted in lines before a browser sees it: the largest type in
 * which it fits one page, or where it turns over. The counts are on the generous side, so that what
 * is said to fit does fit, whichever Songti the machine has.
 */

/** Type of a page: size in points, height of a line in em, and the width of the page in em. */
export interface Type {
  readonly size: number;
  readonly line: number;
  readonly width: number;
}

/** A piece of a page that is not divided. */
export interface Piece {
  readonly html: string;
  /** Height in em. */
  height(type: Type): number;
  /** Stays on the page of the piece after it. */
  readonly keepsNext?: boolean;
}

/** A4 upright less its margins, in points: 14 mm at the sides, 10 mm above, 9 mm below. */
const paper = { width: 515, height: 788 };
/** Largest first; nothing is printed smaller than 9 pt. */
const types: readonly Type[] = [
  [11, 1.45],
  [10.5, 1.4],
  [10, 1.4],
  [9.5, 1.35],
  [9, 1.25],
].map(([size = 0, line = 0]) => ({ size, line, width: paper.width / size }));
/** The type of a sheet that turns over: there is room, so it need not be the smallest. */
const turning: Type = { size: 10, line: 1.4, width: paper.width / 10 };
/** Room left unused on a page, in em, for what counting cannot know. */
const spareEm = 1;

/** Pieces by page, and their type. */
export interface Layout {
  readonly type: Type;
  readonly pages: readonly (readonly Piece[])[];
}

/** `head` and `foot` stand on every page and have a height in em of their own. */
export function layOut(pieces: readonly Piece[], fixedEm: { head: number; foot: number }): Layout {
  for (const type of types) {
    const pages = paged(pieces, fixedEm, type);
    if (pages.length === 1) return { type, pages };
  }
  return { type: turning, pages: paged(pieces, fixedEm, turning) };
}

function paged(
  pieces: readonly Piece[],
  { head, foot }: { head: number; foot: number },
  type: Type,
): Piece[][] {
  const room = paper.height / type.size - head - foot - spareEm;
  const pages: Piece[][] = [[]];
  let left = room;
  for (const group of together(pieces)) {
    const height = group.reduce((sum, piece) => sum + piece.height(type), 0);
    if (height > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(...group);
    left -= height;
  }
  return pages;
}

/** A piece that keeps the next one with it is no last line of a page. */
function together(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    isOpen = piece.keepsNext === true;
  }
  return groups;
}

/** Lines that a text takes at a width in em; at least one. */
export function linesOf(text: string, widthEm: number): number {
  const ems = emsOf(text);
  if (ems <= widthEm) return 1;
  // Characters do not break everywhere: a line may lose a mark or a part of a number at its end.
  return Math.ceil(ems / Math.max(widthEm - 0.8, 4));
}

/** Width in em: in Songti figures and Latin letters are half as wide as a Chinese character. */
function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** In the widest of the fonts named; narrow letters are not told apart. */
function widthOf(letter: string): number {
  if (letter === ' ') return 0.5;
  return /[\u0021-\u007e\u00a0-\u00ff\u2212]/.test(letter) ? 0.56 : 1;
}
