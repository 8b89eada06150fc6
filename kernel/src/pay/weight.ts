/** What a payee brings to a line: the base of the role held, the months in it, and its factor. */

import type { Book, Unit } from '../book/book.ts';
import { gradeWords, listed } from '../explain/words.ts';
import { add, compare, exact, multiply, one, type Rational } from '../number/rational.ts';
import type { PayLine } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { maxDate, minDate } from '../time/dates.ts';
import { firstDay, lastDay, type PeriodId } from '../time/periods.ts';
import { basesOf, type Weight } from './rules.ts';
import {
  heaviestRole,
  monthsOf,
  type Stretch,
  stretchesOf,
  type Term,
  termsIn,
  weighed,
} from './terms.ts';
import { monthsText, product, yuanText } from './words.ts';

/** A person by his own result, a person by the result of the unit, or the unit itself. */
export type Payee =
  | { readonly kind: 'person' | 'unit'; readonly code: string; readonly name: string }
  | {
      readonly kind: 'holder';
      readonly code: string;
      readonly name: string;
      readonly unit: string;
    };

interface Reading {
  readonly scheme: Scheme;
  readonly book: Book;
  readonly period: PeriodId;
}

/** True if a line says which roles it pays: by a list, by bases, by factors, or by another role. */
export function isByRole(line: PayLine, scheme: Scheme): boolean {
  const named = line.roles ?? basesOf(line) ?? roleFactors(line, scheme);
  return named !== undefined || 'roleRatio' in line.rule;
}

/**
 * The weight of a payee on a line: undefined if the line is not for that payee. Without `byMonths`
 * the role held on the last day of the period counts, whole; who left before is not guessed at.
 */
export function weightFor(
  line: PayLine,
  payee: Payee,
  { scheme, book, period }: Reading,
): Weight | { readonly missing: string } | undefined {
  const byRole = isByRole(line, scheme);
  if (!byRole && !line.byMonths) return { value: one, words: '', after: '' };
  const terms = termsOf(payee, book, period);
  const weightOf = (role: string) => weightOfRole(line, role, scheme);
  const all = stretchesOf(terms, weightOf);
  const stretches = basesOf(line) ? all : joinedByWeight(all);
  if (stretches.length === 0) {
    return byRole ? undefined : { missing: '名册里没有任职记录，不能按任职折算' };
  }
  if (line.byMonths)
    return { value: weighed(stretches, period), ...monthWords(line, stretches, scheme, period) };
  const last = lastDay(period);
  const held = new Set(terms.filter((term) => term.to >= last).map((term) => term.role));
  const best = heaviestRole(held, weightOf);
  if (best) return { value: best.weight, words: roleWords(line, best, scheme), after: '' };
  const left = stretches.map((stretch) => stretch.role).filter((role) => role !== '');
  return { missing: `${listed([...new Set(left)])}在期末前已离任，办法没有写明按任职月数计发` };
}

/** The weight of a role for a whole period; undefined if the line says nothing about it. */
export function roleWeight(line: PayLine, role: string, scheme: Scheme): Weight | undefined {
  const weight = weightOfRole(line, role, scheme);
  const words = weight ? roleWords(line, { role, besides: [], weight }, scheme) : '';
  return weight && { value: weight, words, after: '' };
}

/** The part of `times` that speaks of grades; undefined if it speaks of none. */
export function gradeFactors(line: PayLine, scheme: Scheme): Record<string, string> | undefined {
  return timesOf(line, (key) => isGrade(key, scheme));
}

function roleFactors(line: PayLine, scheme: Scheme): Record<string, string> | undefined {
  return timesOf(line, (key) => !isGrade(key, scheme));
}

function timesOf(line: PayLine, belongs: (key: string) => boolean) {
  const entries = Object.entries(line.times ?? {}).filter(([key]) => belongs(key));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isGrade(key: string, scheme: Scheme): boolean {
  const others = [gradeWords.noGrade, gradeWords.commentOnly];
  return (scheme.grades?.order ?? []).includes(key) || others.includes(key);
}

/** `roles` says who is paid; without it the roles that have a base, else those that have a factor. */
function weightOfRole(line: PayLine, role: string, scheme: Scheme): Rational | undefined {
  const bases = basesOf(line);
  const base = bases ? (ownOf(bases, role) ?? bases['*']) : '1';
  const factors = bases ? undefined : roleFactors(line, scheme);
  const named = line.roles ?? (factors ? Object.keys(factors) : ['*']);
  if (base === undefined || !(named.includes(role) || named.includes('*'))) return undefined;
  return multiply(exact(base), exact(factorText(line, role, scheme)));
}

/** Where the role changes nothing but the factor, months of equal weight are told together. */
function joinedByWeight(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const at = joined.findIndex((item) => compare(item.weight, stretch.weight) === 0);
    const same = joined[at];
    if (same) joined[at] = { ...same, months: add(same.months, stretch.months) };
    else joined.push(stretch);
  }
  return joined;
}

function factorText(line: PayLine, role: string, scheme: Scheme): string {
  const factors = roleFactors(line, scheme);
  return ownOf(factors, role) ?? factors?.['*'] ?? '1';
}

function termsOf(payee: Payee, book: Book, period: PeriodId): Term[] {
  if (payee.kind === 'unit') {
    const unit = book.roster.units.find((item) => item.code === payee.code);
    return unit ? unitTerm(unit, period) : [];
  }
  const unit = payee.kind === 'holder' ? { unit: payee.unit } : {};
  return termsIn(book.roster, { person: payee.code, ...unit }, period);
}

function unitTerm(unit: Unit, period: PeriodId): Term[] {
  const from = maxDate(unit.from ?? firstDay(period), firstDay(period));
  const to = minDate(unit.to ?? lastDay(period), lastDay(period));
  return from <= to ? [{ role: '', from, to }] : [];
}

/** "村党组织书记 800 元 × 80%"; empty where the role changes nothing. */
function roleWords(line: PayLine, best: Omit<Stretch, 'months'>, scheme: Scheme): string {
  const { role, besides } = best;
  const bases = basesOf(line);
  const also = besides.length === 0 ? '' : `（兼${listed(besides)}，取高，不重复）`;
  const factor = factorText(line, role, scheme);
  const base = ownOf(bases, role) ?? bases?.['*'];
  if (base !== undefined) {
    return [`${role}${also} ${yuanText(exact(base))}`, ...(factor === '1' ? [] : [factor])].join(
      ' × ',
    );
  }
  return factor === '1' ? '' : `${factor}（${role}${also}）`;
}

/** One stretch tells its months after the rest of the arithmetic, several are added up first. */
function monthWords(
  line: PayLine,
  stretches: readonly Stretch[],
  scheme: Scheme,
  period: PeriodId,
): { words: string; after: string } {
  const whole = monthsOf(period);
  const [first, ...others] = stretches.map((stretch) => {
    const { num, den } = stretch.months;
    const full = den === 1n && num === whole;
    return {
      words: roleWords(line, stretch, scheme),
      after: full ? '' : `任职 ${monthsText(stretch.months)} 个月 ÷ ${whole}`,
    };
  });
  if (!first || others.length === 0) return first ?? { words: '', after: '' };
  const sum = [first, ...others].map(({ words, after }) => product(words, after));
  return { words: `（${sum.join(' + ')}）`, after: '' };
}
