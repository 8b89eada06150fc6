/** How long an entry stays in force. The day returned is the last valid day. */

import type { Fact } from '../book/book.ts';
import { wholeOf } from '../number/whole.ts';
import type { Clause } from '../scheme/clause.ts';
import { only } from '../scheme/shapes.ts';
import {
  addDays,
  addMonths,
  addYears,
  type IsoDate,
  isoDate,
  maxDate,
  minDate,
} from '../time/dates.ts';
import { dayOf } from './ledger-view.ts';
import { isLive, knownBy, type Run, type Scope } from './run.ts';

const forever = isoDate('9999-12-31');

/** The last day on which the fact's entry is in force; undefined if it has no day. */
export function validUntil(
  run: Run,
  clause: Pick<Clause, 'validity'>,
  at: { fact: Fact; scope: Scope },
): IsoDate | undefined {
  const day = dayOf(at.fact);
  if (!day) return undefined;
  const validity = clause.validity;
  if (!validity) return forever;
  const own = ownEnd(day, validity);
  if (!validity.rectified) return own;
  const rectified = rectifiedOn(run, validity.rectified, at);
  if (validity.untilRectified) {
    return rectified ? maxDate(own, isoDate(`${rectified.slice(0, 4)}-12-31`)) : forever;
  }
  return validity.endsWhenRectified && rectified ? minDate(own, rectified) : own;
}

function ownEnd(day: IsoDate, validity: NonNullable<Clause['validity']>): IsoDate {
  if (validity.for) {
    const [unit, amount] = only(validity.for) as [string, string];
    const end = shifted(day, unit, wholeOf(amount));
    return end === forever ? forever : addDays(end, -1);
  }
  if (validity.until === 'yearEnd' || validity.untilRectified) {
    return isoDate(`${day.slice(0, 4)}-12-31`);
  }
  return forever;
}

/** A day so many days, months or years on; held to the days that the calendar has. */
export function shifted(day: IsoDate, unit: string, n: number): IsoDate {
  try {
    return unit === 'days'
      ? addDays(day, n)
      : unit === 'months'
        ? addMonths(day, n)
        : addYears(day, n);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return n < 0 ? isoDate('0001-01-01') : forever;
  }
}

/** The day on which the matter was put right, if a fact of the kind says so. */
export function rectifiedOn(
  run: Run,
  kind: string,
  at: { fact: Fact; scope: Scope },
): IsoDate | undefined {
  const mates = run.view.byMatter.get(at.fact.matter ?? '') ?? [];
  const since = dayOf(at.fact) ?? '';
  // What was put right before the fact happened was an earlier occurrence of the matter.
  const found = mates.find(
    (mate) =>
      mate.kind === kind &&
      (dayOf(mate) ?? '') >= since &&
      knownBy(run, mate, at.scope) &&
      isLive(run, mate, at.scope.known),
  );
  return found ? dayOf(found) : undefined;
}
