/** The end of a campaign: it comes by itself, and its owner is asked what is still open. */

import { chineseDate, type IsoDate, isoDate } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, openLine } from '../../desk/index.ts';
import { type CampaignRow, noteEnd, openSpots, unnoticedEnds } from './store.ts';

/** Notes which campaigns are over and tells each owner once what is left to decide. */
export async function endCampaigns(place: DeskPlace, today: IsoDate): Promise<void> {
  for (const campaign of await unnoticedEnds(place.db, today)) {
    await noteEnd(place.db, campaign.id, place.now);
    await refreshEndLine(place, campaign);
  }
}

/** One line for the owner while spots of an ended campaign are open; none otherwise. */
export async function refreshEndLine(place: DeskPlace, campaign: CampaignRow): Promise<void> {
  const matter = { room: 'work', kind: 'campaign-ended', about: campaign.id };
  const open = await openSpots(place.db, campaign.id);
  if (open === 0) {
    await closeLines(place, matter);
    return;
  }
  await openLine(place, {
    ...matter,
    title: `已到期：还有 ${open} 处未销号，去向请逐处定（${campaign.name}）`,
    why: `专项${chineseDate(isoDate(campaign.to_on))}到期，自动结束；每一处要转办、销号或写明原因留存`,
    roles: ['recorder'],
    line: campaign.owner_office,
    personCode: campaign.owner_person,
    address: `/work/campaigns/${campaign.id}`,
    contact: { unit: campaign.owner_office },
  });
}
