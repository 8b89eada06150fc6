/** SQL about rounds that are over but for being counted. */

import { sql } from 'kysely';
import type { Queries } from '../../platform/index.ts';

/** Rounds with sheets, of which every place is settled or was not gone to. */
export async function roundsToCount(
  db: Queries,
): Promise<{ id: string; name: string; office: string; period: string }[]> {
  return db
    .selectFrom('inspection_round as round')
    .innerJoin('inspection_template as template', (join) =>
      join
        .onRef('template.tenant_id', '=', 'round.tenant_id')
        .onRef('template.code', '=', 'round.template')
        .onRef('template.version', '=', 'round.template_version'),
    )
    .select(['round.id', 'template.name', 'round.office', 'round.period'])
    .where('round.state', 'in', ['drawn', 'going'])
    .where(
      sql<boolean>`exists (select from inspection_visit visit
        join inspection_sheet sheet
          on sheet.tenant_id = visit.tenant_id and sheet.visit_id = visit.id
        where visit.round_id = round.id and not sheet.is_spare
          and sheet.state in ('confirmed', 'settled'))`,
    )
    .where(
      sql<boolean>`not exists (select from inspection_visit visit
        where visit.round_id = round.id and visit.state not in ('missed', 'withdrawn')
          and (not exists (select from inspection_sheet sheet
              where sheet.tenant_id = visit.tenant_id and sheet.visit_id = visit.id
                and not sheet.is_spare and sheet.state in ('confirmed', 'settled'))
            or exists (select from inspection_sheet sheet
              where sheet.tenant_id = visit.tenant_id and sheet.visit_id = visit.id
                and not sheet.is_spare and sheet.state in ('sent', 'toConfirm', 'objected'))))`,
    )
    .orderBy('round.from_on')
    .orderBy('round.id')
    .execute();
}
