/** Text as it stands in a cell, without what nobody can see. */

/**
 * The text as a clerk sees it: no invisible characters, no space at its ends, a hard space is a
 * space, a line ends in `\n`. Full-width digits stay as they are. Doing it twice changes nothing.
 */
export function plainText(text: string): string {
  if (ordinary.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(hardSpaces, ' ')
    .replace(invisible, '')
    .trim();
}

/** Most cells: printable from end to end, nothing to do. */
const ordinary = /^(?:[!-~\u3001-\u9fff](?:[ -~\u3001-\u9fff]*[!-~\u3001-\u9fff])?)?$/;

const hardSpaces = /[\u00a0\u2007\u202f]/g;

/** Control characters, zero-width characters, marks of direction, and what is no character at all. */
const invisible =
  /(?![\n\t])[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/**
 * Digits, letters and the signs that belong to numbers and dates in half width: `１２．５％` is
 * `12.5%`, `２０２６－０３－０６` is `2026-03-06`. Meant for a whole cell that holds a number, date or
 * code, not for sentences: a full stop `。` or a comma `、` is left alone.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uff0b-\uff1a\uff21-\uff3a\uff41-\uff5a\uff05\uff08\uff09]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
