/** The burden meter of a month, against the issuing office. */

import type { MeterReply } from '@oneneedle/contract';
import { burdenMeter } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { type DemandRow, findDemands } from './demand-store.ts';
import { readsAll, townOf } from './demand-town.ts';
import { burdenOf, dayOf } from './demand-views.ts';

/** The meter of a month; whoever does not read the whole town reads what their own offices asked. */
export async function readMeter(ctx: Ctx, wanted: { month?: string | undefined }) {
  const town = await townOf(ctx);
  const isPart = !readsAll(ctx.actor);
  const rows = await findDemands(ctx.db, isPart ? { offices: [...town.reach.offices] } : {});
  const sent = rows.filter(({ state }) => state === 'sent');
  const months = [...new Set(sent.map((row) => dayOf(row).slice(0, 7)))].sort().reverse();
  const month = wanted.month ?? town.today.slice(0, 7);
  const demands = sent.map(burdenOf);
  const meter = burdenMeter(demands, month);
  const { total: before } = burdenMeter(demands, monthBefore(month));
  const reply: MeterReply = {
    month,
    isPart,
    total: meter.total,
    before: { demands: before.demands, times: before.times },
    heldBack: rows.filter((row) => isHeldBack(row) && dayOf(row).startsWith(month)).length,
    offices: meter.offices.map(({ office, ...counts }) => ({
      office: town.named(office),
      ...counts,
    })),
    villages: meter.villages.map(({ unit, offices, ...counts }) => ({
      unit: town.named(unit),
      ...counts,
      offices: offices.map(({ office, ...own }) => ({ office: town.named(office), ...own })),
    })),
    months,
  };
  return reply;
}

function isHeldBack({ state, is_afterwards: isAfterwards }: DemandRow): boolean {
  return (state === 'refused' || state === 'withdrawn') && !isAfterwards;
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
