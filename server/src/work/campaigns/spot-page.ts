/** One spot as it is read: its evidence, its course, what the asker may do now. */

import { evidenceOf } from '../../evidence/index.ts';
import { type Ctx, standsInFor } from '../../platform/index.ts';
import { reads } from '../items/reach.ts';
import { findItem } from '../items/store.ts';
import { numberOf } from '../items/views.ts';
import { spotShown } from './actions.ts';
import { campaignProblem } from './problems.ts';
import {
  type CampaignTown,
  campaignTown,
  carries,
  keeps,
  stateOfCampaign,
  villagesSeen,
  visibleCampaign,
} from './reach.ts';
import {
  openDeeds,
  type SpotCapacity,
  type SpotDeed,
  type SpotState,
  spotRules,
  workersOf,
} from './spot-rules.ts';
import {
  type CampaignRow,
  findSpot,
  type SpotDeedRow,
  type SpotRow,
  spotDeedsOf,
} from './store.ts';

/** Where a spot stands. */
export interface SpotPlace {
  /** Of the campaign. */
  readonly id: string;
  readonly spot: string;
}

/** One spot with its course. */
export async function readSpot(ctx: Ctx, { id, spot: spotId }: SpotPlace) {
  const town = await campaignTown(ctx);
  const campaign = await visibleCampaign(ctx, town, id);
  const spot = await findSpot(ctx.db, { campaign: id, id: spotId });
  const seen = villagesSeen(town.reach, campaign);
  if (!spot || (seen && !seen.has(spot.village))) throw campaignProblem('spot-unknown');
  const course = await spotDeedsOf(ctx.db, spotId);
  const capacities = capacitiesOf(campaign, spot, town);
  const isOver = stateOfCampaign(campaign, town.today) === 'ended';
  const judged = { campaign, spot, town, course };
  const deeds = openDeeds(spot.state as SpotState, { isOver, capacities }).filter((deed) => {
    if (!isStageOpen(deed, spot.stage, campaign)) return false;
    const capacity = capacityFor(judged, deed);
    return !(capacity && spotRules[deed].isJudging && hasWorkedOn(ctx.actor, judged, capacity));
  });
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
    isOwnWork: capacities.some((capacity) => hasWorkedOn(ctx.actor, judged, capacity)),
    ...(item && reads(town.reach, item)
      ? { item: { id: item.id, ...(no === undefined ? {} : { no }) } }
      : {}),
    mayCorrect:
      keeps(town.reach, campaign) &&
      town.reach.person !== undefined &&
      !isOver &&
      spot.state === 'open',
    // A village reads how its spot stands, not who of the offices did what and wrote which note.
    course: town.reach.isVillageOnly ? [] : course.map((deed) => courseLine(deed, town)),
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
    changes: row.changes as { field: string; from: string; to: string }[],
    files: row.evidence.length,
  };
}

/** A spot before whoever acts on it. */
export interface JudgedSpot {
  readonly campaign: CampaignRow;
  readonly spot: SpotRow;
  readonly town: CampaignTown;
  readonly course: readonly SpotDeedRow[];
}

/** The capacity in which somebody may do a deed; undefined where it is not theirs. */
export function capacityFor(
  { campaign, spot, town }: JudgedSpot,
  deed: SpotDeed,
): SpotCapacity | undefined {
  return capacitiesOf(campaign, spot, town).find((one) => spotRules[deed].who.includes(one));
}

/** Whether somebody, or anybody in whose place they stand here, did any of the work on a spot. */
export function hasWorkedOn(
  actor: Ctx['actor'],
  { campaign, spot, town, course }: JudgedSpot,
  capacity: SpotCapacity,
): boolean {
  const absent = standsInFor(actor, carries(town, { campaign, village: spot.village, capacity }));
  const workers = workersOf(course);
  return [actor.person, ...absent.map(({ person }) => person)].some(
    (person) => person !== undefined && workers.has(person),
  );
}

function capacitiesOf(campaign: CampaignRow, spot: SpotRow, { reach }: CampaignTown) {
  if (reach.person === undefined) return [];
  const capacities: SpotCapacity[] = [];
  if (keeps(reach, campaign)) capacities.push('keeper');
  if (reach.cadreOf.has(spot.village)) capacities.push('onBehalf');
  if (reach.isLeader) capacities.push('leader');
  return capacities;
}
