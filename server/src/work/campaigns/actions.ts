/** Campaigns: the list of them, beginning one, one with its figures, and its end. */

import { randomUUID } from 'node:crypto';
import { type IsoDate, isoDate } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { countsOf, figuresOf, sumsOf } from './figures.ts';
import { campaignProblem } from './problems.ts';
import {
  type CampaignTown,
  campaignTown,
  keeps,
  stateOfCampaign,
  villagesSeen,
  visibleCampaign,
} from './reach.ts';
import type { SpotState } from './spot-rules.ts';
import {
  allCampaigns,
  type CampaignRow,
  campaignDeedsOf,
  countedSpots,
  insertCampaign,
  type SpotRow,
  spotsOf,
} from './store.ts';

/** The stages of a campaign that names none. @source 公共空间治理：全面清、有序收、高效用、长效管 */
export const usualStages = ['全面清', '有序收', '高效用', '长效管'] as const;

/** Campaigns that the asker may read. */
export async function listCampaigns(ctx: Ctx) {
  const town = await campaignTown(ctx);
  const counted = await countedSpots(ctx.db);
  const rows = (await allCampaigns(ctx.db)).flatMap((campaign) => {
    const seen = villagesSeen(town.reach, campaign);
    if (seen?.size === 0) return [];
    const own = counted.filter(({ campaign_id: id }) => id === campaign.id);
    return [rowOf(campaign, sumsOf(visibleSpots(own, seen)), town)];
  });
  return { rows, mayMake: makingOffices(town).length > 0 && town.reach.person !== undefined };
}

/** What making a campaign needs. */
export async function campaignOptions(ctx: Ctx) {
  const town = await campaignTown(ctx);
  return {
    offices: makingOffices(town).map(town.named),
    stations: stationsOf(town).map(town.named),
    persons: town.roster.persons.map(({ code }) => town.named(code)),
    villages: villagesOn(town, town.today).map(town.named),
    stages: [...usualStages],
  };
}

interface NewCampaign {
  readonly name: string;
  readonly goal: string;
  readonly goalQuantity?: string | undefined;
  readonly goalUnit: string;
  readonly source: string;
  readonly owner: string;
  readonly office: string;
  readonly villages: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly stages?: readonly string[] | undefined;
}

/** Begins a campaign. Its days are fixed from here on: it ends by itself. */
export async function makeCampaign(ctx: Ctx, input: NewCampaign) {
  const town = await campaignTown(ctx);
  const person = personOf(ctx);
  const { name: office } = town.named(input.office);
  if (!makingOffices(town).includes(input.office))
    throw campaignProblem('office-other', { office });
  requireSound(input, town);
  const id = randomUUID();
  const isFree = await insertCampaign(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    name: input.name,
    goal: input.goal,
    goal_quantity: input.goalQuantity ?? null,
    goal_unit: input.goalUnit,
    source: input.source,
    owner_person: input.owner,
    owner_office: input.office,
    villages: [...new Set(input.villages)],
    from_on: input.from,
    to_on: input.to,
    stages: [...(input.stages ?? usualStages)],
    created_by_account: ctx.actor.accountId,
    created_by: person,
    created_at: ctx.now,
  });
  if (!isFree) throw campaignProblem('name-taken', { name: input.name });
  return readCampaign(ctx, { id });
}

function wrong(sentence: string) {
  return campaignProblem('campaign-wrong', { sentence });
}

/** The owner is somebody of the roster. */
export function requireOwner(owner: string, { roster }: CampaignTown): void {
  if (roster.persons.some(({ code }) => code === owner)) return;
  throw wrong('名册里没有这位负责人，请从名册里选。');
}

/** Villages of a campaign are villages on its first day. */
export function requireVillages(
  villages: readonly string[],
  { town, from }: { town: CampaignTown; from: string },
): void {
  const open = new Set(villagesOn(town, isoDate(from)));
  const outside = villages.find((code) => !open.has(code));
  if (outside !== undefined) throw wrong(`“${town.named(outside).name}”不是现在的村。`);
}

function requireSound(input: NewCampaign, town: CampaignTown): void {
  const { owner, villages, from, to, stages = usualStages } = input;
  requireOwner(owner, town);
  requireVillages(villages, { town, from });
  if (to < from) throw wrong('到期日在开始日之前，请核对。');
  if (to < town.today) throw wrong('到期日已经过去，请核对。');
  if (new Set(stages).size < stages.length) throw wrong('阶段的名称有重复，请改成不同的。');
}

/** One campaign with the figures over the spots that the asker sees. */
export async function readCampaign(ctx: Ctx, { id }: { id: string }) {
  const town = await campaignTown(ctx);
  const campaign = await visibleCampaign(ctx, town, id);
  const seen = villagesSeen(town.reach, campaign);
  const spots = visibleSpots(await spotsOf(ctx.db, id), seen);
  const villages = inOrder(campaign.villages, town).filter((code) => seen?.has(code) ?? true);
  const isOver = stateOfCampaign(campaign, town.today) === 'ended';
  const isOwner = campaign.owner_person === town.reach.person;
  const isKept = keeps(town.reach, campaign) && town.reach.person !== undefined;
  return {
    campaign: {
      ...rowOf(campaign, countsOf(spots), town),
      goal: campaign.goal,
      ...(campaign.goal_quantity === null ? {} : { goalQuantity: campaign.goal_quantity }),
      goalUnit: campaign.goal_unit,
      source: campaign.source,
      stages: campaign.stages,
      villageList: villages.map(town.named),
    },
    today: town.today,
    figures: figuresOf(spots, {
      villages: villages.map((code) => ({ code, shown: town.named(code) })),
      stages: campaign.stages.length,
    }),
    spots: spots.map((spot) => spotShown(spot, town)),
    isPart: seen !== undefined,
    version: campaign.version,
    course: town.reach.isVillageOnly ? [] : await courseOf(ctx, id, town),
    may: {
      add: isKept && !isOver,
      correct: isKept && !isOver,
      moveEnd: town.reach.isLeader && !isOver && !isOwner && town.reach.person !== undefined,
      export: true,
    },
  };
}

/** What was corrected of a campaign, the latest first. */
async function courseOf({ db }: Ctx, id: string, { named }: CampaignTown) {
  return (await campaignDeedsOf(db, id)).map((row) => ({
    seq: row.seq,
    deed: row.deed as 'correct' | 'moveEnd',
    at: row.at,
    by: named(row.person).name,
    inPlaceOf: row.in_place_of.map((code) => named(code).name),
    reason: row.reason,
    changes: row.changes as { field: string; from: string; to: string }[],
  }));
}

/** A spot as a line. */
export function spotShown(spot: SpotRow, { named }: CampaignTown) {
  return {
    id: spot.id,
    number: spot.number,
    village: named(spot.village),
    place: spot.place,
    kind: spot.kind,
    ...(spot.quantity === null ? {} : { quantity: spot.quantity }),
    unit: spot.unit,
    stage: spot.stage,
    incomeFen: spot.income_fen,
    ...(spot.found_on === null ? {} : { foundOn: spot.found_on }),
    state: spot.state as SpotState,
  };
}

/** The spots of the villages that somebody sees. */
export function visibleSpots<S extends { readonly village: string }>(
  spots: readonly S[],
  seen: ReadonlySet<string> | undefined,
): S[] {
  return seen === undefined ? [...spots] : spots.filter(({ village }) => seen.has(village));
}

function rowOf(campaign: CampaignRow, counts: ReturnType<typeof countsOf>, town: CampaignTown) {
  return {
    id: campaign.id,
    name: campaign.name,
    state: stateOfCampaign(campaign, town.today),
    from: campaign.from_on,
    to: campaign.to_on,
    owner: town.named(campaign.owner_person),
    office: town.named(campaign.owner_office),
    villages: campaign.villages.length,
    ...counts,
  };
}

function makingOffices(town: CampaignTown): string[] {
  const stations = stationsOf(town);
  const { isSupervision, offices } = town.reach;
  return isSupervision ? stations : stations.filter((code) => offices.has(code));
}

function stationsOf({ roster, today }: CampaignTown): string[] {
  const stations = roster.units.filter(
    ({ type, from, to }) =>
      (type === 'station' || type === 'office') &&
      (from === undefined || from <= today) &&
      (to === undefined || to >= today),
  );
  return stations.map(({ code }) => code);
}

function villagesOn({ roster }: CampaignTown, day: IsoDate): string[] {
  return roster.units.flatMap(({ code, type, from, to }) =>
    type === 'village' && (from === undefined || from <= day) && (to === undefined || to >= day)
      ? [code]
      : [],
  );
}

function inOrder(villages: readonly string[], { roster }: CampaignTown): string[] {
  const order = new Map(roster.units.map(({ code }, index) => [code, index]));
  return [...villages].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
