/** Pay from an assessment: the same book, asked once more for what the pay lines want to know. */

import type { Book } from '../book/book.ts';
import { type PayResult, paySheet } from '../pay/pay.ts';
import { type AssessOptions, readerOf, startRun } from './assess.ts';
import type { Assessment } from './assessment.ts';

/** The pay sheet of an assessment; empty for a scheme without pay. */
export function payOf(book: Book, options: AssessOptions, assessment: Assessment): PayResult[] {
  const run = startRun(book, options);
  if (!run.scheme.pay) return [];
  return paySheet({
    scheme: run.scheme,
    book,
    period: run.period,
    asOf: run.asOf,
    reader: readerOf(run),
    subjects: assessment.subjects,
  });
}
