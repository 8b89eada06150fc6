/** Quantities and conditions of a scheme as an official text says them. */

import type { FactKind, Scheme } from '@oneneedle/kernel';

type Grades = NonNullable<Scheme['grades']>;
/** A question of the language: yes, no, or not known yet. */
export type Condition = NonNullable<Grades['rules']>[number]['when'];
/** A number that a rule reads. */
export type Quantity = NonNullable<NonNullable<Scheme['total']>['coefficient']>['of'];

/** What the names of a scheme's codes are. */
export interface Names {
  readonly kinds: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

/** The names of a scheme's kinds of fact and groups; `kinds` is the town's catalogue. */
export function namesOf(scheme: Scheme, kinds: readonly FactKind[] = []): Names {
  const all = [...(scheme.kinds ?? []), ...kinds];
  return {
    kinds: new Map(all.map(({ kind, name }) => [kind, name])),
    groups: new Map((scheme.groups ?? []).map(({ code, name }) => [code, name])),
  };
}

type Body = Readonly<Record<string, unknown>>;

/** "发生“较大以上森林火灾”", "民主测评不称职票的比例不低于30%". */
export function conditionText(condition: Condition, names: Names): string {
  const inner = (value: unknown) => conditionText(value as Condition, names);
  const [form, value] = only(condition);
  const body = value as Body;
  switch (form) {
    case 'all':
      return (value as unknown[]).map(inner).join('，并且');
    case 'any':
      return (value as unknown[]).map(inner).join('，或者');
    case 'not':
      return notText(value as Condition, names);
    case 'test':
      return `${quantityText(body.of as Quantity, names)}${boundsText(body, names)}`;
    case 'occurs':
      return `${windowText(body)}有${kindText(body, names)}${body.times === undefined ? '' : `${body.times}次以上`}`;
    case 'fact':
      return whereText(body);
    case 'companion':
      return `${body.by === 'subject' ? '同一对象' : '同一事项'}有${kindText(body, names)}${body.notDoneBy === undefined ? '' : `，到“${body.notDoneBy}”仍没有完成`}`;
    case 'repeated':
      return `${windowText({ window: body.within })}再次发生`;
    case 'amongLast':
      return `${quantityText(body.rank as Quantity, names)}在后${body.places}名`;
    case 'gradeIn':
      return `等次为${listed(value)}`;
    case 'resultGradeIn':
      return `办法“${body.line}”${body.period === 'priorYear' ? '上年' : ''}的等次为${listed(body.grades)}`;
    case 'groupIn':
      return `属于${list(value)
        .map((code) => names.groups.get(code) ?? code)
        .join('、')}`;
    case 'classIn':
      return `人员类别为${listed(value)}`;
    default:
      return form;
  }
}

/** "全年没有“高标准农田在册”"; other questions are named as what does not hold. */
function notText(condition: Condition, names: Names): string {
  const [form, value] = only(condition);
  const body = value as Body;
  if (form === 'occurs' && body.times === undefined) {
    return `${windowText(body)}没有${kindText(body, names)}`;
  }
  return `不属于以下情形：${conditionText(condition, names)}`;
}

/** "“村集体经济季报”的收入", "名册上的人口": what is measured, with how far back. */
export function quantityText(quantity: Quantity, names: Names): string {
  if (typeof quantity === 'string') return quantity;
  const inner = (value: unknown) => quantityText(value as Quantity, names);
  const [form, value] = only(quantity);
  const body = (typeof value === 'object' ? value : {}) as Body;
  switch (form) {
    case 'field':
      return `${value}`;
    case 'points':
      return value === 'total' ? '总分' : `第${value}项得分`;
    case 'size':
      return `名册上的${typeof value === 'string' ? value : body.name}`;
    case 'share':
      return `${inner(body.of)}与${inner(body.over)}之比`;
    case 'difference':
      return `${inner(body.of)}减${inner(body.minus)}`;
    case 'total':
      return (value as unknown[]).map(inner).join('加');
    case 'per':
      return `每${body.unit}的${inner(body.of)}`;
    case 'prior':
      return `${body.years === undefined ? '上年' : `${body.years}年前`}的${inner(body.of)}`;
    case 'ownMean':
      return `近${body.years}年${inner(body.of)}的平均数`;
    case 'groupMean':
    case 'groupBest':
    case 'groupRank':
      return `${body.over === 'all' ? '全部' : '同组'}${inner(body.of)}的${groupWords[form]}`;
    case 'result':
      return `办法“${body.line}”的${resultWords[`${body.value ?? 'total'}`] ?? body.value}`;
    case 'votes':
      return `${kindText(body, names)}中${listed(body.options)}票占${listed(body.over)}票的比例`;
    case 'elapsed':
      return `从“${body.from}”到“${body.to}”的${unitWords[`${body.unit}`] ?? body.unit}`;
    default:
      return factsText(form, body, names);
  }
}

const groupWords = { groupMean: '平均数', groupBest: '最好值', groupRank: '名次' } as const;
/** Words of the choices, for sentences and for the form. */
export const resultWords: Readonly<Record<string, string>> = {
  total: '得分',
  rate: '得分率',
  rank: '名次',
  rankFromLast: '倒数名次',
  fullMark: '满分',
  subjects: '对象数',
};
/** Words of the choices, for sentences and for the form. */
export const unitWords: Readonly<Record<string, string>> = {
  day: '天数',
  workday: '工作日数',
  month: '月数',
  year: '年数',
};
/** Words of the choices, for sentences and for the form. */
export const takeWords: Readonly<Record<string, string>> = {
  last: '最近一次',
  sum: '合计',
  max: '最高值',
  min: '最低值',
  mean: '平均数',
};

/** Counts, sums and measures of facts. */
function factsText(form: string, body: Body, names: Names): string {
  const of = `${windowText(body)}${kindText(body, names)}`;
  const field = body.field === undefined ? '' : `的${body.field}`;
  if (form === 'count') return `${of}的次数`;
  if (form === 'distinct') return `${of}按${listed(body.by)}去重的个数`;
  if (form === 'sum') return `${of}${field}的合计`;
  const take = body.take === undefined ? '' : `（${takeWords[`${body.take}`] ?? body.take}）`;
  return `${of}${field}${take}`;
}

function windowText({ window }: Body): string {
  if (window === 'year') return '全年';
  if (window === 'ever') return '历来';
  if (typeof window !== 'object' || window === null) return '';
  const [unit, number] = only(window);
  return unit === 'years' ? `近${number}年` : `近${number}个月`;
}

function kindText({ kind, where }: Body, { kinds }: Names): string {
  const named = list(kind)
    .map((code) => `“${kinds.get(code) ?? code}”`)
    .join('、');
  return where === undefined ? named : `${named}（${whereText(where as Body)}）`;
}

function whereText(where: Body): string {
  return Object.entries(where)
    .map(([name, test]) => {
      if (typeof test === 'string' || Array.isArray(test)) return `${name}为${listed(test)}`;
      const { not, present, ...bounds } = test as Body;
      if (not !== undefined) return `${name}不是${listed(not)}`;
      if (present !== undefined) return `${present ? '有' : '没有'}${name}`;
      return `${name}${boundsText(bounds, { kinds: new Map(), groups: new Map() })}`;
    })
    .join('、');
}

const boundWords: readonly (readonly [string, string])[] = [
  ['atLeast', '不低于'],
  ['above', '高于'],
  ['atMost', '不高于'],
  ['below', '低于'],
  ['equals', '等于'],
];

function boundsText(bounds: Body, names: Names): string {
  return boundWords
    .filter(([name]) => bounds[name] !== undefined)
    .map(([name, word]) => `${word}${quantityText(bounds[name] as Quantity, names)}`)
    .join('、');
}

function list(value: unknown): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [`${value}`];
}

function listed(value: unknown): string {
  return list(value).join('、');
}

/** The one key of a value of the language, and what stands under it. */
export function only(value: object): readonly [string, unknown] {
  return Object.entries(value).find(([, item]) => item !== undefined) ?? ['', undefined];
}
