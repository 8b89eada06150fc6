/** Assessment pay: what a year may spend, sheets made of sealed editions, what is kept back and released. */

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

/** Money in whole fen. */
const fen = z.int();
/** Yuan as a person types them, to the fen at most: `15456`, `-120.50`. */
const yuan = z.string().regex(/^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,2})?$/);
const schemeLine = z.string().min(1).max(80);
const inYear = z.string().regex(/^[12]\d{3}$/);
const one = { id: uuid };
const decision = { body: line, documentNo: line, on: isoDate };

/** draft → checked by another → approved by a body → handed to finance → paid; withdrawn before approval. */
export const paySheetState = z.enum([
  'draft',
  'checked',
  'approved',
  'handed',
  'paid',
  'withdrawn',
]);

const sheetHead = z.strictObject({
  id: uuid,
  /** Running in its year: `2026-3`. */
  no: z.string(),
  line: z.string(),
  schemeName: z.string(),
  period: periodId,
  label: z.string(),
  edition: z.int(),
  /** The document that names the part of the pay that may move. */
  authority: z.string(),
  state: paySheetState,
  payees: z.int(),
  paidFen: fen,
  heldFen: fen,
  made: z.strictObject({ by: z.string(), at: instant }),
  checked: z.strictObject({ by: z.string(), at: instant }).optional(),
  approved: z.strictObject({ ...decision, by: z.string() }).optional(),
  over: z.strictObject({ reason: z.string(), documentNo: z.string() }).optional(),
  handedOn: isoDate.optional(),
  paidOn: isoDate.optional(),
  withdrawn: z.string().optional(),
  /** What the asker may do now. */
  deeds: z.array(z.enum(['check', 'approve', 'hand', 'confirm', 'withdraw'])),
});

const named = z.strictObject({
  line: z.string(),
  schemeName: z.string(),
  period: periodId,
  label: z.string(),
});

/** The money of a year for one scheme: used + left = total. */
const budget = z.strictObject({
  line: z.string(),
  schemeName: z.string(),
  year: inYear,
  totalFen: fen,
  /** Of sheets that were approved. */
  usedFen: fen,
  leftFen: fen,
  documents: z.array(
    z.strictObject({
      documentNo: z.string(),
      on: isoDate,
      amountFen: fen,
      note: z.string(),
      by: z.string(),
    }),
  ),
});

const payLine = z.strictObject({
  seq: z.int(),
  /** Of this period, the difference of an earlier sheet, or what was kept back and is let go. */
  kind: z.enum(['period', 'difference', 'release']),
  column: z.string(),
  code: z.string(),
  name: z.string(),
  period: periodId,
  label: z.string(),
  edition: z.int(),
  documentNo: z.string(),
  paidBy: z.string(),
  state: z.enum(['due', 'withheld', 'vetoed', 'notTwice', 'unresolved']),
  /** What is due for the period altogether; absent while it cannot be said. */
  amountFen: fen.optional(),
  oldFen: fen.optional(),
  paidFen: fen,
  heldFen: fen,
  /** The arithmetic, to be followed with a pencil. */
  sentence: z.string(),
  why: z.string(),
  /** Whose score pays: the address of its tree. */
  subject: subjectCode,
  facts: z.array(z.strictObject({ id: z.string(), sentence: z.string() })),
});

const payRow = z.strictObject({
  payee: subjectCode,
  subject: subjectCode,
  unit: z.string(),
  name: z.string(),
  roles: z.string(),
  paidFen: fen,
  heldFen: fen,
  lines: z.array(payLine),
});

/** The same columns on the screen, in the workbook and on paper. */
const payColumn = z.strictObject({
  key: z.string(),
  /** A line of the scheme has its own name; `difference` and `release` have words. */
  name: z.string(),
});

export const paySheet = z.strictObject({
  ...sheetHead.shape,
  columns: z.array(payColumn),
  rows: z.array(payRow),
  /** Three ways of adding up; they are the same to the fen. */
  sums: z.strictObject({ linesFen: fen, columnsFen: fen, payeesFen: fen }),
  /** Used + this + left = total; of a draft as it stands now. */
  budget: z
    .strictObject({ year: inYear, totalFen: fen, usedFen: fen, leftFen: fen, isOver: z.boolean() })
    .optional(),
  notices: z.array(z.string()),
});

const heldRow = z.strictObject({
  line: z.string(),
  period: periodId,
  label: z.string(),
  subject: subjectCode,
  payee: subjectCode,
  unit: z.string(),
  name: z.string(),
  code: z.string(),
  lineName: z.string(),
  heldFen: fen,
  sentence: z.string(),
  /** A body let go of it; the next sheet pays it. */
  released: z.strictObject(decision).optional(),
});

const ownLine = z.strictObject({
  sheetNo: z.string(),
  schemeName: z.string(),
  approved: z.strictObject(decision),
  paidOn: isoDate.optional(),
  ...payLine.shape,
});

export const pay = {
  list: inTown('GET', '/pay/sheets', {
    summary:
      'Pay sheets with their state and the budget of each year; nobody’s own amount is in it.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        sheets: z.array(sheetHead),
        budgets: z.array(budget),
        /** Amounts that are kept back and not let go of. */
        heldCount: z.int(),
        /** Sealed periods of schemes with pay, for whoever makes sheets. */
        periods: z.array(z.strictObject({ ...named.shape, edition: z.int() })),
        mayMake: z.boolean(),
        mayBudget: z.boolean(),
      }),
    ),
  addBudget: inTown('POST', '/pay/budgets', {
    summary: 'Money of a year by a document; a cut is a negative amount.',
    creates: true,
  })
    .input(
      townInput({
        line: schemeLine,
        year: inYear,
        documentNo: line,
        on: isoDate,
        amount: yuan,
        note: prose.default(''),
      }),
    )
    .output(done),
  make: inTown('POST', '/pay/sheets', {
    summary: 'Makes the sheet of a sealed period, with the differences of earlier sheets.',
    creates: true,
  })
    .input(townInput({ line: schemeLine, period: periodId }))
    .output(z.strictObject({ id: uuid, no: z.string() })),
  open: inTown('POST', '/pay/sheets/{id}/open', {
    summary: 'A sheet with everybody’s amounts and their arithmetic; the reading is written down.',
    isReadingKept: true,
  })
    .input(townInput(one))
    .output(paySheet),
  workbook: inTown('POST', '/pay/sheets/{id}/export', {
    summary: 'The sheet as a workbook for the finance office; the reading is written down.',
    isReadingKept: true,
  })
    .input(townInput(one))
    .output(z.file()),
  check: inTown('POST', '/pay/sheets/{id}/check', {
    summary: 'Somebody who did not make the sheet checked it.',
  })
    .input(townInput(one))
    .output(done),
  approve: inTown('POST', '/pay/sheets/{id}/approval', {
    summary: 'A named body approved the sheet; from now on it never changes.',
  })
    .input(
      townInput({
        ...one,
        ...decision,
        /** Where it is more than the budget has left. */
        over: z.strictObject({ reason: line, documentNo: line }).optional(),
      }),
    )
    .output(done),
  hand: inTown('POST', '/pay/sheets/{id}/hand-over', {
    summary: 'The approved sheet went to the finance office.',
  })
    .input(townInput({ ...one, on: isoDate }))
    .output(done),
  confirm: inTown('POST', '/pay/sheets/{id}/confirm', {
    summary: 'The finance office paid what the sheet says.',
  })
    .input(townInput({ ...one, on: isoDate }))
    .output(done),
  withdraw: inTown('POST', '/pay/sheets/{id}/withdrawal', {
    summary: 'Takes a sheet back before it is approved; its number is not given again.',
    personal: ['reason'],
  })
    .input(townInput({ ...one, reason: line }))
    .output(done),
  held: inTown('POST', '/pay/held', {
    summary: 'What is kept back, by whom and why; the reading is written down.',
    isReadingKept: true,
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(heldRow), mayRelease: z.boolean() })),
  release: inTown('POST', '/pay/releases', {
    summary: 'A named body lets go of what was kept back; the next sheet pays it.',
    creates: true,
    personal: ['reason'],
  })
    .input(
      townInput({
        line: schemeLine,
        period: periodId,
        subject: subjectCode,
        payee: subjectCode,
        code: z.string().min(1).max(80),
        ...decision,
        reason: line,
      }),
    )
    .output(done),
  own: inTown('POST', '/pay/own', {
    summary:
      'What approved sheets pay the asker, with the arithmetic; the reading is written down.',
    isReadingKept: true,
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(ownLine) })),
};
