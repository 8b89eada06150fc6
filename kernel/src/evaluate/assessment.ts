/**
 * What an assessment returns. Every number is the root of a tree of lines that add up to it;
 * a leaf line names the facts it rests on.
 */

import type { Milli } from '../number/points.ts';
import type { IsoDate } from '../time/dates.ts';
import type { PeriodId } from '../time/periods.ts';

/**
 * - `scored`: a number that stands.
 * - `notDue`: 未到期, asks for nothing yet.
 * - `notApplicable`: 不适用, with the reason and how it was made good.
 * - `missing`: 缺材料, neither ranked nor sealed; the number shown is provisional.
 * - `zeroed`: 记零, a decided zero with its reason.
 */
export type CellState = 'scored' | 'notDue' | 'notApplicable' | 'missing' | 'zeroed';

export type LineKind =
  | 'total'
  | 'node'
  | 'clause'
  | 'base'
  | 'entry'
  | 'cap'
  | 'floor'
  | 'gate'
  | 'balance'
  | 'correction'
  | 'weight'
  | 'coefficient'
  | 'rescale'
  | 'rounding'
  | 'veto'
  | 'segment';

/** A line of the explanation. The printed values of `children` add up to `milli`. */
export interface Line {
  readonly kind: LineKind;
  /** Code of the node or clause it belongs to. */
  readonly code: string;
  readonly label: string;
  readonly milli: Milli;
  readonly state: CellState;
  /** A Chinese sentence: how the number came about, or why there is none. */
  readonly reason: string;
  readonly factIds: readonly string[];
  readonly children: readonly Line[];
  /** A fact that lost to a companion, was waived or refused stays visible, struck through. */
  readonly struck?: boolean;
  /** What the clause says, for clause lines. */
  readonly text?: string;
}

/** Something that the office should see beside the numbers, with the facts it is about. */
export interface Notice {
  readonly code:
    | 'fact-unheard'
    | 'fact-duplicate'
    | 'fact-subject-unknown'
    | 'fact-subject-absent'
    | 'fact-late'
    | 'fact-past-span'
    | 'fact-after-as-of'
    | 'fact-reversed'
    | 'reversal-invalid'
    | 'nobody-charged'
    | 'needs-discretion'
    | 'fact-refused'
    | 'unchecked'
    | 'no-evidence'
    | 'document-missing'
    | 'preview-unsealed'
    | 'period-missing'
    | 'result-corrected'
    | 'quota-tie'
    | 'own-item-refused'
    | 'ledger';
  readonly sentence: string;
  readonly subject?: string;
  readonly clause?: string;
  /** All clauses that it is about, where they are several. */
  readonly clauses?: readonly string[];
  readonly factIds: readonly string[];
}

export type GradeState = 'graded' | 'noGrade' | 'commentOnly' | 'pending' | 'none';

/** How the grade came about: computed by band or vote, then vetoes, quota, and history. */
export interface GradeResult {
  readonly state: GradeState;
  /** By bands or vote rules, vetoes and quota, before history. */
  readonly computed?: string;
  /** After vetoes, quota and history: the one that later years read unless stated. */
  readonly effective?: string;
  /**
   * The grades between which the scheme lets the body decide, best first: of a tie at the edge of a
   * quota. Absent where nothing is left to it; a grade that is pending for another reason lacks something.
   */
  readonly open?: readonly string[];
  readonly reasons: readonly string[];
}

export interface Proposal {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly reason: string;
  readonly body: string;
  readonly basis: string;
  readonly procedure: readonly string[];
  readonly papers: readonly string[];
  readonly factIds: readonly string[];
}

export interface VetoResult {
  readonly code: string;
  readonly text: string;
  readonly scope: string;
  readonly detail: readonly string[];
  readonly reason: string;
  readonly repaired: boolean;
  readonly factIds: readonly string[];
}

export interface SubjectResult {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  /** Why the subject is on the list but not assessed, when it is not. */
  readonly notAssessed?: string;
  /** The unit that assesses a person seconded for most of the year. */
  readonly assessedBy?: string;
  readonly totalMilli: Milli;
  readonly fullMilli: Milli;
  readonly state: CellState;
  /** True while a missing cell or unsealed input makes the total provisional (暂). */
  readonly provisional: boolean;
  readonly rank?: number;
  readonly rankRange?: readonly [number, number];
  /** Decimals to print the total with, where two shown values would tie though ranks differ. */
  readonly shownPlaces?: number;
  readonly tree: Line;
  readonly vetoes: readonly VetoResult[];
  readonly grade: GradeResult;
  readonly prize?: string;
  /** Why this prize, or why none. */
  readonly prizeReason?: string;
  /** For each sequence over results, how many in a row match, up to and with this period. */
  readonly streaks?: Readonly<Record<string, number>>;
  readonly proposals: readonly Proposal[];
}

export interface Assessment {
  readonly line: string;
  readonly schemeName: string;
  readonly version: string;
  readonly period: PeriodId;
  readonly asOf: IsoDate;
  readonly upTo: number;
  /** In order of code. */
  readonly subjects: readonly SubjectResult[];
  readonly notices: readonly Notice[];
  readonly lists: readonly {
    readonly name: string;
    readonly subjects: readonly string[];
    readonly note: string;
    /** A list of the last is always internal. */
    readonly audience: 'posted' | 'internal';
  }[];
}
