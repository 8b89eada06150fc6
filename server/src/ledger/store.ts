/** All SQL about facts and seals. */

import type { PostedFact, Seal } from '@oneneedle/kernel';
import { type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';
import {
  type FactBody,
  factIn,
  type SaltedText,
  type StoredFact,
  type StoredRow,
} from './stored.ts';

/** What is kept of a fact beside its leaf. */
export interface FactOrigin {
  /** Posting the same key twice posts it once. */
  readonly clientKey: string;
  readonly entryId?: string;
  readonly office?: string;
}

/** A fact read back. */
export interface FactRow extends StoredRow {
  readonly leafHash: string;
  readonly office: string | null;
  readonly entryId: string | null;
}

/** One statement has at most 65,535 values. */
const rowsAtOnce = 1000;

/** Writes facts with their text; the log and its numbers are the caller's. */
export async function insertFacts(
  db: Queries,
  tenantId: string,
  facts: readonly { readonly stored: StoredFact; readonly origin: FactOrigin }[],
): Promise<void> {
  for (let at = 0; at < facts.length; at += rowsAtOnce) {
    const part = facts.slice(at, at + rowsAtOnce);
    await db
      .insertInto('fact')
      .values(
        part.map(({ stored, origin }) => ({
          tenant_id: tenantId,
          body: JSON.stringify(stored.body),
          leaf_hash: stored.leafHash,
          text_digest: stored.textDigest ?? null,
          client_key: origin.clientKey,
          entry_id: origin.entryId ?? null,
          office: origin.office ?? null,
        })),
      )
      .execute();
    const texts = part.flatMap(({ stored: { body, text } }) =>
      text
        ? [
            {
              tenant_id: tenantId,
              fact_id: body.id,
              salt: text.salt,
              note: text.note ?? null,
              reason: text.reason ?? null,
            },
          ]
        : [],
    );
    if (texts.length > 0) await db.insertInto('fact_text').values(texts).execute();
  }
}

function selectFacts(db: Queries) {
  return db
    .selectFrom('fact')
    .leftJoin('fact_text', (join) =>
      join
        .onRef('fact_text.tenant_id', '=', 'fact.tenant_id')
        .onRef('fact_text.fact_id', '=', 'fact.id'),
    )
    .select([
      'fact.body',
      'fact.leaf_hash',
      'fact.text_digest',
      'fact.office',
      'fact.entry_id',
      'fact_text.note',
      'fact_text.reason',
    ]);
}

type SelectedFact = Awaited<ReturnType<ReturnType<typeof selectFacts>['executeTakeFirstOrThrow']>>;

function factRow(row: SelectedFact): FactRow {
  const { note, reason } = row;
  const hasText = note !== null || reason !== null;
  return {
    body: row.body as unknown as FactBody,
    leafHash: row.leaf_hash,
    textDigest: row.text_digest,
    office: row.office,
    entryId: row.entry_id,
    text: hasText
      ? { ...(note === null ? {} : { note }), ...(reason === null ? {} : { reason }) }
      : undefined,
  };
}

/** All facts up to a number, in the order of the log. */
export async function factRows(db: Queries, upTo?: number): Promise<FactRow[]> {
  const all = selectFacts(db).orderBy('fact.seq');
  const rows = await (upTo === undefined ? all : all.where('fact.seq', '<=', upTo)).execute();
  return rows.map(factRow);
}

/** Some facts by their id. */
export async function factRowsOf(db: Queries, ids: readonly string[]): Promise<FactRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectFacts(db).where('fact.id', 'in', ids).orderBy('fact.seq').execute();
  return rows.map(factRow);
}

/** The facts that were posted from these entries, in the order of the log. */
export async function factRowsFrom(db: Queries, entryIds: readonly string[]): Promise<FactRow[]> {
  if (entryIds.length === 0) return [];
  const rows = await selectFacts(db)
    .where('fact.entry_id', 'in', entryIds)
    .orderBy('fact.seq')
    .execute();
  return rows.map(factRow);
}

/** The facts that were posted under these keys. */
export async function factRowsByKey(
  db: Queries,
  keys: readonly string[],
): Promise<ReadonlyMap<string, FactRow>> {
  const found = new Map<string, FactRow>();
  for (let at = 0; at < keys.length; at += rowsAtOnce) {
    const rows = await selectFacts(db)
      .select('fact.client_key')
      .where('fact.client_key', 'in', keys.slice(at, at + rowsAtOnce))
      .execute();
    for (const row of rows) found.set(row.client_key, factRow(row));
  }
  return found;
}

/** The hashes of the leaves in the order of the log. */
export async function leafHashes(db: Queries, upTo?: number): Promise<string[]> {
  const all = db.selectFrom('fact').select('leaf_hash').orderBy('seq');
  const rows = await (upTo === undefined ? all : all.where('seq', '<=', upTo)).execute();
  return rows.map((row) => row.leaf_hash);
}

/** Which of these ids are taken. */
export async function takenIds(db: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const part = ids.slice(at, at + rowsAtOnce);
    const rows = await db.selectFrom('fact').select('id').where('id', 'in', part).execute();
    for (const { id } of rows) taken.add(id);
  }
  return taken;
}

export type SealRow = Selectable<Tables['seal']>;

/** All seals, by line, period and edition. */
export function sealRows(db: Queries): Promise<SealRow[]> {
  return db
    .selectFrom('seal')
    .selectAll()
    .orderBy('line')
    .orderBy('period')
    .orderBy('edition')
    .execute();
}

/** Which periods are sealed, without what they printed. */
export async function sealedPeriods(db: Queries): Promise<Pick<Seal, 'line' | 'period'>[]> {
  const rows = await db.selectFrom('seal').select(['line', 'period']).distinct().execute();
  return rows as Pick<Seal, 'line' | 'period'>[];
}

/** The latest edition of every sealed period, without what it printed. */
export async function latestSeals(
  db: Queries,
): Promise<{ line: string; period: string; edition: number; sealedAt: string }[]> {
  const rows = await db
    .selectFrom('seal')
    .select(['line', 'period', 'edition', 'sealed_at'])
    .distinctOn(['line', 'period'])
    .orderBy('line')
    .orderBy('period')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(({ sealed_at: sealedAt, ...row }) => ({ ...row, sealedAt }));
}

/** Changes with erased text and with every seal: what `ledgerHead` alone does not tell. */
export async function ledgerStamp(db: Queries): Promise<string> {
  const { texts, seals } = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('fact_text')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('texts'),
      selectFrom('seal')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('seals'),
    ])
    .executeTakeFirstOrThrow();
  return `${texts} ${seals}`;
}

/** How many facts count in a period of a line and came after the last one that a seal knows. */
export async function factsAfter(
  db: Queries,
  { line, period, atSeq }: Pick<Seal, 'line' | 'period' | 'atSeq'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('fact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('seq', '>', atSeq)
    .where(sql<boolean>`body -> 'countsIn' ->> ${line} = ${period}`)
    .executeTakeFirstOrThrow();
  return count;
}

/** The facts that were posted from these entries, by the id of the entry. */
export async function factsByEntry(
  db: Queries,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, PostedFact>> {
  const rows = await factRowsFrom(db, entryIds);
  return new Map(rows.map((row) => [row.entryId ?? '', factIn(row)]));
}

/** The free text of all facts with the salts of its digests, by the fact. */
export async function textRows(db: Queries): Promise<ReadonlyMap<string, SaltedText>> {
  const rows = await db.selectFrom('fact_text').selectAll().execute();
  return new Map(
    rows.map(({ fact_id: id, salt, note, reason }) => [
      id,
      { salt, ...(note === null ? {} : { note }), ...(reason === null ? {} : { reason }) },
    ]),
  );
}
