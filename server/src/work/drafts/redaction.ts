/** Taking a sentence with personal data out of a document: its text goes, its number and digest stay. */

import { createHash, randomUUID } from 'node:crypto';
import type { DocumentPage } from '@oneneedle/contract';
import type { Ctx } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { mayRedact, readableDocument, readDocument, sentencesIn } from './actions.ts';
import { draftProblem } from './problems.ts';
import { type DocumentRow, lockDocument, redactedSentences, saveRedaction } from './store.ts';

const removed = '〔已删〕';

interface Redaction {
  readonly id: string;
  readonly sentence: number;
  readonly reason: string;
}

/** Takes a sentence out of the text, of its drafts, and of the items that quote it. */
export async function redactSentence(
  ctx: Ctx,
  { id, sentence, reason }: Redaction,
): Promise<DocumentPage> {
  const person = personOf(ctx);
  const read = await readableDocument(ctx, id);
  if (!mayRedact(ctx, read)) throw draftProblem('redaction-not-yours');
  const document = (await lockDocument(ctx.db, id)) ?? read;
  const was = sentencesIn(document)[sentence - 1]?.text;
  if (was === undefined || (await redactedSentences(ctx.db, id)).has(sentence)) {
    throw draftProblem('sentence-redacted', { sentence });
  }
  const { body, now } = withoutSentence(document, sentence);
  await saveRedaction(ctx.db, {
    redaction: {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      document_id: id,
      sentence,
      sha256: createHash('sha256').update(was).digest('hex'),
      reason,
      account_id: ctx.actor.accountId,
      person,
      at: ctx.now,
    },
    body,
    was,
    now,
  });
  return readDocument(ctx, { id });
}

interface Without {
  readonly body: string;
  readonly now: string;
}

/** The text with a mark in place of the sentence; all other sentences keep their words and numbers. */
function withoutSentence(document: DocumentRow, sentence: number): Without {
  if (document.kind === 'table') return withoutRow(document.body, sentence);
  const before = sentencesIn(document).map(({ text }) => text);
  const was = before[sentence - 1] ?? '';
  let from = 0;
  for (const text of before.slice(0, sentence - 1)) {
    from = document.body.indexOf(text, from) + text.length;
  }
  const at = document.body.indexOf(was, from);
  // A stop ends it where one did: else the next sentence would grow onto it.
  const now = /[。！？；!?;][”’"』」）)】》]*$/.test(was) ? `${removed}。` : removed;
  const body = document.body.slice(0, at) + now + document.body.slice(at + was.length);
  const after = sentencesIn({ kind: document.kind, body }).map(({ text }) => text);
  const isSame =
    after.length === before.length &&
    after.every((text, index) => text === (index === sentence - 1 ? now : before[index]));
  if (!isSame) throw new Error(`sentence ${sentence} of ${document.id} cannot be taken out alone`);
  return { body, now };
}

/** A row of a task table keeps the number by which it is known, so that it is not claimed again. */
function withoutRow(body: string, row: number): Without {
  const lines = body.split('\n');
  const [number = '', , ...rest] = (lines[row - 1] ?? '').split('\t');
  const now = [number, removed, ...rest.map(() => '')].join('\t');
  lines[row - 1] = now;
  return { body: lines.join('\n'), now };
}
