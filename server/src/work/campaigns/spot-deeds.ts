/** Spots moved on, proved, and closed by somebody who did none of it. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import { citeEvidence, requireEvidence, type UsesFor } from '../../evidence/index.ts';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { handOver } from './hand-over.ts';
import { refreshCampaignLines } from './lines.ts';
import { campaignProblem } from './problems.ts';
import { campaignTown, stateOfCampaign, villagesSeen, visibleCampaign } from './reach.ts';
import { signed } from './spot-entry.ts';
import {
  capacityFor,
  hasWorkedOn,
  type JudgedSpot,
  readSpot,
  type SpotPlace,
} from './spot-page.ts';
import {
  isProven,
  type SpotCapacity,
  type SpotDeed,
  type SpotState,
  spotRules,
  spotStateWords,
} from './spot-rules.ts';
import {
  type CampaignRow,
  insertSpotDeed,
  lockSpot,
  type SpotRow,
  spotDeedsOf,
  updateSpot,
} from './store.ts';

interface Words extends SpotPlace {
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
  if (spotRules[words.deed].isJudging) requireNoToken(ctx);
  const course = await spotDeedsOf(ctx.db, spot.id);
  const capacity = requireRight(ctx, { campaign, spot, town, course }, words);
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
    ...signed(ctx, town, { campaign, village: spot.village, capacity }),
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
  await refreshCampaignLines(ctx, campaign);
  return readSpot(ctx, words);
}

/** @returns in which capacity the deed is done */
function requireRight(
  { actor }: Pick<Ctx, 'actor'>,
  judged: JudgedSpot,
  { deed, version }: Words,
): SpotCapacity {
  const { campaign, spot, town } = judged;
  const { word, from, isJudging, afterEnd } = spotRules[deed];
  const capacity = capacityFor(judged, deed);
  if (capacity === undefined) throw campaignProblem('spot-not-yours', { deed: word });
  if (isJudging && hasWorkedOn(actor, judged, capacity)) throw campaignProblem('own-spot');
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
    ...(['moveBack', 'reopen', 'leave', 'strike'].includes(deed) && note === undefined
      ? ['原因']
      : []),
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
