/** The bench: the list of documents, a new one with its drafts, one with its sentences beside them. */

import { randomUUID } from 'node:crypto';
import type { DocumentPage } from '@oneneedle/contract';
import {
  type ItemProposal,
  type ItemState,
  proposalsOf,
  type Sentence,
  sentencesOf,
} from '@oneneedle/kernel';
import { markOfLine } from '../../evidence/index.ts';
import type { Ctx, Role } from '../../platform/index.ts';
import { itemBook, personOf } from '../items/book.ts';
import { reads } from '../items/reach.ts';
import type { ItemRow } from '../items/store.ts';
import { namesIn, numberOf } from '../items/views.ts';
import { draftWorkers } from './policy.ts';
import { draftProblem } from './problems.ts';
import {
  type DocumentRow,
  type DraftRow,
  documentsWithCounts,
  draftsOf,
  findDocument,
  insertDocument,
  insertDraftDeeds,
  insertDrafts,
  itemsOfDrafts,
  redactedSentences,
} from './store.ts';

/** Documents on the bench with how many of their drafts stand how. */
export async function listDocuments(ctx: Ctx) {
  const { roster } = await itemBook(ctx);
  const names = namesIn(roster);
  const rows = (await documentsWithCounts(ctx.db)).filter((row) => mayRead(ctx, row));
  return { rows: rows.map((row) => rowShown(row, names)), mayWork: mayWork(ctx) };
}

interface NewText {
  readonly kind: 'speech' | 'report' | 'minutes' | 'paper';
  readonly title: string;
  readonly dated?: string | undefined;
  readonly source: string;
  readonly text: string;
  readonly isWithheld?: boolean | undefined;
}

const bytesMax = 100 * 1024;

/**
 * Keeps a text and what the patterns find in it. What asks for something that nobody could close is put
 * aside at once, with its sentence and why; nothing becomes an item.
 */
export async function makeDocument(ctx: Ctx, input: NewText): Promise<{ id: string }> {
  const person = personOf(ctx);
  requireUnmarked(input);
  const bytes = Buffer.byteLength(input.text);
  if (bytes > bytesMax) throw draftProblem('text-too-long', { kilobytes: Math.ceil(bytes / 1024) });
  const sentences = sentencesOf(input.text);
  if (sentences.length === 0) throw draftProblem('text-blank');
  const id = randomUUID();
  await insertDocument(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    kind: input.kind,
    title: input.title,
    dated: input.dated ?? null,
    source: input.source,
    is_withheld: input.isWithheld ?? false,
    body: input.text,
    created_by_account: ctx.actor.accountId,
    created_by: person,
    created_at: ctx.now,
  });
  const drafts = proposalsOf(sentences).map((found) => proposed(ctx, { id, found, sentences }));
  await insertDrafts(ctx.db, drafts);
  await insertDraftDeeds(
    ctx.db,
    drafts.map((draft) => ({
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      draft_id: draft.id,
      seq: 1,
      deed: 'propose',
      to_state: draft.state,
      at: ctx.now,
    })),
  );
  return { id };
}

function proposed(
  { tenant, now }: Pick<Ctx, 'tenant' | 'now'>,
  of: { id: string; found: ItemProposal; sentences: readonly Sentence[] },
) {
  const { kind, object, actor, quantity, date, why } = of.found;
  const text = of.sentences[of.found.sentence - 1]?.text ?? '';
  const said = (place: readonly [number, number] | undefined) =>
    place === undefined ? null : text.slice(...place);
  return {
    tenant_id: tenant.id,
    id: randomUUID(),
    document_id: of.id,
    sentence: of.found.sentence,
    from_at: object[0],
    to_at: object[1],
    said_actor: said(actor),
    said_quantity: said(quantity),
    said_date: said(date),
    why,
    state: kind === 'task' ? 'open' : 'aside',
    reason: kind === 'task' ? null : why,
    created_at: now,
  };
}

/** Refuses what is marked as secret, by the line where it stands. */
export function requireUnmarked({
  title,
  source,
  text,
}: {
  title: string;
  source: string;
  text: string;
}): void {
  const lines = [title, source, ...text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)];
  for (const [index, line] of lines.entries()) {
    const mark = markOfLine(line);
    if (mark !== undefined)
      throw draftProblem('text-marked', { mark, line: Math.max(1, index - 1) });
  }
}

const wholeTown: readonly Role[] = ['leader', 'supervision', 'discipline'];

type Kept = Pick<DocumentRow, 'is_withheld' | 'created_by_account'>;

/** What is withheld is read by its author and by those who read the whole town. */
export function mayRead({ actor }: Pick<Ctx, 'actor'>, document: Kept): boolean {
  if (!document.is_withheld || document.created_by_account === actor.accountId) return true;
  return actor.grants.some(({ role }) => wholeTown.includes(role));
}

/** A document that the asker reads; what is not theirs to read is not there for them. */
export async function readableDocument(ctx: Ctx, id: string): Promise<DocumentRow> {
  const document = await findDocument(ctx.db, id);
  if (!document || !mayRead(ctx, document)) throw draftProblem('document-unknown');
  return document;
}

/** Whoever put a document there, the supervision office and leaders take sentences out. */
export function mayRedact(
  { actor }: Pick<Ctx, 'actor'>,
  { created_by_account: author }: Pick<DocumentRow, 'created_by_account'>,
): boolean {
  if (actor.person === undefined) return false;
  const isOver = actor.grants.some(({ role }) => role === 'leader' || role === 'supervision');
  return isOver || author === actor.accountId;
}

/** A document with its sentences and drafts; of items that the asker may not read nothing is told. */
export async function readDocument(ctx: Ctx, { id }: { id: string }): Promise<DocumentPage> {
  const document = await readableDocument(ctx, id);
  const [row] = await documentsWithCounts(ctx.db, id);
  if (!row) throw draftProblem('document-unknown');
  const redacted = await redactedSentences(ctx.db, id);
  const book = await itemBook(ctx);
  const drafts = await draftsOf(ctx.db, id);
  const items = await itemsOfDrafts(ctx.db, drafts);
  return {
    document: rowShown(row, namesIn(book.roster)),
    sentences: sentencesIn(document).map(({ number, text, heading, isHeading }) => ({
      number,
      text,
      isHeading,
      isRedacted: redacted.has(number),
      ...(heading === null ? {} : { heading }),
    })),
    drafts: drafts.map((draft) => {
      const item = items.get(draft.item_id ?? '');
      const shown = draftShown(draft);
      return item ? { ...shown, item: linked(item, reads(book.reach, item)) } : shown;
    }),
    mayWork: mayWork(ctx),
    mayRedact: mayRedact(ctx, document),
  };
}

/** The numbered sentences of a document; a row of a task table is one. */
export function sentencesIn({ kind, body }: Pick<DocumentRow, 'kind' | 'body'>): Sentence[] {
  if (kind !== 'table') return sentencesOf(body);
  return body
    .split('\n')
    .map((text, index) => ({ number: index + 1, text, heading: null, isHeading: false }));
}

function linked(item: ItemRow, isReadable: boolean): DocumentPage['drafts'][number]['item'] {
  if (!isReadable) return { isReadable };
  const no = numberOf(item);
  return {
    isReadable,
    id: item.id,
    ...(no === undefined ? {} : { no }),
    title: item.title,
    state: item.state as ItemState,
  };
}

function draftShown(row: DraftRow): DocumentPage['drafts'][number] {
  return {
    id: row.id,
    sentence: row.sentence,
    from: row.from_at,
    to: row.to_at,
    ...(row.said_actor === null ? {} : { saidActor: row.said_actor }),
    ...(row.said_quantity === null ? {} : { saidQuantity: row.said_quantity }),
    ...(row.said_date === null ? {} : { saidDate: row.said_date }),
    ...(row.why === null ? {} : { why: row.why }),
    state: row.state as DocumentPage['drafts'][number]['state'],
    ...(row.reason === null ? {} : { reason: row.reason }),
    version: row.version,
  };
}

type Counted = Awaited<ReturnType<typeof documentsWithCounts>>[number];

function rowShown(row: Counted, names: ReadonlyMap<string, string>): DocumentPage['document'] {
  return {
    id: row.id,
    kind: row.kind as DocumentPage['document']['kind'],
    title: row.title,
    ...(row.dated === null ? {} : { dated: row.dated }),
    source: row.source,
    isWithheld: row.is_withheld,
    by: names.get(row.created_by) ?? row.created_by,
    at: row.created_at,
    open: row.open,
    claimed: row.claimed,
    aside: row.aside,
  };
}

function mayWork({ actor }: Pick<Ctx, 'actor'>): boolean {
  return actor.person !== undefined && actor.grants.some(({ role }) => draftWorkers.includes(role));
}
