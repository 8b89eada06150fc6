/** How far somebody sees and acts in campaigns. */

import { type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import type { ReadableUses, UsesFor } from '../evidence/index.ts';
import { rosterOf } from '../org/index.ts';
import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { campaignProblem } from './campaign-problems.ts';
import { type CampaignRow, findCampaign, isSpotInSight } from './campaign-store.ts';
import { type Reach, reachOf } from './item-reach.ts';

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

/**
 * In whose place an actor keeps a campaign or speaks for a village, if only as a substitute.
 * @returns the persons: none of them judges what was done
 */
export function keepsInPlaceOf(
  { actor, actInPlaceOf }: Pick<Ctx, 'actor' | 'actInPlaceOf'>,
  { owner_office, owner_person }: CampaignRow,
  village: string,
): string[] {
  if (actor.person === owner_person) return [];
  const offices: readonly Role[] = ['recorder', 'reviewer'];
  const covering = actor.grants.filter(
    ({ role, lines, unit }) =>
      role === 'supervision' ||
      role === 'leader' ||
      (offices.includes(role) && (lines.length === 0 || lines.includes(owner_office))) ||
      (role === 'resident-cadre' && (unit === undefined || unit === village)),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  const absent = covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
  for (const { accountId } of absent) actInPlaceOf(accountId);
  return absent.flatMap(({ person }) => person ?? []);
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
