/** Goals of a year as a tree: what a goal, its measure and a reading of it are. */

import type { Rational } from '../number/rational.ts';
import type { IsoDate } from '../time/dates.ts';

/** A step on the way; of a quantity it may say how much is to be reached by its day. */
export interface GoalStep {
  readonly title: string;
  readonly on: IsoDate;
  /** Quantity to be reached by the end of that day, as exact text. */
  readonly quantity?: string;
}

/** What a leaf is read by: a quantity, or steps that are done or not where nothing can be counted. */
export type GoalMeasure =
  | {
      readonly kind: 'quantity';
      /** Exact text. */
      readonly target: string;
      readonly unit: string;
      /** Exact text; where the year began. Without one, a goal that goes up begins at 0. */
      readonly baseline?: string;
    }
  | { readonly kind: 'steps' };

/** A goal of one year; its place in the tree is its code: `1.2.3` stands under `1.2`. */
export interface Goal {
  readonly code: string;
  readonly title: string;
  readonly measure?: GoalMeasure;
  readonly steps: readonly GoalStep[];
  /** Whether more is better, or less. */
  readonly direction: 'up' | 'down';
  /** How a parent is worked out from its parts. */
  readonly mode: 'sum' | 'weighted';
  /** Weight among its siblings in 1/1000. */
  readonly weight?: number;
  readonly startsOn: IsoDate;
  readonly dueOn?: IsoDate;
  /** Code of the one person who answers for a leaf. */
  readonly accountable?: string;
  readonly village?: string;
  /** It must be decomposed to every village. */
  readonly isEveryVillage: boolean;
  /** Other goals that this leaf serves too. */
  readonly serves: readonly { readonly goal: string; readonly weight?: number }[];
}

/** What was read of a leaf on a day: the whole so far, never the growth since the last reading. */
export interface GoalReading {
  readonly id: string;
  readonly goal: string;
  readonly on: IsoDate;
  /** Order of writing: of two readings of one day the later one counts. */
  readonly seq: number;
  /** Exact text. */
  readonly quantity?: string;
  /** How many of the steps are done. */
  readonly stepsDone?: number;
  /** The reading that this one corrects; that one no longer counts. */
  readonly corrects?: string;
}

/** From the least to the most that a share can be; both ends are one where everything was read. */
export interface ShareRange {
  readonly low: Rational;
  readonly high: Rational;
}

/** One part of a parent: a child, or a leaf from elsewhere that serves it. */
export interface GoalPart {
  readonly code: string;
  readonly isServing: boolean;
  /** Its share of the whole of the parent; all of them make one, less what is not decomposed. */
  readonly weight: Rational;
  /** What of it counts: between 0 and 1, however much it is over. */
  readonly counted: ShareRange;
  /** `weight` × `counted`. */
  readonly contribution: ShareRange;
}

/** How far a goal is, exactly. */
export interface GoalProgress {
  readonly code: string;
  readonly isLeaf: boolean;
  /** Not capped: more than 1 where it is over-fulfilled, below 0 where it fell behind its baseline. */
  readonly share: ShareRange;
  /** Leaves below that count here and were never read. */
  readonly missing: number;
  /** Leaves that count here. */
  readonly leaves: number;
  /** What counts of a leaf. */
  readonly reading?: GoalReading;
  /** Of a sum: baseline, target and what was read, all in one unit; `read` leaves the unread out. */
  readonly total?: {
    readonly unit: string;
    readonly baseline: Rational;
    readonly target: Rational;
    readonly read: Rational;
  };
  readonly parts: readonly GoalPart[];
  /** Share of a sum's own target that no part carries. */
  readonly notDecomposed: Rational;
  /** Why weights were not taken as written. */
  readonly weighing: 'asWritten' | 'equal' | 'sum' | 'none';
  /** Share that should be reached today. */
  readonly expected?: Rational;
  /** Share that should have been reached on the days on which it was read. */
  readonly expectedWhenRead?: Rational;
}
