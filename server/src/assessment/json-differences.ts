/** Two JSON values compared, each difference with a place that a person can find. */

import { type Milli, milliText } from '@oneneedle/kernel';

export interface JsonDifference {
  /** "东溪村 · 1.1 明查暗访…… · 分值". */
  readonly place: string;
  readonly was: string;
  readonly is: string;
  /** Both are hashes: they follow from what they were made of. */
  readonly isHash: boolean;
}

/**
 * The values in which two texts differ, in the order of the second. Lists of things with a code are
 * matched by it, other lists by position; what only one of them has is one difference.
 */
export function jsonDifferences(was: unknown, is: unknown): JsonDifference[] {
  return compared(was, is, []);
}

function compared(was: unknown, is: unknown, place: readonly string[]): JsonDifference[] {
  if (Array.isArray(was) && Array.isArray(is)) return comparedLists(was, is, place);
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    return keys.flatMap((key) =>
      compared(ownOf(was, key), ownOf(is, key), [...place, wordOf(key, is)]),
    );
  }
  if (Object.is(was, is)) return [];
  const told = place.filter((step) => step !== '');
  const isPoints = /(?:分值|总分|满分)$/.test(place.at(-1) ?? '');
  const isHash = [was, is].every((value) => typeof value === 'string' && hash.test(value));
  return [
    { place: told.join(' · '), was: valueText(was, isPoints), is: valueText(is, isPoints), isHash },
  ];
}

function comparedLists(
  was: readonly unknown[],
  is: readonly unknown[],
  place: readonly string[],
): JsonDifference[] {
  const steps = place.at(-1) === '' ? place.slice(0, -1) : place;
  const [oldKeys, newKeys] = [keysOf(was), keysOf(is)];
  if (oldKeys && newKeys) {
    const old = new Map(oldKeys.map((key, index) => [key, was[index]]));
    const now = new Map(newKeys.map((key, index) => [key, is[index]]));
    return [...new Set([...newKeys, ...oldKeys])].flatMap((key) => {
      const item = now.get(key) ?? old.get(key);
      return compared(old.get(key), now.get(key), [...steps, nameOf(item)]);
    });
  }
  const count = Math.max(was.length, is.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const item = is[index] ?? was[index];
    const name = isObject(item) ? nameOf(item) : `第 ${index + 1} 项`;
    return compared(was[index], is[index], [...steps, name]);
  });
}

/** Codes by which the things of a list are told apart; undefined where there are none. */
function keysOf(items: readonly unknown[]): string[] | undefined {
  const keys = items.map((item) => {
    if (!isObject(item)) return undefined;
    const { kind, code, subject, label } = item;
    const parts = [kind, code ?? subject, label].filter((part) => typeof part === 'string');
    return typeof (code ?? subject) === 'string' ? parts.join('|') : undefined;
  });
  const known = keys.filter((key) => key !== undefined);
  const areTold = known.length === items.length && new Set(known).size === items.length;
  return areTold ? known : undefined;
}

function nameOf(item: unknown): string {
  if (!isObject(item)) return '';
  const { code, name, label, sentence, subject } = item;
  const named = [code === name ? '' : code, name ?? label ?? sentence ?? subject];
  return named
    .filter((part) => typeof part === 'string')
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 40);
}

/** Words for the keys that a reader meets; '' for those that only hold others. */
const words: Readonly<Record<string, string>> = {
  subjects: '',
  children: '',
  tree: '',
  totalMilli: '总分',
  fullMilli: '满分',
  milli: '分值',
  rank: '名次',
  state: '状态',
  reason: '怎么来的',
  factIds: '事实',
  grade: '等次',
  effective: '认定',
  computed: '算出',
  reasons: '理由',
  notices: '须留意',
  lists: '名单',
  pay: '考核工资',
  code: '编码',
  files: '文件摘要',
  period: '期',
  asOf: '计分日',
  sealed: '封存',
  receipt: '凭据',
  result: '凭据',
  intervals: '名次稳定性',
};

function wordOf(key: string, { code }: Readonly<Record<string, unknown>>): string {
  if (key === 'code' && typeof code === 'string' && /^(?:\w{4}-){4}\w{4}$/.test(code)) {
    return '凭据码';
  }
  return Object.hasOwn(words, key) ? (words[key] ?? '') : key;
}

const mostShown = 60;
const hash = /^[0-9a-f]{64}$/;

function valueText(value: unknown, isPoints: boolean): string {
  if (value === undefined) return '没有';
  if (Array.isArray(value)) return `${value.length} 项`;
  if (isObject(value)) return '一组内容';
  if (isPoints && typeof value === 'number' && Number.isSafeInteger(value)) {
    return milliText(value as Milli).replace(/^-/, '−');
  }
  if (typeof value === 'string') return `“${shortened(value)}”`;
  return shortened(JSON.stringify(value));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > mostShown ? `${letters.slice(0, mostShown).join('')}……` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownOf(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
