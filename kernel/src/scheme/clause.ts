/** A clause listens to facts and turns them into points by one rule and stated modifiers. */

import { z } from 'zod';
import { condition, where } from './quantity.ts';
import { rule } from './rule.ts';
import { code, decimal, isoDay, oneOf, oneOrMore, positiveInteger, text } from './shapes.ts';

const factors = z.record(z.string(), decimal);

/**
 * Who is charged, resolved on the day of the fact.
 * - `self`: the unit or person that the fact is about, times a factor.
 * - `roles`: the person the fact is about, by the role held; `*` is every other role.
 * - `holders`: the holders of posts in the unit; `*` is every other post.
 * - `paired`: persons paired with the unit, by kind of pairing.
 * - `parent`, `children`: the unit above, the units below.
 * - `as`: whoever the fact names in that part (责任村).
 */
export const charge = z
  .union([
    z.literal('self'),
    oneOf({
      self: decimal,
      roles: factors,
      holders: factors,
      paired: factors,
      parent: decimal,
      children: decimal,
      as: z.strictObject({ name: text, times: decimal.optional() }),
    }),
  ])
  .meta({ id: 'Charge', description: '记在谁名下，按事实发生当日确定' });

/** How several facts of one matter are held against each other. */
export const sameMatter = z
  .union([
    z.enum(['highest', 'heaviest', 'separate']),
    oneOf({ decreasing: z.array(decimal).min(1) }),
  ])
  .meta({ id: 'SameMatter', description: '同一事项：就高、就重、依次递减，或分别计' });

/** How long an entry is in force; the last day named is the last valid day. */
export const validity = z
  .strictObject({
    for: oneOf({
      days: positiveInteger,
      months: positiveInteger,
      years: positiveInteger,
    }).optional(),
    until: z.literal('yearEnd').optional(),
    rectified: code.optional(),
    untilRectified: z.boolean().optional(),
    endsWhenRectified: z.boolean().optional(),
  })
  .meta({ id: 'Validity', description: '有效期' });

/** Which subjects a node or clause applies to; all stated tests must hold. */
export const appliesTo = z
  .strictObject({
    groups: z.array(code).optional(),
    subjects: z.array(code).optional(),
    types: z.array(text).optional(),
    roles: z.array(text).optional(),
    classes: z.array(text).optional(),
    tags: z.array(text).optional(),
  })
  .meta({ id: 'AppliesTo', description: '适用对象' });

/** The lower end: zero, no floor, the shortage taken from the total, or a number. */
export const floorOf = z.union([z.enum(['zero', 'none', 'passToTotal']), decimal]);

export const span = z.enum(['period', 'year']);

/** Ways a point can be proved; the last three leave paper only for the paper's sake. */
export const proof = z.enum([
  'visit',
  'data',
  'document',
  'decision',
  'result',
  'ballot',
  'minutes',
  'ledger',
  'photo',
]);

export const clause = z
  .strictObject({
    code,
    text,
    note: text.optional(),
    owner: text.optional(),
    source: text.optional(),
    proof: z.array(proof).min(1).optional(),
    record: text.optional(),
    verifiedOnly: z.boolean().optional(),
    noEvidence: z.literal('notDone').optional(),
    on: oneOrMore(code).optional(),
    where: where.optional(),
    requires: z.literal('document').optional(),
    rule,
    charge: oneOrMore(charge).optional(),
    share: z.enum(['each', 'split']).optional(),
    waive: z.array(z.strictObject({ when: condition, reason: text })).optional(),
    factor: z
      .array(z.strictObject({ when: condition, times: decimal, name: text.optional() }))
      .optional(),
    aggravate: z.enum(['product', 'maxOnce']).optional(),
    extra: z.array(z.strictObject({ when: condition, add: decimal })).optional(),
    validity: validity.optional(),
    counts: z.enum(['flow', 'level']).optional(),
    sameMatter: sameMatter.optional(),
    separate: z.boolean().optional(),
    gate: z
      .array(z.strictObject({ when: condition, then: z.enum(['zero', 'noBonus', 'noDeduction']) }))
      .optional(),
    cap: decimal.optional(),
    floor: floorOf.optional(),
    span: span.optional(),
    due: z.literal('endOfSpan').optional(),
    applies: appliesTo.optional(),
    notApplicableWhen: condition.optional(),
    carryOver: z.boolean().optional(),
    listChanged: z.enum(['compare', 'exclude']).optional(),
    stillValidOn: isoDay.optional(),
  })
  .meta({ id: 'Clause', description: '条款：听取事实，按一种计分方式得出分数' });

export type Clause = z.output<typeof clause>;
export type Charge = z.output<typeof charge>;
export type SameMatter = z.output<typeof sameMatter>;
export type AppliesTo = z.output<typeof appliesTo>;
