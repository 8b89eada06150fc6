/**
 * Text that must come back from a cell exactly as it went in. Cells lose what nobody sees, and many
 * texts could be read as something else; what would not survive stands in brackets of its own: 〖…〗.
 */

import { plainText } from '../platform/index.ts';

const whole = /^〖((?:[^〖〗\\]|\\[\s\S])*)〗$/;
const piece = /〖(?:[^〖〗\\]|\\[\s\S])*〗|[^；;\n]/g;

/** What a cell can lose or what the brackets themselves need: invisible signs, odd spaces, `_x0041_`. */
const fragile = /[\\〖〗]|\p{C}|\p{Zl}|\p{Zp}|(?![ 　])\p{Zs}|_(?=x[0-9a-f]{4}_)/giu;

/** The text in brackets, everything fragile spelled out; `literalOf` gives it back. */
export function literal(text: string): string {
  const spelled = text.replace(fragile, (sign) =>
    /[\\〖〗]/.test(sign) ? `\\${sign}` : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `〖${spelled}〗`;
}

/** The text that a cell keeps in brackets; undefined for any other cell. */
export function literalOf(cell: string): string | undefined {
  const inside = whole.exec(cell)?.[1];
  if (inside === undefined) return undefined;
  return inside.replace(/\\(?:u\{([0-9a-f]{1,6})\}|([\s\S]))/gi, (all, hex, sign) => {
    if (hex === undefined) return sign;
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** The text as it may stand in a text cell: as it is wherever it comes back so, else in brackets. */
export function safeText(text: string): string {
  return comesBack(text) ? text : literal(text);
}

/** The text of a text cell: what the brackets keep, or the cell as it is. */
export function textOf(cell: string): string {
  return literalOf(cell) ?? cell;
}

/**
 * The first way of writing that reads back as the value, else the value in brackets. `read` is what
 * the importer does with a cell that is not in brackets.
 */
export function writtenAs<T>(
  value: T,
  ways: readonly string[],
  read: (cell: string) => T | undefined,
  last: () => string,
): string {
  return ways.find((way) => comesBack(way) && read(way) === value) ?? last();
}

/** Several texts in one cell, parted by ；. */
export function joinList(items: readonly string[]): string {
  const plain = items.map(safeText).join('；');
  const back = splitList(plain);
  const isSame = back.length === items.length && back.every((item, at) => item === items[at]);
  return isSame ? plain : items.map(literal).join('；');
}

/** The texts of a cell, parted by ；, ; or a new line; empty ones left out. */
export function splitList(cell: string): string[] {
  return listPieces(cell).map(textOf);
}

/** As `splitList`, each piece as it is written, brackets and all. */
export function listPieces(cell: string): string[] {
  if (!/[；;\n]/.test(cell)) return cell.trim() === '' ? [] : [cell.trim()];
  const pieces: string[] = [];
  let end = -1;
  for (const { 0: part, index } of cell.matchAll(piece)) {
    if (index === end) pieces.push(`${pieces.pop() ?? ''}${part}`);
    else pieces.push(part);
    end = index + part.length;
  }
  return pieces.map((item) => item.trim()).filter((item) => item !== '');
}

/** What begins a row that counts the rows above it. */
export function isTotalsWord(text: string): boolean {
  return /^(?:合计|总计|小计|共计|累计|总数)[：:]?$/.test(text.replace(/\s+/g, ''));
}

/** Backslashes and brackets are harmless inside a text that does not begin with a bracket. */
function comesBack(text: string): boolean {
  if (text === '' || text.startsWith('〖') || plainText(text) !== text) return false;
  if (isTotalsWord(text)) return false;
  return text.replace(/[\\〖〗\n]/g, '').search(fragile) < 0;
}
