/** Who held which role on which days of a period, and how many months that is, exactly. */

import type { Post, Roster } from '../book/book.ts';
import { add, compare, multiply, type Rational, rational, zero } from '../number/rational.ts';
import { addDays, daysBetween, type IsoDate, maxDate, minDate } from '../time/dates.ts';
import { firstDay, lastDay, type PeriodId, periodOf, subPeriods } from '../time/periods.ts';

/** A role held on every day from `from` to `to`, both included. */
export interface Term {
  readonly role: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Days on which the same role counts, with what it weighs: a base in yuan, or a plain factor. */
export interface Stretch {
  readonly role: string;
  /** Roles held at the same time that do not count a second time. */
  readonly besides: readonly string[];
  readonly weight: Rational;
  readonly months: Rational;
}

/** The posts of a person in a period, cut to its days; in one unit, where one is named. */
export function termsIn(
  roster: Roster,
  holder: { person: string; unit?: string },
  period: PeriodId,
): Term[] {
  return roster.posts
    .filter(
      (post) =>
        post.person === holder.person &&
        (holder.unit === undefined || post.unit === holder.unit) &&
        touches(post, period),
    )
    .map((post) => ({
      role: post.role,
      from: maxDate(post.from, firstDay(period)),
      to: minDate(post.to ?? lastDay(period), lastDay(period)),
    }));
}

/** Persons with a post in a unit on any day of the period, in roster order. */
export function holdersIn(roster: Roster, unit: string, period: PeriodId): string[] {
  const posts = roster.posts.filter((post) => post.unit === unit && touches(post, period));
  const codes = new Set(posts.map((post) => post.person));
  const known = roster.persons.map((person) => person.code).filter((code) => codes.delete(code));
  return [...known, ...codes];
}

/**
 * The terms as stretches that do not overlap. On each day the role that weighs most counts, once;
 * neighbouring stretches of one role are joined. Roles for which `weightOf` says nothing are left out.
 */
export function stretchesOf(
  terms: readonly Term[],
  weightOf: (role: string) => Rational | undefined,
): Stretch[] {
  const cuts = [...new Set(terms.flatMap((term) => [term.from, addDays(term.to, 1)]))].sort();
  const stretches: Stretch[] = [];
  cuts.slice(0, -1).forEach((from, index) => {
    const to = addDays(cuts[index + 1] as IsoDate, -1);
    const held = terms.filter((term) => term.from <= from && to <= term.to);
    const best = heaviestRole(new Set(held.map((term) => term.role)), weightOf);
    if (!best) return;
    const months = monthsIn(from, to);
    const last = stretches[stretches.length - 1];
    if (last && last.role === best.role && `${last.besides}` === `${best.besides}`) {
      stretches[stretches.length - 1] = { ...last, months: add(last.months, months) };
    } else {
      stretches.push({ ...best, months });
    }
  });
  return stretches;
}

/** The role that weighs most among those held together; the first named wins a tie. */
export function heaviestRole(
  roles: ReadonlySet<string>,
  weightOf: (role: string) => Rational | undefined,
): Omit<Stretch, 'months'> | undefined {
  let best: { role: string; weight: Rational } | undefined;
  const counting: string[] = [];
  for (const role of roles) {
    const weight = weightOf(role);
    if (!weight) continue;
    counting.push(role);
    if (!best || compare(weight, best.weight) > 0) best = { role, weight };
  }
  const chosen = best;
  return chosen && { ...chosen, besides: counting.filter((role) => role !== chosen.role) };
}

/** Months from one day to the other, both included; part of a month is its days ÷ its length. */
export function monthsIn(from: IsoDate, to: IsoDate): Rational {
  let months = zero;
  for (let day = from; day <= to; ) {
    const month = periodOf(day, 'month');
    const end = minDate(lastDay(month), to);
    const length = BigInt(daysBetween(firstDay(month), lastDay(month)) + 1);
    months = add(months, rational(BigInt(daysBetween(day, end) + 1), length));
    day = addDays(end, 1);
  }
  return months;
}

/** How many months a period has: 12, 6, 3 or 1. */
export function monthsOf(period: PeriodId): bigint {
  return BigInt(subPeriods(period, 'month').length);
}

/** The stretches weighed by their share of the period. */
export function weighed(stretches: readonly Stretch[], period: PeriodId): Rational {
  const share = rational(1n, monthsOf(period));
  return multiply(add(...stretches.map(({ weight, months }) => multiply(weight, months))), share);
}

function touches(post: Post, period: PeriodId): boolean {
  return post.from <= lastDay(period) && (post.to === undefined || firstDay(period) <= post.to);
}
