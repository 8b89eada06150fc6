/** What in the ledger speaks of a unit or person: whoever would take it away must know. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** "3 条事实", "1 条待记", "2 条村里的话"; empty where nothing does. */
export async function usesOf(db: Queries, subject: string): Promise<string[]> {
  const about = JSON.stringify({ about: [{ subject }] });
  const { rows } = await sql<{ facts: number; entries: number; notes: number }>`
    select (select count(*) from fact where body @> ${about}::jsonb) as facts,
      (select count(*) from entry where body @> ${about}::jsonb and state <> 'posted') as entries,
      (select count(*) from note where unit_code = ${subject}) as notes`.execute(db);
  const { facts, entries, notes } = rows[0] ?? { facts: 0, entries: 0, notes: 0 };
  return [
    ...(facts > 0 ? [`${facts} 条事实`] : []),
    ...(entries > 0 ? [`${entries} 条待记`] : []),
    ...(notes > 0 ? [`${notes} 条村里的话`] : []),
  ];
}
