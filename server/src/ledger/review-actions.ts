/** Review by somebody else, and posting: an entry becomes a fact that stays. */

import type { EntryFinding } from '@oneneedle/contract';
import { citeEvidence, evidenceCitedBy } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, signerOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { requireVersion } from './entry-actions.ts';
import { checkEntry } from './entry-check.ts';
import {
  bundleIds,
  type EntryRow,
  lockEntries,
  markPosted,
  markReviewed,
  markSentBack,
} from './entry-store.ts';
import { judgesInPlaceOf, mayJudge } from './entry-views.ts';
import { type NewFact, type Posting, postFacts } from './posting.ts';
import { ledgerProblem } from './problems.ts';
import { lineFor, namingOf } from './shown.ts';
import { refreshDesk } from './waiting.ts';

interface Chosen {
  readonly id: string;
  readonly version: number;
}

/** What a posting tells who posted. */
export interface PostedReply {
  readonly facts: { entryId?: string; id: string; seq: number }[];
  readonly late: { factId: string; sentence: string }[];
}

/**
 * Says that entries of others are right; all or none. Refuses entries that the actor wrote on, that
 * were given back, that somebody changed meanwhile, or that rest on nothing.
 */
export async function reviewEntries(
  ctx: Ctx,
  { entries, post }: { entries: readonly Chosen[]; post: boolean },
): Promise<PostedReply & { reviewed: number }> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const rows = await held(ctx, entries, book);
  requireOthers(ctx, rows);
  if (rows.some((row) => row.sent_back_at !== null)) throw ledgerProblem('entry-sent-back');
  requireSound(ctx, rows, book);
  await requireProof(ctx, rows, book);
  const drafts = rows.filter(({ state }) => state === 'draft').map(({ id }) => id);
  const { id: account } = ctx.account;
  if (drafts.length > 0) await markReviewed(ctx.db, drafts, { account, person, now: ctx.now });
  const reply = post ? await postRows(ctx, rows, { reviewedBy: person }) : { facts: [], late: [] };
  await refreshDesk(ctx, rows);
  return { reviewed: drafts.length, ...reply };
}

/** Gives entries back to who recorded them, with the reason; all or none. */
export async function sendBackEntries(
  ctx: Ctx,
  { entries, reason }: { entries: readonly Chosen[]; reason: string },
): Promise<{ sentBack: number }> {
  const person = signerOf(ctx);
  const rows = await held(ctx, entries, await recordingBook(ctx.db));
  requireOthers(ctx, rows);
  if (rows.some((row) => row.sent_back_at !== null)) throw ledgerProblem('entry-sent-back');
  const ids = rows.map(({ id }) => id);
  await markSentBack(ctx.db, ids, { person, reason, now: ctx.now });
  await refreshDesk(ctx, rows);
  return { sentBack: rows.length };
}

/** Posts entries that were reviewed; all or none. */
export async function postEntries(
  ctx: Ctx,
  { entries }: { entries: readonly Chosen[] },
): Promise<PostedReply> {
  signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const rows = await held(ctx, entries, book);
  if (rows.some(({ state }) => state !== 'reviewed')) throw ledgerProblem('entry-not-reviewed');
  requireSound(ctx, rows, book);
  await requireProof(ctx, rows, book);
  const reply = await postRows(ctx, rows, {});
  await refreshDesk(ctx, rows);
  return reply;
}

/** The entries with all that belong to their deeds, held until the end of the request. */
async function held(
  ctx: Ctx,
  entries: readonly Chosen[],
  book: RecordingBook,
): Promise<EntryRow[]> {
  const versions = new Map(entries.map(({ id, version }) => [id, version]));
  const rows = await lockEntries(ctx.db, await bundleIds(ctx.db, [...versions.keys()]));
  const known = new Set(rows.map(({ id }) => id));
  if ([...versions.keys()].some((id) => !known.has(id))) throw ledgerProblem('entry-unknown');
  const foreign = rows.flatMap(({ office }) =>
    actsFor(ctx.actor, 'reviewer', office ?? undefined) ? [] : [office],
  );
  if (foreign.length > 0) {
    const offices = [...new Set(foreign.flatMap((office) => office ?? []))];
    throw ledgerProblem('office-other', { offices });
  }
  for (const row of rows) requireVersion(row, versions.get(row.id) ?? row.version, book);
  noteInPlaceOf(ctx, rows);
  return rows;
}

function requireOthers(ctx: Ctx, rows: readonly EntryRow[]): void {
  const own = rows.filter((row) => !mayJudge(ctx.actor, row));
  if (own.length > 0) throw ledgerProblem('own-entry', { count: own.length });
}

/** For the audit: 代 某某. */
function noteInPlaceOf(ctx: Ctx, rows: readonly EntryRow[]): void {
  for (const row of rows) {
    for (const { accountId } of judgesInPlaceOf(ctx.actor, row)) ctx.actInPlaceOf(accountId);
  }
}

/** The scheme or the roster may have changed since an entry was written. */
function requireSound(ctx: Ctx, rows: readonly EntryRow[], book: RecordingBook): void {
  const today = chinaDay(ctx.now);
  for (const { id, body, line, clause } of rows) {
    const named = line === null || clause === null ? undefined : { line, code: clause };
    const errors = checkEntry({ body, clause: named }, { book, today }).filter(
      ({ severity }: EntryFinding) => severity === 'error',
    );
    if (errors.length > 0) throw ledgerProblem('entry-invalid', { findings: errors, id });
  }
}

/** No point without evidence: a fact cannot be given it later. */
async function requireProof(
  ctx: Ctx,
  rows: readonly EntryRow[],
  book: RecordingBook,
): Promise<void> {
  const files = await evidenceCitedBy(
    ctx.db,
    'entry',
    rows.map(({ id }) => id),
  );
  const bare = rows.filter(
    ({ id, body }) =>
      body.reverses === undefined &&
      body.form !== 'missing' &&
      body.doc === undefined &&
      body.evidence.length === 0 &&
      !files.has(id),
  );
  if (bare.length === 0) return;
  const showing = { catalogue: book.catalogue, naming: namingOf(book.roster) };
  const lines = bare.slice(0, 5).map(({ body }) => lineFor(body, showing));
  throw ledgerProblem('evidence-missing', { lines });
}

async function postRows(
  ctx: Ctx,
  rows: readonly EntryRow[],
  { reviewedBy }: { reviewedBy?: string },
): Promise<PostedReply> {
  const ids = rows.map(({ id }) => id);
  const files = await evidenceCitedBy(ctx.db, 'entry', ids);
  const ordered = [...rows].sort(inOrder);
  const facts = ordered.map((row): NewFact => {
    const { files: _, evidence, ...body } = row.body;
    const hashes = (files.get(row.id) ?? []).map(({ storedSha256 }) => storedSha256);
    return {
      ...body,
      evidence: [...evidence, ...hashes],
      recordedBy: row.recorded_by,
      reviewedBy: row.reviewed_by ?? reviewedBy ?? '',
      entryId: row.id,
      ...(row.office === null ? {} : { office: row.office }),
    };
  });
  const posting = await postFacts(ctx, facts);
  for (const [at, fact] of posting.facts.entries()) {
    const evidenceIds = (files.get(ordered[at]?.id ?? '') ?? []).map(({ id }) => id);
    const subjects = fact.about.map(({ subject }) => subject);
    await citeEvidence(ctx, { factId: fact.id, evidenceIds, subjects });
  }
  await markPosted(ctx.db, ids, ctx.now);
  return replyOf(posting, ordered);
}

/** What was posted, with the entries it came from. */
export function replyOf(posting: Posting, rows: readonly EntryRow[] = []): PostedReply {
  return {
    facts: posting.facts.map(({ id, seq }, at) => {
      const entryId = rows[at]?.id;
      return { ...(entryId === undefined ? {} : { entryId }), id, seq };
    }),
    late: [...posting.late, ...posting.untaken].map(({ factId, sentence }) => ({
      factId,
      sentence,
    })),
  };
}

/** What is taken back first, then by day and in the order of writing. */
function inOrder(a: EntryRow, b: EntryRow): number {
  const keys = (row: EntryRow) => [
    row.body.reverses === undefined ? '1' : '0',
    row.body.on ?? row.body.period ?? '',
    row.created_at,
    row.id,
  ];
  const [left, right] = [keys(a), keys(b)];
  const at = left.findIndex((key, index) => key !== right[index]);
  return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}
