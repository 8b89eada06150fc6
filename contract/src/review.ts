/** The review meeting (讲评会) of a round: its order, red list and matters to improve. For the office alone. */

import { z } from 'zod';
import {
  inTown,
  isoDate,
  milli,
  periodId,
  queryNumber,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import { explanation, periodState } from './assessment.ts';
import { inspectionMode, templateLine } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';
import { sheetAnswers } from './sheet-shapes.ts';

const points = z.strictObject({ milli, text: z.string() });
const round = z.strictObject({
  id: uuid,
  period: z.string(),
  template: z.string(),
  office: named,
  mode: inspectionMode,
});

/** By which scheme the places stand in order, and how its period stands. */
const scoring = z.strictObject({
  line: z.string(),
  schemeName: z.string(),
  period: periodId,
  state: periodState,
  asOf: isoDate,
});

/** What one clause took off, and the facts that it rests on. */
const lostLine = z.strictObject({
  clause: z.string(),
  text: z.string(),
  lost: points,
  factIds: z.array(z.string()),
});

/** Why somebody has no place in the order; never a zero. */
const unplaced = z.enum(['planned', 'missed', 'withdrawn', 'missing', 'notAssessed', 'notOnList']);

const orderRow = z.strictObject({
  subject: named,
  group: z.string().optional(),
  place: z.int().optional(),
  /** Equal totals share this place. */
  isTied: z.boolean(),
  total: points.optional(),
  unplaced: unplaced.optional(),
  /** Why nobody went, what is missing, why it is not assessed. */
  reason: z.string().optional(),
  /** What took points, the most first. */
  lines: z.array(lostLine),
});

const redList = z.strictObject({
  name: z.string(),
  most: z.int(),
  subjects: z.array(named),
  /** How ties at the cut were taken, as the kernel says it. */
  note: z.string(),
});

const boardLine = z.strictObject({
  line: templateLine,
  /** What makes points of it; empty where no clause in force hears its kind. */
  ways: z.array(
    z.strictObject({
      clause: z.string(),
      text: z.string(),
      full: z.string().optional(),
      /** Out of the full mark; where several clauses share one mark, what this one took or gave. */
      got: points.optional(),
      /** 缺材料, 不适用 … where there is no number. */
      state: z.string().optional(),
      /** Number of the line above at which the same clause stands already. */
      asLine: z.int().optional(),
      /** What it took points for; other checks of the period too, not this sheet alone. */
      factIds: z.array(z.string()),
    }),
  ),
});

export const review = {
  meeting: inTown('GET', '/rounds/{id}/review', {
    summary: 'The order of a round for its review meeting, the red list, and matters to improve.',
  })
    .input(
      townInput({
        id: uuid,
        /** How long the red list is, where the scheme states none. */
        top: queryNumber(50).optional(),
      }),
    )
    .output(
      z.strictObject({
        round,
        scoring: scoring.optional(),
        /** Why there is no order. */
        without: z.enum(['noScheme', 'otherPeriod']).optional(),
        /** Entries that no fact was made of yet, and sheets that do not count yet. */
        waiting: z.strictObject({ entries: z.int(), sheets: z.int() }),
        rows: z.array(orderRow),
        /** All places of the round, as the roster has them. */
        places: z.array(named),
        /** Whether the scheme states the cut; otherwise the page asks how many. */
        isCutStated: z.boolean(),
        redLists: z.array(redList),
        /** By the number of places where something was wrong; no place is named. */
        matters: z.array(
          z.strictObject({
            line: z.string(),
            group: z.string(),
            standard: z.string(),
            places: z.int(),
          }),
        ),
      }),
    ),

  points: inTown('GET', '/rounds/{id}/review/subjects/{subject}', {
    summary: 'The tree behind the points of one place of a round, for its review meeting.',
  })
    .input(townInput({ id: uuid, subject: subjectCode }))
    .output(explanation),

  boards: inTown('GET', '/rounds/{id}/review/boards', {
    summary:
      'What was found and scored line by line, one board a place, for the meeting or that place.',
  })
    .input(townInput({ id: uuid, subject: subjectCode.optional() }))
    .output(
      z.strictObject({
        round,
        scoring: scoring.optional(),
        boards: z.array(
          z.strictObject({
            subject: named,
            inspectors: z.array(named),
            on: isoDate.optional(),
            /** What was written there; several where each inspector wrote a sheet. */
            sheets: z.array(z.strictObject({ person: named, answers: sheetAnswers })),
            lines: z.array(boardLine),
            total: points.optional(),
            full: points.optional(),
            unplaced: unplaced.optional(),
            reason: z.string().optional(),
          }),
        ),
      }),
    ),
};
