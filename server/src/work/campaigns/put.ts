/** Campaigns written down as they would have gone, a spot a row: for a town that is loaded whole. */

import { randomUUID } from 'node:crypto';
import { addDays, type IsoDate, isoDate, readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import type { DeskPlace } from '../../desk/index.ts';
import { citeEvidence } from '../../evidence/index.ts';
import { usualStages } from './actions.ts';
import { insertCampaign, insertSpot, insertSpotDeed } from './store.ts';

const spotShape = z.strictObject({
  number: z.string(),
  village: z.string(),
  place: z.string(),
  kind: z.string(),
  quantity: z.string(),
  unit: z.string(),
  stage: z.coerce.number().int(),
  foundOn: z.string(),
  incomeFen: z.coerce.number().int().default(0),
  /** Numbers of evidence. */
  before: z.array(z.string()).default([]),
  after: z.array(z.string()).default([]),
  /** The day on which it was closed. */
  closed: z.string().optional(),
  /** The day on which it was left, and why. */
  left: z.string().optional(),
  why: z.string().optional(),
});

const campaignShape = z.strictObject({
  name: z.string(),
  goal: z.string(),
  goalQuantity: z.string(),
  goalUnit: z.string(),
  source: z.string(),
  owner: z.string(),
  office: z.string(),
  villages: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  stages: z.array(z.string()).default([...usualStages]),
  spots: z.array(spotShape),
});

export type TownCampaign = z.infer<typeof campaignShape>;
/** The campaigns of a file. @throws Error where one cannot be read */
export function readCampaigns(source: string): readonly TownCampaign[] {
  const { value, findings } = readShape(source, campaignShape.array());
  if (value) return value;
  throw new Error(findings.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
}

type TownSpot = TownCampaign['spots'][number];

interface Somebody {
  readonly account: string;
  readonly person: string;
}

/** Who did it, and which evidence there is. */
export interface CampaignHands {
  /** Enters, moves on and proves. */
  readonly doer: Somebody;
  /** Closes: had no part in the work. */
  readonly closer: Somebody;
  /** Ids of evidence by the numbers of the file. */
  readonly evidence: ReadonlyMap<string, { readonly id: string }>;
}

/** Writes a campaign with its spots and every deed that they tell of. */
export async function putCampaign(
  place: DeskPlace,
  campaign: TownCampaign,
  hands: CampaignHands,
): Promise<void> {
  const id = randomUUID();
  const { doer } = hands;
  await insertCampaign(place.db, {
    tenant_id: place.tenant.id,
    id,
    name: campaign.name,
    goal: campaign.goal,
    goal_quantity: campaign.goalQuantity,
    goal_unit: campaign.goalUnit,
    source: campaign.source,
    owner_person: campaign.owner,
    owner_office: campaign.office,
    villages: campaign.villages,
    from_on: campaign.from,
    to_on: campaign.to,
    stages: campaign.stages,
    created_by_account: doer.account,
    created_by: doer.person,
    created_at: at(campaign.from),
  });
  for (const spot of campaign.spots) await putSpot(place, { campaign: id, spot, hands });
}

function at(day: string): string {
  return `${day}T02:00:00.000Z`;
}

interface Putting {
  readonly campaign: string;
  readonly spot: TownSpot;
  readonly hands: CampaignHands;
}

async function putSpot(place: DeskPlace, { campaign, spot, hands }: Putting): Promise<void> {
  const id = randomUUID();
  const deeds = deedsOf(spot, hands);
  await insertSpot(place.db, {
    tenant_id: place.tenant.id,
    id,
    campaign_id: campaign,
    number: spot.number,
    village: spot.village,
    place: spot.place,
    kind: spot.kind,
    quantity: spot.quantity,
    unit: spot.unit,
    stage: spot.stage,
    income_fen: spot.incomeFen,
    found_on: spot.foundOn,
    state: deeds.at(-1)?.to_state ?? 'open',
    version: deeds.length,
  });
  for (const [index, deed] of deeds.entries()) {
    await insertSpotDeed(place.db, {
      tenant_id: place.tenant.id,
      id: randomUUID(),
      spot_id: id,
      seq: index + 1,
      ...deed,
    });
  }
  const evidenceIds = deeds.flatMap(({ evidence = [] }) => evidence);
  await citeEvidence(place, { spotId: id, evidenceIds, subjects: [spot.village] });
}

interface Deed {
  readonly deed: string;
  readonly from_stage: number | null;
  readonly to_stage: number;
  readonly to_state: string;
  readonly account_id: string;
  readonly person: string;
  readonly at: string;
  readonly note?: string;
  readonly shows?: string;
  readonly evidence?: string[];
  readonly income_fen?: number;
}

/** Entered on the day it was found, a stage every twelve days, then proved and closed. */
function deedsOf(spot: TownSpot, { doer, closer, evidence }: CampaignHands): Deed[] {
  const ids = (names: readonly string[]) => names.flatMap((name) => evidence.get(name)?.id ?? []);
  const end = spot.closed ?? spot.left;
  const dayOf = (step: number): IsoDate => {
    const day = addDays(isoDate(spot.foundOn), end === undefined ? 12 * step : 2 * step);
    return end !== undefined && day > end ? isoDate(end) : day;
  };
  const deeds: Deed[] = [];
  const add = (deed: string, more: Partial<Deed> = {}) => {
    const last = deeds.at(-1);
    deeds.push({
      deed,
      from_stage: last?.to_stage ?? null,
      to_stage: last?.to_stage ?? 0,
      to_state: 'open',
      account_id: doer.account,
      person: doer.person,
      at: at(dayOf(deeds.length)),
      ...more,
    });
  };
  add('add');
  const [before, after] = [ids(spot.before), ids(spot.after)];
  if (before.length > 0) add('prove', { shows: 'before', evidence: before });
  for (let stage = 1; stage <= spot.stage; stage += 1) add('advance', { to_stage: stage });
  if (spot.incomeFen > 0) add('earn', { income_fen: spot.incomeFen });
  if (after.length > 0) add('prove', { shows: 'after', evidence: after });
  const judged = { account_id: closer.account, person: closer.person };
  if (spot.closed !== undefined) {
    add('close', { ...judged, to_state: 'closed', at: at(spot.closed), note: '现场看过，属实。' });
  }
  if (spot.left !== undefined) {
    add('leave', { ...judged, to_state: 'left', at: at(spot.left), note: spot.why ?? '' });
  }
  return deeds;
}
