/** The columns of facts: what a title means, and under which title a part of a fact is written. */

import type { FactKind } from '@oneneedle/kernel';
import { isRemarkHead, literal, literalOf, normalTitle, safeText } from '../org/index.ts';
import { plainText } from '../platform/index.ts';

/** The parts of a fact that every kind may have. */
export type Part =
  | 'kind'
  | 'id'
  | 'about'
  | 'on'
  | 'to'
  | 'period'
  | 'matter'
  | 'docNo'
  | 'docBody'
  | 'docDate'
  | 'docLevel'
  | 'chosenScheme'
  | 'chosenClause'
  | 'chosenPoints'
  | 'chosenReason'
  | 'evidence'
  | 'tags'
  | 'private'
  | 'form'
  | 'countsIn'
  | 'recordedBy'
  | 'reviewedBy'
  | 'reverses'
  | 'note'
  | 'seq';

/** What a column holds: a part of the fact, a field of its kind, or who plays a part in it. */
export type Meaning =
  | { readonly part: Part }
  | { readonly field: string }
  | { readonly role: string };

/** The title of each part, and other titles that mean the same where no field has that name. */
export const partTitles: Readonly<Record<Part, readonly [string, ...string[]]>> = {
  kind: ['事实种类'],
  id: ['编号', '事实编号'],
  about: ['对象', '考核对象', '村', '村名', '单位', '姓名'],
  on: ['日期', '发生日期'],
  to: ['止', '止日', '截止日期'],
  period: ['期间', '考核期'],
  matter: ['事项号', '事项编号'],
  docNo: ['文号', '依据文号'],
  docBody: ['发文机关', '发文单位'],
  docDate: ['文件日期', '成文日期', '发文日期'],
  docLevel: ['文件级别', '级别'],
  chosenScheme: ['裁量办法'],
  chosenClause: ['裁量条款'],
  chosenPoints: ['裁量分'],
  chosenReason: ['裁量理由'],
  evidence: ['佐证', '佐证材料'],
  tags: ['标签'],
  private: ['涉及个人隐私', '涉及隐私'],
  form: ['形态'],
  countsIn: ['计入期'],
  recordedBy: ['记录人', '登记人'],
  reviewedBy: ['复核人', '审核人'],
  reverses: ['更正', '更正编号'],
  note: ['说明', '备注'],
  seq: ['序号', '登记序号'],
};

/** Names of fields that the program itself reads, in the words of the trade. */
export const fieldTitles: Readonly<Record<string, string>> = {
  done: '办结日期',
  clause: '条款',
  state: '定为',
  reason: '理由',
  round: '轮次',
  judge: '评委',
  score: '评分',
  value: '数值',
  item: '自选项',
  failed: '不合格数',
  sampled: '抽查数',
  line: '办法代号',
  total: '得分',
  full: '满分',
  grade: '等次',
  computedGrade: '原算等次',
  rank: '名次',
  subjects: '参评个数',
  edition: '版次',
};

const fieldMark = '字段·';
const roleMark = '身份·';

type Field = NonNullable<FactKind['fields']>[string];

/** What a title means for a kind; `ignored` for our own remarks, undefined where it means nothing. */
export function meaningOf(
  title: string,
  kind: FactKind | undefined,
): Meaning | 'ignored' | undefined {
  const written = plainText(title);
  if (written.startsWith(fieldMark)) return { field: inside(written, fieldMark) };
  if (written.startsWith(roleMark)) return { role: inside(written, roleMark) };
  const normal = normalTitle(title);
  if (isRemarkHead(title)) return 'ignored';
  const part = partWith(([exact]) => exact === normal);
  if (part) return { part };
  const field = fieldWith(normal, kind);
  if (field !== undefined) return { field };
  const role = kind?.parts?.find((name) => normalTitle(name) === normal);
  if (role !== undefined) return { role };
  const alike = partWith((titles) => titles.includes(normal));
  if (alike) return { part: alike };
  // A kind without an entry has the fields that its facts have.
  return kind === undefined && normal !== '' ? { field: written } : undefined;
}

const titlesOfKind = new WeakMap<FactKind, Map<string, string>>();

/** The title under which a meaning is written for a kind: the plain one wherever it reads back. */
export function titleOf(meaning: Meaning, kind: FactKind | undefined): string {
  if (!kind || 'part' in meaning) return titleMade(meaning, kind);
  const known = titlesOfKind.get(kind) ?? new Map<string, string>();
  titlesOfKind.set(kind, known);
  const key = keyOf(meaning);
  const title = known.get(key) ?? titleMade(meaning, kind);
  known.set(key, title);
  return title;
}

function titleMade(meaning: Meaning, kind: FactKind | undefined): string {
  const same = (title: string) => sameMeaning(meaningOf(title, kind), meaning);
  if ('part' in meaning) return partTitles[meaning.part][0];
  if ('role' in meaning) {
    const plain = safeText(meaning.role);
    return same(plain) ? plain : marked(roleMark, meaning.role);
  }
  const field =
    kind?.fields && Object.hasOwn(kind.fields, meaning.field) && kind.fields[meaning.field];
  const ways = field
    ? fieldWays(meaning.field, field, kind?.form)
    : kind === undefined
      ? [safeText(meaning.field)]
      : [];
  return ways.find(same) ?? marked(fieldMark, meaning.field);
}

/** All titles that a kind's sheet may have, for telling which one was meant. */
export function titlesFor(kind: FactKind | undefined): string[] {
  const fields = Object.keys(kind?.fields ?? {}).map((field) => titleOf({ field }, kind));
  const roles = (kind?.parts ?? []).map((role) => titleOf({ role }, kind));
  return [...fields, ...roles, ...Object.values(partTitles).map(([title]) => title)];
}

/** A meaning as a key: equal meanings have equal keys. */
export function keyOf(meaning: Meaning): string {
  if ('part' in meaning) return meaning.part;
  return 'field' in meaning ? `field ${meaning.field}` : `role ${meaning.role}`;
}

function sameMeaning(a: Meaning | 'ignored' | undefined, b: Meaning): boolean {
  return a !== undefined && a !== 'ignored' && keyOf(a) === keyOf(b);
}

function partWith(fits: (titles: readonly [string, ...string[]]) => boolean): Part | undefined {
  const found = Object.entries(partTitles).find(([, titles]) => fits(titles));
  return found?.[0] as Part | undefined;
}

/** The field whose title this is; with its unit before the bare name, the name before the trade's. */
function fieldWith(normal: string, kind: FactKind | undefined): string | undefined {
  const fields = Object.entries(kind?.fields ?? {});
  const titled = fields.map(([name, field]) => ({
    name,
    ways: fieldWays(name, field, kind?.form),
  }));
  for (const place of [0, 1, 2, 3]) {
    const found = titled.find(
      ({ ways }) => ways[place] !== undefined && normalTitle(ways[place]) === normal,
    );
    if (found) return found.name;
  }
  return undefined;
}

/** 处数（处）, 处数: the trade's word with and without the unit, then the name as it is. */
function fieldWays(name: string, { type, unit: written }: Field, form?: string): string[] {
  // A rate carries its own sign: under 完成率（%） nobody could tell what 0.92 means.
  const unit = type === 'rate' ? undefined : written;
  const isNoGrade = name === 'state' && form === 'result';
  const known = Object.hasOwn(fieldTitles, name) ? fieldTitles[name] : undefined;
  const word = isNoGrade ? '无等次原因' : known;
  const bases = [...(word === undefined ? [] : [word]), safeText(name)];
  return bases.flatMap((base) => (unit === undefined ? [base] : [`${base}（${unit}）`, base]));
}

function marked(mark: string, name: string): string {
  const plain = `${mark}${safeText(name)}`;
  return inside(plain, mark) === name ? plain : `${mark}${literal(name)}`;
}

function inside(title: string, mark: string): string {
  const rest = title.slice(mark.length);
  return literalOf(rest) ?? rest;
}
