/**
 * Automatic numbers of Word. The text of a numbered paragraph does not hold its number; Word counts
 * when it shows the page, by the definitions in `numbering.xml` and `styles.xml`.
 */

import { chineseOf } from './numerals.ts';
import { childrenOf, descend, isSwitchedOn, valueAt, type XmlElement } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1章`, `%1.%2`: what is printed, with the numbers of the levels in it. */
  readonly text: string;
  readonly isLegal: boolean;
}

interface List {
  /** Lists with the same definition go on counting where another of them stopped. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Starts that this list begins anew with. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Which list and level a paragraph is numbered by. */
export interface NumberRef {
  readonly list: string;
  readonly level: number;
}

/** What the styles of a document say of a paragraph. */
export interface ParagraphStyle {
  /** The rank of a heading, from 1. */
  readonly heading?: number;
  readonly number?: NumberRef;
}

/** Counts the numbers of a document; to be asked paragraph by paragraph, in order. */
export class WordNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();
  /** Formats that nobody here knows; they were written as plain digits. */
  readonly unknownFormats = new Set<string>();

  constructor(numbering: XmlElement | undefined) {
    this.#lists = listsOf(numbering);
  }

  /** The number in front of the next paragraph of a list; '' for a bullet or no number. */
  next({ list: id, level: at }: NumberRef): string {
    const list = this.#lists.get(id);
    const level = list?.levels.get(at);
    if (!list || !level) return '';
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    const restart = this.#begun.has(id) ? undefined : list.restarts.get(at);
    this.#begun.add(id);
    const before = counts[at];
    counts[at] = restart ?? (before === undefined ? level.start : before + 1);
    counts.length = at + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index) ?? level;
      return this.#written(counts[index] ?? shown.start, level.isLegal ? 'decimal' : shown.format);
    });
  }

  #written(value: number, format: string): string {
    const write = formats[format];
    if (!write) this.unknownFormats.add(format);
    return (write ?? String)(value);
  }
}

const circles = (value: number) =>
  value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
const letter = (value: number) => String.fromCharCode(96 + ((value - 1) % 26) + 1);

const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalHalfWidth: String,
  chineseCounting: chineseOf,
  chineseCountingThousand: chineseOf,
  chineseLegalSimplified: chineseOf,
  japaneseCounting: chineseOf,
  ideographDigital: chineseOf,
  taiwaneseCountingThousand: chineseOf,
  decimalEnclosedCircle: circles,
  decimalEnclosedCircleChinese: circles,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedParen: (value) => `(${value})`,
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

function roman(value: number): string {
  const steps: readonly [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  return steps
    .map(([step, sign]) => {
      const times = Math.floor(rest / step);
      rest -= times * step;
      return sign.repeat(times);
    })
    .join('');
}

function listsOf(numbering: XmlElement | undefined): Map<string, List> {
  const definitions = new Map(
    childrenOf(numbering, 'w:abstractNum').map((one) => [
      one.attributes['w:abstractNumId'] ?? '',
      levelsOf(childrenOf(one, 'w:lvl')),
    ]),
  );
  return new Map(
    childrenOf(numbering, 'w:num').map((one) => {
      const counter = valueAt(one, 'w:abstractNumId') ?? '';
      const overrides = childrenOf(one, 'w:lvlOverride');
      const own = levelsOf(overrides.flatMap((override) => childrenOf(override, 'w:lvl')));
      const restarts = overrides.flatMap((override): [number, number][] => {
        const start = valueAt(override, 'w:startOverride');
        return start === undefined
          ? []
          : [[Number(override.attributes['w:ilvl'] ?? '0'), Number(start)]];
      });
      const levels = new Map([...(definitions.get(counter) ?? []), ...own]);
      return [one.attributes['w:numId'] ?? '', { counter, levels, restarts: new Map(restarts) }];
    }),
  );
}

function levelsOf(elements: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    elements.map((element) => [
      Number(element.attributes['w:ilvl'] ?? '0'),
      {
        start: Number(valueAt(element, 'w:start') ?? '1'),
        format: valueAt(element, 'w:numFmt') ?? 'decimal',
        text: valueAt(element, 'w:lvlText') ?? '',
        isLegal: isSwitchedOn(descend(element, 'w:isLgl')),
      },
    ]),
  );
}

/** The number that a paragraph or style asks for; `none` where it says that it has none. */
export function numberRefOf(properties: XmlElement | undefined): NumberRef | 'none' | undefined {
  const list = valueAt(properties, 'w:numPr', 'w:numId');
  if (list === undefined) return undefined;
  if (list === '0') return 'none';
  return { list, level: Number(valueAt(properties, 'w:numPr', 'w:ilvl') ?? '0') };
}

/** The paragraph styles by their id, with what they take over from the styles they are based on. */
export function stylesOf(styles: XmlElement | undefined): ReadonlyMap<string, ParagraphStyle> {
  const all = new Map(
    childrenOf(styles, 'w:style').map((one) => [one.attributes['w:styleId'] ?? '', one]),
  );
  return new Map([...all.keys()].map((id) => [id, styleOf(id, all)]));
}

function styleOf(id: string, all: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  const chain: XmlElement[] = [];
  let at: string | undefined = id;
  while (at !== undefined && chain.length < 20) {
    const one = all.get(at);
    if (one) chain.push(one);
    at = valueAt(one, 'w:basedOn');
  }
  const outline = chain.map((one) => headingOf(one)).find((rank) => rank !== undefined);
  const number = chain
    .map((one) => numberRefOf(descend(one, 'w:pPr')))
    .find((ref) => ref !== undefined);
  return {
    ...(outline === undefined ? {} : { heading: outline }),
    ...(number === undefined || number === 'none' ? {} : { number }),
  };
}

function headingOf(style: XmlElement): number | undefined {
  const outline = valueAt(style, 'w:pPr', 'w:outlineLvl');
  if (outline !== undefined && Number(outline) < 9) return Number(outline) + 1;
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(valueAt(style, 'w:name') ?? '')?.[1];
  return named === undefined ? undefined : Number(named);
}
