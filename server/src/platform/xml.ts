/**
 * A reader of the XML inside Office files: forwards only, in pieces, without a tree. It knows no
 * document types and no entities of their own, so nothing can expand; it refuses them.
 */

/** Told of tags and text in the order of the file; names come without their prefix. */
export interface XmlHandler {
  /** `attributes` is the text between the name and the end of the tag; see `attribute`. */
  open(name: string, attributes: string): void;
  /** Also called for an element that is empty. */
  close(name: string): void;
  /** A piece of text, entities resolved; one text may come in several pieces. */
  text(piece: string): void;
}

/** The XML is not what an Office program writes; the file is damaged or made to harm. */
export class XmlProblem extends Error {}

/** No tag of an Office file comes near this many characters. */
const longestTag = 1_000_000;

/** Reads XML piece by piece; `end` must follow the last piece. */
export class XmlScanner {
  /** Where the tag that `open` or `close` is told of begins and ends, counted over all pieces. */
  tagStart = 0;
  tagEnd = 0;
  readonly #handler: XmlHandler;
  #rest = '';
  /** Characters that were read before `#rest`. */
  #base = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let from = 0;
    while (from < text.length) {
      const isTag = text.charCodeAt(from) === lessThan;
      const after = isTag ? this.#markup(text, from) : this.#text(text, from);
      if (after === from) break;
      from = after;
    }
    this.#rest = text.slice(from);
    this.#base += from;
    if (this.#rest.length > longestTag) throw new XmlProblem('a tag without an end');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#depth !== 0) throw new XmlProblem('cut off');
  }

  /** Reads one tag, comment or the like; gives where it ends, or `from` if its end is not here yet. */
  #markup(text: string, from: number): number {
    const second = text.charCodeAt(from + 1);
    if (second === exclamation) return this.#special(text, from);
    if (second === question) return skipped(text, from, '?>');
    const end = endOfTag(text, from);
    if (end === -1) return from;
    this.tagStart = this.#base + from;
    this.tagEnd = this.#base + end + 1;
    if (second === slash) {
      this.#depth -= 1;
      this.#handler.close(localName(text.slice(from + 2, end).trim()));
      return end + 1;
    }
    const isEmpty = text.charCodeAt(end - 1) === slash;
    const tag = text.slice(from + 1, isEmpty ? end - 1 : end);
    const gap = tag.search(/\s/);
    const name = localName(gap === -1 ? tag : tag.slice(0, gap));
    this.#handler.open(name, gap === -1 ? '' : tag.slice(gap));
    if (isEmpty) this.#handler.close(name);
    else this.#depth += 1;
    return end + 1;
  }

  #special(text: string, from: number): number {
    if (text.length < from + 9) return from;
    if (text.startsWith('<!--', from)) return skipped(text, from, '-->');
    if (!text.startsWith('<![CDATA[', from)) throw new XmlProblem('a document type');
    const end = text.indexOf(']]>', from);
    if (end === -1) return from;
    this.#handler.text(text.slice(from + 9, end));
    return end + 3;
  }

  /** Reads text up to the next tag; an entity that may be cut in two waits for the next piece. */
  #text(text: string, from: number): number {
    let end = text.indexOf('<', from);
    if (end === -1) {
      const ampersand = text.lastIndexOf('&');
      end = ampersand >= from && ampersand > text.length - longestEntity ? ampersand : text.length;
      if (text.charCodeAt(end - 1) === carriageReturn) end -= 1;
    }
    if (end > from) this.#handler.text(decoded(text.slice(from, end)));
    return end;
  }
}

const lessThan = 60;
const exclamation = 33;
const question = 63;
const slash = 47;
const space = 32;
const quote = 34;
const apostrophe = 39;
const greaterThan = 62;
const carriageReturn = 13;
const longestEntity = 12;

/** Where the tag ends; a `>` between quotes does not end it. */
function endOfTag(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === greaterThan) return at;
    if (code === quote || code === apostrophe) {
      at = text.indexOf(code === quote ? '"' : "'", at + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}

function skipped(text: string, from: number, mark: string): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? from : end + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its name without prefix; undefined where it is absent. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('=', at);
    if (equals === -1) return undefined;
    let open = equals + 1;
    while (attributes.charCodeAt(open) <= space) open += 1;
    const mark = attributes.charCodeAt(open) === quote ? '"' : "'";
    const close = attributes.indexOf(mark, open + 1);
    if (close === -1) return undefined;
    if (localName(attributes.slice(at, equals).trim()) === name) {
      return decoded(attributes.slice(open + 1, close));
    }
    at = close + 1;
  }
}

/** Whether an attribute is switched on: `1` or `true`. */
export function isOn(attributes: string, name: string): boolean {
  const value = attribute(attributes, name);
  return value === '1' || value === 'true';
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities resolved and its line ends as \n; an unknown entity is refused. */
function decoded(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;&]*);?/g, (_, entity: string) => {
    const known = named[entity];
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(entity);
    const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] ? 16 : 10) : -1;
    if (code < 1 || code > 0x10ffff) throw new XmlProblem('an unknown entity');
    return String.fromCodePoint(code);
  });
}

/** Text as it stands between tags or quotes; what XML cannot hold must be gone before. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
