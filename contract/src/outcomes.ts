/** What follows from a result: grades that a body decides, proposals, counts of ballots, tolerance. */

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
import { clock } from './demand-shapes.ts';
import { outcomeNotices } from './outcome-notices.ts';

const schemeLine = z.string().min(1).max(80);
const named = z.strictObject({ code: z.string(), name: z.string() });
const inPeriod = { line: schemeLine, period: periodId };
const longLine = z.string().trim().max(400);

/** An edition that grades and proposals rest on, and how far either is. */
const outcomePeriod = z.strictObject({
  ...inPeriod,
  schemeName: z.string(),
  label: z.string(),
  edition: z.int(),
  isPerson: z.boolean(),
  hasGrades: z.boolean(),
  /** The grades of this very edition are decided. */
  isDecided: z.boolean(),
  /** Proposals that wait for somebody; told to those who read all of them. */
  waiting: z.int().optional(),
});

const gradeRow = z.strictObject({
  ...named.shape,
  group: z.string().optional(),
  class: z.string().optional(),
  total: z.string(),
  rank: z.int().optional(),
  /** As worked out; told to whoever decides, and to others once it is decided. */
  computed: z.string().optional(),
  /** Why, each in a sentence. */
  reasons: z.array(z.string()),
  /** `pending`: equal points or missing material leave it to the body. */
  isPending: z.boolean(),
  /** Of a tie at the edge of a quota: the grades between which the body decides, best first. */
  open: z.array(z.string()).optional(),
  grade: z.string().optional(),
  /** Why it is another than worked out. */
  reason: z.string().optional(),
  basis: z.string().optional(),
  /** Nearest boundary within a hundredth of the full mark; only once the grades are decided. */
  near: z.strictObject({ boundary: z.string(), distance: z.string() }).optional(),
});

const gradeDecision = z.strictObject({
  body: z.string(),
  documentNo: z.string(),
  decidedOn: isoDate,
  enteredBy: z.string(),
});

const gradesPage = z.strictObject({
  ...outcomePeriod.shape,
  today: isoDate,
  /** Who decides, as the scheme names it. */
  body: z.string(),
  /** Best first. */
  order: z.array(z.string()),
  decision: gradeDecision.optional(),
  rows: z.array(gradeRow),
  mayDecide: z.boolean(),
});

export const proposalState = z.enum([
  'proposed',
  'considered',
  'decided',
  'declined',
  'carriedOut',
  'reviewed',
  'revoked',
]);

const proposalDeed = z.enum([
  'consider',
  'state',
  'tick',
  'attach',
  'decide',
  'decline',
  'talk',
  'makeNotice',
  'handOver',
  'carryOut',
  'review',
  'keepGround',
  'revoke',
]);

/** Who put their name under the points of a talk: signed, or refused before a witness. */
const signature = {
  signed: z.enum(['signed', 'refused']),
  witness: z.string().trim().max(80).default(''),
};

/** What each deed brings with it. */
const proposalAct = z.discriminatedUnion('deed', [
  /** Goes to the body, and whoever it is about is told that they may say something. */
  z.strictObject({ deed: z.literal('consider'), toldOn: isoDate, toldHow: line }),
  /**
   * What whoever it is about says. Entered for somebody it says who said it, and shows the paper as
   * evidence or tells the day and the hour of the telephone call: it may end the wait for a hearing.
   */
  z.strictObject({
    deed: z.literal('state'),
    said: prose.min(1),
    saidBy: z.string().trim().max(80).default(''),
    saidOn: isoDate.optional(),
    saidAt: clock.optional(),
    evidence: z.array(uuid).max(20).default([]),
  }),
  /** A step of the procedure is done. */
  z.strictObject({
    deed: z.literal('tick'),
    step: z.int().min(0).max(40),
    on: isoDate,
    note: longLine.default(''),
  }),
  /** A paper is there: as a file, or where it is kept; or it comes only after the decision. */
  z.strictObject({
    deed: z.literal('attach'),
    paper: z.int().min(0).max(40),
    where: longLine.default(''),
    isLater: z.boolean().default(false),
    evidence: z.array(uuid).max(20).default([]),
  }),
  z.strictObject({
    deed: z.literal('decide'),
    documentNo: line,
    decidedOn: isoDate,
    note: prose.default(''),
    /** The effective document of the competent body on its own ground, where the matter needs one. */
    groundDocument: z.strictObject({ no: line, body: line }).optional(),
    /** What is to be mended, by whom, until when: becomes an item. */
    rectification: z
      .strictObject({
        requirement: prose.min(2),
        lead: subjectCode,
        accountable: subjectCode,
        dueOn: isoDate,
      })
      .optional(),
  }),
  z.strictObject({ deed: z.literal('decline'), reason: prose.min(2) }),
  z.strictObject({
    deed: z.literal('talk'),
    on: isoDate,
    place: line,
    with: line,
    by: subjectCode,
    points: prose.min(2),
    /** The points were read back and agreed to, or what was added to them. */
    readBack: prose.min(1),
    ...signature,
    evidence: z.array(uuid).max(20).default([]),
  }),
  /** The numbered notice of what was decided; `todo` is what whoever gets it is to do now. */
  z.strictObject({ deed: z.literal('makeNotice'), todo: longLine.default('') }),
  /** A photo or scan of the signed strip as evidence; or two who saw that nobody signed. */
  z.strictObject({
    deed: z.literal('handOver'),
    on: isoDate,
    how: z.enum(['inPerson', 'post', 'village']),
    to: line,
    signed: z.enum(['signed', 'refused']),
    witnesses: z.array(z.string().trim().min(1).max(80)).max(2).default([]),
    evidence: z.array(uuid).max(20).default([]),
  }),
  z.strictObject({ deed: z.literal('carryOut'), on: isoDate, note: prose.min(2) }),
  z.strictObject({ deed: z.literal('review'), note: prose.min(2) }),
  z.strictObject({ deed: z.literal('keepGround'), reason: prose.min(2) }),
  z.strictObject({ deed: z.literal('revoke'), documentNo: line, reason: prose.min(2) }),
]);

const proposalBrief = z.strictObject({
  id: uuid,
  ...inPeriod,
  label: z.string(),
  schemeName: z.string(),
  edition: z.int(),
  subject: named,
  class: z.string().optional(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  reason: z.string(),
  body: z.string(),
  state: proposalState,
  /** What it rests on was taken away by a later edition or a reversal: it waits for a person. */
  isCorrected: z.boolean(),
  /** A later edition was not compared with it yet. */
  isBehind: z.boolean(),
  dueOn: isoDate.optional(),
});

const doneBy = { by: z.string(), at: instant };
const fileBrief = z.strictObject({ id: uuid, name: z.string() });

const proposalShown = z.strictObject({
  ...proposalBrief.shape,
  version: z.int(),
  basis: z.string(),
  facts: z.array(z.strictObject({ id: z.string(), isReversed: z.boolean() })),
  /** Steps of the procedure, in their order. */
  steps: z.array(
    z.strictObject({ text: z.string(), on: isoDate.optional(), note: z.string().optional() }),
  ),
  papers: z.array(
    z.strictObject({
      text: z.string(),
      where: z.string(),
      isLater: z.boolean(),
      isThere: z.boolean(),
      files: z.array(fileBrief),
    }),
  ),
  /** Until when whoever it is about may say something, once they were told. */
  hearUntil: isoDate.optional(),
  /** What keeps it from being decided now, each in a sentence; told to those who keep and decide. */
  inTheWay: z.array(z.string()),
  course: z.array(
    z.strictObject({
      deed: z.string(),
      to: proposalState,
      ...doneBy,
      /** What was written, by the names of the fields of its deed. */
      words: z.array(z.strictObject({ field: z.string(), text: z.string() })),
      files: z.array(fileBrief),
    }),
  ),
  /** The notice of it that is not void; told to those who keep and decide. */
  notice: z.strictObject({ id: uuid, number: z.string() }).optional(),
  /** The item that a rectification became. */
  item: z.strictObject({ id: uuid, no: z.string(), isDone: z.boolean() }).optional(),
  /** What the asker may do now. */
  deeds: z.array(proposalDeed),
  /** Whom a talk or a rectification may name; told to those who keep and decide. */
  choices: z.strictObject({ offices: z.array(named), persons: z.array(named) }).optional(),
  isAdverse: z.boolean(),
  today: isoDate,
});

const proposalsPage = z.strictObject({
  today: isoDate,
  periods: z.array(outcomePeriod),
  rows: z.array(proposalBrief),
  mayDraw: z.boolean(),
});

const votes = z.record(z.string().max(40), z.int().min(0).max(100_000));
const ballotRow = {
  subject: subjectCode,
  eligible: z.int().min(1).max(100_000),
  present: z.int().min(0).max(100_000),
  issued: z.int().min(0).max(100_000),
  returned: z.int().min(0).max(100_000),
  invalid: z.int().min(0).max(100_000),
  votes,
};
const signers = z.array(z.string().trim().min(1).max(80)).min(1).max(20);

const ballotKind = z.strictObject({
  kind: z.string(),
  name: z.string(),
  /** Options with abstentions among them, in the order of the sheet. */
  options: z.array(z.string()),
  abstain: z.array(z.string()),
  /** Share of those entitled who must be there: 4/5. */
  quorum: z.string(),
  subjects: z.array(named),
});

const toleranceShown = z.strictObject({
  id: uuid,
  version: z.int(),
  factId: z.string(),
  subject: named,
  said: z.string(),
  appliedOn: isoDate,
  appliedBy: z.string(),
  state: z.enum(['applied', 'examined', 'decided']),
  examined: z.strictObject({ by: z.string(), on: isoDate, finding: z.string() }).optional(),
  decided: z
    .strictObject({
      result: z.enum(['exempt', 'lighten', 'none']),
      body: z.string(),
      documentNo: z.string(),
      on: isoDate,
      by: z.string(),
      reason: z.string(),
      /** The scheme hears of it: an entry waits for review. Else it stands in the register alone. */
      isHeard: z.boolean(),
    })
    .optional(),
  dueOn: isoDate.optional(),
  deeds: z.array(z.enum(['examine', 'decide'])),
});

/** What may not stand in the audit as it is: sentences of people. */
const personal = ['act', 'said', 'finding', 'reason', 'others'] as const;
const idInput = { id: uuid };

export const outcomes = {
  grades: inTown('GET', '/outcomes/{line}/{period}/grades', {
    summary: 'The grades of an edition; those concerned read theirs once the body decided.',
  })
    .input(townInput(inPeriod))
    .output(gradesPage),
  decideGrades: inTown('POST', '/outcomes/{line}/{period}/grades', {
    summary: 'Writes down what the named body decided on the grades of an edition; once.',
    personal,
  })
    .input(
      townInput({
        ...inPeriod,
        edition: z.int(),
        body: line,
        documentNo: line,
        decidedOn: isoDate,
        others: z
          .array(
            z.strictObject({
              subject: subjectCode,
              grade: line,
              reason: longLine.default(''),
              basis: longLine.default(''),
            }),
          )
          .max(2000)
          .default([]),
      }),
    )
    .output(gradesPage),
  proposals: inTown('GET', '/outcomes/proposals', {
    summary: 'Proposals that the asker reads, and the editions they may be taken from.',
  })
    .input(townInput({}))
    .output(proposalsPage),
  proposal: inTown('GET', '/outcomes/proposals/{id}', { summary: 'One proposal with its course.' })
    .input(townInput(idInput))
    .output(proposalShown),
  draw: inTown('POST', '/outcomes/{line}/{period}/proposals', {
    summary: 'Takes what the scheme proposes from the latest edition; what is there is compared.',
  })
    .input(townInput(inPeriod))
    .output(z.strictObject({ added: z.int(), kept: z.int(), corrected: z.int() })),
  act: inTown('POST', '/outcomes/proposals/{id}/deeds', {
    summary: 'Does a deed on a proposal as the asker last saw it.',
    personal,
    creates: true,
  })
    .input(townInput({ ...idInput, version: z.int(), act: proposalAct }))
    .output(proposalShown),
  ...outcomeNotices,
  ballots: inTown('GET', '/outcomes/ballots', {
    summary: 'Counts of ballots that were entered, and what may be counted.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        mayImport: z.boolean(),
        kinds: z.array(ballotKind),
        rows: z.array(
          z.strictObject({
            id: uuid,
            ...ballotRow,
            subject: named,
            kindName: z.string(),
            on: isoDate,
            valid: z.int(),
            isQuorate: z.boolean(),
            tellers: z.array(z.string()),
            supervisors: z.array(z.string()),
            enteredBy: z.string(),
          }),
        ),
      }),
    ),
  readBallots: inTown('POST', '/outcomes/ballots/reading', {
    summary: 'Reads a table of counts; nothing is kept.',
    reads: true,
  })
    .input(townInput({ kind: z.string().max(80), file: z.file() }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({ ...ballotRow, name: z.string(), findings: z.array(z.string()) }),
        ),
        /** What is wrong with the table itself. */
        findings: z.array(z.string()),
      }),
    ),
  importBallots: inTown('POST', '/outcomes/ballots', {
    summary:
      'Keeps counts of a vote as they stand on the signed sheet; they wait for review as facts.',
    creates: true,
  })
    .input(
      townInput({
        kind: z.string().max(80),
        on: isoDate,
        tellers: signers,
        supervisors: signers,
        /** The signed sheet. */
        files: z.array(uuid).min(1).max(20),
        rows: z.array(z.strictObject(ballotRow)).min(1).max(300),
      }),
    )
    .output(z.strictObject({ count: z.int() })),
  tolerances: inTown('GET', '/outcomes/tolerances', { summary: 'The register of tolerance.' })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        rows: z.array(toleranceShown),
        mayApply: z.boolean(),
        /** For whom the asker may apply. */ subjects: z.array(named),
      }),
    ),
  applyTolerance: inTown('POST', '/outcomes/tolerances', {
    summary: 'Asks that a fact be not, or less, held against somebody who tried.',
    personal,
    creates: true,
  })
    .input(
      townInput({
        factId: z.string().trim().min(1).max(200),
        subject: subjectCode,
        said: prose.min(2),
        appliedOn: isoDate,
      }),
    )
    .output(toleranceShown),
  examineTolerance: inTown('POST', '/outcomes/tolerances/{id}/examination', {
    summary: 'Says what an examination found.',
    personal,
  })
    .input(townInput({ ...idInput, version: z.int(), finding: prose.min(2) }))
    .output(toleranceShown),
  decideTolerance: inTown('POST', '/outcomes/tolerances/{id}/decision', {
    summary: 'Writes down what the body decided; no fact is deleted.',
    personal,
  })
    .input(
      townInput({
        ...idInput,
        version: z.int(),
        result: z.enum(['exempt', 'lighten', 'none']),
        body: line,
        documentNo: line,
        decidedOn: isoDate,
        reason: prose.min(2),
      }),
    )
    .output(toleranceShown),
};

export type GradesPage = z.output<typeof gradesPage>;
export type OutcomePeriod = z.output<typeof outcomePeriod>;
export type ProposalAct = z.output<typeof proposalAct>;
export type ProposalBrief = z.output<typeof proposalBrief>;
export type ProposalShown = z.output<typeof proposalShown>;
export type ToleranceShown = z.output<typeof toleranceShown>;
