/** Numbers as documents write them: 十二, ①, （三）, and the numbers in front of a line. */

const digits = '零一二三四五六七八九';

/** 两 is 二 where things are counted, 〇 is 零, 半 is a half. */
const chineseNumber =
  /^(?:半|[零〇一二两三四五六七八九]|[一二两三四五六七八九]?[十百](?:零?[一二三四五六七八九]十?)?[一二三四五六七八九]?)$/;

/** The number that Chinese or Arabic digits say, as decimal text; undefined for anything else. */
export function numberOf(text: string): string | undefined {
  if (/^\d{1,9}(?:\.\d{1,4})?$/.test(text)) return text;
  if (!chineseNumber.test(text)) return undefined;
  if (text === '半') return '0.5';
  let whole = 0;
  let last = 0;
  for (const character of text.replace('两', '二').replace('〇', '零')) {
    if (character === '百' || character === '十') {
      whole += (last || 1) * (character === '百' ? 100 : 10);
      last = 0;
    } else {
      last = digits.indexOf(character);
    }
  }
  return String(whole + last);
}

/** A whole number from 1 to 999 in Chinese digits: 12 is 十二. */
export function chineseOf(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (at: number) => digits.charAt(at);
  const hundred = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  return `${hundred}${zero}${ten}${ones > 0 ? digit(ones) : ''}`;
}

/**
 * How a number in front of a line is written. The order is the usual order of ranks in an official
 * document; `step` is a number with dots, such as 1.2, which says its rank itself.
 */
export type NumberStyle =
  | 'chapter'
  | 'chinese'
  | 'chineseBracketed'
  | 'arabic'
  | 'bracketed'
  | 'circled'
  | 'step';

/** A number in front of a line, and where the words begin. */
export interface LineNumber {
  readonly style: NumberStyle;
  /** As printed, without the marks around it: 一, 3, 1.2. */
  readonly printed: string;
  /** As a number, for `step` its last part. */
  readonly value: number;
  /** How many characters it takes, spaces after it included. */
  readonly length: number;
}

const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const hanzi = '[零〇一二三四五六七八九十百]{1,5}';

const lineNumbers: readonly [NumberStyle, RegExp][] = [
  ['chapter', new RegExp(`^第(${hanzi}|\\d{1,3})[章部编节条](?=[\\s　：:]|\\S)`, 'u')],
  ['chinese', new RegExp(`^(${hanzi})(?:[、．.]|(?=[\\s　]))`, 'u')],
  ['chineseBracketed', new RegExp(`^[（(](${hanzi})[）)]、?`, 'u')],
  ['step', /^(\d{1,3}(?:[.．]\d{1,3}){1,3})(?:[、．.]|(?=[\s　])|(?=[^\d.．%％分个项次年月日]))/u],
  ['bracketed', /^[（(](\d{1,3})[）)]、?/u],
  ['arabic', /^(\d{1,3})(?:[、．]|[.](?!\d)|[)）]|(?=[\s　]{1,4}[^\s\d%％]))/u],
  ['circled', new RegExp(`^([${circles}])`, 'u')],
];

/** The number in front of a line; undefined if it begins with words. */
export function lineNumberOf(text: string): LineNumber | undefined {
  const lead = /^[\s　]*/u.exec(text)?.[0].length ?? 0;
  for (const [style, pattern] of lineNumbers) {
    const found = pattern.exec(text.slice(lead));
    if (!found) continue;
    const printed = (found[1] ?? '').replaceAll('．', '.');
    // 八一、七一 are days that people keep, not numbers: the words are theirs.
    if (/^\p{Script=Han}+$/u.test(printed) && numberOf(printed) === undefined) continue;
    const end = lead + found[0].length;
    const gap = /^[\s　]*/u.exec(text.slice(end))?.[0].length ?? 0;
    return { style, printed, value: lineValue(style, printed), length: end + gap };
  }
  return undefined;
}

function lineValue(style: NumberStyle, printed: string): number {
  if (style === 'circled') return circles.indexOf(printed) + 1;
  if (style === 'step') return Number(printed.split('.').at(-1));
  return Number(numberOf(printed) ?? '0');
}
