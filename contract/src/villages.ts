/** The page of a village: who answers for it, what waits, what it got and why, how to object. */

import { z } from 'zod';
import { inTown, isoDate, milli, periodId, subjectCode, townInput, uuid } from './address.ts';
import { deskLight } from './desk.ts';

const ofVillage = townInput({ unit: subjectCode });

/** A post of the chain, with whoever holds it. */
const holder = z.strictObject({ post: z.string(), names: z.array(z.string()) });

const waitingLine = z.strictObject({
  id: uuid,
  title: z.string(),
  dueOn: isoDate.optional(),
  light: deskLight,
  /** Whom to ask: names, in the order unit, person. */
  ask: z.array(z.string()),
});

/** A line that took or gave points, with all that it rests on in one sentence. */
const movedLine = z.strictObject({
  clause: z.string(),
  value: z.string(),
  milli,
  sentence: z.string(),
  factIds: z.array(z.string()),
});

const villageResult = z.strictObject({
  line: z.string(),
  schemeName: z.string(),
  period: periodId,
  label: z.string(),
  edition: z.int(),
  total: z.string(),
  full: z.string(),
  rank: z.int().optional(),
  /** How many are ranked in the same circle. */
  ranked: z.int(),
  /** Vetoes and the grade, each in a sentence. */
  notes: z.array(z.string()),
  receiptCode: z.string().optional(),
  /** What moved points, the heaviest first. */
  moved: z.array(movedLine),
  /** Of a published list: the last day to object, and the workdays left with today; 0 when over. */
  objectUntil: isoDate.optional(),
  workdaysLeft: z.int().optional(),
  /** How to object, as the scheme says. */
  objection: z.array(z.string()),
  /** What money follows, by which paper and when, and what approved sheets did; no amounts. */
  money: z.array(z.string()),
});

/** An objection of the village that was not answered yet. */
const waitingObjection = z.strictObject({
  id: uuid,
  no: z.string().optional(),
  title: z.string(),
  state: z.enum(['received', 'acknowledged', 'assigned', 'decided']),
  receivedOn: isoDate,
  answerBy: isoDate,
  isOverdue: z.boolean(),
});

/** Everything that the page and the sheet of a village say. */
export const villagePage = z.strictObject({
  today: isoDate,
  code: subjectCode,
  name: z.string(),
  households: z.string().optional(),
  hamlets: z.int(),
  chain: z.array(holder),
  waiting: z.strictObject({
    all: z.int(),
    overdue: z.int(),
    /** The most urgent. */
    rows: z.array(waitingLine),
  }),
  /** The latest kept result of every scheme in force, in their order. */
  results: z.array(villageResult),
  /** The next due first. */
  objections: z.array(waitingObjection),
});
export type VillagePageShown = z.infer<typeof villagePage>;

export const villages = {
  page: inTown('GET', '/villages/{unit}/page', {
    summary: 'A village on one page: who answers for it, what waits, its results and why.',
  })
    .input(ofVillage)
    .output(villagePage),
  sheet: inTown('GET', '/villages/{unit}/sheet', {
    summary: 'The same to print and hand over: A4, in type that fits one page where it can.',
  })
    .input(ofVillage)
    .output(z.file()),
};
