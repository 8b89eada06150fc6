/** Lines of a title: whole in sense, alike in length, the longer one above. */

import { widthOf } from './text.ts';

/** Characters of 22 pt in a line of the type area. */
const mostCharacters = 20;

/**
 * The lines of a title. A line ends between two phrases; where one phrase is longer than a line, also
 * before 与、和、及、暨 or after 的、》、）, and at worst anywhere. A title of one line stays one.
 * @source GB/T 9704—2012 7.3.1
 */
export function titleLines(phrases: readonly string[], most = mostCharacters): string[] {
  const pieces = phrases.flatMap((phrase) =>
    widthOf(phrase) > most ? parts(phrase, most) : [phrase],
  );
  if (pieces.length > mostPieces) return filled(pieces, most);
  const total = pieces.reduce((sum, piece) => sum + widthOf(piece), 0);
  for (let count = Math.ceil(total / most); count < pieces.length; count += 1) {
    const best = bestSplit(pieces, count, most);
    if (best) return best;
  }
  return pieces;
}

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

/** A phrase that is too long for a line, cut where sense allows, else into equal pieces. */
function parts(phrase: string, most: number): string[] {
  const senses = phrase.split(/(?=[与和及暨])|(?<=[的》）])/u).filter((part) => part !== '');
  return senses.flatMap((part) => {
    const letters = [...part];
    const pieces = Math.ceil(widthOf(part) / most);
    const size = Math.ceil(letters.length / pieces);
    return Array.from({ length: pieces }, (_, index) =>
      letters.slice(index * size, (index + 1) * size).join(''),
    ).filter((piece) => piece !== '');
  });
}
