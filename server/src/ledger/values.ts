/** The value of a field as a cell holds it, both ways: 43/50, ≥11/13, 约6000人, 3/13（县名单）. */

import { type FactKind, type FactValue, parseExact } from '@oneneedle/kernel';
import {
  dateForNumber,
  dayIn,
  literal,
  literalOf,
  plainNumber,
  type Reading,
  safeText,
  shown,
  shownNumber,
  textIn,
  unreadable,
} from '../org/index.ts';
import { type Cell, halfWidth, plainText } from '../platform/index.ts';

/** A field as its cells need to know it; no type for what the catalogue does not know. */
export interface CellField {
  readonly name: string;
  readonly type?: NonNullable<FactKind['fields']>[string]['type'];
  readonly unit?: string;
  /** Words of the trade for values that the program reads. */
  readonly words?: readonly (readonly [value: string, word: string])[];
}

/** A value as a cell holds it: as people write it wherever it reads back, else spelled out. */
export function valueText(value: FactValue, field: CellField): string {
  const way = naturalText(value, field);
  if (way !== undefined && plainText(way) === way) {
    const read = valueIn({ kind: 'text', text: way }, field);
    if ('value' in read && sameValue(read.value, value)) return way;
  }
  return typeof value === 'string' ? literal(value) : spelled(value);
}

/** The value that a cell holds; what is not certain is refused. */
export function valueIn(cell: Cell, field: CellField): Reading<FactValue> {
  if (cell.kind === 'error') return unreadable(cell);
  const kept = literalOf(cell.text) ?? spelledIn(cell.text);
  if (kept !== undefined) return { value: kept };
  switch (field.type) {
    case 'number':
      return cell.kind === 'date' ? { problem: dateForNumber(cell) } : amountIn(cell, field);
    case 'rate':
      return cell.kind === 'date' ? { problem: dateForNumber(cell) } : rateIn(cell, field);
    case 'rank':
      return cell.kind === 'date' ? { problem: dateForNumber(cell) } : rankIn(cell);
    case 'date':
      return field.name === 'done' && /^(?:否|未办结|未完成)$/.test(cell.text)
        ? { value: '否' }
        : dayIn(cell);
    default: {
      const read = textIn(cell);
      if ('problem' in read) return read;
      return { value: field.words?.find(([, word]) => word === read.value)?.[0] ?? read.value };
    }
  }
}

function naturalText(value: FactValue, { type, words }: CellField): string | undefined {
  if (typeof value === 'string') {
    const word = words?.find(([own]) => own === value)?.[1];
    return word ?? (safeText(value) === value ? value : undefined);
  }
  if (type === undefined || type === 'label' || type === 'text' || type === 'date')
    return undefined;
  if ('num' in value) return `${value.num}/${value.den}`;
  if ('value' in value) return `${value.approx ? '约' : ''}${value.value}${value.unit ?? ''}`;
  const list = value.list === undefined ? '' : `（${safeText(value.list)}）`;
  const of = value.of === undefined ? '' : `/${value.of}`;
  if ('atLeast' in value) return `≥${value.atLeast}${of}${list}`;
  return of === '' && list === '' ? `第${value.rank}名` : `${value.rank}${of}${list}`;
}

const amount = /^(约|大约)?([-+]?[\d.,]+[%‰]?(?:\/[\d.]+)?)(余)?(.*?)(左右)?$/;

/** A number, with the field's own unit or without; 约6000 is kept and never counts. */
function amountIn(cell: Cell, { unit }: CellField): Reading<FactValue> {
  const text = cell.kind === 'number' ? shownNumber(cell) : half(cell.text);
  const [, about, digits = '', more, rest = '', nearly] = amount.exec(text) ?? [];
  const value = plainNumber(digits);
  if (value === undefined || !parseExact(value)) {
    const problem = `“${shown(cell.text)}”不是确数，算不出分；请只写数（如 3、0.5、40%），约数写 约6000。`;
    return { problem };
  }
  if (rest !== '' && (unit === undefined || rest !== half(unit)))
    return wrongUnit(cell, rest, unit);
  const isApprox = [about, more, nearly].some((word) => word !== undefined);
  if (!isApprox && rest === '') return { value };
  const unitOf = rest === '' ? {} : { unit: unit ?? rest };
  return { value: { value, ...unitOf, ...(isApprox ? { approx: true } : {}) } };
}

function wrongUnit(cell: Cell, rest: string, unit: string | undefined): { problem: string } {
  if (unit === undefined) {
    return { problem: `“${shown(cell.text)}”里多了“${shown(rest)}”；这一栏只写数，请删去文字。` };
  }
  const problem = `这一栏的单位是${unit}，这里写了“${shown(rest)}”；请换算成${unit}以后只写数，照抄会算错。`;
  return { problem };
}

/** 86%, 0.86 or 43/50; how many of how many is kept as both numbers. */
function rateIn(cell: Cell, field: CellField): Reading<FactValue> {
  const text = cell.kind === 'number' ? shownNumber(cell) : half(cell.text);
  const [, num, den] = /^([-+]?\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (num !== undefined && den !== undefined) return { value: { num, den } };
  const read = amountIn(cell, field);
  if ('value' in read) return read;
  const problem = `“${shown(cell.text)}”不是比率；请写 86%、0.86 或 43/50 这样。`;
  return { problem };
}

/** 3, 第3名, 3/13, 3/13（县名单）; ≥11/13 says that it was not better than 11th. */
function rankIn(cell: Cell): Reading<FactValue> {
  const text = cell.kind === 'number' ? shownNumber(cell) : cell.text.trim();
  const match = /^(.*?)(?:[（(]([\s\S]+)[）)])?$/.exec(text);
  const place = half(match?.[1] ?? '');
  const written = match?.[2];
  const list = written === undefined ? {} : { list: literalOf(written) ?? written };
  const [, sign, ordinal, number, name, total] =
    /^(≥|>=|≧|不前于)?(第)?(\d+)(名)?(?:\/(\d+))?$/.exec(place) ?? [];
  if (number === undefined) {
    const problem = `“${shown(cell.text)}”不是名次；请写 3、3/13（第 3 名，共 13 个），只知道不前于第 11 名的写 ≥11/13。`;
    return { problem };
  }
  const of = total === undefined ? {} : { of: total };
  if (sign !== undefined) return { value: { atLeast: number, ...of, ...list } };
  const isBare = total === undefined && written === undefined && !ordinal && !name;
  return { value: isBare ? number : { rank: number, ...of, ...list } };
}

/** Half width, without spaces, commas and minus signs as a keyboard has them. */
function half(text: string): string {
  return halfWidth(text)
    .replace(/[−－﹣–]/g, '-')
    .replaceAll('，', ',')
    .replaceAll(' ', '');
}

type Structured = Exclude<FactValue, string>;

/** 〖比率〗43/50, 〖名次〗3/13（县名单）, 〖约数〗6000 人: what a column of another type would misread. */
function spelled(value: Structured): string {
  if ('num' in value) return `〖比率〗${part(value.num)}/${part(value.den)}`;
  if ('value' in value) {
    const word = value.approx === undefined ? '数' : value.approx ? '约数' : '确数';
    const unit = value.unit === undefined ? '' : ` ${part(value.unit)}`;
    return `〖${word}〗${part(value.value)}${unit}`;
  }
  const of = value.of === undefined ? '' : `/${part(value.of)}`;
  const list = value.list === undefined ? '' : ` ${part(value.list)}`;
  const place = 'atLeast' in value ? `≥${part(value.atLeast)}` : part(value.rank);
  return `〖名次〗${place}${of}${list}`;
}

function part(text: string): string {
  return /^[^〖〗/≥\s]+$/.test(text) && safeText(text) === text ? text : literal(text);
}

const pieces = /〖(?:[^〖〗\\]|\\[\s\S])*〗|[/≥ ]|[^〖〗/≥ ]+/g;

function spelledIn(text: string): Structured | undefined {
  const [, word, rest = ''] = /^〖(比率|名次|数|约数|确数)〗([\s\S]+)$/.exec(text) ?? [];
  if (word === undefined) return undefined;
  const found: readonly string[] = rest.match(pieces) ?? [];
  const at = (sign: string) => {
    const piece = found[found.indexOf(sign) + 1];
    return found.includes(sign) && piece !== undefined ? (literalOf(piece) ?? piece) : undefined;
  };
  const first = found.find((piece) => !['/', '≥', ' '].includes(piece)) ?? '';
  const number = literalOf(first) ?? first;
  const numbers = [number, at('/'), ...(word === '比率' ? [at('/') ?? ''] : [])];
  if (numbers.some((item) => item !== undefined && !parseExact(item))) return undefined;
  if (word === '比率') return { num: number, den: at('/') ?? '' };
  if (word === '名次') {
    const of = at('/') === undefined ? {} : { of: at('/') };
    const list = at(' ') === undefined ? {} : { list: at(' ') };
    const isOpen = found.includes('≥');
    return isOpen ? { atLeast: number, ...of, ...list } : { rank: number, ...of, ...list };
  }
  const unit = at(' ') === undefined ? {} : { unit: at(' ') };
  const approx = word === '数' ? {} : { approx: word === '约数' };
  return { value: number, ...unit, ...approx };
}

/** Equal as data; the order of the keys is no matter. */
function sameValue(a: FactValue, b: FactValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const [x, y] = [Object.entries(a), Object.entries(b)].map((entries) =>
    JSON.stringify(entries.filter(([, item]) => item !== undefined).sort()),
  );
  return x === y;
}
