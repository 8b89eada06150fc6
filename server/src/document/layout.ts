/**
 * The page of an official document in twips (1/1440 inch, 1/20 pt).
 * @source GB/T 9704—2012 5.1–5.2, 7.2–7.5
 */

/** Twips of a length in millimetres, rounded. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** A4: 210 mm × 297 mm. */
export const paper = { width: 11906, height: 16838 };

/**
 * 天头 37 mm, 订口 28 mm; the type area of 156 mm × 225 mm leaves 26 mm and 35 mm. The foot stands so
 * that the dash of the page number is 7 mm below the type area.
 */
export const portrait = {
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  header: 851,
  footer: 1420,
};

/**
 * The same paper turned so that the head of a table lies at the left of the bound page, on odd and
 * even pages alike: left becomes top, top becomes right.
 */
export const landscape = {
  top: portrait.left,
  right: portrait.top,
  bottom: portrait.right,
  left: portrait.bottom,
  header: 851,
  footer: 851,
};

/** Width of the type area: upright, and of a page that lies across. */
export const typeWidth = {
  portrait: paper.width - portrait.left - portrait.right,
  landscape: paper.height - landscape.left - landscape.right,
};

/**
 * 22 lines to a page: 225 mm / 22 is 28.99 pt, and 22 lines of 29 pt are a hair too tall, so Word
 * would move the last one to the next page; 28.95 pt fits.
 */
export const line = 579;

/**
 * 28 characters of 16 pt to a line of 442.2 pt need −0.207 pt each. Word counts in twentieths of a
 * point: −5 (−0.25 pt) fits and justification fills the line, −4 gives 27 characters.
 */
export const squeeze = -5;

/** 一字: the width of one character in the type area, 156 mm / 28. */
export const character = 316;

/** Sizes in half points, as Word counts them. */
export const sizes = {
  二号: 44,
  三号: 32,
  四号: 28,
  小四: 24,
  五号: 21,
} as const;

/** Lines of other sizes than the body's: exact heights, so that no font changes them. */
export const lines = { title: 660, four: 440, pageNumber: 400, cell: 400, smallCell: 320 };

/** The upper edge of the red head is 35 mm below that of the type area. */
export const headDrop = twips(35);

/** Largest size of the red head in points; a longer name is set smaller so that it fits one line. */
export const headPoints = { most: 54, least: 26 };

/** Borders in eighths of a point: the red line, and the lines of the 版记 (0.35 mm and 0.25 mm). */
export const borders = { red: 12, thick: 8, thin: 6, table: 4 };

/** Points between the number and the red line, beside what the line of the number leaves: 4 mm. */
export const redLineGap = 8;
