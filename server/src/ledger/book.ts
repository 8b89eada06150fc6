/** What recording is held against: catalogue, roster, schemes, sealed periods; read once a request. */

import {
  type Calendar,
  type FactKind,
  holdsThroughout,
  isPeriodId,
  type PeriodId,
  type Roster,
  type Scheme,
  type Seal,
  unitOf,
} from '@oneneedle/kernel';
import { calendarOf, rosterOf } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { kindsOf, schemesInForce } from '../scheme/index.ts';
import type { Catalogue } from './catalogue.ts';
import { type ClausePlace, clausePlace, readers } from './clause-places.ts';
import { type Ledger, ledgerOf } from './context.ts';
import { clausesOf } from './hearing.ts';
import { ledgerProblem } from './problems.ts';
import { sealedPeriods } from './store.ts';

/** The town as whoever records a fact needs it. */
export interface RecordingBook extends Ledger {
  /** The town's own kinds; `catalogue` adds what every town has. */
  readonly kinds: readonly FactKind[];
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  /** Every approved version of every line. */
  readonly schemes: readonly Scheme[];
  /** Workdays, with the years that the town entered. */
  readonly calendar: Calendar;
  readonly sealed: readonly Pick<Seal, 'line' | 'period'>[];
}

/** Reads what recording is held against. */
export async function recordingBook(db: Queries): Promise<RecordingBook> {
  const kinds = await kindsOf(db);
  const roster = await rosterOf(db);
  const schemes = (await schemesInForce(db)).map(({ scheme }) => scheme);
  const clauses = [...new Set(schemes.flatMap((scheme) => clausesOf(scheme).map((c) => c.code)))];
  const ledger = ledgerOf({ kinds, roster, clauses });
  const calendar = await calendarOf(db);
  return { ...ledger, kinds, roster, schemes, calendar, sealed: await sealedPeriods(db) };
}

/** The versions in effect on a day; without a day all of them. */
export function schemesOn({ schemes }: RecordingBook, day: string | undefined): Scheme[] {
  return schemes.filter(
    ({ effective }) =>
      day === undefined || !effective || (effective.from <= day && day <= effective.to),
  );
}

/**
 * The version of a line by which a period is assessed: the one that holds for the whole of it. Refuses
 * what is no period of such a version.
 */
export function schemeFor(
  { schemes }: RecordingBook,
  { line, period }: { line: string; period: string },
): { scheme: Scheme; period: PeriodId } {
  const scheme = isPeriodId(period)
    ? schemes.findLast(
        (one) => one.line === line && one.period === unitOf(period) && holdsThroughout(one, period),
      )
    : undefined;
  if (!scheme) throw ledgerProblem('period-unknown', { period });
  return { scheme, period };
}

/** A clause of the version of a line that is in effect on a day. */
export function placeOn(
  book: RecordingBook,
  { line, code }: { line: string; code: string },
  day: string | undefined,
): ClausePlace | undefined {
  const scheme = schemesOn(book, day).findLast((one) => one.line === line);
  return scheme && clausePlace(scheme, code);
}

/**
 * The offices that may record a kind: owners of the clauses that hear it or read it, and its owner
 * in the catalogue, which comes first. None where nobody claims it.
 */
export function officesFor(book: RecordingBook, kind: FactKind, day?: string): string[] {
  const owners = readers(schemesOn(book, day), kind, book.catalogue).map(({ owner }) => owner);
  const named = [kind.owner, ...owners].filter((owner) => owner !== undefined);
  return [...new Set(named)];
}
