/** The documents of a demonstration town on the decomposition bench, worked off through its own door. */

import { readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import type { Ctx } from './platform/index.ts';
import { actOnDraft, makeDocument, readDocument } from './work/index.ts';

const claim = z.strictObject({
  title: z.string(),
  lead: z.string(),
  accountable: z.string(),
  quantity: z.string().optional(),
  dueOn: z.string().optional(),
});

const documentShape = z.strictObject({
  user: z.string(),
  at: z.string(),
  kind: z.enum(['speech', 'report', 'minutes', 'paper']),
  title: z.string(),
  dated: z.string(),
  source: z.string(),
  text: z.string(),
  /** What was done with the draft of these words. */
  deeds: z.array(
    z.strictObject({ draft: z.string(), claim: claim.optional(), aside: z.string().optional() }),
  ),
});

/** A document as its file tells it. */
export type BenchDocument = z.infer<typeof documentShape>;

/** The documents of a file; none where it is empty. */
export function readBench(text: string): readonly BenchDocument[] {
  return readShape(text, documentShape.array()).value ?? [];
}

/**
 * Puts the documents on the bench and does what their file tells.
 * @throws Error where a draft that the file names was not proposed: the example would tell of nothing.
 */
export async function loadBench(
  documents: readonly BenchDocument[],
  contextOf: (user: string, now: string) => Promise<Ctx>,
): Promise<void> {
  for (const { user, at, deeds, ...document } of documents) {
    const ctx = await contextOf(user, at);
    const { id } = await makeDocument(ctx, document);
    for (const { draft, claim: claimed, aside } of deeds) {
      const { sentences, drafts } = await readDocument(ctx, { id });
      const found = drafts.find(
        ({ sentence, from, to }) => sentences[sentence - 1]?.text.slice(from, to) === draft,
      );
      if (!found) throw new Error(`no draft “${draft}” of ${document.title}`);
      const of = { id, draft: found.id, version: found.version };
      await actOnDraft(
        ctx,
        claimed
          ? { ...of, deed: 'claim', claim: { form: 'oneLine', ...claimed } }
          : { ...of, deed: 'aside', reason: aside },
      );
    }
  }
}
