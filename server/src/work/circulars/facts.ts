/**
 * The facts of a month for its circular. Whatever is withheld, a leader's instruction, is left out
 * before anything is counted.
 */

import {
  addDays,
  firstDay,
  type IsoDate,
  isoDate,
  lastDay,
  type PeriodId,
} from '@oneneedle/kernel';
import { calendarOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { campaignTown } from '../campaigns/reach.ts';
import { readMeter } from '../demands/meter.ts';
import { numberOf } from '../items/views.ts';
import { type Handled, handledItems, stationOf } from './handling-actions.ts';
import { itemsOf, lastDeedAt } from './store.ts';

/** An item as a circular names it. */
export interface CircularItem {
  readonly no: string;
  readonly title: string;
  readonly office: string;
  /** Days, as the section means them: due and done, or from and to. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Everything that a circular says, kept as it was on the day of issue. */
export interface CircularFacts {
  readonly month: string;
  readonly town: string;
  readonly assigned: number;
  /** Of these, by issuing office, the most first. */
  readonly issuers: readonly { readonly office: string; readonly items: number }[];
  readonly closed: number;
  readonly closedInTime: number;
  /** Due by the end of the month and not reported yet. `to` is the day they were due. */
  readonly overdue: readonly CircularItem[];
  /** Such items that villages lead: counted, never listed. Absent in circulars of before. */
  readonly overdueOfVillages?: number;
  /** From the old day to the new one. */
  readonly extensions: readonly CircularItem[];
  /** Closed in the month before their day: `from` done, `to` due. */
  readonly early: readonly CircularItem[];
  readonly meter: readonly MeterLine[];
  readonly meterTotal: Omit<MeterLine, 'office'>;
}

interface MeterLine {
  readonly office: string;
  readonly demands: number;
  readonly times: number;
  readonly duplicates: number;
  readonly shortNotices: number;
  readonly outsideList: number;
  readonly overrides: number;
  readonly afterwards: number;
}

/** Reads the facts of a month as they stand now. */
export async function circularFacts(
  ctx: Ctx,
  month: string,
): Promise<{ facts: CircularFacts; editionAt: string | null }> {
  const town = await campaignTown(ctx);
  const name = (code: string | null) => (code === null ? '' : town.named(code).name);
  const [from, to] = [firstDay(month as PeriodId), lastDay(month as PeriodId)];
  const rows = await itemsOf(ctx.db, { from, to });
  const items = await handledItems(ctx.db, rows, await calendarOf(ctx.db));
  const dayAfter = addDays(to, 1);
  const end = dayAfter < town.today ? dayAfter : town.today;
  const assigned = items.filter(({ deeds }) => assignedIn(deeds, month));
  const closed = items.filter(({ doneOn }) => doneOn?.startsWith(month));
  const named = ({ row }: Handled, from: IsoDate, to: IsoDate): CircularItem => ({
    no: numberOf(row) ?? '',
    title: row.title,
    office: name(row.lead_unit),
    from,
    to,
  });
  const overdue = items.filter(
    (item) => item.doneOn === undefined && !isReported(item) && item.dueOn < end,
  );
  const listed = overdue.filter(({ row }) => stationOf(row, town.roster).length > 0);
  const { offices, total } = await readMeter(ctx, { month });
  const facts: CircularFacts = {
    month,
    town: ctx.tenant.name,
    assigned: assigned.length,
    issuers: byIssuer(assigned, name),
    closed: closed.length,
    closedInTime: closed.filter(({ doneOn, dueOn }) => doneOn !== undefined && doneOn <= dueOn)
      .length,
    overdue: listed.map((item) => named(item, item.dueOn, item.dueOn)),
    overdueOfVillages: overdue.length - listed.length,
    extensions: items.flatMap((item) =>
      item.deeds.flatMap(({ deed, at, due_from: from, due_to: to }) =>
        deed === 'grantExtension' && from !== null && to !== null && chinaDay(at).startsWith(month)
          ? [named(item, isoDate(from), isoDate(to))]
          : [],
      ),
    ),
    early: closed.flatMap((item) =>
      item.doneOn !== undefined && item.doneOn < item.dueOn
        ? [named(item, item.doneOn, item.dueOn)]
        : [],
    ),
    meter: offices.map(({ office, ...counts }) => ({ office: office.name, ...counts })),
    meterTotal: total,
  };
  return { facts, editionAt: await lastDeedAt(ctx.db) };
}

function assignedIn(deeds: Handled['deeds'], month: string): boolean {
  return deeds.some(
    ({ deed, at }) => (deed === 'assign' || deed === 'book') && chinaDay(at).startsWith(month),
  );
}

function isReported({ row }: Handled): boolean {
  return row.state === 'reported' || row.state === 'underReview';
}

function byIssuer(items: readonly Handled[], name: (code: string | null) => string) {
  const counts = new Map<string, number>();
  for (const { row } of items) {
    const office = name(row.issuer_unit) || '镇领导和督查室';
    counts.set(office, (counts.get(office) ?? 0) + 1);
  }
  return [...counts]
    .map(([office, count]) => ({ office, items: count }))
    .sort((a, b) => b.items - a.items || (a.office < b.office ? -1 : 1));
}
