/**
 * The fairness report of a result: whether it was measured the same for everybody. For the office, before
 * it publishes; it ranks no person and changes no point.
 */

import type { Book } from '../book/book.ts';
import type { Assessment } from '../evaluate/assessment.ts';
import type { LeaveOneOut } from '../explain/intervals.ts';
import { isRankable, schemeOf } from '../explain/replay.ts';
import { grouped } from '../grouped.ts';
import { printMilli } from '../number/points.ts';
import { rational } from '../number/rational.ts';
import { shareBetween } from './agreement.ts';
import { type ClausePower, clausePowers } from './clauses.ts';
import { type Concentration, concentrationOf } from './concentration.ts';
import { type Jury, juriesOf } from './juries.ts';
import { fairnessLeast } from './least.ts';
import { meanOf } from './moments.ts';

/** Totals of a group; thousandths. */
export interface GroupTotals {
  readonly name: string;
  readonly subjects: number;
  readonly meanMilli: number;
  readonly lowMilli: number;
  readonly highMilli: number;
}

export interface FairnessReport {
  /** Subjects with a total that may be ranked. */
  readonly subjects: number;
  readonly juries: readonly Jury[];
  readonly clauses: readonly ClausePower[];
  readonly concentration: Concentration;
  readonly groups: {
    readonly rows: readonly GroupTotals[];
    /** Each group is ranked for itself. */
    readonly isApart: boolean;
    /** Of all differences between totals, what lies between groups (η²); thousandths. */
    readonly shareMilli?: number;
    /** One group, or one that is too small. */
    readonly without?: 'one' | 'few';
  };
  readonly ranks: {
    /** Subjects whose rank does not move whatever is left out; of how many. */
    readonly firm: number;
    readonly of: number;
    readonly rows: readonly {
      readonly subject: string;
      readonly range: readonly [number, number];
    }[];
    readonly without?: 'few' | 'tooLarge' | 'nothingToLeaveOut';
  };
}

export interface FairnessNeeds {
  /** Ranks with one thing left out, or why they were not worked out. */
  readonly ranges: LeaveOneOut | 'tooLarge';
  /** Persons who saw what a fact says, by its id. */
  readonly inspectorsOf?: Readonly<Record<string, readonly string[]>>;
}

/** Of one result; everything is exact and rounded once to thousandths. */
export function fairnessOf(book: Book, result: Assessment, needs: FairnessNeeds): FairnessReport {
  const scheme = schemeOf(book, result);
  if (!scheme) throw new RangeError(`no scheme of the line ${result.line}`);
  return {
    subjects: result.subjects.filter(isRankable).length,
    juries: juriesOf(book, scheme, result),
    clauses: clausePowers(scheme, result),
    concentration: concentrationOf(book, scheme, result, needs.inspectorsOf),
    groups: groupsOf(
      result,
      new Map((scheme.groups ?? []).map(({ code, name }) => [code, name])),
      scheme.ranking?.within !== 'all',
    ),
    ranks: ranksOf(result, needs.ranges),
  };
}

function groupsOf(
  { subjects }: Assessment,
  names: ReadonlyMap<string, string>,
  isApart: boolean,
): FairnessReport['groups'] {
  const byGroup = [...grouped(subjects.filter(isRankable), ({ group }) => group ?? '')];
  const exact = byGroup.map(([, own]) =>
    own.map(({ totalMilli }) => rational(BigInt(totalMilli), 1000n)),
  );
  const rows = byGroup.map(([code, own], index) => {
    const totals = own.map(({ totalMilli }) => totalMilli);
    return {
      name: names.get(code) ?? code,
      subjects: own.length,
      meanMilli: printMilli(meanOf(exact[index] ?? [])),
      lowMilli: Math.min(...totals),
      highMilli: Math.max(...totals),
    };
  });
  if (rows.length < 2) return { rows, isApart, without: 'one' };
  if (rows.some((row) => row.subjects < fairnessLeast.inGroup)) {
    return { rows, isApart, without: 'few' };
  }
  const share = shareBetween(exact);
  return { rows, isApart, ...(share === undefined ? {} : { shareMilli: printMilli(share) }) };
}

function ranksOf(
  { subjects }: Assessment,
  ranges: FairnessNeeds['ranges'],
): FairnessReport['ranks'] {
  const none = { firm: 0, of: 0, rows: [] };
  if (ranges === 'tooLarge') return { ...none, without: 'tooLarge' };
  if (ranges.subjects.length < fairnessLeast.subjects) return { ...none, without: 'few' };
  if (ranges.scenarios.length === 0) return { ...none, without: 'nothingToLeaveOut' };
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const rows = ranges.subjects.map(({ subject, range }) => ({
    subject: names.get(subject) ?? subject,
    range,
  }));
  const firm = rows.filter(({ range: [low, high] }) => low === high).length;
  return { firm, of: rows.length, rows };
}
