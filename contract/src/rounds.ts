/** Rounds: planned, drawn, gone to. What is drawn is published with its seed. */

import { z } from 'zod';
import {
  instant,
  inTown,
  isoDate,
  line,
  periodId,
  prose,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import { inspectionMode, templateCode, templateSubjects, visitShown } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';

const ofRound = { id: uuid };
const reason = prose.min(2);
const personal = ['reason'] as const;

const roundState = z.enum(['planned', 'drawn', 'going', 'closed', 'missed', 'withdrawn']);
const drawn = z.enum(['inspectors', 'subjects', 'places', 'households']);

const roundRow = z.strictObject({
  id: uuid,
  template: z.strictObject({ code: templateCode, version: z.int(), name: z.string() }),
  office: named,
  period: periodId,
  mode: inspectionMode,
  from: isoDate,
  to: isoDate,
  state: roundState,
  /** Places of the round, how many were gone to, how many were not in time. */
  visits: z.int(),
  gone: z.int(),
  missed: z.int(),
});

/** A draw with all that is needed to do it again. */
const drawShown = z.strictObject({
  seq: z.int(),
  what: drawn,
  /** The place that it was for; absent where it was for the whole round. */
  subject: named.optional(),
  way: z.enum(['draw', 'rota', 'named']),
  seed: z.string().optional(),
  candidates: z.array(named),
  recused: z.array(z.strictObject({ person: named, why: z.string() })),
  chosen: z.array(named),
  reason: z.string().optional(),
  by: z.string(),
  at: instant,
  /** A later draw of the same took its place. */
  isReplaced: z.boolean(),
});

/** What stands against a day of a visit, in sentences; none stops but a quiet period and the cap. */
const visitHint = z.strictObject({
  kind: z.enum(['near', 'cap', 'quiet', 'reuse']),
  sentence: z.string(),
  /** The visit with which it could be one journey, or whose result is there already. */
  visit: uuid.optional(),
});

/**
 * What another office found lately of the same. Whoever plans reads which lines were looked at and
 * how many places were wrong, so that nobody goes twice; places, persons and photos stay on the sheet.
 */
const existingResult = z.strictObject({
  visit: uuid,
  office: named,
  template: z.string(),
  village: named,
  subject: named,
  on: isoDate,
  lines: z.array(
    z.strictObject({
      group: z.string(),
      standard: z.string(),
      /** Places or households that were wrong; 1 where the line asks no number; 0: nothing. */
      wrong: z.int(),
    }),
  ),
  sentence: z.string(),
  /** The sheet that says it, where the asker reads it. */
  sheet: z.strictObject({ id: uuid, round: uuid }).optional(),
});

const roundPage = z.strictObject({
  round: z.strictObject({
    ...roundRow.shape,
    reason: z.string().optional(),
    version: z.int(),
    subjects: templateSubjects,
    /** How many places and households the check sheet has drawn in a village. */
    places: z.int(),
    households: z.int(),
    item: uuid.optional(),
    /** When the villages of an open round were told. */
    announcedAt: instant.optional(),
  }),
  visits: z.array(
    z.strictObject({
      ...visitShown.shape,
      hints: z.array(visitHint),
      /** What could be taken over instead of going. */
      existing: z.array(existingResult),
    }),
  ),
  draws: z.array(drawShown),
  may: z.strictObject({
    plan: z.boolean(),
    withdraw: z.boolean(),
    announce: z.boolean(),
    overrule: z.boolean(),
    explain: z.boolean(),
  }),
});

const calendarVisit = z.strictObject({
  id: uuid,
  round: uuid,
  template: z.string(),
  office: named,
  village: named,
  on: isoDate.optional(),
  state: z.enum(['planned', 'gone', 'missed', 'withdrawn']),
  mergedWith: uuid.optional(),
});

const quietShown = z.strictObject({
  id: uuid,
  villages: z.array(named),
  from: isoDate,
  to: isoDate,
  reason: z.string(),
  document: z.string(),
  ended: z.boolean(),
});

const calendarPage = z.strictObject({
  month: periodId,
  /** Journeys that a village bears in a month at most; more needs a leader's reason. */
  cap: z.int(),
  visits: z.array(calendarVisit),
  /** Villages with the journeys of the month. */
  villages: z.array(z.strictObject({ village: named, journeys: z.int() })),
  quiet: z.array(quietShown),
  recusals: z.array(
    z.strictObject({ id: uuid, person: named, village: named, reason: z.string() }),
  ),
  may: z.strictObject({ quiet: z.boolean(), cap: z.boolean(), recuse: z.boolean() }),
});

export const rounds = {
  list: inTown('GET', '/rounds', { summary: 'Rounds that the asker may read, the latest first.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(roundRow), mayPlan: z.boolean() })),
  options: inTown('GET', '/rounds/options', {
    summary: 'What planning a round needs: check sheets in use, and what they look at.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        templates: z.array(
          z.strictObject({
            code: templateCode,
            version: z.int(),
            name: z.string(),
            office: named,
            cadence: z.enum(['month', 'quarter', 'year']),
            mode: inspectionMode,
            subjects: z.array(named),
          }),
        ),
        today: isoDate,
      }),
    ),
  plan: inTown('POST', '/rounds', {
    summary: 'Plans a round: every subject, those named, or some that are drawn.',
    creates: true,
  })
    .input(
      townInput({
        template: templateCode,
        period: periodId,
        from: isoDate,
        to: isoDate,
        mode: inspectionMode,
        /** Absent: every one that there is. */
        subjects: z.array(subjectCode).min(1).max(500).optional(),
        /** How many of them are drawn; absent: all are gone to. */
        drawn: z.int().min(1).max(500).optional(),
      }),
    )
    .output(roundPage),
  one: inTown('GET', '/rounds/{id}', {
    summary: 'One round: its places, who goes, what was drawn and by which seed.',
  })
    .input(townInput(ofRound))
    .output(roundPage),
  draw: inTown('POST', '/rounds/{id}/draws', {
    summary: 'Draws who goes, or which places and households are looked at; again with a reason.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofRound,
        version: z.int().min(1),
        what: z.enum(['inspectors', 'places', 'households']),
        /** Inspectors a visit. */
        count: z.int().min(1).max(5).optional(),
        /** Of places: what may be drawn in one village. */
        visit: uuid.optional(),
        places: z.array(z.string().trim().min(1).max(80)).min(1).max(200).optional(),
        reason: reason.optional(),
      }),
    )
    .output(roundPage),
  settle: inTown('POST', '/rounds/{id}/visits/{visit}', {
    summary: 'Settles the day of a visit, who goes, or with which visit it is one journey.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofRound,
        visit: uuid,
        version: z.int().min(1),
        on: isoDate.optional(),
        /** Named without a draw: with a reason. */
        inspectors: z.array(subjectCode).min(1).max(5).optional(),
        mergeWith: uuid.nullable().optional(),
        /** It is not gone to: why. */
        end: z.enum(['missed', 'withdrawn']).optional(),
        reason: reason.optional(),
      }),
    )
    .output(roundPage),
  existing: inTown('GET', '/rounds/existing-results', {
    summary: 'Results of other offices that could be taken over instead of going again.',
  })
    .input(
      townInput({
        /** The office that would go. */
        office: subjectCode,
        /** Results of lines like those of its check sheet, in its period; without one of all lines, of 30 days. */
        template: templateCode.optional(),
        period: periodId.optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(existingResult) })),
  reuse: inTown('POST', '/rounds/{id}/visits/{visit}/reuse', {
    summary:
      'Takes a result of another office over instead of going, or says why one goes all the same.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofRound,
        visit: uuid,
        version: z.int().min(1),
        /** The visit whose result is taken over; null: one goes all the same. */
        from: uuid.nullable(),
        reason,
      }),
    )
    .output(roundPage),
  saved: inTown('GET', '/rounds/saved-visits', {
    summary:
      'Visits of a month that were saved by taking a result over, by the office that did not go.',
  })
    .input(townInput({ month: periodId.optional() }))
    .output(
      z.strictObject({
        month: periodId,
        offices: z.array(z.strictObject({ office: named, visits: z.int() })),
      }),
    ),
  withdraw: inTown('POST', '/rounds/{id}/withdrawal', {
    summary: 'Withdraws a round that nobody went on, with the reason.',
    personal,
  })
    .input(townInput({ ...ofRound, version: z.int().min(1), reason }))
    .output(roundPage),
  announce: inTown('POST', '/rounds/{id}/announcement', {
    summary: 'Tells the villages of an open round their day, after the burden gate.',
    creates: true,
    personal: ['basis'],
  })
    .input(
      townInput({
        ...ofRound,
        version: z.int().min(1),
        basis: line,
        dutyEntry: subjectCode.optional(),
      }),
    )
    .output(roundPage),
  explain: inTown('POST', '/rounds/{id}/explanation', {
    summary: 'The office says why it did not go, and when it makes up for it.',
    personal,
  })
    .input(townInput({ ...ofRound, version: z.int().min(1), reason }))
    .output(roundPage),

  calendar: inTown('GET', '/rounds/calendar', {
    summary: 'All visits of a month by village, quiet periods and who is recused from where.',
  })
    .input(townInput({ month: periodId.optional() }))
    .output(calendarPage),
  addQuiet: inTown('POST', '/quiet-periods', {
    summary: 'Keeps days quiet: nobody inspects on them.',
    creates: true,
  })
    .input(
      townInput({
        villages: z.array(subjectCode).max(500).default([]),
        from: isoDate,
        to: isoDate,
        reason: prose.min(2),
        document: z.string().trim().max(200).default(''),
      }),
    )
    .output(calendarPage),
  endQuiet: inTown('POST', '/quiet-periods/{id}/end', { summary: 'Ends a quiet period early.' })
    .input(townInput(ofRound))
    .output(calendarPage),
  setCap: inTown('PUT', '/rounds/cap', {
    summary: 'How many journeys a village bears in a month.',
  })
    .input(townInput({ cap: z.int().min(1).max(31) }))
    .output(calendarPage),
  addRecusal: inTown('POST', '/recusals', {
    summary: 'Says that somebody does not inspect a village, and why.',
    creates: true,
    personal,
  })
    .input(townInput({ person: subjectCode, village: subjectCode, reason }))
    .output(calendarPage),
  endRecusal: inTown('POST', '/recusals/{id}/end', { summary: 'Ends a recusal.' })
    .input(townInput(ofRound))
    .output(calendarPage),
};

export type ExistingResult = z.infer<typeof existingResult>;
