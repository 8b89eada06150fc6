/** SQL about sheets on their way from being sent to being settled. */

import type { Queries } from '../../platform/index.ts';
import type { SheetRow } from '../sheets/store.ts';

/** Sheets that count and stand in one of these states; in one visit or another. */
export async function sheetsIn(db: Queries, states: readonly string[]): Promise<SheetRow[]> {
  return db
    .selectFrom('inspection_sheet')
    .selectAll()
    .where('state', 'in', [...states])
    .where('is_spare', '=', false)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
}

/** Sheets that these villages were told of, the latest first. */
export async function toldSheets(db: Queries, villages: readonly string[]): Promise<SheetRow[]> {
  if (villages.length === 0) return [];
  return db
    .selectFrom('inspection_sheet')
    .innerJoin('inspection_visit', (join) =>
      join
        .onRef('inspection_visit.tenant_id', '=', 'inspection_sheet.tenant_id')
        .onRef('inspection_visit.id', '=', 'inspection_sheet.visit_id'),
    )
    .selectAll('inspection_sheet')
    .where('inspection_visit.village', 'in', [...villages])
    .where('inspection_sheet.told_on', 'is not', null)
    .where('inspection_sheet.is_spare', '=', false)
    .orderBy('inspection_sheet.told_on', 'desc')
    .orderBy('inspection_sheet.id')
    .limit(200)
    .execute();
}
