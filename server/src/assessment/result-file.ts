/** `result.json`: the whole assessment as data, in a shape that other programs may rely on. */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type LeaveOneOut,
  leaveOneOut,
  type PayResult,
  payOf,
  type Receipt,
  receipt,
} from '@oneneedle/kernel';
import type { Folder } from './folder.ts';
import { resultFormat } from './result-shape.ts';
import { sealStateOf } from './seal-state.ts';

/** An assessment with what is worked out beside it. */
export interface Worked {
  readonly result: Assessment;
  readonly pay: readonly PayResult[];
  /** Absent where the book is too large to leave things out one at a time. */
  readonly intervals: LeaveOneOut | undefined;
  readonly proof: Receipt;
}

/** Beyond this many facts nothing is worked out again with one thing left out: it takes minutes. */
export const manyFacts = 20_000;

/** Works out an assessment, its pay, how firm its ranks are, and its receipt. */
export function workOut(folder: Folder, options: AssessOptions): Worked {
  const { book } = folder;
  const result = assess(book, options);
  return {
    result,
    pay: payOf(book, options, result),
    intervals: book.facts.length > manyFacts ? undefined : leaveOneOut(book, options, assess),
    proof: proofOf(folder, result),
  };
}

/** The receipt of a result that was worked out on a folder. */
export function proofOf({ scheme, book }: Folder, result: Assessment): Receipt {
  const { roster, calendar, facts } = book;
  return receipt({ scheme, roster, calendar, facts, result });
}

/** The text of `result.json`: subjects by code, points and money as whole numbers, the receipt last. */
export function resultText(folder: Folder, { result, pay, intervals, proof }: Worked): string {
  const file = {
    format: resultFormat,
    demonstration: folder.scheme.demonstration ?? false,
    sealed: sealStateOf(folder.book, result).edition,
    leftOut: folder.leftOut,
    ...result,
    subjects: [...result.subjects].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
    intervals: intervals ?? null,
    pay,
    receipt: proof,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
