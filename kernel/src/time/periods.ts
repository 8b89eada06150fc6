import { addDays, civilOf, dateOf, daysInMonth, type IsoDate } from './dates.ts';

/** How long a period is. */
export type PeriodUnit = 'month' | 'quarter' | 'halfYear' | 'year';

/** A period of a calendar year: `2026`, `2026-H1`, `2026-Q1` or `2026-03`. Years 0001 to 9999. */
export type PeriodId = string;

interface Period {
  year: number;
  unit: PeriodUnit;
  /** Place in the year, from 1; always 1 for a year. */
  index: number;
}

const SHAPE = /^(?!0000)(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;
const MONTHS_IN: Record<PeriodUnit, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** Tells whether a text names a period. */
export function isPeriodId(text: unknown): text is PeriodId {
  return typeof text === 'string' && SHAPE.test(text);
}

/** The unit of a period; refuses with a RangeError a text that names none, as do all functions here. */
export function unitOf(id: PeriodId): PeriodUnit {
  return parse(id).unit;
}

/** The period of a unit that holds a date. */
export function periodOf(date: IsoDate, unit: PeriodUnit): PeriodId {
  const { year, month } = civilOf(date);
  return format({ year, unit, index: Math.ceil(month / MONTHS_IN[unit]) });
}

/** The first day of a period. */
export function firstDay(id: PeriodId): IsoDate {
  const period = parse(id);
  return dateOf({ year: period.year, month: firstMonth(period), day: 1 });
}

/** The last day of a period, which belongs to it. */
export function lastDay(id: PeriodId): IsoDate {
  const period = parse(id);
  const month = lastMonth(period);
  return dateOf({ year: period.year, month, day: daysInMonth(period.year, month) });
}

/** All periods of a unit in a year, in order: 12 months, 4 quarters, 2 half-years or the year itself. */
export function periodsOfYear(year: number, unit: PeriodUnit): PeriodId[] {
  return range(year, unit, 1, perYear(unit));
}

/** The periods of a unit that lie wholly between two days, both of which belong to the span, in order. */
export function periodsWithin(span: { from: IsoDate; to: IsoDate }, unit: PeriodUnit): PeriodId[] {
  const found: PeriodId[] = [];
  for (let period = periodOf(span.from, unit); lastDay(period) <= span.to; ) {
    if (span.from <= firstDay(period)) found.push(period);
    if (lastDay(period) === '9999-12-31') break; // no day comes after it
    period = nextPeriod(period);
  }
  return found;
}

/** All periods of the same unit from the start of the year up to and including this one, in order. */
export function periodsToDate(id: PeriodId): PeriodId[] {
  const { year, unit, index } = parse(id);
  return range(year, unit, 1, index);
}

/** Tells whether a period is the last of its unit in its year; a year always is. */
export function isLastOfYear(id: PeriodId): boolean {
  const { unit, index } = parse(id);
  return index === perYear(unit);
}

/** The period of the same unit that follows. */
export function nextPeriod(id: PeriodId): PeriodId {
  return periodOf(addDays(lastDay(id), 1), unitOf(id));
}

/** The period of the same unit that precedes. */
export function previousPeriod(id: PeriodId): PeriodId {
  return periodOf(addDays(firstDay(id), -1), unitOf(id));
}

/** The same period `n` years later, earlier for a negative `n`: a year on year comparison needs it. */
export function shiftYears(id: PeriodId, n: number): PeriodId {
  const period = parse(id);
  return format({ ...period, year: period.year + n });
}

/** Orders periods by first day and then longer first: 2026, 2026-H1, 2026-Q1, 2026-01, 2026-02. */
export function comparePeriods(a: PeriodId, b: PeriodId): number {
  const [startA, startB] = [firstDay(a), firstDay(b)];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return MONTHS_IN[unitOf(b)] - MONTHS_IN[unitOf(a)];
}

/** Tells whether every day of `inner` belongs to `outer`; a period contains itself. */
export function contains(outer: PeriodId, inner: PeriodId): boolean {
  return firstDay(outer) <= firstDay(inner) && lastDay(inner) <= lastDay(outer);
}

/** The periods of a unit inside a period, in order; refuses with a RangeError a unit longer than it. */
export function subPeriods(id: PeriodId, unit: PeriodUnit): PeriodId[] {
  const period = parse(id);
  const size = MONTHS_IN[unit];
  if (size > MONTHS_IN[period.unit]) throw new RangeError(`no ${unit} inside ${id}`);
  return range(period.year, unit, Math.ceil(firstMonth(period) / size), lastMonth(period) / size);
}

/** A period as notices write it: `2026年`, `2026年上半年`, `2026年第一季度`, `2026年3月`. */
export function periodLabel(id: PeriodId): string {
  const { year, unit, index } = parse(id);
  const part: Record<PeriodUnit, string> = {
    year: '',
    halfYear: index === 1 ? '上半年' : '下半年',
    quarter: QUARTERS[index - 1] ?? '',
    month: `${index}月`,
  };
  return `${year}年${part[unit]}`;
}

function parse(id: PeriodId): Period {
  const match = SHAPE.exec(id);
  if (!match) throw new RangeError(`not a period (2026, 2026-H1, 2026-Q1, 2026-03): ${id}`);
  const [, year, half, quarter, month] = match;
  if (half) return { year: Number(year), unit: 'halfYear', index: Number(half) };
  if (quarter) return { year: Number(year), unit: 'quarter', index: Number(quarter) };
  if (month) return { year: Number(year), unit: 'month', index: Number(month) };
  return { year: Number(year), unit: 'year', index: 1 };
}

function format({ year, unit, index }: Period): PeriodId {
  const suffix: Record<PeriodUnit, string> = {
    year: '',
    halfYear: `-H${index}`,
    quarter: `-Q${index}`,
    month: `-${String(index).padStart(2, '0')}`,
  };
  const id = `${String(year).padStart(4, '0')}${suffix[unit]}`;
  if (!isPeriodId(id)) throw new RangeError(`outside the years 1 to 9999: ${id}`);
  return id;
}

function range(year: number, unit: PeriodUnit, from: number, to: number): PeriodId[] {
  return Array.from({ length: to - from + 1 }, (_, i) => format({ year, unit, index: from + i }));
}

function perYear(unit: PeriodUnit): number {
  return 12 / MONTHS_IN[unit];
}

function firstMonth({ unit, index }: Period): number {
  return (index - 1) * MONTHS_IN[unit] + 1;
}

function lastMonth({ unit, index }: Period): number {
  return index * MONTHS_IN[unit];
}
