/** Shapes of items: what is asked, how it stands, what was done with it. */

import { z } from 'zod';
import { instant, isoDate, line, prose, sha256, subjectCode, uuid } from './address.ts';

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
  /** The document on the decomposition bench that it was taken out of. */
  bench: uuid.optional(),
});

/** How an item stands against its day, with the sentence why. */
export const itemLight = z.strictObject({
  state: z.enum(['waiting', 'normal', 'near', 'overdue', 'done']),
  /** Workdays left or over; calendar days where the year has no calendar yet. */
  days: z.int().optional(),
  why: z.string(),
});

export const named = z.strictObject({ code: z.string(), name: z.string() });

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

/** How a village said something that its resident cadre writes down. */
export const spokenHow = z.enum(['telephone', 'inPerson', 'paper']);

export const lookBackResult = z.enum(['holds', 'fails']);
export const itemOutcome = z.enum(['doneLate', 'notDoneAfterUrging', 'doneBadly']);

export const closingCheck = z.enum([
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
]);

export const itemDeed = z.enum([
  'create',
  'book',
  'prepare',
  'register',
  'propose',
  'assign',
  'acknowledge',
  'decline',
  'start',
  'tell',
  'requestExtension',
  'grantExtension',
  'refuseExtension',
  'changeDue',
  'urge',
  'slip',
  'visit',
  'report',
  'beginReview',
  'sendBack',
  'accept',
  'closeOut',
  'finish',
  'archive',
  'lookBack',
  'instruct',
  'withdraw',
  'merge',
  'mergeIn',
  'confirmOutcome',
]);

/** Who leads, who answers, by when: what a proposal says and an assignment needs. */
export const itemPlan = {
  requirement: prose.optional(),
  urgency: itemUrgency.optional(),
  /** Code of the unit that leads: an office, or a village. */
  lead: subjectCode.optional(),
  support: z.array(subjectCode).max(30).optional(),
  /** Code of the one person who answers for it. */
  accountable: subjectCode.optional(),
  /** Villages that must do something. */
  units: z.array(subjectCode).max(500).optional(),
  startsOn: isoDate.optional(),
  dueOn: isoDate.optional(),
  feedback: itemFeedback.optional(),
};

/** A new item. */
export const newItem = {
  form: itemForm,
  title: line,
  ...itemPlan,
  source: itemSource,
  /** The county's own number. */
  upperNo: line.optional(),
  /** Instructions of leaders are withheld unless told otherwise. */
  isWithheld: z.boolean().optional(),
  /** The item that this one follows. */
  follows: uuid.optional(),
  /** How far a slip is taken at once. */
  until: z.enum(['draft', 'registered', 'proposed', 'assigned']).optional(),
};

/** A deed with what it must bring. */
export const deedWords = {
  deed: itemDeed.exclude(['create', 'book', 'prepare', 'mergeIn']),
  note: prose.min(2).optional(),
  /** A new day, or the day that is asked for. */
  dueOn: isoDate.optional(),
  /** The day on which what is told was done, where it is not today: entering is not doing. */
  doneOn: isoDate.optional(),
  /** Takes a reported item into review in the same go; with `accept` or `sendBack`. */
  withReview: z.boolean().optional(),
  plan: z.strictObject(itemPlan).optional(),
  checks: z.array(closingCheck).max(6).optional(),
  colour: slipColour.optional(),
  /** The item that this one is merged into. */
  into: uuid.optional(),
  result: lookBackResult.optional(),
  outcome: itemOutcome.optional(),
  /** Title of the item that follows from a new instruction. */
  title: line.optional(),
  /** The village that spoke, and how. */
  onBehalf: z.strictObject({ unit: subjectCode, how: spokenHow }).optional(),
  /** Ids of evidence that a report, or what is told on the way, rests on. */
  evidence: z.array(uuid).max(30).optional(),
};

/** A deed as the course of handling shows it. */
export const courseDeed = z.strictObject({
  seq: z.int(),
  deed: itemDeed,
  to: itemState,
  at: instant,
  /** Absent where the program did it by the clock. */
  by: z.string().optional(),
  /** Names of those in whose place a substitute acted. */
  inPlaceOf: z.array(z.string()),
  onBehalf: z.strictObject({ unit: z.string(), how: spokenHow }).optional(),
  note: z.string().optional(),
  dueFrom: isoDate.optional(),
  dueTo: isoDate.optional(),
  /** The day on which it was done, where it is not the day of entering. */
  doneOn: isoDate.optional(),
  colour: slipColour.optional(),
  result: lookBackResult.optional(),
  outcome: itemOutcome.optional(),
  files: z.array(
    z.strictObject({ id: uuid, name: z.string(), kind: z.string(), caption: z.string() }),
  ),
});

const linked = z.strictObject({
  id: uuid,
  no: z.string().optional(),
  title: z.string(),
  state: itemState,
});

/** An item with all that belongs to it. */
export const itemPage = z.strictObject({
  item: itemRow,
  /** Counts every deed; a deed names it, so that nobody acts on what they did not see. */
  version: z.int(),
  requirement: z.string(),
  source: itemSource,
  feedback: itemFeedback,
  isWithheld: z.boolean(),
  nextFeedbackOn: isoDate.optional(),
  course: z.array(courseDeed),
  /** What the asker may do now, in the order of the procedure. */
  deeds: z.array(itemDeed),
  /** What each of these must bring, and may: the table of the course, for the forms. */
  asks: z.array(
    z.strictObject({
      deed: itemDeed,
      needs: z.array(
        z.enum(['note', 'due', 'plan', 'checks', 'colour', 'into', 'result', 'outcome']),
      ),
      takes: z.array(z.enum(['note', 'due', 'title', 'evidence', 'doneOn'])),
    }),
  ),
  /** Villages for which the asker may speak here. */
  speaksFor: z.array(named),
  slipDue: z.strictObject({ colour: slipColour, why: z.string() }).optional(),
  /** The day that was asked for and is not decided on. */
  wantedDueOn: isoDate.optional(),
  follows: linked.optional(),
  followers: z.array(linked),
  mergedInto: linked.optional(),
  /** What the item that this one was merged into answered. */
  answer: z.string().optional(),
  merged: z.array(linked),
  /** Villages that must do something, and whether their answer is written down. */
  villages: z.array(
    z.strictObject({ code: z.string(), name: z.string(), answer: z.string().optional() }),
  ),
  /** Whom to ask. */
  contact: z.strictObject({ name: z.string(), unit: z.string().optional() }),
  /** Outcomes that the course bears out and a clause in force listens to, each with its ground. */
  outcomes: z.array(z.strictObject({ outcome: itemOutcome, on: isoDate, why: z.string() })),
});

/** A row pasted from Excel, as it was typed. */
export const pastedRow = z.strictObject({
  title: z.string().max(1000),
  who: z.string().max(1000),
  due: z.string().max(1000),
  upperNo: z.string().max(1000),
});

const numberedTitle = { id: uuid, no: z.string().optional(), title: z.string() };

/** A sample of closed slips that somebody drew. */
export const lookBackDraw = z.strictObject({
  id: uuid,
  seed: z.string(),
  /** From how many it was drawn. */
  of: z.int(),
  by: z.string(),
  at: instant,
  rows: z.array(z.strictObject(numberedTitle)),
});

/** A slip with its lot: SHA-256 of the seed, a line break and the id. */
export const lookBackLot = z.strictObject({
  ...numberedTitle,
  lot: sha256,
  isDrawn: z.boolean(),
});

export const recurringShown = z.strictObject({
  id: uuid,
  form: itemForm,
  title: z.string(),
  requirement: z.string(),
  every: z.enum(['month', 'quarter', 'halfYear', 'year']),
  dueAfterDays: z.int(),
  lead: named,
  support: z.array(named),
  accountable: named,
  startsOn: isoDate,
  endsOn: isoDate.optional(),
  items: z.int(),
});
