/** What is wrong with the shape of a document, in Chinese sentences; no English leaks out. */

import type { z } from 'zod';
import type { FindingCode } from './catalogue.ts';
import { keysAt, nearest, optionsAt } from './shape-keys.ts';

type Issue = z.core.$ZodIssue;

/** A shape error before it becomes a finding. */
export interface ShapeProblem {
  readonly code: FindingCode;
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

/** All shape errors; of a union the branch that the writer most likely meant. */
export function shapeProblems(
  issues: readonly Issue[],
  input: unknown,
  shape?: z.core.$ZodType,
): ShapeProblem[] {
  const problems = issues.flatMap((issue) => problemsOf(issue, [], input, shape));
  const unknown = problems.filter(({ code }) => code === 'unknown-key');
  const holders = new Set(unknown.map(({ path }) => keyOf(path.slice(0, -1))));
  const meant = new Set(
    unknown.map(({ path }) => keyOf([...path.slice(0, -1), meantBy(path, shape) ?? ''])),
  );
  // A misspelt key leaves its object without the key that was meant; one sentence is enough.
  return problems.filter(
    ({ code, path }) =>
      !(consequences.has(code) && holders.has(keyOf(path))) &&
      !(code === 'missing-key' && meant.has(keyOf(path))),
  );
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000');
}

/** The allowed key that a misspelt one was meant to be. */
function meantBy(path: readonly PropertyKey[], shape?: z.core.$ZodType): string | undefined {
  return nearest(String(path.at(-1)), keysAt(shape, path.slice(0, -1)));
}

const consequences: ReadonlySet<string> = new Set([
  'exactly-one',
  'no-bound',
  'row-without-bound',
  'band-without-bound',
]);

function problemsOf(
  issue: Issue,
  prefix: readonly PropertyKey[],
  input: unknown,
  shape: z.core.$ZodType | undefined,
): ShapeProblem[] {
  const path = [...prefix, ...issue.path];
  const value = valueAt(input, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], shape));
    case 'invalid_union':
      return unionProblems(issue.errors, path, input, shape);
    case 'invalid_type':
      if (value === undefined) return [missingKey(path)];
      return [
        { code: 'wrong-shape', path, sentence: wrongShape(value, [typeWord(issue.expected)]) },
      ];
    case 'invalid_value':
      return [notAnOption(value, issue.values.map(String), path)];
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
      return [wordedOrOption(issue, value, path, optionsAt(shape, path))];
    default:
      return [{ code: 'wrong-shape', path, sentence: wrongShape(value, []) }];
  }
}

function unknownKey(path: readonly PropertyKey[], shape?: z.core.$ZodType): ShapeProblem {
  const key = String(path.at(-1));
  const allowed = keysAt(shape, path.slice(0, -1));
  const close = meantBy(path, shape);
  const advice = close
    ? `是不是“${close}”？请改正。`
    : allowed.length > 0
      ? `这里可以写：${allowed.join('、')}；请改正或删去。`
      : '请改正或删去。';
  return { code: 'unknown-key', path, sentence: `这里没有“${key}”这个键，${advice}` };
}

function missingKey(path: readonly PropertyKey[]): ShapeProblem {
  const key = path.at(-1);
  const sentence =
    typeof key === 'string'
      ? `缺少“${key}”，这一项必须写明；请补上。`
      : '这里是空的；请填写或删去。';
  return { code: 'missing-key', path, sentence };
}

function notAnOption(
  value: unknown,
  options: readonly string[],
  path: readonly PropertyKey[],
): ShapeProblem {
  if (value === undefined) return missingKey(path);
  const close = typeof value === 'string' ? nearest(value, options) : undefined;
  const advice = close ? `是不是“${close}”？` : '';
  const list = options.join('、');
  const code = 'not-an-option';
  return {
    code,
    path,
    sentence: `${shown(value)}不在可选范围内，${advice}可选：${list}；请改为其中一项。`,
  };
}

/** The refusals that the shapes themselves name by a code word. */
const codeWords: Record<string, (value: unknown) => string> = {
  'not-exact': (value) => `${shown(value)}不是确数；请写成 -0.5、40% 或 1/3 这样的数。`,
  'not-positive-integer': (value) => `${shown(value)}不是正整数；请写 1 到 999999 的整数。`,
  'not-code': (value) =>
    `${shown(value)}不能作编码；编码以字母、数字或汉字开头，只用字母、数字、汉字和 . _ - （）。`,
  'not-yuan': (value) => `${shown(value)}不是金额；请写元，最多两位小数，不加逗号和单位。`,
  'not-date': (value) => `${shown(value)}不是日期；请写成 2026-03-31 这样，并核对这一天是否存在。`,
  'not-period': (value) =>
    `${shown(value)}不是考核期；请写成 2026、2026-H1、2026-Q1 或 2026-03 这样。`,
  empty: () => '这里不能是空文字；请填写，或删去这个键。',
  'no-bound': () =>
    'test 只写了 of，没有写比较的界限；请补上 atLeast、above、atMost、below 或 equals。',
  'row-without-bound': () =>
    '这一行只有分数，没有写适用的范围；请补上 from、above、to、below 或 is。',
  'band-without-bound': () => '这一档没有写分数范围；请补上 from、above、to 或 below。',
  'delta-or-once': () => '缺额的分数要在 delta（每缺一个）和 once（缺了就扣一次）中写且只写一种。',
  'deadline-without-points': () => '期限条款没有写分数；请至少写明 onTime、late、perDay 中的一项。',
  'times-grades-or-ranks': () => '读取别的结果，要在 times、grades、ranks 中写且只写一种折算办法。',
  'top-or-bottom': () => '名单要在 top（前几名）和 bottom（后几名）中写且只写一种。',
  'share-or-count': () => '名额要在 share（比例）和 count（个数）中写且只写一种。',
  'sequence-without-effect': () =>
    '连续规则没有写后果；请写明 setGrade（改等次）或 propose（提建议）。',
  'results-or-events': () => '连续规则要在 results（历次结果）和 events（事件）中写且只写一种。',
  'children-and-clauses': () => '同一指标下不能既有下级指标又有条款；请把条款放进一个下级指标。',
};

/** Where a word of a list would have served as well as a number, the list is named too. */
function wordedOrOption(
  issue: Issue,
  value: unknown,
  path: readonly PropertyKey[],
  options: readonly string[],
): ShapeProblem {
  const noun = codeNouns[issue.message];
  return noun !== undefined && options.length > 0 && typeof value === 'string'
    ? notAnOption(value, [...options, noun], path)
    : worded(issue, value, path);
}

function worded(issue: Issue, value: unknown, path: readonly PropertyKey[]): ShapeProblem {
  const [name, list = ''] = issue.message.split(':');
  if (name === 'exactly-one') return exactlyOne(list.split(','), value, path);
  const words = Object.hasOwn(codeWords, issue.message) ? codeWords[issue.message] : undefined;
  if (words) return { code: issue.message as FindingCode, path, sentence: words(value) };
  if (issue.code === 'too_small' && Array.isArray(value)) {
    return { code: 'empty', path, sentence: '这里至少要写一项；请补上，或删去这个键。' };
  }
  const sentence = `${shown(value)}的格式不对；请对照这一项的说明改正。`;
  return { code: 'wrong-shape', path, sentence };
}

function exactlyOne(
  keys: readonly string[],
  value: unknown,
  path: readonly PropertyKey[],
): ShapeProblem {
  const written = keys.filter(
    (key) => typeof value === 'object' && value !== null && Object.hasOwn(value, key),
  );
  const now =
    written.length === 0 ? '现在一种也没有写' : `现在写了 ${written.join('、')}，请只留一种`;
  return {
    code: 'exactly-one',
    path,
    sentence: `这里要写且只写一种，${now}；可以写：${keys.join('、')}。`,
  };
}

/**
 * The branch that comes nearest to what was written: one that got past its outermost shape. If no
 * branch did, one sentence names what all of them expect.
 */
function unionProblems(
  branches: readonly (readonly Issue[])[],
  path: readonly PropertyKey[],
  input: unknown,
  shape?: z.core.$ZodType,
): ShapeProblem[] {
  const value = valueAt(input, path);
  if (value === undefined) return [missingKey(path)];
  const entered = branches.filter((branch) => branch.every((issue) => !missesOutright(issue)));
  const best = [...entered].sort((a, b) => a.length - b.length)[0];
  if (best) return best.flatMap((issue) => problemsOf(issue, path, input, shape));
  const issues = branches.flatMap((branch) => branch.flatMap(rootIssues));
  const options = issues.flatMap((issue) =>
    issue.code === 'invalid_value' ? issue.values.map(String) : [],
  );
  const named = issues.filter((issue) => Object.hasOwn(codeNouns, issue.message));
  const nouns = [...new Set(named.map((issue) => codeNouns[issue.message] ?? ''))];
  if (typeof value === 'string' && options.length > 0) {
    return [notAnOption(value, [...options, ...nouns], path)];
  }
  const only = named[0];
  if (typeof value === 'string' && only && nouns.length === 1) return [worded(only, value, path)];
  const types = issues.flatMap((issue) =>
    issue.code === 'invalid_type' ? [typeWord(issue.expected)] : [],
  );
  const expected = typeof value === 'string' && nouns.length > 0 ? nouns : [...new Set(types)];
  return [{ code: 'wrong-shape', path, sentence: wrongShape(value, expected) }];
}

/** True if a branch was not meant at all: another type, another word, not even a number. */
function missesOutright(issue: Issue): boolean {
  if (issue.path.length > 0 || issue.code === 'unrecognized_keys') return false;
  if (issue.code === 'invalid_union') {
    return issue.errors.every((branch) => branch.some(missesOutright));
  }
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return true;
  return Object.hasOwn(codeNouns, issue.message);
}

function rootIssues(issue: Issue): Issue[] {
  if (issue.path.length > 0) return [];
  return issue.code === 'invalid_union'
    ? issue.errors.flatMap((branch) => branch.flatMap(rootIssues))
    : [issue];
}

const codeNouns: Record<string, string> = {
  'not-exact': '一个确数（如 -0.5、40%）',
  'not-positive-integer': '一个正整数',
  'not-code': '一个编码',
  'not-date': '一个日期（如 2026-03-31）',
  'not-month-day': '一个月日（如 09-30）',
};

const typeWords: Record<string, string> = {
  string: '一个文字或数',
  array: '一个列表',
  object: '一组键和值',
  record: '一组键和值',
  boolean: 'true 或 false',
};

function typeWord(expected: string): string {
  return typeWords[expected] ?? '另一种内容';
}

function wrongShape(value: unknown, expected: readonly string[]): string {
  const what = expected.length > 0 ? `这里应当是${expected.join('或')}，` : '';
  return `${what}现在写的是${shown(value)}，读不懂；请改正。`;
}

/** A value as the writer would recognise it. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 24 ? `${value.slice(0, 24)}…` : value}”`;
  if (typeof value === 'boolean') return `“${value}”`;
  if (Array.isArray(value)) return '一个列表';
  return value === undefined ? '空白' : '一组键和值';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
