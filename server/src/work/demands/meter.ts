/** The burden meter of a month, against the issuing office. */

import type { MeterReply } from '@oneneedle/contract';
import { burdenMeter } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type DemandRow, findDemands, monthsOfDemands } from './store.ts';
import { readsAll, townOf } from './town.ts';
import { burdenOf, dayOf, instantsOf } from './views.ts';

/** The meter of a month; whoever does not read the whole town reads what their own offices asked. */
export async function readMeter(ctx: Ctx, wanted: { month?: string | undefined }) {
  const town = await townOf(ctx);
  const isPart = !readsAll(ctx.actor);
  const month = wanted.month ?? town.today.slice(0, 7);
  const of = isPart ? { offices: [...town.reach.offices] } : {};
  const { since } = instantsOf(monthBefore(month));
  const { before } = instantsOf(month);
  const both = await findDemands(ctx.db, { ...of, since, before });
  const rows = both.filter((row) => dayOf(row).startsWith(month));
  const demands = both.filter(({ state }) => state === 'sent').map(burdenOf);
  const meter = burdenMeter(demands, month);
  const { total: last } = burdenMeter(demands, monthBefore(month));
  const reply: MeterReply = {
    month,
    isPart,
    total: meter.total,
    before: { demands: last.demands, times: last.times },
    heldBack: rows.filter((row) => isGone(row) && !row.is_afterwards).length,
    takenBack: rows.filter((row) => isGone(row) && row.is_afterwards).length,
    offices: meter.offices.map(({ office, ...counts }) => ({
      office: town.named(office),
      ...counts,
    })),
    villages: meter.villages.map(({ unit, offices, ...counts }) => ({
      unit: town.named(unit),
      ...counts,
      offices: offices.map(({ office, ...own }) => ({ office: town.named(office), ...own })),
    })),
    months: await monthsOfDemands(ctx.db, of),
  };
  return reply;
}

function isGone({ state }: DemandRow): boolean {
  return state === 'refused' || state === 'withdrawn';
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
