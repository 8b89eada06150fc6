/** Shapes of goals: what is written of one, what is shown of one. */

import { z } from 'zod';
import { instant, isoDate, line, prose, subjectCode, uuid } from './address.ts';
import { itemState } from './item-shapes.ts';

/** `1`, `1.2`, `1.2.3`: the place in the tree. */
export const goalCode = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,5}$/);
export const goalYear = z.int().min(2000).max(2999);
/** An exact decimal as text, never a float. */
export const exactText = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}(?:\.\d{1,6})?$/);
/** Percent as text with one decimal: `66.7`. */
const percent = z.string();
const named = z.strictObject({ code: z.string(), name: z.string() });

export const goalMeasure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quantity'),
    target: exactText,
    unit: z.string().trim().min(1).max(20),
    /** Where the year began; a goal that goes up and says nothing began at 0. */
    baseline: exactText.optional(),
  }),
  z.strictObject({ kind: z.literal('steps') }),
]);

export const goalStep = z.strictObject({
  title: line,
  on: isoDate,
  /** Quantity to be reached by the end of that day. */
  quantity: exactText.optional(),
});

/** Everything that is written of a goal but its code and its due date, which have deeds of their own. */
const goalText = {
  title: line,
  measure: goalMeasure.optional(),
  steps: z.array(goalStep).max(40).default([]),
  direction: z.enum(['up', 'down']).default('up'),
  mode: z.enum(['sum', 'weighted']).default('sum'),
  /** In 1/1000. */
  weight: z.int().min(1).max(1000).optional(),
  method: prose.default(''),
  measures: prose.default(''),
  risks: prose.default(''),
  contingency: prose.default(''),
  leadLeader: subjectCode.optional(),
  leadUnit: subjectCode.optional(),
  supportUnits: z.array(subjectCode).max(30).default([]),
  accountable: subjectCode.optional(),
  village: subjectCode.optional(),
  startsOn: isoDate,
  dueOn: isoDate.optional(),
  isEveryVillage: z.boolean().default(false),
  serves: z
    .array(z.strictObject({ goal: goalCode, weight: z.int().min(1).max(1000).optional() }))
    .max(20)
    .default([]),
  source: z.string().trim().max(200).default(''),
};

export const goalInput = z.strictObject(goalText);

/** The share reached: one figure where all was read, else from the least to the most it can be. */
const share = z.strictObject({ low: percent, high: percent });

export const goalLight = z.strictObject({
  state: z.enum(['notYet', 'unread', 'normal', 'behind', 'overdue', 'done']),
  /** Why, with its figures. */
  why: z.string(),
});

/** A goal as a line of the table. */
export const goalRow = z.strictObject({
  id: uuid,
  code: goalCode,
  title: z.string(),
  state: z.enum(['open', 'closed']),
  isLeaf: z.boolean(),
  mode: z.enum(['sum', 'weighted']),
  measure: goalMeasure.optional(),
  stepCount: z.int(),
  weight: z.int().optional(),
  /** Figures of a leaf, or of a parent whose leaves add up: what was read, in the unit. */
  unit: z.string().optional(),
  target: z.string().optional(),
  baseline: z.string().optional(),
  current: z.string().optional(),
  readOn: isoDate.optional(),
  share,
  missing: z.int(),
  leaves: z.int(),
  expected: percent.optional(),
  /** What should have been reached on the day of its reading: the light is held against it. */
  expectedWhenRead: percent.optional(),
  light: goalLight,
  startsOn: isoDate,
  dueOn: isoDate.optional(),
  /** How often the due date was moved. */
  moves: z.int(),
  leadLeader: named.optional(),
  leadUnit: named.optional(),
  accountable: named.optional(),
  village: named.optional(),
  isEveryVillage: z.boolean(),
  /** Whether I may read figures in for it. */
  mayRead: z.boolean(),
});

/** One part of a parent with its arithmetic; printed figures add up to the printed whole. */
export const goalPart = z.strictObject({
  id: uuid,
  code: goalCode,
  title: z.string(),
  isServing: z.boolean(),
  village: named.optional(),
  /** Share of the whole in percent. */
  weight: percent,
  counted: share,
  contribution: share,
  isCapped: z.boolean(),
  light: goalLight,
});

export const goalReading = z.strictObject({
  id: uuid,
  on: isoDate,
  quantity: z.string().optional(),
  stepsDone: z.int().optional(),
  note: z.string(),
  evidence: z.string(),
  by: z.string(),
  at: instant,
  corrects: uuid.optional(),
  /** The reading that took its place. */
  correctedBy: uuid.optional(),
  /** It is the one that counts today. */
  counts: z.boolean(),
});

export const goalDeed = z.strictObject({
  id: uuid,
  deed: z.enum(['make', 'change', 'moveDate', 'close', 'withdraw']),
  by: z.string(),
  at: instant,
  reason: z.string(),
  fromOn: isoDate.optional(),
  toOn: isoDate.optional(),
  changes: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
});

export const coverageFinding = z.strictObject({
  code: z.string(),
  goalId: uuid,
  goal: goalCode,
  severity: z.enum(['error', 'warning']),
  sentence: z.string(),
});

/** The page of one goal. */
export const goalPage = z.strictObject({
  today: isoDate,
  year: goalYear,
  goal: goalRow,
  version: z.int(),
  text: goalInput,
  names: z.strictObject({
    supportUnits: z.array(named),
    serves: z.array(z.strictObject({ id: uuid.optional(), code: goalCode, title: z.string() })),
  }),
  /** The way up, the nearest first. */
  above: z.array(z.strictObject({ id: uuid, code: goalCode, title: z.string() })),
  parts: z.array(goalPart),
  /** How the parts were weighed, and what of a sum's own target nobody carries. */
  weighing: z.enum(['asWritten', 'equal', 'sum', 'none']),
  notDecomposed: percent.optional(),
  readings: z.array(goalReading),
  deeds: z.array(goalDeed),
  findings: z.array(coverageFinding),
  /** Items that were made of it, as far as the asker reads them. */
  items: z.array(
    z.strictObject({
      id: uuid,
      no: z.string().optional(),
      title: z.string(),
      state: itemState,
      dueOn: isoDate.optional(),
    }),
  ),
  may: z.array(
    z.enum(['change', 'moveDate', 'read', 'close', 'withdraw', 'expand', 'makeBelow', 'makeItem']),
  ),
  /** Why somebody who manages goals is not offered to end or move this one: they answer for it. */
  isOwn: z.boolean(),
  /** Villages that an every-village goal still lacks. */
  villagesLeft: z.array(named),
});

const cellRemark = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.int().optional(),
  sentence: z.string(),
});

export const goalImportPreview = z.strictObject({
  digest: z.string(),
  goodRows: z.int(),
  badRows: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  remarks: z.array(cellRemark),
  changes: z.array(
    z.strictObject({
      code: goalCode,
      title: z.string(),
      isNew: z.boolean(),
      fields: z.array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});

export type GoalRow = z.infer<typeof goalRow>;
export type GoalPage = z.infer<typeof goalPage>;
export type GoalInput = z.infer<typeof goalInput>;
export type GoalImportPreview = z.infer<typeof goalImportPreview>;
