/** Which slip the rule calls for, from the course of an item. */

import {
  type Calendar,
  type IsoDate,
  type ItemState,
  type SlipColour,
  slipDue,
  type Urgency,
} from '@oneneedle/kernel';
import { chinaDay } from '../../platform/index.ts';
import type { DeedRow, ItemMarks, ItemRow } from './store.ts';
import { lightOfItem } from './views.ts';

/** The slip that the rule calls for. */
export function slipOf(
  item: ItemRow,
  course: readonly DeedRow[],
  { today, calendar }: { today: IsoDate; calendar: Calendar },
): { colour: SlipColour; why: string } | undefined {
  const last = course.findLast(({ deed }) => deed === 'slip');
  const sentBack = course.findLast(({ deed }) => deed === 'sendBack');
  const showing = { today, calendar, names: new Map(), numbers: new Map() };
  return slipDue({
    state: item.state as ItemState,
    urgency: item.urgency as Urgency,
    light: lightOfItem(item, marksOf(course), showing),
    isSentBackSince: sentBack !== undefined && sentBack.seq > (last?.seq ?? 0),
    ...(last?.colour ? { last: last.colour as SlipColour } : {}),
  });
}

function marksOf(course: readonly DeedRow[]): ItemMarks {
  const last = (...deeds: string[]) => course.findLast(({ deed }) => deeds.includes(deed));
  const saidOn = (...deeds: string[]) => {
    const one = last(...deeds);
    return one ? (one.done_on ?? chinaDay(one.at)) : null;
  };
  return {
    moved: 0,
    urged: 0,
    sent_back: 0,
    assigned_at: last('assign', 'book')?.at ?? null,
    told_on: saidOn('tell', 'report'),
    reported_on: saidOn('report', 'finish'),
    judged_on: null,
  };
}
