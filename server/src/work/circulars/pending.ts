/** What is to be done now, with its day, office and leader: for whoever leads, nothing withheld. */

import { isLeader } from '@oneneedle/contract';
import { addDays, daysBetween, type IsoDate } from '@oneneedle/kernel';
import { calendarOf } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { type CampaignTown, campaignTown } from '../campaigns/reach.ts';
import { type Handled, handledItems } from './handling-actions.ts';
import { itemsOf } from './store.ts';

/** An item that nobody reported yet. */
export interface PendingItem {
  readonly id: string;
  readonly title: string;
  /** The unit that leads, by name. */
  readonly office: string;
  readonly dueOn: IsoDate;
  /** Days past the day that it is judged by; below zero, days until it. */
  readonly days: number;
  /** Who is in charge of the office today, or is paired with the village. */
  readonly leader?: { readonly code: string; readonly name: string };
}

/** All of them, the longest overdue first. */
export async function pendingItems(ctx: Ctx): Promise<PendingItem[]> {
  const town = await campaignTown(ctx);
  const rows = await itemsOf(ctx.db, { from: addDays(town.today, 1), to: addDays(town.today, 1) });
  const items = await handledItems(ctx.db, rows, await calendarOf(ctx.db));
  return items
    .filter(({ row, doneOn }) => doneOn === undefined && !waiting.includes(row.state))
    .map((item) => pendingOf(item, town))
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
}

/** Reported, or looked at by others: nothing is asked of who leads. */
const waiting = [
  'reported',
  'underReview',
  'closedOut',
  'archived',
  'accepted',
  'withdrawn',
  'merged',
];

function pendingOf({ row, dueOn }: Handled, town: CampaignTown): PendingItem {
  const leader = row.lead_unit === null ? undefined : leaderOf(row.lead_unit, town);
  return {
    id: row.id,
    title: row.title,
    office: row.lead_unit === null ? '' : town.named(row.lead_unit).name,
    dueOn,
    days: daysBetween(dueOn, town.today),
    ...(leader === undefined ? {} : { leader: town.named(leader) }),
  };
}

function leaderOf(unit: string, { roster, today }: CampaignTown): string | undefined {
  return roster.pairings.find(
    (one) =>
      one.unit === unit &&
      isLeader(one.kind) &&
      one.from <= today &&
      (one.to === undefined || one.to >= today),
  )?.person;
}
