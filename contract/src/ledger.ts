/** The ledger: entries on their way, facts that stay, notes, signatures, and the log that proves them. */

import { z } from 'zod';
import {
  done,
  instant,
  inTown,
  isoDate,
  periodId,
  prose,
  queryFlag,
  queryNumber,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import {
  clauseCode,
  correction,
  entryFinding,
  entryInput,
  entryShown,
  entryWords,
  factId,
  factShown,
  hearing,
  noteShown,
  office,
  schemeLine,
  waitingShown,
} from './ledger-shapes.ts';
import { discretion, kindShown } from './ledger-sheet.ts';
import { sheetAddresses } from './sheet.ts';

/** What may not stand in the audit as it is: sentences of people. */
const personal = ['note', 'reason', 'said', 'values', 'sentence'] as const;

const chosenEntries = z
  .array(z.strictObject({ id: uuid, version: z.int().min(1) }))
  .min(1)
  .max(500);

const late = z.strictObject({ factId: z.string(), sentence: z.string() });

const posting = z.strictObject({
  facts: z.array(z.strictObject({ entryId: uuid.optional(), id: z.string(), seq: z.int() })),
  /** Facts that count later than their own period, each in a sentence. */
  late: z.array(late),
});

const saved = z.strictObject({
  entry: entryShown,
  /** Warnings: it is saved, and somebody should look. */
  findings: z.array(entryFinding),
});

/** How a list of facts is narrowed; all of it stands in the address of the page. */
const factFilter = {
  kind: z.string().max(80).optional(),
  /** Facts that this clause of the scheme in force hears. */
  line: schemeLine.optional(),
  clause: clauseCode.optional(),
  /** A unit with those below it, or a person. */
  subject: subjectCode.optional(),
  period: periodId.optional(),
  office: office.optional(),
  recordedBy: subjectCode.optional(),
  matter: z.string().max(80).optional(),
  /** Neither evidence nor a document. */
  withoutEvidence: queryFlag.optional(),
  reversed: z.enum(['only', 'none']).optional(),
  /** Words in the fact's fields, note, matter, document number or id. */
  words: z.string().trim().max(100).optional(),
};

const remark = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.int().optional(),
  sentence: z.string(),
});

const ofEntry = { entryId: uuid };

export const ledger = {
  options: inTown('GET', '/ledger/options', {
    summary: 'What recording needs: my offices, schemes with periods, kinds of fact, subjects.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        /** Offices I record for, review for; `*` is every office. */
        records: z.array(z.string()),
        reviews: z.array(z.string()),
        mayNote: z.boolean(),
        /** Whether I may take the log away to verify it. */
        mayVerify: z.boolean(),
        lines: z.array(
          z.strictObject({
            line: z.string(),
            name: z.string(),
            subject: z.enum(['unit', 'person']),
            periods: z.array(
              z.strictObject({ period: periodId, label: z.string(), isSealed: z.boolean() }),
            ),
            /** The one that holds today, where the scheme is in force today. */
            current: periodId.optional(),
          }),
        ),
        kinds: z.array(kindShown),
        /** Clauses in force that leave points to be chosen or want a document. */
        special: z.array(
          z.strictObject({
            line: z.string(),
            code: z.string(),
            text: z.string(),
            /** Kinds that they listen to. */
            kinds: z.array(z.string()),
            needsDocument: z.boolean(),
            discretion: discretion.optional(),
          }),
        ),
        subjects: z.array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            type: z.string(),
            isPerson: z.boolean(),
            group: z.string().optional(),
          }),
        ),
        offices: z.array(z.string()),
      }),
    ),

  facts: inTown('GET', '/ledger/facts', {
    summary: 'Facts that the asker may read, the latest posted first.',
  })
    .input(townInput({ ...factFilter, limit: queryNumber(5000).default(500) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(factShown) })),

  fact: inTown('GET', '/ledger/facts/{id}', {
    summary: 'One fact: who hears it, its course, its notes, its place in the log.',
  })
    .input(townInput({ id: factId }))
    .output(
      z.strictObject({
        fact: factShown,
        clauses: z.array(hearing),
        course: z.array(
          z.strictObject({
            deed: z.enum(['recorded', 'reviewed', 'posted', 'reversed', 'reverses']),
            at: instant,
            by: z.string(),
            sentence: z.string(),
            factId: z.string().optional(),
          }),
        ),
        /** The correction of this fact, or the one that it is part of, where there is one. */
        correction: correction.optional(),
        notes: z.array(noteShown),
        proof: z.strictObject({
          leaf: sha256,
          /** Counted from 0. */
          index: z.int(),
          size: z.int(),
          root: sha256,
          path: z.array(sha256),
        }),
        deeds: z.array(z.enum(['reverse', 'note'])),
      }),
    ),

  head: inTown('GET', '/ledger/head', { summary: 'Size and root of the log.' })
    .input(townInput({}))
    .output(z.strictObject({ size: z.int(), root: sha256 })),

  log: inTown('GET', '/ledger/log', {
    summary: 'The whole log without free text, as a file that anybody can verify offline.',
  })
    .input(townInput({}))
    .output(z.file()),

  entries: inTown('GET', '/ledger/entries', {
    summary: 'Entries that are not posted yet.',
  })
    .input(
      townInput({
        state: z.enum(['draft', 'reviewed', 'sent-back']).optional(),
        /** Only those that wait for my review. */
        forMe: queryFlag.optional(),
        isMine: queryFlag.optional(),
        office: office.optional(),
        kind: z.string().max(80).optional(),
        subject: subjectCode.optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(entryShown) })),

  waiting: inTown('GET', '/ledger/waiting', {
    summary: 'How many matters are on their way into the ledger, by office and since when.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        rows: z.array(waitingShown),
      }),
    ),

  entry: inTown('GET', '/ledger/entries/{entryId}', { summary: 'One entry.' })
    .input(townInput(ofEntry))
    .output(
      z.strictObject({
        entry: entryShown,
        /** The other entries of the same deed. */
        others: z.array(entryShown),
        findings: z.array(entryFinding),
        notes: z.array(noteShown),
      }),
    ),

  record: inTown('POST', '/ledger/entries', {
    summary: 'Writes an entry; it waits for the review of somebody else.',
    creates: true,
    personal,
  })
    .input(townInput(entryWords))
    .output(saved),

  change: inTown('PUT', '/ledger/entries/{entryId}', {
    summary: 'Writes an entry anew; refused if somebody wrote on it meanwhile.',
    personal,
  })
    .input(townInput({ ...ofEntry, ...entryWords, version: z.int().min(1) }))
    .output(saved),

  remove: inTown('POST', '/ledger/entries/{entryId}/removal', {
    summary: 'Throws an entry away that was never posted.',
  })
    .input(townInput({ ...ofEntry, version: z.int().min(1) }))
    .output(done),

  review: inTown('POST', '/ledger/reviews', {
    summary: 'Says that entries of others are right, and posts them unless told not to.',
    personal,
  })
    .input(townInput({ entries: chosenEntries, post: z.boolean().default(true) }))
    .output(z.strictObject({ reviewed: z.int(), ...posting.shape })),

  sendBack: inTown('POST', '/ledger/returns', {
    summary: 'Gives entries back to who recorded them, with the reason.',
    personal,
  })
    .input(townInput({ entries: chosenEntries, reason: prose.min(2) }))
    .output(z.strictObject({ sentBack: z.int() })),

  post: inTown('POST', '/ledger/postings', { summary: 'Posts entries that were reviewed.' })
    .input(townInput({ entries: chosenEntries }))
    .output(posting),

  reverse: inTown('POST', '/ledger/facts/{id}/reversal', {
    summary:
      'Takes a fact back, with the reason and, if wanted, the right one in its place; both wait for review.',
    creates: true,
    personal,
  })
    .input(townInput({ id: factId, reason: prose.min(2), corrected: entryInput.optional() }))
    .output(z.strictObject({ entries: z.array(entryShown), findings: z.array(entryFinding) })),

  signatures: inTown('GET', '/ledger/signatures', {
    summary: 'Clauses of a period with who signed that nothing else was found.',
  })
    .input(townInput({ line: schemeLine, period: periodId }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            code: z.string(),
            text: z.string(),
            owner: z.string().optional(),
            /** Posted facts of the period that the clause hears. */
            facts: z.int(),
            /** Entries that are not posted yet; signing waits for them. */
            waiting: z.int(),
            signed: z.strictObject({ factId: z.string(), by: z.string(), at: instant }).optional(),
            maySign: z.boolean(),
          }),
        ),
      }),
    ),

  sign: inTown('POST', '/ledger/signatures', {
    summary: 'The owning office signs that nothing else was found under these clauses.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        line: schemeLine,
        period: periodId,
        clauses: z.array(clauseCode).min(1).max(300),
        note: prose.optional(),
      }),
    )
    .output(posting),

  ...sheetAddresses,

  related: inTown('GET', '/ledger/related', {
    summary: 'Facts and entries that may be the same thing as what is being typed.',
  })
    .input(
      townInput({
        kind: z.string().max(80).optional(),
        /** Codes, separated by commas. */
        subjects: z.string().max(2000).optional(),
        on: isoDate.optional(),
        period: periodId.optional(),
        matter: z.string().max(80).optional(),
        docNo: z.string().max(200).optional(),
        /** Typed values as JSON text: `{"处数":"3"}`. */
        values: z.string().max(4000).optional(),
        /** The entry that is being written, which is not like itself. */
        entryId: uuid.optional(),
      }),
    )
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            factId: z.string().optional(),
            entryId: uuid.optional(),
            why: z.enum(['same-matter', 'same-document', 'same-values']),
            sentence: z.string(),
            matter: z.string().optional(),
          }),
        ),
      }),
    ),

  notes: inTown('GET', '/ledger/notes', {
    summary: 'What villages said on paper, by telephone or at the table, the latest first.',
  })
    .input(townInput({ unit: subjectCode.optional() }))
    .output(z.strictObject({ rows: z.array(noteShown) })),

  addNote: inTown('POST', '/ledger/notes', {
    summary: 'Writes down what a village said about a fact or an entry; points stay as they are.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        factId: factId.optional(),
        entryId: uuid.optional(),
        /** The village that spoke. */
        onBehalfOf: subjectCode,
        channel: z.enum(['paper', 'telephone', 'visit']),
        saidOn: isoDate,
        said: prose.min(1),
      }),
    )
    .output(noteShown),

  template: inTown('GET', '/ledger/template', {
    summary: 'An empty workbook to record facts for a scheme.',
  })
    .input(townInput({ line: schemeLine }))
    .output(z.file()),

  exportFacts: inTown('GET', '/ledger/export', {
    summary: 'The facts of a filter as a workbook with the columns of the import.',
  })
    .input(townInput(factFilter))
    .output(z.file()),

  previewImport: inTown('POST', '/ledger/imports/preview', {
    summary: 'What a workbook would record, and what is wrong in it; nothing is recorded.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(
      z.strictObject({
        digest: sha256,
        goodRows: z.int(),
        badRows: z.int(),
        /** Rows that are in the ledger already, or wait to be. */
        known: z.int(),
        remarks: z.array(remark),
        rows: z.array(
          z.strictObject({
            sheet: z.string(),
            row: z.int(),
            kindName: z.string(),
            subjects: z.array(z.string()),
            when: z.string(),
            summary: z.string(),
            warnings: z.array(z.string()),
          }),
        ),
      }),
    ),

  markImport: inTown('POST', '/ledger/imports/marked', {
    summary: 'The workbook with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(z.file()),

  importEntries: inTown('POST', '/ledger/imports', {
    summary: 'Records the rows of a workbook as entries, as they were previewed.',
    creates: true,
  })
    .input(
      townInput({
        file: z.file(),
        digest: sha256,
        /** Go on although rows are wrong. */
        goodOnly: queryFlag,
      }),
    )
    .output(z.strictObject({ recorded: z.int(), leftOut: z.int() })),
};
