/** Who reads which sheets, who was sent to a visit, and who enters sheets at the office. */

import type { ReadableUses, UsesFor } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { type InspectionTown, inspectionTown, plansFor } from '../town.ts';
import { isSheetInSight, type SheetRow, type SheetSight, type VisitRow } from './store.ts';

/** Adds what of sheets an asker may read to what other rooms say of theirs. */
export function withSheets(usesFor: UsesFor): UsesFor {
  return async (ctx): Promise<ReadableUses> => {
    const sight = sightOf(ctx, await inspectionTown(ctx));
    return { ...(await usesFor(ctx)), sheet: (id) => isSheetInSight(id, sight) };
  };
}

/** The rule of `readsSheet`, as values for a condition. */
export function sightOf({ actor }: Pick<Ctx, 'actor'>, { reach }: InspectionTown): SheetSight {
  const isAssessment = actor.grants.some(({ role }) => role === 'assessment-office');
  return {
    all: reach.all || isAssessment,
    offices: [...reach.offices],
    person: actor.person ?? '',
    accountId: actor.accountId,
    villages: [...reach.villages, ...reach.cadreOf],
  };
}

/** Who leads and supervises, who was there, the office that inspects; the village once it was told. */
export function readsSheet(sight: SheetSight, sheet: SheetRow, visit: VisitRow): boolean {
  if (sight.all || sheet.account_id === sight.accountId) return true;
  if (sheet.person === sight.person || visit.inspectors.includes(sight.person)) return true;
  if (sight.offices.includes(visit.office)) return true;
  return sheet.told_on !== null && !sheet.is_spare && sight.villages.includes(visit.village);
}

/** Whether the asker enters sheets of this visit at the office, for whoever was there. */
export function entersFor(
  ctx: Pick<Ctx, 'actor'>,
  { office }: Pick<VisitRow, 'office'>,
  town: InspectionTown,
): boolean {
  return plansFor(ctx, office, town);
}
