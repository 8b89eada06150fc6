/** The duty lists and the known figures as pages read them. */

import { daysBetween, figureDays } from '@oneneedle/kernel';
import { knownFiguresOf, newestFigures } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { dutyEntriesOf, showDuties } from './duty.ts';
import { keepsLists } from './policy.ts';
import { townOf } from './town.ts';

/** The duty lists, in their order. */
export async function listDuties(ctx: Ctx) {
  const { nameOf } = await townOf(ctx);
  const rows = showDuties(await dutyEntriesOf(ctx.db), nameOf);
  return { rows, mayKeep: keepsLists(ctx.actor) };
}

/** The newest of each known figure. */
export async function listFigures(ctx: Ctx, { unit }: { unit?: string | undefined }) {
  const town = await townOf(ctx);
  const figures = await knownFiguresOf(ctx.db, unit === undefined ? undefined : [unit]);
  const order = new Map(town.roster.units.map(({ code }, index) => [code, index]));
  const placeOf = (code: string) => order.get(code) ?? order.size;
  const rows = newestFigures(figures)
    .sort((a, b) => placeOf(a.unit) - placeOf(b.unit))
    .map((figure) => ({
      ...figure,
      unit: town.named(figure.unit),
      isOld: daysBetween(figure.asOf, town.today) > figureDays,
    }));
  return { rows, mayKeep: keepsLists(ctx.actor) };
}
