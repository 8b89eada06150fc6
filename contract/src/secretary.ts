/** 书记一页: what the secretary reads in five minutes, on one printed sheet. */

import { z } from 'zod';
import { inTown, isoDate, periodId, townInput, uuid } from './address.ts';
import { periodState } from './assessment.ts';
import { named } from './item-shapes.ts';

const rank = z.strictObject({ at: z.int(), isOpen: z.boolean() });
const gap = z.strictObject({ towns: z.array(z.string()), gap: z.string() });

/** One item that a count names. */
const briefItem = z.strictObject({
  id: uuid,
  title: z.string(),
  office: z.string(),
  /** The day that it is judged by: a workday. */
  dueOn: isoDate,
});

export const secretary = {
  read: inTown('GET', '/one-page', {
    summary:
      'The place in the district, what is weakest and whose, what is overdue, what comes next.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        town: z.string(),
        /** The latest list of the district. */
        district: z
          .strictObject({
            id: uuid,
            name: z.string(),
            period: periodId,
            rank: rank.optional(),
            towns: z.int(),
            total: z.string().optional(),
            first: gap.optional(),
            next: gap.optional(),
            indicators: z.int(),
            beyondTen: z.int(),
            /** The place on the list of the same name before it. */
            before: z
              .strictObject({ id: uuid, period: periodId, rank: rank.optional() })
              .optional(),
            /** Weakest first, five at most. */
            weakest: z.array(
              z.strictObject({
                name: z.string(),
                rank: rank.optional(),
                lost: z.string().optional(),
                office: z.string().optional(),
                leaders: z.array(z.string()),
              }),
            ),
          })
          .optional(),
        /** By leader in charge, the most first; an office without one stands under its own name. */
        overdue: z.strictObject({
          count: z.int(),
          leaders: z.array(
            z.strictObject({ leader: named.optional(), count: z.int(), oldest: briefItem }),
          ),
          /** Leaders that the sheet has no room for. */
          more: z.int(),
        }),
        /** Due within seven days. */
        coming: z.strictObject({ count: z.int(), items: z.array(briefItem) }),
        /** Findings that were found before at the same place, not put right yet. */
        repeated: z.strictObject({
          count: z.int(),
          findings: z.array(
            z.strictObject({ id: uuid, subject: named, standard: z.string(), dueOn: isoDate }),
          ),
        }),
        /** Periods that are over and not sealed. */
        periods: z.array(
          z.strictObject({
            line: z.string(),
            schemeName: z.string(),
            period: periodId,
            label: z.string(),
            to: isoDate,
            state: periodState,
          }),
        ),
      }),
    ),
};
