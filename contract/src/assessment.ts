/** Periods, standings, the tree behind a number, the seal, and a new scheme tried on past facts. */

import { z } from 'zod';
import {
  instant,
  inTown,
  isoDate,
  milli,
  periodId,
  prose,
  sha256,
  subjectCode,
  line as textLine,
  townInput,
  uuid,
} from './address.ts';
import { madeDocument } from './papers.ts';

const schemeLine = z.string().min(1).max(80);

/**
 * open → scoring → checking → published → sealed; publishing may be left out, and a step back is
 * allowed until something is published.
 */
export const periodState = z.enum(['open', 'scoring', 'checking', 'published', 'sealed']);

export const cellState = z.enum(['scored', 'notDue', 'notApplicable', 'missing', 'zeroed']);

const period = z.strictObject({
  line: schemeLine,
  schemeName: z.string(),
  schemeVersion: z.string(),
  period: periodId,
  label: z.string(),
  from: isoDate,
  to: isoDate,
  state: periodState,
  /** The latest edition that was published or sealed. */
  edition: z.int().optional(),
  sealedAt: instant.optional(),
  receiptCode: z.string().optional(),
});

const inPeriod = { line: schemeLine, period: periodId };

/** A clause or fact that keeps a period from being sealed, or that the office should look at. */
const obstacle = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  /** Office that owns the clause, where it is about one. */
  owner: z.string().optional(),
  clause: z.string().optional(),
  subject: z.string().optional(),
  factIds: z.array(z.string()),
});

/** Points as print shows them and as thousandths; never a fraction of a machine. */
const points = z.strictObject({ milli, text: z.string() });

const part = z.strictObject({
  code: z.string(),
  milli,
  text: z.string(),
  state: cellState,
});

const standing = z.strictObject({
  code: subjectCode,
  name: z.string(),
  group: z.string().optional(),
  total: points,
  full: points,
  state: cellState,
  /** 暂: something is missing or still to come; then there is no rank. */
  isProvisional: z.boolean(),
  rank: z.int().optional(),
  /** Equal ranks share this many places. */
  isTied: z.boolean(),
  notAssessed: z.string().optional(),
  grade: z.string().optional(),
  prize: z.string().optional(),
  /** One an indicator or group of the top of the tree, in its order. */
  parts: z.array(part),
  /** Against the period before: thousandths and places gained (better is positive). */
  changeMilli: milli.optional(),
  ranksUp: z.int().optional(),
});

export const standings = z.strictObject({
  ...period.shape,
  asOf: isoDate,
  upTo: z.int(),
  decimals: z.int(),
  groups: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  columns: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** The full mark, where it is one for all. */
      full: z.string().optional(),
      /** By code of the group, where groups have full marks of their own. */
      fullByGroup: z.record(z.string(), z.string()).optional(),
    }),
  ),
  rows: z.array(standing),
  /** How many notices the readiness of the period tells beside the numbers. */
  noticeCount: z.int(),
});

/** A line of the tree; its children add up to it. */
export interface ExplainedLineShape {
  kind: string;
  code: string;
  label: string;
  value: string;
  milli: number;
  sum: string;
  reason: string;
  state: string;
  struck: boolean;
  /** The line in one sentence, where it rests on facts: what it took, for what, who wrote it. */
  plain?: string | undefined;
  /** What the clause says. */
  text?: string | undefined;
  owner?: string | undefined;
  facts: {
    id: string;
    sentence: string;
    told?:
      | {
          day: string;
          what: string;
          proof: string;
          recordedBy?: string | undefined;
          reviewedBy?: string | undefined;
          postedAt?: string | undefined;
        }
      | undefined;
    evidence: string[];
    files: { id: string; name: string; kind: string; mediaType: string; caption: string }[];
  }[];
  children: ExplainedLineShape[];
}

const explainedLine: z.ZodType<ExplainedLineShape> = z.lazy(() =>
  z.strictObject({
    kind: z.string(),
    code: z.string(),
    label: z.string(),
    value: z.string(),
    milli,
    sum: z.string(),
    reason: z.string(),
    state: z.string(),
    struck: z.boolean(),
    /** "扣 0.5 分：3月6日垃圾积存 1 处（第 1.1 条，…），照片 1 张，登记 周城，复核 孙若。" */
    plain: z.string().optional(),
    text: z.string().optional(),
    owner: z.string().optional(),
    facts: z.array(
      z.strictObject({
        id: z.string(),
        sentence: z.string(),
        /** The same in its parts; absent where the ledger does not know the fact. */
        told: z
          .strictObject({
            day: z.string(),
            what: z.string(),
            proof: z.string(),
            recordedBy: z.string().optional(),
            reviewedBy: z.string().optional(),
            postedAt: instant.optional(),
          })
          .optional(),
        /** As the fact names it: words, or hashes of files. */
        evidence: z.array(z.string()),
        /** What can be opened. */
        files: z.array(
          z.strictObject({
            id: uuid,
            name: z.string(),
            kind: z.string(),
            mediaType: z.string(),
            caption: z.string(),
          }),
        ),
      }),
    ),
    children: z.array(explainedLine),
  }),
);

const neighbour = z.strictObject({ code: subjectCode, name: z.string(), gap: points });

export const explanation = z.strictObject({
  ...period.shape,
  asOf: isoDate,
  upTo: z.int(),
  subject: subjectCode,
  name: z.string(),
  total: points,
  full: points,
  isProvisional: z.boolean(),
  rank: z.int().optional(),
  /** How many are ranked in the same circle. */
  ranked: z.int(),
  root: explainedLine,
  /** Vetoes and the grade, each in a sentence. */
  notes: z.array(z.string()),
  /** Next above and below; a village reads of nobody else. */
  ahead: neighbour.optional(),
  behind: neighbour.optional(),
  receiptCode: z.string().optional(),
  /** To what of it somebody objects now: facts, and clauses; '' is the result as a whole. */
  objected: z.strictObject({ facts: z.array(z.string()), clauses: z.array(z.string()) }).optional(),
});

const change = z.strictObject({
  code: z.string(),
  label: z.string(),
  sentence: z.string(),
  changeMilli: milli,
});

const comparedSubject = z.strictObject({
  code: subjectCode,
  name: z.string(),
  group: z.string().optional(),
  before: z.strictObject({ total: points, rank: z.int().optional() }).optional(),
  after: z.strictObject({ total: points, rank: z.int().optional() }).optional(),
  change: points.optional(),
  ranksUp: z.int().optional(),
  contributions: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      /** What the clause says, or the name of the indicator. */
      text: z.string().optional(),
      change: points,
    }),
  ),
});

export const assessment = {
  periods: inTown('GET', '/periods', {
    summary: 'Periods of every scheme in force, with their state.',
  })
    .input(townInput({}))
    .output(z.strictObject({ today: isoDate, rows: z.array(period) })),

  move: inTown('POST', '/periods/{line}/{period}/state', {
    summary: 'Moves a period on to scoring or checking, or a step back; sealing is its own deed.',
  })
    .input(
      townInput({
        ...inPeriod,
        to: z.enum(['open', 'scoring', 'checking']),
        reason: prose.optional(),
      }),
    )
    .output(period),

  readiness: inTown('GET', '/periods/{line}/{period}/readiness', {
    summary: 'What keeps a period from being sealed: signatures, evidence, material, entries.',
  })
    .input(townInput(inPeriod))
    .output(
      z.strictObject({
        ...period.shape,
        /** Nothing keeps it from being sealed. */
        isReady: z.boolean(),
        /** The seal must wait for these. */
        obstacles: z.array(obstacle),
        /** These may be as they are; somebody should look. */
        notices: z.array(obstacle),
        /** Entries that are not posted yet, by office. */
        waiting: z.array(
          z.strictObject({ office: z.string(), drafts: z.int(), reviewed: z.int() }),
        ),
        /** Clauses without 经查无, by office. */
        unsigned: z.array(z.strictObject({ office: z.string(), clauses: z.array(z.string()) })),
        /** Cells without a number, by subject and clause. */
        cells: z.array(
          z.strictObject({
            subject: subjectCode,
            name: z.string(),
            code: z.string(),
            label: z.string(),
            state: cellState,
            reason: z.string(),
            /** What is there and does not do: an approximate figure, an open rank. */
            factIds: z.array(z.string()),
          }),
        ),
      }),
    ),

  standings: inTown('GET', '/periods/{line}/{period}/standings', {
    summary: 'The list of a period: computed while it is open, as sealed afterwards.',
  })
    .input(townInput({ ...inPeriod, asOf: isoDate.optional() }))
    .output(standings),

  explain: inTown('GET', '/periods/{line}/{period}/subjects/{subject}', {
    summary: 'The tree behind a total, down to facts and evidence.',
  })
    .input(townInput({ ...inPeriod, subject: subjectCode }))
    .output(explanation),

  chances: inTown('GET', '/periods/{line}/{period}/subjects/{subject}/chances', {
    summary:
      'What each deduction cost, and what putting it right in time would have saved; of a sealed period, what would have been.',
  })
    .input(townInput({ ...inPeriod, subject: subjectCode }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            factId: z.string(),
            clause: z.string(),
            gain: points,
            sentence: z.string(),
          }),
        ),
        /** The period is sealed: nothing of it can happen any more. */
        isPast: z.boolean(),
        /** There are too many facts to leave out each alone: the rows are empty for that reason. */
        isTooLarge: z.boolean(),
      }),
    ),

  rankRange: inTown('GET', '/periods/{line}/{period}/subjects/{subject}/rank-range', {
    summary: 'How firm a rank is: without any one judge, sample or indicator, for the office.',
  })
    .input(townInput({ ...inPeriod, subject: subjectCode }))
    .output(
      z.strictObject({
        /** The smallest and the largest rank. */
        range: z.tuple([z.int(), z.int()]).optional(),
        /** What moves it furthest, and to which rank. */
        moved: z.strictObject({ leftOut: z.string(), rank: z.int() }).optional(),
        /** Why there is no range. */
        absent: z.enum(['notRanked', 'nothingToLeaveOut', 'tooLarge']).optional(),
      }),
    ),

  changes: inTown('GET', '/periods/{line}/{period}/subjects/{subject}/changes', {
    summary: 'What changed for a subject against the period before.',
  })
    .input(townInput({ ...inPeriod, subject: subjectCode }))
    .output(
      z.strictObject({
        before: periodId.optional(),
        beforeLabel: z.string(),
        change: points.optional(),
        rows: z.array(change),
      }),
    ),

  sheet: inTown('GET', '/periods/{line}/{period}/subjects/{subject}/sheet', {
    summary: 'The printable sheet of one subject: one A4 page of HTML.',
  })
    .input(townInput({ ...inPeriod, subject: subjectCode }))
    .output(z.file()),

  package: inTown('GET', '/periods/{line}/{period}/package', {
    summary: 'Everything about a period as one zip: inputs, results, sheets, notice, receipt.',
  })
    .input(townInput(inPeriod))
    .output(z.file()),

  makeDocument: inTown('POST', '/periods/{line}/{period}/official-document', {
    summary: 'The notice of a sealed or published period as a numbered document.',
    creates: true,
  })
    .input(townInput(inPeriod))
    .output(madeDocument),

  seal: inTown('POST', '/periods/{line}/{period}/seal', {
    summary: 'Seals a period: the printed numbers never change again and become result facts.',
    creates: true,
  })
    .input(
      townInput({
        ...inPeriod,
        /** By which a corrected edition replaces an earlier one. */
        decisionNo: textLine.optional(),
        /** Why a published period is sealed before its days to object are over. */
        reason: prose.optional(),
      }),
    )
    .output(
      z.strictObject({
        ...period.shape,
        resultSha256: sha256,
        ledgerRoot: sha256,
        /** Result facts posted. */
        results: z.int(),
      }),
    ),

  sandbox: inTown('POST', '/periods/{line}/{period}/sandbox', {
    summary:
      'Another version of the scheme on the facts of this period: who rises, who falls, why.',
    reads: true,
  })
    .input(townInput({ ...inPeriod, versionId: uuid }))
    .output(
      z.strictObject({
        beforeVersion: z.string(),
        afterVersion: z.string(),
        rows: z.array(comparedSubject),
        notices: z.array(z.string()),
      }),
    ),
};
