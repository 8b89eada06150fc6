/** The SQL of facts and entries of some matters. */

import type { Fact } from '@oneneedle/kernel';
import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';
import type { EntryRow } from './entry-store.ts';

interface Found {
  readonly body: Pick<Fact, 'kind' | 'values' | 'matter'>;
  readonly state: 'waiting' | 'sentBack' | 'reviewed' | 'posted' | 'reversed';
  readonly entryId?: string;
  readonly factId?: string;
}

/** Facts whose matter begins so, in the order of the log, then entries that are not posted yet. */
export async function recordsUnder(db: Queries, begins: string): Promise<Found[]> {
  const facts = await db
    .selectFrom('fact')
    .select(['id', 'body'])
    .select(
      sql<boolean>`exists (select from fact as later where later.reverses = fact.id)`.as('taken'),
    )
    .where(sql<boolean>`starts_with(matter, ${begins})`)
    .orderBy('seq')
    .execute();
  const entries = await db
    .selectFrom('entry')
    .select(['id', 'body', 'state', 'sent_back_at'])
    .where('state', '<>', 'posted')
    .where(sql<boolean>`starts_with(body ->> 'matter', ${begins})`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return [
    ...facts.map(
      ({ id, body, taken }): Found => ({
        factId: id ?? '',
        body: body as unknown as Found['body'],
        state: taken ? 'reversed' : 'posted',
      }),
    ),
    ...entries.map(
      ({ id, body, state, sent_back_at: back }): Found => ({
        entryId: id,
        body: body as unknown as EntryRow['body'],
        state: back !== null ? 'sentBack' : state === 'reviewed' ? 'reviewed' : 'waiting',
      }),
    ),
  ];
}
