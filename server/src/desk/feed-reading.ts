/** What a telephone's calendar is told: every line with a day, as an all-day event. */

import { isoDate } from '@oneneedle/kernel';
import ical, { type ICalCalendar } from 'ical-generator';
import type { Transaction } from 'kysely';
import { actorToday } from '../org/index.ts';
import { chinaDay, setTenant, type Tables } from '../platform/index.ts';
import { livingFeed } from './feed-actions.ts';
import { dueDays, ownWaiting } from './waiting-days.ts';
import { linesWhere, type WaitingLine } from './waiting-for.ts';

/** Lines that are read for a calendar; nobody looks through more days. */
const eventsMax = 500;
const hourMilliseconds = 3_600_000;

/** What a calendar asks for. */
export interface FeedAsked {
  readonly town: string;
  readonly token: string;
  readonly now: string;
  /** Address of the installation: an event leads to where it is done. */
  readonly origin: string;
}

/** The calendar as RFC 5545 has it; undefined where the address is not there, or its owner not in. */
export async function readFeed(
  db: Transaction<Tables>,
  { town, token, now, origin }: FeedAsked,
): Promise<string | undefined> {
  const tenant = await db
    .selectFrom('tenant')
    .select(['id', 'name'])
    .where('code', '=', town)
    .executeTakeFirst();
  if (!tenant) return undefined;
  await setTenant(db, tenant.id);
  const feed = await livingFeed(db, { now, token });
  if (!feed) return undefined;
  const accountId = feed.account_id;
  const actor = await actorToday(db, { tenantId: tenant.id, accountId, now });
  if (!actor) return undefined;
  const isRecent =
    feed.last_read_at !== null &&
    Date.parse(now) - Date.parse(feed.last_read_at) < hourMilliseconds;
  if (!isRecent) {
    await db
      .updateTable('calendar_feed')
      .set({ last_read_at: now })
      .where('id', '=', feed.id)
      .execute();
  }
  const today = chinaDay(now);
  const lines = await linesWhere(db, await ownWaiting(db, actor, today), { take: eventsMax });
  const dueDay = await dueDays(db, today);
  return calendarText(lines, {
    dayOf: (due) => dueDay(isoDate(due)).last,
    name: `${tenant.name} 清单`,
    now,
    place: `${origin}/${town}`,
  });
}

interface Told {
  readonly name: string;
  readonly now: string;
  /** Address of the town's pages. */
  readonly place: string;
  /** The day by which a line must be done: what is due on a day of rest gives way. */
  readonly dayOf: (due: string) => string;
}

/** Pure. A secret of work has no title: the calendar of a telephone is kept by others. */
export function calendarText(
  lines: readonly WaitingLine[],
  { name, now, place, dayOf }: Told,
): string {
  const calendar: ICalCalendar = ical({
    name,
    prodId: { company: 'OneNeedle', product: 'desk', language: 'ZH' },
    ttl: 60 * 60,
  });
  for (const line of lines) {
    if (line.due_on === null) continue;
    calendar.createEvent({
      id: `${line.id}@oneneedle`,
      // The library writes the day of UTC, whatever the zone of the machine.
      start: new Date(`${dayOf(line.due_on)}T00:00:00Z`),
      allDay: true,
      summary: line.withheld ? '有一件事到期，请在系统里看' : line.title,
      url: line.withheld ? `${place}/desk` : `${place}${line.address}`,
      stamp: new Date(now),
    });
  }
  return calendar.toString();
}
