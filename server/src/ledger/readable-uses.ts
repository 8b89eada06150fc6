/** What of facts and entries an asker may read, as conditions in SQL for the room of evidence. */

import { privateTag } from '@oneneedle/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadableUses } from '../evidence/index.ts';
import { rosterOf } from '../org/index.ts';
import type { Ctx } from '../platform/index.ts';
import { officesOf, type Sight, sightOf } from './access.ts';
import { groundTold, sightConditions } from './fact-search.ts';

/** The same rules as the pages have: `isInSight` for facts, `mayRead` for entries. */
export async function readableUses({
  db,
  actor,
}: Pick<Ctx, 'actor' | 'db'>): Promise<ReadableUses> {
  const roster = await rosterOf(db);
  const sight = sightOf(actor, roster);
  const persons = roster.persons.map(({ code }) => code);
  const inSight = (table: 'fact' | 'entry') =>
    sql.join(sightConditions(sight, { persons, table }), sql` and `);
  const offices = [...officesOf(actor, 'recorder'), ...officesOf(actor, 'reviewer')];
  const isAll =
    offices.includes('*') ||
    actor.grants.some(({ role }) => role === 'assessment-office' || role === 'discipline');
  const isOffice = isAll
    ? sql<boolean>`true`
    : sql<boolean>`coalesce(entry.office = any (${offices}::text[]), false)`;
  const isOwn = sql<boolean>`(entry.recorded_by_account = ${actor.accountId}
    or coalesce(${actor.person ?? null} = any (entry.writers), false))`;
  const isEntryRead = sql<boolean>`(${isOwn} or (${isOffice} and ${inSight('entry')}))`;
  return {
    hides: hiddenBy(sight, isEntryRead),
    fact: (id) =>
      sql<boolean>`exists (select from fact where fact.id = ${id} and ${inSight('fact')})`,
    entry: (id) => sql<boolean>`exists (select from entry where entry.id::text = ${id}
      and ${isEntryRead})`,
  };
}

/** A private fact that is not told to the asker, or an entry of one on its way that they do not read. */
function hiddenBy(sight: Sight, isEntryRead: RawBuilder<SqlBool>): ReadableUses['hides'] {
  const told = groundTold(sight);
  if (told.length === 0) return undefined;
  return {
    fact: (id) => sql<boolean>`exists (select from fact
      where fact.id = ${id} and not (${sql.join(told, sql` and `)}))`,
    entry: (id) => sql<boolean>`exists (select from entry
      where entry.id::text = ${id} and entry.state <> 'posted'
        and entry.body -> 'tags' ? ${privateTag} and not ${isEntryRead})`,
  };
}
