/** A speech as numbered sentences: what a draft item stands beside, and what a mark points into. */

/** One sentence of a document, headings among them. */
export interface Sentence {
  /** From 1 over the whole document; every character but the space between stands in one of them. */
  readonly number: number;
  /** As written, with its stop, without the space around it. */
  readonly text: string;
  /** The nearest heading above it; of a heading, the one of the level above. */
  readonly heading: string | null;
  /** A numbered line that stands over what follows; it demands nothing by itself. */
  readonly isHeading: boolean;
}

/**
 * The sentences of a text, in its order. A sentence ends at 。！？；(also as ! ? ;) and at the end of
 * its line; closing quotes and brackets go with the stop before them. A semicolon ends one too, since
 * speeches chain demands with it. What stands in brackets on one line is never split, a full stop
 * in quotes is.
 *
 * A heading is the first sentence of a line that begins with 一、 （一） 1. or the like, where it is
 * short and the line goes on behind it or ends without a stop, or where the next line is not the next
 * member of the same list. It stays a numbered sentence, so that nothing of the text is lost where a
 * last demand of a list is taken for one.
 */
export function sentencesOf(text: string): Sentence[] {
  const lines = text.split(lineEnd).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const above: Heading[] = [];
  const sentences: Sentence[] = [];
  for (const [index, line] of filled.entries()) {
    const parts = partsOf(line);
    const level = headingLevel(parts, filled[index + 1]);
    for (const [place, part] of parts.entries()) {
      const isHeading = level !== undefined && place === 0;
      if (isHeading) closeTo(above, level);
      const heading = above.at(-1)?.text ?? null;
      sentences.push({ number: sentences.length + 1, text: part, heading, isHeading });
      if (isHeading) above.push({ level, text: part });
    }
  }
  return sentences;
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

/** Word and WPS paste a line break inside of a paragraph as a vertical tab. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** From the highest level to the lowest, as official documents number them. */
const numberings: readonly RegExp[] = [
  /^第[一二三四五六七八九十百]+(?:部分|章|节)/,
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}(?:[、．]|\.(?!\d))/,
  /^[（(]\d{1,2}[）)]/,
];

/** A longer first sentence is a sentence with a number, not a heading. */
const longestHeading = 40;

const stops = '。！？；!?;';
const closers = '”’"』」）)】》';

function headingLevel(parts: readonly string[], next: string | undefined): number | undefined {
  const [first, second] = parts;
  if (first === undefined || first.length > longestHeading) return undefined;
  const level = levelOf(first);
  if (level === undefined || /[；;]$/.test(first)) return undefined;
  const isOver = second !== undefined || !hasStop(first);
  const isFollowed = next !== undefined && levelOf(next) !== level;
  return isOver || isFollowed ? level : undefined;
}

function levelOf(line: string): number | undefined {
  const level = numberings.findIndex((numbering) => numbering.test(line));
  return level === -1 ? undefined : level;
}

function hasStop(sentence: string): boolean {
  let end = sentence.length;
  while (end > 0 && closers.includes(sentence.charAt(end - 1))) end -= 1;
  return end > 0 && stops.includes(sentence.charAt(end - 1));
}

/** Headings of the same level and below stand over nothing any more. */
function closeTo(above: Heading[], level: number): void {
  while ((above.at(-1)?.level ?? -1) >= level) above.pop();
}

/** The sentences of one line. */
function partsOf(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < line.length) {
    if (stops.includes(line.charAt(at))) {
      at = stopEnd(line, at);
      parts.push(line.slice(from, at).trim());
      from = at;
    } else {
      at = bracketEnd(line, at) ?? at + 1;
    }
  }
  parts.push(line.slice(from).trim());
  return parts.filter((part) => part !== '');
}

/** Behind a stop, the stops that double it, and the quotes and brackets that it closes. */
function stopEnd(line: string, at: number): number {
  let end = at + 1;
  while (end < line.length && `${stops}${closers}`.includes(line.charAt(end))) end += 1;
  return end;
}

/** Behind the bracket that closes the one opened here; undefined where none does on this line. */
function bracketEnd(line: string, at: number): number | undefined {
  const closer = { '（': '）', '(': ')' }[line.charAt(at)];
  if (closer === undefined) return undefined;
  const end = line.indexOf(closer, at);
  return end === -1 ? undefined : end + 1;
}
