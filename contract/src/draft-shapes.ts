/** Shapes of the decomposition bench: a document, its sentences, the drafts taken out of it. */

import { z } from 'zod';
import { instant, isoDate, line, prose, subjectCode, uuid } from './address.ts';
import { itemState } from './item-shapes.ts';

/** What was put on the bench; a table comes from a workbook and is claimed row by row. */
export const benchKind = z.enum(['speech', 'report', 'minutes', 'paper', 'table']);
export const draftState = z.enum(['open', 'claimed', 'merged', 'aside', 'split']);

/** A new document; the text is not changed afterwards, its sentences are numbered. */
export const newDocument = {
  kind: benchKind.exclude(['table']),
  title: line,
  dated: isoDate.optional(),
  source: z.string().trim().max(200).default(''),
  text: z.string().min(1).max(200_000),
  /** Read by its author and by those who read the whole town; so is what is claimed out of it. */
  isWithheld: z.boolean().default(false),
};

/** A document as a line; it is closed when none of its drafts is open. */
export const documentRow = z.strictObject({
  id: uuid,
  kind: benchKind,
  title: z.string(),
  dated: isoDate.optional(),
  source: z.string(),
  isWithheld: z.boolean(),
  by: z.string(),
  at: instant,
  open: z.int(),
  /** Claimed as an item of their own, or merged with one. */
  claimed: z.int(),
  aside: z.int(),
});

export const sentenceShown = z.strictObject({
  number: z.int(),
  text: z.string(),
  heading: z.string().optional(),
  isHeading: z.boolean(),
  /** Taken out because of personal data; its number and all others stay. */
  isRedacted: z.boolean(),
});

/** What a draft became; of an item that the asker may not read nothing but that it is there. */
const linkedItem = z.discriminatedUnion('isReadable', [
  z.strictObject({
    isReadable: z.literal(true),
    id: uuid,
    no: z.string().optional(),
    title: z.string(),
    state: itemState,
  }),
  z.strictObject({ isReadable: z.literal(false) }),
]);

/** A draft beside its sentence; `said…` are the words of the sentence, taken over by nobody yet. */
export const draftShown = z.strictObject({
  id: uuid,
  sentence: z.int(),
  from: z.int(),
  to: z.int(),
  saidActor: z.string().optional(),
  saidQuantity: z.string().optional(),
  saidDate: z.string().optional(),
  /** By which pattern; absent where a person added it. */
  why: z.string().optional(),
  state: draftState,
  reason: z.string().optional(),
  item: linkedItem.optional(),
  version: z.int(),
});

export const documentPage = z.strictObject({
  document: documentRow,
  sentences: z.array(sentenceShown),
  drafts: z.array(draftShown),
  /** Whether the asker works on it; others read. */
  mayWork: z.boolean(),
  /** Whether the asker may take a sentence out. */
  mayRedact: z.boolean(),
});

/** A deed on a draft, or on a sentence where one is added. */
export const draftDeed = {
  deed: z.enum(['claim', 'merge', 'aside', 'reopen', 'split', 'add']),
  /** The draft and its version as it was seen; absent where one is added. */
  draft: uuid.optional(),
  version: z.int().min(1).optional(),
  /** Why it forms no task. */
  reason: prose.optional(),
  /** Within the sentence: where it is parted, or what is added. */
  at: z.int().min(1).optional(),
  sentence: z.int().min(1).optional(),
  from: z.int().min(0).optional(),
  to: z.int().min(1).optional(),
  /** The item that it is merged with. */
  item: uuid.optional(),
  /** What makes it an item. */
  claim: z
    .strictObject({
      form: z.enum(['oneLine', 'supervised']).default('oneLine'),
      title: line,
      /** An office, or a village. */
      lead: subjectCode.optional(),
      accountable: subjectCode.optional(),
      /** Villages that must do something: the item waits for the burden gate. */
      units: z.array(subjectCode).max(500).optional(),
      /** A number with its unit, as it is to be reached. */
      quantity: z.string().trim().max(80).optional(),
      dueOn: isoDate.optional(),
    })
    .optional(),
};

export type DocumentPage = z.infer<typeof documentPage>;
export type DraftShown = z.infer<typeof draftShown>;
