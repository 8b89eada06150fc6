/** Lines of items that the days change by themselves: progress that is owed, slips that are called for. */

import { type Calendar, type IsoDate, isoDate } from '@oneneedle/kernel';
import { type DeskPlace, keepLines } from '../../desk/index.ts';
import { calendarOf, rosterOf } from '../../org/index.ts';
import { chinaDay, type Queries } from '../../platform/index.ts';
import { refreshOwed } from './lines.ts';
import { askedVillages } from './plan.ts';
import { slipOf } from './slip.ts';
import { type DeedRow, deedsOf, type ItemRow, itemsOfSlips, periodicItems } from './store.ts';

/** Brings the day of every item up to date of which progress is told from time to time. */
export async function refreshPeriodic(place: DeskPlace): Promise<void> {
  const items = await periodicItems(place.db);
  if (items.length === 0) return;
  const roster = await rosterOf(place.db);
  const today = isoDate(chinaDay(place.now));
  for (const item of items) {
    await refreshOwed(place, item, askedVillages(item, { roster, today }));
  }
}

/** What slips are judged on. */
interface SlipDay {
  readonly today: IsoDate;
  readonly calendar: Calendar;
}

/** The items for which the rule calls for a slip. @returns their ids */
export async function calledForSlip(db: Queries, day: SlipDay): Promise<string[]> {
  const items = await itemsOfSlips(db, day.today);
  const courses = Map.groupBy(
    await deedsOf(
      db,
      items.map(({ id }) => id),
    ),
    ({ item_id: id }) => id,
  );
  const called = items.filter((item) => slipOf(item, courses.get(item.id) ?? [], day));
  return called.map(({ id }) => id);
}

/** One line for the supervision office: how many slips the rule calls for today. */
export async function refreshSlipLine(place: DeskPlace): Promise<void> {
  const { length } = await calledForSlip(place.db, await slipDay(place));
  const line = {
    about: 'town',
    title: `${length} 件该发督办单`,
    why: '超期的、退回重办的，按“三色督办单”的规则该发单了；发不发、发什么颜色由督查室定。',
    roles: ['supervision'] as const,
    address: '/work?slip=yes',
  };
  await keepLines(place, { room: 'work', kind: 'slips-called' }, length === 0 ? [] : [line]);
}

async function slipDay({ db, now }: DeskPlace): Promise<SlipDay> {
  return { today: isoDate(chinaDay(now)), calendar: await calendarOf(db) };
}

/** What of an item a deed may change. */
interface Before {
  readonly item: ItemRow;
  readonly course: readonly DeedRow[];
}

/** After a deed: counts anew where it changed whether a slip is called for. */
export async function refreshAfter(
  place: DeskPlace,
  before: Before,
  after: ItemRow,
): Promise<void> {
  if (after.form !== 'supervised') return;
  const day = await slipDay(place);
  const was = slipOf(before.item, before.course, day);
  const is = slipOf(after, await deedsOf(place.db, [after.id]), day);
  if ((was === undefined) !== (is === undefined)) await refreshSlipLine(place);
}
