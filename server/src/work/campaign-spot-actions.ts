/** Spots: put on the list, moved on, proved, closed by somebody who did none of it. */

import { randomUUID } from 'node:crypto';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import { citeEvidence, evidenceOf, requireEvidence, type UsesFor } from '../evidence/index.ts';
import type { Ctx } from '../platform/index.ts';
import { refreshEndLine, spotShown } from './campaign-actions.ts';
import { campaignProblem } from './campaign-problems.ts';
import {
  type CampaignTown,
  campaignTown,
  keeps,
  keepsInPlaceOf,
  keptCampaign,
  stateOfCampaign,
  villagesSeen,
  visibleCampaign,
} from './campaign-reach.ts';
import {
  isProven,
  openDeeds,
  type SpotCapacity,
  type SpotDeed,
  type SpotState,
  spotRules,
  spotStateWords,
  workersOf,
} from './campaign-spot-rules.ts';
import {
  type CampaignRow,
  findSpot,
  insertSpot,
  insertSpotDeed,
  lockSpot,
  type SpotDeedRow,
  type SpotRow,
  spotDeedsOf,
  updateSpot,
} from './campaign-store.ts';
import { personOf } from './item-book.ts';
import { createItem } from './item-create.ts';
import { findItem } from './item-store.ts';
import { numberOf } from './item-views.ts';

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
  const { village, foundOn, number } = words;
  if (!campaign.villages.includes(village)) {
    throw campaignProblem('village-outside', { village: town.named(village).name });
  }
  if (foundOn !== undefined && foundOn > town.today) {
    throw campaignProblem('found-later', { day: chineseDate(isoDate(foundOn)) });
  }
  const id = await enterSpot(ctx, campaign, { ...words, stage: 0, incomeFen: 0 });
  if (id === undefined) throw campaignProblem('number-taken', { number });
  return readSpot(ctx, { id: campaignId, spot: id });
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

/** Writes a spot with the deed that made it; undefined where its number is taken. */
export async function enterSpot(
  ctx: Pick<Ctx, 'db' | 'tenant' | 'now' | 'actor' | 'account' | 'actInPlaceOf'>,
  campaign: CampaignRow,
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
    ...signed(ctx, campaign, words.village),
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
  campaign: CampaignRow,
  village: string,
) {
  return {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    account_id: ctx.actor.accountId,
    person: personOf(ctx),
    in_place_of: keepsInPlaceOf(ctx, campaign, village),
    at: ctx.now,
  };
}

interface Place {
  /** Of the campaign. */
  readonly id: string;
  readonly spot: string;
}

/** One spot with its course. */
export async function readSpot(ctx: Ctx, { id, spot: spotId }: Place) {
  const town = await campaignTown(ctx);
  const campaign = await visibleCampaign(ctx, town, id);
  const spot = await findSpot(ctx.db, { campaign: id, id: spotId });
  const seen = villagesSeen(town.reach, campaign);
  if (!spot || (seen && !seen.has(spot.village))) throw campaignProblem('spot-unknown');
  const course = await spotDeedsOf(ctx.db, spotId);
  const capacities = capacitiesOf(campaign, spot, town);
  const isOver = stateOfCampaign(campaign, town.today) === 'ended';
  const isOwnWork = workersOf(course).has(town.reach.person ?? '');
  const deeds = openDeeds(spot.state as SpotState, { isOver, capacities }).filter(
    (deed) => !(isOwnWork && spotRules[deed].isJudging) && isStageOpen(deed, spot.stage, campaign),
  );
  const item = spot.item_id === null ? undefined : await findItem(ctx.db, spot.item_id);
  const no = item && numberOf(item);
  return {
    spot: spotShown(spot, town),
    version: spot.version,
    stages: campaign.stages,
    before: await filesShown(ctx, course, 'before'),
    after: await filesShown(ctx, course, 'after'),
    deeds,
    isOnBehalf: capacities.length > 0 && !capacities.includes('keeper'),
    isOwnWork,
    ...(item ? { item: { id: item.id, ...(no === undefined ? {} : { no }) } } : {}),
    course: course.map((deed) => courseLine(deed, town)),
  };
}

function isStageOpen(deed: SpotDeed, stage: number, { stages }: CampaignRow): boolean {
  const isLast = stage >= stages.length - 1;
  if (deed === 'advance') return !isLast;
  if (deed === 'close') return isLast;
  return deed !== 'moveBack' || stage > 0;
}

async function filesShown({ db }: Ctx, course: readonly SpotDeedRow[], wanted: string) {
  const ids = course.flatMap(({ shows, evidence }) => (shows === wanted ? evidence : []));
  const files = await evidenceOf(db, [...new Set(ids)]);
  return files.map(({ id, name, kind, caption }) => ({ id, name, kind, caption }));
}

function courseLine(row: SpotDeedRow, { named }: CampaignTown) {
  const { on_behalf_of: unit, how, note, income_fen: incomeFen } = row;
  return {
    seq: row.seq,
    deed: row.deed as SpotDeed | 'add' | 'change',
    stage: row.to_stage,
    at: row.at,
    by: named(row.person).name,
    inPlaceOf: row.in_place_of.map((code) => named(code).name),
    ...(unit === null || how === null
      ? {}
      : { onBehalf: { unit: named(unit).name, how: how as 'telephone' | 'inPerson' | 'paper' } }),
    ...(note === null ? {} : { note }),
    ...(incomeFen === null ? {} : { incomeFen }),
    files: row.evidence.length,
  };
}

function capacitiesOf(campaign: CampaignRow, spot: SpotRow, { reach }: CampaignTown) {
  if (reach.person === undefined) return [];
  const capacities: SpotCapacity[] = [];
  if (keeps(reach, campaign)) capacities.push('keeper');
  if (reach.cadreOf.has(spot.village)) capacities.push('onBehalf');
  if (reach.isLeader) capacities.push('leader');
  return capacities;
}

interface Words extends Place {
  readonly version: number;
  readonly deed: SpotDeed;
  readonly note?: string | undefined;
  readonly shows?: 'before' | 'after' | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly incomeFen?: number | undefined;
  readonly item?: { lead: string; accountable: string; dueOn: string } | undefined;
  readonly how?: 'telephone' | 'inPerson' | 'paper' | undefined;
}

/** Does one deed on a spot and shows it as it then is. */
export async function actOnSpot(ctx: Ctx, words: Words, usesFor: UsesFor) {
  const town = await campaignTown(ctx);
  const campaign = await visibleCampaign(ctx, town, words.id);
  const spot = await lockSpot(ctx.db, { campaign: words.id, id: words.spot });
  const seen = villagesSeen(town.reach, campaign);
  if (!spot || (seen && !seen.has(spot.village))) throw campaignProblem('spot-unknown');
  personOf(ctx);
  const course = await spotDeedsOf(ctx.db, spot.id);
  const capacity = requireRight({ campaign, spot, town, course }, words);
  requireWords(words, capacity);
  requireStage(words.deed, spot, campaign);
  if (words.deed === 'close' && !isProven(course)) throw campaignProblem('proof-missing');
  if (words.evidence) await requireEvidence(ctx, words.evidence, usesFor);
  const change = {
    stage: stageAfter(words.deed, spot.stage),
    state: stateAfter(words.deed, spot.state as SpotState),
    version: spot.version + 1,
    ...(words.deed === 'earn' ? { income_fen: words.incomeFen ?? 0 } : {}),
    ...(words.deed === 'hand'
      ? { item_id: await handOver(ctx, { campaign, spot, town }, words) }
      : {}),
  };
  await updateSpot(ctx.db, spot.id, change);
  const isBehalf = capacity === 'onBehalf';
  await insertSpotDeed(ctx.db, {
    ...signed(ctx, campaign, spot.village),
    spot_id: spot.id,
    seq: course.length + 1,
    deed: words.deed,
    from_stage: spot.stage,
    to_stage: change.stage,
    to_state: change.state,
    on_behalf_of: isBehalf ? spot.village : null,
    how: isBehalf ? (words.how ?? null) : null,
    note: words.note ?? null,
    shows: words.deed === 'prove' ? (words.shows ?? null) : null,
    evidence: words.deed === 'prove' ? [...(words.evidence ?? [])] : [],
    income_fen: words.deed === 'earn' ? (words.incomeFen ?? 0) : null,
  });
  if (words.deed === 'prove' && words.evidence) {
    const citation = { spotId: spot.id, evidenceIds: words.evidence, subjects: [spot.village] };
    await citeEvidence(ctx, citation);
  }
  if (campaign.ended_at !== null) await refreshEndLine(ctx, campaign);
  return readSpot(ctx, words);
}

interface Judged {
  readonly campaign: CampaignRow;
  readonly spot: SpotRow;
  readonly town: CampaignTown;
  readonly course: readonly SpotDeedRow[];
}

/** @returns in which capacity the deed is done */
function requireRight(
  { campaign, spot, town, course }: Judged,
  { deed, version }: Words,
): SpotCapacity {
  const { who, word, from, isJudging, afterEnd } = spotRules[deed];
  const capacity = capacitiesOf(campaign, spot, town).find((one) => who.includes(one));
  if (capacity === undefined) throw campaignProblem('spot-not-yours', { deed: word });
  if (isJudging && workersOf(course).has(town.reach.person ?? '')) {
    throw campaignProblem('own-spot');
  }
  if (spot.version !== version) throw campaignProblem('spot-changed');
  const state = spot.state as SpotState;
  if (!from.includes(state)) {
    throw campaignProblem('spot-state', { state: spotStateWords[state], deed: word });
  }
  if (afterEnd && stateOfCampaign(campaign, town.today) !== 'ended') {
    throw campaignProblem('campaign-still', { to: chineseDate(isoDate(campaign.to_on)) });
  }
  return capacity;
}

function requireWords(words: Words, capacity: SpotCapacity): void {
  const { deed, note, shows, evidence, incomeFen, item, how } = words;
  const missing = [
    ...(['moveBack', 'reopen', 'leave'].includes(deed) && note === undefined ? ['原因'] : []),
    ...(deed === 'prove' && !(shows && evidence) ? ['佐证，以及是整治前还是整治后'] : []),
    ...(deed === 'earn' && incomeFen === undefined ? ['收益'] : []),
    ...(deed === 'hand' && !item ? ['由谁办、什么时候办结'] : []),
    ...(capacity === 'onBehalf' && how === undefined ? ['村里是怎么说的（电话、当面、纸条）'] : []),
  ];
  if (missing.length > 0) throw campaignProblem('spot-words', { missing: missing.join('；') });
}

function requireStage(deed: SpotDeed, { stage }: SpotRow, { stages }: CampaignRow): void {
  const here = stages[stage] ?? '';
  const last = stages.at(-1) ?? '';
  const isLast = stage >= stages.length - 1;
  if (deed === 'advance' && isLast) throw campaignProblem('stage-last', { stage: here });
  if (deed === 'moveBack' && stage === 0) throw campaignProblem('stage-first', { stage: here });
  if (deed === 'close' && !isLast) throw campaignProblem('stage-early', { stage: here, last });
}

function stageAfter(deed: SpotDeed, stage: number): number {
  if (deed === 'advance') return stage + 1;
  return deed === 'moveBack' ? stage - 1 : stage;
}

function stateAfter(deed: SpotDeed, state: SpotState): SpotState {
  const { to } = spotRules[deed];
  return to === 'same' ? state : to;
}

/** Makes the item that a spot goes on as. @returns its id */
async function handOver(
  ctx: Ctx,
  { campaign, spot, town }: Omit<Judged, 'course'>,
  { item, note }: Words,
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
