/** What an entry and a fact look like on the wire; points that a person chose are exact text. */

import { z } from 'zod';
import { instant, isoDate, line, periodId, prose, sha256, subjectCode, uuid } from './address.ts';

/** Number of a fact as people cite it. */
export const factId = z.string().trim().min(1).max(200);
export const schemeLine = z.string().trim().min(1).max(80);
export const clauseCode = z.string().trim().min(1).max(80);
/** Name of an office as schemes write their owners. */
export const office = z.string().trim().min(1).max(80);

/** draft → reviewed → posted; a draft that was given back says so in `sentBack`. */
export const entryState = z.enum(['draft', 'reviewed', 'posted']);

export const factForm = z.enum([
  'event',
  'measure',
  'status',
  'judgement',
  'decision',
  'tally',
  'result',
  'checked',
  'missing',
]);

/** A document that a fact rests on. */
export const documentRef = z.strictObject({
  no: line,
  body: line.optional(),
  date: isoDate.optional(),
  level: line.optional(),
});

/** Points that a clause leaves to be chosen; exact text with its sign: `-1.5`. */
export const chosenPoints = z.strictObject({
  line: schemeLine,
  clause: clauseCode,
  points: z.string().trim().min(1).max(20),
  reason: prose,
});

/** The same as they are shown; a judge's score names no line where it was taken over from elsewhere. */
const chosenShown = chosenPoints.extend({
  line: z.string(),
  points: z.string(),
  reason: z.string(),
});

/** What a person writes of a fact. Values are as typed in a cell: `3`, `43/50`, `≥11/13`, `约6000`. */
export const entryWords = {
  kind: z.string().trim().min(1).max(80),
  /** The clause by which it was looked up; it decides nothing but the office. */
  clause: z.strictObject({ line: schemeLine, code: clauseCode }).optional(),
  about: z
    .array(z.strictObject({ subject: subjectCode, as: z.string().trim().max(40).default('') }))
    .max(200)
    .default([]),
  on: isoDate.optional(),
  to: isoDate.optional(),
  period: periodId.optional(),
  values: z.record(z.string().max(80), z.string().max(1000)).default({}),
  matter: z.string().trim().max(80).optional(),
  tags: z.array(line).max(20).default([]),
  doc: documentRef.optional(),
  chosen: chosenPoints.optional(),
  /** Paper that is kept elsewhere, in words: 走访记录第3页. */
  evidence: z.array(line).max(50).default([]),
  /** Files of the evidence room. */
  files: z.array(uuid).max(50).default([]),
  note: prose.optional(),
};

export const entryInput = z.strictObject(entryWords);

/** Something wrong (`error`: not saved), or worth a second look, at a field or at the whole. */
export const entryFinding = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** Name of a field of the kind, or of a part: about, on, to, period, doc, chosen, evidence. */
  field: z.string().optional(),
  sentence: z.string(),
});

const who = z.strictObject({
  /** Opaque code of the person. */
  code: z.string(),
  name: z.string(),
});

export const subjectNamed = z.strictObject({
  code: z.string(),
  name: z.string(),
  as: z.string(),
});

/** A field as it is shown and as a cell would hold it. */
export const fieldShown = z.strictObject({ name: z.string(), title: z.string(), text: z.string() });

export const fileShown = z.strictObject({
  id: uuid,
  name: z.string(),
  kind: z.string(),
  caption: z.string(),
  storedSha256: sha256,
});

/** What entries and facts have in common when they are shown. */
export const recordShown = {
  kind: z.string(),
  kindName: z.string(),
  form: factForm,
  subjects: z.array(subjectNamed),
  on: isoDate.optional(),
  to: isoDate.optional(),
  period: periodId.optional(),
  values: z.array(fieldShown),
  matter: z.string().optional(),
  tags: z.array(z.string()),
  doc: documentRef.optional(),
  chosen: chosenShown.optional(),
  evidence: z.array(z.string()),
  files: z.array(fileShown),
  /** Absent where no clause and no catalogue names one. */
  office: z.string().optional(),
  note: z.string().optional(),
  /** Number of the fact that it takes back. */
  reverses: z.string().optional(),
};

export const entryShown = z.strictObject({
  id: uuid,
  ...recordShown,
  clause: z.strictObject({ line: z.string(), code: z.string() }).optional(),
  state: entryState,
  version: z.int(),
  recordedBy: who,
  reviewedBy: who.optional(),
  reviewedAt: instant.optional(),
  sentBack: z.strictObject({ by: who, reason: z.string(), at: instant }).optional(),
  /** The fact that it takes back, in one line. */
  takesBack: z.string().optional(),
  /** Entries of one deed are reviewed and posted together. */
  bundle: uuid.optional(),
  createdAt: instant,
  updatedAt: instant,
  notes: z.int(),
  /** Number of the fact, once it is posted. */
  factId: z.string().optional(),
  /** What the asker may do with it now. */
  deeds: z.array(z.enum(['change', 'remove', 'review', 'send-back', 'post'])),
});

/** Why points are not told: before the seal nobody may add them up to totals but the office. */
export const withheld = z.literal('before-seal');

/** A clause that hears a fact, and the period of its line in which it counts. */
export const hearing = z.strictObject({
  line: z.string(),
  scheme: z.string(),
  code: z.string(),
  text: z.string(),
  owner: z.string().optional(),
  period: periodId.optional(),
  /** What it gives or takes there, where it is computed already; exact text with its sign. */
  marks: z.string().optional(),
  /** Why it is not told to the asker, though it may be computed. */
  withheld: withheld.optional(),
});

export const factShown = z.strictObject({
  id: factId,
  seq: z.int(),
  ...recordShown,
  recordedBy: who.optional(),
  reviewedBy: who.optional(),
  postedAt: instant,
  /** Number of the fact that takes it back. */
  reversedBy: z.string().optional(),
  /** Somebody objects to it now. */
  objected: z.literal(true).optional(),
  notes: z.int(),
});

/** The reversal of a fact and what stands in its place: one matter, from writing to posting. */
export const correction = z.strictObject({
  step: z.enum(['waiting', 'sent-back', 'reviewed', 'posted']),
  original: factId,
  by: who,
  at: instant,
  reason: z.string().optional(),
  /** Whose reviewers it waits for. */
  office: z.string().optional(),
  /** The reversal on its way. */
  entryId: uuid.optional(),
  /** The reversal, once it is posted. */
  reversal: factId.optional(),
  /** What stands in its place, in one line, where the asker may read it. */
  right: z.strictObject({ factId: factId.optional(), sentence: z.string() }).optional(),
});

/** What an office has on its way into the ledger: how much and since when, not what it says. */
export const waitingShown = z.strictObject({
  /** Absent where no office owns them. */
  office: z.string().optional(),
  /** Not reviewed, given back, or not posted; a correction is one. */
  matters: z.int(),
  /** Day on which the oldest was written down. */
  since: isoDate,
  /** Days from then to today. */
  days: z.int(),
});

/** Words of a village that the town wrote down. */
export const noteShown = z.strictObject({
  id: uuid,
  factId: z.string().optional(),
  entryId: uuid.optional(),
  onBehalfOf: subjectNamed,
  channel: z.enum(['paper', 'telephone', 'visit']),
  saidOn: isoDate,
  said: z.string(),
  recordedBy: who,
  at: instant,
});

export type EntryWords = z.output<typeof entryInput>;
export type EntryFinding = z.output<typeof entryFinding>;
export type EntryShown = z.output<typeof entryShown>;
export type Correction = z.output<typeof correction>;
export type FactShown = z.output<typeof factShown>;
export type NoteShown = z.output<typeof noteShown>;
