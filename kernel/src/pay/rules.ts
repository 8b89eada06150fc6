/** The rule kinds of a pay line: exact yuan with the words of the arithmetic, or why there is none. */

import type { SubjectResult } from '../evaluate/assessment.ts';
import type { Reader } from '../evaluate/reader.ts';
import { gradeWords, listed, pointsText } from '../explain/words.ts';
import { fromMilli } from '../number/points.ts';
import {
  compare,
  divide,
  exact,
  floor,
  greatest,
  multiply,
  type Rational,
  signOf,
  subtract,
  zero,
} from '../number/rational.ts';
import type { PayLine } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { only, ownOf } from '../scheme/shapes.ts';
import type { PeriodId } from '../time/periods.ts';
import { exactText, product, yuanText } from './words.ts';

/** The subject whose score, grade, history and events are paid for. */
export type PaySubject = Pick<
  SubjectResult,
  | 'code'
  | 'name'
  | 'notAssessed'
  | 'totalMilli'
  | 'fullMilli'
  | 'state'
  | 'provisional'
  | 'rank'
  | 'vetoes'
  | 'grade'
  | 'streaks'
>;

/** What every rule may read. */
export interface PayReading {
  readonly scheme: Scheme;
  readonly period: PeriodId;
  readonly reader: Reader;
  readonly subject: PaySubject;
}

/** Exact yuan and how they came about; or what is missing. */
export type Amount =
  | { readonly yuan: Rational; readonly words: string; readonly factIds: readonly string[] }
  | { readonly missing: string; readonly factIds: readonly string[] };

/** What a payee brings to a rule: the base of the role, or the plain factor 1. */
export interface Weight {
  readonly value: Rational;
  /** "村党组织书记 800 元"; empty for the plain factor. */
  readonly words: string;
  /** "任职 6 个月 ÷ 12", told after the rule's own arithmetic; the value has it already. */
  readonly after: string;
}

type RuleBody<Kind extends string> =
  Extract<PayLine['rule'], Record<Kind, unknown>> extends infer R ? R[keyof R & Kind] : never;
type Work = (body: never, weight: Weight, reading: PayReading) => Amount;

/** The bases by role of a rule that has them. */
export function basesOf(line: PayLine): Readonly<Record<string, string>> | undefined {
  const { rule } = line;
  if ('rate' in rule) return rule.rate.base;
  if ('gradeRatio' in rule) return rule.gradeRatio.base;
  return 'fixed' in rule ? rule.fixed.amount : undefined;
}

/** Works out a rule for one payee, before factors by grade, limits and rounding. */
export function workOut(line: PayLine, weight: Weight, reading: PayReading): Amount {
  const [kind, body] = only(line.rule);
  const work = works[kind];
  if (!work) throw new Error(`unknown pay rule ${kind}`);
  const amount = work(body as never, weight, reading);
  return 'missing' in amount ? amount : { ...amount, words: product(amount.words, weight.after) };
}

const works: Record<string, Work> = {
  rate: (body: RuleBody<'rate'>, weight, { subject }) => {
    const denominator =
      body.denominator === 'fullMark' ? fromMilli(subject.fullMilli) : exact(body.denominator);
    if (denominator.num === 0n) return missing('得分率的分母是 0，请在办法中写明满分');
    return scored(subject, (score) => ({
      yuan: divide(multiply(weight.value, score), denominator),
      words: `${product(weight.words, `得分 ${pointsText(subject.totalMilli)}`)} ÷ ${exactText(denominator)}`,
    }));
  },
  tier: (body: RuleBody<'tier'>, weight, { subject }) =>
    scored(subject, (score) => {
      const tier = body.tiers.find((row) => within(score, row));
      if (!tier) return `得分 ${pointsText(subject.totalMilli)} 不在办法列出的任何一档`;
      return weigh(weight, {
        yuan: exact(tier.amount),
        words: `${yuanText(exact(tier.amount))}（得分 ${pointsText(subject.totalMilli)}，属“${tierText(tier)}”一档）`,
      });
    }),
  perPoint: (body: RuleBody<'perPoint'>, weight, { subject }) =>
    scored(subject, (score) =>
      weigh(weight, perPoint(body, score, pointsText(subject.totalMilli))),
    ),
  gradeRatio: (body: RuleBody<'gradeRatio'>, weight, { subject }) => {
    const ratio = byGrade(body.ratios, subject);
    if (typeof ratio === 'string') return missing(ratio);
    return plain({
      yuan: multiply(weight.value, ratio.times),
      words: product(weight.words, ratio.words),
    });
  },
  fixed: (body: RuleBody<'fixed'>, weight) => {
    const months = exact(body.months ?? '1');
    return plain({
      yuan: multiply(weight.value, months),
      words: product(weight.words, body.months ? `${body.months} 个月` : ''),
    });
  },
  perEvent: (body: RuleBody<'perEvent'>, weight, reading) => {
    const { kind, where, amount } = body;
    const asked = reading.reader.quantity(
      { count: where ? { kind, where } : { kind } },
      asking(reading),
    );
    if (!('value' in asked)) return missing(reasonOf(asked), asked.factIds);
    const each = exact(amount);
    const yuan = multiply(each, asked.value);
    const words = `${yuanText(each)} × ${exactText(asked.value)} 次`;
    return { ...weigh(weight, { yuan, words }), factIds: asked.factIds };
  },
  share: (body: RuleBody<'share'>, weight, reading) => {
    const asked = reading.reader.quantity(body.of, asking(reading));
    if (!('value' in asked)) return missing(reasonOf(asked), asked.factIds);
    const yuan = multiply(greatest(asked.value, zero), exact(body.share));
    const ceiling = body.ceiling === undefined ? undefined : exact(body.ceiling);
    const over = ceiling !== undefined && compare(yuan, ceiling) > 0;
    const whole = `${yuanText(asked.value)} × ${body.share}`;
    const words = over
      ? `${yuanText(ceiling)}（${whole} = ${yuanText(yuan)}，按上限）`
      : signOf(asked.value) < 0
        ? `0 元（基数 ${yuanText(asked.value)} 为负，不提取）`
        : whole;
    return { ...weigh(weight, { yuan: over ? ceiling : yuan, words }), factIds: asked.factIds };
  },
  streak: (body: RuleBody<'streak'>, weight, { subject, scheme }) => {
    const length = subject.streaks?.[body.sequence];
    if (length === undefined) return missing(`没有“${body.sequence}”的连续结果，算不出是第几年`);
    const amount = length > 0 ? body.amounts[Math.min(length, body.amounts.length) - 1] : undefined;
    const yuan = amount === undefined ? zero : exact(amount);
    const unit = scheme.period === 'year' ? '年' : '期';
    return plain(weigh(weight, { yuan, words: `${yuanText(yuan)}（连续 ${length} ${unit}）` }));
  },
};

/** The total as an exact number; or why it cannot be paid by. */
function scored(
  subject: PaySubject,
  work: (score: Rational) => { yuan: Rational; words: string } | string,
): Amount {
  const obstacle = obstacleOf(subject);
  if (obstacle) return missing(obstacle);
  const result = work(fromMilli(subject.totalMilli));
  return typeof result === 'string' ? missing(result) : plain(result);
}

/** Why the score of a subject cannot be paid by yet; undefined if it can. */
export function obstacleOf(subject: PaySubject): string | undefined {
  if (subject.notAssessed) return `未参加考核：${subject.notAssessed}`;
  if (subject.state === 'missing') return '得分缺材料，补齐后再算';
  if (subject.state === 'notDue') return '得分未到期';
  if (subject.state === 'notApplicable') return '本办法对其不适用，没有得分';
  return subject.provisional ? '得分是暂定数（有缺项或前期未封存），定下来后再算' : undefined;
}

/** The factor that a table gives the grade of a subject; a sentence if it gives none. */
export function byGrade(
  table: Readonly<Record<string, string>>,
  subject: PaySubject,
): { times: Rational; words: string } | string {
  const obstacle = obstacleOf(subject);
  if (obstacle) return obstacle;
  const { state, effective } = subject.grade;
  if (state === 'pending') return '等次待定';
  const grade = effective ?? gradeWords[state];
  if (grade === '') return '没有评定等次';
  const text = ownOf(table, grade);
  if (text === undefined) return `等次“${grade}”没有写明发放比例，请在办法中写明`;
  return { times: exact(text), words: `${text}（${grade}）` };
}

function perPoint(
  body: RuleBody<'perPoint'>,
  score: Rational,
  shown: string,
): { yuan: Rational; words: string } {
  const { amount, above, onlyFrom, steps } = body;
  if (onlyFrom !== undefined && compare(score, exact(onlyFrom)) < 0) {
    return { yuan: zero, words: `0 元（得分 ${shown}，不到 ${onlyFrom} 分）` };
  }
  const start = exact(above ?? '0');
  const beyond = greatest(subtract(score, start), zero);
  const points = steps === 'linear' ? beyond : floor(beyond);
  const notes = [
    `得分 ${shown}`,
    ...(above === undefined ? [] : [`只计超过 ${above} 分的部分`]),
    ...(compare(points, beyond) === 0 ? [] : ['不足一分的不计']),
  ];
  const words = `${exactText(points)} 分 × ${yuanText(exact(amount))}（${notes.join('，')}）`;
  return { yuan: multiply(points, exact(amount)), words };
}

type Tier = RuleBody<'tier'>['tiers'][number];

function within(score: Rational, { from, below }: Tier): boolean {
  return (
    (from === undefined || compare(score, exact(from)) >= 0) &&
    (below === undefined || compare(score, exact(below)) < 0)
  );
}

function tierText({ from, below }: Tier): string {
  const bounds = [
    ...(from === undefined ? [] : [`${from} 分以上`]),
    ...(below === undefined ? [] : [`不满 ${below} 分`]),
  ];
  return listed(bounds) || '不限';
}

/** A sum that does not depend on the role, times the plain factor of the payee. */
function weigh(weight: Weight, sum: { yuan: Rational; words: string }) {
  return { yuan: multiply(sum.yuan, weight.value), words: product(sum.words, weight.words) };
}

function plain(sum: { yuan: Rational; words: string }): Amount {
  return { ...sum, factIds: [] };
}

function missing(reason: string, factIds: readonly string[] = []): Amount {
  return { missing: reason, factIds };
}

function asking({ subject, period }: PayReading) {
  return { subject: subject.code, period, window: [period] };
}

function reasonOf(answer: { missing: string } | { atLeast: Rational }): string {
  return 'missing' in answer ? answer.missing : '只知道不少于某数，不是确数';
}
