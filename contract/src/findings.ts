/** What was found wrong at a place: put right by an item, looked at again by another person. */

import { z } from 'zod';
import { instant, inTown, isoDate, line, prose, subjectCode, townInput, uuid } from './address.ts';
import { demandAnswers } from './demand-shapes.ts';
import { severity } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';
import { madeDocument } from './papers.ts';

const ofFinding = { id: uuid, version: z.int().min(1) };
/** Sentences of people, which the audit keeps as digests. */
const personal = ['note', 'place'] as const;

const findingRow = z.strictObject({
  id: uuid,
  sheet: uuid,
  round: uuid,
  period: z.string(),
  template: z.string(),
  subject: named,
  village: named,
  group: z.string(),
  standard: z.string(),
  /** Empty where the sheet names none. */
  place: z.string(),
  severity,
  foundOn: isoDate,
  dueOn: isoDate,
  isOverdue: z.boolean(),
  state: z.enum(['found', 'toRectify', 'rectified', 'dropped']),
  /** The one that it repeats, for a look side by side; that alone aggravates nothing. */
  repeats: z
    .strictObject({ id: uuid, foundOn: isoDate, place: z.string(), before: z.array(uuid) })
    .optional(),
  item: z.strictObject({ id: uuid, no: z.string(), isDone: z.boolean() }).optional(),
  before: z.array(uuid),
  after: z.array(uuid),
  version: z.int(),
  may: z.strictObject({
    rectify: z.boolean(),
    recheck: z.boolean(),
    drop: z.boolean(),
    distinguish: z.boolean(),
  }),
});

const findingPage = z.strictObject({
  finding: findingRow,
  /** Of a repetition: the clauses in force that ask whether it was found before. */
  aggravatedBy: z.array(
    z.strictObject({ scheme: z.string(), clause: z.string(), text: z.string() }),
  ),
  course: z.array(
    z.strictObject({
      deed: z.enum(['find', 'rectify', 'recheck', 'drop', 'distinguish']),
      person: named.optional(),
      note: z.string().optional(),
      result: z.enum(['rectified', 'notYet']).optional(),
      evidence: z.array(uuid),
      at: instant,
    }),
  ),
});

export const findings = {
  list: inTown('GET', '/findings', {
    summary: 'Findings of inspections that the asker may read, the next due first.',
  })
    .input(townInput({ round: uuid.optional(), sheet: uuid.optional() }))
    .output(z.strictObject({ rows: z.array(findingRow) })),
  one: inTown('GET', '/findings/{id}', { summary: 'One finding with its photos and its course.' })
    .input(townInput({ id: uuid }))
    .output(findingPage),
  rectify: inTown('POST', '/findings/rectification', {
    summary:
      'Sends findings of one sheet out as items, one each, through the burden gate at once; what the gate stops waits for a leader.',
    creates: true,
  })
    .input(
      townInput({
        findings: z.array(z.strictObject(ofFinding)).min(1).max(50),
        basis: line,
        dutyEntry: subjectCode.optional(),
        answers: demandAnswers,
      }),
    )
    .output(z.strictObject({ rows: z.array(findingRow), isStopped: z.boolean() })),
  makeDocuments: inTown('POST', '/findings/official-documents', {
    summary: 'A numbered rectification notice for each sheet of the findings named.',
    creates: true,
  })
    .input(townInput({ findings: z.array(uuid).min(1).max(500) }))
    .output(z.strictObject({ rows: z.array(madeDocument) })),
  recheck: inTown('POST', '/findings/{id}/rechecks', {
    summary: 'Says, with a photo, whether it is put right; never who inspected or worked on it.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofFinding,
        result: z.enum(['rectified', 'notYet']),
        note: prose.default(''),
        evidence: z.array(uuid).max(50).default([]),
      }),
    )
    .output(findingPage),
  distinguish: inTown('POST', '/findings/{id}/distinction', {
    summary:
      'Says with a reason that a finding is at another place than the one it was held to repeat.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofFinding, note: line }))
    .output(findingPage),
  drop: inTown('POST', '/findings/{id}/drop', {
    summary: 'Takes a finding off with a reason; it stays readable.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofFinding, note: line }))
    .output(findingPage),
};

export type FindingRow = z.infer<typeof findingRow>;
