/** The monthly order of handling from the items and their deeds. Internal: supervision and leaders. */

import {
  type HandledItem,
  type HandlingRow,
  handlingOrder,
  handlingRule,
  type IsoDate,
  isoDate,
  lastDay,
  type PeriodId,
  type Roster,
  shareText,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { type CampaignTown, campaignTown } from './campaign-reach.ts';
import { circularProblem } from './circular-problems.ts';
import { itemsGiven, monthsOfItems } from './circular-store.ts';
import { type DeedRow, deedsOf, type ItemRow } from './item-store.ts';
import { numberOf } from './item-views.ts';

/** The order of a month; the last that is over where none is named. */
export async function readHandlingOrder(ctx: Ctx, wanted: { month?: string | undefined }) {
  const town = await campaignTown(ctx);
  const month = wanted.month ?? monthBefore(town.today.slice(0, 7));
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

/** `2026-10` before `2026-11`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** An item with what its deeds say of its handling. */
export interface Handled {
  readonly row: ItemRow;
  readonly deeds: readonly DeedRow[];
  readonly dueOn: IsoDate;
  readonly doneOn?: IsoDate;
}

async function handledIn({ db }: Ctx, town: CampaignTown, month: string) {
  const rows = (await itemsGiven(db)).filter(({ due_on: due }) => due?.startsWith(month));
  const items = await handledItems(db, rows);
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
export async function handledItems(db: Ctx['db'], rows: readonly ItemRow[]): Promise<Handled[]> {
  const deeds = new Map<string, DeedRow[]>();
  for (const deed of await deedsOf(
    db,
    rows.map(({ id }) => id),
  )) {
    deeds.set(deed.item_id, [...(deeds.get(deed.item_id) ?? []), deed]);
  }
  return rows.flatMap((row) => {
    if (row.due_on === null) return [];
    const course = deeds.get(row.id) ?? [];
    const doneOn = doneDay(row, course);
    const dueOn = isoDate(row.due_on);
    return [{ row, deeds: course, dueOn, ...(doneOn === undefined ? {} : { doneOn }) }];
  });
}

/** The day of the report that was accepted: the time of checking is not the office's. */
function doneDay({ state }: ItemRow, course: readonly DeedRow[]): IsoDate | undefined {
  if (!['accepted', 'closedOut', 'archived'].includes(state)) return undefined;
  const last =
    course.filter(({ deed }) => deed === 'report' || deed === 'finish').at(-1) ??
    course.filter(({ deed }) => deed === 'accept' || deed === 'closeOut').at(-1);
  return last ? chinaDay(last.at) : undefined;
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
function stationOf({ lead_unit: lead }: ItemRow, { units }: Roster): string[] {
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
