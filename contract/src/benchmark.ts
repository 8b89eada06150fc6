/** Lists of the district: where the town stands, how far from the first, what is weakest and whose. */

import { z } from 'zod';
import { instant, inTown, line, periodId, prose, townInput, uuid } from './address.ts';
import { named } from './item-shapes.ts';

/** Rows and cells as they are pasted, the head among them. */
const cells = z
  .array(z.array(z.string().max(200)).max(60))
  .min(1)
  .max(200);

const rank = z.strictObject({
  at: z.int(),
  /** At least this place; nobody knows which. */
  isOpen: z.boolean(),
});

const gap = z.strictObject({
  towns: z.array(z.string()),
  /** Exact points as text. */
  gap: z.string(),
});

const weak = z.strictObject({
  name: z.string(),
  /** As the list calls it; named where the town has such an office. */
  office: z.string().optional(),
  unit: named.optional(),
  leaders: z.array(named),
  full: z.string().optional(),
  score: z.string().optional(),
  lost: z.string().optional(),
  rank: rank.optional(),
  isBeyondTen: z.boolean(),
  best: z.strictObject({ score: z.string(), towns: z.array(z.string()) }).optional(),
});

const place = z.strictObject({
  total: z.string().optional(),
  rank: rank.optional(),
  tiedWith: z.array(z.string()),
  towns: z.int(),
  first: gap.optional(),
  next: gap.optional(),
  beyondTen: z.int(),
  /** Weakest first. */
  indicators: z.array(weak),
  /** Points of all indicators less the total. */
  unlike: z.string().optional(),
});

const head = z.strictObject({
  id: uuid,
  name: z.string(),
  issuer: z.string(),
  document: z.string(),
  period: periodId,
  version: z.int(),
});

const shown = z.strictObject({
  ...head.shape,
  cells,
  place,
  recordedBy: z.string(),
  recordedAt: instant,
  may: z.strictObject({ correct: z.boolean() }),
});

const fault = z.strictObject({ row: z.int(), column: z.int(), sentence: z.string() });

const written = {
  name: line,
  issuer: line,
  document: prose.default(''),
  period: periodId,
  cells,
};

export const benchmark = {
  list: inTown('GET', '/benchmark-lists', {
    summary: 'Lists of the district with the place of the town, the latest first.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            ...head.shape,
            rank: rank.optional(),
            towns: z.int(),
            first: gap.optional(),
            next: gap.optional(),
            indicators: z.int(),
            beyondTen: z.int(),
          }),
        ),
        may: z.strictObject({ record: z.boolean() }),
      }),
    ),
  one: inTown('GET', '/benchmark-lists/{id}', {
    summary: 'One list: the place, the gaps, the indicators weakest first with whose they are.',
  })
    .input(townInput({ id: uuid }))
    .output(shown),
  record: inTown('POST', '/benchmark-lists', {
    summary: 'Records a list of the district from its table.',
    creates: true,
  })
    .input(townInput(written))
    .output(shown),
  correct: inTown('PUT', '/benchmark-lists/{id}', {
    summary: 'Writes a list anew where it was typed wrongly.',
  })
    .input(townInput({ id: uuid, version: z.int().min(1), ...written }))
    .output(shown),
  preview: inTown('POST', '/benchmark-lists/files/preview', {
    summary: 'The table in a file, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(z.strictObject({ cells, faults: z.array(fault) })),
  mark: inTown('POST', '/benchmark-lists/files/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(z.file()),
};

export type BenchmarkShown = z.infer<typeof shown>;
