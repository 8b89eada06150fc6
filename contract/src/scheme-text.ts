/** The texts of a scheme: findings about them, the official text as the page shows it, comparisons. */

import { z } from 'zod';
import { uuid } from './address.ts';

export const finding = z.strictObject({
  code: z.string(),
  /** A few English words for the code; the sentence is Chinese. */
  title: z.string(),
  path: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  sentence: z.string(),
  /** What stands there, in words: 条款 1.5. */
  where: z.string().optional(),
  /** From 1; absent where the text has no such place. */
  line: z.int().optional(),
  column: z.int().optional(),
});

const align = z.enum(['left', 'center', 'right']);

const tableCell = z.strictObject({
  text: z.string(),
  rows: z.int(),
  columns: z.int(),
  align,
});

/** A piece of the official text; headings carry their number. */
export const officialBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.int().min(1).max(4),
    number: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    lead: z.string().optional(),
    text: z.string(),
    place: align.optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string().optional(),
    /** Shares of the width. */
    widths: z.array(z.number()),
    head: z.array(z.array(tableCell)),
    rows: z.array(z.array(tableCell)),
  }),
]);

/** A line of the table of indicators and clauses. */
export const officialRow = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('indicator'),
    code: z.string(),
    name: z.string(),
    /** 1 for the first level. */
    level: z.int(),
    /** The full mark, or one for each group: "40分", "平原村40分，山区村30分". */
    full: z.string(),
    owner: z.string().optional(),
    remarks: z.array(z.string()),
    /** Line of the source text where it begins. */
    line: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('clause'),
    code: z.string(),
    text: z.string(),
    note: z.string().optional(),
    appliesTo: z.string().optional(),
    owner: z.string().optional(),
    source: z.string().optional(),
    /** How it counts, in words. */
    rule: z.string(),
    /** Names of the kinds of fact that it hears. */
    hears: z.array(z.string()),
    isPending: z.boolean(),
    line: z.int().optional(),
  }),
]);

/** The official text as the page shows it: the words of the Word file, the clauses as a list. */
export const officialText = z.strictObject({
  marks: z.array(z.string()),
  title: z.string(),
  underTitle: z.array(z.string()),
  body: z.array(officialBlock),
  rows: z.array(officialRow),
  appendices: z.array(z.strictObject({ title: z.string(), blocks: z.array(officialBlock) })),
});

/** A text as it was checked: what is wrong with it, and its official text if it can be read. */
export const checkedText = z.strictObject({
  findings: z.array(finding),
  errors: z.int(),
  warnings: z.int(),
  hints: z.int(),
  official: officialText.optional(),
});

/** A stretch of words, and whether one of the two texts alone has it. */
export const wordMark = z.strictObject({
  text: z.string(),
  mark: z.enum(['same', 'added', 'removed']),
});

/** A clause, an indicator or a rule of the whole that differs. */
export const change = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  what: z.enum(['clause', 'indicator', 'scheme', 'convention']),
  /** The code in the newer text; of what was removed, in the older one. */
  code: z.string(),
  /** The code in the older text, where it is another. */
  formerCode: z.string().optional(),
  name: z.string().optional(),
  /** What changed, a sentence each: 1.1 每处扣分由0.5改为1。 */
  sentences: z.array(z.string()),
  /** The words of both texts, marked; absent where they are the same. */
  words: z.array(wordMark).optional(),
  before: z.strictObject({ text: z.string(), rule: z.string() }).optional(),
  after: z.strictObject({ text: z.string(), rule: z.string() }).optional(),
});

export const comparison = z.strictObject({
  older: z.strictObject({ id: uuid, title: z.string() }),
  newer: z.strictObject({ id: uuid, title: z.string() }),
  counts: z.strictObject({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    same: z.int(),
  }),
  changes: z.array(change),
});
