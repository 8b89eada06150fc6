/** All SQL about proposals and their deeds. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type ProposalRow = Selectable<Tables['outcome_proposal']>;
export type DeedRow = Selectable<Tables['outcome_deed']>;

/** Every proposal of the town, the latest period first. */
export async function allProposals(db: Queries): Promise<ProposalRow[]> {
  return db
    .selectFrom('outcome_proposal')
    .selectAll()
    .orderBy('period', 'desc')
    .orderBy('line')
    .orderBy('subject')
    .orderBy('code')
    .execute();
}

/** Those of one period, held until the end of the request. */
export async function lockProposals(
  db: Queries,
  { line, period }: { readonly line: string; readonly period: string },
): Promise<ProposalRow[]> {
  return db
    .selectFrom('outcome_proposal')
    .selectAll()
    .where('line', '=', line)
    .where('period', '=', period)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** One; `hold` keeps it as it is until the end of the request. */
export async function findProposal(
  db: Queries,
  id: string,
  { hold = false } = {},
): Promise<ProposalRow | undefined> {
  const query = db.selectFrom('outcome_proposal').selectAll().where('id', '=', id);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
}

/** One taker of proposals of a period at a time. */
export async function holdDrawing(db: Queries, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`outcome ${tenantId}`}))`.execute(db);
}

export async function insertProposals(
  db: Queries,
  rows: readonly Insertable<Tables['outcome_proposal']>[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('outcome_proposal')
      .values([...rows])
      .execute();
}

export async function updateProposal(
  db: Queries,
  id: string,
  change: Partial<ProposalRow>,
): Promise<void> {
  await db.updateTable('outcome_proposal').set(change).where('id', '=', id).execute();
}

export async function insertDeed(
  db: Queries,
  row: Insertable<Tables['outcome_deed']>,
): Promise<void> {
  await db.insertInto('outcome_deed').values(row).execute();
}

/** The course of one proposal, first deed first. */
export async function deedsOf(db: Queries, id: string): Promise<DeedRow[]> {
  return db
    .selectFrom('outcome_deed')
    .selectAll()
    .where('proposal_id', '=', id)
    .orderBy('seq')
    .execute();
}
