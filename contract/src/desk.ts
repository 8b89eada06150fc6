/** The one list of what waits for me, and of what waits for a village. */

import { z } from 'zod';
import { instant, inTown, isoDate, queryNumber, subjectCode, townInput, uuid } from './address.ts';

/** How urgent a line is; `overdue` and `near` say the days in `days`. */
export const deskLight = z.enum(['open', 'near', 'overdue']);

export const deskLine = z.strictObject({
  id: uuid,
  room: z.string(),
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  /** Why it waits, in a sentence; '' where the title says it all. */
  why: z.string(),
  /** Absent where nothing has a date. */
  dueOn: isoDate.optional(),
  /** The next workday, where `dueOn` is a day of rest and gives way to it. */
  movedTo: isoDate.optional(),
  light: deskLight,
  /** Days left until `dueOn`, or until `movedTo`; negative when it is past. */
  days: z.int().optional(),
  /** The same in workdays; absent where the holidays of a year on the way are not known. */
  workdays: z.int().optional(),
  /** Where it is done, within the pages of the town. */
  address: z.string(),
  openedAt: instant,
  /** The village or other unit that it is about. */
  unit: z.strictObject({ code: subjectCode, name: z.string() }).optional(),
  /** A secret of work: stays on the screen; `detail` and `why` are '' for whoever may not read it. */
  isWithheld: z.boolean().optional(),
  /** Name of the person whom it waits for, where the asker stands in for them. */
  inPlaceOf: z.string().optional(),
  /** Whom to ask: names, in the order unit, person. */
  contact: z.array(z.string()),
});

const deskList = {
  today: isoDate,
  /** The most urgent first; `counts.all` says how many there are. */
  rows: z.array(deskLine),
  counts: z.strictObject({ all: z.int(), overdue: z.int(), near: z.int() }),
  /** Lines beside these that the asker may not read: they are only counted. */
  withheld: z.int(),
};

const village = z.strictObject({ code: subjectCode, name: z.string() });
/** How many lines are read at once: as many as a person can look through. */
const take = queryNumber(2000).pipe(z.int().min(1)).optional();

export const desk = {
  list: inTown('GET', '/desk', { summary: 'What waits for me, the most urgent first.' })
    .input(townInput({ take }))
    .output(
      z.strictObject({
        ...deskList,
        /** Villages whose list I may read as its resident cadre, or as the village itself. */
        villages: z.array(village),
      }),
    ),
  village: inTown('GET', '/desk/villages/{unit}', {
    summary: 'What waits for a village; its resident cadre answers for it.',
  })
    .input(townInput({ unit: subjectCode, take }))
    .output(z.strictObject({ ...deskList, village })),
};
