/**
 * 书记一页: what other rooms know, put together on one sheet of paper. Nothing is worked out here that
 * has no page of its own; every list is as long as the paper has room for, and says what it left out.
 */

import { isoDate } from '@oneneedle/kernel';
import { periodRows } from '../../assessment/index.ts';
import { listFindings } from '../../inspection/index.ts';
import { rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { type PendingItem, pendingItems } from '../../work/index.ts';
import { gapShown, ownerOf, placeOn } from '../benchmark/actions.ts';
import { allLists } from '../benchmark/store.ts';

/** What one A4 sheet has room for. */
const most = { weakest: 5, leaders: 6, coming: 5, repeated: 4, periods: 4 } as const;
/** Days ahead that still can be acted on. */
const ahead = 7;

export async function readOnePage(ctx: Ctx) {
  const pending = await pendingItems(ctx);
  const coming = pending.filter(({ days }) => days <= 0 && days >= -ahead);
  const district = await districtOf(ctx);
  return {
    today: chinaDay(ctx.now),
    town: ctx.tenant.name,
    ...(district ? { district } : {}),
    overdue: overdueOf(pending.filter(({ days }) => days > 0)),
    coming: { count: coming.length, items: coming.slice(0, most.coming).map(briefOf) },
    repeated: await repeatedOf(ctx),
    periods: await openPeriods(ctx),
  };
}

/** The latest list of the district, and the place on the one of the same name before it. */
async function districtOf(ctx: Ctx) {
  const lists = await allLists(ctx.db);
  const [latest] = lists;
  if (!latest) return undefined;
  const earlier = lists.find(
    ({ name, issuer, id }) => id !== latest.id && name === latest.name && issuer === latest.issuer,
  );
  const { rank, towns, total, first, next, indicators, beyondTen } = placeOn(latest, ctx);
  const roster = await rosterOf(ctx.db);
  const today = isoDate(chinaDay(ctx.now));
  const rankBefore = earlier && placeOn(earlier, ctx).rank;
  return {
    id: latest.id,
    name: latest.name,
    period: latest.period,
    ...(rank ? { rank } : {}),
    towns,
    ...(total === undefined ? {} : { total }),
    ...(first ? { first: gapShown(first) } : {}),
    ...(next ? { next: gapShown(next) } : {}),
    indicators: indicators.length,
    beyondTen,
    ...(earlier
      ? {
          before: {
            id: earlier.id,
            period: earlier.period,
            ...(rankBefore ? { rank: rankBefore } : {}),
          },
        }
      : {}),
    weakest: indicators.slice(0, most.weakest).map(({ name, rank: place, lost, office }) => ({
      name,
      ...(place ? { rank: place } : {}),
      ...(lost === undefined ? {} : { lost }),
      ...(office === undefined ? {} : { office }),
      leaders: ownerOf(roster, office, today).leaders.map((leader) => leader.name),
    })),
  };
}

/** By leader, the most first, then the longest overdue. */
function overdueOf(items: readonly PendingItem[]) {
  const groups = new Map<string, PendingItem[]>();
  for (const item of items) {
    const key = item.leader?.code ?? `office ${item.office}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const leaders = [...groups.values()].flatMap((own) => {
    const [oldest] = own; // the longest overdue stands first
    return oldest ? [{ oldest, count: own.length }] : [];
  });
  leaders.sort((a, b) => b.count - a.count || b.oldest.days - a.oldest.days);
  return {
    count: items.length,
    leaders: leaders.slice(0, most.leaders).map(({ oldest, count }) => ({
      ...(oldest.leader ? { leader: oldest.leader } : {}),
      count,
      oldest: briefOf(oldest),
    })),
    more: Math.max(0, leaders.length - most.leaders),
  };
}

function briefOf({ id, title, office, dueOn }: PendingItem) {
  return { id, title, office, dueOn };
}

/** Found before at the same place, and not put right yet. */
async function repeatedOf(ctx: Ctx) {
  const { rows } = await listFindings(ctx, {});
  const found = rows.filter(
    ({ repeats, state }) => repeats !== undefined && (state === 'found' || state === 'toRectify'),
  );
  return {
    count: found.length,
    findings: found.slice(0, most.repeated).map(({ id, subject, standard, dueOn }) => ({
      id,
      subject,
      standard,
      dueOn,
    })),
  };
}

/** Periods that are over and still open: the oldest first. */
async function openPeriods(ctx: Ctx) {
  const today = isoDate(chinaDay(ctx.now));
  const rows = await periodRows(ctx.db, today);
  return rows
    .filter(({ to, state }) => to < today && state !== 'sealed')
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .slice(0, most.periods)
    .map(({ line, schemeName, period, label, to, state }) => ({
      line,
      schemeName,
      period,
      label,
      to,
      state,
    }));
}
