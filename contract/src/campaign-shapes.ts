/** Shapes of campaigns and their spots. */

import { z } from 'zod';
import { instant, isoDate, line, prose, subjectCode, uuid } from './address.ts';
import { named, spokenHow } from './item-shapes.ts';

/** An exact number that is not below zero, as text: at most six places. */
export const quantity = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/);

/** `ended`: its last day is over; which, says the day and nobody else. */
export const campaignState = z.enum(['coming', 'running', 'ended']);
/**
 * `handed` to an item, `left` as it is with the reason: both after the end only. `struck`: it should
 * never have stood on the list, and counts nowhere.
 */
export const spotState = z.enum(['open', 'closed', 'handed', 'left', 'struck']);

export const spotDeed = z.enum([
  'add',
  'change',
  'advance',
  'moveBack',
  'prove',
  'earn',
  'close',
  'reopen',
  'hand',
  'leave',
  'strike',
]);

/** How many spots stand where. */
const counts = {
  spots: z.int(),
  open: z.int(),
  closed: z.int(),
  handed: z.int(),
  left: z.int(),
  struck: z.int(),
};

export const campaignRow = z.strictObject({
  id: uuid,
  name: z.string(),
  state: campaignState,
  from: isoDate,
  to: isoDate,
  owner: named,
  office: named,
  villages: z.int(),
  ...counts,
});

/** What may be corrected of a campaign while it runs. */
export const campaignWritten = {
  name: line,
  goal: prose.min(2),
  goalQuantity: quantity.optional(),
  goalUnit: z.string().trim().max(20).default(''),
  /** The paper that it rests on. */
  source: line,
  owner: subjectCode,
  villages: z.array(subjectCode).min(1).max(500),
};

/** A new campaign. */
export const newCampaign = {
  ...campaignWritten,
  office: subjectCode,
  from: isoDate,
  to: isoDate,
  stages: z.array(z.string().trim().min(1).max(20)).min(1).max(8).optional(),
};

/** What one quantity adds up to: quantities of different units are not added. */
const amount = z.strictObject({ unit: z.string(), sum: z.string() });

/** The spots of a cell of the table: of a village, of a stage, of both, or all. */
const figure = {
  spots: z.int(),
  amounts: z.array(amount),
  incomeFen: z.int(),
};

export const campaignFigures = z.strictObject({
  /** A row a village, in the order of the roster; its cells in the order of the stages. */
  villages: z.array(
    z.strictObject({
      village: named,
      ...counts,
      stages: z.array(z.strictObject(figure)),
      ...figure,
    }),
  ),
  stages: z.array(z.strictObject(figure)),
  total: z.strictObject({ ...counts, ...figure }),
});

export const spotRow = z.strictObject({
  id: uuid,
  number: z.string(),
  village: named,
  place: z.string(),
  kind: z.string(),
  quantity: quantity.optional(),
  unit: z.string(),
  stage: z.int(),
  incomeFen: z.int(),
  foundOn: isoDate.optional(),
  state: spotState,
});

/** A field in the words of the page, as it stood and as it stands. */
const fieldChange = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });

export const campaignPage = z.strictObject({
  campaign: campaignRow.extend({
    goal: z.string(),
    goalQuantity: quantity.optional(),
    goalUnit: z.string(),
    source: z.string(),
    stages: z.array(z.string()),
    villageList: z.array(named),
  }),
  today: isoDate,
  figures: campaignFigures,
  spots: z.array(spotRow),
  /** What of the campaign the asker sees: all of it, or only villages of their own. */
  isPart: z.boolean(),
  version: z.int(),
  /** What was corrected, the latest first. */
  course: z.array(
    z.strictObject({
      seq: z.int(),
      deed: z.enum(['correct', 'moveEnd']),
      at: instant,
      by: z.string(),
      inPlaceOf: z.array(z.string()),
      reason: z.string(),
      changes: z.array(fieldChange),
    }),
  ),
  may: z.strictObject({
    /** Adds and imports spots. */
    add: z.boolean(),
    /** Puts right what was written of it. */
    correct: z.boolean(),
    /** Moves its last day. */
    moveEnd: z.boolean(),
    /** Exports them. */
    export: z.boolean(),
  }),
});

/** What may be corrected of an open spot. */
export const spotWritten = {
  village: subjectCode,
  place: line,
  kind: line,
  quantity: quantity.optional(),
  unit: z.string().trim().max(20).default(''),
  foundOn: isoDate.optional(),
};

/** A new spot. */
export const newSpot = { number: z.string().trim().min(1).max(30), ...spotWritten };

/** A deed on a spot with what it must bring. */
export const spotDeedWords = {
  deed: spotDeed.exclude(['add', 'change']),
  note: prose.min(2).optional(),
  shows: z.enum(['before', 'after']).optional(),
  evidence: z.array(uuid).min(1).max(20).optional(),
  /** The income of the spot so far, in fen. */
  incomeFen: z.int().min(0).optional(),
  /** What the item says that the spot is handed to. */
  item: z.strictObject({ lead: subjectCode, accountable: subjectCode, dueOn: isoDate }).optional(),
  /** How the village told what its resident cadre writes down. */
  how: spokenHow.optional(),
};

const shown = z.strictObject({ id: uuid, name: z.string(), kind: z.string(), caption: z.string() });

export const spotPage = z.strictObject({
  spot: spotRow,
  version: z.int(),
  stages: z.array(z.string()),
  before: z.array(shown),
  after: z.array(shown),
  /** What the asker may do now. */
  deeds: z.array(spotDeed),
  /** The asker speaks for the village, and says how it told. */
  isOnBehalf: z.boolean(),
  /** Why the asker does not close it, where they did the work. */
  isOwnWork: z.boolean(),
  /** Whether the asker may put its row right. */
  mayCorrect: z.boolean(),
  item: z.strictObject({ id: uuid, no: z.string().optional() }).optional(),
  course: z.array(
    z.strictObject({
      seq: z.int(),
      deed: spotDeed,
      stage: z.int(),
      at: instant,
      by: z.string(),
      inPlaceOf: z.array(z.string()),
      onBehalf: z.strictObject({ unit: z.string(), how: spokenHow }).optional(),
      note: z.string().optional(),
      incomeFen: z.int().optional(),
      changes: z.array(fieldChange),
      files: z.int(),
    }),
  ),
});
