/**
 * What the days do by themselves in this room: campaigns end, a figure comes up to be looked at, and the
 * lines that are worked out from what stands are brought up to date.
 */

import { isoDate } from '@oneneedle/kernel';
import { cleanDesk, type DeskPlace } from '../desk/index.ts';
import { chinaDay, type Queries, setTenant } from '../platform/index.ts';
import { endCampaigns } from './campaigns/end.ts';
import { refreshRunning } from './campaigns/lines.ts';
import { refreshGoalLines } from './goals/lines.ts';
import { refreshPeriodic, refreshSlipLine } from './items/daily-lines.ts';
import { openLooks } from './retrospectives/actions.ts';

/** Does it for every town; done twice on a day it changes nothing more. */
export async function passDayEverywhere(
  { queries }: { queries: Queries },
  now: string,
): Promise<void> {
  const towns = await queries.selectFrom('tenant').select('id').orderBy('id').execute();
  for (const { id } of towns) {
    await queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      await passDay({ db, tenant: { id }, now });
    });
  }
}

/** Does it for one town. */
export async function passDay(place: DeskPlace): Promise<void> {
  const today = isoDate(chinaDay(place.now));
  await endCampaigns(place, today);
  await refreshRunning(place);
  await openLooks(place, today);
  await refreshPeriodic(place);
  await refreshSlipLine(place);
  await refreshGoalLines(place);
  await cleanDesk(place);
}
