/** What the choices of the form are called; where the official text has a word for one, that word. */

import { gateWords } from './modifier-terms.ts';
import { resultWords, takeWords, unitWords } from './render-questions.ts';
import { capText, floorText, sameMatterText } from './render-words.ts';
import {
  combineWords,
  exclusiveWords,
  periodWords,
  sideWords,
  steppingWords,
} from './rule-terms.ts';

type Choices = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The Chinese words of the official text with the English ones beside them. */
function beside(
  zh: Readonly<Record<string, string>>,
  en: Readonly<Record<string, string>>,
): Choices {
  return Object.fromEntries(
    Object.entries(en).map(([option, words]) => [option, [zh[option] ?? option, words] as const]),
  );
}

const stepping = beside(steppingWords, {
  floor: 'whole steps only',
  linear: 'in proportion',
  ceil: 'a part is a step',
});
const span: Choices = { period: ['按期计', 'each period'], year: ['按全年计', 'over the year'] };
const over: Choices = { group: ['同组', 'the group'], all: ['全部对象', 'all subjects'] };
const best: Choices = { high: ['越高越好', 'high'], low: ['越低越好', 'low'] };
const periods = beside(periodWords, {
  same: 'the same',
  year: 'all of the year',
  priorYear: 'the same of last year',
});
const values = beside(resultWords, {
  total: 'points',
  rate: 'score rate',
  rank: 'rank',
  rankFromLast: 'rank from the last',
  fullMark: 'full mark',
  subjects: 'number of subjects',
});
const combine = beside(combineWords, {
  last: 'the last',
  mean: 'the mean',
  sum: 'the sum',
  min: 'the lowest',
  max: 'the highest',
});
const weight: Choices = { equal: ['同等', 'equally'], days: ['按任职天数', 'by days'] };
const divisor: Choices = { counted: ['实有的期数', 'periods there are'] };
const denominator: Choices = { fullMark: ['满分', 'full mark'] };
const floor: Choices = {
  zero: [floorText('zero', true), 'not below zero'],
  none: [floorText('none', true), 'no floor'],
  passToTotal: [floorText('passToTotal', true), 'the rest from the total'],
};
const gate = beside(gateWords, {
  zero: 'no points',
  noBonus: 'no bonus',
  noDeduction: 'no deduction',
});

/** The words of every choice, by the place of its field or the name of its form. */
export const optionWords: Readonly<Record<string, Choices>> = {
  'Clause.proof': {
    visit: ['现场', 'visit'],
    data: ['数据', 'data'],
    document: ['文件', 'document'],
    decision: ['决定', 'decision'],
    result: ['结果', 'result'],
    ballot: ['票', 'ballot'],
    minutes: ['记录', 'minutes'],
    ledger: ['台账', 'register'],
    photo: ['照片', 'photo'],
  },
  'Clause.noEvidence': { notDone: ['按未完成', 'counts as not done'] },
  'Clause.requires': { document: ['文件', 'a document'] },
  'Clause.share': { each: ['几方各计', 'each in full'], split: ['几方分担', 'split'] },
  'Clause.aggravate': {
    product: ['连乘', 'multiplied'],
    maxOnce: ['只加倍一次', 'the highest once'],
  },
  'Clause.counts': {
    flow: ['只计一次', 'once'],
    level: ['有效期内每期都计', 'each period while valid'],
  },
  'Clause.gate.then': gate,
  'Clause.floor': floor,
  'Clause.span': span,
  'Clause.due': { endOfSpan: ['年末才计', 'at the end of the year'] },
  'Clause.listChanged': { compare: ['照样比较', 'compared'], exclude: ['不计', 'left out'] },
  'Node.start': { full: ['满分起，往下扣', 'full mark'], zero: ['零分起，往上得', 'zero'] },
  'Node.grants': { perPeriod: ['每期给', 'each period'], onSpan: ['全年给一次', 'once a year'] },
  'Node.cap': { none: [capText('none', true), 'no cap'] },
  'Node.floor': floor,
  'Node.bonus': { separate: ['不抵已扣的分', 'separate'], refill: ['可以补回已扣的分', 'refills'] },
  'Node.coefficient.stepping': stepping,
  'Node.span': span,
  'Node.gate.then': { ...gate, full: ['计满分', 'full mark'] },
  'Node.notApplicable': {
    full: ['计满分', 'full mark'],
    mean: ['计同组平均', 'mean of the group'],
    exclude: ['去掉，按其余折算', 'left out, the rest rescaled'],
  },
  'Rule.choice.exactlyOne': beside(exclusiveWords, {
    heaviest: 'the heaviest',
    highest: 'the highest',
    refuse: 'none of them',
  }),
  'Rule.table.otherwise': { refuse: ['不采用', 'refused'] },
  'Rule.linear.side': beside(sideWords, { below: 'below', above: 'above', both: 'both' }),
  'Rule.linear.stepping': stepping,
  'Rule.linear.in': {
    points: ['直接相减', 'as a difference'],
    relative: ['占对照数的比例', 'relative to the reference'],
  },
  'Rule.deadline.days': { calendar: ['自然日', 'all days'], workday: ['工作日', 'working days'] },
  'Rule.import.value': values,
  'Rule.import.period': periods,
  'Rule.import.combine': combine,
  'Rule.import.divisor': divisor,
  'Rule.import.denominator': denominator,
  'Rule.import.weight': weight,
  'Rule.judges.void': {
    allFull: ['全打满分的', 'full mark for all'],
    uniform: ['全打一样分的', 'the same for all'],
  },
  Charge: { self: ['事实的对象', 'whom the fact is about'] },
  'Condition.companion.by': { matter: ['事项', 'matter'], subject: ['对象', 'subject'] },
  'Condition.repeated.within': { validity: ['此前那条仍有效', 'while the earlier is valid'] },
  'Condition.repeated.by': { subject: ['承担人', 'subject'], unit: ['单位', 'unit'] },
  'Condition.resultGradeIn.period': periods,
  'Validity.until': { yearEnd: ['当年末', 'the end of the year'] },
  SameMatter: {
    highest: [sameMatterText('highest'), 'the highest'],
    heaviest: [sameMatterText('heaviest'), 'the heaviest'],
    separate: [sameMatterText('separate'), 'each by itself'],
  },
  'Quantity.measure.take': beside(takeWords, {
    last: 'the last',
    sum: 'the sum',
    max: 'the highest',
    min: 'the lowest',
    mean: 'the mean',
  }),
  'Quantity.groupMean.over': over,
  'Quantity.groupMean.mode': {
    rates: ['各家的数平均', 'mean of the rates'],
    pooled: ['分子合计除以分母合计', 'pooled'],
  },
  'Quantity.groupMean.self': { in: ['含', 'with'], out: ['不含', 'without'] },
  'Quantity.groupBest.over': over,
  'Quantity.groupBest.best': best,
  'Quantity.groupRank.over': over,
  'Quantity.groupRank.best': best,
  'Quantity.result.value': values,
  'Quantity.result.period': periods,
  'Quantity.result.combine': combine,
  'Quantity.result.divisor': divisor,
  'Quantity.result.denominator': denominator,
  'Quantity.result.weight': weight,
  'Quantity.per.round': { down: ['舍去', 'down'], up: ['进位', 'up'], none: ['不取整', 'kept'] },
  'Quantity.elapsed.unit': beside(unitWords, {
    day: 'days',
    workday: 'working days',
    month: 'months',
    year: 'years',
  }),
  Who: { self: ['本对象', 'the subject'], parent: ['上级单位', 'the unit above'] },
  Window: {
    period: ['本期', 'the period'],
    span: ['本条款的计算期', 'the span of the clause'],
    year: ['全年', 'the year to date'],
    ever: ['历来', 'ever'],
  },
};
