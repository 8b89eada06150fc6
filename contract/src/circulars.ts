/** The monthly order of handling, for inside; and the circular of a month, at most one. */

import { z } from 'zod';
import { instant, inTown, isoDate, queryNumber, townInput, uuid } from './address.ts';
import { month } from './demand-shapes.ts';
import { named } from './item-shapes.ts';
import { madeDocument } from './papers.ts';

const ids = z.array(uuid);

/** One office or leader; every count is the list of its items. */
const handlingRow = z.strictObject({
  group: named,
  due: ids,
  inTime: ids,
  late: ids,
  open: ids,
  inReview: ids,
  urged: ids,
  sentBack: ids,
  extended: ids,
  /** `66.7`: percent done in time, with the two figures it comes from. */
  share: z.strictObject({ text: z.string(), part: z.int(), of: z.int() }).optional(),
  place: z.int().optional(),
  grade: z.enum(['good', 'middle', 'poor']).optional(),
});

export const handling = {
  order: inTown('GET', '/handling-order', {
    summary: 'How offices and leaders handled what was due in a month; internal.',
  })
    .input(townInput({ month: month.optional() }))
    .output(
      z.strictObject({
        month,
        asOf: isoDate,
        months: z.array(month),
        rule: z.string(),
        offices: z.array(handlingRow),
        leaders: z.array(handlingRow),
        /** Every item that a count names. */
        items: z.array(
          z.strictObject({
            id: uuid,
            no: z.string().optional(),
            title: z.string(),
            office: z.string(),
            dueOn: isoDate,
            doneOn: isoDate.optional(),
          }),
        ),
      }),
    ),
};

/** A table of a circular, as text. */
const table = z.strictObject({ head: z.array(z.string()), rows: z.array(z.array(z.string())) });

/** What a circular says, section by section; the page and the document print the same. */
const section = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  table: table.optional(),
});

export const circularShown = z.strictObject({
  month,
  title: z.string(),
  opening: z.string(),
  sections: z.array(section),
  /** The burden meter of the month. */
  meter: table,
  /** The last deed that it knows; absent where nothing was done yet. */
  editionAt: instant.optional(),
  /** Absent while it is only shown to those who may issue it. */
  issued: z.strictObject({ at: instant, by: z.string() }).optional(),
  mayIssue: z.boolean(),
});

const ofMonth = { month };

export const circulars = {
  list: inTown('GET', '/circulars', { summary: 'Circulars that were issued, the latest first.' })
    .input(townInput({ limit: queryNumber(600).default(60) }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({ month, title: z.string(), issuedAt: instant, issuedBy: z.string() }),
        ),
        /** Months that are over and have none yet, for whoever may issue one. */
        open: z.array(month),
      }),
    ),
  one: inTown('GET', '/circulars/{month}', {
    summary: 'The circular of a month; before it is issued, what it would say.',
  })
    .input(townInput(ofMonth))
    .output(circularShown),
  issue: inTown('POST', '/circulars/{month}', {
    summary: 'Issues the circular of a month that is over; once, and it does not change.',
    creates: true,
  })
    .input(townInput(ofMonth))
    .output(circularShown),
  document: inTown('GET', '/circulars/{month}/document', {
    summary: 'The circular as a Word document; its number is left to the office.',
  })
    .input(townInput(ofMonth))
    .output(z.file()),
  makeDocument: inTown('POST', '/circulars/{month}/official-document', {
    summary: 'The issued circular as a numbered document; asked again, the one that there is.',
    creates: true,
  })
    .input(townInput(ofMonth))
    .output(madeDocument),
};
