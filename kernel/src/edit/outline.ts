/** The tree of a text as a page lists it: what stands where, however unfinished the text is. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { readYaml } from '../scheme/read.ts';
import { contentEnd, keyStart, nameOf, type Source, startOf } from './source.ts';
import { lookFor, pathKeys } from './steps.ts';
import { type EditValue, isMapValue } from './values.ts';

/** A line of the outline, in the order of the text. */
export interface OutlineRow {
  readonly kind: 'node' | 'clause';
  /** `tree[0].clauses[3]`, as edits and findings name it. */
  readonly path: string;
  /** 1 for what stands at the top. */
  readonly level: number;
  readonly code?: string;
  /** The name of an indicator, the words of a clause. */
  readonly text?: string;
  /** The kind of rule of a clause, where one is written. */
  readonly rule?: string;
  /** What is still open about a clause whose rule is not decided. */
  readonly pending?: string;
  /** Full mark of an indicator as written. */
  readonly full?: string;
  readonly owner?: string;
  /** First and last line in the text, from 1, comments above left out. */
  readonly line: number;
  readonly lastLine: number;
  /** What it says, without the members of an indicator; absent while the text cannot be read. */
  readonly value?: Readonly<Record<string, EditValue>>;
}

/**
 * Every indicator and clause of a text. Never throws: of a text that is half written it tells as much
 * as can be read, of one that cannot be read at all nothing.
 */
export function outlineOf(text: string): OutlineRow[] {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      keepSourceTokens: true,
      uniqueKeys: false,
      version: '1.2',
      lineCounter: lines,
    });
    const { value, findings } = readYaml(text);
    const root = findings.length === 0 ? (value as EditValue) : undefined;
    const walk = { source: { text, root: document.contents, newline: '\n' }, lines, root };
    return rowsIn(walk, document.contents, { list: 'tree', path: 'tree', level: 1 });
  } catch (error) {
    // The library follows brackets by recursion: a stack that ran out is a text nobody can read.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

interface Walk {
  readonly source: Source;
  readonly lines: LineCounter;
  /** The text as data, where it can be read. */
  readonly root: EditValue | undefined;
}

interface Place {
  readonly list: 'tree' | 'children' | 'clauses';
  readonly path: string;
  readonly level: number;
}

/** Deeper than any scheme that can be read. */
const deepest = 40;

function rowsIn(walk: Walk, above: unknown, { list, path, level }: Place): OutlineRow[] {
  const members = isMap(above) ? under(above, list) : undefined;
  if (!isSeq(members) || level > deepest) return [];
  return members.items.flatMap((item, index) => {
    if (!isMap(item)) return [];
    const here = `${path}[${index}]`;
    const row = rowOf(walk, item, { list, path: here, level });
    if (list === 'clauses') return [row];
    const below = (list: 'children' | 'clauses') =>
      rowsIn(walk, item, { list, path: `${here}.${list}`, level: level + 1 });
    return [row, ...below('children'), ...below('clauses')];
  });
}

function rowOf(
  { source, lines, root }: Walk,
  map: YAMLMap,
  { list, path, level }: Place,
): OutlineRow {
  const isClause = list === 'clauses';
  const rule = isClause ? under(map, 'rule') : undefined;
  const kind = isMap(rule) && rule.items[0] ? nameOf(rule.items[0]) : undefined;
  const open = isMap(rule) && kind === 'pending' ? under(rule, 'pending') : undefined;
  const [first] = map.items;
  const start = first ? keyStart(first) : startOf(map);
  return {
    kind: isClause ? 'clause' : 'node',
    path,
    level,
    ...stated('code', textOf(map, 'code')),
    ...stated('text', textOf(map, isClause ? 'text' : 'name')),
    ...stated('rule', kind),
    ...stated(
      'pending',
      kind === 'pending' ? (isMap(open) && textOf(open, 'why')) || '' : undefined,
    ),
    ...stated('full', isClause ? undefined : textOf(map, 'full')),
    ...stated('owner', textOf(map, 'owner')),
    line: lines.linePos(start).line,
    lastLine: lines.linePos(Math.max(start, contentEnd(source, map) - 1)).line,
    ...valueIn(root, path),
  };
}

function valueIn(root: EditValue | undefined, path: string): Pick<OutlineRow, 'value'> {
  const value = root === undefined ? undefined : lookFor(root, pathKeys(root, path));
  if (!isMapValue(value)) return {};
  const { children: _, clauses: __, ...own } = value;
  return { value: own };
}

function under(map: YAMLMap, key: string): unknown {
  return map.items.find((pair) => nameOf(pair) === key)?.value;
}

/** A single value as it is read: a number by its source. */
function textOf(map: YAMLMap, key: string): string | undefined {
  const node = under(map, key);
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function stated<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
