/** Taking a fact back: a fact of its own, written by one and reviewed by another. */

import { randomUUID } from 'node:crypto';
import {
  type EntryFinding,
  type EntryShown,
  type EntryWords,
  privateTag,
} from '@oneneedle/contract';
import { countsInOf, type Fact } from '@oneneedle/kernel';
import { citeEvidence, requireEvidence } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, signerOf, writesInPlaceOf } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { judged } from './entry-actions.ts';
import { asFact } from './entry-check.ts';
import { findEntries, insertEntries, type NewEntry } from './entry-store.ts';
import { showEntries } from './entry-views.ts';
import type { EntryBody } from './entry-words.ts';
import { reversalsOf } from './fact-search.ts';
import { asPrivate, isPrivate } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';
import { readableUses } from './readable-uses.ts';
import type { FactRow } from './store.ts';
import { factIn } from './stored.ts';
import { officesOfFact, visibleFact } from './visible.ts';
import { refreshDesk } from './waiting.ts';

interface Reversal {
  readonly id: string;
  readonly reason: string;
  /** The right fact in its place. */
  readonly corrected?: EntryWords | undefined;
}

/**
 * Writes the reversal of a fact, and what stands in its place, as one deed that waits for review.
 * Refuses a second reversal, the reversal of a reversal, and results, which a corrected edition
 * replaces.
 */
export async function reverseFact(
  ctx: Ctx,
  { id, reason, corrected }: Reversal,
): Promise<{ entries: EntryShown[]; findings: EntryFinding[] }> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const row = await visibleFact(ctx, id, book);
  const office = ownOffice(ctx, row, book);
  await requireReversible(ctx, row);
  const back = reversalBody(row.body, reason, chinaDay(ctx.now));
  const findings = lateFindings(back, row, book);
  const right = corrected && judged(ctx, asPrivate(corrected, isPrivate(row.body)), book);
  if (right) await requireEvidence(ctx, right.body.files, readableUses);
  const inPlaceOf = writesInPlaceOf(ctx, office);
  const common = { account: ctx.account.id, person, inPlaceOf, bundle: randomUUID() };
  const entries: NewEntry[] = [
    { ...common, id: randomUUID(), body: back, office, clause: undefined },
    ...(right
      ? [
          {
            ...common,
            id: randomUUID(),
            body: right.body,
            office: right.office,
            clause: corrected?.clause,
          },
        ]
      : []),
  ];
  await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, entries);
  for (const { id: entryId, body } of entries) {
    const subjects = body.about.map(({ subject }) => subject);
    await citeEvidence(ctx, { entryId, evidenceIds: body.files, subjects });
  }
  const ids = entries.map((entry) => entry.id);
  const rows = await findEntries(ctx.db, { ids });
  await refreshDesk(ctx, rows);
  const ordered = ids.flatMap((one) => rows.find((found) => found.id === one) ?? []);
  return {
    entries: await showEntries(ctx, ordered, book),
    findings: [...findings, ...(right?.findings ?? [])],
  };
}

function ownOffice(ctx: Ctx, row: FactRow, book: RecordingBook): string | undefined {
  const offices = officesOfFact(row, book);
  const own = offices.find((office) => actsFor(ctx.actor, 'recorder', office));
  if (own !== undefined) return own;
  if (offices.length === 0 && actsFor(ctx.actor, 'recorder', undefined)) return undefined;
  throw ledgerProblem('office-other', { offices });
}

/** Refuses a second reversal, the reversal of a reversal, and results. */
export async function requireReversible(ctx: Ctx, { body }: FactRow): Promise<void> {
  if (body.reverses !== undefined) throw ledgerProblem('reversal-of-reversal');
  if (body.form === 'result') throw ledgerProblem('result-fixed');
  const reversals = await reversalsOf(ctx.db, [body.id]);
  if (reversals.size > 0) throw ledgerProblem('already-reversed');
}

/** What takes a fact back: about the same subjects, known from today on, and as private as it. */
export function reversalBody(
  { id, about, tags }: Pick<Fact, 'id' | 'about' | 'tags'>,
  reason: string,
  today: string,
): EntryBody {
  return {
    kind: 'reversal',
    form: 'event',
    about,
    on: today as EntryBody['on'] & string,
    values: {},
    tags: tags.includes(privateTag) ? [privateTag] : [],
    evidence: [],
    files: [],
    reverses: id,
    note: reason,
  };
}

/** Where the correction will count; a year that is sealed takes none. */
export function lateFindings(back: EntryBody, row: FactRow, book: RecordingBook): EntryFinding[] {
  const { schemes, sealed } = book;
  const reversed = factIn(row);
  const { late, refusals, refused } = countsInOf(asFact(back), { schemes, sealed, reversed });
  const sentences = refusals.map(({ sentence }) => sentence);
  if (refused) throw ledgerProblem('counts-nowhere', { sentences });
  return [...late.map(({ sentence }) => sentence), ...sentences].map((sentence) => ({
    severity: 'warning',
    sentence,
  }));
}
