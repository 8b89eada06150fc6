/**
 * The fixed patterns by which a part of a clause becomes a rule. A pattern takes the whole part or
 * nothing: whatever is left over makes the part undecided, with the reason.
 */

import { type Amount, amountOf, happenings, oneAtEnd, type Step, stepAtEnd } from './amounts.ts';
import { isGraded, labelsOf } from './labels.ts';
import { ofTwo, readLevels } from './levels.ts';
import { factName, shortName } from './names.ts';
import { numberOf } from './numerals.ts';
import {
  type FieldDraft,
  heard,
  isUnderstood,
  type Joint,
  type Keys,
  type KindDraft,
  type Reading,
  type ReadingContext,
  type Undecided,
  type Understood,
  undecided,
  unheard,
} from './reading.ts';
import type { Part, Phrase } from './sentences.ts';
import {
  type Minimum,
  minimumOf,
  missedMinimumOf,
  rateBelowOf,
  thresholdOf,
} from './thresholds.ts';
import { isConsequence, isSeveralTogether, unreadSign } from './unread.ts';

/** No sentence of a document is as long; the patterns would take long to say no. */
export const longestPart = 600;

/** A part as a rule, or why not. `previous` is the reading of the part before, in one sentence. */
export function readPart(part: Part, context: ReadingContext, previous?: Reading): Reading {
  if (part.words.length > longestPart) return undecided('一句话太长，没有读，请分成几条');
  const decided = decisionOf(part);
  if (decided) return decided;
  if (part.kind === 'none' || part.kind === 'score') return withoutAmount(part);
  if (part.rest.length > 0) return undecided(`后面的“${part.rest.join('，')}”没有读懂`);
  if (part.kind === 'times') return undecided('加倍、减半的是哪几条，没有读懂');
  const amount = amountOf(part.amount);
  if (!amount) return undecided(unreadAmount(part.amount));
  const bounds = boundsOf(part.after, amount.sign, context);
  if (!('keys' in bounds)) return bounds;
  const words = [...part.conditions, amount.head].filter((phrase) => phrase !== '').join('，');
  const reading = readAmount(words, amount, context, previous);
  if (!isUnderstood(reading)) return reading;
  if (reading.kind.name === '') return undecided('没有写是什么事');
  const source: Keys = amount.source === undefined ? {} : { source: amount.source };
  const assumed = [...reading.assumed, ...bounds.assumed];
  return { ...reading, keys: { ...reading.keys, ...bounds.keys, ...source }, assumed };
}

/** ……，经镇党委会研究决定的，加0.5－2分: the body decides within bounds. */
function decidedRange(words: string, amount: Amount): Understood | undefined {
  const found =
    /^(.+)，[经由]([^，由经]{1,12}?(?:党委会|党政联席会议?|党委会议))(?:集体)?研究(?:决定|同意)的?$/u.exec(
      words,
    );
  const [, matter = '', body = ''] = found ?? [];
  const low = amount.values[0] ?? '';
  const high = amount.upTo ?? '';
  const isPlain = amount.units.length === 0 && !amount.isDiscretion && !amount.isExtra;
  if (!found || !isPlain || unreadSign(matter) !== undefined || Number(low) >= Number(high))
    return undefined;
  const bounds =
    amount.sign === '-' ? { from: `-${high}`, to: `-${low}` } : { from: low, to: high };
  const kind = { name: factName(matter, ''), form: 'decision', fields: {} } as const;
  return heard({ decision: { body, ...bounds } }, kind);
}

/** What may be said of an amount that fits no pattern. */
function unreadAmount(phrase: string): string {
  if (/[得计记给][^，]{0,3}\d+(?:\.\d+)?分$/u.test(phrase))
    return '写的是得几分，没有写达不到时怎样计';
  if (/按[^，]{0,12}率(?:乘以|×|\*)\d/u.test(phrase))
    return '是按率得分，指标先给不给满分，要由人定';
  if (/[×*]|%/u.test(phrase)) return '是公式或百分比，请写定按什么算';
  return '分值的写法没有读懂';
}

/** Without an amount there is nothing to read, but what is missing can be said. */
function withoutAmount({ conditions, amount }: Part): Reading {
  const words = [...conditions, amount].join('，');
  if (/同一|就高|不重复/u.test(words))
    return undecided('是对别的条款的限定，请写进“同一事项”，再删去这一条');
  const sign = unreadSign(words);
  if (/否决|除外|参照|减免|同[上前]|上述/u.test(words) && sign) return undecided(sign);
  if (/不得分|不计分|得零分|计零分/u.test(words))
    return undecided('写的是不得分，请写定整项归零还是扣几分');
  if (/酌情/u.test(words)) return undecided('没有写酌情的幅度');
  if (/最高|最多|不超过|上限|封顶|扣完/u.test(words)) {
    return undecided('写的是上限或下限，限的是哪几条没有读懂');
  }
  if (/[\d一二三四五六七八九十]+万?元/u.test(words))
    return undecided('写的是钱，不是分，请写进“考核工资”');
  return undecided('没有写扣几分、加几分');
}

/** 由镇党委会研究决定予以加分的事项: the body decides, nothing else is written. */
function decisionOf(part: Part): Understood | undefined {
  const words = [...part.conditions, part.amount].join('，');
  const found =
    /^(?:其他)?(?:事项|情形)?(?:由|经)?([^，由经]{1,12}?(?:党委会|党政联席会议?|党委会议|领导小组|考核办))(?:集体)?研究决定(?:给予|予以)?(加分|扣分)(?:的(?:情形|事项|内容|项目))?$/u.exec(
      words,
    );
  if (!found || part.rest.length > 0 || part.after.length > 0) return undefined;
  const [, body = '', deed] = found;
  return {
    rule: { decision: deed === '加分' ? { body, from: '0' } : { body, to: '0' } },
    kind: { name: shortName(`${body}决定${deed}`, 20), form: 'decision', fields: {} },
    hears: true,
    keys: {},
    assumed: [],
  };
}

function readAmount(
  words: string,
  amount: Amount,
  context: ReadingContext,
  previous?: Reading,
): Reading {
  const stepped = amount.units.length === 0 ? stepAtEnd(words) : undefined;
  if (stepped) return readStep(stepped.step, stepped.before, amount, context);
  const one = amount.units.length === 0 ? oneAtEnd(words) : undefined;
  const condition = one?.condition ?? words;
  const counted = one ? [one.unit] : amount.units;
  if (/^(?:并|且|还|也|的|，)*$/u.test(condition)) return undecided('没有写是什么事');
  const decided = decidedRange(words, amount);
  if (decided) return decided;
  const sign = unreadSign(condition);
  if (sign !== undefined) return undecided(sign);
  if (isSeveralTogether(condition)) return undecided('几次合在一起怎样计，请写定');
  const goesOn = previous !== undefined && !amount.isExtra && isConsequence(condition);
  if (goesOn) return undecided('是在前一个分值之外再计，还是代替它，没有写明');
  if (amount.values.length > 1) return readLevels(condition, counted, amount, context);
  const two = ofTwo(condition, amount);
  if (two) return readLevels(condition, counted, two, context);
  if (amount.isSeveral && amount.upTo !== undefined && listsLevels(condition))
    return undecided('列了几档，哪一档几分没有写明');
  if (amount.isSeveral && !isEach(counted, amount))
    return undecided('“分别”“各”对应哪几种情形没有读懂');
  if (amount.upTo !== undefined) return readRange(condition, counted, amount, context);
  if (amount.isDiscretion) return undecided('写了酌情，没有写幅度');
  return readSingle(condition, counted, amount, context);
}

/** 每例分别扣1分, 分别酌情扣1－2分: whatever it is, each is recorded by itself. */
function isEach(counted: readonly string[], { values, upTo, isDiscretion }: Amount): boolean {
  const isOne = values.length === 1 && upTo === undefined;
  return (isOne && counted.length > 0) || (isDiscretion && upTo !== undefined);
}

/** One value: for each happening or thing, or as often as it is recorded. */
function readSingle(
  words: string,
  counted: readonly string[],
  amount: Amount,
  context: ReadingContext,
): Reading {
  const delta = `${amount.sign}${amount.values[0]}`;
  const rate = rateBelowOf(words);
  const missed = missedMinimumOf(words);
  if (counted.length === 0 && rate) {
    if (amount.sign === '') return undecided('没有达到却加分，请核对原文');
    const test = { of: reported(rate.name, context), below: rate.percent };
    const rule = { award: { when: { test }, then: delta } };
    return everyPeriod(unheard(rule, rateKind(words, rate.name, context)), context);
  }
  if (counted.length === 0 && missed) return readMissed(missed, delta, words, context);
  if (
    /(?<!逾期|超过)(?:\d+|[一二两三四五六七八九十]+)个?(?:工作日|天|日)(?:[之以])?内/u.test(words)
  )
    return undecided('几日内从哪一天算起没有写，请写定期限');
  const fields = countFields(counted);
  if (!fields) return undecided(`每${counted.join('每')}怎样计，请写定`);
  const of = Object.keys(fields);
  const body: Keys =
    of.length === 0 ? { delta } : { delta, of: of.length === 1 ? (of[0] as string) : of };
  const name = factName(words, context.before);
  const threshold = thresholdOf(words);
  const open: Joint = {
    sign: amount.sign,
    perFact: of.length === 0,
    amount: delta,
    ...(threshold ? { threshold: { ...threshold, words } } : {}),
    ...(isLateness(words) ? { isLate: true } : {}),
  };
  return { ...heard({ count: body }, { name, form: 'event', fields }), open };
}

/** 未在3月20日前报送的: the condition itself is that something came late. */
function isLateness(words: string): boolean {
  return /逾期|超期|未按时|未按期|[未不]及时|迟|未在[^，]{0,4}\d+月\d+日[之以]?前|未在(?:规定|要求|限定)(?:的)?(?:时间|时限|期限)/u.test(
    words,
  );
}

/** What is no thing that is counted. */
const times = new Set([
  '年',
  '月',
  '季度',
  '周',
  '天',
  '日',
  '工作日',
  '元',
  '%',
  '百分点',
  '个百分点',
]);

function countFields(counted: readonly string[]): Record<string, FieldDraft> | undefined {
  if (counted.some((unit) => times.has(unit))) return undefined;
  const things = counted.filter((unit) => !happenings.has(unit));
  // 每次每处: the times count too, because each of them has its places.
  const fielded =
    counted.length > 1 ? counted.filter((unit) => unit === '次' || !happenings.has(unit)) : things;
  // 人次 is one number that people add up themselves; 每人每次 is the product of two.
  return Object.fromEntries(
    fielded.map((unit) => [
      unit === '人次' ? unit : `${unit}数`,
      { type: 'number', unit, required: true } as const,
    ]),
  );
}

function listsLevels(words: string): boolean {
  return [2, 3, 4, 5].some((many) => labelsOf(words, many) !== undefined);
}

/** An amount between bounds, which somebody chooses with a reason. */
function readRange(
  words: string,
  counted: readonly string[],
  amount: Amount,
  context: ReadingContext,
): Reading {
  const low = amount.values[0] ?? '';
  const high = amount.upTo ?? '';
  if (Number(low) >= Number(high))
    return undecided('分值从大到小写，是按档分别计，请写定哪一档几分');
  if (isGraded(words) && listsLevels(words)) return undecided('列了几档，哪一档几分没有写明');
  if (counted.some((unit) => !happenings.has(unit)))
    return undecided('按人、按处酌情怎样计，请写定');
  const body = amount.sign === '-' ? { from: `-${high}`, to: `-${low}` } : { from: low, to: high };
  const rate = rateBelowOf(words);
  const name = factName(words, context.before);
  if (!rate) return heard({ range: body }, { name, form: 'judgement', fields: {} });
  const kind = { ...rateKind(words, rate.name, context), form: 'judgement' } as const;
  return {
    ...heard({ range: body }, kind),
    keys: { where: { [rate.name]: { below: rate.percent } } },
  };
}

/** 每少一次, 每下降5%, 每增加1人, 每迟一天. */
function readStep(step: Step, words: string, amount: Amount, context: ReadingContext): Reading {
  if (
    amount.values.length > 1 ||
    amount.upTo !== undefined ||
    amount.isDiscretion ||
    amount.isSeveral
  ) {
    return undecided('每一步的分值不是一个数');
  }
  const delta = `${amount.sign}${amount.values[0]}`;
  const sign = words === '' ? undefined : unreadSign(words);
  if (sign !== undefined) return undecided(sign);
  if (step.side === 'late') return readLate(step, words, delta, context);
  if (words === '') return undecided('从多少起算没有写');
  if (/%|百分点/u.test(step.unit)) return readRateStep(step, words, delta, context);
  if (step.side === 'below') return readShortfall(step, words, delta, context);
  return readExcess(step, words, delta, context);
}

/** 全年巡河6次以上，每少一次扣1分. */
function readShortfall(step: Step, words: string, delta: string, context: ReadingContext): Reading {
  const least = minimumOf(words, step.unit);
  if (!least || step.size !== '1' || !delta.startsWith('-')) return undecided('应有多少没有读懂');
  return shortfallRule(least, { delta }, words, context);
}

/** 护林员不足3名的，扣1分: once, however many are missing. */
function readMissed(least: Minimum, once: string, words: string, context: ReadingContext): Reading {
  return shortfallRule(least, { once }, words, context);
}

const countable = new Set(['次', '场', '期', '篇', '件', '条', '起']);

function shortfallRule(
  least: Minimum,
  points: Keys,
  words: string,
  context: ReadingContext,
): Reading {
  if (!String(points.delta ?? points.once).startsWith('-'))
    return undecided('没有达到却加分，请核对原文');
  const thing = least.thing.replace(/^.*(?:全年|每年|每月|每季度?|每半年|年内)/u, '');
  const name = factName(thing, '') || factName(context.before, '') || factName(words, '');
  if (!countable.has(least.unit)) {
    const field = `${least.unit}数`;
    const fields = { [field]: { type: 'number', unit: least.unit, required: true } as const };
    const rule = { shortfall: { of: reported(field, context), min: least.number, ...points } };
    return everyPeriod(unheard(rule, { name, form: 'measure', fields }), context);
  }
  const within = least.within ?? context.period;
  const isYear = within === 'year';
  if (within === undefined || (!isYear && within !== context.period)) {
    return undecided(`${least.number}${least.unit}是多长时间里的，与考核周期对不上，请写定`);
  }
  const rule = {
    shortfall: { of: { count: { kind: context.kind } }, min: least.number, ...points },
  };
  const keys: Keys = isYear && context.period !== 'year' ? { span: 'year', due: 'endOfSpan' } : {};
  return { ...unheard(rule, { name, form: 'event', fields: {} }), keys };
}

/** 志愿者达到10人以上的，每增加1人加0.1分. */
function readExcess(step: Step, words: string, delta: string, context: ReadingContext): Reading {
  const from = thresholdOf(words);
  if (!from || from.unit !== step.unit || step.size !== '1') return undecided('从多少起算没有读懂');
  const field = `${step.unit}数`;
  const fields = { [field]: { type: 'number', unit: step.unit, required: true } as const };
  const kind: KindDraft = { name: factName(words, context.before), form: 'measure', fields };
  const assumed = [`从第 ${from.number} ${step.unit}的下一${step.unit}起算`];
  if (delta.startsWith('-')) {
    const rule = { excess: { of: reported(field, context), quota: from.number, delta } };
    return everyPeriod({ ...unheard(rule, kind), assumed }, context);
  }
  const again = context.period === 'year' ? [] : ['报一次计一次；一年只计一次的，请写按全年、就高'];
  const rule = { excess: { of: { field }, quota: from.number, delta } };
  return { ...heard(rule, kind), assumed: [...assumed, ...again] };
}

/** 接种率未达到95%，每低1%扣0.5分. */
function readRateStep(step: Step, words: string, delta: string, context: ReadingContext): Reading {
  const rate = rateBelowOf(words);
  if (!rate || step.side !== 'below' || !delta.startsWith('-')) {
    return undecided('从多少起算没有读懂');
  }
  const per = `${step.size}%`;
  const linear = {
    of: reported(rate.name, context),
    reference: rate.percent,
    per,
    delta,
    side: 'below',
    in: 'points',
  };
  const assumed = step.unit === '%' ? [`每下降${per}读作每下降 ${step.size} 个百分点`] : [];
  const kind = rateKind(words, rate.name, context);
  return everyPeriod({ ...unheard({ linear }, kind), assumed }, context);
}

/** 逾期的，每迟一天扣0.1分. */
function readLate(step: Step, words: string, delta: string, context: ReadingContext): Reading {
  if (step.size !== '1' || !/^(?:天|日|工作日)$/u.test(step.unit))
    return undecided('每迟多久扣几分没有读懂');
  if (words === '') return undecided('没有写是什么事');
  if (!delta.startsWith('-')) return undecided('迟了却加分，请核对原文');
  const days: Keys = step.unit === '工作日' ? { days: 'workday' } : {};
  return heard(
    { deadline: { due: { field: '期限' }, perDay: delta, ...days } },
    { name: factName(words, context.before), form: 'event', fields: dueFields },
  );
}

/** A deadline stands on the fact itself; `done` is the day, or 否 while it is still undone. */
export const dueFields: Readonly<Record<string, FieldDraft>> = {
  期限: { type: 'date', required: true },
  done: { type: 'text' },
};

function rateKind(words: string, field: string, context: ReadingContext): KindDraft {
  const name = factName(
    words.replace(/(?:未达到?|没有达到|达不到|不到|低于|不足)[\d.]+%的?$/u, ''),
    context.before,
  );
  return { name, form: 'measure', fields: { [field]: { type: 'rate', required: true } } };
}

/** 最高加2分, 扣完为止, 同一荣誉就高加分: what stands right behind the amount. */
function boundsOf(
  after: readonly Phrase[],
  sign: '' | '-',
  context: ReadingContext,
): { keys: Keys; assumed: string[] } | Undecided {
  let keys: Keys = {};
  const assumed: string[] = [];
  for (const { text } of after) {
    // Behind 同一事项就高 it says the same once more.
    if (keys.sameMatter === 'highest' && /^不重复(?:加分)?$/u.test(text)) continue;
    const one = boundOf(text, sign, context);
    if (!one) return undecided(`“${text}”没有读懂`);
    if (isOnce(text)) assumed.push(`“${text}”读作就高，只计最高的一次`);
    keys = { ...keys, ...one };
  }
  return { keys, assumed };
}

const most =
  /^(全年|每年|年度|每月|每季度?|每半年)?(?:累计|合计|总计)?(?:(?:最高|最多)(?:可)?(加|扣|奖)?(?:分)?(?:不超过|至)?|(加|扣|奖)分?(?:累计|合计)?(?:不超过|以)|(?:累计|合计|总计)?不超过|上限(?:为)?)(\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)分(?:为止|为限|封顶)?$/u;

function boundOf(text: string, sign: '' | '-', context: ReadingContext): Keys | undefined {
  if (/^(?:直至|至)?扣完(?:本项|该项)?(?:分值?|基本分|基准分)?为止$/u.test(text)) {
    return sign === '-' && context.hasFull ? {} : undefined;
  }
  if (/^(?:上)?不封顶$/u.test(text)) return sign === '' ? {} : undefined;
  if (
    /^同一[^，]{1,6}(?:就高|按最高)(?:一[项次])?(?:加分|计分|计)?(?:不重复(?:加分)?)?$/u.test(
      text,
    ) &&
    sign === ''
  ) {
    return { sameMatter: 'highest' };
  }
  if (isOnce(text) && sign === '') return { sameMatter: 'highest' };
  const found = most.exec(text);
  const points = numberOf(found?.[4] ?? '');
  if (!found || points === undefined) return undefined;
  const deed = found[2] ?? found[3];
  if (deed !== undefined && (deed === '扣') !== (sign === '-')) return undefined;
  const within = boundSpan(found[1], context.period);
  if (!within) return undefined;
  return sign === '-' ? { floor: `-${points}`, ...within } : { cap: points, ...within };
}

/** 同一村不重复累计: nobody says which one counts. */
function isOnce(text: string): boolean {
  return /^同一[^，]{1,6}不(?:再)?重复(?:累计|累加|加分|计分|计算)$/u.test(text);
}

/** Over which time a bound holds; undefined if that is not the period of the scheme. */
function boundSpan(
  printed: string | undefined,
  period: ReadingContext['period'],
): Keys | undefined {
  if (printed === undefined) return {};
  if (/年/u.test(printed) && printed !== '每半年') return period === 'year' ? {} : { span: 'year' };
  const named = { 每月: 'month', 每季: 'quarter', 每季度: 'quarter', 每半年: 'halfYear' } as const;
  return named[printed as keyof typeof named] === period ? {} : undefined;
}

const eachPeriod = { month: '每月', quarter: '每季度', halfYear: '每半年' } as const;

/** A figure that is due every period is counted every period: nobody may take that for once a year. */
export function everyPeriod(
  reading: Understood,
  { period }: Pick<ReadingContext, 'period'>,
): Understood {
  if (period === undefined || period === 'year') return reading;
  const each = eachPeriod[period];
  const words = `这个数${each}都要报、都计一次，没有报的算缺材料；一年只计一次的，请写按全年`;
  return { ...reading, assumed: [...reading.assumed, words] };
}

/** A number that everybody has to report: without it the cell is missing, not zero. */
export function reported(field: string, { kind }: Pick<ReadingContext, 'kind'>): Keys {
  return { measure: { kind, field } };
}
