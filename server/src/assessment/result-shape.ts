/** The shape of `result.json`, from which the published JSON Schema is made. */

import { z } from 'zod';

/**
 * The version of the shape. Within one version keys may be added and a reader leaves aside what it
 * does not know; a key that goes, or changes its type or its meaning, makes the next version.
 */
export const resultFormat = 1;

const milli = z.int().meta({ id: 'Milli', description: '分，以千分之一分为单位的整数' });
const fen = z.int().meta({ id: 'Fen', description: '金额，以分（钱）为单位的整数' });
const place = z.int().min(1).meta({ id: 'Place', description: '名次，从 1 起' });
const period = z
  .string()
  .regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}))?$/)
  .meta({ id: 'Period', description: '期：2026、2026-H1、2026-Q1、2026-03' });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ id: 'Day', description: '日期：2026-03-31' });
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256', description: 'SHA-256 摘要，十六进制' });
const texts = z.array(z.string());

const cellState = z
  .enum(['scored', 'notDue', 'notApplicable', 'missing', 'zeroed'])
  .meta({ id: 'CellState', description: '已计分、未到期、不适用、缺材料、记零' });

interface LineFile {
  kind: string;
  code: string;
  label: string;
  milli: number;
  state: string;
  reason: string;
  factIds: string[];
  children: LineFile[];
  struck?: boolean | undefined;
  text?: string | undefined;
}

const line: z.ZodType<LineFile> = z.lazy(() =>
  z
    .object({
      kind: z.enum([
        'total',
        'node',
        'clause',
        'base',
        'entry',
        'cap',
        'floor',
        'gate',
        'balance',
        'correction',
        'weight',
        'coefficient',
        'rescale',
        'rounding',
        'veto',
        'segment',
      ]),
      code: z.string(),
      label: z.string(),
      milli,
      state: cellState,
      reason: z.string(),
      factIds: texts,
      children: z.array(line),
      struck: z.boolean().optional(),
      text: z.string().optional(),
    })
    .meta({ id: 'Line', description: '一行计分；下级各行的 milli 加起来等于本行的 milli' }),
);

const subject = z
  .object({
    code: z.string(),
    name: z.string(),
    group: z.string().optional(),
    notAssessed: z.string().optional(),
    assessedBy: z.string().optional(),
    totalMilli: milli,
    fullMilli: milli,
    state: cellState,
    provisional: z.boolean(),
    rank: place.optional(),
    rankRange: z.tuple([place, place]).optional(),
    shownPlaces: z.int().min(0).max(3).optional(),
    tree: line,
    vetoes: z.array(
      z.object({
        code: z.string(),
        text: z.string(),
        scope: z.string(),
        detail: texts,
        reason: z.string(),
        repaired: z.boolean(),
        factIds: texts,
      }),
    ),
    grade: z.object({
      state: z.enum(['graded', 'noGrade', 'commentOnly', 'pending', 'none']),
      computed: z.string().optional(),
      effective: z.string().optional(),
      open: texts.optional(),
      reasons: texts,
    }),
    prize: z.string().optional(),
    prizeReason: z.string().optional(),
    streaks: z.record(z.string(), z.int().min(0)).optional(),
    proposals: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        reason: z.string(),
        body: z.string(),
        basis: z.string(),
        procedure: texts,
        papers: texts,
        factIds: texts,
      }),
    ),
  })
  .meta({ id: 'Subject', description: '一个考核对象的结果；totalMilli 是 tree 的 milli' });

const leftOut = z.object({
  kind: z.enum(['indicator', 'judge', 'sample']),
  code: z.string(),
  label: z.string(),
});

const intervals = z
  .object({
    subjects: z.array(
      z.object({
        subject: z.string(),
        rank: place,
        range: z.tuple([place, place]),
        moved: z.object({ leftOut, rank: place }).optional(),
        sentence: z.string(),
      }),
    ),
    scenarios: z.array(leftOut),
    skipped: z.array(leftOut),
  })
  .meta({ id: 'Intervals', description: '名次稳定性：逐一去掉一个指标、评委、抽样点重算' });

const payee = z.object({
  code: z.string(),
  name: z.string(),
  subject: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      documentNo: z.string().optional(),
      state: z.enum(['due', 'withheld', 'vetoed', 'notTwice', 'unresolved']),
      amountFen: fen.optional(),
      sentence: z.string(),
      factIds: texts,
      paidBy: z.string().optional(),
    }),
  ),
  totalFen: fen,
  withheldFen: fen,
  provisional: z.boolean(),
  sentence: z.string(),
});

const factSet = z.object({ count: z.int().min(0), sha256: hash });

/** What every `result.json` of this version is; the published schema is made from it. */
export const resultShape = z
  .object({
    format: z.literal(resultFormat),
    demonstration: z.boolean(),
    sealed: z
      .object({
        edition: z.int().min(1),
        decisionNo: z.string().optional(),
        agrees: z.boolean().meta({ description: '本次算出的数与封存时印出的数是否一致' }),
      })
      .nullable()
      .meta({ description: '本期的封存；没有封存的是 null' }),
    leftOut: z
      .array(
        z.object({
          file: z.string(),
          place: z.string(),
          id: z.string().optional(),
          sentences: texts,
        }),
      )
      .meta({ description: '事实表里没有计入的行，各为什么' }),
    line: z.string(),
    schemeName: z.string(),
    version: z.string(),
    period,
    asOf: day,
    upTo: z.int().min(0),
    subjects: z.array(subject).meta({ description: '按编码排列' }),
    notices: z.array(
      z.object({
        code: z.string(),
        sentence: z.string(),
        subject: z.string().optional(),
        clause: z.string().optional(),
        clauses: texts.optional(),
        factIds: texts,
      }),
    ),
    lists: z.array(
      z.object({
        name: z.string(),
        subjects: texts,
        note: z.string(),
        audience: z.enum(['posted', 'internal']),
      }),
    ),
    intervals: intervals.nullable(),
    pay: z.array(
      z.object({
        subject: z.string(),
        name: z.string(),
        preview: z.boolean(),
        payees: z.array(payee),
      }),
    ),
    receipt: z.object({
      kernelVersion: z.string(),
      schemeSha256: hash,
      rosterSha256: hash,
      calendarSha256: hash,
      factsKnown: factSet,
      factsUsed: factSet,
      resultSha256: hash,
      ledger: z.object({ root: z.string(), size: z.int().min(0) }).optional(),
    }),
  })
  .meta({
    id: 'Result',
    title: '考核结果 result.json',
    description:
      '第 1 版。同一版里只会增加新的键，读的程序遇到不认识的键不必理会；去掉一个键、改一个键的类型或意思，format 就加 1。',
  });
