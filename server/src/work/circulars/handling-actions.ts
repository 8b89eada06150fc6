/** The monthly order of handling from the items and their deeds. Internal: supervision and leaders. */

import {
  addDays,
  type Calendar,
  doneDay,
  firstDay,
  type HandledItem,
  type HandlingRow,
  handlingOrder,
  handlingRule,
  type IsoDate,
  type ItemState,
  isoDate,
  judgedDay,
  lastDay,
  type PeriodId,
  previousPeriod,
  type Roster,
  shareText,
  workdayFrom,
} from '@oneneedle/kernel';
import { calendarOf } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { type CampaignTown, campaignTown } from '../campaigns/reach.ts';
import { datedCourse } from '../items/standing.ts';
import type { DeedRow, ItemRow } from '../items/store.ts';
import { numberOf } from '../items/views.ts';
import { circularProblem } from './problems.ts';
import { coursesOf, itemsDue, monthsOfItems } from './store.ts';

/** The order of a month; the last that is over where none is named. */
export async function readHandlingOrder(ctx: Ctx, wanted: { month?: string | undefined }) {
  const town = await campaignTown(ctx);
  const month = wanted.month ?? previousPeriod(town.today.slice(0, 7) as PeriodId);
  if (month > town.today.slice(0, 7)) throw circularProblem('month-coming', { month });
  const end = lastDay(month as PeriodId);
  const asOf = town.today < end ? town.today : end;
  const { items, offices, leaders } = await handledIn(ctx, town, month);
  // A day counts as over on the next: what was due yesterday is open today.
  const options = { month, asOf: town.today };
  return {
    month,
    asOf,
    months: await monthsOfItems(ctx.db, town.today),
    rule: handlingRule,
    offices: handlingOrder(offices, options).map((row) => rowShown(row, town)),
    leaders: handlingOrder(leaders, options).map((row) => rowShown(row, town)),
    items: items.map((item) => itemShown(item, town)),
  };
}

/** An item with what its deeds say of its handling. */
export interface Handled {
  readonly row: ItemRow;
  readonly deeds: readonly DeedRow[];
  /** The day that it is judged by: the workday on or after it, before any slip moved it. */
  readonly dueOn: IsoDate;
  readonly doneOn?: IsoDate;
}

async function handledIn({ db }: Ctx, town: CampaignTown, month: string) {
  // A day at the end of a month may give way to a workday of the next.
  const from = addDays(firstDay(month as PeriodId), -15);
  const rows = await itemsDue(db, { from, to: lastDay(month as PeriodId) });
  const all = await handledItems(db, rows, await calendarOf(db));
  const items = all.filter(({ dueOn }) => dueOn.startsWith(month));
  const of = (groupsOf: (item: Handled) => readonly string[]) =>
    items.flatMap((item) => {
      const groups = groupsOf(item);
      return groups.length === 0 ? [] : [countedOf(item, groups)];
    });
  const officeOf = ({ row }: Handled) => stationOf(row, town.roster);
  return {
    items,
    offices: of(officeOf),
    leaders: of((item) => officeOf(item).flatMap((office) => leadersOf(office, item, town.roster))),
  };
}

/** Items with the day on which they were done, as their deeds say. */
export async function handledItems(
  db: Ctx['db'],
  rows: readonly ItemRow[],
  calendar: Calendar,
): Promise<Handled[]> {
  const deeds = new Map<string, DeedRow[]>();
  for (const deed of await coursesOf(
    db,
    rows.map(({ id }) => id),
  )) {
    const course = deeds.get(deed.item_id);
    if (course) course.push(deed);
    else deeds.set(deed.item_id, [deed]);
  }
  return rows.flatMap((row) => {
    if (row.due_on === null) return [];
    const course = deeds.get(row.id) ?? [];
    const dated = datedCourse(course);
    const doneOn = doneDay(row.state as ItemState, dated);
    const judged = judgedDay(dated, isoDate(row.due_on)) ?? isoDate(row.due_on);
    const dueOn = workdayFrom(judged, calendar);
    return [{ row, deeds: course, dueOn, ...(doneOn === undefined ? {} : { doneOn }) }];
  });
}

function countedOf({ row, deeds, dueOn, doneOn }: Handled, groups: readonly string[]): HandledItem {
  const count = (...wanted: string[]) => deeds.filter(({ deed }) => wanted.includes(deed)).length;
  return {
    id: row.id,
    groups,
    dueOn,
    ...(doneOn === undefined ? {} : { doneOn }),
    isInReview: row.state === 'reported' || row.state === 'underReview',
    urged: count('urge', 'slip'),
    sentBack: count('sendBack'),
    extended: deeds.filter(
      ({ due_from: from, due_to: to, deed }) =>
        ['grantExtension', 'changeDue', 'slip'].includes(deed) && from !== null && from !== to,
    ).length,
  };
}

/** The office that leads; an item that a village leads counts for no office. */
export function stationOf({ lead_unit: lead }: ItemRow, { units }: Roster): string[] {
  const unit = units.find(({ code }) => code === lead);
  return unit && (unit.type === 'station' || unit.type === 'office') ? [unit.code] : [];
}

/** Who was in charge of the office on the day that it was due. */
function leadersOf(office: string, { dueOn }: Handled, { pairings }: Roster): string[] {
  const found = pairings.filter(
    ({ kind, unit, from, to }) =>
      kind === '分管领导' && unit === office && from <= dueOn && (to === undefined || to >= dueOn),
  );
  return [...new Set(found.map(({ person }) => person))];
}

function rowShown({ group, share, ...row }: HandlingRow, { named }: CampaignTown) {
  return {
    ...row,
    group: named(group),
    due: [...row.due],
    inTime: [...row.inTime],
    late: [...row.late],
    open: [...row.open],
    inReview: [...row.inReview],
    urged: [...row.urged],
    sentBack: [...row.sentBack],
    extended: [...row.extended],
    ...(share
      ? {
          share: {
            ...share,
            text: shareText(share),
          },
        }
      : {}),
  };
}

function itemShown({ row, dueOn, doneOn }: Handled, { named }: CampaignTown) {
  const no = numberOf(row);
  return {
    id: row.id,
    ...(no === undefined ? {} : { no }),
    title: row.title,
    office: row.lead_unit === null ? '' : named(row.lead_unit).name,
    dueOn,
    ...(doneOn === undefined ? {} : { doneOn }),
  };
}
