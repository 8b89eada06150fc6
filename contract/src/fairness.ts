/** The fairness report of a period: for the assessment office and discipline, before it is published. */

import { z } from 'zod';
import { instant, inTown, isoDate, line, milli, periodId, townInput } from './address.ts';
import { periodState } from './assessment.ts';

const inPeriod = { line, period: periodId };

const reading = z.strictObject({
  by: z.string(),
  at: instant,
  /** Nothing was posted since. */
  isCurrent: z.boolean(),
});

/** Somebody who scored a clause; a person is a letter. Figures in thousandths of its scores. */
const assessor = z.strictObject({
  name: z.string(),
  scores: z.int(),
  meanMilli: milli,
  severityMilli: milli.optional(),
  spreadMilli: milli,
  uniform: z.enum(['all', 'nearly']).optional(),
  /** Targets that others scored and it did not: recused or absent. */
  left: z.int(),
});

const jury = z.strictObject({
  clause: z.string(),
  text: z.string(),
  targets: z.int(),
  complete: z.int(),
  /** Why nothing is compared. */
  without: z.enum(['one', 'few', 'apart']).optional(),
  assessors: z.array(assessor),
  /** ICC(1,1), ICC(2,1) and ICC(3,1) in thousandths. */
  agreement: z.strictObject({ oneWay: milli, absolute: milli, consistent: milli }).optional(),
  severityRangeMilli: milli.optional(),
  targetRangeMilli: milli.optional(),
  recusedMilli: milli.optional(),
});

const clause = z.strictObject({
  code: z.string(),
  text: z.string(),
  owner: z.string().optional(),
  subjects: z.int(),
  took: z.int(),
  gave: z.int(),
  sumMilli: milli,
  correlationMilli: milli.optional(),
  finding: z.enum(['few', 'never', 'same', 'always', 'against']).optional(),
});

const concentrated = z.strictObject({
  name: z.string(),
  deductions: z.int(),
  takenMilli: milli,
  shareMilli: milli,
  /** Mostly one subject bears it; which is not said of persons. */
  mostly: z.strictObject({ subject: z.string().optional(), shareMilli: milli }).optional(),
});

export const fairness = {
  read: inTown('GET', '/periods/{line}/{period}/fairness', {
    summary: 'Whether a period was measured the same for everybody: sentences and figures.',
  })
    .input(townInput(inPeriod))
    .output(
      z.strictObject({
        line,
        schemeName: z.string(),
        period: periodId,
        label: z.string(),
        state: periodState,
        asOf: isoDate,
        /** The subjects are persons. */
        isPersonal: z.boolean(),
        subjects: z.int(),
        /** Below these nothing is compared. */
        least: z.strictObject({
          assessors: z.int(),
          subjects: z.int(),
          deductions: z.int(),
          inGroup: z.int(),
        }),
        juries: z.array(jury),
        clauses: z.array(clause),
        concentration: z.strictObject({
          deductions: z.int(),
          takenMilli: milli,
          offices: z.array(concentrated),
          inspectors: z.array(concentrated),
          /** Empty where the subjects are persons. */
          subjects: z.array(concentrated),
        }),
        groups: z.strictObject({
          rows: z.array(
            z.strictObject({
              name: z.string(),
              subjects: z.int(),
              meanMilli: milli,
              lowMilli: milli,
              highMilli: milli,
            }),
          ),
          isApart: z.boolean(),
          shareMilli: milli.optional(),
          without: z.enum(['one', 'few']).optional(),
        }),
        ranks: z.strictObject({
          firm: z.int(),
          of: z.int(),
          /** Empty where the subjects are persons. */
          rows: z.array(
            z.strictObject({ subject: z.string(), range: z.tuple([z.int(), z.int()]) }),
          ),
          without: z.enum(['few', 'tooLarge', 'nothingToLeaveOut']).optional(),
        }),
        /** Who opened it and said so, the latest first. */
        readings: z.array(reading),
      }),
    ),

  mark: inTown('POST', '/periods/{line}/{period}/fairness/readings', {
    summary: 'Says that the fairness report was read: publication asks for it.',
    creates: true,
  })
    .input(townInput(inPeriod))
    .output(reading),
};
