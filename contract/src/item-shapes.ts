/** Shapes of items: what is asked, how it stands, what was done with it. */

import { z } from 'zod';
import { instant, isoDate, line, prose, subjectCode, uuid } from './address.ts';

/** The states of an item, by the names of the procedure. */
export const itemState = z.enum([
  'draft',
  'registered',
  'proposed',
  'assigned',
  'acknowledged',
  'inProgress',
  'extensionRequested',
  'urged',
  'onSite',
  'reported',
  'underReview',
  'sentBack',
  'accepted',
  'closedOut',
  'archived',
  'withdrawn',
]);

export const itemForm = z.enum(['supervised', 'oneLine']);
export const itemUrgency = z.enum(['normal', 'urgent', 'special']);
export const itemFeedback = z.enum(['once', 'month', 'quarter']);
export const slipColour = z.enum(['blue', 'orange', 'red']);

/** Where an item comes from. */
export const itemSource = z.strictObject({
  kind: z.enum([
    'instruction',
    'meeting',
    'document',
    'goal',
    'inspection',
    'campaign',
    'retrospective',
    'telephone',
    'recurring',
    'upper',
    'other',
  ]),
  /** Title of the document or name of the meeting. */
  document: line.optional(),
  no: line.optional(),
  on: isoDate.optional(),
  /** Code of the leader who instructed. */
  by: subjectCode.optional(),
  /** The sentence it rests on. */
  sentence: prose.optional(),
});

/** How an item stands against its day, with the sentence why. */
export const itemLight = z.strictObject({
  state: z.enum(['waiting', 'normal', 'near', 'overdue', 'done']),
  /** Workdays left or over; calendar days where the year has no calendar yet. */
  days: z.int().optional(),
  why: z.string(),
});

const named = z.strictObject({ code: z.string(), name: z.string() });

/** An item as a line of a list. */
export const itemRow = z.strictObject({
  id: uuid,
  /** `〔2026〕12号`; absent until it is registered. */
  no: z.string().optional(),
  upperNo: z.string().optional(),
  form: itemForm,
  title: z.string(),
  urgency: itemUrgency,
  state: itemState,
  light: itemLight,
  colour: slipColour.optional(),
  lead: named.optional(),
  support: z.array(named),
  accountable: named.optional(),
  units: z.array(named),
  /** The leader whose instruction it is. */
  leader: named.optional(),
  startsOn: isoDate.optional(),
  dueOn: isoDate.optional(),
  /** How often its day was moved. */
  moved: z.int(),
  urged: z.int(),
  mergedInto: z.string().optional(),
  createdAt: instant,
  closedAt: instant.optional(),
});
