/** The comments of a sheet, and the old-style drawing in which Excel and WPS show them. */

import { cellText } from './cell-values.ts';
import { columnName, columnNumber } from './sheet-reader.ts';
import { attribute, escaped, type XmlHandler, XmlScanner } from './xml.ts';
import { type Edit, edited, prefixAt } from './xml-edit.ts';

/** The author of a comment; office programs show the name in its first line, and so do we. */
const ourAuthor = '一根针';
/** By this line our words are known again: some programs lose the author when they save. */
const ourLine = `${ourAuthor}：\n`;

const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>`;

/** The comments part, and which cells have a comment in it. */
export interface Comments {
  readonly text: string;
  readonly places: ReadonlySet<string>;
}

/**
 * Puts notes, by cell such as `B4`, to the comments that are there (`undefined` for none). Ours of an
 * earlier round go; what others wrote stays, above the note if it is about the same cell. A thread of
 * replies is left alone: Excel keeps its words elsewhere.
 */
export function commented(
  source: string | undefined,
  notes: ReadonlyMap<string, string>,
): Comments {
  const text = source ?? emptyComments;
  const found = new CommentFinder(text);
  const p = prefixAt(text, found.root);
  const own = found.authors.indexOf(ourAuthor);
  const number = own === -1 ? found.authors.length : own;
  const edits: Edit[] = [];
  const left = new Map(notes);
  const places = new Set(notes.keys());
  for (const { place, author, start, end, words } of found.comments) {
    const isThread = (found.authors[author] ?? '').startsWith('tc=');
    const note = isThread ? undefined : left.get(place);
    const foreign = withoutOurs(words);
    if (foreign !== '' || foreign === words) {
      places.add(place);
      left.delete(place);
    }
    if (isThread || (note === undefined && foreign === words)) continue;
    const kept = note === undefined ? foreign : `${foreign}\n${ourLine}${note}`;
    edits.push({
      start,
      end,
      text: foreign === '' && words !== '' ? '' : comment(p, place, author, kept),
    });
  }
  const added = [...left]
    .map(([place, note]) => comment(p, place, number, ourLine + note))
    .join('');
  edits.push({ start: found.listEnd, end: found.listEnd, text: added });
  if (own === -1 && added !== '') {
    const name = `<${p}author>${ourAuthor}</${p}author>`;
    edits.push({ start: found.authorsEnd, end: found.authorsEnd, text: name });
  }
  return { text: edited(text, edits), places };
}

/** The words of others in a comment: what stands above our line. */
function withoutOurs(words: string): string {
  const at = `\n${words}`.indexOf(`\n${ourLine}`);
  return at === -1 ? words : words.slice(0, at).trimEnd();
}

function comment(p: string, place: string, author: number, words: string): string {
  const font = `<${p}rPr><${p}sz val="10"/><${p}rFont val="宋体"/></${p}rPr>`;
  const text = `<${p}t xml:space="preserve">${escaped(cellText(words))}</${p}t>`;
  return `<${p}comment ref="${place}" authorId="${author}"><${p}text><${p}r>${font}${text}</${p}r></${p}text></${p}comment>`;
}

interface FoundComment {
  readonly place: string;
  readonly author: number;
  readonly start: number;
  end: number;
  words: string;
}

/** Where the authors and the comments stand. */
class CommentFinder implements XmlHandler {
  readonly authors: string[] = [];
  readonly comments: FoundComment[] = [];
  root = 0;
  authorsEnd = 0;
  listEnd = 0;
  readonly #scanner: XmlScanner;
  #tag = '';

  constructor(text: string) {
    this.#scanner = new XmlScanner(this);
    this.#scanner.write(text);
    this.#scanner.end();
  }

  open(tag: string, attributes: string): void {
    const start = this.#scanner.tagStart;
    if (tag === 'comments') this.root = start;
    else if (tag === 'author') this.authors.push('');
    else if (tag === 'comment') {
      const place = attribute(attributes, 'ref') ?? '';
      const author = Number(attribute(attributes, 'authorId') ?? '0');
      this.comments.push({ place, author, start, end: start, words: '' });
    }
    this.#tag = tag;
  }

  close(tag: string): void {
    const last = this.comments.at(-1);
    if (tag === 'authors') this.authorsEnd = this.#scanner.tagStart;
    else if (tag === 'commentList') this.listEnd = this.#scanner.tagStart;
    else if (tag === 'comment' && last) last.end = this.#scanner.tagEnd;
    this.#tag = '';
  }

  text(piece: string): void {
    const last = this.comments.at(-1);
    if (this.#tag === 'author') this.authors[this.authors.length - 1] += piece;
    else if (this.#tag === 't' && last) last.words += piece;
  }
}

const emptyDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

/**
 * The drawing (`undefined` for none) with one hidden box for each cell that has a comment: boxes of
 * comments that went go, missing ones come. Excel's own drawings are not always XML: they are read as
 * text.
 */
export function drawn(source: string | undefined, comments: Comments): string {
  const text = source ?? emptyDrawing;
  const there = new Set<string>();
  const kept = text.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)/.exec(shape)?.[1];
    if (row === undefined || column === undefined || !shape.includes('"Note"')) return shape;
    const place = `${columnName(Number(column) + 1)}${Number(row) + 1}`;
    if (!comments.places.has(place)) return '';
    there.add(place);
    return shape;
  });
  const numbers = [...kept.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = numbers.reduce((most, number) => Math.max(most, number), 1024) + 1;
  const missing = [...comments.places].filter((place) => !there.has(place));
  const shapes = missing.map((place, index) => box(place, first + index)).join('');
  const end = kept.lastIndexOf('</');
  return kept.slice(0, end) + shapes + kept.slice(end);
}

/** A hidden box beside its cell. */
function box(place: string, number: number): string {
  const column = columnNumber(place);
  const row = Number(place.replace(/^\D+/, ''));
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row + 3, 4].join(', ');
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:105pt;margin-top:10pt;width:180pt;height:70pt;z-index:${number - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
