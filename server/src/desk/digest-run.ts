/**
 * One e-mail an account and workday at most, in the morning, and only where something new waits. A
 * day is claimed in the database before its e-mail is sent: a second run, at the same time or after
 * a kill, finds it claimed. So it is never sent twice; a run that is killed between the two leaves
 * that day without one, and the list itself is always there.
 */

import type { IsoDate } from '@oneneedle/kernel';
import { sql, type Transaction } from 'kysely';
import { actorToday } from '../org/index.ts';
import {
  type AppDatabase,
  chinaClock,
  chinaDay,
  type Queries,
  setTenant,
  type Tables,
} from '../platform/index.ts';
import { digestMail, type Mailer } from './digest-mail.ts';
import { type DeskDays, deskDays, isOfficeDay, ownWaiting } from './waiting-days.ts';
import { countsWhere, type Waiting, type WaitingCounts } from './waiting-for.ts';

/** No e-mail before and after these hours in China, even where the morning's run came late. */
export const quietHours = { until: '08:00', from: '18:00' };

/** What a run needs. */
export interface DigestNeeds {
  readonly database: AppDatabase;
  readonly mailer: Mailer;
  /** Address of the installation. */
  readonly origin: string;
}

/** What a run did. */
export interface DigestRun {
  readonly sent: number;
  /** Surely not sent; their day is free again. */
  readonly failed: number;
}

/** Sends what is due in every town, as of an instant. */
export async function sendDigests(needs: DigestNeeds, now: string): Promise<DigestRun> {
  const clock = chinaClock(now);
  if (clock < quietHours.until || clock >= quietHours.from) return { sent: 0, failed: 0 };
  const towns = await needs.database.queries
    .selectFrom('tenant')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'town')
    .orderBy('id')
    .execute();
  const total = { sent: 0, failed: 0 };
  for (const town of towns) {
    const { sent, failed } = await sendInTown({ ...needs, town }, now);
    total.sent += sent;
    total.failed += failed;
  }
  return total;
}

interface Town {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

interface TownNeeds extends DigestNeeds {
  readonly town: Town;
}

async function sendInTown(needs: TownNeeds, now: string): Promise<DigestRun> {
  const { town } = needs;
  const choices = await inside(needs, async (db) => {
    if (!(await isOfficeDay(db, chinaDay(now)))) return [];
    return db
      .selectFrom('digest_choice')
      .select(['account_id', 'email'])
      .orderBy('account_id')
      .execute();
  });
  const done = { sent: 0, failed: 0 };
  for (const { account_id: accountId, email } of choices) {
    const counts = await inside(needs, (db) => claim(db, { town, accountId, now }));
    if (!counts) continue;
    const mail = digestMail({ ...needs, email, accountId, counts, day: chinaDay(now) });
    const outcome = await needs.mailer.send(mail);
    await inside(needs, (db) => settle(db, { accountId, now, outcome }));
    done[outcome === 'sent' ? 'sent' : 'failed'] += 1;
  }
  return done;
}

interface Claimed {
  readonly town: Town;
  readonly accountId: string;
  readonly now: string;
}

/** Takes the day of an account; undefined where it is taken, or nothing new waits. */
async function claim(
  db: Transaction<Tables>,
  { town, accountId, now }: Claimed,
): Promise<WaitingCounts | undefined> {
  const today = chinaDay(now);
  const actor = await actorToday(db, { tenantId: town.id, accountId, now });
  if (!actor) return undefined;
  const waiting = await ownWaiting(db, actor, today);
  const days = await deskDays(db, today);
  const counts = await countsWhere(db, waiting, days);
  if (!(await isNews(db, { accountId, waiting, days }))) return undefined;
  const row = await db
    .insertInto('digest_sent')
    .values({
      tenant_id: town.id,
      account_id: accountId,
      on_day: today,
      claimed_at: now,
      lines: counts.all,
      near_until: days.nearUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('on_day')
    .executeTakeFirst();
  return row ? counts : undefined;
}

interface News {
  readonly accountId: string;
  readonly waiting: Waiting;
  readonly days: DeskDays;
}

/** Whether a line was opened, came near or passed its day since the last e-mail that went out. */
async function isNews(db: Queries, { accountId, waiting, days }: News): Promise<boolean> {
  const { pastUntil, nearUntil } = days;
  const last = await db
    .selectFrom('digest_sent')
    .select(['sent_at', 'on_day', 'near_until'])
    .where('account_id', '=', accountId)
    .where('sent_at', 'is not', null)
    .orderBy('on_day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const before = last && (await deskDays(db, last.on_day as IsoDate));
  const since =
    last && before
      ? sql<boolean>`(l.opened_at > ${last.sent_at}
        or (l.due_on > ${last.near_until} and l.due_on <= ${nearUntil})
        or (l.due_on > ${before.pastUntil} and l.due_on <= ${pastUntil}))`
      : sql<boolean>`true`;
  const { all } = await countsWhere(db, sql<boolean>`${waiting} and ${since}`, days);
  return all > 0;
}

type Outcome = Awaited<ReturnType<Mailer['send']>>;

/** What surely did not go out gives its day back; what nobody knows keeps it. */
async function settle(
  db: Queries,
  { accountId, now, outcome }: { accountId: string; now: string; outcome: Outcome },
): Promise<void> {
  const today = chinaDay(now);
  if (outcome === 'sent') {
    await db
      .updateTable('digest_sent')
      .set({ sent_at: now })
      .where('account_id', '=', accountId)
      .where('on_day', '=', today)
      .execute();
  }
  if (outcome === 'not-sent') {
    await db
      .deleteFrom('digest_sent')
      .where('account_id', '=', accountId)
      .where('on_day', '=', today)
      .where('sent_at', 'is', null)
      .execute();
  }
}

function inside<T>(
  { database, town }: TownNeeds,
  run: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return database.queries.transaction().execute(async (db) => {
    await setTenant(db, town.id);
    return run(db);
  });
}
