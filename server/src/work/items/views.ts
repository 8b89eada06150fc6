/** Items as the pages show them: names instead of codes, and the light with its sentence. */

import {
  type Calendar,
  type Feedback,
  type IsoDate,
  type ItemState,
  isoDate,
  type Light,
  type LightInput,
  lightOf,
  type Roster,
} from '@oneneedle/kernel';
import { chinaDay } from '../../platform/index.ts';
import type { ListedItem } from './listing.ts';
import type { ItemMarks, ItemRow } from './store.ts';

/** What showing items needs: read once a request. */
export interface Showing {
  readonly today: IsoDate;
  readonly calendar: Calendar;
  readonly names: ReadonlyMap<string, string>;
  /** Numbers of the items that others were merged into. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** The names of units and persons of a roster. */
export function namesIn({ units, persons }: Roster): ReadonlyMap<string, string> {
  return new Map([...units, ...persons].map(({ code, name }) => [code, name]));
}

/** `〔2026〕12号`; undefined until the item is registered. */
export function numberOf({ year, number }: Pick<ItemRow, 'year' | 'number'>): string | undefined {
  return year === null ? undefined : `〔${year}〕${number}号`;
}

/** What the light of an item is worked out from. */
export function lightInput(
  item: ListedItem,
  marks: ItemMarks | undefined,
  showing: Showing,
): LightInput {
  const given: { -readonly [K in keyof LightInput]?: LightInput[K] } = {};
  if (item.starts_on !== null) given.startsOn = isoDate(item.starts_on);
  if (item.due_on !== null) given.dueOn = isoDate(item.due_on);
  if (item.closed_at !== null) given.closedOn = chinaDay(item.closed_at);
  if (marks?.assigned_at) given.assignedOn = chinaDay(marks.assigned_at);
  if (marks?.told_on) given.toldOn = isoDate(marks.told_on);
  if (marks?.reported_on) given.reportedOn = isoDate(marks.reported_on);
  if (marks?.judged_on) given.judgedOn = isoDate(marks.judged_on);
  const into = item.merged_into === null ? undefined : showing.numbers.get(item.merged_into);
  if (into !== undefined) given.mergedInto = into;
  return {
    ...given,
    state: item.state as ItemState,
    today: showing.today,
    feedback: item.feedback as Feedback,
  };
}

/** The light of an item. */
export function lightOfItem(
  item: ListedItem,
  marks: ItemMarks | undefined,
  showing: Showing,
): Light {
  return lightOf(lightInput(item, marks, showing), showing.calendar);
}

/** An item as a line of a list. */
export function rowOf(item: ListedItem, marks: ItemMarks | undefined, showing: Showing) {
  const named = (code: string) => ({ code, name: showing.names.get(code) ?? code });
  const one = (code: string | null | undefined) => (code ? named(code) : undefined);
  const { by } = item.source as { by?: string };
  const optional = {
    no: numberOf(item),
    upperNo: item.upper_no ?? undefined,
    colour: (item.colour ?? undefined) as 'blue' | 'orange' | 'red' | undefined,
    lead: one(item.lead_unit),
    accountable: one(item.accountable),
    leader: one(by),
    startsOn: item.starts_on ?? undefined,
    dueOn: item.due_on ?? undefined,
    mergedInto: item.merged_into ?? undefined,
    closedAt: item.closed_at ?? undefined,
  };
  return {
    id: item.id,
    form: item.form as 'supervised' | 'oneLine',
    title: item.title,
    urgency: item.urgency as 'normal' | 'urgent' | 'special',
    state: item.state as ItemState,
    light: { ...lightOfItem(item, marks, showing) },
    support: item.support_units.map(named),
    units: item.units.map(named),
    moved: marks?.moved ?? 0,
    urged: marks?.urged ?? 0,
    createdAt: item.created_at,
    ...withoutUndefined(optional),
  };
}

/** The same as a village's own account reads it: no persons, and no village but itself. */
export function plainRow(
  row: ReturnType<typeof rowOf>,
  own: ReadonlySet<string>,
): ReturnType<typeof rowOf> {
  const { id, form, title, urgency, state, light, moved, urged, createdAt } = row;
  const { no, lead, startsOn, dueOn, closedAt } = row;
  return {
    id,
    form,
    title,
    urgency,
    state,
    light,
    support: [],
    units: row.units.filter(({ code }) => own.has(code)),
    moved,
    urged,
    createdAt,
    ...withoutUndefined({ no, lead, startsOn, dueOn, closedAt }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Fields that are there. */
export function withoutUndefined<T extends object>(fields: T): Present<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<T>;
}
