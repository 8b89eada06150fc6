/** What waits in this room, on the one list: one line an office, not one an entry. */

import { daysBetween, isoDate } from '@oneneedle/kernel';
import { closeLines, openLine } from '../desk/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { type EntryRow, sentBackCount, waitingOf, waitingSince } from './entry-store.ts';

const room = 'ledger';

/** Brings the list up to date after entries of these offices changed. */
export async function refreshDesk(ctx: Ctx, changed: readonly EntryRow[]): Promise<void> {
  for (const office of new Set(changed.map((row) => row.office))) await refreshOffice(ctx, office);
  const accounts = new Set(changed.map((row) => row.recorded_by_account));
  for (const account of accounts) {
    const count = await sentBackCount(ctx.db, account);
    await waitFor(ctx, count, {
      kind: 'sent-back',
      about: account,
      title: `${count} 条登记被退回，请改后再交`,
      address: '/ledger?view=entries&state=sent-back',
      roles: [],
      accountId: account,
    });
  }
}

async function refreshOffice(ctx: Ctx, office: string | null): Promise<void> {
  const { drafts, reviewed, writers } = await waitingOf(ctx.db, office);
  const name = office ?? '未定责任部门';
  const common = {
    about: office ?? '',
    address: addressOf('entries', office),
    roles: ['reviewer' as const],
    ...(office === null ? {} : { line: office }),
  };
  const [only] = writers;
  await waitFor(ctx, drafts, {
    ...common,
    kind: 'review',
    title: `复核${name}登记的 ${drafts} 条事实`,
    // Nobody reviews their own: where one account wrote all of it, it does not wait for them.
    ...(writers.length === 1 && only !== undefined ? { exceptAccountId: only } : {}),
  });
  await waitFor(ctx, reviewed, {
    ...common,
    kind: 'post',
    title: `${name}有 ${reviewed} 条复核过的事实待入账`,
  });
}

/** A line as long as something waits. */
async function waitFor(
  ctx: Ctx,
  count: number,
  line: Omit<Parameters<typeof openLine>[1], 'room'>,
): Promise<void> {
  if (count > 0) return openLine(ctx, { ...line, room });
  return closeLines(ctx, { room, kind: line.kind, about: line.about });
}

/** The list of entries of an office, within the pages of the town. */
function addressOf(view: string, office: string | null): string {
  const query = new URLSearchParams({ view, ...(office === null ? {} : { office }) });
  return `/ledger?${query}`;
}

/** What is on its way by office, the longest wait first: how many, not what it says. */
export async function listWaiting(ctx: Ctx) {
  const today = chinaDay(ctx.now);
  const rows = (await waitingSince(ctx.db)).map(({ office, matters, since: at }) => {
    const since = chinaDay(at);
    const days = daysBetween(isoDate(since), today);
    return { ...(office === null ? {} : { office }), matters, since, days };
  });
  return { today, rows };
}
