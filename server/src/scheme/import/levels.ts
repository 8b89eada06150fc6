/** Amounts that differ by level: one choice among labels that the text lists. */

import { type Amount, happenings } from './amounts.ts';
import { labelsOf, withoutLevels } from './labels.ts';
import { factName } from './names.ts';
import { heard, type Reading, type ReadingContext, type Understood, undecided } from './reading.ts';

/** 县、市、省级分别加1、2、3分: as many labels as amounts. */
export function readLevels(
  words: string,
  counted: readonly string[],
  amount: Amount,
  context: ReadingContext,
): Reading {
  const found = labelsOf(words, amount.values.length);
  if (!found) return undecided('几个分值各对应哪一档没有读懂');
  const [unit, ...more] = counted.filter((one) => !happenings.has(one));
  if (unit !== undefined && (!single.has(unit) || more.length > 0))
    return undecided('按人、按处分档怎样计，请写定');
  const points = amount.values.map((value) => `${amount.sign}${value}`);
  const name = factName(withoutLevels(words), context.before);
  const each = found.labels.map((label, at) => `${label} ${points[at]} 分`).join('、');
  return {
    ...levelRule(found.field, found.labels, points, name),
    assumed: [
      ...(amount.run === undefined ? [] : [`“${amount.run}”读作${each}`]),
      ...(unit === undefined ? [] : [`每${unit}记一条`]),
    ],
  };
}

/** What has a level of its own each, so that each of them is recorded by itself. */
const single = new Set(['人', '户', '家', '名', '处']);

/** A choice by label; the labels are all that may be recorded. */
export function levelRule(
  field: string,
  labels: readonly string[],
  points: readonly string[],
  name: string,
): Understood {
  const options = Object.fromEntries(labels.map((label, at) => [label, points[at] ?? '0']));
  const fields = { [field]: { type: 'label', options: labels, required: true } as const };
  return heard({ choice: { by: field, options } }, { name, form: 'event', fields });
}

/**
 * 镇、县级分别加1－2分: two labels for the two ends. With three labels a number would be needed that
 * nobody wrote, and 三、四星级加1－2分 may as well be a span to choose from.
 */
export function ofTwo(words: string, amount: Amount): Amount | undefined {
  const { upTo, ...rest } = amount;
  if (upTo === undefined || amount.isDiscretion || !amount.isSeveral) return undefined;
  if (!labelsOf(words, 2)) return undefined;
  const values = [amount.values[0] ?? '', upTo];
  return { ...rest, values, run: `${values.join('－')}分` };
}
