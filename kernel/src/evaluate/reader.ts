/** What the later stages may ask of the evaluator: the answer to a quantity or a condition. */

import type { Fact } from '../book/book.ts';
import type { Rational } from '../number/rational.ts';
import type { Condition, Quantity } from '../scheme/quantity.ts';
import type { PeriodId } from '../time/periods.ts';

/** Who asks, about which periods, and with which fact in hand. */
export interface Asking {
  readonly subject: string;
  /** The period being assessed. */
  readonly period: PeriodId;
  /** The periods over which facts are read: this one, or the year to date. */
  readonly window: readonly PeriodId[];
  readonly fact?: Fact;
  /** The clause whose rule asks; companions and repetition need it. */
  readonly clauseCode?: string;
}

/** A number with the facts it rests on; or why there is none; or an open rank (at least so many). */
export type Answer =
  | { readonly value: Rational; readonly factIds: readonly string[] }
  | { readonly missing: string; readonly factIds: readonly string[] }
  | { readonly atLeast: Rational; readonly factIds: readonly string[] };

/** `undefined` means that it cannot be said yet; the reason says what is missing. */
export interface Truth {
  readonly holds: boolean | undefined;
  readonly reason: string;
  readonly factIds: readonly string[];
}

export interface Reader {
  quantity(of: Quantity, asking: Asking): Answer;
  condition(of: Condition, asking: Asking): Truth;
}
