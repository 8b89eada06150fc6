/**
 * Quantities and conditions: the closed list of things that a rule may ask about. There is no
 * expression language; every question is a named function with named terms.
 */

import { z } from 'zod';
import { code, decimal, oneOf, oneOrMore, positiveInteger, text } from './shapes.ts';

/** A test of one field of a fact: an exact label, one of several labels, or bounds. */
export type FieldTest =
  | string
  | string[]
  | {
      atLeast?: string;
      above?: string;
      atMost?: string;
      below?: string;
      not?: string | string[];
      present?: boolean;
    };

/**
 * Tests by field name, all of which must hold. Besides the fact's own values these names are
 * known: `as`, `tag`, `matter`, `doc.no`, `doc.body`, `doc.level`, `role` (held on that day by
 * the charged person), `group` (of the charged subject).
 */
export type Where = Record<string, FieldTest>;

/** Whose facts or results are meant; `self` is the subject being assessed. */
export type Who =
  | 'self'
  | 'parent'
  | { unit: string }
  | { paired: string }
  | { children: string }
  | { holder: string }
  | { unitOf: string };

/** How far back facts are read. `span` is the span of the clause: its period, or the year. */
export type Window = 'period' | 'span' | 'year' | 'ever' | { years: string } | { months: string };

/** Facts of some kinds. */
export interface Facts {
  kind: string | string[];
  where?: Where;
  of?: Who;
  window?: Window;
}

export type Over = 'group' | 'all';

/** A number that a rule reads; a plain text such as "90%" is that number itself. */
export type Quantity =
  | string
  | { measure: Facts & { field?: string; take?: 'last' | 'sum' | 'max' | 'min' | 'mean' } }
  | { count: Facts }
  | { sum: Facts & { field?: string; weights?: { by: string; factors: Record<string, string> } } }
  | { distinct: Facts & { by: string | string[] } }
  | { field: string }
  | { size: string | { name: string; of?: Who } }
  | { prior: { of: Quantity; years?: string } }
  | { ownMean: { of: Quantity; years: string } }
  | { groupMean: { of: Quantity; over?: Over; mode?: 'rates' | 'pooled'; self?: 'in' | 'out' } }
  | { groupBest: { of: Quantity; over?: Over; best: 'high' | 'low' } }
  | { groupRank: { of: Quantity; over?: Over; best: 'high' | 'low' } }
  | { result: ResultRead }
  | { share: { of: Quantity; over: Quantity } }
  | { difference: { of: Quantity; minus: Quantity } }
  | { total: Quantity[] }
  | { per: { of: Quantity; unit: string; round: 'down' | 'up' | 'none' } }
  | { votes: Facts & { options: string | string[]; over: string[] } }
  | { elapsed: { from: string; to: string; unit: 'day' | 'workday' | 'month' | 'year' } }
  | { points: string };

/** Reads sealed result facts of another line; schemes know each other in no other way. */
export interface ResultRead {
  line: string;
  value?: 'total' | 'rate' | 'rank' | 'rankFromLast' | 'fullMark' | 'subjects';
  of?: Who;
  period?: 'same' | 'year' | 'priorYear';
  combine?: 'last' | 'mean' | 'sum' | 'min' | 'max';
  divisor?: 'counted' | string;
  denominator?: 'fullMark' | string;
  weight?: 'equal' | 'days';
}

/** A question with the answers yes, no, and cannot say yet. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { test: Comparison }
  | { occurs: Facts & { times?: string } }
  | { fact: Where }
  | {
      companion: {
        kind: string | string[];
        where?: Where;
        notDoneBy?: string;
        done?: string;
        by?: 'matter' | 'subject';
      };
    }
  | { repeated: { within: Window | 'validity'; by?: 'subject' | 'unit' } }
  | { amongLast: { rank: Quantity; of: Quantity; places: string } }
  | { gradeIn: string[] }
  | { resultGradeIn: { line: string; grades: string[]; of?: Who; period?: 'same' | 'priorYear' } }
  | { groupIn: string[] }
  | { classIn: string[] };

/** Exactly compares two quantities; several bounds must all hold. */
export interface Comparison {
  of: Quantity;
  atLeast?: Quantity;
  above?: Quantity;
  atMost?: Quantity;
  below?: Quantity;
  equals?: Quantity;
}

const fieldTest = z.union([
  z.string(),
  z.array(z.string()).min(1),
  z.strictObject({
    atLeast: decimal.optional(),
    above: decimal.optional(),
    atMost: decimal.optional(),
    below: decimal.optional(),
    not: oneOrMore(z.string()).optional(),
    present: z.boolean().optional(),
  }),
]);

export const where: z.ZodType<Where> = z
  .record(z.string(), fieldTest)
  .meta({ id: 'Where', description: '事实字段须同时满足的条件' });

export const who: z.ZodType<Who> = z
  .union([
    z.enum(['self', 'parent']),
    oneOf({ unit: text, paired: text, children: text, holder: text, unitOf: text }),
  ])
  .meta({
    id: 'Who',
    description: '指谁：self 本对象；paired 所挂钩；unitOf 任某职务的单位',
  }) as never;

export const window: z.ZodType<Window> = z
  .union([
    z.enum(['period', 'span', 'year', 'ever']),
    oneOf({ years: positiveInteger, months: positiveInteger }),
  ])
  .meta({ id: 'Window', description: '往前看多久；span 为本条款的计算期' }) as never;

const factsShape = {
  kind: oneOrMore(code),
  where: where.optional(),
  of: who.optional(),
  window: window.optional(),
};
const over = z.enum(['group', 'all']).optional();
const best = z.enum(['high', 'low']);

const quantityItself: z.ZodType<Quantity> = z.lazy(() => quantity);

/** The keys of `ResultRead`, which the `import` rule shares. */
export const resultReadShape = {
  line: code,
  value: z.enum(['total', 'rate', 'rank', 'rankFromLast', 'fullMark', 'subjects']).optional(),
  of: who.optional(),
  period: z.enum(['same', 'year', 'priorYear']).optional(),
  combine: z.enum(['last', 'mean', 'sum', 'min', 'max']).optional(),
  divisor: z.union([z.literal('counted'), positiveInteger]).optional(),
  denominator: z.union([z.literal('fullMark'), decimal]).optional(),
  weight: z.enum(['equal', 'days']).optional(),
};

export const resultRead: z.ZodType<ResultRead> = z.strictObject(resultReadShape);

const quantityForms = oneOf({
  measure: z.strictObject({
    ...factsShape,
    field: text.optional(),
    take: z.enum(['last', 'sum', 'max', 'min', 'mean']).optional(),
  }),
  count: z.strictObject(factsShape),
  sum: z.strictObject({
    ...factsShape,
    field: text.optional(),
    weights: z.strictObject({ by: text, factors: z.record(z.string(), decimal) }).optional(),
  }),
  distinct: z.strictObject({ ...factsShape, by: oneOrMore(text) }),
  field: text,
  size: z.union([text, z.strictObject({ name: text, of: who.optional() })]),
  prior: z.strictObject({ of: quantityItself, years: positiveInteger.optional() }),
  ownMean: z.strictObject({ of: quantityItself, years: positiveInteger }),
  groupMean: z.strictObject({
    of: quantityItself,
    over,
    mode: z.enum(['rates', 'pooled']).optional(),
    self: z.enum(['in', 'out']).optional(),
  }),
  groupBest: z.strictObject({ of: quantityItself, over, best }),
  groupRank: z.strictObject({ of: quantityItself, over, best }),
  result: resultRead,
  share: z.strictObject({ of: quantityItself, over: quantityItself }),
  difference: z.strictObject({ of: quantityItself, minus: quantityItself }),
  total: z.array(quantityItself).min(1),
  per: z.strictObject({ of: quantityItself, unit: decimal, round: z.enum(['down', 'up', 'none']) }),
  votes: z.strictObject({
    ...factsShape,
    options: oneOrMore(z.string()),
    over: z.array(z.string()).min(1),
  }),
  elapsed: z.strictObject({
    from: text,
    to: text,
    unit: z.enum(['day', 'workday', 'month', 'year']),
  }),
  points: code,
});

export const quantity: z.ZodType<Quantity> = z.union([decimal, quantityForms]).meta({
  id: 'Quantity',
  description: '一个量：数、事实的计数与取值、名册数、与他人或往年的比较',
}) as never;

const conditionItself: z.ZodType<Condition> = z.lazy(() => condition);

export const condition: z.ZodType<Condition> = oneOf({
  all: z.array(conditionItself).min(1),
  any: z.array(conditionItself).min(1),
  not: conditionItself,
  test: z
    .strictObject({
      of: quantity,
      atLeast: quantity.optional(),
      above: quantity.optional(),
      atMost: quantity.optional(),
      below: quantity.optional(),
      equals: quantity.optional(),
    })
    .refine((value) => Object.keys(value).length > 1, { error: 'no-bound' }),
  occurs: z.strictObject({ ...factsShape, times: positiveInteger.optional() }),
  fact: where,
  companion: z.strictObject({
    kind: oneOrMore(code),
    where: where.optional(),
    notDoneBy: text.optional(),
    done: code.optional(),
    by: z.enum(['matter', 'subject']).optional(),
  }),
  repeated: z.strictObject({
    within: z.union([z.literal('validity'), window]),
    by: z.enum(['subject', 'unit']).optional(),
  }),
  amongLast: z.strictObject({ rank: quantity, of: quantity, places: positiveInteger }),
  gradeIn: z.array(text).min(1),
  resultGradeIn: z.strictObject({
    line: code,
    grades: z.array(text).min(1),
    of: who.optional(),
    period: z.enum(['same', 'priorYear']).optional(),
  }),
  groupIn: z.array(code).min(1),
  classIn: z.array(text).min(1),
}).meta({ id: 'Condition', description: '一个问题：是、否，或尚不能回答' }) as never;
