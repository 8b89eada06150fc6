/** What is stored of the years that a town entered. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** The entered years, with the user name of who entered them last. */
export async function calendarYears(db: Queries) {
  return db
    .selectFrom('calendar_year')
    .leftJoin('login.user as user', 'user.id', 'calendar_year.entered_by')
    .select([
      'calendar_year.year',
      'calendar_year.source',
      'calendar_year.off_days',
      'calendar_year.work_days',
      'calendar_year.entered_at',
      'user.username as user_name',
    ])
    .orderBy('calendar_year.year')
    .execute();
}

interface NewYear {
  readonly year: number;
  readonly source: string;
  readonly off_days: string[];
  readonly work_days: string[];
  readonly entered_by: string;
  readonly entered_at: string;
}

/** Enters a year, or puts what is written now in the place of what was. */
export async function saveCalendarYear(db: Queries, tenantId: string, row: NewYear): Promise<void> {
  const { year: _, ...values } = row;
  await db
    .insertInto('calendar_year')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year']).doUpdateSet(values))
    .execute();
}

/** Changes with every change of what `calendarYears` reads. */
export async function calendarStamp(db: Queries): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select md5(string_agg(t::text, '|' order by year)) as stamp from calendar_year t`.execute(db);
  return rows[0]?.stamp ?? '';
}
