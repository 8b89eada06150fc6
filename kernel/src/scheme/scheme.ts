/** The whole scheme: one document a year, that people and the kernel both read. */

import { z } from 'zod';
import { factForms } from '../book/forms.ts';
import { appliesTo, type Clause, clause, floorOf, sameMatter, span } from './clause.ts';
import { condition, quantity } from './quantity.ts';
import {
  eligibility,
  grades,
  outcome,
  pay,
  prizes,
  ranking,
  sequence,
  veto,
} from './result-use.ts';
import { code, decimal, isoDay, oneOf, positiveInteger, text, type yuan } from './shapes.ts';

/** Facts of the catalogue: what may be recorded, with which fields. Stable over years. */
export const factKind = z
  .strictObject({
    kind: code,
    name: text,
    form: z.enum(factForms),
    about: z.enum(['unit', 'person', 'unitOrPerson', 'none']).optional(),
    parts: z.array(text).optional(),
    fields: z
      .record(
        z.string(),
        z.strictObject({
          type: z.enum(['number', 'rate', 'rank', 'date', 'label', 'text']),
          unit: text.optional(),
          options: z.array(text).optional(),
          required: z.boolean().optional(),
        }),
      )
      .optional(),
    owner: text.optional(),
    source: text.optional(),
    formerly: z.array(code).optional(),
  })
  .meta({ id: 'FactKind', description: '事实目录的一种事实' });

const coefficient = z.strictObject({
  base: decimal,
  of: quantity,
  reference: quantity,
  per: decimal,
  step: decimal,
  stepping: z.enum(['floor', 'linear', 'ceil']).optional(),
  atLeast: decimal.optional(),
  atMost: decimal.optional(),
});

const nodeShape = {
  code,
  name: text,
  note: text.optional(),
  owner: text.optional(),
  full: decimal.optional(),
  start: z.enum(['full', 'zero']).optional(),
  base: decimal.optional(),
  grants: z.enum(['perPeriod', 'onSpan']).optional(),
  cap: z.union([z.literal('none'), decimal]).optional(),
  floor: floorOf.optional(),
  bonus: z.enum(['separate', 'refill']).optional(),
  weight: decimal.optional(),
  coefficient: coefficient.optional(),
  byGroup: z
    .record(
      z.string(),
      z.strictObject({
        full: decimal.optional(),
        weight: decimal.optional(),
        cap: decimal.optional(),
      }),
    )
    .optional(),
  span: span.optional(),
  gate: z
    .array(
      z.strictObject({
        when: condition,
        then: z.enum(['zero', 'full', 'noBonus', 'noDeduction']),
        reason: text.optional(),
      }),
    )
    .optional(),
  sameMatter: sameMatter.optional(),
  applies: appliesTo.optional(),
  notApplicable: z.enum(['full', 'mean', 'exclude']).optional(),
  notApplicableWhen: condition.optional(),
};

/** A group or an indicator: it has children or clauses. */
export interface Node extends z.output<z.ZodObject<typeof nodeShape>> {
  children?: Node[];
  clauses?: Clause[];
}

export const node: z.ZodType<Node> = z.lazy(() =>
  z
    .strictObject({
      ...nodeShape,
      children: z.array(node).min(1).optional(),
      clauses: z.array(clause).min(1).optional(),
    })
    .refine((value) => !(value.children && value.clauses), { error: 'children-and-clauses' })
    .meta({ id: 'Node', description: '一级、二级指标；下设指标或条款' }),
) as never;

/** Answers to the questions that real texts leave open (the 口径 page prints all of them). */
export const switches = z
  .strictObject({
    stepping: z.enum(['floor', 'linear', 'ceil']).optional(),
    bonus: z.enum(['separate', 'refill']).optional(),
    notApplicable: z.enum(['full', 'mean', 'exclude']).optional(),
    sameFact: z.enum(['heaviest', 'separate']).optional(),
    aggravate: z.enum(['maxOnce', 'product']).optional(),
    jointLoss: z.enum(['each', 'split']).optional(),
    postChange: z.enum(['byDays', 'mainPost', 'segments']).optional(),
    missingPeriod: z.enum(['excludeAndFlag', 'zero', 'block']).optional(),
    quotaRounding: z.enum(['floor', 'ceil', 'half']).optional(),
    leastMonthsForGrade: positiveInteger.optional(),
  })
  .meta({ id: 'Switches', description: '口径选项' });

const dateRule = z.strictObject({
  day: positiveInteger,
  after: z.enum(['month', 'quarter', 'halfYear', 'year']),
  months: positiveInteger.optional(),
});
const daysRule = oneOf({ workdays: positiveInteger, days: positiveInteger });

/** Days and steps of procedure. The kernel computes the dates; the steps are carried as data. */
const procedure = z.strictObject({
  scoreBy: dateRule.optional(),
  payBy: dateRule.optional(),
  publishBy: dateRule.optional(),
  notice: daysRule.optional(),
  objection: daysRule.optional(),
  review: daysRule.optional(),
  board: daysRule.optional(),
  approval: z.array(text).optional(),
  signatures: z.array(text).optional(),
  slips: z.array(text).optional(),
});

export const scheme = z
  .strictObject({
    line: code,
    name: text,
    documentNo: text.optional(),
    decidedBy: text.optional(),
    version: text,
    effective: z.strictObject({ from: isoDay, to: isoDay }).optional(),
    demonstration: z.boolean().optional(),
    subject: z.strictObject({
      kind: z.enum(['unit', 'person']),
      where: appliesTo.optional(),
    }),
    period: z.enum(['month', 'quarter', 'halfYear', 'year']),
    decimals: z.enum(['0', '1', '2', '3']).optional(),
    rounding: z.enum(['halfAwayFromZero', 'halfEven', 'down', 'up']).optional(),
    shown: z.enum(['0', '1', '2', '3']).optional(),
    groups: z.array(z.strictObject({ code, name: text })).optional(),
    tree: z.array(node).min(1),
    sameMatter: sameMatter.optional(),
    total: z
      .strictObject({
        full: decimal.optional(),
        cap: decimal.optional(),
        floor: z.union([z.enum(['zero', 'none']), decimal]).optional(),
        coefficient: coefficient.optional(),
      })
      .optional(),
    switches: switches.optional(),
    ranking: ranking.optional(),
    eligibility: eligibility.optional(),
    vetoes: z.array(veto).optional(),
    grades: grades.optional(),
    prizes: prizes.optional(),
    sequences: z.array(sequence).optional(),
    outcomes: z.array(outcome).optional(),
    pay: pay.optional(),
    ownItems: z
      .strictObject({
        maxBonus: positiveInteger,
        maxDeduction: positiveInteger,
        maxPoints: decimal,
        items: z.array(z.strictObject({ subject: code, code, text, points: decimal })),
      })
      .optional(),
    procedure: procedure.optional(),
    trace: z.strictObject({ overrideBy: text, reason: text }).optional(),
    kinds: z.array(factKind).optional(),
  })
  .meta({ id: 'Scheme', title: '考核办法', description: '一份考核办法：人能读，机器能算' });

export type Scheme = z.output<typeof scheme>;
export type FactKind = z.output<typeof factKind>;
export type Switches = z.output<typeof switches>;
export type Coefficient = z.output<typeof coefficient>;
export type Yuan = z.output<typeof yuan>;
