/** Items: what somebody asked and somebody must do, from the instruction to its closing. */

import { z } from 'zod';
import {
  inTown,
  isoDate,
  line,
  prose,
  queryFlag,
  queryNumber,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import {
  deedWords,
  itemForm,
  itemOutcome,
  itemPage,
  itemRow,
  itemSource,
  itemState,
  lookBackDraw,
  lookBackLot,
  newItem,
  pastedRow,
  recurringShown,
} from './item-shapes.ts';
import { madeDocument } from './papers.ts';

/** What may not stand in the audit as it is: sentences of people. */
const personal = ['note', 'title', 'requirement', 'source', 'plan', 'rows'] as const;

const who = z.strictObject({ code: z.string(), name: z.string(), post: z.string() });

const made = z.strictObject({ id: uuid, no: z.string().optional(), state: itemState });

/** What is said about a cell, by its place in what was pasted. */
const cellSaid = z.strictObject({
  row: z.int(),
  column: z.enum(['title', 'who', 'due', 'upperNo']),
  sentence: z.string(),
});

const outcomeShown = z.strictObject({
  rows: z.array(z.strictObject({ outcome: itemOutcome, kind: z.string().optional() })),
  kinds: z.array(z.strictObject({ kind: z.string(), name: z.string() })),
});

export const items = {
  list: inTown('GET', '/items', {
    summary: 'Items that the asker may read, the nearest day first, and how many there are.',
  })
    .input(
      townInput({
        ended: queryFlag.optional(),
        /** Only those past their day. */
        late: queryFlag.optional(),
        /** Only those for which the rule calls for a slip; none for whoever may issue none. */
        slip: queryFlag.optional(),
        /** Only those that the asker answers for. */
        mine: queryFlag.optional(),
        /** A unit that leads, helps, or must do something. */
        unit: subjectCode.optional(),
        leader: subjectCode.optional(),
        /** Those nearest to this item or title first: same villages, goal or a similar title. */
        likeItem: uuid.optional(),
        likeTitle: line.optional(),
        /** At most so many rows; the counts are of all. */
        take: queryNumber(5000).default(2000),
      }),
    )
    .output(
      z.strictObject({
        today: isoDate,
        counts: z.strictObject({
          open: z.int(),
          overdue: z.int(),
          near: z.int(),
          /** As narrowed, the rows among them. */
          found: z.int(),
        }),
        rows: z.array(itemRow),
      }),
    ),

  options: inTown('GET', '/items/options', {
    summary: 'What booking an item needs: units, persons, leaders, and what the asker may do.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        mayBook: z.boolean(),
        /** Whether the asker registers slips: the supervision office. */
        mayRegister: z.boolean(),
        person: z.string().optional(),
        offices: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        /** Offices that the asker works for. */
        own: z.array(z.string()),
        villages: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        persons: z.array(who),
        leaders: z.array(who),
        /** Persons with a post in a village: what they are given goes through the burden gate. */
        ofVillages: z.array(z.string()),
        /** The workdays after today in their order, as far as the holidays are known. */
        workdays: z.array(isoDate),
      }),
    ),

  item: inTown('GET', '/items/{id}', {
    summary: 'One item: its course of handling, what belongs to it, what the asker may do.',
  })
    .input(townInput({ id: uuid }))
    .output(itemPage),

  makeDocument: inTown('POST', '/items/{id}/official-document', {
    summary: 'The slip of an item as a numbered document; asked again, the one that there is.',
    creates: true,
  })
    .input(townInput({ id: uuid }))
    .output(madeDocument),

  create: inTown('POST', '/items', {
    summary: 'Books a task in one line, or makes a slip and takes it as far as is told.',
    creates: true,
    personal,
  })
    .input(townInput(newItem))
    .output(made),

  act: inTown('POST', '/items/{id}/deeds', {
    summary: 'Does one deed on an item; which are possible, and for whom, says the course.',
    creates: true,
    personal,
  })
    .input(townInput({ id: uuid, version: z.int().min(1), ...deedWords }))
    .output(itemPage),

  previewPaste: inTown('POST', '/items/pastes/preview', {
    summary: 'What rows pasted from a workbook would book, and what is wrong in which cell.',
    reads: true,
  })
    .input(townInput({ rows: z.array(pastedRow).min(1).max(500) }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            title: z.string(),
            lead: z.string().optional(),
            /** Further offices of the cell help, further villages must do something. */
            support: z.array(z.string()).optional(),
            units: z.array(z.string()).optional(),
            accountable: z.string().optional(),
            dueOn: isoDate.optional(),
            upperNo: z.string().optional(),
          }),
        ),
        errors: z.array(cellSaid),
        /** What was read otherwise than it may have been meant; it is booked all the same. */
        notes: z.array(cellSaid),
      }),
    ),

  paste: inTown('POST', '/items/pastes', {
    summary: 'Books the rows pasted from a workbook, all of them or none.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        rows: z.array(pastedRow).min(1).max(500),
        source: itemSource.pick({ kind: true, document: true }).default({ kind: 'upper' }),
      }),
    )
    .output(z.strictObject({ made: z.array(made) })),

  lookBacks: inTown('GET', '/items/look-backs', {
    summary: 'The last samples of closed slips to look back at, and how many wait for one.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** Proposed for the next draw: the day. */
        seed: z.string(),
        of: z.int(),
        draws: z.array(lookBackDraw),
      }),
    ),

  lookBack: inTown('GET', '/items/look-backs/{id}', {
    summary: 'One sample drawn again: every slip it was drawn from with its lot, the least first.',
  })
    .input(townInput({ id: uuid }))
    .output(z.strictObject({ seed: z.string(), lots: z.array(lookBackLot) })),

  drawLookBacks: inTown('POST', '/items/look-backs', {
    summary:
      'Draws a sample of closed slips by a seed and keeps it: the same seed, the same sample.',
    creates: true,
  })
    .input(townInput({ seed: line, count: z.int().min(1).max(50) }))
    .output(lookBackDraw),

  recurring: inTown('GET', '/items/recurring', { summary: 'Work that comes back.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(recurringShown) })),

  addRecurring: inTown('POST', '/items/recurring', {
    summary: 'Work that comes back every month, quarter, half-year or year.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        title: line,
        requirement: prose.default(''),
        /** A slip is registered by the supervision office alone. */
        form: itemForm.default('oneLine'),
        every: z.enum(['month', 'quarter', 'halfYear', 'year']),
        dueAfterDays: z.int().min(0).max(365),
        lead: subjectCode,
        /** Offices that help. */
        support: z.array(subjectCode).max(30).default([]),
        accountable: subjectCode,
        startsOn: isoDate,
        endsOn: isoDate.optional(),
      }),
    )
    .output(recurringShown),

  endRecurring: inTown('POST', '/items/recurring/{id}/end', {
    summary: 'Ends work that comes back; what was made of it stays.',
  })
    .input(townInput({ id: uuid, endsOn: isoDate }))
    .output(recurringShown),

  outcomes: inTown('GET', '/items/outcomes', {
    summary: 'Which kind of fact stands for an outcome that a checker confirms.',
  })
    .input(townInput({}))
    .output(outcomeShown),

  mapOutcome: inTown('PUT', '/items/outcomes', {
    summary: 'Names the kind of fact for an outcome, or none.',
  })
    .input(townInput({ outcome: itemOutcome, kind: z.string().min(1).max(80).optional() }))
    .output(outcomeShown),
};
