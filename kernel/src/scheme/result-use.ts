/** What follows from points: vetoes, ranks, grades, prizes, sequences, proposals and pay. */

import { z } from 'zod';
import { charge, validity } from './clause.ts';
import { condition, quantity, where } from './quantity.ts';
import { code, decimal, oneOf, oneOrMore, positiveInteger, text, yuan } from './shapes.ts';

const rounding = z.enum(['halfAwayFromZero', 'halfEven', 'down', 'up']);

/** A veto needs the number of the document that allows it; without one the check refuses it. */
export const veto = z
  .strictObject({
    code,
    text,
    on: oneOrMore(code),
    where: where.optional(),
    waive: z.array(z.strictObject({ when: condition, reason: text })).optional(),
    charge: oneOrMore(charge).optional(),
    authority: z.strictObject({ documentNo: text, title: text, body: text }).optional(),
    scope: oneOf({
      score0: z.literal('total'),
      fixedGrade: text,
      bottomGrade: z.literal('lowest'),
      notTopGrade: z.literal('highest'),
      notEligible: z.array(text).min(1),
      payPart: z.array(code).min(1),
      projectBan: z.strictObject({ years: positiveInteger }),
    }),
    window: z.enum(['period', 'year']).optional(),
    validity: validity.optional(),
    repair: z
      .strictObject({
        kind: code,
        points: decimal,
        for: z.strictObject({ years: positiveInteger }),
      })
      .optional(),
  })
  .meta({ id: 'Veto', description: '一票否决，须有依据文号' });

/** Who is ranked with whom, and what a tie means. */
export const ranking = z.strictObject({
  within: z.enum(['group', 'all']).optional(),
  ties: z.enum(['skip', 'dense']).optional(),
  lists: z
    .array(
      z
        .strictObject({
          name: text,
          top: positiveInteger.optional(),
          bottom: positiveInteger.optional(),
          ties: z.enum(['include', 'cut', 'propose']).optional(),
          audience: z.enum(['posted', 'internal']),
        })
        .refine((list) => (list.top === undefined) !== (list.bottom === undefined), {
          error: 'top-or-bottom',
        }),
    )
    .optional(),
});

const gradeBand = z
  .strictObject({
    grade: text,
    from: decimal.optional(),
    above: decimal.optional(),
    to: decimal.optional(),
    below: decimal.optional(),
  })
  .refine((band) => Object.keys(band).length > 1, { error: 'band-without-bound' });

/** Grades, best first. Vote rules come before bands, in the order written. */
export const grades = z
  .strictObject({
    order: z.array(text).min(2),
    bands: z.array(gradeBand).min(1).optional(),
    bandsByGroup: z.record(z.string(), z.array(gradeBand).min(1)).optional(),
    roundFirst: z.enum(['0', '1', '2']).optional(),
    rules: z.array(z.strictObject({ grade: text, when: condition })).optional(),
    quotas: z
      .array(
        z
          .strictObject({
            grade: text,
            share: decimal.optional(),
            count: positiveInteger.optional(),
            within: z.enum(['group', 'all']).optional(),
            rounding: z.enum(['floor', 'ceil', 'half']).optional(),
            minScore: decimal.optional(),
            tie: z.enum(['propose', 'include', 'exclude']).optional(),
            overflow: text,
          })
          .refine((quota) => (quota.share === undefined) !== (quota.count === undefined), {
            error: 'share-or-count',
          }),
      )
      .optional(),
  })
  .meta({ id: 'Grades', description: '等次：从高到低' });

/** Persons and units that are not assessed, or assessed without a grade. */
export const eligibility = z.array(
  z.strictObject({
    when: condition,
    effect: z.enum(['notAssessed', 'noGrade', 'commentOnly', 'notTopGrade']),
    reason: text,
    basis: text.optional(),
  }),
);

/** Prize classes in order; a place whose minimum is missed stays empty or passes down. */
export const prizes = z
  .strictObject({
    classes: z
      .array(
        z.strictObject({
          name: text,
          slots: positiveInteger.optional(),
          minScore: decimal.optional(),
        }),
      )
      .min(1),
    within: z.enum(['group', 'all']).optional(),
    unfilled: z.enum(['empty', 'passDown']).optional(),
    nextClass: z.enum(['nextSubject', 'fixedRanks']).optional(),
    tie: z.enum(['propose', 'include']).optional(),
    notWhen: condition.optional(),
  })
  .meta({ id: 'Prizes', description: '奖项：名额与最低分' });

/**
 * A rule over several years, periods or notices. `results` reads result facts of one line;
 * `events` counts facts of the subject. Each finding is a proposal or a changed grade.
 */
export const sequence = z
  .strictObject({
    code,
    text,
    results: z
      .strictObject({
        line: code,
        match: oneOf({
          grades: z.strictObject({ are: z.array(text).min(1), orWorse: z.boolean().optional() }),
          last: z.strictObject({ totalBelow: decimal.optional() }),
          totals: z.strictObject({ atLeast: decimal.optional(), below: decimal.optional() }),
          noFacts: z.strictObject({ kind: oneOrMore(code) }),
        }),
        consecutive: positiveInteger.optional(),
        cumulative: positiveInteger.optional(),
        gap: z.enum(['breaks', 'skip']).optional(),
        reads: z.enum(['effective', 'computed']).optional(),
      })
      .optional(),
    events: z
      .strictObject({
        kind: oneOrMore(code),
        where: where.optional(),
        distinct: text.optional(),
        atLeast: positiveInteger,
        within: oneOf({
          period: z.enum(['month', 'quarter', 'year']),
          months: positiveInteger,
        }),
      })
      .optional(),
    then: z
      .strictObject({ setGrade: text.optional(), propose: z.array(code).optional() })
      .refine((then) => then.setGrade ?? then.propose, { error: 'sequence-without-effect' }),
  })
  .refine((rule) => (rule.results === undefined) !== (rule.events === undefined), {
    error: 'results-or-events',
  })
  .meta({ id: 'Sequence', description: '连续、累计与窗口规则' });

/** A consequence. It is only ever proposed: a named person of the competent body decides. */
export const outcome = z
  .strictObject({
    code,
    name: text,
    kind: z.enum([
      'honour',
      'pay',
      'talk',
      'rectification',
      'notice',
      'statement',
      'withhold',
      'release',
      'projectBan',
      'training',
      'post',
    ]),
    when: condition.optional(),
    classes: z.array(text).optional(),
    body: text,
    basis: text,
    procedure: z.array(text).min(1),
    papers: z.array(text).optional(),
    releaseWhen: condition.optional(),
  })
  .meta({ id: 'Outcome', description: '结果运用建议：只建议，由有权机关的人决定' });

const byRole = z.record(z.string(), yuan);

/** One line of pay. Money is yuan in the scheme and fen in the kernel. */
export const payLine = z
  .strictObject({
    code,
    name: text,
    documentNo: text.optional(),
    roles: z.array(text).optional(),
    rule: oneOf({
      /** Base of the role × score ÷ denominator. */
      rate: z.strictObject({
        base: byRole,
        denominator: z.union([z.literal('fullMark'), decimal]),
      }),
      /** Points in a band → a fixed sum. */
      tier: z.strictObject({
        tiers: z
          .array(
            z.strictObject({ from: decimal.optional(), below: decimal.optional(), amount: yuan }),
          )
          .min(1),
      }),
      /** Base of the role × the share that the grade earns. */
      gradeRatio: z.strictObject({ base: byRole, ratios: z.record(z.string(), decimal) }),
      /** Yuan for each point, above a threshold where one is stated. */
      perPoint: z.strictObject({
        amount: yuan,
        above: decimal.optional(),
        onlyFrom: decimal.optional(),
        steps: z.enum(['whole', 'linear']).optional(),
      }),
      /** Yuan for each fact of a kind. */
      perEvent: z.strictObject({
        kind: oneOrMore(code),
        where: where.optional(),
        amount: yuan,
      }),
      /** A share of an amount, with a ceiling. */
      share: z.strictObject({ of: quantity, share: decimal, ceiling: yuan.optional() }),
      /** The amount of a sequence of years without an event, by its length. */
      streak: z.strictObject({ sequence: code, amounts: z.array(yuan).min(1) }),
      /** A fixed sum, by role. */
      fixed: z.strictObject({ amount: byRole, months: positiveInteger.optional() }),
      /** A share of what another role receives on another line. */
      roleRatio: z.strictObject({ line: code, of: text, ratio: decimal }),
    }),
    times: z.record(z.string(), decimal).optional(),
    byMonths: z.boolean().optional(),
    ceiling: yuan.optional(),
    floor: yuan.optional(),
    rounding: rounding.optional(),
    withheldWhen: condition.optional(),
    paidBy: z.enum(['month', 'period', 'year']).optional(),
  })
  .meta({ id: 'PayLine', description: '考核工资的一项' });

export const pay = z
  .strictObject({
    authority: text.optional(),
    lines: z.array(payLine).min(1),
  })
  .meta({ id: 'Pay', description: '考核工资：只动文件列明的浮动部分' });

export type Veto = z.output<typeof veto>;
export type Grades = z.output<typeof grades>;
export type Prizes = z.output<typeof prizes>;
export type Sequence = z.output<typeof sequence>;
export type Outcome = z.output<typeof outcome>;
export type Pay = z.output<typeof pay>;
export type PayLine = z.output<typeof payLine>;
export type Ranking = z.output<typeof ranking>;
