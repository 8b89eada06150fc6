/** Which period is worked out, and as of which day. */

import {
  type AssessOptions,
  type Book,
  type Fact,
  firstDay,
  holdsThroughout,
  type IsoDate,
  isIsoDate,
  isPeriodId,
  lastDay,
  lastFactDay,
  type PeriodId,
  periodLabel,
  periodOf,
  previousPeriod,
  type Scheme,
  unitOf,
} from '@oneneedle/kernel';
import { Refusal } from '../platform/index.ts';
import type { Folder } from './folder.ts';

/** What the command line may say about time. */
export interface TimeArguments {
  readonly period?: string;
  readonly asOf?: string;
}

/**
 * The period and the day. Without a period it is that of the day asked for, else of the last fact
 * that is not itself a result; without a day it is the period's end or the last fact, if earlier.
 */
export function optionsFor(folder: Folder, args: TimeArguments): AssessOptions {
  const asked = askedDay(args.asOf);
  const period =
    args.period === undefined
      ? defaultPeriod(folder, asked)
      : askedPeriod(args.period, folder.scheme.period);
  if (!holdsThroughout(folder.scheme, period)) throw notInEffect(folder, args, period);
  if (asked !== undefined && asked < firstDay(period)) {
    throw new Refusal(
      `计分日 ${asked} 在${periodLabel(period)}开始（${firstDay(period)}）之前，这一期还没有可算的。请改 --as-of，或改 --period。`,
    );
  }
  const asOf = asked ?? defaultDay(folder.book, period);
  return { scheme: folder.scheme.line, period, ...(asOf ? { asOf } : {}) };
}

/**
 * The period before, as it was known when it was sealed, else as it is known now; undefined if the
 * scheme was not in effect, or if it lies in another year and has no facts.
 */
export function previousOptions(folder: Folder, period: PeriodId): AssessOptions | undefined {
  if (firstDay(period) === '0001-01-01') return undefined;
  const before = previousPeriod(period);
  const isSameYear = before.slice(0, 4) === period.slice(0, 4);
  if (!holdsThroughout(folder.scheme, before)) return undefined;
  if (!isSameYear && !hasFacts(folder.book, before)) return undefined;
  const { line } = folder.scheme;
  const seals = folder.book.seals.filter((seal) => seal.line === line && seal.period === before);
  const [latest] = seals.sort((a, b) => b.edition - a.edition);
  return { scheme: line, period: before, ...(latest ? { upTo: latest.atSeq } : {}) };
}

/** Tells whether anything but results was recorded in a period. */
export function hasFacts(book: Book, period: PeriodId): boolean {
  return recorded(book).some((fact) => {
    const day = lastFactDay([fact]);
    return day !== undefined && day >= firstDay(period) && day <= lastDay(period);
  });
}

const periodWords = { month: '按月', quarter: '按季度', halfYear: '按半年', year: '按年' };
const examples = { month: '2026-03', quarter: '2026-Q1', halfYear: '2026-H1', year: '2026' };

function askedPeriod(asked: string, unit: Scheme['period']): PeriodId {
  const shouldBe = `本办法${periodWords[unit]}考核，应写成 ${examples[unit]} 这样`;
  if (!isPeriodId(asked)) throw new Refusal(`期间“${asked}”写法不对。${shouldBe}。`, 2);
  if (unitOf(asked) !== unit) {
    throw new Refusal(`期间“${asked}”（${periodLabel(asked)}）与考核周期不符。${shouldBe}。`);
  }
  return asked;
}

function askedDay(asked: string | undefined): IsoDate | undefined {
  if (asked === undefined || isIsoDate(asked)) return asked;
  throw new Refusal(
    `日期“${asked}”写法不对，或者没有这一天。应写成 2026-03-31 这样：四位年、两位月、两位日。`,
    2,
  );
}

function defaultPeriod({ book, scheme, origins }: Folder, day: IsoDate | undefined): PeriodId {
  const last = day ?? lastFactDay(recorded(book));
  if (last) return periodOf(last, scheme.period);
  throw new Refusal(
    `${origins.facts} 里还没有带日期的事实，不知道要算哪一期。请先记入事实，或写明期间：--period ${examples[scheme.period]}。`,
  );
}

function defaultDay(book: Book, period: PeriodId): IsoDate | undefined {
  const last = lastFactDay(recorded(book));
  return last && last < lastDay(period) && last >= firstDay(period) ? last : undefined;
}

function recorded(book: Book): Fact[] {
  return book.facts.filter((fact) => fact.form !== 'result');
}

function notInEffect({ scheme, book }: Folder, args: TimeArguments, period: PeriodId): Refusal {
  const { from, to } = scheme.effective ?? {};
  const last = lastFactDay(recorded(book));
  const isGuess = args.period === undefined && args.asOf === undefined;
  const why = isGuess && last ? `最后一条事实的日期是 ${last}，属于${periodLabel(period)}；` : '';
  const todo = isGuess ? '请核对这条事实的日期，或用 --period 写明期间' : '请改期间或计分日';
  const what = `办法“${scheme.name}”自 ${from} 至 ${to} 有效，不能用来算${periodLabel(period)}。`;
  return new Refusal(`${why}${what}${todo}；办法延用的，修改 scheme.yaml 的 effective。`);
}
