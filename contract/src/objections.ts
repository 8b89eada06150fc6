/** Objections: against a fact, a mark or a whole result; looked into by somebody who had no hand in it. */

import { z } from 'zod';
import {
  done,
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
import { named } from './item-shapes.ts';
import { clauseCode, entryInput, factId, schemeLine } from './ledger-shapes.ts';
import { madeDocument } from './papers.ts';

/** Sentences and names of people, which the audit keeps as digests. */
const personal = ['said', 'by', 'note', 'finding', 'reasons', 'lookedAt', 'witness'] as const;

/** What somebody objects to. `unclear`: a sentence through a plain link says no number. */
const matter = {
  fact: factId.optional(),
  line: schemeLine.optional(),
  period: periodId.optional(),
  subject: subjectCode.optional(),
  clause: clauseCode.optional(),
};

const matterShown = z.strictObject({
  kind: z.enum(['fact', 'mark', 'result', 'unclear']),
  /** In words: a fact in one line, or period, subject and clause. */
  title: z.string(),
  fact: z.string().optional(),
  line: z.string().optional(),
  period: periodId.optional(),
  subject: named.optional(),
  clause: z.string().optional(),
  /** Of a mark or a result: the edition that says it. */
  edition: z.int().optional(),
});

const state = z.enum(['received', 'acknowledged', 'assigned', 'decided', 'answered', 'withdrawn']);
const result = z.enum(['kept', 'reversed', 'replaced', 'inPart', 'notHeard']);
const way = z.enum(['account', 'link', 'paper', 'telephone', 'visit']);
const handover = z.enum(['inPerson', 'refused', 'telephone', 'posted', 'nobody']);

const objectionRow = z.strictObject({
  id: uuid,
  /** 异议2026-3, once it is acknowledged. */
  no: z.string().optional(),
  matter: matterShown,
  /** The village or the person; absent where nobody gave a name. */
  by: named.optional(),
  way,
  receivedOn: isoDate,
  /** Last day for the written answer. */
  answerBy: isoDate,
  /** Workdays after today up to that day, 0 on the day itself; of what is on its way, where the calendar tells. */
  workdaysLeft: z.int().min(0).optional(),
  /** The holidays of that year are not entered: the day was counted from Monday to Friday. */
  isGuessed: z.boolean(),
  /** It came after the last day to object. */
  isLate: z.boolean(),
  isOverdue: z.boolean(),
  state,
  result: result.optional(),
  decider: named.optional(),
  version: z.int(),
});

/** A correction that a decision wrote: one writes it, another reviews it. */
const correctionShown = z.strictObject({
  /** The fact that is taken back, in one line. */
  takesBack: z.strictObject({ fact: z.string(), sentence: z.string() }).optional(),
  /** What stands in its place, in one line. */
  right: z.string().optional(),
  step: z.enum(['waiting', 'sentBack', 'reviewed', 'posted', 'gone']),
  /** Number of the reversing fact, once it is posted. */
  reversal: z.string().optional(),
  /** Of what the ledger says that it counts in a later period. */
  later: z.array(z.string()),
});

const deedName = z.enum([
  'receive',
  'acknowledge',
  'assign',
  'giveBack',
  'decide',
  'answer',
  'withdraw',
]);

const objectionPage = z.strictObject({
  objection: objectionRow,
  said: z.string(),
  /** Of what somebody else wrote down: who said it, when, how that was confirmed. */
  behalf: z
    .strictObject({
      by: z.string().optional(),
      saidOn: isoDate,
      confirmed: z.string(),
      writtenBy: named,
    })
    .optional(),
  decision: z
    .strictObject({
      result,
      lookedAt: z.string(),
      finding: z.string(),
      reasons: z.string(),
      clause: z.string(),
    })
    .optional(),
  corrections: z.array(correctionShown),
  answer: z
    .strictObject({
      no: z.string(),
      on: isoDate,
      how: handover,
      note: z.string().optional(),
    })
    .optional(),
  /** The written answer, once it has its number. */
  document: z
    .strictObject({ number: z.string(), officialNumber: z.string().optional() })
    .optional(),
  /** What can be done after the answer, for who objects. */
  furtherWays: z.array(z.string()),
  /** What the decision does to what is published or sealed. */
  effect: z
    .strictObject({
      /** What the office has to do. */
      office: z.string(),
      /** The same for whom it concerns. */
      told: z.string(),
      /** The lists that are out and say otherwise now. */
      lists: z.array(z.strictObject({ line: z.string(), period: periodId, isSealed: z.boolean() })),
    })
    .optional(),
  course: z.array(
    z.strictObject({
      deed: deedName,
      at: instant,
      person: named.optional(),
      /** Who was asked. */
      to: named.optional(),
      note: z.string().optional(),
    }),
  ),
  /** Facts that the matter rests on, for whoever decides. */
  facts: z.array(z.strictObject({ fact: z.string(), sentence: z.string() })),
  /** The clause that it is about, to begin the reasons with: 第1.1条. */
  clause: z.string().optional(),
  /** Who may be asked to look into it; who may not, and why. */
  candidates: z.array(
    z.strictObject({ ...named.shape, roles: z.array(z.string()), why: z.string().optional() }),
  ),
  /** Where everybody keeps out of it: what can be done all the same, a sentence each. */
  nobodyLeft: z.array(z.string()),
  may: z.array(deedName),
});

const ofObjection = { id: uuid, version: z.int().min(1) };
const inObjection = (deed: string) => `/objections/{id}/${deed}` as const;

export const objections = {
  list: inTown('GET', '/objections', {
    summary: 'Objections that the asker may read, the next due first.',
  })
    .input(townInput({ show: z.enum(['open', 'all']).default('open') }))
    .output(
      z.strictObject({
        today: isoDate,
        rows: z.array(objectionRow),
        /** Whether the asker writes down what others said. */
        mayWriteDown: z.boolean(),
      }),
    ),
  matter: inTown('GET', '/objection-matters', {
    summary: 'What an objection would be about, and as whom the asker may make it.',
  })
    .input(townInput(matter))
    .output(
      z.strictObject({
        matter: matterShown,
        /** Last day to object, where it was published. */
        objectUntil: isoDate.optional(),
        /** Last day for the answer to what is received today. */
        answerBy: isoDate,
        /** The asker's own: as which village or person. */
        as: named.optional(),
        /** Villages for which the asker writes down what was said. */
        villages: z.array(named),
      }),
    ),
  receive: inTown('POST', '/objections', {
    summary: 'Objects, or writes down what a village or a person said.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...matter,
        said: prose.min(5),
        behalf: z
          .strictObject({
            way: z.enum(['paper', 'telephone', 'visit']),
            /** Whose; without it nobody gave a name. */
            of: subjectCode.optional(),
            /** Who said it. */
            by: line.optional(),
            saidOn: isoDate,
            confirmed: line,
          })
          .optional(),
      }),
    )
    .output(objectionPage),
  one: inTown('GET', '/objections/{id}', {
    summary: 'One objection with its course and what the asker may do.',
  })
    .input(townInput({ id: uuid }))
    .output(objectionPage),
  acknowledge: inTown('POST', inObjection('acknowledgement'), {
    summary: 'Takes an objection on under a number; says what an unclear one is about.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofObjection, ...matter, note: prose.default('') }))
    .output(objectionPage),
  assign: inTown('POST', inObjection('assignment'), {
    summary: 'Asks somebody to look into it who had no hand in it.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofObjection, person: subjectCode, note: prose.default('') }))
    .output(objectionPage),
  giveBack: inTown('POST', inObjection('return'), {
    summary: 'Gives the task back with a reason, so that somebody else looks into it.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofObjection, note: line }))
    .output(done),
  decide: inTown('POST', inObjection('decision'), {
    summary:
      'Decides with reasons; what is upheld is written into the ledger for another to review.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofObjection,
        result,
        lookedAt: line,
        finding: prose.min(5),
        reasons: prose.min(5),
        /** The clause that the reasons rest on. */
        basis: line,
        corrections: z
          .array(z.strictObject({ takesBack: factId.optional(), right: entryInput.optional() }))
          .max(20)
          .default([]),
      }),
    )
    .output(objectionPage),
  answer: inTown('POST', inObjection('answer'), {
    summary: 'Says that the written answer was handed over, and how.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...ofObjection,
        on: isoDate,
        how: handover,
        /** Who saw that signing was refused, or another remark. */
        witness: line.optional(),
      }),
    )
    .output(objectionPage),
  makeDocument: inTown('POST', inObjection('official-document'), {
    summary: 'The written answer as a numbered document; asked again, the one that there is.',
    creates: true,
  })
    .input(townInput({ id: uuid }))
    .output(madeDocument),
  withdraw: inTown('POST', inObjection('withdrawal'), {
    summary: 'Who objected takes it back; what was written stays readable.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofObjection, note: prose.default('') }))
    .output(objectionPage),
  paper: inTown('GET', '/objections/{id}/paper', {
    summary: 'The written answer as a Word document; a draft until it has its number.',
  })
    .input(townInput({ id: uuid }))
    .output(z.file()),
  statistics: inTown('GET', '/objection-statistics', {
    summary: 'How often whose facts fall, for the office alone; small numbers are not shown.',
  })
    .input(townInput({ year: z.string().regex(/^\d{4}$/) }))
    .output(
      z.strictObject({
        year: z.string(),
        least: z.int(),
        received: z.int(),
        answeredInTime: z.int(),
        answeredLate: z.int(),
        groups: z.array(
          z.strictObject({
            by: z.enum(['office', 'recorder']),
            name: z.string(),
            /** Facts that somebody objected to and that were decided on. */
            objected: z.int(),
            /** Of these, taken back; absent where there are too few to say anything. */
            fallen: z.int().optional(),
          }),
        ),
      }),
    ),
};

export type ObjectionRow = z.infer<typeof objectionRow>;
export type ObjectionPage = z.infer<typeof objectionPage>;
