/** While somebody types: facts and entries that may be the same thing. */

import { type FactDraft, indexFacts, isoDate, relatedFacts } from '@oneneedle/kernel';
import { type Ctx, plainText } from '../platform/index.ts';
import { sightOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { asFact } from './entry-check.ts';
import { findEntries } from './entry-store.ts';
import { readable } from './entry-views.ts';
import { bodyOf } from './entry-words.ts';
import { ledgerProblem } from './problems.ts';
import { factsAbout } from './related-store.ts';
import { namingOf } from './shown.ts';
import { factIn } from './stored.ts';
import { seesFact } from './visible.ts';

/** What is typed so far. */
export interface Typed {
  readonly kind?: string | undefined;
  readonly subjects?: string | undefined;
  readonly on?: string | undefined;
  readonly period?: string | undefined;
  readonly matter?: string | undefined;
  readonly docNo?: string | undefined;
  readonly values?: string | undefined;
  readonly entryId?: string | undefined;
}

/** Posted facts first, then entries that wait; at most five of each. */
export async function listRelated(ctx: Ctx, typed: Typed) {
  const book = await recordingBook(ctx.db);
  const draft = draftOf(typed, book);
  const subjects = (draft.about ?? []).map(({ subject }) => subject);
  const { kinds } = book;
  const rows = await factsAbout(ctx.db, { subjects, matter: draft.matter });
  const sight = sightOf(ctx.actor, book.roster);
  const { isPerson } = namingOf(book.roster);
  const seen = rows.filter((row) => seesFact(sight, row, isPerson));
  const facts = seen.map(factIn);
  const related = relatedFacts(draft, indexFacts(facts), { kinds });
  const entries = readable(ctx.actor, await findEntries(ctx.db, {}), book)
    .filter(({ id, body }) => id !== typed.entryId && body.reverses === undefined)
    .map(({ id, body }) => asFact(body, id));
  const waiting = relatedFacts(draft, indexFacts(entries), { kinds });
  const matters = new Map([...facts, ...entries].map(({ id, matter }) => [id, matter]));
  const withMatter = (id: string) => {
    const matter = matters.get(id);
    return matter === undefined ? {} : { matter };
  };
  return {
    rows: [
      ...related.map(({ factId, why, sentence }) => {
        return { factId, why, sentence, ...withMatter(factId) };
      }),
      ...waiting.map(({ factId: entryId, why, sentence }) => {
        const words = sentence.replace(`事实 ${entryId}`, '一条还没入账的待记');
        return { entryId, why, sentence: words, ...withMatter(entryId) };
      }),
    ],
  };
}

function draftOf(typed: Typed, book: RecordingBook): FactDraft {
  const { kind = '', on, period, matter, docNo } = typed;
  const codes = (typed.subjects ?? '').split(',').filter((code) => code !== '');
  const { body } = bodyOf(
    {
      kind,
      about: codes.map((subject) => ({ subject, as: '' })),
      values: valuesTyped(typed.values),
      tags: [],
      evidence: [],
      files: [],
    },
    book,
  );
  return {
    kind: body.kind,
    about: body.about,
    values: body.values,
    ...(on === undefined ? {} : { on: isoDate(on) }),
    ...(period === undefined ? {} : { period }),
    ...(matter === undefined ? {} : { matter: plainText(matter) }),
    ...(docNo === undefined ? {} : { doc: { no: plainText(docNo) } }),
  };
}

function valuesTyped(text = '{}'): Record<string, string> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) throw new SyntaxError('not an object');
    const entries = Object.entries(read).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(entries) as Record<string, string>;
  } catch (error) {
    if (error instanceof SyntaxError) throw ledgerProblem('values-unreadable');
    throw error;
  }
}
