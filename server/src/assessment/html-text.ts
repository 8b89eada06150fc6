/** Text that people wrote, made safe to stand in a page. */

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Control characters, and those that turn the direction of what follows: nobody can see them, and
 * they can make a page read otherwise than it is written.
 */
const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/gu;

/** A text for the inside of an element or of a quoted attribute; a line break is a space. */
export function escaped(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unseen, '�')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
