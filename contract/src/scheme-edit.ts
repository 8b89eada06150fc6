/** The form over a text of a scheme: the edits it makes, the examples and fields it shows. */

import type { EditValue, FormShape } from '@oneneedle/kernel';
import { z } from 'zod';
import { inTown, townInput } from './address.ts';
import { checkedText } from './scheme-text.ts';

const source = z.string().max(2_000_000);

/** A place as findings name it: `tree[0].clauses[3].rule.count.delta`. */
const path = z.string().min(1).max(500);

/** Numbers are their text ("-0.5", "40%"), as everywhere in a scheme. */
const editValue: z.ZodType<EditValue> = z.lazy(() =>
  z.union([
    z.string().max(20_000),
    z.boolean(),
    z.array(editValue),
    z.record(z.string(), editValue),
  ]),
);

/**
 * One edit; each path is meant in the text as the edits before left it.
 * `{ op: 'set', path: 'tree[0].clauses[3].note', value: '以现场照片为准' }`
 * `{ op: 'remove', path: 'tree[0].clauses[3].note' }`
 * `{ op: 'insert', path: 'tree[0].clauses', at: 4, value: { code: '1.5', text: '…', rule: { pending: { why: '…' } } } }`
 * `{ op: 'move', path: 'tree[0].clauses[3]', to: 'tree[1].clauses[0]' }`: `to` is its path afterwards.
 */
export const schemeEdit = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), path, value: editValue }),
  z.strictObject({ op: z.literal('remove'), path }),
  z.strictObject({ op: z.literal('insert'), path, at: z.int().min(0), value: editValue }),
  z.strictObject({ op: z.literal('move'), path, to: path }),
]);

/** An indicator or clause of a text, in its order; what is not written yet is absent. */
export const outlineRow = z.strictObject({
  kind: z.enum(['node', 'clause']),
  path: z.string(),
  /** 1 for what stands at the top. */
  level: z.int(),
  code: z.string().optional(),
  /** The name of an indicator, the words of a clause. */
  text: z.string().optional(),
  /** The kind of rule of a clause. */
  rule: z.string().optional(),
  /** What is open about a clause whose rule is 待定. */
  pending: z.string().optional(),
  /** Full mark of an indicator. */
  full: z.string().optional(),
  owner: z.string().optional(),
  /** First and last line in the text, from 1. */
  line: z.int(),
  lastLine: z.int(),
  /** What it says, for the form, without the members of an indicator; absent while the text cannot be read. */
  value: z.record(z.string(), editValue).optional(),
});

/** 3 处 → 扣 1.5 分, worked out by the real evaluation. */
export const ruleExample = z.strictObject({
  given: z.string(),
  /** Points in thousandths. */
  milli: z.int(),
  sentence: z.string(),
  /** How the evaluation says it. */
  reason: z.string(),
});

const formShape: z.ZodType<FormShape> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['text', 'code', 'decimal', 'whole', 'date', 'flag']) }),
    z.strictObject({ kind: z.literal('choice'), options: z.array(z.string()) }),
    z.strictObject({
      kind: z.literal('list'),
      item: formShape,
      /** A single one is written without brackets. */
      orOne: z.literal(true).optional(),
    }),
    z.strictObject({ kind: z.literal('record'), value: formShape }),
    z.strictObject({ kind: z.enum(['fields', 'oneOf']), fields: z.array(formField) }),
    z.strictObject({ kind: z.literal('either'), ways: z.array(formShape) }),
    z.strictObject({ kind: z.literal('form'), form: z.string() }),
  ]),
) as never;

const formField = z.strictObject({
  key: z.string(),
  /** The key of its words in `fields`, and of its choices in `options`. */
  place: z.string(),
  required: z.boolean(),
  shape: formShape,
});

const words = z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() }));

export const schemeEditing = {
  edit: inTown('POST', '/schemes/edit', {
    summary: 'A text after edits of a form, checked, with its outline; without edits the outline.',
    reads: true,
  })
    .input(townInput({ source, edits: z.array(schemeEdit).max(50) }))
    .output(
      z.strictObject({ source: z.string(), checked: checkedText, outline: z.array(outlineRow) }),
    ),

  example: inTown('POST', '/schemes/example', {
    summary: 'Examples of a clause of a text, worked out by the real evaluation; nothing is kept.',
    reads: true,
  })
    .input(townInput({ source, path }))
    .output(z.strictObject({ examples: z.array(ruleExample), none: z.string().optional() })),

  form: inTown('GET', '/schemes/form', {
    summary: 'The fields of everything that a clause or indicator may say, with their words.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** `Clause`, `Node`, `Rule`, `Quantity`, `Condition` … */
        forms: z.record(z.string(), formShape),
        /** Words by the place of a field: `Rule.count.delta`. */
        fields: words,
        /** Words of choices, by the place of the field or the name of the form. */
        options: z.record(z.string(), words),
      }),
    ),
};
