/** What must hold of every item when the year is over, read straight from the database. */

import { type ItemDeed, type ItemForm, replay } from '@oneneedle/kernel';
import type { Queries } from '../../src/platform/index.ts';
import { villages } from './town.ts';

/** Sentences about everything that does not hold; `made` are the items whose making was acknowledged. */
export async function faultsOf(db: Queries, made: ReadonlySet<string>): Promise<string[]> {
  const items = await db.selectFrom('work_item').selectAll().execute();
  const deeds = await db.selectFrom('item_deed').selectAll().orderBy('seq').execute();
  const sent = await db
    .selectFrom('demand')
    .select(['about', 'units', 'due_on'])
    .where('state', '=', 'sent')
    .execute();
  const courses = Map.groupBy(deeds, ({ item_id: id }) => id);
  const merged = Map.groupBy(
    items.filter(({ merged_into: into }) => into !== null),
    ({ merged_into: into }) => into,
  );
  return [
    ...lostFaults(items, made),
    ...numberFaults(items),
    ...items.flatMap((item) => {
      const joined = merged.get(item.id) ?? [];
      const course = courses.get(item.id) ?? [];
      const others = joined.map((one) => ({ item: one, course: courses.get(one.id) ?? [] }));
      return [
        ...courseFaults(item, course),
        ...judgeFaults(item, course, others),
        ...outcomeFaults(item, course),
        ...gateFaults({
          item,
          course,
          joined: [...joined, ...movedOn(item, course, merged)],
          sent,
        }),
      ];
    }),
  ];
}

type Item = Awaited<ReturnType<typeof itemsType>>[number];
type Deed = Awaited<ReturnType<typeof deedsType>>[number];
const itemsType = (db: Queries) => db.selectFrom('work_item').selectAll().execute();
const deedsType = (db: Queries) => db.selectFrom('item_deed').selectAll().execute();

/** Nothing is lost, and whatever nobody made came of another item or comes back by itself. */
function lostFaults(items: readonly Item[], made: ReadonlySet<string>): string[] {
  const known = new Set(items.map(({ id }) => id));
  const lost = [...made].filter((id) => !known.has(id)).map((id) => `lost: ${id}`);
  const extra = items
    .filter(({ id, follows, recurring_id: of }) => !made.has(id) && follows === null && of === null)
    .map(({ id }) => `nobody made it: ${id}`);
  return [...lost, ...extra];
}

/** Numbers are given once and have no gaps: what is withdrawn keeps its own. */
function numberFaults(items: readonly Item[]): string[] {
  const numbers = items.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
  const at = numbers.findIndex((number, index) => number !== index + 1);
  return at < 0 ? [] : [`numbers are not 1, 2, 3 …: ${numbers[at]} stands at ${at + 1}`];
}

/** An item is where its deeds say, none is missing, and a day that was moved is kept. */
function courseFaults(item: Item, course: readonly Deed[]): string[] {
  const faults: string[] = [];
  const said = saidOf(item, course);
  const names = course.map(({ deed }) => deed as ItemDeed);
  if (replay(item.form as ItemForm, names) !== item.state)
    faults.push(`not where its deeds say: ${said}`);
  if (course.some(({ seq }, index) => seq !== index + 1)) faults.push(`a deed is missing: ${said}`);
  for (const { deed, due_from: from, due_to: to } of course) {
    const isMoved = deed === 'grantExtension' || deed === 'changeDue' || deed === 'slip';
    if (isMoved && (from === null || to === null)) faults.push(`the old day is gone: ${said}`);
  }
  return faults;
}

function saidOf({ id, state }: Item, course: readonly Deed[]): string {
  return `${id} (${state}) ${course.map(({ deed }) => deed).join(' ')}`;
}

/** Written down from the procedure, not taken from the table of the program. */
const working = ['acknowledge', 'start', 'tell', 'requestExtension', 'report', 'finish'];
const judging = [
  'beginReview',
  'sendBack',
  'accept',
  'closeOut',
  'grantExtension',
  'refuseExtension',
  'lookBack',
  'confirmOutcome',
];
/** Of a slip these judge the work too; of a task in one line they are free. */
const judgingSlips = ['changeDue', 'slip', 'withdraw', 'merge'];

interface Joined {
  readonly item: Item;
  readonly course: readonly Deed[];
}

/**
 * Nobody judges, ends, merges away or moves the day of what they did any of, answer for, or worked on
 * before it was merged into this one; nor in the place of somebody who did.
 */
function judgeFaults(item: Item, course: readonly Deed[], others: readonly Joined[]): string[] {
  const isSlip = item.form === 'supervised';
  const judged = course.filter(
    ({ deed }) => judging.includes(deed) || (isSlip && judgingSlips.includes(deed)),
  );
  return judged.flatMap((one) => {
    const before = (deeds: readonly Deed[]) =>
      deeds.filter((other) => other.at < one.at || (other.at === one.at && other.seq < one.seq));
    const joined = others.filter((other) => arrivalOf(other, course, others) < one.at);
    const doers = new Set([
      item.accountable,
      ...doersAmong(before(course)),
      ...joined.flatMap((other) => [other.item.accountable, ...doersAmong(other.course)]),
    ]);
    const judges = [one.person, ...one.in_place_of];
    const wrong = judges.filter((person) => person !== null && doers.has(person));
    if (wrong.length === 0) return [];
    return [`${one.deed} by ${one.person}, of whom ${wrong} did it: ${saidOf(item, course)}`];
  });
}

function doersAmong(deeds: readonly Deed[]): (string | null)[] {
  const done = deeds.filter(({ deed }) => working.includes(deed));
  return done.flatMap(({ person, in_place_of: absent }) => [person, ...absent]);
}

/** What had merged into an item, and moved on with it when it was merged into another itself. */
function movedOn(
  { merged_into: into }: Item,
  course: readonly Deed[],
  merged: ReadonlyMap<string | null, readonly Item[]>,
): readonly Item[] {
  const there = into === null ? [] : (merged.get(into) ?? []);
  return there.filter((one) => takingOf(one, course) !== undefined);
}

/** When something merged into an item: by itself, or carried along by what it had merged into before. */
function arrivalOf(one: Joined, course: readonly Deed[], others: readonly Joined[]): string {
  const taking = takingOf(one.item, course);
  if (taking) return taking.at;
  const carrier = others.find((other) => takingOf(one.item, other.course) !== undefined);
  return carrier ? arrivalOf(carrier, course, others) : (one.course.at(-1)?.at ?? '');
}

/** The deed of a course that takes an item in. */
function takingOf({ year, number }: Item, course: readonly Deed[]): Deed | undefined {
  return course.find(({ deed, note }) => deed === 'mergeIn' && note === `〔${year}〕${number}号`);
}

/** An outcome is borne out by the course that stood before it, and is said once. */
function outcomeFaults(item: Item, course: readonly Deed[]): string[] {
  const said: string[] = [];
  return course.flatMap(({ deed, checks, seq, at }) => {
    if (deed !== 'confirmOutcome') return [];
    const { outcome = '' } = (checks ?? {}) as { outcome?: string };
    const before = course.filter((one) => one.seq < seq);
    const has = (...names: string[]) => before.some((one) => names.includes(one.deed));
    const told = before.filter((one) => one.deed !== 'propose' && one.deed !== 'requestExtension');
    const firstDue = told.flatMap((one) => one.due_to ?? []).sort()[0] ?? item.due_on ?? '';
    const done = before.findLast((one) => one.deed === 'report' || one.deed === 'finish');
    const isBorne: Readonly<Record<string, boolean>> = {
      doneLate: done !== undefined && done.at.slice(0, 10) > firstDue,
      notDoneAfterUrging: has('urge', 'slip') && at.slice(0, 10) > firstDue,
      doneBadly:
        has('sendBack') ||
        before.some((one) => (one.checks as { result?: string } | null)?.result === 'fails'),
    };
    const isTwice = said.includes(outcome);
    said.push(outcome);
    if (isBorne[outcome] && !isTwice) return [];
    return [`${outcome} ${isTwice ? 'twice' : 'without its course'}: ${saidOf(item, course)}`];
  });
}

interface Gated {
  readonly item: Item;
  readonly course: readonly Deed[];
  /** What was merged into it. */
  readonly joined: readonly Item[];
  readonly sent: readonly { about: string | null; units: string[]; due_on: string | null }[];
}

/**
 * What left for villages has demands that were sent: of each village, for no later day than that with
 * which it first left. An earlier day later on is judged anew and leaves the demand as it was told.
 */
function gateFaults({ item, course, joined, sent }: Gated): string[] {
  if (!course.some(({ deed }) => deed === 'assign' || deed === 'book')) return [];
  const units = [item.lead_unit, ...item.support_units, ...item.units];
  const asked = villages.filter((village) => units.includes(village));
  const about = new Set([item, ...joined].map(({ id }) => id));
  const own = sent.filter((one) => one.about !== null && about.has(one.about));
  return asked.flatMap((village) => {
    const naming = own.filter((one) => one.units.includes(village));
    if (naming.length === 0) return [`${village} was asked past the gate: ${saidOf(item, course)}`];
    const due = course.find(({ deed }) => deed === 'assign')?.due_to ?? null;
    const isJoined = naming.some((one) => one.about !== item.id);
    const isTold = naming.some((one) => one.due_on === null || due === null || one.due_on <= due);
    if (isJoined || isTold) return [];
    return [`${village} was told a later day than ${due}: ${saidOf(item, course)}`];
  });
}
