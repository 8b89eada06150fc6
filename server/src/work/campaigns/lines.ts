/** What a running campaign asks of whom: how many of its spots are still open. */

import { chineseDate, type IsoDate, isoDate } from '@oneneedle/kernel';
import { type DeskPlace, keepLines, type NewDeskLine } from '../../desk/index.ts';
import { unitsNamed } from '../../org/index.ts';
import { chinaDay } from '../../platform/index.ts';
import { refreshEndLine } from './end.ts';
import { stateOfCampaign } from './reach.ts';
import { allCampaigns, type CampaignRow, openByVillage } from './store.ts';

/** Brings the lines of every campaign up to date, as the days pass. */
export async function refreshRunning(place: DeskPlace): Promise<void> {
  for (const campaign of await allCampaigns(place.db)) await refreshRunningLines(place, campaign);
}

/** After a deed on a spot: the lines of its campaign, whether it runs or is over. */
export async function refreshCampaignLines(place: DeskPlace, campaign: CampaignRow): Promise<void> {
  if (campaign.ended_at !== null) await refreshEndLine(place, campaign);
  await refreshRunningLines(place, campaign);
}

/** One line for the owner and one for the resident cadre of each village, while it runs. */
async function refreshRunningLines(place: DeskPlace, campaign: CampaignRow): Promise<void> {
  const today: IsoDate = isoDate(chinaDay(place.now));
  const isRunning = stateOfCampaign(campaign, today) === 'running';
  const open = isRunning ? await openByVillage(place.db, campaign.id) : [];
  const units = await unitsNamed(
    place.db,
    open.map(({ village }) => village),
  );
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const common = {
    why: `专项${chineseDate(isoDate(campaign.to_on))}到期，到期自动结束。`,
    dueOn: campaign.to_on,
    address: `/work/campaigns/${campaign.id}`,
    contact: { person: campaign.owner_person, unit: campaign.owner_office },
  };
  const all = open.reduce((sum, { spots }) => sum + spots, 0);
  const owner: Line = {
    ...common,
    about: `${campaign.id}:owner`,
    title: `${campaign.name}：${all} 处未销号`,
    roles: ['recorder'],
    line: campaign.owner_office,
    personCode: campaign.owner_person,
  };
  const villages: Line[] = open.map(({ village, spots }) => ({
    ...common,
    about: `${campaign.id}:${village}`,
    title: `${campaign.name}：${names.get(village) ?? village} ${spots} 处未销号`,
    roles: ['resident-cadre'],
    unit: village,
  }));
  const family = { room: 'work', kind: 'campaign-running', begins: `${campaign.id}:` };
  await keepLines(place, family, all === 0 ? [] : [owner, ...villages]);
}

type Line = Omit<NewDeskLine, 'room' | 'kind'>;
