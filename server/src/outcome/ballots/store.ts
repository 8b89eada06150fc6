/** All SQL about counts of ballots. */

import type { Insertable, Selectable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type BallotRow = Selectable<Tables['ballot_count']>;

/** Every count of the town, the latest vote first. */
export async function allBallots(db: Queries): Promise<BallotRow[]> {
  return db
    .selectFrom('ballot_count')
    .selectAll()
    .orderBy('voted_on', 'desc')
    .orderBy('kind')
    .orderBy('subject')
    .execute();
}

/** Subjects of a vote that stand in the register already. */
export async function knownSubjects(
  db: Queries,
  { kind, on }: { readonly kind: string; readonly on: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('ballot_count')
    .select('subject')
    .where('kind', '=', kind)
    .where('voted_on', '=', on)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

export async function insertBallots(
  db: Queries,
  rows: readonly Insertable<Tables['ballot_count']>[],
): Promise<void> {
  await db
    .insertInto('ballot_count')
    .values([...rows])
    .execute();
}
