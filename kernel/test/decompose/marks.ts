/** The hand-marked list as data, and whether it fits the documents it was made from. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Sentence } from '../../src/index.ts';

/** From and to (not included) within the sentence, in UTF-16 units, as `slice` takes them. */
const span = z
  .tuple([z.int().nonnegative(), z.int().positive()])
  .refine(([from, to]) => from < to, 'empty span');

const mark = z.strictObject({
  sentence: z.int().positive(),
  ordinal: z.int().positive(),
  demand: z.enum(['concrete', 'vague']),
  actor: span.nullable(),
  object: span,
  quantity: span.nullable(),
  date: span.nullable(),
});

const marked = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sentences: z.int().positive(),
  marks: z.array(mark),
});

/** A place in a sentence. */
export type Span = z.infer<typeof span>;

/** One task as a person marked it; what the sentence does not carry is null. */
export type Mark = z.infer<typeof mark>;

/** The marks of one document, which itself is not kept. */
export type Marked = z.infer<typeof marked>;

/** The documents that are marked. */
export const documents = ['001', '002', '003'] as const;

/** The marks of one document; throws where the file says more or less than marks. */
export function readMarks(document: string): Marked {
  const path = new URL(`marked/${document}.yaml`, import.meta.url);
  return marked.parse(parse(readFileSync(path, 'utf8')));
}

/** Whether these are the very bytes that were marked. */
export function isMarkedText(bytes: Uint8Array, { sha256 }: Marked): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** What does not fit between the marks and the sentences of the document; empty where all does. */
export function misfits({ sentences: count, marks }: Marked, sentences: readonly Sentence[]) {
  const found: string[] = [];
  if (sentences.length !== count) found.push(`${sentences.length} sentences, ${count} expected`);
  for (const { sentence, ordinal, actor, object, quantity, date } of marks) {
    const owner = sentences[sentence - 1];
    const name = `${sentence}.${ordinal}`;
    if (owner === undefined) found.push(`${name}: no such sentence`);
    else if (owner.isHeading) found.push(`${name}: a heading`);
    const length = owner?.text.length ?? 0;
    const isOutside = [actor, object, quantity, date].some((part) => part && part[1] > length);
    if (owner && isOutside) found.push(`${name}: outside of its sentence`);
  }
  return found;
}
