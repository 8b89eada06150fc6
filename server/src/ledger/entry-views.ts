/** Entries as lists and pages show them, with what the asker may do. */

import type { EntryShown } from '@oneneedle/contract';
import { evidenceCitedBy } from '../evidence/index.ts';
import type { Actor, Ctx, Substituted } from '../platform/index.ts';
import { actsFor, isInSight, type Sight, sightOf, standsInFor } from './access.ts';
import type { RecordingBook } from './book.ts';
import type { EntryRow } from './entry-store.ts';
import { noteCounts } from './note-store.ts';
import { lineFor, namingOf, recordShown } from './shown.ts';
import { factRowsOf, factsByEntry } from './store.ts';

type Deed = EntryShown['deeds'][number];

/** Entries in the order given, for the asker. */
export async function showEntries(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  rows: readonly EntryRow[],
  book: RecordingBook,
): Promise<EntryShown[]> {
  const ids = rows.map(({ id }) => id);
  const files = await evidenceCitedBy(db, 'entry', ids);
  const notes = await noteCounts(db, { entryIds: ids });
  const posted = await factsByEntry(
    db,
    rows.flatMap(({ id, state }) => (state === 'posted' ? [id] : [])),
  );
  const naming = namingOf(book.roster);
  const showing = { catalogue: book.catalogue, naming };
  const originals = await originalsOf(db, rows);
  return rows.map((row) => {
    const fact = posted.get(row.id);
    const content = fact ?? row.body;
    const original = originals.get(content.reverses ?? '');
    const cited = {
      evidence: content.evidence,
      files: files.get(row.id) ?? [],
      office: row.office,
    };
    return {
      id: row.id,
      ...recordShown(content, cited, showing),
      ...(original ? { takesBack: lineFor(original.body, showing) } : {}),
      ...(row.line === null || row.clause === null
        ? {}
        : { clause: { line: row.line, code: row.clause } }),
      state: row.state,
      version: row.version,
      recordedBy: naming.person(row.recorded_by),
      ...(row.reviewed_by === null || row.reviewed_at === null
        ? {}
        : { reviewedBy: naming.person(row.reviewed_by), reviewedAt: row.reviewed_at }),
      ...sentBackOf(row, naming),
      ...(row.bundle_id === null ? {} : { bundle: row.bundle_id }),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      notes: notes.get(row.id) ?? 0,
      ...(fact ? { factId: fact.id } : {}),
      deeds: deedsFor(actor, row),
    };
  });
}

/** The facts that entries take back, by their number. */
async function originalsOf(db: Ctx['db'], rows: readonly EntryRow[]) {
  const facts = await factRowsOf(
    db,
    rows.flatMap(({ body }) => body.reverses ?? []),
  );
  return new Map(facts.map((row) => [row.body.id, row]));
}

function sentBackOf(row: EntryRow, naming: ReturnType<typeof namingOf>) {
  const { sent_back_by: by, sent_back_reason: reason, sent_back_at: at } = row;
  if (by === null || reason === null || at === null) return {};
  return { sentBack: { by: naming.person(by), reason, at } };
}

/** What an actor may do with an entry as it stands. */
export function deedsFor(actor: Actor, row: EntryRow): Deed[] {
  if (row.state === 'posted') return [];
  const office = row.office ?? undefined;
  const writes = actsFor(actor, 'recorder', office);
  const reviews = actsFor(actor, 'reviewer', office);
  const waits = row.state === 'draft' && row.sent_back_at === null;
  return [
    ...(writes && row.body.reverses === undefined ? (['change'] as const) : []),
    ...(writes ? (['remove'] as const) : []),
    ...(reviews && waits && mayJudge(actor, row) ? (['review'] as const) : []),
    ...(reviews && row.sent_back_at === null && mayJudge(actor, row)
      ? (['send-back'] as const)
      : []),
    ...(reviews && row.state === 'reviewed' ? (['post'] as const) : []),
  ];
}

/** Whether somebody wrote on an entry, or a substitute did in their place: nobody reviews their own. */
export function isOwn(
  { accountId, person }: Pick<Actor, 'accountId' | 'person'>,
  row: EntryRow,
): boolean {
  return (
    row.recorded_by_account === accountId ||
    (person !== undefined && (row.writers.includes(person) || row.in_place_of.includes(person)))
  );
}

/** Those whose right to review an entry the actor uses as a substitute, and who did not write it. */
export function judgesInPlaceOf(actor: Actor, row: EntryRow): Substituted[] {
  const absent = standsInFor(actor, 'reviewer', row.office ?? undefined);
  return absent.filter((one) => !isOwn(one, row));
}

/** Whether an entry is another's both to the actor and to whom the actor stands in for. */
export function mayJudge(actor: Actor, row: EntryRow): boolean {
  const standsIn = standsInFor(actor, 'reviewer', row.office ?? undefined).length > 0;
  return !isOwn(actor, row) && (!standsIn || judgesInPlaceOf(actor, row).length > 0);
}

/**
 * Whether an actor may read an entry: its office, the assessment office, discipline, and whoever
 * wrote it. A subject reads facts, not drafts.
 */
export function mayRead(
  actor: Actor,
  row: EntryRow,
  naming: { isPerson(code: string): boolean },
  sight: Sight,
): boolean {
  if (isOwn(actor, row)) return true;
  const office = row.office ?? undefined;
  const isOffice = actsFor(actor, 'recorder', office) || actsFor(actor, 'reviewer', office);
  const isAll = actor.grants.some(
    ({ role }) => role === 'assessment-office' || role === 'discipline',
  );
  return (
    (isOffice || isAll) &&
    isInSight(sight, { about: row.body.about ?? [], office: row.office }, naming.isPerson)
  );
}

/** The rows that an actor may read. */
export function readable(
  actor: Actor,
  rows: readonly EntryRow[],
  { roster }: RecordingBook,
): EntryRow[] {
  const [naming, sight] = [namingOf(roster), sightOf(actor, roster)];
  return rows.filter((row) => mayRead(actor, row, naming, sight));
}
