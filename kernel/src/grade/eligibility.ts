/** Who is assessed, who gets a grade, and which unit assesses a person who was seconded. */

import type { Post } from '../book/book.ts';
import type { Truth } from '../evaluate/reader.ts';
import { wholeOf } from '../number/whole.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { Scheme } from '../scheme/scheme.ts';
import {
  addDays,
  daysBetween,
  type IsoDate,
  maxDate,
  minDate,
  monthsBetween,
} from '../time/dates.ts';
import { firstDay, lastDay, type PeriodId, periodLabel } from '../time/periods.ts';

type Effect = NonNullable<Scheme['eligibility']>[number]['effect'];

/** An effect with the sentence that says why. */
interface EligibilityReason {
  readonly effect: Effect;
  readonly sentence: string;
  readonly factIds: readonly string[];
}

/** What holds, and what cannot be said yet; the heaviest effect decides. */
export interface Eligibility {
  readonly holds: readonly EligibilityReason[];
  readonly unknown: readonly EligibilityReason[];
}

const heaviestFirst: readonly Effect[] = ['notAssessed', 'noGrade', 'commentOnly', 'notTopGrade'];

/** The effects of the scheme's rules and of `leastMonthsForGrade` on one subject, heaviest first. */
export function eligibilityOf(input: {
  readonly rules: Scheme['eligibility'];
  readonly leastMonths: string | undefined;
  readonly posts: readonly Post[];
  readonly period: PeriodId;
  readonly ask: (condition: Condition) => Truth;
}): Eligibility {
  const holds: EligibilityReason[] = [];
  const unknown: EligibilityReason[] = [];
  for (const { when, effect, reason, basis } of input.rules ?? []) {
    const truth = input.ask(when);
    if (truth.holds === false) continue;
    const sentence = basis ? `${reason}（${basis}）` : reason;
    if (truth.holds) holds.push({ effect, sentence, factIds: truth.factIds });
    else {
      const doubt = `“${sentence}”尚不能判断：${truth.reason}`;
      unknown.push({ effect, sentence: doubt, factIds: truth.factIds });
    }
  }
  const short = shortInPost(input);
  if (short) holds.push(short);
  const weight = ({ effect }: EligibilityReason) => heaviestFirst.indexOf(effect);
  holds.sort((a, b) => weight(a) - weight(b));
  return { holds, unknown };
}

/**
 * Months in post below which a person gets no grade: as the scheme says, half a year in a scheme of
 * persons by the year, and no limit elsewhere.
 */
export function leastMonthsFor({ switches, subject, period }: Scheme): string | undefined {
  if (switches?.leastMonthsForGrade !== undefined) return switches.leastMonthsForGrade;
  return subject.kind === 'person' && period === 'year' ? '6' : undefined;
}

/**
 * The host unit of a person who was seconded there for at least half of the days of the period,
 * with the days. The roster is read as it stands, so an open secondment runs to the period's end.
 * @source 《公务员考核规定》第二十六条
 */
export function assessedBy(
  posts: readonly Post[],
  period: PeriodId,
): { readonly unit: string; readonly days: number } | undefined {
  const hosts = [...new Set(posts.flatMap(({ secondedTo }) => secondedTo ?? []))].sort();
  let longest: { unit: string; days: number } | undefined;
  for (const unit of hosts) {
    const spells = spellsIn(
      period,
      posts.filter(({ secondedTo }) => secondedTo === unit),
    );
    const days = spells.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0);
    if (2 * days < daysBetween(firstDay(period), addDays(lastDay(period), 1))) continue;
    if (!longest || days > longest.days) longest = { unit, days };
  }
  return longest;
}

function shortInPost(input: {
  readonly leastMonths: string | undefined;
  readonly posts: readonly Post[];
  readonly period: PeriodId;
}): EligibilityReason | undefined {
  if (input.leastMonths === undefined || input.posts.length === 0) return undefined;
  const spells = spellsIn(input.period, input.posts);
  const months = spells.reduce((sum, { from, until }) => sum + monthsBetween(from, until), 0);
  if (months >= wholeOf(input.leastMonths)) return undefined;
  const sentence = `${periodLabel(input.period)}在岗满 ${months} 个月，不足 ${input.leastMonths} 个月，不确定等次`;
  return { effect: 'noGrade', sentence, factIds: [] };
}

/** Days in post within the period as half-open spells that neither overlap nor touch. */
function spellsIn(
  period: PeriodId,
  posts: readonly Post[],
): { readonly from: IsoDate; readonly until: IsoDate }[] {
  const [first, last] = [firstDay(period), lastDay(period)];
  const inside = posts
    .filter(({ from, to }) => from <= last && (to ?? last) >= first)
    .map(({ from, to }) => ({
      from: maxDate(from, first),
      until: addDays(minDate(to ?? last, last), 1),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const spells: { from: IsoDate; until: IsoDate }[] = [];
  for (const spell of inside) {
    const open = spells.at(-1);
    if (open && spell.from <= open.until) open.until = maxDate(open.until, spell.until);
    else spells.push({ ...spell });
  }
  return spells;
}
