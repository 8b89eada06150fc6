/** What the list keeps no longer than it needs: closed lines, readings of plain links, addresses of the gone. */

import { stoppedAmong } from '../org/index.ts';
import type { DeskPlace } from './store.ts';

/** Lines that were closed are read by nobody; a quarter is kept for who asks where one went. */
const closedDays = 100;
/** Readings of a plain link, with their shortened addresses. */
const readingDays = 366;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Takes away what is past its term in one town; the work of every night. */
export async function cleanDesk({ db, now }: Pick<DeskPlace, 'db' | 'now'>): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now) - days * dayMilliseconds).toISOString();
  await db.deleteFrom('desk_line').where('closed_at', '<', before(closedDays)).execute();
  await db.deleteFrom('plain_link_reading').where('at', '<', before(readingDays)).execute();
  const choices = await db.selectFrom('digest_choice').select('account_id').execute();
  const stopped = await stoppedAmong(
    db,
    choices.map(({ account_id: id }) => id),
  );
  if (stopped.length === 0) return;
  await db.deleteFrom('digest_choice').where('account_id', 'in', stopped).execute();
}
