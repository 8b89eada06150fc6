/** The styles of somebody's workbook, with a marked twin for each style that a marked cell has. */

import { attribute, type XmlHandler, XmlScanner } from './xml.ts';
import { type Edit, edited, prefixAt, withAttribute } from './xml-edit.ts';

/** Light yellow, in a shade that nobody picks: by it a mark of an earlier round is known again. */
const markColour = 'FFFFF6B3';
/** The rule around a marked cell is thick, so that it shows in black and white. */
const ruleColour = 'FFC00000';

/** A list of the styles part: how many entries it has, and where its tags stand. */
interface List {
  readonly tag: { readonly start: number; readonly end: number };
  readonly prefix: string;
  count: number;
  end: number;
}

/** A cell style as it stands in the file. */
interface CellFormat {
  readonly text: string;
  readonly fill: number;
}

/** Gives the numbers of marked styles and, at the end, the styles part that has them. */
export class MarkStyles {
  readonly #text: string;
  readonly #lists = new Map<string, List>();
  readonly #formats: CellFormat[] = [];
  readonly #ownFills = new Set<number>();
  readonly #added: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    const scanner: XmlScanner = new XmlScanner(this.#gatherer(() => scanner));
    scanner.write(text);
    scanner.end();
  }

  /** The style in which a cell of this style is marked. */
  marked(style: number): number {
    if (this.isMarked(style)) return style;
    return this.#twin(style, 'marked', (tag) => this.#dressed(tag, this.#fillNumber, 0));
  }

  /** Whether a cell of this style was marked by an earlier round. */
  isMarked(style: number): boolean {
    const fill = this.#formats[style]?.fill;
    return fill !== undefined && this.#ownFills.has(fill);
  }

  /** The style without the mark: no colour, thin rules as in any table; what was there is not known. */
  unmarked(style: number): number {
    if (!this.isMarked(style)) return style;
    return this.#twin(style, 'unmarked', (tag) => this.#dressed(tag, 0, 1));
  }

  /** The style of the sentences: the font of the workbook, thin rules, lines broken. */
  sentence(): number {
    const known = this.#numbers.get('sentence');
    if (known !== undefined) return known;
    const prefix = this.#lists.get('cellXfs')?.prefix ?? '';
    const border = this.#borderNumber + 1;
    const format = `<${prefix}xf numFmtId="49" fontId="0" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`;
    return this.#add('sentence', format);
  }

  /** The styles part with everything that was asked for. */
  text(): string {
    if (this.#added.length === 0) return this.#text;
    const fill = (p: string) =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${markColour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    return edited(this.#text, [
      ...this.#grown('fills', (p) => [fill(p)]),
      ...this.#grown('borders', (p) => [
        border(p, 'medium', ruleColour),
        border(p, 'thin', 'FF000000'),
      ]),
      ...this.#grown('cellXfs', () => this.#added),
    ]);
  }

  get #fillNumber(): number {
    return this.#lists.get('fills')?.count ?? 0;
  }

  get #borderNumber(): number {
    return this.#lists.get('borders')?.count ?? 0;
  }

  #dressed(tag: string, fill: number, border: 0 | 1): string {
    const filled = withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1);
    const ruled = withAttribute(filled, 'borderId', this.#borderNumber + border);
    return withAttribute(ruled, 'applyBorder', 1);
  }

  #twin(style: number, kind: string, change: (tag: string) => string): number {
    const key = `${kind} ${style}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const text = (this.#formats[style] ?? this.#formats[0])?.text ?? '';
    const end = text.indexOf('>') + 1;
    return this.#add(key, change(text.slice(0, end)) + text.slice(end));
  }

  #add(key: string, format: string): number {
    const number = this.#formats.length + this.#added.push(format) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #grown(name: string, entries: (prefix: string) => readonly string[]): readonly Edit[] {
    const list = this.#lists.get(name);
    if (!list) return [];
    const added = entries(list.prefix);
    const tag = this.#text.slice(list.tag.start, list.tag.end);
    const text = withAttribute(tag, 'count', list.count + added.length);
    return [
      { ...list.tag, text },
      { start: list.end, end: list.end, text: added.join('') },
    ];
  }

  /** Finds the lists, the cell styles, and which fills are marks of ours. */
  #gatherer(scanner: () => XmlScanner): XmlHandler {
    let list: List | undefined;
    let start = 0;
    let fill = 0;
    const entries: Record<string, string> = { fills: 'fill', borders: 'border', cellXfs: 'xf' };
    let entry: string | undefined;
    return {
      open: (tag, attributes) => {
        const { tagStart, tagEnd } = scanner();
        if (!list && tag in entries) {
          const place = { start: tagStart, end: tagEnd };
          list = { tag: place, prefix: prefixAt(this.#text, tagStart), count: 0, end: tagEnd };
          entry = entries[tag];
          this.#lists.set(tag, list);
        } else if (list && tag === entry) {
          start = tagStart;
          fill = Number(attribute(attributes, 'fillId') ?? '0');
        } else if (list && tag === 'fgColor' && attribute(attributes, 'rgb') === markColour) {
          this.#ownFills.add(list.count);
        }
      },
      close: (tag) => {
        if (!list) return;
        if (tag === entry) {
          list.count += 1;
          if (tag === 'xf') {
            this.#formats.push({ text: this.#text.slice(start, scanner().tagEnd), fill });
          }
        } else if (tag in entries) {
          list.end = scanner().tagStart;
          list = undefined;
        }
      },
      text() {},
    };
  }
}

function border(prefix: string, style: string, colour: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) =>
      `<${prefix}${side} style="${style}"><${prefix}color rgb="${colour}"/></${prefix}${side}>`,
  );
  return `<${prefix}border>${sides.join('')}<${prefix}diagonal/></${prefix}border>`;
}
