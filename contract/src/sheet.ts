/** Addresses of the score sheet: reading it, filling it in together cell by cell, sending it for review. */

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
import { sheetCellsMax } from './constants.ts';
import { clauseCode, entryFinding, entryWords, schemeLine } from './ledger-shapes.ts';
import { discretion, kindShown, sheetRow } from './ledger-sheet.ts';

/** Which sheet: one clause in one period. */
const ofSheet = { line: schemeLine, clause: clauseCode, period: periodId };

/** What a cell is called: its row by subject, its column as the sheet has it (`on`, `field:处数`). */
const ofCell = { subject: subjectCode, column: z.string().min(1).max(100) };

/** The account that typed: a page left open by one person never saves in the name of the next. */
const typist = { userName: z.string().min(1).max(60) };

const sharedCell = z.strictObject({
  ...ofCell,
  /** What stands there now. */
  value: z.string(),
  /** Grows with every change of the cell; 0 where nobody typed yet. */
  version: z.int(),
  /** Typed and not sent for review; else the value is that of the entry. */
  isPending: z.boolean(),
  /** Who typed it; absent where the ledger changed under the sheet. */
  by: z.string().optional(),
  isMine: z.boolean(),
  at: instant.optional(),
});

export type SharedCell = z.output<typeof sharedCell>;

const sentRow = z.strictObject({
  subject: subjectCode,
  isSaved: z.boolean(),
  entry: z.strictObject({ id: uuid, version: z.int() }).optional(),
  findings: z.array(entryFinding),
});

export const sheetAddresses = {
  sheet: inTown('GET', '/ledger/sheet', {
    summary:
      'The score sheet of a clause and period: villages, inputs, and the points beside them.',
  })
    .input(townInput(ofSheet))
    .output(
      z.strictObject({
        line: z.string(),
        scheme: z.string(),
        clause: z.strictObject({
          code: z.string(),
          text: z.string(),
          owner: z.string().optional(),
          needsDocument: z.boolean(),
          discretion: discretion.optional(),
        }),
        period: periodId,
        label: z.string(),
        from: isoDate,
        to: isoDate,
        isSealed: z.boolean(),
        kinds: z.array(kindShown),
        mayWrite: z.boolean(),
        rows: z.array(sheetRow),
      }),
    ),

  saveSheet: inTown('POST', '/ledger/sheet', {
    summary: 'Writes many rows of a score sheet; each row wholly or not at all.',
    creates: true,
    personal: ['note', 'reason', 'values'],
  })
    .input(
      townInput({
        ...ofSheet,
        kind: z.string().trim().min(1).max(80),
        rows: z
          .array(
            z.strictObject({
              subject: subjectCode,
              /** An entry that is written anew, with the version that was read. */
              entry: z.strictObject({ id: uuid, version: z.int() }).optional(),
              on: isoDate.optional(),
              values: entryWords.values,
              matter: entryWords.matter,
              docNo: line.optional(),
              points: z.string().trim().max(20).optional(),
              reason: prose.optional(),
              evidence: entryWords.evidence,
              note: prose.optional(),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(
      z.strictObject({
        saved: z.int(),
        rows: z.array(sentRow),
      }),
    ),

  followSheet: inTown('POST', '/ledger/sheet/presence', {
    summary: 'What others typed on a score sheet since a revision, and who is on it just now.',
    reads: true,
  })
    .input(
      townInput({
        ...ofSheet,
        /** The revision that is known; 0 for everything. */
        since: z.int().min(0),
        /** One window of a browser. */
        window: z.string().min(1).max(40),
        /** The cell where one stands; absent for none. */
        at: z.strictObject(ofCell).optional(),
        /** The window is being left. */
        isLeaving: z.boolean().default(false),
      }),
    )
    .output(
      z.strictObject({
        userName: z.string(),
        revision: z.int(),
        /** Moves when an entry of the clause is written, reviewed or posted. */
        entriesStamp: z.string(),
        cells: z.array(sharedCell),
        others: z.array(
          z.strictObject({ name: z.string(), at: z.strictObject(ofCell).optional() }),
        ),
      }),
    ),

  typeCells: inTown('POST', '/ledger/sheet/cells', {
    summary: 'Saves typed cells of a score sheet for all who fill it in; a changed cell is told.',
    personal: ['cells'],
  })
    .input(
      townInput({
        ...ofSheet,
        ...typist,
        /** A pasted block: all of it, or nothing where one cell was changed by someone else. */
        isWhole: z.boolean().default(false),
        cells: z
          .array(
            z.strictObject({
              ...ofCell,
              value: z.string().max(2000),
              /** What stood there when it was typed. */
              base: z.strictObject({ version: z.int().min(0), value: z.string().max(20_000) }),
            }),
          )
          .min(1)
          .max(sheetCellsMax),
      }),
    )
    .output(
      z.strictObject({
        revision: z.int(),
        saved: z.array(sharedCell),
        /** Cells that someone else changed meanwhile, as they stand; they were not overwritten. */
        conflicts: z.array(sharedCell),
      }),
    ),

  sendSheet: inTown('POST', '/ledger/sheet/entries', {
    summary:
      'Sends rows of a shared sheet for review, by those who typed them; each wholly or not.',
    creates: true,
    personal: ['evidence'],
  })
    .input(
      townInput({
        ...ofSheet,
        ...typist,
        /** The revision that was seen: a row that changed after it is not sent. */
        revision: z.int().min(0),
        subjects: z.array(subjectCode).min(1).max(500),
        /** For rows without a day, and without evidence. */
        on: isoDate.optional(),
        evidence: line.optional(),
      }),
    )
    .output(z.strictObject({ revision: z.int(), saved: z.int(), rows: z.array(sentRow) })),
};
