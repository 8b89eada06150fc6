/** The rule of a clause in words, part by part. */

import type { FactKind, Scheme } from '@oneneedle/kernel';
import {
  type Condition,
  conditionText,
  type Names,
  type Quantity,
  quantityText,
} from './render-questions.ts';
import type { Term } from './terms.ts';

type Node = Scheme['tree'][number];
export type Clause = NonNullable<Node['clauses']>[number];
type Rule = Clause['rule'];
type Body<Kind extends string> = Extract<Rule, Readonly<Record<Kind, unknown>>>[Kind];

/** What the names and units of a scheme are. */
export interface RuleNames extends Names {
  /** The catalogue by code, for the units of fields. */
  readonly catalogue: ReadonlyMap<string, FactKind>;
}

/** The terms of a rule; modifiers are told apart from it. */
export function ruleTerms({ rule, on }: Clause, names: RuleNames): Term[] {
  if ('count' in rule) return countTerms(rule.count, on, names);
  if ('choice' in rule) return choiceTerms(rule.choice);
  if ('range' in rule) return rangeTerms(rule.range);
  if ('decision' in rule) return decisionTerms(rule.decision);
  if ('sampled' in rule) return sampledTerms(rule.sampled);
  if ('table' in rule) return tableTerms(rule.table, names);
  if ('linear' in rule) return linearTerms(rule.linear, names);
  if ('ratio' in rule) return ratioTerms(rule.ratio, names);
  if ('shortfall' in rule) return shortfallTerms(rule.shortfall, names);
  if ('excess' in rule) return excessTerms(rule.excess, names);
  if ('deadline' in rule) return deadlineTerms(rule.deadline);
  if ('award' in rule) return awardTerms(rule.award, names);
  if ('import' in rule) return importTerms(rule.import);
  if ('judges' in rule) return judgesTerms(rule.judges);
  if ('ballots' in rule) return ballotsTerms(rule.ballots);
  return [{ key: 'pending', label: '计分方式待定：', value: rule.pending.why }];
}

/** The one kind of a rule. */
export function ruleKindOf({ rule }: Clause): string {
  return Object.keys(rule)[0] ?? '';
}

function countTerms(body: Body<'count'>, on: Clause['on'], names: RuleNames): Term[] {
  const { delta, of, then, weights, distinct } = body;
  const fields = listOf(of);
  const [field] = fields;
  const each =
    field === undefined
      ? '每次'
      : fields.length > 1
        ? `${fields.join('×')}，每一个`
        : eachText(field, on, names);
  return [
    ...(distinct === undefined
      ? []
      : [{ key: 'distinct', label: '只算一次的同一事：', value: listOf(distinct).join('、') }]),
    { key: 'delta', label: each, points: delta },
    ...(then === undefined ? [] : [{ key: 'then', label: '第二次起每次', points: then }]),
    ...(weights === undefined
      ? []
      : [
          {
            key: 'weights',
            label: `按${weights.by}折算：`,
            value: Object.entries(weights.factors)
              .map(([label, factor]) => `${label}${factor}倍`)
              .join('、'),
          },
        ]),
  ];
}

/** "每处" where the catalogue knows the unit of the field, else "处数每1". */
function eachText(field: string, on: Clause['on'], { catalogue }: RuleNames): string {
  const units = listOf(on).map((kind) => catalogue.get(kind)?.fields?.[field]?.unit);
  const [unit] = units;
  return unit !== undefined && units.every((other) => other === unit) ? `每${unit}` : `${field}每1`;
}

/** Words of the choices, for sentences and for the form. */
export const exclusiveWords = {
  heaviest: '几条互斥的只计最重的',
  highest: '几条互斥的只计最高的',
  refuse: '几条互斥的都不采用',
} as const;

function choiceTerms({ by, options, exactlyOne }: Body<'choice'>): Term[] {
  return [
    ...Object.entries(options).map(([label, points]) => ({
      key: `option.${label}`,
      label: `${by}“${label}”`,
      points,
    })),
    ...(exactlyOne === undefined
      ? []
      : [{ key: 'exactlyOne', label: '', value: exclusiveWords[exactlyOne] }]),
  ];
}

function rangeTerms({ from, to, or }: Body<'range'>): Term[] {
  return [
    { key: 'range', label: '酌情', value: boundsText(from, to) },
    ...(or === undefined ? [] : [{ key: 'or', label: '或者', value: boundsText(or.from, or.to) }]),
  ];
}

/** "扣0.5—2分": a deduction is told from its smaller to its larger. */
function boundsText(from: string, to: string): string {
  const [low, high] = [from.replace('-', ''), to.replace('-', '')];
  if (from.startsWith('-')) {
    return to.startsWith('-') ? `扣${high}—${low}分` : `从扣${low}分到加${high}分`;
  }
  return `加${low}—${high}分`;
}

function decisionTerms({ body, from, to }: Body<'decision'>): Term[] {
  return [
    { key: 'body', label: '由会议决定分数：', value: body },
    ...(from === undefined ? [] : [{ key: 'from', label: '最低', points: from }]),
    ...(to === undefined ? [] : [{ key: 'to', label: '最高', points: to }]),
  ];
}

function sampledTerms({ size, delta }: Body<'sampled'>): Term[] {
  return [
    { key: 'size', label: '抽查', value: `${size}个，不足的全查` },
    { key: 'delta', label: '每个不合格', points: delta },
  ];
}

function tableTerms({ of, rows, otherwise }: Body<'table'>, names: Names): Term[] {
  return [
    { key: 'of', label: '看：', value: quantityText(of, names) },
    ...rows.map((row) => {
      const label = rowText(row);
      return { key: `row.${label}`, label, points: row.points };
    }),
    ...(otherwise === undefined || otherwise === 'refuse'
      ? []
      : [{ key: 'otherwise', label: '其余', points: otherwise }]),
  ];
}

function rowText({ is, from, above, to, below }: Body<'table'>['rows'][number]): string {
  if (is !== undefined) return `“${listOf(is).join('、')}”`;
  const said = [
    from === undefined ? '' : `${from}以上`,
    above === undefined ? '' : `高于${above}`,
    to === undefined ? '' : `${to}以下`,
    below === undefined ? '' : `不满${below}`,
  ];
  return said.filter((text) => text !== '').join('、');
}

/** Words of the choices, for sentences and for the form. */
export const steppingWords = {
  floor: '只计整步',
  linear: '按比例计',
  ceil: '不足一步按一步',
} as const;
/** Words of the choices, for sentences and for the form. */
export const sideWords = { below: '低', above: '高', both: '高（低的反过来）' } as const;

function linearTerms(body: Body<'linear'>, names: Names): Term[] {
  const { of, reference, per, delta, side, stepping, in: measured } = body;
  return [
    { key: 'of', label: '看：', value: quantityText(of, names) },
    { key: 'reference', label: '对照：', value: quantityText(reference, names) },
    { key: 'delta', label: `每${sideWords[side]}${per}`, points: delta },
    ...(stepping === undefined
      ? []
      : [{ key: 'stepping', label: '', value: steppingWords[stepping] }]),
    ...(measured === 'relative' ? [{ key: 'in', label: '', value: '差额按占对照数的比例算' }] : []),
  ];
}

function ratioTerms({ of, times, atMost, atLeast }: Body<'ratio'>, names: Names): Term[] {
  return [
    { key: 'of', label: '看：', value: quantityText(of, names) },
    { key: 'times', label: '乘以', value: `${times}分` },
    ...(atMost === undefined ? [] : [{ key: 'atMost', label: '最高按', value: `${atMost}计` }]),
    ...(atLeast === undefined ? [] : [{ key: 'atLeast', label: '最低按', value: `${atLeast}计` }]),
  ];
}

function shortfallTerms({ of, min, delta, once }: Body<'shortfall'>, names: Names): Term[] {
  return [
    { key: 'of', label: '看：', value: quantityText(of, names) },
    { key: 'min', label: '应有：', value: quantityText(min, names) },
    ...(delta === undefined ? [] : [{ key: 'delta', label: '每缺1', points: delta }]),
    ...(once === undefined ? [] : [{ key: 'once', label: '不足的', points: once }]),
  ];
}

function excessTerms({ of, quota, delta, atQuota }: Body<'excess'>, names: Names): Term[] {
  return [
    { key: 'of', label: '看：', value: quantityText(of, names) },
    { key: 'quota', label: '基数：', value: quantityText(quota, names) },
    ...(atQuota === undefined ? [] : [{ key: 'atQuota', label: '达到的', points: atQuota }]),
    { key: 'delta', label: '每超1', points: delta },
  ];
}

const plusWords = { days: '日', months: '个月', workdays: '个工作日' } as const;

function dueText(due: Body<'deadline'>['due']): string {
  if (typeof due === 'string') return due;
  const [unit, number] = Object.entries(due.plus ?? {})[0] ?? [];
  if (unit === undefined) return `“${due.field}”一栏`;
  return `“${due.field}”一栏后${number}${plusWords[unit as keyof typeof plusWords]}`;
}

function deadlineTerms({ due, onTime, late, perDay, days }: Body<'deadline'>): Term[] {
  return [
    { key: 'due', label: '期限：', value: dueText(due) },
    ...(onTime === undefined ? [] : [{ key: 'onTime', label: '按期的', points: onTime }]),
    ...(late === undefined ? [] : [{ key: 'late', label: '逾期的', points: late }]),
    ...(perDay === undefined
      ? []
      : [
          {
            key: 'perDay',
            label: days === 'workday' ? '每迟1个工作日' : '每迟1日',
            points: perDay,
          },
        ]),
  ];
}

function awardTerms({ when, then, otherwise }: Body<'award'>, names: Names): Term[] {
  return [
    { key: 'when', label: '条件：', value: conditionText(when as Condition, names) },
    { key: 'then', label: '成立的', points: then },
    ...(otherwise === undefined ? [] : [{ key: 'otherwise', label: '否则', points: otherwise }]),
  ];
}

/** Words of the choices, for sentences and for the form. */
export const periodWords = { same: '同一期', year: '本年各期', priorYear: '上年同期' } as const;
/** Words of the choices, for sentences and for the form. */
export const combineWords = {
  last: '取最近一期',
  mean: '取平均',
  sum: '取合计',
  min: '取最低',
  max: '取最高',
} as const;

function importTerms(body: Body<'import'>): Term[] {
  const { line, value, of, period, combine, times, grades, ranks, otherwise } = body;
  const read = quantityText({ result: { line, ...(value ? { value } : {}) } } as Quantity, {
    kinds: new Map(),
    groups: new Map(),
  });
  const how = [
    typeof of === 'object' ? `（${Object.values(of)[0]}的）` : '',
    period === undefined ? '' : `，${periodWords[period]}`,
    combine === undefined ? '' : `，${combineWords[combine]}`,
  ].join('');
  const listed = Object.entries(grades ?? ranks ?? {});
  return [
    { key: 'read', label: '读：', value: `${read}${how}` },
    ...(times === undefined ? [] : [{ key: 'times', label: '乘以', value: times }]),
    ...listed.map(([label, points]) => ({
      key: `option.${label}`,
      label: grades ? `等次“${label}”` : `第${label}名`,
      points,
    })),
    ...(otherwise === undefined ? [] : [{ key: 'otherwise', label: '其余', points: otherwise }]),
  ];
}

function judgesTerms({ trim, times, fullMark }: Body<'judges'>): Term[] {
  const cut = [
    trim?.high === undefined ? '' : `${trim.high}个最高分`,
    trim?.low === undefined ? '' : `${trim.low}个最低分`,
  ].filter((text) => text !== '');
  const above = trim?.onlyAbove === undefined ? '' : `（评委多于${trim.onlyAbove}人的）`;
  return [
    { key: 'mean', label: '', value: '评委打分的平均分' },
    ...(cut.length === 0
      ? []
      : [{ key: 'trim', label: '去掉', value: `${cut.join('和')}${above}` }]),
    ...(fullMark === undefined ? [] : [{ key: 'fullMark', label: '打分满分', value: fullMark }]),
    ...(times === undefined ? [] : [{ key: 'times', label: '乘以', value: times }]),
  ];
}

function ballotsTerms({ options, times, abstentionsCount, quorum }: Body<'ballots'>): Term[] {
  return [
    ...Object.entries(options).map(([label, factor]) => ({
      key: `option.${label}`,
      label: `“${label}”票按`,
      value: `${factor}计`,
    })),
    { key: 'times', label: '除以有效票后乘以', value: `${times}分` },
    ...(abstentionsCount ? [{ key: 'abstain', label: '', value: '弃权计入有效票' }] : []),
    ...(quorum === undefined
      ? []
      : [{ key: 'quorum', label: '到会比例不低于', value: `${quorum.atLeast}，否则无效` }]),
  ];
}

/** One or several, always as a list. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
