/** Who stands how to a result: its village, whoever speaks for it, who inspected, who settles. */

import { type Ctx, holds } from '../../platform/index.ts';
import type { DeedRow } from '../sheets/store.ts';
import { type InspectionTown, plansFor } from '../town.ts';
import type { Held } from './telling.ts';

type Asking = Pick<Ctx, 'actor'>;

/** Whether somebody was there: they do not judge what they inspected, nor speak for who was inspected. */
export function hasInspected({ actor }: Asking, { sheet, visit }: Held): boolean {
  const { accountId, person } = actor;
  if (sheet.account_id === accountId || sheet.person === person) return true;
  return person !== undefined && visit.inspectors.includes(person);
}

/**
 * As what somebody answers for the village: itself, or on its behalf as its resident cadre or as the
 * office that inspects. An inspector never does, whatever other role is held.
 */
export function answersAs(
  ctx: Asking,
  town: InspectionTown,
  held: Held,
): 'own' | 'behalf' | 'inspector' | undefined {
  const { visit } = held;
  const isOwn = town.reach.villages.has(visit.village);
  const isBehalf = town.reach.cadreOf.has(visit.village) || plansFor(ctx, visit.office, town);
  if (!isOwn && !isBehalf) return undefined;
  if (hasInspected(ctx, held)) return 'inspector';
  return isOwn ? 'own' : 'behalf';
}

/** Whether settling belongs to somebody: the office that inspects, who supervises, who leads. */
export function settles(ctx: Asking, town: InspectionTown, { visit }: Held): boolean {
  return plansFor(ctx, visit.office, town) || holds(ctx.actor, ['leader']);
}

/** Whether somebody wrote down the objection that is to be settled. */
export function hasObjected({ actor }: Asking, course: readonly DeedRow[]): boolean {
  return course.some(
    ({ deed, account_id: account, person }) =>
      deed === 'object' && (account === actor.accountId || person === actor.person),
  );
}
