/** Spots put on the list of a campaign, with the deed that put them there. */

import { randomUUID } from 'node:crypto';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import { actsInPlaceOf, type Ctx } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { refreshCampaignLines } from './lines.ts';
import { campaignProblem } from './problems.ts';
import {
  type CampaignTown,
  campaignTown,
  carries,
  keptCampaign,
  type SpotDuty,
  stateOfCampaign,
} from './reach.ts';
import { readSpot } from './spot-page.ts';
import { type CampaignRow, insertSpot, insertSpotDeed } from './store.ts';

interface NewSpot {
  readonly id: string;
  readonly number: string;
  readonly village: string;
  readonly place: string;
  readonly kind: string;
  readonly quantity?: string | undefined;
  readonly unit: string;
  readonly foundOn?: string | undefined;
}

/** Puts one spot on the list. */
export async function addSpot(ctx: Ctx, { id: campaignId, ...words }: NewSpot) {
  const town = await campaignTown(ctx);
  const campaign = await keptCampaign(ctx, town, campaignId);
  requireRunning(campaign, town);
  const { number } = words;
  requirePlace(words, campaign, town);
  const id = await enterSpot(ctx, { campaign, town }, { ...words, stage: 0, incomeFen: 0 });
  if (id === undefined) throw campaignProblem('number-taken', { number });
  await refreshCampaignLines(ctx, campaign);
  return readSpot(ctx, { id: campaignId, spot: id });
}

/** A spot lies in a village of its campaign and was found on a day that has come. */
export function requirePlace(
  { village, foundOn }: Pick<NewSpot, 'village' | 'foundOn'>,
  campaign: CampaignRow,
  town: CampaignTown,
): void {
  if (!campaign.villages.includes(village)) {
    throw campaignProblem('village-outside', { village: town.named(village).name });
  }
  if (foundOn !== undefined && foundOn > town.today) {
    throw campaignProblem('found-later', { day: chineseDate(isoDate(foundOn)) });
  }
}

/** Nothing is added to what is over. */
export function requireRunning(campaign: CampaignRow, town: CampaignTown): void {
  if (stateOfCampaign(campaign, town.today) !== 'ended') return;
  throw campaignProblem('campaign-over', { to: chineseDate(isoDate(campaign.to_on)) });
}

interface EnteredSpot extends Omit<NewSpot, 'id'> {
  readonly stage: number;
  readonly incomeFen: number;
}

type Signing = Pick<Ctx, 'db' | 'tenant' | 'now' | 'actor' | 'account' | 'actInPlaceOf'>;

/** Writes a spot with the deed that made it; undefined where its number is taken. */
export async function enterSpot(
  ctx: Signing,
  { campaign, town }: { campaign: CampaignRow; town: CampaignTown },
  words: EnteredSpot,
): Promise<string | undefined> {
  const id = randomUUID();
  const isFree = await insertSpot(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    campaign_id: campaign.id,
    number: words.number,
    village: words.village,
    place: words.place,
    kind: words.kind,
    quantity: words.quantity ?? null,
    unit: words.unit,
    stage: words.stage,
    income_fen: words.incomeFen,
    found_on: words.foundOn ?? null,
    state: 'open',
  });
  if (!isFree) return undefined;
  await insertSpotDeed(ctx.db, {
    ...signed(ctx, town, { campaign, village: words.village, capacity: 'keeper' }),
    spot_id: id,
    seq: 1,
    deed: 'add',
    to_stage: words.stage,
    to_state: 'open',
    ...(words.incomeFen === 0 ? {} : { income_fen: words.incomeFen }),
  });
  return id;
}

/** Who does a deed, when, and in whose place. */
export function signed(
  ctx: Pick<Ctx, 'tenant' | 'now' | 'actor' | 'account' | 'actInPlaceOf'>,
  town: CampaignTown,
  duty: SpotDuty,
) {
  return {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    account_id: ctx.actor.accountId,
    person: personOf(ctx),
    in_place_of: actsInPlaceOf(ctx, carries(town, duty)),
    at: ctx.now,
  };
}
