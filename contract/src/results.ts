/** Results of an inspection: told to the village, confirmed or objected to, settled. */

import { z } from 'zod';
import { inTown, isoDate, line, prose, townInput, uuid } from './address.ts';
import { inspectionMode } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';
import { sheetAnswers, sheetShown, sheetState } from './sheet-shapes.ts';

const ofSheet = { sheetId: uuid, version: z.int().min(1) };
/** Sentences of people, which the audit keeps as digests. */
const personal = ['note', 'at'] as const;

/** How a village gave its answer to whoever writes it down. */
const how = z.enum(['telephone', 'inPerson', 'paper']);

const visitState = z.enum(['planned', 'gone', 'missed', 'withdrawn']);
const roundState = z.enum(['planned', 'drawn', 'going', 'closed', 'missed', 'withdrawn']);

/** What somebody may do with a sheet now. */
const mayAnswer = z.strictObject({
  tell: z.boolean(),
  /** Confirms or objects; `behalf`: for the village, and says how it was heard. */
  answer: z.enum(['own', 'behalf']).optional(),
  settle: z.boolean(),
});

const resultRow = z.strictObject({
  id: uuid,
  round: uuid,
  period: z.string(),
  template: z.string(),
  subject: named,
  village: named,
  person: named,
  state: sheetState,
  /** Lines on which something was wrong. */
  wrong: z.int(),
  toldOn: isoDate.optional(),
  confirmUntil: isoDate.optional(),
  /** What the village objected, and what was settled. */
  objection: z.string().optional(),
  settlement: z.string().optional(),
  version: z.int(),
  may: mayAnswer,
});

export const results = {
  round: inTown('GET', '/rounds/{id}/results', {
    summary: 'The sheets of a round and how far the villages have confirmed them.',
  })
    .input(townInput({ id: uuid }))
    .output(
      z.strictObject({
        round: z.strictObject({
          id: uuid,
          period: z.string(),
          template: z.string(),
          office: named,
          mode: inspectionMode,
          state: roundState,
        }),
        visits: z.array(
          z.strictObject({
            id: uuid,
            subject: named,
            state: visitState,
            reason: z.string().optional(),
            sheets: z.array(resultRow),
          }),
        ),
        /** Matters in which most places were wrong, the most frequent first; no place is named. */
        matters: z.array(
          z.strictObject({
            line: z.string(),
            group: z.string(),
            standard: z.string(),
            places: z.int(),
          }),
        ),
        isSettled: z.boolean(),
      }),
    ),
  told: inTown('GET', '/told-sheets', {
    summary: 'Results that the villages of the asker were told of, what waits first.',
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(resultRow) })),
  sheet: inTown('GET', '/told-sheets/{sheetId}', {
    summary: 'One result with what the asker may do with it.',
  })
    .input(townInput({ sheetId: uuid }))
    .output(z.strictObject({ sheet: sheetShown, row: resultRow })),
  tell: inTown('POST', '/sheets/{sheetId}/telling', {
    summary: 'Tells the village the result today instead of by itself on the next workday.',
    creates: true,
  })
    .input(townInput(ofSheet))
    .output(resultRow),
  answer: inTown('POST', '/sheets/{sheetId}/answers', {
    summary: 'The village confirms the result or objects to it; or somebody writes it down for it.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofSheet,
        says: z.enum(['confirm', 'object']),
        /** Needed to object: what is not so. */
        note: prose.default(''),
        how: how.optional(),
      }),
    )
    .output(resultRow),
  settle: inTown('POST', '/sheets/{sheetId}/settlement', {
    summary: 'Settles an objection with a reason; answers may be changed, the old ones stay.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofSheet, note: line, answers: sheetAnswers.optional() }))
    .output(resultRow),
};

export type ResultRow = z.infer<typeof resultRow>;
