/** Numbers inside conditions: minimums, rates below a share, and where something begins to count. */

import { units } from './amounts.ts';
import { numberOf } from './numerals.ts';

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
  `^(.*?)(?:不少于|不低于|少于|不足|低于|未达到?|至少|应达到?|达到|完成)?(${count})(${unit})${bracket}(?:及以上|以上|的)*$`,
  'u',
);
const missingPattern = new RegExp(
  `^(.*?)(?:不足|未达到?|没有达到|达不到|不到|未满|少于|低于)(${count})(${unit})的?$`,
  'u',
);

/** 全年巡河6次以上, 值班12次: the minimum in front of 每少一次. */
export function minimumOf(words: string, unitName: string): Minimum | undefined {
  const found = minimumPattern.exec(words);
  if (!found || found[3] !== unitName || numbersOf(words, unitName) !== 1) return undefined;
  return minimum(found);
}

/** 不足3名的, 未达4次: the minimum that was missed. */
export function missedMinimumOf(words: string): Minimum | undefined {
  const found = missingPattern.exec(words);
  if (!found || numbersOf(words, found[3] ?? '') !== 1) return undefined;
  return minimum(found);
}

function minimum([, thing = '', printed = '', name = '']: RegExpExecArray): Minimum | undefined {
  const number = numberOf(printed);
  if (number === undefined || thing === '' || /(?:超过|高于|多于|大于|至多|最多)$/u.test(thing))
    return undefined;
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

/** A rate that stays below a share of a hundred: 接种率未达到95%. */
export interface RateBelow {
  readonly name: string;
  readonly percent: string;
}

/** The rate at the end of words; undefined if it is one of several things there. */
export function rateBelowOf(words: string): RateBelow | undefined {
  const last = words.split('，').at(-1) ?? '';
  const found =
    /^([^、]*?(?:率|(?<![年季月])度|比例|占比|覆盖面))(?:未达到?|没有达到|达不到|不到|低于|不足)(\d+(?:\.\d+)?)%的?$/u.exec(
      last,
    );
  if (!found) return undefined;
  const name = /(?:.{2}[率度]|比例|占比|覆盖面)$/u.exec(found[1] ?? '')?.[0] ?? '比率';
  return { name, percent: `${found[2]}%` };
}

/**
 * 两年以上未更新……, ……达到10人以上的: the number from which on something holds, at one end of the
 * last phrase; one in the middle may belong to something else.
 */
export function thresholdOf(words: string): { number: string; unit: string } | undefined {
  const last = words.split('，').at(-1) ?? '';
  const above = '(?:（含）)?(?:及以上|以上)(?:（含）)?';
  const found =
    new RegExp(`^(${count})(${unit})${above}`, 'u').exec(last) ??
    new RegExp(`(${count})(${unit})${above}的?$`, 'u').exec(last);
  const number = numberOf(found?.[1] ?? '');
  if (number === undefined || numbersOf(words, found?.[2] ?? '') !== 1) return undefined;
  return { number, unit: found?.[2] ?? '' };
}

/** Units of every number above one in words; several numbers of one unit make bands. */
export function comparedUnits(words: string): string[] {
  const numbers = new RegExp(`(?<!第)(${count})(${unit}|%)(?!岁)`, 'gu');
  // 一 in the middle is mostly an article; at the start of a phrase it is a number like others.
  return [...words.matchAll(numbers)]
    .filter(({ index, 1: printed = '', 2: name }) => {
      const isFirst = index === 0 || words.charAt(index - 1) === '，';
      return name === '%' || isFirst || numberOf(printed) !== '1';
    })
    .map(([, , name = '']) => name);
}
