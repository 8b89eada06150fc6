/**
 * The closed set of rule kinds. A clause has exactly one. With `on`, a rule is worked out for each
 * fact the clause hears; without `on` (and for juries and ballots) once for the subject.
 *
 * Points carry their sign: a deduction is written "-0.5", a bonus "2".
 */

import { z } from 'zod';
import { condition, quantity, resultReadShape } from './quantity.ts';
import { decimal, isoDay, oneOf, oneOrMore, positiveInteger, text } from './shapes.ts';

const labelPoints = z.record(z.string(), decimal);

/** Points per occurrence, or per unit counted by the named fields multiplied together. */
const count = z.strictObject({
  delta: decimal,
  of: oneOrMore(text).optional(),
  weights: z.strictObject({ by: text, factors: z.record(z.string(), decimal) }).optional(),
  distinct: oneOrMore(text).optional(),
  then: decimal.optional(),
});

/** Points by a label of the fact; a label that is not listed is refused. */
const choice = z.strictObject({
  by: text,
  options: labelPoints,
  exactlyOne: z.enum(['heaviest', 'highest', 'refuse']).optional(),
});

const band = z.strictObject({ from: decimal, to: decimal });

/** Points that an assessor chooses inside bounds, with a reason; never clamped. */
const range = z.strictObject({ from: decimal, to: decimal, or: band.optional() });

/** Points that a named body decides; a fact without a document number is refused. */
const decision = z.strictObject({
  body: text,
  from: decimal.optional(),
  to: decimal.optional(),
});

/** Points per failed unit of a sample of stated size; a smaller population is checked whole. */
const sampled = z.strictObject({
  size: positiveInteger,
  delta: decimal,
  failed: text.optional(),
  sampled: text.optional(),
  population: text.optional(),
});

const tableRow = z
  .strictObject({
    is: oneOrMore(z.string()).optional(),
    from: decimal.optional(),
    above: decimal.optional(),
    to: decimal.optional(),
    below: decimal.optional(),
    points: decimal,
  })
  .refine((row) => Object.keys(row).length > 1, { error: 'row-without-bound' });

/** Points by the band in which a quantity falls. `from`/`to` include, `above`/`below` exclude. */
const table = z.strictObject({
  of: quantity,
  rows: z.array(tableRow).min(1),
  otherwise: z.union([z.literal('refuse'), decimal]).optional(),
});

const stepping = z.enum(['floor', 'linear', 'ceil']).optional();

/**
 * Points per step away from a reference. `delta` is what one step gives on the stated side; with
 * `both` it is what one step above gives and one step below gives the opposite. `in: relative`
 * measures the distance as a share of the reference.
 */
const linear = z.strictObject({
  of: quantity,
  reference: quantity,
  per: decimal,
  delta: decimal,
  side: z.enum(['below', 'above', 'both']),
  stepping,
  in: z.enum(['points', 'relative']).optional(),
});

/** A ratio multiplied by points, the ratio held between the stated bounds first. */
const ratio = z.strictObject({
  of: quantity,
  times: decimal,
  atMost: decimal.optional(),
  atLeast: decimal.optional(),
});

/** Points for each unit missing to a minimum; never a bonus above it. `once` is per lapse. */
const shortfall = z
  .strictObject({
    of: quantity,
    min: quantity,
    delta: decimal.optional(),
    once: decimal.optional(),
  })
  .refine((rule) => (rule.delta === undefined) !== (rule.once === undefined), {
    error: 'delta-or-once',
  });

/** Points for each unit beyond a quota; `atQuota` is given as soon as the quota is reached. */
const excess = z.strictObject({
  of: quantity,
  quota: quantity,
  delta: decimal,
  atQuota: decimal.optional(),
});

const dueDate = z.union([
  isoDay,
  z.string().regex(/^\d{2}-\d{2}$/, { error: 'not-month-day' }),
  z.strictObject({
    field: text,
    plus: oneOf({
      days: positiveInteger,
      months: positiveInteger,
      workdays: positiveInteger,
    }).optional(),
  }),
]);

/** Points by when a thing was done. A fact whose `done` field says 否 is still undone. */
const deadline = z
  .strictObject({
    due: dueDate,
    onTime: decimal.optional(),
    late: decimal.optional(),
    perDay: decimal.optional(),
    days: z.enum(['calendar', 'workday']).optional(),
  })
  .refine((rule) => rule.onTime ?? rule.late ?? rule.perDay, { error: 'deadline-without-points' });

/** Points if a condition holds, other points if it does not. */
const award = z.strictObject({ when: condition, then: decimal, otherwise: decimal.optional() });

/** Points from the sealed result of another line: by factor, or by a table of grades or ranks. */
const imported = z
  .strictObject({
    ...resultReadShape,
    times: decimal.optional(),
    grades: labelPoints.optional(),
    ranks: labelPoints.optional(),
    otherwise: decimal.optional(),
  })
  .refine((rule) => [rule.times, rule.grades, rule.ranks].filter(Boolean).length === 1, {
    error: 'times-grades-or-ranks',
  });

/** The mean of the judges' scores for one subject, after trimming, times a factor (default 1). */
const judges = z.strictObject({
  field: text.optional(),
  trim: z
    .strictObject({
      high: positiveInteger.optional(),
      low: positiveInteger.optional(),
      onlyAbove: positiveInteger.optional(),
    })
    .optional(),
  void: z.array(z.enum(['allFull', 'uniform'])).optional(),
  fullMark: decimal.optional(),
  times: decimal.optional(),
});

/** Votes weighted by option over the valid votes, times points; below the quorum it is missing. */
const ballots = z.strictObject({
  options: labelPoints,
  abstain: z.array(text).optional(),
  abstentionsCount: z.boolean().optional(),
  times: decimal,
  quorum: z.strictObject({ present: text, eligible: text, atLeast: decimal }).optional(),
  composition: z.array(z.strictObject({ field: text, over: text, atLeast: decimal })).optional(),
});

/**
 * No rule yet: the text was taken over from a document and nobody has decided how it is counted.
 * `why` says what is open, as a sentence or the end of one. Nothing is guessed: the check refuses
 * the scheme, and the cell is missing for everybody until another kind stands here.
 */
const pending = z.strictObject({ why: text });

/** Each rule kind under its name; a clause uses exactly one. */
export const ruleShapes = {
  count,
  choice,
  range,
  decision,
  sampled,
  table,
  linear,
  ratio,
  shortfall,
  excess,
  deadline,
  award,
  import: imported,
  judges,
  ballots,
  pending,
};

export const rule = oneOf(ruleShapes).meta({ id: 'Rule', description: '计分方式，一条款一种' });

export type RuleKind = keyof typeof ruleShapes;
export type RuleBody<Kind extends RuleKind> = z.output<(typeof ruleShapes)[Kind]>;
export type Rule = z.output<typeof rule>;

/** Why a clause whose rule is not decided yet gives no points, without the full stop. */
export function pendingWords({ why }: RuleBody<'pending'>): string {
  return `计分办法待定：${why.trim().replace(/[。；;.]+$/, '')}`;
}
