/** What must hold of every item when the year is over, read straight from the database. */

import { doersOf, type ItemDeed, type ItemForm, replay } from '@oneneedle/kernel';
import type { Queries } from '../../src/platform/index.ts';

const ended = ['closedOut', 'archived', 'withdrawn'];

/** Sentences about everything that does not hold; `made` are the items whose making was acknowledged. */
export async function faultsOf(db: Queries, made: ReadonlySet<string>): Promise<string[]> {
  const items = await db.selectFrom('work_item').selectAll().execute();
  const deeds = await db.selectFrom('item_deed').selectAll().orderBy('seq').execute();
  const lines = await db
    .selectFrom('desk_line')
    .select('about')
    .where('room', '=', 'work')
    .where('closed_at', 'is', null)
    .execute();
  const courses = Map.groupBy(deeds, ({ item_id: id }) => id);
  const waiting = new Set(lines.map(({ about }) => about.slice(0, 36)));
  return [
    ...lostFaults(items, made),
    ...numberFaults(items),
    ...items.flatMap((item) => [
      ...courseFaults(item, courses.get(item.id) ?? []),
      ...lineFaults(item, waiting),
    ]),
  ];
}

type Item = Awaited<ReturnType<typeof itemsType>>[number];
type Deed = Awaited<ReturnType<typeof deedsType>>[number];
const itemsType = (db: Queries) => db.selectFrom('work_item').selectAll().execute();
const deedsType = (db: Queries) => db.selectFrom('item_deed').selectAll().execute();

function lostFaults(items: readonly Item[], made: ReadonlySet<string>): string[] {
  const known = new Set(items.map(({ id }) => id));
  const lost = [...made].filter((id) => !known.has(id)).map((id) => `lost: ${id}`);
  const extra = items
    .filter(({ id, follows }) => !made.has(id) && follows === null)
    .map(({ id }) => `nobody made it: ${id}`);
  return [...lost, ...extra];
}

/** Numbers are given once and have no gaps: what is withdrawn keeps its own. */
function numberFaults(items: readonly Item[]): string[] {
  const numbers = items.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
  const at = numbers.findIndex((number, index) => number !== index + 1);
  return at < 0 ? [] : [`numbers are not 1, 2, 3 …: ${numbers[at]} stands at ${at + 1}`];
}

function courseFaults(item: Item, course: readonly Deed[]): string[] {
  const faults: string[] = [];
  const names = course.map(({ deed }) => deed as ItemDeed);
  const said = `${item.id} ${names.join(' ')}`;
  if (replay(item.form as ItemForm, names) !== item.state)
    faults.push(`not where its deeds say: ${said}`);
  if (course.some(({ seq }, index) => seq !== index + 1)) faults.push(`a deed is missing: ${said}`);
  for (const { deed, person, seq } of course) {
    if (deed !== 'accept' && deed !== 'closeOut') continue;
    const before = course
      .filter((one) => one.seq < seq)
      .map((one) => ({
        deed: one.deed as ItemDeed,
        person: one.person,
        inPlaceOf: one.in_place_of,
      }));
    const doers = doersOf(before, item.accountable ?? undefined);
    if (doers.has(person ?? '')) faults.push(`judged by its doer: ${said}`);
  }
  for (const { deed, due_from: from, due_to: to } of course) {
    const isMoved = deed === 'grantExtension' || deed === 'changeDue';
    if (isMoved && (from === null || to === null)) faults.push(`the old day is gone: ${said}`);
  }
  return faults;
}

/** Whatever is open waits for somebody, and what has ended waits for nobody. */
function lineFaults({ id, state }: Item, waiting: ReadonlySet<string>): string[] {
  const isEnded = ended.includes(state);
  if (isEnded && waiting.has(id)) return [`ended, and still waits: ${id}`];
  return isEnded || waiting.has(id) ? [] : [`open (${state}), and waits for nobody: ${id}`];
}
