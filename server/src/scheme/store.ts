/** The SQL of versions of schemes; what is written of people's deeds stands beside it. */

import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

export type VersionRow = Selectable<Tables['scheme_version']>;

/** A version as lists show it: everything but its text. */
const listed = [
  'id',
  'line',
  'version',
  'name',
  'document_no',
  'effective_from',
  'effective_to',
  'source_sha256',
  'state',
  'comments_from',
  'comments_to',
  'decision_no',
  'decided_by',
  'decided_on',
  'approved_at',
  'end_decision_no',
  'end_reason',
  'ended_at',
  'created_at',
  'changed_at',
] as const;

export type ListedVersion = Pick<VersionRow, (typeof listed)[number]>;

/** All versions without their texts: by line, the newest first. */
export function listVersions(db: Queries): Promise<ListedVersion[]> {
  return db
    .selectFrom('scheme_version')
    .select(listed)
    .orderBy('line', (order) => order.asc().nullsLast())
    .orderBy('effective_from', (order) => order.desc().nullsFirst())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The approved versions, of one line or all, by line and day. */
export function approvedVersions(
  db: Queries,
  { line, on }: { line?: string; on?: string } = {},
): Promise<ListedVersion[]> {
  let query = db.selectFrom('scheme_version').select(listed).where('state', '=', 'approved');
  if (line !== undefined) query = query.where('line', '=', line);
  if (on !== undefined) {
    query = query.where('effective_from', '<=', on).where('effective_to', '>=', on);
  }
  return query.orderBy('line').orderBy('effective_from').execute();
}

/** A version with its text. */
export function versionRow(db: Queries, id: string): Promise<VersionRow | undefined> {
  return db.selectFrom('scheme_version').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, kept from other deeds until this one is committed. */
export function lockVersion(db: Queries, id: string): Promise<VersionRow | undefined> {
  return db
    .selectFrom('scheme_version')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps every version of a line from other deeds, in one order, so that two approvals cannot meet. */
export async function lockLine(db: Queries, line: string): Promise<void> {
  await db
    .selectFrom('scheme_version')
    .select('id')
    .where('line', '=', line)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The texts of some versions, by their id. */
export async function sourcesOf(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('scheme_version')
    .select(['id', 'source'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, source }) => [id, source]));
}

/** The texts of all drafts of the town. */
export async function draftSources(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('scheme_version')
    .select('source')
    .where('state', '=', 'draft')
    .orderBy('id')
    .execute();
  return rows.map(({ source }) => source);
}

export async function insertVersion(
  db: Queries,
  row: Insertable<Tables['scheme_version']>,
): Promise<void> {
  await db.insertInto('scheme_version').values(row).execute();
}

export async function updateVersion(
  db: Queries,
  id: string,
  change: Updateable<Tables['scheme_version']>,
): Promise<void> {
  await db.updateTable('scheme_version').set(change).where('id', '=', id).execute();
}

/** The kinds of the catalogue as they were written, in the order of the list. */
export async function kindRows(db: Queries): Promise<unknown[]> {
  const rows = await db
    .selectFrom('fact_kind')
    .select('kind')
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Changes with every change of the catalogue. */
export async function kindsStamp(db: Queries): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(coalesce(string_agg(t::text, '|' order by code), '')) as stamp
    from fact_kind t`.execute(db);
  return rows[0]?.stamp ?? '';
}

interface KindRow {
  readonly tenantId: string;
  readonly code: string;
  readonly formerly: readonly string[];
  readonly kind: unknown;
  readonly position: number;
}

/** Writes a kind, or writes it anew at its place in the list. */
export async function writeKind(db: Queries, row: KindRow): Promise<void> {
  const { tenantId, code, formerly, position } = row;
  const kind = JSON.stringify(row.kind);
  await db
    .insertInto('fact_kind')
    .values({ tenant_id: tenantId, code, formerly: [...formerly], kind, position })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'code']).doUpdateSet({ formerly: [...formerly], kind }),
    )
    .execute();
}

/** The place behind the last kind of the list. */
export async function nextKindPosition(db: Queries): Promise<number> {
  const { last } = await db
    .selectFrom('fact_kind')
    .select((row) => row.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

export async function removeKind(db: Queries, code: string): Promise<void> {
  await db.deleteFrom('fact_kind').where('code', '=', code).execute();
}

/** Gives a kind another code; its place in the list stays. */
export async function renameKind(db: Queries, code: string, to: string): Promise<void> {
  await db.updateTable('fact_kind').set({ code: to }).where('code', '=', code).execute();
}

/** Lets one deed at a time change the catalogue of a town. */
export async function lockKinds(db: Queries, tenantId: string): Promise<void> {
  const key = `fact_kind ${tenantId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
}
