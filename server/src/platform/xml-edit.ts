/** Small changes in XML that others wrote: what is not touched stays as it was, to the byte. */

/** A stretch of the text and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits, which must not overlap; those at one place keep their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A start tag with an attribute set, or removed where the value is undefined. */
export function withAttribute(
  tag: string,
  name: string,
  value: string | number | undefined,
): string {
  const plain = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  if (value === undefined) return plain;
  return plain.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`);
}

/** The prefix of the tag that begins here, such as `x:`; '' for none. */
export function prefixAt(text: string, start: number): string {
  return /^<\/?([^\s:/>]+:)?/.exec(text.slice(start, start + 60))?.[1] ?? '';
}

/** Puts elements before the last end tag of a document, in its own prefix. */
export function appended(text: string, elements: (prefix: string) => string): string {
  const end = text.lastIndexOf('</');
  if (end === -1) return text;
  return text.slice(0, end) + elements(prefixAt(text, end)) + text.slice(end);
}
