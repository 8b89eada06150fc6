/** Shapes of the sheets of an inspection: what a device saves, and what its readers see. */

import { z } from 'zod';
import { instant, isoDate, sha256, subjectCode, uuid } from './address.ts';
import { inspectionMode, templateCode, templateVersion } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';

/** Text as it was typed: a space taken away would be another digest than the device has. */
const typed = (most: number) => z.string().max(most);
const shortId = z.string().regex(/^[0-9a-z]{1,16}$/);
const howMany = z.int().min(0).max(9999);

const found = {
  places: z.array(z.strictObject({ id: shortId, at: typed(200) })).max(200),
  note: typed(1000),
};

const lineAnswer = z.discriminatedUnion('asks', [
  z.strictObject({ asks: z.literal('count'), count: howMany, ...found }),
  z.strictObject({ asks: z.literal('yesNo'), yes: z.boolean(), ...found }),
  z.strictObject({ asks: z.literal('choice'), choice: templateCode, ...found }),
  z.strictObject({ asks: z.literal('sample'), looked: howMany, failed: howMany, ...found }),
  z.strictObject({
    asks: z.literal('mark'),
    /** Exact decimal text: `8.5`. */
    mark: z.string().regex(/^\d{1,3}(?:\.\d{1,2})?$/),
    ...found,
  }),
  /** Nobody could look, and why. */
  z.strictObject({ asks: z.literal('notSeen'), note: typed(1000) }),
]);

/** Answers by the code of their line. */
export const sheetAnswers = z
  .record(templateCode, lineAnswer)
  .refine((answers) => Object.keys(answers).length <= 100);

/** A photo by the hash of what the device keeps. */
const listedPhoto = z.strictObject({
  sha256,
  of: z.enum(['line', 'signature', 'paper']),
  line: templateCode.optional(),
  place: shortId.optional(),
  name: typed(200),
  bytes: z.int().min(1),
  /** By the clock of the device: `2026-11-20T10:11:12`. */
  takenAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    .optional(),
  /** The inspector put the place on it. */
  stamped: z.boolean(),
});

/** All that a writer means by a sheet. */
export const sheetContent = {
  visit: uuid,
  templateVersion: z.int().min(1),
  answers: sheetAnswers,
  /** What the representative of the village said on the spot. */
  statement: typed(2000),
  signature: z.enum(['none', 'signed', 'paper', 'refused']),
  photos: z.array(listedPhoto).max(300),
};

/** On the phone, on paper and entered at the office, or from a file of the phone. */
export const sheetOrigin = z.enum(['field', 'paper', 'file']);

export const sheetState = z.enum([
  'draft',
  'sent',
  'toConfirm',
  'confirmed',
  'objected',
  'settled',
  'counted',
]);

/** A writing as it arrives. */
export const arrivingSheet = {
  ...sheetContent,
  revision: z.int().min(1),
  digest: sha256,
  /** Digests of writings of this sheet that the device sent or read before. */
  after: z.array(sha256).max(60),
  /** The other writing that its writer looked at and does not want. */
  insteadOf: sha256.optional(),
  origin: sheetOrigin,
  /** Whose sheet is entered at the office; of a phone its own inspector's. */
  person: subjectCode.optional(),
  /** What the clock of the device says. */
  deviceNow: instant,
};

/** What the town has of a sheet. */
export const keptSheet = z.strictObject({
  revision: z.int(),
  digest: sha256,
  ...sheetContent,
});

export const savedSheet = z.strictObject({
  /** `older`: it arrived late and changed nothing; `kept` is what the town has. */
  outcome: z.enum(['saved', 'older']),
  revision: z.int(),
  digest: sha256,
  state: sheetState,
  /** Another sheet of the same visit counts. */
  isSpare: z.boolean(),
  /** Photos that are listed and not here yet. */
  missing: z.array(sha256),
  kept: keptSheet.optional(),
});

/** What a device may throw its copy away by. */
export const sheetReceipt = z.strictObject({
  sheet: uuid,
  digest: sha256,
  sentAt: instant,
  isSpare: z.boolean(),
  photos: z.array(z.strictObject({ sha256, storedSha256: sha256 })),
});

/** A visit as the page of the field needs it to work without a network. */
export const fieldVisit = z.strictObject({
  id: uuid,
  round: uuid,
  period: z.string(),
  template: templateVersion,
  subject: named,
  village: named,
  plannedOn: isoDate.optional(),
  mode: inspectionMode,
  inspectors: z.array(named),
  places: z.array(z.string()),
  households: z.array(z.int()),
  /** What was found here by the same check sheet the last time. */
  previous: z.strictObject({ on: isoDate, answers: sheetAnswers }).optional(),
  sheets: z.array(
    z.strictObject({
      id: uuid,
      person: named,
      isMine: z.boolean(),
      revision: z.int(),
      state: sheetState,
      isSpare: z.boolean(),
    }),
  ),
});

export const fieldFiling = z.strictObject({ no: z.string(), on: isoDate, by: named });

/** A sheet with its course, for the office and for whoever wrote it. */
export const sheetShown = z.strictObject({
  id: uuid,
  ...sheetContent,
  photos: z.array(
    z.strictObject({
      ...listedPhoto.shape,
      evidenceId: uuid.optional(),
      storedSha256: sha256.optional(),
    }),
  ),
  round: uuid,
  period: z.string(),
  template: templateVersion,
  subject: named,
  village: named,
  plannedOn: isoDate.optional(),
  mode: inspectionMode,
  /** All who were sent there; `person` is the one whose sheet it is. */
  inspectors: z.array(named),
  person: named,
  origin: sheetOrigin,
  revision: z.int(),
  digest: sha256,
  /** Seconds by which the device was ahead when it last saved; only if more than ten minutes. */
  clockAhead: z.int().optional(),
  isSpare: z.boolean(),
  state: sheetState,
  savedAt: instant,
  sentAt: instant.optional(),
  toldOn: isoDate.optional(),
  confirmUntil: isoDate.optional(),
  version: z.int(),
  course: z.array(
    z.strictObject({
      deed: z.enum(['send', 'tell', 'confirm', 'object', 'settle', 'change', 'count', 'lapse']),
      person: named.optional(),
      onBehalfOf: named.optional(),
      how: z.enum(['onSite', 'telephone', 'inPerson', 'paper']).optional(),
      note: z.string().optional(),
      answersBefore: sheetAnswers.optional(),
      at: instant,
    }),
  ),
  may: z.strictObject({ change: z.boolean() }),
});

const arriving = z.strictObject(arrivingSheet);

export type ArrivingSheet = z.infer<typeof arriving>;
export type FieldVisit = z.infer<typeof fieldVisit>;
export type SavedSheet = z.infer<typeof savedSheet>;
export type SheetReceipt = z.infer<typeof sheetReceipt>;
export type SheetShown = z.infer<typeof sheetShown>;
export type KeptSheet = z.infer<typeof keptSheet>;
