/** What was written of a campaign or a spot put right while it runs; what stood is kept. */

import { randomUUID } from 'node:crypto';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import { actsInPlaceOf, type Ctx, requireNoToken } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { readCampaign, requireOwner, requireVillages } from './actions.ts';
import { refreshCampaignLines } from './lines.ts';
import { campaignProblem } from './problems.ts';
import {
  type CampaignTown,
  campaignTown,
  carries,
  keptCampaign,
  stateOfCampaign,
  visibleCampaign,
} from './reach.ts';
import { requirePlace, requireRunning, signed } from './spot-entry.ts';
import { readSpot, type SpotPlace } from './spot-page.ts';
import { type SpotState, spotStateWords } from './spot-rules.ts';
import {
  type CampaignRow,
  insertCampaignDeed,
  insertSpotDeed,
  isNameFree,
  lockCampaign,
  lockSpot,
  type SpotRow,
  spotsOf,
  updateCampaign,
  updateSpot,
} from './store.ts';

/** A field in the words of the page, as it stood and as it stands. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** The fields that two writings differ in. */
export function changesOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FieldChange[] {
  return Object.entries(after).flatMap(([field, to]) => {
    const from = before[field] ?? '';
    return from === to ? [] : [{ field, from, to }];
  });
}

interface Correction {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly name: string;
  readonly goal: string;
  readonly goalQuantity?: string | undefined;
  readonly goalUnit: string;
  readonly source: string;
  readonly owner: string;
  readonly villages: readonly string[];
}

/** Puts name, goal, paper, owner or villages right; its days stay. */
export async function correctCampaign(ctx: Ctx, input: Correction) {
  const town = await campaignTown(ctx);
  await keptCampaign(ctx, town, input.id);
  const campaign = await lockedCampaign(ctx, town, input);
  await requireCorrect(ctx, { campaign, town }, input);
  const after = {
    name: input.name,
    goal: input.goal,
    goal_quantity: input.goalQuantity ?? null,
    goal_unit: input.goalUnit,
    source: input.source,
    owner_person: input.owner,
    villages: [...new Set(input.villages)],
  };
  const changes = changesOf(wordsOf(campaign, town), wordsOf(after, town));
  if (changes.length === 0) throw campaignProblem('correction-same');
  await writeDeed(ctx, { campaign, town }, { deed: 'correct', changes, reason: input.reason });
  await updateCampaign(ctx.db, campaign.id, { ...after, version: campaign.version + 1 });
  return readCampaign(ctx, input);
}

interface EndMove {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly to: string;
}

/** Moves the last day: by a leader alone, who is not its owner. */
export async function moveEnd(ctx: Ctx, { to, reason, ...of }: EndMove) {
  requireNoToken(ctx);
  const town = await campaignTown(ctx);
  await visibleCampaign(ctx, town, of.id);
  const campaign = await lockedCampaign(ctx, town, of);
  if (campaign.owner_person === personOf(ctx)) throw campaignProblem('own-end');
  if (to === campaign.to_on) throw campaignProblem('correction-same');
  if (to < campaign.from_on || to < town.today) {
    throw campaignProblem('campaign-wrong', { sentence: '新的到期日已经过去，请核对。' });
  }
  const changes = [{ field: '到期', from: campaign.to_on, to }];
  await writeDeed(ctx, { campaign, town }, { deed: 'moveEnd', changes, reason });
  await updateCampaign(ctx.db, campaign.id, { to_on: to, version: campaign.version + 1 });
  return readCampaign(ctx, of);
}

/** The campaign as it was seen, held until the end of the request. */
async function lockedCampaign(
  { db }: Ctx,
  town: CampaignTown,
  { id, version }: { id: string; version: number },
): Promise<CampaignRow> {
  const campaign = await lockCampaign(db, id);
  if (!campaign) throw campaignProblem('campaign-unknown');
  if (campaign.version !== version) throw campaignProblem('campaign-changed');
  if (stateOfCampaign(campaign, town.today) === 'ended') {
    throw campaignProblem('correction-over', { to: chineseDate(isoDate(campaign.to_on)) });
  }
  return campaign;
}

interface Held {
  readonly campaign: CampaignRow;
  readonly town: CampaignTown;
}

async function requireCorrect(
  { db }: Ctx,
  { campaign, town }: Held,
  { name, owner, villages }: Correction,
): Promise<void> {
  requireOwner(owner, town);
  requireVillages(
    villages.filter((code) => !campaign.villages.includes(code)),
    { town, from: campaign.from_on },
  );
  const used = (await spotsOf(db, campaign.id)).find(({ village }) => !villages.includes(village));
  if (used) {
    throw campaignProblem('village-has-spots', { village: town.named(used.village).name });
  }
  if (!(await isNameFree(db, { ...campaign, name }))) {
    throw campaignProblem('name-taken', { name });
  }
}

/** What may be corrected, in the words of the page. */
function wordsOf(
  row: Pick<
    CampaignRow,
    'name' | 'goal' | 'goal_quantity' | 'goal_unit' | 'source' | 'owner_person' | 'villages'
  >,
  { named, roster }: CampaignTown,
): Record<string, string> {
  const inOrder = roster.units.filter(({ code }) => row.villages.includes(code));
  return {
    专项: row.name,
    目标: row.goal,
    目标数量: row.goal_quantity === null ? '' : `${row.goal_quantity}${row.goal_unit}`,
    依据: row.source,
    负责人: named(row.owner_person).name,
    涉及的村: inOrder.map(({ name }) => name).join('、'),
  };
}

async function writeDeed(
  ctx: Ctx,
  { campaign, town }: Held,
  said: { deed: 'correct' | 'moveEnd'; changes: readonly FieldChange[]; reason: string },
): Promise<void> {
  const duty = { campaign, village: '', capacity: 'keeper' } as const;
  await insertCampaignDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    campaign_id: campaign.id,
    seq: campaign.version,
    deed: said.deed,
    changes: JSON.stringify(said.changes),
    reason: said.reason,
    account_id: ctx.actor.accountId,
    person: personOf(ctx),
    in_place_of: said.deed === 'correct' ? actsInPlaceOf(ctx, carries(town, duty)) : [],
    at: ctx.now,
  });
}

interface SpotCorrection extends SpotPlace {
  readonly version: number;
  readonly reason: string;
  readonly village: string;
  readonly place: string;
  readonly kind: string;
  readonly quantity?: string | undefined;
  readonly unit: string;
  readonly foundOn?: string | undefined;
}

/** Puts the row of an open spot right; its stage, income and state are moved by their deeds. */
export async function correctSpot(ctx: Ctx, input: SpotCorrection) {
  const town = await campaignTown(ctx);
  const campaign = await keptCampaign(ctx, town, input.id);
  requireRunning(campaign, town);
  const spot = await lockSpot(ctx.db, { campaign: input.id, id: input.spot });
  if (!spot) throw campaignProblem('spot-unknown');
  if (spot.version !== input.version) throw campaignProblem('spot-changed');
  if (spot.state !== 'open') {
    const state = spotStateWords[spot.state as SpotState];
    throw campaignProblem('spot-state', { state, deed: '更正' });
  }
  requirePlace(input, campaign, town);
  const after = {
    village: input.village,
    place: input.place,
    kind: input.kind,
    quantity: input.quantity ?? null,
    unit: input.unit,
    found_on: input.foundOn ?? null,
  };
  const changes = changesOf(spotWords(spot, town), spotWords(after, town));
  if (changes.length === 0) throw campaignProblem('correction-same');
  await updateSpot(ctx.db, spot.id, { ...after, version: spot.version + 1 });
  await insertSpotDeed(ctx.db, {
    ...signed(ctx, town, { campaign, village: spot.village, capacity: 'keeper' }),
    spot_id: spot.id,
    seq: spot.version + 1,
    deed: 'change',
    from_stage: spot.stage,
    to_stage: spot.stage,
    to_state: spot.state,
    note: input.reason,
    changes: JSON.stringify(changes),
  });
  await refreshCampaignLines(ctx, campaign);
  return readSpot(ctx, input);
}

/** What of a spot may be corrected, in the words of its sheet. */
export function spotWords(
  row: Pick<SpotRow, 'village' | 'place' | 'kind' | 'quantity' | 'unit' | 'found_on'>,
  { named }: CampaignTown,
): Record<string, string> {
  return {
    村: named(row.village).name,
    地点: row.place,
    类型: row.kind,
    数量: row.quantity === null ? '' : `${row.quantity}${row.unit}`,
    发现日期: row.found_on ?? '',
  };
}
