/** The phrase with the points: 每人次扣0.1分, 酌情加1－3分, 分别加2、4、6、10分. */

import { numberOf } from './numerals.ts';

/** An amount phrase, read to its last character. */
export interface Amount {
  /** The words in front of the amount that are part of the condition. */
  readonly head: string;
  /** The units after 每: `['人', '次']`; empty where there is no 每. */
  readonly units: readonly string[];
  /** 每少一次, 每下降5%: one step of a quantity. */
  readonly step?: Step;
  /** 酌情 or 视情. */
  readonly isDiscretion: boolean;
  /** 分别 or 各: the amount belongs to several conditions. */
  readonly isSeveral: boolean;
  /** 加扣, 再加: on top of what stood before. */
  readonly isExtra: boolean;
  readonly sign: '' | '-';
  /** One value, or several in the order printed. */
  readonly values: readonly string[];
  /** The upper end, where a span is given: 0.5－2 has the value 0.5 and this 2. */
  readonly upTo?: string;
  /** 1－2分: the span whose two ends are the `values`. */
  readonly run?: string;
  /** 以……为准 in brackets behind the amount. */
  readonly source?: string;
}

/** One step of a quantity and which way it goes. */
export interface Step {
  readonly side: 'below' | 'above' | 'late';
  readonly size: string;
  readonly unit: string;
}

/** Units in which things, people and happenings are counted. */
export const units = [
  '人次',
  '个百分点',
  '百分点',
  '公里',
  '万美元',
  '万元',
  '季度',
  '工作日',
  ...'人次例起件宗项处户家个座名篇条支张场株块份村组批台辆只头笔栋间套期栏片幅盏根棵株杆口罐桶袋吨米亩天日年月周元%',
];
/** Happenings count one a fact; things, persons and places have their number in a field. */
export const happenings: ReadonlySet<string> = new Set('例次起件宗个期批笔');

const unit = `(?:${units.join('|')})`;
const amountNumber = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半]{1,3})';
const each = `每${unit}(?:每${unit}){0,2}`;
const how = '(?:酌情|视情况|视情节|视情|分别|各|可|给予|一次性|直接|均|都|另外|另|再)';
const verb = '(?:加扣|扣减|扣除|减扣|扣|减|奖励|奖|加)';
const list = `${amountNumber}分?(?:、${amountNumber}分?)+`;
const span = `${amountNumber}分?(?:-{1,2}|至|到)${amountNumber}`;
const amountPattern = new RegExp(
  `^(.*?)(${each})?(${how}*)(${each})?(${how}*)(${verb})(?:(${span})|(${list})|(${amountNumber}))分$`,
  'u',
);
const sourcePattern = /（以([^（）]+)为准）$/u;

/** An amount phrase in compact spelling; undefined if some of it is not understood. */
export function amountOf(phrase: string): Amount | undefined {
  const source = sourcePattern.exec(phrase)?.[1];
  const words = source === undefined ? phrase : phrase.replace(sourcePattern, '');
  // 分 is closed by the pattern; a list may have closed it itself: 2分、1分、0.5分.
  const found = amountPattern.exec(words);
  // 酌情加减 and 倒扣 say more than one sign can.
  if (!found || /[加扣减奖增倒]$/u.test(found[1] ?? '')) return undefined;
  const [, head = '', eachBefore = '', howBefore = '', eachBehind = '', howBehind = ''] = found;
  const [deed = '', between, listed, single] = found.slice(6);
  const manner = howBefore + howBehind;
  if (eachBefore !== '' && eachBehind !== '') return undefined;
  const values = (between ?? listed ?? single ?? '').split(/分?(?:、|-{1,2}|至|到)/u).map(exact);
  if (values.some((value) => value === undefined)) return undefined;
  const numbers = values as string[];
  return {
    head,
    units: [...(eachBefore + eachBehind).matchAll(new RegExp(`每(${unit})`, 'gu'))].map(
      ([, one = '']) => one,
    ),
    isDiscretion: /酌情|视情/u.test(manner),
    isSeveral: /分别|各/u.test(manner),
    isExtra: deed === '加扣' || /另|再/u.test(manner),
    sign: /扣|减/u.test(deed) ? '-' : '',
    values: between === undefined ? numbers : numbers.slice(0, 1),
    ...(between === undefined ? {} : { upTo: numbers[1] }),
    ...(source === undefined ? {} : { source }),
  };
}

/** 05 is no number that a document means, and 1.50 is 1.5. */
function exact(text: string): string | undefined {
  const number = numberOf(text.replace(/分$/u, ''));
  if (number === undefined || /^0\d/.test(number)) return undefined;
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}

const stepWords: readonly [Step['side'], string][] = [
  ['late', '推迟|延迟|延误|逾期|超期|拖延|晚|迟'],
  ['below', '少于|减少|低于|下降|降低|少|缺|低|差'],
  ['above', '增加|增长|提高|上升|超过|高于|高|多|超'],
];

/** A step at the end of words: 每少一次, 按每下降5%. */
export function stepAtEnd(words: string): { step: Step; before: string } | undefined {
  for (const [side, verbs] of stepWords) {
    const pattern = new RegExp(
      `按?每(?:${verbs})(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+)(个?工作日|${unit})的?$`,
      'u',
    );
    const found = pattern.exec(words);
    const size = numberOf(found?.[1] ?? '');
    if (!found || size === undefined) continue;
    const printed = found[2] ?? '';
    const name = printed.replace(/^个(?=百分点|工作日)/u, '');
    return {
      step: { side, size, unit: name },
      before: words.slice(0, found.index).replace(/，$/u, ''),
    };
  }
  return undefined;
}

const findVerb = '(?:发现|出现|发生|存在|查出|查到|检查出|新增|有)';
const counted = '(?:人次|人|次|例|起|件|宗|项|处|户|家|个|座|名|篇|条|支|张|场|株|块)';

/**
 * 每发现一处, 每漏报1人, 每处不合格, 迟到一次: one unit with its verb, and the words around it. 每村1名 is no such
 * thing: 村 is no verb.
 */
export function oneAtEnd(words: string): { unit: string; condition: string } | undefined {
  const each = new RegExp(`^(.*?)每([^每，]{0,10}?)(?:一|1)(${unit})([^每，]*?)的?$`, 'u').exec(
    words,
  );
  if (each) {
    const [, before = '', deed = '', name = '', behind = ''] = each;
    const isVerb = !new RegExp(`^(?:${unit}|[镇组街旬]|半年|双月)$`, 'u').test(deed);
    const isNoun = /^[^未不没无缺]{0,4}$/u.test(behind);
    const isNamed = isNoun || new RegExp(`^${findVerb}$`, 'u').test(deed);
    const isStep = stepWords.some(([, verbs]) => new RegExp(`^(?:${verbs})$`, 'u').test(deed));
    if (!isVerb || !isNamed || isStep) return undefined;
    return { unit: name, condition: `${before}${deed}${behind}` };
  }
  const undone = new RegExp(
    `^((?:.*，)?)每(${counted})([未不没无缺漏][^，每\\d]{1,9}?)的?$`,
    'u',
  ).exec(words);
  if (undone) {
    const [, before = '', name = '', condition = ''] = undone;
    return { unit: name, condition: `${before}${condition}` };
  }
  const bare = new RegExp(`^((?:.*，)?[^，]*?)(?:一|1)(${counted})的?$`, 'u').exec(words);
  const [, before = '', name = ''] = bare ?? [];
  if (
    !bare ||
    before === '' ||
    /(?:[\d每第前后近之]|不少|达到|不足|未满|少于|多于|超过|不到)$|^.?$/u.test(before)
  )
    return undefined;
  return { unit: name, condition: before };
}
