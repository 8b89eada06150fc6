/** All SQL about signatures: standing 经查无 facts of a period, and what they speak about. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** A signature that was not taken back. */
export interface Signature {
  readonly factId: string;
  /** Opaque code of the person who signed. */
  readonly by: string | undefined;
  readonly at: string;
}

/**
 * The standing signatures of a period of a line, by the code of the clause. The first ones named no
 * line: they speak for every line that has the clause, as they did when they were signed.
 */
export async function signaturesOf(
  db: Queries,
  { line, period }: { readonly line: string; readonly period: string },
): Promise<ReadonlyMap<string, Signature>> {
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'recorded_by'])
    .select(sql<string>`body -> 'values' ->> 'clause'`.as('clause'))
    .select(sql<string>`body ->> 'postedAt'`.as('at'))
    .where('form', '=', 'checked')
    .where('period', '=', period)
    .where(sql<boolean>`coalesce(body -> 'values' ->> 'line', ${line}) = ${line}`)
    .where(sql<boolean>`not exists (select from fact as later where later.reverses = fact.id)`)
    .orderBy('seq')
    .execute();
  return new Map(
    rows.map(({ id, recorded_by: by, clause, at }) => [
      clause,
      { factId: id, by: by ?? undefined, at },
    ]),
  );
}

/** How many standing facts count in a period of a line, by kind. */
export function standingCounts(
  db: Queries,
  { line, period }: { line: string; period: string },
): Promise<{ kind: string; count: number }[]> {
  return db
    .selectFrom('fact')
    .select('kind')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reverses', 'is', null)
    .where(sql<boolean>`body -> 'countsIn' ->> ${line} = ${period}`)
    .where(sql<boolean>`not exists (select from fact as later where later.reverses = fact.id)`)
    .groupBy('kind')
    .execute();
}
