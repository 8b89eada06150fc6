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
  itemOutcome,
  itemPage,
  itemRow,
  itemState,
  newItem,
  pastedRow,
  recurringShown,
} from './item-shapes.ts';

/** What may not stand in the audit as it is: sentences of people. */
const personal = ['note', 'title', 'requirement', 'source', 'plan', 'rows'] as const;

const who = z.strictObject({ code: z.string(), name: z.string(), post: z.string() });

const made = z.strictObject({ id: uuid, no: z.string().optional(), state: itemState });

/** A cell that cannot be read, by its place in what was pasted. */
const cellError = z.strictObject({
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
    summary: 'Items that the asker may read, the nearest day first.',
  })
    .input(townInput({ ended: queryFlag.optional() }))
    .output(z.strictObject({ today: isoDate, rows: z.array(itemRow) })),

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
      }),
    ),

  item: inTown('GET', '/items/{id}', {
    summary: 'One item: its course of handling, what belongs to it, what the asker may do.',
  })
    .input(townInput({ id: uuid }))
    .output(itemPage),

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
            accountable: z.string().optional(),
            dueOn: isoDate.optional(),
            upperNo: z.string().optional(),
          }),
        ),
        errors: z.array(cellError),
      }),
    ),

  paste: inTown('POST', '/items/pastes', {
    summary: 'Books the rows pasted from a workbook, all of them or none.',
    creates: true,
    personal,
  })
    .input(townInput({ rows: z.array(pastedRow).min(1).max(500) }))
    .output(z.strictObject({ made: z.array(made) })),

  lookBacks: inTown('GET', '/items/look-backs', {
    summary:
      'A sample of closed slips to look back at, drawn by a seed: the same seed, the same sample.',
  })
    .input(townInput({ seed: line, count: queryNumber(50).default(5) }))
    .output(z.strictObject({ of: z.int(), rows: z.array(itemRow) })),

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
        every: z.enum(['month', 'quarter', 'halfYear', 'year']),
        dueAfterDays: z.int().min(0).max(365),
        lead: subjectCode,
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
