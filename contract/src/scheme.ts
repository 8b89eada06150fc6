/** Schemes: drafts, what is wrong with them, comments, approval, versions, and the catalogue of facts. */

import type { FactKind as KernelKind } from '@oneneedle/kernel';
import { z } from 'zod';
import {
  done,
  instant,
  inTown,
  isoDate,
  line,
  prose,
  queryNumber,
  sha256,
  townInput,
  uuid,
} from './address.ts';
import { checkedText, comparison } from './scheme-text.ts';

/** `draft → approved → ended`, or `draft → withdrawn`. */
export const schemeState = z.enum(['draft', 'approved', 'ended', 'withdrawn']);

/**
 * Where a version stands today: a draft before, during or after the days for comments; an approved
 * one before, during or after the days on which it is in force.
 */
export const schemeStage = z.enum([
  'draft',
  'comments',
  'commented',
  'approved',
  'in-force',
  'expired',
  'ended',
  'withdrawn',
]);

/** What the asker may do with a version as it stands. */
export const schemeDeed = z.enum([
  'write',
  'withdraw',
  'open-comments',
  'comment',
  'answer',
  'approve',
  'end',
  'draft-next',
]);

/** A version as lists show it. What the text does not say yet is absent. */
export const schemeVersion = z.strictObject({
  id: uuid,
  line: z.string().optional(),
  version: z.string().optional(),
  name: z.string(),
  documentNo: z.string().optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  state: schemeState,
  stage: schemeStage,
  sourceSha256: sha256,
  commentsFrom: isoDate.optional(),
  commentsTo: isoDate.optional(),
  decisionNo: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedOn: isoDate.optional(),
  approvedAt: instant.optional(),
  endDecisionNo: z.string().optional(),
  endReason: z.string().optional(),
  endedAt: instant.optional(),
  createdAt: instant,
  changedAt: instant,
});

/** What an import could not read: to be compared with the paper. */
export const importNotes = z.strictObject({
  clauses: z.int(),
  recognised: z.int(),
  pending: z.int(),
  /** What a person must still decide, a sentence each. */
  open: z.array(z.string()),
  remarks: z.array(
    z.strictObject({ place: z.string(), sentence: z.string(), words: z.string().optional() }),
  ),
});

export const schemeComment = z.strictObject({
  id: uuid,
  /** Absent: about the scheme as a whole. */
  clause: z.string().optional(),
  /** The words of the clause when the comment was made. */
  clauseText: z.string().optional(),
  /** The clause reads differently now, or is gone. */
  isOutdated: z.boolean(),
  text: z.string(),
  unit: z.string().optional(),
  person: z.string().optional(),
  at: instant,
  isMine: z.boolean(),
  answer: z.string().optional(),
  adopted: z.boolean().optional(),
  answeredAt: instant.optional(),
});

const kindField = z.strictObject({
  type: z.enum(['number', 'rate', 'rank', 'date', 'label', 'text']),
  unit: z.string().optional(),
  options: z.array(z.string()).optional(),
  required: z.boolean().optional(),
});

/** A kind of fact, as the kernel reads it from the catalogue. */
export const factKindShape = z.strictObject({
  kind: z.string().max(80),
  name: z.string().max(80),
  form: z.enum([
    'event',
    'measure',
    'status',
    'judgement',
    'decision',
    'tally',
    'result',
    'checked',
    'missing',
  ]),
  about: z.enum(['unit', 'person', 'unitOrPerson', 'none']).optional(),
  parts: z.array(z.string()).optional(),
  fields: z.record(z.string(), kindField).optional(),
  owner: z.string().optional(),
  source: z.string().optional(),
  formerly: z.array(z.string()).optional(),
}) satisfies z.ZodType<KernelKind>;

/** A clause that somebody looks for, with what a fact needs that it can hear. */
export const clauseFound = z.strictObject({
  line: z.string(),
  versionId: uuid,
  scheme: z.string(),
  code: z.string(),
  /** The indicators above it, outermost first. */
  path: z.array(z.string()),
  text: z.string(),
  owner: z.string().optional(),
  source: z.string().optional(),
  proof: z.array(z.string()),
  /** How it counts, in words. */
  rule: z.string(),
  /** The kinds of fact that it hears; empty where it works out its points without a fact of its own. */
  kinds: z.array(factKindShape),
});

const version = { id: uuid };

export const scheme = {
  list: inTown('GET', '/schemes', {
    summary: 'Every version that the asker may read, by line, the newest first.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({ today: isoDate, mayUpload: z.boolean(), rows: z.array(schemeVersion) }),
    ),

  upload: inTown('POST', '/schemes', {
    summary: 'A draft from a Word or Excel file, or from the text of a scheme.',
    creates: true,
  })
    .input(townInput({ file: z.file() }))
    .output(z.strictObject({ id: uuid, notes: importNotes.optional() })),

  read: inTown('GET', '/schemes/{id}', {
    summary: 'A version: its text, what is wrong with it, and its official text.',
  })
    .input(townInput(version))
    .output(
      z.strictObject({
        version: schemeVersion,
        source: z.string(),
        checked: checkedText,
        notes: importNotes.optional(),
        paper: z.strictObject({ fileName: z.string() }).optional(),
        /** The approved version of the same line before this one. */
        previous: uuid.optional(),
        deeds: z.array(schemeDeed),
        comments: z.strictObject({ all: z.int(), open: z.int() }),
      }),
    ),

  lint: inTown('POST', '/schemes/lint', {
    summary: 'What is wrong with a text that is being written; nothing is kept.',
    reads: true,
  })
    .input(townInput({ source: z.string().max(2_000_000) }))
    .output(checkedText),

  write: inTown('PUT', '/schemes/{id}', {
    summary: 'The new text of a draft, kept whatever is wrong with it.',
    personal: ['source'],
  })
    .input(townInput({ ...version, source: z.string().max(2_000_000), base: sha256 }))
    .output(z.strictObject({ version: schemeVersion })),

  draftNext: inTown('POST', '/schemes/{id}/next', {
    summary: 'A new draft with the text of this version, for the year to come.',
    creates: true,
  })
    .input(townInput(version))
    .output(z.strictObject({ id: uuid })),

  withdraw: inTown('POST', '/schemes/{id}/withdrawal', {
    summary: 'Takes a draft back; it stays readable.',
  })
    .input(townInput(version))
    .output(done),

  openComments: inTown('PUT', '/schemes/{id}/comment-days', {
    summary: 'The days on which offices may comment on a draft.',
  })
    .input(townInput({ ...version, from: isoDate, to: isoDate }))
    .output(done),

  comments: inTown('GET', '/schemes/{id}/comments', {
    summary: 'What offices said about a draft, and the answers.',
  })
    .input(townInput(version))
    .output(z.strictObject({ rows: z.array(schemeComment) })),

  comment: inTown('POST', '/schemes/{id}/comments', {
    summary: 'A comment on a clause of a draft, or on the whole.',
    personal: ['text'],
    creates: true,
  })
    .input(townInput({ ...version, clause: z.string().max(80).optional(), text: prose.min(1) }))
    .output(z.strictObject({ id: uuid })),

  answer: inTown('PUT', '/schemes/{id}/comments/{commentId}/answer', {
    summary: 'The answer to a comment, and whether it is adopted.',
    personal: ['answer'],
  })
    .input(townInput({ ...version, commentId: uuid, answer: prose.min(1), adopted: z.boolean() }))
    .output(done),

  approve: inTown('POST', '/schemes/{id}/approval', {
    summary: 'Puts a draft into force by the decision of the committee; it never changes again.',
  })
    .input(
      townInput({
        ...version,
        /** The text that the committee decided on: refused if it was changed since. */
        sourceSha256: sha256,
        decisionNo: line,
        decidedBy: line,
        decidedOn: isoDate,
      }),
    )
    .output(z.strictObject({ version: schemeVersion, newKinds: z.array(z.string()) })),

  end: inTown('POST', '/schemes/{id}/end', {
    summary: 'Ends an approved version of which nothing is sealed, by a decision.',
  })
    .input(townInput({ ...version, decisionNo: line, reason: prose.min(1) }))
    .output(done),

  compare: inTown('GET', '/schemes/{id}/comparison', {
    summary: 'Clause by clause, what changed against another version.',
  })
    .input(townInput({ ...version, with: uuid }))
    .output(comparison),

  source: inTown('GET', '/schemes/{id}/source', { summary: 'The exact text as a YAML file.' })
    .input(townInput(version))
    .output(z.file()),

  document: inTown('GET', '/schemes/{id}/document', {
    summary: 'The official text as a Word file.',
  })
    .input(townInput(version))
    .output(z.file()),

  paper: inTown('GET', '/schemes/{id}/paper', {
    summary: 'The document that a draft was made from, as it was uploaded.',
  })
    .input(townInput(version))
    .output(z.file()),

  clauses: inTown('GET', '/clauses', {
    summary: 'Clauses in force on a day, by code, words, first letters of the pinyin or owner.',
  })
    .input(
      townInput({
        text: z.string().max(100).default(''),
        owner: z.string().max(80).optional(),
        on: isoDate.optional(),
        limit: queryNumber(200).default(50),
      }),
    )
    .output(z.strictObject({ total: z.int(), rows: z.array(clauseFound) })),

  kinds: inTown('GET', '/fact-kinds', { summary: 'The catalogue of facts of the town.' })
    .input(townInput({}))
    .output(
      z.strictObject({
        mayWrite: z.boolean(),
        rows: z.array(
          z.strictObject({
            kind: factKindShape,
            /** Clauses in force that hear it, by scheme. */
            heardBy: z.array(z.strictObject({ scheme: z.string(), clause: z.string() })),
          }),
        ),
      }),
    ),

  writeKind: inTown('PUT', '/fact-kinds/{code}', {
    summary: 'Adds a kind of fact or describes it anew; another code keeps the old one as former.',
  })
    .input(townInput({ code: z.string().min(1).max(80), kind: factKindShape }))
    .output(z.strictObject({ kind: factKindShape })),

  removeKind: inTown('DELETE', '/fact-kinds/{code}', {
    summary: 'Takes a kind off the catalogue that no fact and no scheme in force uses.',
  })
    .input(townInput({ code: z.string().min(1).max(80) }))
    .output(done),
};
