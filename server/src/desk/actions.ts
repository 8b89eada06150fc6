/** Reading the one list. */

import { daysBetween, isoDate } from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { linesFor } from './store.ts';

/** A line is near its day from three days before it. */
const nearDays = 3;

/** What waits for whoever asks, with how urgent it is today in China. */
export async function listDesk(ctx: Ctx) {
  const today = chinaDay(ctx.now);
  const lines = await linesFor(ctx.db, ctx.actor);
  const rows = lines.map((line) => {
    const days = line.due_on === null ? undefined : daysBetween(today, isoDate(line.due_on));
    return {
      id: line.id,
      room: line.room,
      kind: line.kind,
      title: line.title,
      detail: line.detail,
      ...(line.due_on === null ? {} : { dueOn: line.due_on }),
      light: lightOf(days),
      ...(days === undefined ? {} : { days }),
      address: line.address,
      openedAt: line.opened_at,
    };
  });
  return { today, rows };
}

function lightOf(days: number | undefined): 'open' | 'near' | 'overdue' {
  if (days === undefined || days > nearDays) return 'open';
  return days < 0 ? 'overdue' : 'near';
}
