/** Values laid out as a person would: `{ … }` on one line up to 100 columns, else line under line. */

import { displayWidth } from '../explain/render.ts';
import type { Keys } from './done.ts';
import { keyText, literalText, scalarText } from './scalars.ts';
import { languageKeys } from './steps.ts';
import { type EditValue, isMapValue } from './values.ts';

/** Columns that a line may take. */
export const widest = 100;

/** Members of these lists always stand line under line, however short they are. */
const longLists: ReadonlySet<string | number> = new Set([
  'tree',
  'children',
  'clauses',
  'vetoes',
  'sequences',
  'outcomes',
  'lines',
]);

/** A value on one line, inside of `{ }` or `[ ]` or as one. */
export function flowText(value: EditValue, keys: Order): string {
  if (!isMapValue(value)) {
    if (!Array.isArray(value)) return scalarText(value as string | boolean, 'flow');
    return `[${value.map((item, index) => flowText(item, below(keys, index))).join(', ')}]`;
  }
  const pairs = inOrder(value, keys).map(([key, item]) => flowPair(key, item, below(keys, key)));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A key with its value on one line; `keys` lead to the value. */
export function flowPair(key: string, value: EditValue, keys: Order): string {
  return `${keyText(key, 'flow')}: ${flowText(value, keys)}`;
}

/** The keys of a value, which tell the order of what it holds; none where it is to stay as it came. */
type Order = Keys | undefined;

function below(keys: Order, key: string | number): Order {
  return keys && [...keys, key];
}

/** A place for lines: how far in they stand, and the keys of the value. */
export interface Spot {
  readonly keys: Order;
  readonly indent: number;
  /** One line is out of the question, because it grew too long. */
  readonly tall?: boolean;
}

/** The lines of a key and its value; the first without, the others with their spaces in front. */
export function pairLines(key: string, value: EditValue, spot: Spot): [string, ...string[]] {
  const [tail, ...rest] = valueLines(`${keyText(key, 'block')}:`, value, spot);
  return [tail, ...rest];
}

/** The lines of what follows `head`, which is a key with its colon. */
export function valueLines(head: string, value: EditValue, spot: Spot): [string, ...string[]] {
  const { keys, indent } = spot;
  const line = oneLine(value, keys, spot, displayWidth(head) + 1);
  if (line !== undefined) return [`${head} ${line}`];
  const pad = ' '.repeat(indent + 2);
  const literal = typeof value === 'string' ? literalText(value) : undefined;
  if (literal)
    return [`${head} ${literal.head}`, ...literal.lines.map((text) => text && pad + text)];
  return [
    head,
    ...innerLines(value, { keys, indent: indent + 2 }).map((text, i) =>
      i === 0 ? pad + text : text,
    ),
  ];
}

/** The lines of a member of a list, the first beginning with its dash, which stands at the indent. */
export function itemLines(value: EditValue, spot: Spot): [string, ...string[]] {
  const line = oneLine(value, spot.keys, spot, 2);
  if (line !== undefined) return [`- ${line}`];
  const literal = typeof value === 'string' ? literalText(value) : undefined;
  const pad = ' '.repeat(spot.indent + 2);
  if (literal) return [`- ${literal.head}`, ...literal.lines.map((text) => text && pad + text)];
  const [first = '', ...rest] = innerLines(value, { keys: spot.keys, indent: spot.indent + 2 });
  return [`- ${first}`, ...rest];
}

/** The keys of a map in the order of the language; where it has none, as they came. */
export function inOrder(
  value: Readonly<Record<string, EditValue>>,
  keys: Order,
): [string, EditValue][] {
  const language = keys ? languageKeys(keys) : [];
  const place = (key: string) => {
    const index = language.indexOf(key);
    return index < 0 ? language.length : index;
  };
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b));
}

function innerLines(value: EditValue, { keys, indent }: Spot): string[] {
  const pad = ' '.repeat(indent);
  const blocks = isMapValue(value)
    ? inOrder(value, keys).map(([key, item]) =>
        pairLines(key, item, { keys: below(keys, key), indent }),
      )
    : (value as readonly EditValue[]).map((item, index) =>
        itemLines(item, { keys: below(keys, index), indent }),
      );
  return blocks
    .flatMap(([first, ...rest]) => [pad + first, ...rest])
    .map((text, i) => (i === 0 ? text.slice(indent) : text));
}

/** The value on the line of its key or dash, if a person would write it there. */
function oneLine(
  value: EditValue,
  keys: Order,
  { indent, tall = false }: Spot,
  before: number,
): string | undefined {
  if (typeof value === 'string') {
    return literalText(value) ? undefined : scalarText(value, 'block');
  }
  if (typeof value === 'boolean') return scalarText(value, 'block');
  if (Object.keys(value).length === 0) return flowText(value, keys);
  if (tall || isLong(value, keys) || holdsMapsInList(value)) return undefined;
  const text = flowText(value, keys);
  return indent + before + displayWidth(text) <= widest ? text : undefined;
}

function isLong(value: EditValue, keys: Order): boolean {
  const list = keys?.at(-2);
  return isMapValue(value) && typeof keys?.at(-1) === 'number' && longLists.has(list ?? '');
}

/** A list of maps reads line under line. */
function holdsMapsInList(value: EditValue): boolean {
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item) => isMapValue(item) || holdsMapsInList(item));
  return Object.values(value).some(holdsMapsInList);
}
