/** All SQL about campaigns, their spots and what was done with them. */

import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

export type CampaignRow = Selectable<Tables['campaign']>;
export type SpotRow = Selectable<Tables['campaign_spot']>;
export type SpotDeedRow = Selectable<Tables['spot_deed']>;

/** Every campaign of the town, the latest first. */
export async function allCampaigns(db: Queries): Promise<CampaignRow[]> {
  return db.selectFrom('campaign').selectAll().orderBy('from_on', 'desc').orderBy('name').execute();
}

export async function findCampaign(db: Queries, id: string): Promise<CampaignRow | undefined> {
  return db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertCampaign(
  db: Queries,
  row: Insertable<Tables['campaign']>,
): Promise<boolean> {
  const made = await db
    .insertInto('campaign')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name', 'from_on']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Campaigns whose last day is over and of which their owner was not told yet. */
export async function unnoticedEnds(db: Queries, today: string): Promise<CampaignRow[]> {
  return db
    .selectFrom('campaign')
    .selectAll()
    .where('to_on', '<', today)
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute();
}

export async function noteEnd(db: Queries, id: string, at: string): Promise<void> {
  await db.updateTable('campaign').set({ ended_at: at }).where('id', '=', id).execute();
}

/** The spots of a campaign, or of all, in the order of their numbers. */
export async function spotsOf(db: Queries, campaignId?: string): Promise<SpotRow[]> {
  let query = db.selectFrom('campaign_spot').selectAll();
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
  const rows = await query.execute();
  return rows.sort((a, b) => byNumber.compare(a.number, b.number));
}

/** 2 before 10. */
const byNumber = new Intl.Collator('zh', { numeric: true });

/** A spot, held until the end of the request. */
export async function lockSpot(
  db: Queries,
  { campaign, id }: { campaign: string; id: string },
): Promise<SpotRow | undefined> {
  return db
    .selectFrom('campaign_spot')
    .selectAll()
    .where('id', '=', id)
    .where('campaign_id', '=', campaign)
    .forUpdate()
    .executeTakeFirst();
}

/** A spot to read. */
export async function findSpot(
  db: Queries,
  { campaign, id }: { campaign: string; id: string },
): Promise<SpotRow | undefined> {
  return db
    .selectFrom('campaign_spot')
    .selectAll()
    .where('id', '=', id)
    .where('campaign_id', '=', campaign)
    .executeTakeFirst();
}

/** @returns whether its number was free */
export async function insertSpot(
  db: Queries,
  row: Insertable<Tables['campaign_spot']>,
): Promise<boolean> {
  const made = await db
    .insertInto('campaign_spot')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'campaign_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function updateSpot(db: Queries, id: string, change: Partial<SpotRow>): Promise<void> {
  await db.updateTable('campaign_spot').set(change).where('id', '=', id).execute();
}

export async function spotDeedsOf(db: Queries, spotId: string): Promise<SpotDeedRow[]> {
  return db
    .selectFrom('spot_deed')
    .selectAll()
    .where('spot_id', '=', spotId)
    .orderBy('seq')
    .execute();
}

export async function insertSpotDeed(
  db: Queries,
  row: Insertable<Tables['spot_deed']>,
): Promise<void> {
  await db.insertInto('spot_deed').values(row).execute();
}

/** What of spots an asker reads. */
export interface SpotSight {
  readonly all: boolean;
  readonly offices: readonly string[];
  readonly villages: readonly string[];
  readonly person: string;
}

/** Whether an asker may read the spot of an id, as a condition in SQL. */
export function isSpotInSight(
  id: RawBuilder<string>,
  { all, offices, villages, person }: SpotSight,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from campaign_spot
    join campaign on campaign.tenant_id = campaign_spot.tenant_id
      and campaign.id = campaign_spot.campaign_id
    where campaign_spot.id::text = ${id} and (${all}
      or campaign.owner_office = any (${[...offices]}::text[])
      or campaign.owner_person = ${person}
      or campaign_spot.village = any (${[...villages]}::text[])))`;
}
