/** Notices of the results of a period, and lists of whom a rule proposes for an honour. */

import { z } from 'zod';
import { inTown, isoDate, periodId, townInput } from './address.ts';
import { madeDocument } from './papers.ts';

const inPeriod = { line: z.string().min(1).max(80), period: periodId };
const ofRule = { ...inPeriod, code: z.string().min(1).max(80) };

/** Everybody whom one rule proposes for an honour; nobody is left out, and no order tells a place. */
const selectionShown = z.strictObject({
  today: isoDate,
  name: z.string(),
  body: z.string(),
  isPerson: z.boolean(),
  /** How long the list is posted before the body decides. */
  workdays: z.int(),
  rows: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      reason: z.string(),
      facts: z.array(z.string()),
      /** Open objections, in words: who is objected to stands on the list all the same. */
      objections: z.array(z.string()),
      /** Why they cannot be listed, each in a sentence. */
      against: z.array(z.string()),
    }),
  ),
});

export const outcomeNotices = {
  resultNotices: inTown('POST', '/outcomes/{line}/{period}/notices', {
    summary: 'Makes the next numbered notices of an edition, one for each subject, ten at a time.',
    creates: true,
  })
    .input(
      townInput({
        ...inPeriod,
        /** The edition that the notices before these were made of; absent for the first. */
        edition: z.int().optional(),
        from: z.int().min(0).max(10_000),
      }),
    )
    .output(
      z.strictObject({
        edition: z.int(),
        documents: z.array(madeDocument),
        done: z.int(),
        total: z.int(),
      }),
    ),
  selection: inTown('GET', '/outcomes/{line}/{period}/selections/{code}', {
    summary:
      'Whom a rule proposes for an honour, each with every ground, and who cannot be listed.',
  })
    .input(townInput(ofRule))
    .output(selectionShown),
  makeSelection: inTown('POST', '/outcomes/{line}/{period}/selections/{code}', {
    summary: 'Makes the selection list of a rule as a numbered document, to be posted.',
    creates: true,
  })
    .input(townInput({ ...ofRule, postedOn: isoDate }))
    .output(z.strictObject({ ...madeDocument.shape, until: isoDate })),
};

export type SelectionShown = z.output<typeof selectionShown>;
