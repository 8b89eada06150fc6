/** All SQL about campaigns, their spots and what was done with them. */

import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

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

/** A campaign, held until the end of the request. */
export async function lockCampaign(db: Queries, id: string): Promise<CampaignRow | undefined> {
  return db.selectFrom('campaign').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateCampaign(
  db: Queries,
  id: string,
  change: Partial<CampaignRow>,
): Promise<void> {
  await db.updateTable('campaign').set(change).where('id', '=', id).execute();
}

/** Whether no other campaign of the same first day has this name. */
export async function isNameFree(
  db: Queries,
  { id, name, from_on }: Pick<CampaignRow, 'id' | 'name' | 'from_on'>,
): Promise<boolean> {
  const other = await db
    .selectFrom('campaign')
    .select('id')
    .where('name', '=', name)
    .where('from_on', '=', from_on)
    .where('id', '<>', id)
    .executeTakeFirst();
  return other === undefined;
}

/** What was corrected of a campaign, the latest first. */
export async function campaignDeedsOf(
  db: Queries,
  id: string,
): Promise<Selectable<Tables['campaign_deed']>[]> {
  return db
    .selectFrom('campaign_deed')
    .selectAll()
    .where('campaign_id', '=', id)
    .orderBy('seq', 'desc')
    .execute();
}

export async function insertCampaignDeed(
  db: Queries,
  row: Insertable<Tables['campaign_deed']>,
): Promise<void> {
  await db.insertInto('campaign_deed').values(row).execute();
}

export async function noteEnd(db: Queries, id: string, at: string): Promise<void> {
  await db.updateTable('campaign').set({ ended_at: at }).where('id', '=', id).execute();
}

/** How many spots stand where, by campaign and village. */
export async function countedSpots(db: Queries) {
  const rows = await db
    .selectFrom('campaign_spot')
    .select(['campaign_id', 'village', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['campaign_id', 'village', 'state'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The spots of a campaign, in the order of their numbers. */
export async function spotsOf(db: Queries, campaignId: string): Promise<SpotRow[]> {
  const rows = await db
    .selectFrom('campaign_spot')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .execute();
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

/** What was done with the spots that went on as any of these items; nothing where none did. */
export async function spotDeedsOfItems(
  db: Queries,
  itemIds: readonly string[],
): Promise<SpotDeedRow[]> {
  return db
    .selectFrom('spot_deed')
    .innerJoin('campaign_spot', 'campaign_spot.id', 'spot_deed.spot_id')
    .selectAll('spot_deed')
    .where('campaign_spot.item_id', 'in', [...itemIds])
    .orderBy('seq')
    .execute();
}

/** How many spots of a campaign nobody has decided. */
export async function openSpots(db: Queries, campaignId: string): Promise<number> {
  const { count } = await db
    .selectFrom('campaign_spot')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many spots nobody has decided, by village; villages without one are left out. */
export async function openByVillage(
  db: Queries,
  campaignId: string,
): Promise<{ village: string; spots: number }[]> {
  const rows = await db
    .selectFrom('campaign_spot')
    .select(({ fn }) => ['village', fn.countAll<number>().as('spots')])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'open')
    .groupBy('village')
    .orderBy('village')
    .execute();
  return rows.map(({ village, spots }) => ({ village, spots: Number(spots) }));
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
