/** The words in front of an amount: what may stand there unread, thresholds, and names of facts. */

import { units } from './amounts.ts';
import { numberOf } from './numerals.ts';

/**
 * Signs that words hold more than a plain happening, each with why nobody here reads it. A fact
 * may be described freely, but not counted, compared or excepted in passing.
 */
const unreadSigns: readonly [RegExp, string][] = [
  [/否决/u, '一票否决须有中央或省的依据文号，写在 vetoes 里；没有依据的，请改为扣分条款'],
  [
    /\d分(?![钟之类析])|[扣减得记罚]分(?![类析解布别工管])|加分(?![类析解布别工管])/u,
    '前半句里还有分值，怎样合起来没有读懂',
  ],
  [
    /除外|以外|不在此列|不可抗力|减免|免予|酌减|不予(?:扣|加|计|追究)|不扣|不计/u,
    '有例外，请写进 waive',
  ],
  [
    /上述|以上(?:情况|情形|各|内容|问题|工作|规定)|同上|同前|前款|前项|参照|比照/u,
    '指的是别处的话，指哪几条请写定',
  ],
  [
    /《[^》]*(?:办法|细则|方案|规定|标准|制度|意见)》|另行|(?:按照?|根据|依据)[^，]{0,20}(?:办法|细则|方案)/u,
    '按另一份文件算，请写定怎样读它的结果',
  ],
  [/(?:按照?|根据|依据)[^，]{0,30}(?:通报|排名|名次|比例|得分|成绩)/u, '数从别处来，请写定读什么'],
  [
    /平均|排名|名次|位次|末位|第[一二三四五六七八九十\d]+名|前[一二三四五六七八九十\d]+[名位]|[后倒]数?第?[一二三四五六七八九十\d]+[名位]/u,
    '要与别的村比，请写定与谁比',
  ],
  [/同比|环比|上年|去年|往年|上一年|基数|增幅|降幅/u, '要与往年比，请写定与哪一年比'],
  [/结果(?:为|是)|等次|评定为|考核为|考评为/u, '看的是别处评定的结果，请写定读哪一份'],
  [/累计|连续|首次的?$|第[一二三]次|再次(?:发生|出现|发现)?的?$/u, '要看先后几次，请写定怎样累计'],
  [/^(?:其中|其余|其他的?|其它的?|否则|反之|但|如未|除此)/u, '与前一句怎样分没有读懂'],
  [/每(?:年|月|季度|周|天|日)度?$/u, '每年、每月怎样计，请写定'],
];

/** Why words cannot be taken as a plain condition; undefined if they can. */
export function unreadSign(words: string): string | undefined {
  return unreadSigns.find(([sign]) => sign.test(words))?.[1];
}

/** Consequences that may add to the amount before or stand in its place. */
export function isConsequence(words: string): boolean {
  return (
    /^(?:并|且|而)?(?:造成|产生|引起|引发|导致|致使|情节|后果|影响|特别|严重|屡|拒不|仍|整改不|逾期不)/u.test(
      words,
    ) || /成功的?$/u.test(words)
  );
}

const count = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+)';
const unit = `(?:${units.filter((one) => !/%|百分点/.test(one)).join('|')})`;
const bracket = '(?:（[^（）]*）)?';

/** A minimum that words name: at least so many of a unit, in some time. */
export interface Minimum {
  readonly number: string;
  readonly unit: string;
  readonly within?: 'year' | 'month' | 'quarter' | 'halfYear';
  /** The words without the number. */
  readonly thing: string;
}

const minimumPattern = new RegExp(
  `^(.*?)(?:不少于|不低于|少于|至少|应达到?|达到|完成)?(${count})(${unit})${bracket}(?:及以上|以上|的)*$`,
  'u',
);
const missingPattern = new RegExp(
  `^(.*?)(?:不足|未达到?|没有达到|达不到|不到|未满|少于|低于)(${count})(${unit})的?$`,
  'u',
);

/** 全年上报5次以上, 志愿服务8次: the minimum in front of 每少一次. */
export function minimumOf(words: string, unitName: string): Minimum | undefined {
  const found = minimumPattern.exec(words);
  if (!found || found[3] !== unitName || numbersOf(words, unitName) !== 1) return undefined;
  return minimum(found);
}

/** 不足2支的, 未达2次: the minimum that was missed. */
export function missedMinimumOf(words: string): Minimum | undefined {
  const found = missingPattern.exec(words);
  if (!found || numbersOf(words, found[3] ?? '') !== 1) return undefined;
  return minimum(found);
}

function minimum([, thing = '', printed = '', name = '']: RegExpExecArray): Minimum | undefined {
  const number = numberOf(printed);
  if (number === undefined || thing === '') return undefined;
  const within = withinOf(thing);
  return { number, unit: name, thing, ...(within ? { within } : {}) };
}

function numbersOf(words: string, name: string): number {
  return [...words.matchAll(new RegExp(`${count}${name}`, 'gu'))].length;
}

function withinOf(words: string): Minimum['within'] {
  const found = (['year', 'halfYear', 'quarter', 'month'] as const).filter((one) =>
    ({
      year: /全年|每年|年内|年度|当年/u,
      halfYear: /每?半年/u,
      quarter: /每?季度?/u,
      month: /每月|当月|按月/u,
    })[one].test(words),
  );
  // 半年 holds a 年 of its own, but two times in one sentence are one too many.
  return found.length === 1 ? found[0] : undefined;
}

/** A rate that stays below a share of a hundred: 参保率未达到97%. */
export interface RateBelow {
  readonly name: string;
  readonly percent: string;
}

/** The rate at the end of words; undefined if it is one of several things there. */
export function rateBelowOf(words: string): RateBelow | undefined {
  const last = words.split('，').at(-1) ?? '';
  const found =
    /^([^、]*?(?:率|比例|占比|覆盖面))(?:未达到?|没有达到|达不到|不到|低于|不足)(\d+(?:\.\d+)?)%的?$/u.exec(
      last,
    );
  if (!found) return undefined;
  const name = /(?:.{2}率|比例|占比|覆盖面)$/u.exec(found[1] ?? '')?.[0] ?? '比率';
  return { name, percent: `${found[2]}%` };
}

/** 三年以上, 达到5人以上: a number from which on something holds. */
export function thresholdOf(words: string): { number: string; unit: string } | undefined {
  const found = [
    ...words.matchAll(
      new RegExp(`(${count})(${unit}|%)(?:（含）)?(?:及以上|以上|及以下|以下|以内)`, 'gu'),
    ),
  ];
  const only = found[0];
  if (found.length !== 1 || !only) return undefined;
  const number = numberOf(only[1] ?? '');
  return number === undefined ? undefined : { number, unit: only[2] ?? '' };
}

/** Units of every number that words compare something with: several such make bands. */
export function comparedUnits(words: string): string[] {
  const behind = new RegExp(
    `${count}(${unit}|%)(?:（[^）]*）)?(?:及以上|以上|及以下|以下|以内|的|$)`,
    'gu',
  );
  const ahead = new RegExp(
    `(?:不足|未达到?|达不到|不到|超过|少于|多于|低于|高于|达到|满)(?:了)?${count}(${unit}|%)`,
    'gu',
  );
  return [...words.matchAll(behind), ...words.matchAll(ahead)].map(([, name = '']) => name);
}

const levelWord =
  '(?:镇党委政府|乡镇级?|镇级|镇|县委县政府|县级|县区|县|区级|区|市级|市|省级|省|国家级|国家|全国|中央|京)';
const levelRun = new RegExp(`${levelWord}(?:(?:，|、|和|及|或|/)${levelWord})+`, 'gu');
const listRuns: readonly RegExp[] = [
  /[一二三四五](?:、[一二三四五])+(?=星级?)/gu,
  /[特一二三](?:、[特一二三])+(?=等奖)/gu,
  /A{1,5}级(?:、A{1,5}级)+/gu,
  /[特一二三]等奖(?:、[特一二三]等奖)+/gu,
];

/** The labels that words list, where they list exactly so many once; undefined otherwise. */
export function labelsOf(
  words: string,
  howMany: number,
): { field: string; labels: string[] } | undefined {
  const levels = [...words.matchAll(levelRun)];
  const run = levels[0]?.[0];
  const rest = words.replace(levelRun, '');
  if (levels.length === 1 && run !== undefined && !/[镇县市省]级以上|国家级/u.test(rest)) {
    const labels = run.split(/[，、和及或/]/u).map(levelName);
    return labels.length === howMany && isDistinct(labels) ? { field: '级别', labels } : undefined;
  }
  if (levels.length > 0) return undefined;
  const lists = listRuns.flatMap((pattern) => [...words.matchAll(pattern)].map((found) => found));
  const only = lists[0];
  if (lists.length !== 1 || !only) return undefined;
  const tail = /^(?:星级?|等奖)/u.exec(words.slice(only.index + only[0].length))?.[0] ?? '';
  const labels = only[0].split('、').map((label) => `${label}${tail}`);
  return labels.length === howMany && isDistinct(labels) ? { field: '档次', labels } : undefined;
}

/** The words without the list of levels: 先进经验被县、市推广 is 先进经验被推广. */
export function withoutLevels(words: string): string {
  return words.replace(levelRun, '');
}

/** Words for honours and reprimands, whose levels usually differ in points. */
export function isGraded(words: string): boolean {
  return /评|创|获|达到|通报|表彰|表扬|推广|曝光|批评|奖/u.test(words);
}

/** A single level that stands for itself: 市级. */
export function levelOf(words: string): string | undefined {
  return new RegExp(`^${levelWord}的?$`, 'u').test(words)
    ? levelName(words.replace(/的$/u, ''))
    : undefined;
}

function levelName(word: string): string {
  const short: Record<string, string> = { 镇党委政府: '镇', 县委县政府: '县', 县区: '县' };
  const name = short[word] ?? word;
  return /^(?:.*级|全国|中央|京)$/u.test(name) ? name : `${name}级`;
}

function isDistinct(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}

/**
 * The name of the fact that words describe, at most 20 characters. `before` are words of the same
 * sentence that stood before, for words that say nothing alone.
 */
export function factName(words: string, before: string): string {
  const phrases = words
    .split('，')
    .map(named)
    .filter((phrase) => phrase !== '');
  const last = phrases.findLastIndex((phrase) => !/^(?:包括|含|如)/u.test(phrase));
  const own = phrases[last] ?? '';
  const lead = own.length < 6 ? (phrases[last - 1] ?? '') : '';
  const context = lead !== '' || !saysLittle(own) ? lead : named(before.split('，').at(-1) ?? '');
  if (context === '') return shortName(own, 20);
  const end = shortName(own, 12);
  return `${shortName(context, 19 - end.length)}：${end}`;
}

/** A consequence or a bare 未完成 needs to be told of what. */
function saysLittle(words: string): boolean {
  return isConsequence(words) || words.length <= 3 || /^(?:发生|出现)?有关|^其他/u.test(words);
}

function named(phrase: string): string {
  return trimmed(phrase.replace(/^(?:或者?|并且?|且|以及)/u, ''));
}

/** At most so many characters: a list keeps its first member, else the end is cut at a mark. */
export function shortName(words: string, longest: number): string {
  const plain = trimmed(words.replace(/（[^（）]*）/gu, ''));
  if (plain.length <= longest) return plain;
  const listed = /^([^、]{2,})(?:、[^等]{1,60})等(.{2,})$/u.exec(plain);
  const first = listed ? `${listed[1]}等${listed[2]}` : plain;
  if (first.length <= longest) return first;
  const cut = withoutOpen(first.slice(0, longest));
  const mark = Math.max(...['、', '，', '或', '及', '和'].map((sign) => cut.lastIndexOf(sign)));
  return mark >= longest / 2 ? trimmed(cut.slice(0, mark)) : `${cut.slice(0, longest - 1)}…`;
}

/** A bracket or quotation that was opened and cut off is left out. */
function withoutOpen(words: string): string {
  return words.replace(/[（《“「【][^）》”」】]*$/u, '') || words;
}

function trimmed(words: string): string {
  return words.replace(/^(?:对于|凡是?)?[、：]*/u, '').replace(/(?:的|等|、|：|，)+$/u, '');
}
