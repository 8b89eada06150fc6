/**
 * Where a finding is, in the words of people: 条款 1.5 instead of tree[0].clauses[4]. A path is
 * followed through what was read, as far as it goes; the innermost thing with a code names the place.
 */

/** What the members of a list are called, by the key of the list. */
const words: Readonly<Record<string, string>> = {
  tree: '指标',
  children: '指标',
  clauses: '条款',
  vetoes: '否决',
  sequences: '连续规则',
  outcomes: '结果建议',
  lines: '工资项',
  lists: '名单',
  groups: '类组',
  kinds: '事实种类',
  items: '自选项',
  classes: '奖项',
  units: '单位',
  persons: '人员',
  posts: '任职',
  pairings: '挂钩',
};

/** `条款 1.5`, `指标 2.1`, `事实 D-0012`; undefined where nothing on the way has a code. */
export function whereIn(root: unknown, path: string): string | undefined {
  let [place, rest, list]: [unknown, string, string] = [root, path, ''];
  let where: string | undefined;
  while (rest !== '') {
    const step = stepInto(place, rest);
    if (!step) return where;
    place = step.member;
    rest = step.rest;
    if (typeof step.key === 'number') where = nameOf(place, list) ?? where;
    else list = step.key;
  }
  return where;
}

/** One step along a path. */
export interface Step {
  readonly key: string | number;
  /** What is left of the path. */
  readonly rest: string;
}

/**
 * The first step of a path among members with these keys, or by number (`[4]`). A key may hold dots
 * and brackets itself, so the longest one that fits is taken.
 */
export function firstStep(path: string, keys: Iterable<string>): Step | undefined {
  const numbered = /^\[(\d+)\]/.exec(path);
  if (numbered) return { key: Number(numbered[1]), rest: afterDot(path, numbered[0].length) };
  let found: string | undefined;
  for (const key of keys) {
    const next = path[key.length];
    const fits = path.startsWith(key) && (next === undefined || next === '.' || next === '[');
    if (fits && key.length > (found?.length ?? -1)) found = key;
  }
  return found === undefined ? undefined : { key: found, rest: afterDot(path, found.length) };
}

function afterDot(path: string, length: number): string {
  return path.slice(path[length] === '.' ? length + 1 : length);
}

function stepInto(place: unknown, path: string): (Step & { member: unknown }) | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  const step = firstStep(path, Array.isArray(place) ? [] : Object.keys(place));
  if (!step || Array.isArray(place) !== (typeof step.key === 'number')) return undefined;
  return { ...step, member: (place as Record<string | number, unknown>)[step.key] };
}

/** A member of a list by its code; a list that is the whole file is told by its rows. */
function nameOf(member: unknown, list: string): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const row = member as Record<string, unknown>;
  if (list === '') return rowName(row);
  const word = Object.hasOwn(words, list) ? words[list] : undefined;
  const code = [row.code, row.kind, row.name, row.person].find((item) => typeof item === 'string');
  return word === undefined || code === undefined ? undefined : `${word} ${code}`;
}

function rowName({ id, kind, line, period }: Record<string, unknown>): string | undefined {
  if (typeof id === 'string') return `事实 ${id}`;
  if (typeof line === 'string' && typeof period === 'string') return `封存 ${line} ${period}`;
  return typeof kind === 'string' ? `事实种类 ${kind}` : undefined;
}
