/** Shapes of demands on villages: what is asked, what the gate finds, what the meter counts. */

import { z } from 'zod';
import { instant, isoDate, line, prose, subjectCode, uuid } from './address.ts';

/** `17:05` */
export const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** `2026-03` */
export const month = z.string().regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/);

export const named = z.strictObject({ code: z.string(), name: z.string() });

export const demandKind = z.enum(['item', 'form', 'inspection', 'meeting', 'call']);
export const demandChannel = z.enum(['paper', 'system', 'telephone', 'chat', 'inPerson']);
export const demandState = z.enum(['stopped', 'cleared', 'sent', 'refused', 'withdrawn']);
export const dutyList = z.enum(['own', 'assist', 'barred']);

const answer = z.boolean().optional();

/** The three questions; what is absent is not answered. */
export const demandAnswers = z.strictObject({
  canLookUp: answer,
  askedLately: answer,
  canWait: answer,
});

const units = z.array(subjectCode).max(200);
const dataAsked = z.array(line).max(30);

/** A demand as it is being written: anything may still be missing. */
export const demandDraft = {
  kind: demandKind.exclude(['call']),
  /** The item that it sends, where it sends one. */
  about: uuid.optional(),
  title: z.string().trim().max(200),
  office: subjectCode,
  units,
  purpose: prose,
  basis: z.string().trim().max(200),
  dutyEntry: subjectCode.optional(),
  dataAsked,
  channel: demandChannel.default('system'),
  dueOn: isoDate.optional(),
  dueClock: clock.optional(),
  answers: demandAnswers,
};

/** What went out already, in one line. */
export const demandBooked = {
  title: line,
  office: subjectCode,
  units: units.min(1),
  channel: demandChannel.exclude(['system']),
  sentOn: isoDate,
  sentClock: clock,
  dueOn: isoDate.optional(),
  dueClock: clock.optional(),
  dutyEntry: subjectCode.optional(),
  dataAsked: dataAsked.default([]),
};

export const demandFinding = z.strictObject({
  code: z.enum([
    'noBasis',
    'noPurpose',
    'outsideDutyList',
    'knownAlready',
    'shortNotice',
    'duplicate',
    'duplicateOfOther',
    'questionUnanswered',
    'answerStops',
  ]),
  stops: z.boolean(),
  field: z.enum(['basis', 'purpose', 'dutyEntry', 'dataAsked', 'dueOn', 'title', 'answers']),
  sentence: z.string(),
  /** The earlier demand that is meant. */
  demand: z.string().optional(),
  /** Of short notice: the workdays that are left; -1 where the day is past. */
  workdays: z.int().optional(),
});

/** A figure asked of a village, with what the town knows of it. */
export const askedFigure = z.strictObject({
  name: z.string(),
  unit: named,
  /** It is shown and the village is not asked. */
  isLocked: z.boolean(),
  known: z
    .strictObject({
      value: z.string(),
      measure: z.string(),
      asOf: isoDate,
      source: z.string(),
    })
    .optional(),
});

/** What the gate says of a demand. */
export const judgement = z.strictObject({
  findings: z.array(demandFinding),
  figures: z.array(askedFigure),
});

/** A demand in a list. */
export const demandRow = z.strictObject({
  id: uuid,
  kind: demandKind,
  title: z.string(),
  office: named,
  units: z.array(named),
  channel: demandChannel,
  state: demandState,
  isAfterwards: z.boolean(),
  isOverridden: z.boolean(),
  /** Withdrawn because it became part of another. */
  isMerged: z.boolean(),
  findings: z.array(demandFinding),
  askedAt: instant,
  sentAt: instant.optional(),
  dueOn: isoDate.optional(),
  dueClock: clock.optional(),
});

const other = z.strictObject({ id: uuid, title: z.string(), office: named });

/** A demand with its course. */
export const demandPage = demandRow.extend({
  about: z.string().optional(),
  purpose: z.string(),
  basis: z.string(),
  dutyEntry: z.strictObject({ code: z.string(), title: z.string() }).optional(),
  dataAsked: z.array(z.string()),
  figures: z.array(askedFigure),
  answers: demandAnswers,
  askedBy: z.string(),
  decision: z
    .strictObject({
      outcome: z.enum(['allow', 'refuse']),
      by: z.string(),
      at: instant,
      reason: z.string(),
    })
    .optional(),
  end: z.strictObject({ at: instant, reason: z.string() }).optional(),
  /** Booked by somebody else, and the office that it counts against took note of it. */
  acknowledged: z.strictObject({ at: instant, by: z.string() }).optional(),
  mergedInto: other.optional(),
  /** Demands that became part of this one. */
  joined: z.array(other),
  may: z.strictObject({
    decide: z.boolean(),
    send: z.boolean(),
    withdraw: z.boolean(),
    merge: z.boolean(),
    acknowledge: z.boolean(),
  }),
});

export const dutyEntryShown = z.strictObject({
  code: z.string(),
  title: z.string(),
  list: dutyList,
  /** Offices that may ask by it; empty is every office. */
  offices: z.array(named),
  basis: z.string(),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

export const knownFigureShown = z.strictObject({
  unit: named,
  name: z.string(),
  value: z.string(),
  measure: z.string(),
  asOf: isoDate,
  source: z.string(),
  /** Older than a year: a village may be asked again. */
  isOld: z.boolean(),
});

/** What a demand may be counted as beside being one. */
export const burdenKind = z.enum([
  'duplicates',
  'shortNotices',
  'outsideList',
  'overrides',
  'afterwards',
]);

/** How many demands, and how many of them are what. */
export const burdenCounts = {
  demands: z.int(),
  duplicates: z.int(),
  shortNotices: z.int(),
  outsideList: z.int(),
  overrides: z.int(),
  afterwards: z.int(),
};

export const meterReply = z.strictObject({
  month,
  /** Only what the asker's own offices asked. */
  isPart: z.boolean(),
  total: z.strictObject({ ...burdenCounts, times: z.int() }),
  /** The month before, to compare. */
  before: z.strictObject({ demands: z.int(), times: z.int() }),
  /** Stopped at the gate and never sent: merged, withdrawn or refused. */
  heldBack: z.int(),
  /** Booked afterwards and taken back: they count no more, but that they were is told. */
  takenBack: z.int(),
  offices: z.array(z.strictObject({ office: named, times: z.int(), ...burdenCounts })),
  villages: z.array(
    z.strictObject({
      unit: named,
      ...burdenCounts,
      offices: z.array(z.strictObject({ office: named, ...burdenCounts })),
    }),
  ),
  /** Months in which anything was asked, the latest first. */
  months: z.array(month),
});

/** What an imported list would change, and what is wrong in it. */
export const listPreview = z.strictObject({
  goodRows: z.int(),
  badRows: z.int(),
  remarks: z.array(
    z.strictObject({
      sheet: z.string(),
      row: z.int(),
      column: z.int().optional(),
      sentence: z.string(),
    }),
  ),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  changes: z.array(
    z.strictObject({
      label: z.string(),
      isNew: z.boolean(),
      fields: z.array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  /** Names what was previewed; the import must repeat it. */
  digest: z.string(),
});

export type ListPreview = z.infer<typeof listPreview>;
export type DemandRowShown = z.infer<typeof demandRow>;
export type DemandPage = z.infer<typeof demandPage>;
export type Judgement = z.infer<typeof judgement>;
export type MeterReply = z.infer<typeof meterReply>;
