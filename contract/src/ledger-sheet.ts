/** Shapes of a score sheet, and of the kinds of fact that its columns come from. */

import { z } from 'zod';
import { isoDate, milli, subjectCode } from './address.ts';
import { entryShown, fieldShown, withheld } from './ledger-shapes.ts';

const field = z.strictObject({
  name: z.string(),
  title: z.string(),
  type: z.enum(['number', 'rate', 'rank', 'date', 'label', 'text']),
  unit: z.string().optional(),
  options: z.array(z.string()).optional(),
  required: z.boolean(),
});

/** A kind of fact with the titles of its columns and the offices that record it. */
export const kindShown = z.strictObject({
  kind: z.string(),
  name: z.string(),
  form: entryShown.shape.form,
  about: z.enum(['unit', 'person', 'unitOrPerson', 'none']).optional(),
  parts: z.array(z.string()),
  fields: z.array(field),
  offices: z.array(z.string()),
});

/** What a clause leaves to be chosen. */
export const discretion = z.strictObject({
  bands: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** The body whose decision it rests on. */
  body: z.string().optional(),
});

const sheetRecord = z.strictObject({
  /** An entry, or a fact where `seq` is there. */
  id: z.string(),
  seq: z.int().optional(),
  state: entryShown.shape.state,
  version: z.int().optional(),
  on: isoDate.optional(),
  values: z.array(fieldShown),
  chosen: z.strictObject({ points: z.string(), reason: z.string() }).optional(),
  matter: z.string().optional(),
  docNo: z.string().optional(),
  evidence: z.array(z.string()),
  files: z.int(),
  note: z.string().optional(),
  sentBack: z.string().optional(),
  isMine: z.boolean(),
});

/** A subject on a score sheet. */
export const sheetRow = z.strictObject({
  subject: subjectCode,
  name: z.string(),
  group: z.string().optional(),
  /** Posted and standing facts of the period, oldest first. */
  facts: z.array(sheetRecord),
  /** Entries that are not posted yet. */
  entries: z.array(sheetRecord),
  /** What the clause gives with posted facts alone, and with the entries too. */
  posted: z.strictObject({ milli, text: z.string(), reason: z.string() }).optional(),
  expected: z.strictObject({ milli, text: z.string(), reason: z.string() }).optional(),
  /** Why the points are not told to the asker. */
  withheld: withheld.optional(),
});

export type KindShown = z.output<typeof kindShown>;
export type SheetRow = z.output<typeof sheetRow>;
