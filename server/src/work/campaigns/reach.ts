/** How far somebody sees and acts in campaigns. */

import { isCadre } from '@oneneedle/contract';
import { type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import type { ReadableUses, UsesFor } from '../../evidence/index.ts';
import { rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay, type Grant } from '../../platform/index.ts';
import { type Reach, reachOf } from '../items/reach.ts';
import { campaignProblem } from './problems.ts';
import type { SpotCapacity } from './spot-rules.ts';
import { type CampaignRow, findCampaign, isSpotInSight } from './store.ts';

/** What deeds on campaigns are judged by; read once a request. */
export interface CampaignTown {
  readonly today: IsoDate;
  readonly roster: Roster;
  readonly reach: Reach;
  readonly named: (code: string) => { code: string; name: string };
}

/** Reads the town for whoever asks. */
export async function campaignTown({
  db,
  actor,
  now,
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<CampaignTown> {
  const today = isoDate(chinaDay(now));
  const roster = await rosterOf(db);
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return { today, roster, reach: reachOf(actor, roster, today), named };
}

/** Whether somebody keeps the list of a campaign: supervision, its office, its owner. */
export function keeps(
  { isSupervision, offices, person }: Reach,
  { owner_office, owner_person }: CampaignRow,
): boolean {
  return isSupervision || offices.has(owner_office) || owner_person === person;
}

/** The villages of a campaign that somebody sees; undefined is the whole campaign. */
export function villagesSeen(reach: Reach, campaign: CampaignRow): ReadonlySet<string> | undefined {
  if (reach.all || keeps(reach, campaign)) return undefined;
  const own = campaign.villages.filter((one) => reach.cadreOf.has(one) || reach.villages.has(one));
  return new Set(own);
}

/** A campaign that the asker may read. */
export async function visibleCampaign(
  { db }: Pick<Ctx, 'db'>,
  { reach }: CampaignTown,
  id: string,
): Promise<CampaignRow> {
  const campaign = await findCampaign(db, id);
  if (!campaign || villagesSeen(reach, campaign)?.size === 0) {
    throw campaignProblem('campaign-unknown');
  }
  return campaign;
}

/** A campaign whose list the asker keeps. */
export async function keptCampaign(
  ctx: Pick<Ctx, 'db'>,
  town: CampaignTown,
  id: string,
): Promise<CampaignRow> {
  const campaign = await visibleCampaign(ctx, town, id);
  if (!keeps(town.reach, campaign)) throw campaignProblem('campaign-not-yours');
  return campaign;
}

/** By its days alone; nobody ends a campaign and nobody keeps it running. */
export function stateOfCampaign(
  { from_on, to_on }: Pick<CampaignRow, 'from_on' | 'to_on'>,
  today: IsoDate,
): 'coming' | 'running' | 'ended' {
  if (today < from_on) return 'coming';
  return today > to_on ? 'ended' : 'running';
}

/** The capacity in which something is done with a spot, and which spot that is. */
export interface SpotDuty {
  readonly campaign: CampaignRow;
  readonly village: string;
  readonly capacity: SpotCapacity;
}

/**
 * Which roles carry somebody in a capacity: a role of their own that has nothing to do with it does
 * not make a deed in another's place their own.
 */
export function carries(
  { reach, roster, today }: CampaignTown,
  { campaign, village, capacity }: SpotDuty,
): (grant: Grant) => boolean {
  const isOwner = reach.person === campaign.owner_person;
  const isPaired = roster.pairings.some(
    ({ kind, person, unit, from, to }) =>
      isCadre(kind) &&
      person === reach.person &&
      unit === village &&
      from <= today &&
      (to === undefined || to >= today),
  );
  return ({ role, lines, unit }) => {
    if (capacity === 'leader') return role === 'leader';
    if (capacity === 'onBehalf') {
      return role === 'resident-cadre' && (unit === undefined ? isPaired : unit === village);
    }
    const isOffice = role === 'recorder' || role === 'reviewer';
    const hasLine = lines.length === 0 || lines.includes(campaign.owner_office);
    // The owner keeps the list by name: no role is needed for it.
    return !isOwner && (role === 'supervision' || (isOffice && hasLine));
  };
}

/** Which evidence of spots an asker may read; added to what the ledger says of facts. */
export function withSpots(usesFor: UsesFor): UsesFor {
  return async (ctx): Promise<ReadableUses> => {
    const { reach } = await campaignTown(ctx);
    const sight = {
      all: reach.all,
      offices: [...reach.offices],
      villages: [...reach.cadreOf, ...reach.villages],
      person: reach.person ?? '',
    };
    return { ...(await usesFor(ctx)), spot: (id) => isSpotInSight(id, sight) };
  };
}
