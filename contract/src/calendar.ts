/** The workday calendar of a town: years that came with the program, years that the town entered. */

import { z } from 'zod';
import { instant, inTown, isoDate, line, townInput } from './address.ts';

const days = z.array(isoDate).max(80);

const calendarYear = z.strictObject({
  year: z.int(),
  /** The notice that it follows. */
  source: z.string(),
  /** Days of rest, weekends among them or not. */
  off: days,
  /** Weekend days worked instead. */
  on: days,
  /** Absent where the year came with the program. */
  entered: z.strictObject({ by: z.string(), at: instant }).optional(),
});

export const calendar = {
  years: inTown('GET', '/calendar', {
    summary: 'Years whose holidays are known, and what is still missing.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        rows: z.array(calendarYear),
        /** The first year without a notice: workdays in it cannot be counted. */
        missing: z.int(),
        /** Workdays of a year stand on it once it is entered; from then on a change needs a reason. */
        mayEnter: z.boolean(),
      }),
    ),
  enter: inTown('PUT', '/calendar/{year}', {
    summary: 'Enters the holidays of a year from its notice, or corrects them with a reason.',
  })
    .input(
      townInput({
        year: z.union([
          z.int(),
          z
            .string()
            .regex(/^\d{4}$/)
            .transform(Number),
        ]),
        source: line,
        off: days.min(1),
        on: days,
        reason: line.optional(),
      }),
    )
    .output(calendarYear),
};
