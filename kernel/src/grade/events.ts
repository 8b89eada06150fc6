/** Rules over events: so many within a month, quarter or year, or within some months. */

import type { Fact, FactValue } from '../book/book.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import { wholeOf } from '../number/whole.ts';
import type { Sequence } from '../scheme/result-use.ts';
import { listOf, ownOf } from '../scheme/shapes.ts';
import { addMonths, type IsoDate } from '../time/dates.ts';
import { periodLabel, periodOf } from '../time/periods.ts';
import type { Past } from './past.ts';

type Events = NonNullable<Sequence['events']>;

/** Whose events. */
interface EventsInput {
  readonly subject: string;
  readonly past: Past;
  readonly passes: (where: Events['where'], fact: Fact) => boolean;
}

interface Event {
  readonly fact: Fact;
  readonly day: IsoDate;
  /** What tells two events apart: the named field, or the fact itself where it has none. */
  readonly key: string;
  /** Counts in the period being assessed; the others counted before. */
  readonly isNew: boolean;
}

/**
 * The first window in which the events of this period bring the count to `atLeast`. A window that
 * was full before this period has been reported then and says nothing now. Months count back from
 * the day of an event; that same date so many months before is no longer inside.
 */
export function eventsFound(
  rule: Events,
  input: EventsInput,
): { readonly sentence: string; readonly factIds: readonly string[] } | undefined {
  const events = eventsOf(rule, input);
  const least = wholeOf(rule.atLeast);
  for (const { label, inside } of windowsOf(rule, events)) {
    const before = distinct(inside.filter(({ isNew }) => !isNew)).length;
    const counted = distinct(inside);
    if (before >= least || counted.length < least) continue;
    const factIds = counted.map(({ fact }) => fact.id);
    return { sentence: `${label} ${counted.length} 次`, factIds };
  }
  return undefined;
}

function eventsOf(rule: Events, { subject, past, passes }: EventsInput): Event[] {
  const kinds = listOf(rule.kind);
  return past.factsOf(subject).flatMap((fact): Event[] => {
    const day = dayOf(fact);
    if (day === undefined || !kinds.includes(fact.kind) || !passes(rule.where, fact)) return [];
    return [{ fact, day, key: keyOf(fact, rule.distinct), isNew: past.isNew(fact) }];
  });
}

/** All windows that hold a new event, earliest first. */
function windowsOf(
  rule: Events,
  events: readonly Event[],
): { readonly label: string; readonly inside: readonly Event[] }[] {
  if ('period' in rule.within) {
    const unit = rule.within.period;
    const fresh = events.filter(({ isNew }) => isNew).map(({ day }) => periodOf(day, unit));
    return [...new Set(fresh)].map((id) => ({
      label: periodLabel(id),
      inside: events.filter(({ day }) => periodOf(day, unit) === id),
    }));
  }
  const months = wholeOf(rule.within.months);
  return events.map(({ day: end }) => {
    const start = addMonths(end, -months);
    return {
      label: `截至 ${end} 的 ${months} 个月内`,
      inside: events.filter(({ day }) => day > start && day <= end),
    };
  });
}

function distinct(events: readonly Event[]): Event[] {
  const seen = new Set<string>();
  return events.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function keyOf(fact: Fact, field: string | undefined): string {
  const value = field === undefined ? undefined : fieldOf(fact, field);
  return JSON.stringify(value === undefined ? ['fact', fact.id] : ['field', value]);
}

function fieldOf(fact: Fact, field: string): FactValue | undefined {
  if (field === 'matter') return fact.matter;
  if (field === 'doc.no') return fact.doc?.no;
  if (field === 'doc.body') return fact.doc?.body;
  if (field === 'doc.level') return fact.doc?.level;
  return ownOf(fact.values, field);
}
