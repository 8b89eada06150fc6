/**
 * Where a fact counts, settled once when it is posted and then stored. Evaluation reads the stored
 * answer, so a late fact cannot count in the next period and again in a corrected edition of its own.
 */

import type { Fact, Seal } from '../book/book.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import type { IsoDate } from '../time/dates.ts';
import { firstDay, nextPeriod, type PeriodId, periodLabel, periodOf } from '../time/periods.ts';
import { listens, listensLater, staysPut } from './listening.ts';

/** What the ledger knows at the moment of posting. */
export interface PostingState {
  /** Every version of every scheme line of the town. */
  readonly schemes: readonly Scheme[];
  /**
   * Sealed periods by line; seals fit. A period whose corrected edition was decided is left out, so
   * that what is posted by that decision counts in it.
   */
  readonly sealed: readonly Pick<Seal, 'line' | 'period'>[];
  /** For a reversal: the fact that it reverses, as it was posted. */
  readonly reversed?: Fact;
}

/** A fact that counts in a later period of a line than its own. */
export interface LateCount {
  readonly line: string;
  readonly own: PeriodId;
  readonly period: PeriodId;
  /** For whoever posts the fact. */
  readonly sentence: string;
}

/** A line for which a fact comes too late: only a corrected edition by decision number remains. */
export interface CountsInRefusal {
  /** `no-day`: a fact without day and period, which no line can place; it has no `line`. */
  readonly code: 'no-day' | 'period-sealed' | 'year-sealed';
  readonly line?: string;
  /** The fact's own period. */
  readonly period?: PeriodId;
  /** What, why, and what to do. */
  readonly sentence: string;
}

/** The answer for all lines. */
export interface CountsIn {
  /** The period by line, to be stored with the fact as its `countsIn`. */
  readonly countsIn: Readonly<Record<string, PeriodId>>;
  readonly late: readonly LateCount[];
  readonly refusals: readonly CountsInRefusal[];
  /**
   * True if the fact must not be posted, because every line that listens to it refuses. Where one
   * of them can still take it, it is posted, and the refusals of the others are told.
   */
  readonly refused: boolean;
}

/**
 * The period of each scheme line in which a fact counts when it is posted: that of its day, or of
 * the last day of its `period`; or the next one that is not sealed. A reversal starts from the
 * period in which the reversed fact counts, so its correction stands in the next open one.
 *
 * - A line without a version in effect on the day is left out.
 * - A result is read by the period it names and is never late: nothing is stored for it.
 * - `checked` and `missing` speak for one period and are never moved: signed for a sealed month,
 *   they would pass for the signature of the next. A sealed period refuses them.
 * - Past the end of its year a fact counts nowhere, but in what says `carryOver`, reads what is in
 *   force or looks back over years. Where nothing of this listens, the line refuses.
 *
 * Refuses with a TypeError a reversal that comes without the fact that it reverses.
 */
export function countsInOf(fact: Fact, state: PostingState): CountsIn {
  const subject = subjectOf(fact, state);
  const nowhere = { countsIn: {}, late: [], refusals: [], refused: false };
  if (fact.form === 'result' && subject === fact) return nowhere;
  const day = dayOf(subject);
  if (day === undefined) return { ...nowhere, refusals: [noDay(fact)], refused: true };
  const places = placesOf(subject, day, state);
  const moved = places.filter(
    ({ scheme, ownIsSealed }) =>
      ownIsSealed && subject.form !== 'result' && listens(scheme, subject),
  );
  const refusals = moved.flatMap((place) => refusalOf(place, subject, fact) ?? []);
  const refusing = new Set(refusals.map(({ line }) => line));
  return {
    countsIn: Object.fromEntries(places.map(({ scheme, period }) => [scheme.line, period])),
    late: moved.filter(({ scheme }) => !refusing.has(scheme.line)).map(lateCount),
    refusals,
    refused: refusals.length > 0 && !hasTaker(places, subject, refusing),
  };
}

/** A fact in one line. */
interface Place {
  readonly scheme: Scheme;
  /** The version in effect where the fact counts; the same one as long as no other is written. */
  readonly later: Scheme;
  readonly own: PeriodId;
  readonly period: PeriodId;
  readonly ownIsSealed: boolean;
}

/** A reversal is about the fact that it takes back. */
function subjectOf(fact: Fact, { reversed }: PostingState): Fact {
  if (fact.reverses === undefined) return fact;
  if (reversed?.id === fact.reverses) return reversed;
  throw new TypeError(`reversal ${fact.id} comes without the fact ${fact.reverses}`);
}

function placesOf(subject: Fact, day: IsoDate, { schemes, sealed }: PostingState): Place[] {
  return [...new Set(schemes.map(({ line }) => line))].flatMap((line) => {
    const versions = schemes.filter((scheme) => scheme.line === line);
    const scheme = versionOn(versions, day);
    if (!scheme) return [];
    const seals = new Set(sealed.filter((seal) => seal.line === line).map(({ period }) => period));
    const own = ownOf(subject.countsIn, line) ?? periodOf(day, scheme.period);
    let period = own;
    while (seals.has(period) && !staysPut(subject)) period = nextPeriod(period);
    const later = versionOn(versions, firstDay(period)) ?? scheme;
    return [{ scheme, later, own, period, ownIsSealed: seals.has(own) }];
  });
}

/** The last written of the versions in effect on a day, as an assessment chooses it. */
function versionOn(versions: readonly Scheme[], day: IsoDate): Scheme | undefined {
  return versions.findLast(
    ({ effective }) => effective === undefined || (effective.from <= day && day <= effective.to),
  );
}

/** A signature or a decided cell is for the line whose period it names, so one refusal is enough. */
function hasTaker(places: readonly Place[], subject: Fact, refusing: ReadonlySet<unknown>) {
  if (staysPut(subject)) return false;
  return places.some(({ scheme }) => !refusing.has(scheme.line) && listens(scheme, subject));
}

function refusalOf(place: Place, subject: Fact, fact: Fact): CountsInRefusal | undefined {
  const { scheme, later, own } = place;
  const where = { line: scheme.line, period: own };
  const name = `“${scheme.name}”`;
  const remaining = '确需更正的，请写明决定文号，另出更正版。';
  if (staysPut(subject)) {
    const sentence = `${name}${periodLabel(own)}已封存，这一期的签认、一格怎样定都不能再登记或更正；${remaining}`;
    return { code: 'period-sealed', ...where, sentence };
  }
  if (isSameYear(place) || listensLater(later, subject)) return undefined;
  const what = subject === fact ? '事实不再计入' : '事实不能再更正';
  const sentence = `${name}${own.slice(0, 4)}年已全部封存，${periodLabel(own)}的${what}，也不转入下一年；${remaining}`;
  return { code: 'year-sealed', ...where, sentence };
}

function noDay({ id }: Fact): CountsInRefusal {
  const sentence = `事实 ${id} 没有日期，也没有写哪一期，不知计入哪里；请补写日期。`;
  return { code: 'no-day', sentence };
}

function lateCount(place: Place): LateCount {
  const { scheme, own, period } = place;
  const words = isSameYear(place)
    ? `计入${periodLabel(period)}`
    : `记在${periodLabel(period)}，写明结转的、看在有效期内的、往前看几年的条款才计`;
  const sentence = `“${scheme.name}”${periodLabel(own)}已封存，这条${words}。`;
  return { line: scheme.line, own, period, sentence };
}

function isSameYear({ own, period }: Pick<Place, 'own' | 'period'>): boolean {
  return own.slice(0, 4) === period.slice(0, 4);
}
