/** All SQL about entries. */

import { type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';
import type { EntryBody } from './entry-words.ts';

type Row = Selectable<Tables['entry']>;

/** An entry as it is kept; the body is empty once it is posted. */
export type EntryRow = Omit<Row, 'body' | 'state'> & {
  readonly body: EntryBody;
  readonly state: 'draft' | 'reviewed' | 'posted';
};

/** What a new entry says. */
export interface NewEntry {
  readonly id: string;
  readonly body: EntryBody;
  readonly office: string | undefined;
  readonly clause: { readonly line: string; readonly code: string } | undefined;
  readonly bundle?: string;
  readonly account: string;
  readonly person: string;
  /** Persons in whose place it is written, absent or told of by another room: none of them may review it either. */
  readonly inPlaceOf?: readonly string[];
  /** Who wrote on it beside that person: none of them may review it. */
  readonly writers?: readonly string[];
}

/** Which entries a list asks for. */
export interface EntryFilter {
  readonly ids?: readonly string[];
  readonly state?: 'draft' | 'reviewed' | 'sent-back' | undefined;
  readonly office?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly subjects?: readonly string[] | undefined;
  readonly recordedBy?: string | undefined;
  /** Entries of these deeds, posted ones too. */
  readonly bundles?: readonly string[] | undefined;
  /** The reversal of this fact. */
  readonly reverses?: string | undefined;
}

function entryRow(row: Row): EntryRow {
  return {
    ...row,
    body: row.body as unknown as EntryBody,
    state: row.state as EntryRow['state'],
  };
}

/** Writes a new draft. */
export async function insertEntries(
  db: Queries,
  { tenantId, now }: { tenantId: string; now: string },
  entries: readonly NewEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    tenant_id: tenantId,
    id: entry.id,
    state: 'draft',
    body: JSON.stringify(entry.body),
    office: entry.office ?? null,
    line: entry.clause?.line ?? null,
    clause: entry.clause?.code ?? null,
    bundle_id: entry.bundle ?? null,
    recorded_by_account: entry.account,
    recorded_by: entry.person,
    writers: [...new Set([entry.person, ...(entry.writers ?? [])])],
    in_place_of: [...(entry.inPlaceOf ?? [])],
    created_at: now,
    updated_at: now,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto('entry')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

/** Writes a draft anew; what was reviewed must be reviewed again. */
export async function rewriteEntry(
  db: Queries,
  row: EntryRow,
  {
    body,
    office,
    clause,
    person,
    writers = [],
    inPlaceOf = [],
    now,
  }: Omit<NewEntry, 'id' | 'account' | 'bundle'> & { now: string },
): Promise<void> {
  await db
    .updateTable('entry')
    .set({
      state: 'draft',
      body: JSON.stringify(body),
      office: office ?? null,
      line: clause?.line ?? null,
      clause: clause?.code ?? null,
      writers: [...new Set([...row.writers, person, ...writers])],
      in_place_of: [...new Set([...row.in_place_of, ...inPlaceOf])],
      reviewed_by: null,
      reviewed_by_account: null,
      reviewed_at: null,
      sent_back_by: null,
      sent_back_reason: null,
      sent_back_at: null,
      version: row.version + 1,
      updated_at: now,
    })
    .where('id', '=', row.id)
    .execute();
  if (row.bundle_id === null) return;
  // Whoever saw the deed before this change may no longer review it by naming the other entry.
  await db
    .updateTable('entry')
    .set((other) => ({ version: other('version', '+', 1), updated_at: now }))
    .where('bundle_id', '=', row.bundle_id)
    .where('id', '<>', row.id)
    .execute();
}

/** Says that entries are right. */
export async function markReviewed(
  db: Queries,
  ids: readonly string[],
  { account, person, now }: { account: string; person: string; now: string },
): Promise<void> {
  await db
    .updateTable('entry')
    .set((row) => ({
      state: 'reviewed',
      reviewed_by: person,
      reviewed_by_account: account,
      reviewed_at: now,
      version: row('version', '+', 1),
      updated_at: now,
    }))
    .where('id', 'in', ids)
    .execute();
}

/** Gives entries back with a reason. */
export async function markSentBack(
  db: Queries,
  ids: readonly string[],
  { person, reason, now }: { person: string; reason: string; now: string },
): Promise<void> {
  await db
    .updateTable('entry')
    .set((row) => ({
      state: 'draft',
      reviewed_by: null,
      reviewed_by_account: null,
      reviewed_at: null,
      sent_back_by: person,
      sent_back_reason: reason,
      sent_back_at: now,
      version: row('version', '+', 1),
      updated_at: now,
    }))
    .where('id', 'in', ids)
    .execute();
}

/** What was posted stays as an origin without content: the fact has it, and its text can be erased. */
export async function markPosted(db: Queries, ids: readonly string[], now: string): Promise<void> {
  await db
    .updateTable('entry')
    .set((row) => ({
      state: 'posted',
      body: '{}',
      version: row('version', '+', 1),
      updated_at: now,
    }))
    .where('id', 'in', ids)
    .execute();
}

/** Throws drafts away; what a village said about them stays. */
export async function deleteEntries(db: Queries, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('entry').where('id', 'in', ids).execute();
}

/** Entries held until the transaction ends, in one order, so that two reviewers do not block each other for good. */
export async function lockEntries(db: Queries, ids: readonly string[]): Promise<EntryRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(entryRow);
}

/** The ids of all entries of the deeds that these entries belong to. */
export async function bundleIds(db: Queries, ids: readonly string[]): Promise<string[]> {
  const bundles = db
    .selectFrom('entry as one')
    .select('one.bundle_id')
    .where('one.id', 'in', ids)
    .where('one.bundle_id', 'is not', null);
  const rows = await db
    .selectFrom('entry')
    .select('id')
    .where((where) => where.or([where('id', 'in', ids), where('bundle_id', 'in', bundles)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Entries, posted ones only where they are named; the latest written first. */
export async function findEntries(db: Queries, filter: EntryFilter): Promise<EntryRow[]> {
  if (filter.bundles?.length === 0) return [];
  const { ids, bundles, reverses, state, office, kinds, subjects, recordedBy } = filter;
  let query = db.selectFrom('entry').selectAll();
  if (ids) query = query.where('id', 'in', ids);
  else if (bundles) query = query.where('bundle_id', 'in', bundles);
  else query = query.where('state', '<>', 'posted');
  if (state === 'sent-back') query = query.where('sent_back_at', 'is not', null);
  if (state === 'draft') {
    query = query.where('state', '=', 'draft').where('sent_back_at', 'is', null);
  }
  if (state === 'reviewed') query = query.where('state', '=', 'reviewed');
  if (office !== undefined) query = query.where('office', '=', office);
  if (recordedBy !== undefined) query = query.where('recorded_by', '=', recordedBy);
  if (reverses !== undefined) query = query.where(sql<string>`body ->> 'reverses'`, '=', reverses);
  if (kinds) query = query.where(sql<string>`body ->> 'kind'`, 'in', kinds);
  if (subjects) {
    query = query.where(sql<boolean>`exists (select from jsonb_array_elements(body -> 'about') who
      where who ->> 'subject' = any (${[...subjects]}::text[]))`);
  }
  const rows = await query.orderBy('updated_at', 'desc').orderBy('id').execute();
  return rows.map(entryRow);
}

/** Moves when an entry of a clause is written, reviewed, posted or thrown away. */
export async function entriesStamp(
  db: Queries,
  { line, clause }: { line: string; clause: string },
): Promise<string> {
  const { count, last } = await db
    .selectFrom('entry')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.max<string | null>('updated_at').as('last'),
    ])
    .where('line', '=', line)
    .where('clause', '=', clause)
    .executeTakeFirstOrThrow();
  return `${count} ${last ?? ''}`;
}

/** Entries of one deed are one matter. */
const matters = sql<number>`count(distinct coalesce(bundle_id, id))`;

/** Matters that are not facts yet, those given back too, by office; '' where no office owns them. */
export async function waitingByOffice(
  db: Queries,
): Promise<{ office: string; drafts: number; reviewed: number }[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['office', 'state'])
    .select(matters.as('count'))
    .where('state', '<>', 'posted')
    .groupBy(['office', 'state'])
    .execute();
  const offices = [...new Set(rows.map(({ office }) => office ?? ''))].sort();
  return offices.map((office) => {
    const count = (state: string) =>
      rows.find((row) => (row.office ?? '') === office && row.state === state)?.count ?? 0;
    return { office, drafts: count('draft'), reviewed: count('reviewed') };
  });
}

/** How many matters of some kinds, of days or the period itself, are not facts yet. */
export async function waitingIn(
  db: Queries,
  {
    kinds,
    period,
    from,
    to,
  }: {
    readonly kinds: readonly string[];
    readonly period: string;
    readonly from: string;
    readonly to: string;
  },
): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(matters.as('count'))
    .where('state', '<>', 'posted')
    .where(sql<boolean>`body ->> 'kind' = any (${[...kinds]}::text[])`)
    .where(sql<boolean>`(body ->> 'on' between ${from} and ${to} or body ->> 'period' = ${period})`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Matters on their way by office, and the instant at which the oldest was written. */
export function waitingSince(
  db: Queries,
): Promise<{ office: string | null; matters: number; since: string }[]> {
  return db
    .selectFrom('entry')
    .select(({ fn, ref }) => [
      'office',
      matters.as('matters'),
      fn.min<string>(ref('created_at')).as('since'),
    ])
    .where('state', '<>', 'posted')
    .groupBy('office')
    .orderBy('since')
    .orderBy('office')
    .execute();
}

/** How many matters of an office wait for review and for posting, and who wrote the former. */
export async function waitingOf(
  db: Queries,
  office: string | null,
): Promise<{ drafts: number; reviewed: number; writers: string[] }> {
  const rows = await db
    .selectFrom('entry')
    .select(['state', 'recorded_by_account'])
    .select(matters.as('count'))
    .where('state', '<>', 'posted')
    .where('sent_back_at', 'is', null)
    .where((where) =>
      office === null ? where('office', 'is', null) : where('office', '=', office),
    )
    .groupBy(['state', 'recorded_by_account'])
    .execute();
  const drafts = rows.filter(({ state }) => state === 'draft');
  const total = (some: readonly { count: number }[]) =>
    some.reduce((sum, { count }) => sum + count, 0);
  return {
    drafts: total(drafts),
    reviewed: total(rows.filter(({ state }) => state === 'reviewed')),
    writers: drafts.map((row) => row.recorded_by_account),
  };
}

/** How many matters of an account were given back to it. */
export async function sentBackCount(db: Queries, account: string): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(matters.as('count'))
    .where('recorded_by_account', '=', account)
    .where('sent_back_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
