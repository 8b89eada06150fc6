/** A spot that goes on as an item once its campaign is over. */

import type { Ctx } from '../../platform/index.ts';
import { createItem } from '../items/create.ts';
import type { CampaignTown } from './reach.ts';
import type { CampaignRow, SpotRow } from './store.ts';

interface Handed {
  readonly campaign: CampaignRow;
  readonly spot: SpotRow;
  readonly town: CampaignTown;
}

interface HandWords {
  readonly item?: { lead: string; accountable: string; dueOn: string } | undefined;
  readonly note?: string | undefined;
}

/** Makes the item that a spot goes on as. @returns its id */
export async function handOver(
  ctx: Ctx,
  { campaign, spot, town }: Handed,
  { item, note }: HandWords,
): Promise<string> {
  const village = town.named(spot.village).name;
  const amount = spot.quantity === null ? '' : `，${spot.quantity}${spot.unit}`;
  const made = await createItem(ctx, {
    form: 'supervised',
    title: `${village}${spot.place}${spot.kind}（${spot.number}号点位）`,
    requirement: `专项“${campaign.name}”到期未销号的点位：${spot.place}，${spot.kind}${amount}，停在“${campaign.stages[spot.stage]}”。${note ?? ''}`,
    source: { kind: 'campaign', document: campaign.name, sentence: `${spot.number}号点位` },
    campaign: campaign.id,
    ...item,
    // A slip of an office waits for the supervision office, which gives it its number.
    until: town.reach.isSupervision ? 'assigned' : 'draft',
  });
  return made.id;
}
