/** Evidence of posting: where a published edition hangs, since when, and when it came down. */

import { randomUUID } from 'node:crypto';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { mayTakeDown } from '../policy.ts';
import { publicationProblem } from '../problems.ts';
import { displaysView, type Replies } from './reading.ts';
import { endDisplay, findDisplay, insertDisplay, latestPublication } from './store.ts';

interface Posted {
  readonly line: string;
  readonly period: string;
  readonly place: string;
  readonly on: string;
  readonly photo?: string | undefined;
}

/** Writes down where the latest edition hangs; lists of persons hang nowhere. */
export async function postDisplay(
  ctx: Ctx,
  { line, period, place, on, photo }: Posted,
): Promise<Replies['post']> {
  const latest = await latestPublication(ctx.db, { line, period });
  if (!latest || latest.audience === 'internal') throw publicationProblem('not-published');
  const isEarly = on < latest.posted_on;
  if (isEarly || on > chinaDay(ctx.now)) {
    const sentence = isEarly ? '张贴日期在公示以前，' : '张贴日期还没有到，';
    throw publicationProblem('days-order', { sentence });
  }
  const row = {
    ...{ tenant_id: ctx.tenant.id, id: randomUUID(), line, period, place },
    edition: latest.edition,
    posted_on: on,
    photo: photo ?? null,
    posted_by: ctx.account.id,
    at: ctx.now,
  };
  await insertDisplay(ctx.db, row);
  const [shown] = await displaysView(ctx, [{ ...row, taken_down_on: null, taken_down_by: null }]);
  if (!shown) throw new Error('a display that was written is not shown');
  return shown;
}

/** Writes down, once, when it came down. */
export async function takeDownDisplay(
  ctx: Ctx,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<Replies['takeDown']> {
  if (on > chinaDay(ctx.now)) {
    throw publicationProblem('days-order', { sentence: '取下的日期还没有到，' });
  }
  const display = await findDisplay(ctx.db, id);
  if (!display || !mayTakeDown(ctx.actor, display)) throw publicationProblem('display-unknown');
  const ended = await endDisplay(ctx.db, { id, on, by: ctx.account.id });
  if (!ended) throw publicationProblem('display-unknown');
  return { done: true };
}
