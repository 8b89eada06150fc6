/** The one list of what waits for me. */

import { z } from 'zod';
import { instant, inTown, isoDate, townInput, uuid } from './address.ts';

/** How urgent a line is; `overdue` and `near` say the days in `days`. */
export const deskLight = z.enum(['open', 'near', 'overdue']);

export const deskLine = z.strictObject({
  id: uuid,
  room: z.string(),
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  /** Absent where nothing has a date. */
  dueOn: isoDate.optional(),
  light: deskLight,
  /** Days left until `dueOn`; negative when it is past. */
  days: z.int().optional(),
  /** Where it is done, within the pages of the town. */
  address: z.string(),
  openedAt: instant,
});

export const desk = {
  list: inTown('GET', '/desk', { summary: 'What waits for me, the most urgent first.' })
    .input(townInput({}))
    .output(z.strictObject({ today: isoDate, rows: z.array(deskLine) })),
};
