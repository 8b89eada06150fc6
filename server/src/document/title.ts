/** Lines of a title: whole in sense, alike in length, the longer one above. */

import { widthOf } from './text.ts';

/** Characters of 22 pt in a line of the type area. */
const mostCharacters = 20;

/**
 * The lines of a title, as few as fit. A line ends between two phrases; where that leaves lines of
 * very different lengths, or a phrase is longer than a line, also before 与、和、及、暨 or after 的、》、）,
 * and at worst anywhere. A title of one line stays one.
 * @source GB/T 9704—2012 7.3.1
 */
export function titleLines(phrases: readonly string[], most = mostCharacters): string[] {
  const whole = phrases.flatMap((phrase) => fitting([phrase], most));
  const parts = phrases.flatMap((phrase) => fitting(senses(phrase), most));
  if (parts.length > mostPieces) return filled(parts, most);
  const total = parts.reduce((sum, piece) => sum + widthOf(piece), 0);
  for (let count = Math.ceil(total / most); count <= parts.length; count += 1) {
    const [first, second] = [bestSplit(whole, count, most), bestSplit(parts, count, most)];
    if (first && second)
      return unevenness(second) + costOfBreak < unevenness(first) ? second : first;
    if (first ?? second) return first ?? second ?? [];
  }
  return parts;
}

/** How much more even lines must be before a phrase is broken for it. */
const costOfBreak = 32;

/** Beyond this nobody can say what is symmetrical, and trying all splits would take for ever. */
const mostPieces = 16;

function filled(pieces: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.pop();
    if (last === undefined) lines.push(piece);
    else if (widthOf(last + piece) <= most) lines.push(last + piece);
    else lines.push(last, piece);
  }
  return lines;
}

/** The split into so many lines with the least difference of lengths; undefined if none fits. */
function bestSplit(pieces: readonly string[], count: number, most: number): string[] | undefined {
  if (count <= 1) {
    const whole = pieces.join('');
    return widthOf(whole) <= most ? [whole] : undefined;
  }
  let best: string[] | undefined;
  for (let end = 1; end <= pieces.length - count + 1; end += 1) {
    const first = pieces.slice(0, end).join('');
    if (widthOf(first) > most) break;
    const rest = bestSplit(pieces.slice(end), count - 1, most);
    if (rest && (!best || unevenness([first, ...rest]) < unevenness(best))) best = [first, ...rest];
  }
  return best;
}

/** Squares of the differences between neighbours; a line longer than the one above counts double. */
function unevenness(lines: readonly string[]): number {
  return lines.slice(1).reduce((sum, text, index) => {
    const step = widthOf(text) - widthOf(lines[index] ?? '');
    return sum + step * step * (step > 0 ? 2 : 1);
  }, 0);
}

/** A phrase in parts that may stand on lines of their own. */
function senses(phrase: string): string[] {
  return phrase.split(/(?=[与和及暨])|(?<=[的》）])/u).filter((part) => part !== '');
}

/** What is too long for a line, by its sense or else in equal pieces. */
function fitting(parts: readonly string[], most: number): string[] {
  return parts.flatMap((part) => {
    if (widthOf(part) <= most) return [part];
    const smaller = senses(part);
    if (smaller.length > 1) return fitting(smaller, most);
    const letters = [...part];
    const size = Math.ceil(letters.length / Math.ceil(widthOf(part) / most));
    const pieces = Array.from({ length: Math.ceil(letters.length / size) }, (_, index) =>
      letters.slice(index * size, (index + 1) * size).join(''),
    );
    return pieces.filter((piece) => piece !== '');
  });
}
