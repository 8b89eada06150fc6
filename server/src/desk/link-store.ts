/** What is stored of plain links and their readings. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** Wrong numbers at which a link is shut for good. */
export const wrongPinsMax = 5;
/** Readings that are listed at once. */
const readingsMax = 200;

/** A link as it is kept, with how often it was read. */
export interface LinkRow {
  readonly id: string;
  readonly unit_code: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly locked_at: string | null;
  readonly ended_at: string | null;
  readonly readings: number;
  readonly wrong_pins: number;
  readonly last_read_at: string | null;
}

/** What the town decided; nothing is allowed where it decided nothing. */
export async function linkSetting(db: Queries) {
  const row = await db
    .selectFrom('desk_setting')
    .select(['link_decision', 'link_contact'])
    .executeTakeFirst();
  return row ?? { link_decision: null, link_contact: '' };
}

/** All links of the town, the newest first. */
export async function linkRows(db: Queries): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.id, l.unit_code, l.created_by, l.created_at, l.expires_at, l.locked_at, l.ended_at,
      count(r.id) filter (where r.outcome = 'read')::int as readings,
      count(r.id) filter (where r.outcome = 'wrong-pin')::int as wrong_pins,
      max(r.at) filter (where r.outcome = 'read') as last_read_at
    from plain_link l left join plain_link_reading r on r.link_id = l.id
    group by l.tenant_id, l.id
    order by l.created_at desc, l.id`.execute(db);
  return rows;
}

/** The last readings of a link. */
export async function readingRows(db: Queries, link: string) {
  const rows = await db
    .selectFrom('plain_link_reading')
    .select(['id', 'at', 'outcome', 'address'])
    .where('link_id', '=', link)
    .orderBy('id', 'desc')
    .limit(readingsMax)
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }));
}

/** What came of an attempt to read. */
export type Outcome = 'read' | 'wrong-pin' | 'locked';

/** A link that still opens, if its number is right. */
export interface LivingLink {
  readonly id: string;
  readonly unit: string;
  readonly pinHash: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly isLocked: boolean;
}

/** The link behind an address; undefined where it ended, is over, or plain links are off. */
export async function livingLink(
  db: Queries,
  { digest, now }: { digest: string; now: string },
): Promise<LivingLink | undefined> {
  if ((await linkSetting(db)).link_decision === null) return undefined;
  const row = await db
    .selectFrom('plain_link')
    .select(['id', 'unit_code', 'pin_hash', 'created_at', 'expires_at', 'locked_at'])
    .where('token_digest', '=', digest)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    unit: row.unit_code,
    pinHash: row.pin_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    isLocked: row.locked_at !== null,
  };
}

/**
 * Counts a try as wrong before it is judged, so that many at once count as many.
 * @returns which try it is; undefined where there is none left.
 */
export async function countTry(db: Queries, id: string): Promise<number | undefined> {
  const row = await db
    .updateTable('plain_link')
    .set((set) => ({ failed_count: set('failed_count', '+', 1) }))
    .where('id', '=', id)
    .where('failed_count', '<', wrongPinsMax)
    .where('locked_at', 'is', null)
    .returning('failed_count')
    .executeTakeFirst();
  return row?.failed_count;
}

/** The right number: the count begins anew. */
export async function forgiveTries(db: Queries, id: string): Promise<void> {
  await db.updateTable('plain_link').set({ failed_count: 0 }).where('id', '=', id).execute();
}

/** Shuts a link for good. */
export async function lockLink(db: Queries, id: string, now: string): Promise<void> {
  await db.updateTable('plain_link').set({ locked_at: now }).where('id', '=', id).execute();
}

/** Holds a link until the end of the request, so that what comes through it at once is counted one by one. */
export async function holdLink(db: Queries, id: string): Promise<void> {
  await db.selectFrom('plain_link').select('id').where('id', '=', id).forUpdate().execute();
}

/** Whether somebody tried a shut link within the last minute: more of the same tells nothing more. */
export async function wasLockedLately(db: Queries, link: string, now: string): Promise<boolean> {
  const since = new Date(Date.parse(now) - 60_000).toISOString();
  await holdLink(db, link);
  const row = await db
    .selectFrom('plain_link_reading')
    .select('id')
    .where('link_id', '=', link)
    .where('outcome', '=', 'locked')
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Reading {
  readonly tenantId: string;
  readonly link: string;
  readonly at: string;
  readonly outcome: Outcome;
  /** Without its last part. */
  readonly address: string;
}

/** Keeps that a link was read, or that somebody tried. */
export async function keepReading(db: Queries, reading: Reading): Promise<void> {
  const { tenantId, link, at, outcome, address } = reading;
  await db
    .insertInto('plain_link_reading')
    .values({ tenant_id: tenantId, link_id: link, at, outcome, address })
    .execute();
}
