/** One run of the evaluator: what it reads, and the windows through which it looks. */

import type { Book, Fact, Person, Roster, Unit } from '../book/book.ts';
import { wholeOf } from '../number/whole.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node, Scheme } from '../scheme/scheme.ts';
import { listOf, ownOf } from '../scheme/shapes.ts';
import { type IsoDate, minDate } from '../time/dates.ts';
import { firstDay, lastDay, type PeriodId, periodsToDate, shiftYears } from '../time/periods.ts';
import type { Notice } from './assessment.ts';
import { type LedgerView, upToPeriod } from './ledger-view.ts';

/**
 * Which reversals are known: all that count up to a period, but for those still pending while the
 * correction of an earlier period is measured.
 */
export interface Knowledge {
  readonly key: string;
  readonly through: PeriodId;
  /** Reversals of that last period that are left out while a correction is measured. */
  readonly pending: ReadonlySet<string>;
}

/** The periods worked out together, with the reversals known while doing so. */
export interface Scope {
  readonly window: readonly PeriodId[];
  readonly known: Knowledge;
  readonly key: string;
}

export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly group: string | undefined;
  readonly type: string;
  /** Group of persons (公务员, 编外聘用 …), for persons. */
  readonly class: string | undefined;
  readonly tags: readonly string[];
}

/** A clause with the nodes above it, root first. */
export interface PlacedClause {
  readonly clause: Clause;
  readonly path: readonly Node[];
}

export interface Run {
  readonly scheme: Scheme;
  readonly book: Book;
  readonly view: LedgerView;
  readonly period: PeriodId;
  readonly asOf: IsoDate;
  readonly upTo: number;
  readonly decimals: number;
  readonly subjects: readonly Subject[];
  readonly subjectByCode: ReadonlyMap<string, Subject>;
  readonly unitByCode: ReadonlyMap<string, Unit>;
  readonly personByCode: ReadonlyMap<string, Person>;
  readonly clauses: ReadonlyMap<string, PlacedClause>;
  readonly withoutNodes: ReadonlySet<string>;
  readonly notices: NoticeBook;
  /** Results that were worked out before, by stage and key. */
  readonly memo: Map<string, unknown>;
}

/** Notices are collected once each, however often a cell is worked out. */
export class NoticeBook {
  readonly #seen = new Map<string, Notice>();

  add(notice: Notice): void {
    const key = [notice.code, notice.subject, notice.clause, ...notice.factIds].join('|');
    if (!this.#seen.has(key)) this.#seen.set(key, notice);
  }

  list(): Notice[] {
    return [...this.#seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }
}

/** Works a value out once for a key and remembers it. */
export function once<T>(run: Run, key: string, work: () => T): T {
  if (run.memo.has(key)) return run.memo.get(key) as T;
  const value = work();
  run.memo.set(key, value);
  return value;
}

/** The knowledge of a period's own edition. */
export function knowledgeOf(period: PeriodId): Knowledge {
  return { key: period, through: period, pending: new Set() };
}

/** A scope over the given periods. */
export function scopeOf(window: readonly PeriodId[], known: Knowledge): Scope {
  return { window, known, key: `${window[0]}~${window[window.length - 1]}@${known.key}` };
}

/** The scope of a clause or node: its period alone, or the year to date. */
export function scopeFor(span: 'period' | 'year' | undefined, scope: Scope): Scope {
  const last = lastOf(scope);
  if (span === 'year') return scopeOf(periodsToDate(last), scope.known);
  return scope.window.length === 1 ? scope : scopeOf([last], scope.known);
}

/** The last period of a scope. */
export function lastOf(scope: { window: readonly PeriodId[] }): PeriodId {
  const last = scope.window[scope.window.length - 1];
  if (last === undefined) throw new Error('a scope without periods');
  return last;
}

/** The day from which a scope is looked at: the end of its last period, or `asOf` if earlier. */
export function viewDay(run: Run, scope: { window: readonly PeriodId[] }): IsoDate {
  return minDate(lastDay(lastOf(scope)), run.asOf);
}

/** True if no reversal known in the scope undoes the fact. */
export function isLive(run: Run, fact: Fact, known: Knowledge): boolean {
  const reversal = run.view.reversals.get(fact.id);
  if (!reversal) return true;
  if (known.pending.has(reversal.id)) return true;
  const counting = run.view.counting.get(reversal.id);
  return counting !== undefined && !upToPeriod(counting.period, known.through);
}

/** True if the fact counts in one of the periods of the scope. */
export function countsInScope(run: Run, fact: Fact, scope: Scope, carryOver = false): boolean {
  const counting = run.view.counting.get(fact.id);
  if (!counting || (counting.pastSpan && !carryOver)) return false;
  return scope.window.includes(counting.period);
}

/** True if the fact was known and dated by the end of the scope, whatever period it counts in. */
export function knownBy(run: Run, fact: Fact, scope: Scope): boolean {
  const counting = run.view.counting.get(fact.id);
  return counting !== undefined && upToPeriod(counting.period, lastOf(scope));
}

/** The same scope some years back; the reversals known stay those of today. */
export function yearsBack(scope: Scope, years: number): Scope {
  const back = Math.min(years, wholeOf(lastOf(scope).slice(0, 4)) - 1);
  return scopeOf(
    scope.window.map((period) => shiftYears(period, -back)),
    { ...scope.known, key: `${scope.known.key}-${years}y` },
  );
}

/** A head count of a unit on a day: the value itself or the last dated one not after the day. */
export function sizeOn(unit: Unit, name: string, day: IsoDate): string | undefined {
  const size = ownOf(unit.sizes, name);
  if (size === undefined || typeof size === 'string') return size;
  const dated = size.filter((item) => item.from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  return dated[dated.length - 1]?.value;
}

/** Roles that a person holds on a day, with the unit of each. */
export function rolesOn(roster: Roster, person: string, day: IsoDate) {
  return roster.posts.filter((post) => post.person === person && isOn(post, day));
}

/** Persons who hold a post in a unit on a day. */
export function holdersOn(roster: Roster, unit: string, day: IsoDate) {
  return roster.posts.filter((post) => post.unit === unit && isOn(post, day));
}

/** Pairings in force on a day. */
export function pairingsOn(roster: Roster, day: IsoDate) {
  return roster.pairings.filter((pairing) => isOn(pairing, day));
}

/** What the catalogue calls the kinds; a kind that it does not know goes by its code. */
export function kindNames(run: Run, kinds: string | readonly string[]): string {
  const names = once(run, 'kind-names', () => {
    const catalogue = run.book.kinds ?? run.scheme.kinds ?? [];
    return new Map(catalogue.map((kind) => [kind.kind, kind.name]));
  });
  return listOf(kinds)
    .map((kind) => names.get(kind) ?? kind)
    .join('、');
}

/** True if a dated thing was in force on a day; its last day counts. */
function isOn(item: { from?: IsoDate; to?: IsoDate }, day: IsoDate): boolean {
  return (item.from === undefined || item.from <= day) && (item.to === undefined || day <= item.to);
}

/** True if a dated thing was in force on any day of a period. */
export function isWithin(item: { from?: IsoDate; to?: IsoDate }, period: PeriodId): boolean {
  return (
    (item.from === undefined || item.from <= lastDay(period)) &&
    (item.to === undefined || firstDay(period) <= item.to)
  );
}
