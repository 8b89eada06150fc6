/** How often is assessed: what the document says of itself, and the words that say so. */

import type { Outline } from './outline.ts';
import type { ReadingContext } from './reading.ts';

export type Period = NonNullable<ReadingContext['period']>;

/** A period and the sentence it was read from. */
export interface SaidPeriod {
  readonly period: Period;
  /** Word for word, on one line, at most 40 characters. */
  readonly words: string;
}

const periods = ['month', 'quarter', 'halfYear', 'year'] as const;

const deed = '(?:考核|考评|评分|计分|打分|评比|通报|排名)';
const told = `[^，。；]{0,6}${deed}`;

/** 按季度通报, 每月考核一次: how often, and of the assessment rather than of some report. */
const said: Readonly<Record<Period, RegExp>> = {
  month: new RegExp(`(?:按|每|逐)个?月度?${told}|(?<![\\d])月度?考[核评]`, 'u'),
  quarter: new RegExp(`(?:按|每|逐)个?季度?${told}|季度?考[核评]`, 'u'),
  halfYear: new RegExp(`(?:按|每)半年${told}|半年度?考[核评]`, 'u'),
  year: new RegExp(
    `(?:按|每)(?:年度?|一年)${told}|(?<!半)年度(?:综合|目标|责任|工作)*[^，。；]{0,12}考[核评]|年终考[核评]`,
    'u',
  ),
};

/**
 * The period of a document: the title's, if it names one, else the only one that its sentences say.
 * Undefined where two are said, also where the title has only a year (2026年度) and the text says more.
 */
export function periodOf({ title = '', otherLines }: Outline): SaidPeriod | undefined {
  const inTitle = named([title]);
  const inText = named(otherLines.flatMap((line) => line.split(/(?<=[。；;\n])/u)));
  const [first] = inTitle;
  if (inTitle.length > 1) return undefined;
  if (!first) return inText.length === 1 ? inText[0] : undefined;
  const isCalendarYear = first.period === 'year' && /\d年度/u.test(title);
  const others = inText.filter(({ period }) => period !== first.period);
  return isCalendarYear && others.length > 0 ? undefined : first;
}

function named(sentences: readonly string[]): SaidPeriod[] {
  return periods.flatMap((period) => {
    const words = sentences.find((sentence) => said[period].test(sentence));
    return words === undefined ? [] : [{ period, words: quoted(words, said[period]) }];
  });
}

/** The sentence; of a long one its phrase. */
function quoted(sentence: string, pattern: RegExp): string {
  const plain = sentence.replace(/\s+/gu, '').replace(/[。；;]$/u, '');
  if (plain.length <= 40) return plain;
  const phrase = plain.split('，').find((one) => pattern.test(one)) ?? '';
  return phrase.length <= 40 ? phrase : (pattern.exec(plain)?.[0] ?? '').slice(0, 40);
}
