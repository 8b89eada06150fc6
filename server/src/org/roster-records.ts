/** The roster with what only the database knows of it: numbers of rows, former names, who is erased. */

import {
  addDays,
  type IsoDate,
  isoDate,
  type Pairing,
  type Person,
  type Post,
  type Unit,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { erasedName, pairingFrom, postFrom, unitFrom } from './roster-store.ts';

/** A name that a unit had, with its last day. */
export interface FormerName {
  readonly name: string;
  readonly to: IsoDate;
}

export interface UnitRecord extends Unit {
  readonly formerNames: readonly FormerName[];
  /** Code of the unit that took it over. */
  readonly successor?: string;
  readonly position: number;
}

export interface PersonRecord extends Person {
  readonly position: number;
  readonly phone?: string;
  readonly erasedAt?: string;
}

export interface PostRecord extends Post {
  readonly id: string;
}

export interface PairingRecord extends Pairing {
  readonly id: string;
}

/** Everything that a town's roster holds, by code where there is one, in its order. */
export interface RosterRecords {
  readonly units: ReadonlyMap<string, UnitRecord>;
  readonly persons: ReadonlyMap<string, PersonRecord>;
  readonly posts: readonly PostRecord[];
  readonly pairings: readonly PairingRecord[];
}

/** A town has some hundred rows of each: read together, judged in memory. */
export async function recordsOf(db: Queries): Promise<RosterRecords> {
  const units = await db
    .selectFrom('unit')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  const persons = await db
    .selectFrom('person')
    .leftJoin('person_detail', 'person_detail.person_code', 'person.code')
    .select(['code', 'name', 'class', 'group_code', 'tags', 'position', 'phone', 'erased_at'])
    .orderBy('position')
    .orderBy('code')
    .execute();
  const posts = await db.selectFrom('post').selectAll().orderBy('position').orderBy('id').execute();
  const pairings = await db
    .selectFrom('pairing')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute();
  return {
    units: new Map(
      units.map((row) => [
        row.code,
        {
          ...unitFrom(row),
          position: row.position,
          formerNames: row.former_names as unknown as FormerName[],
          ...(row.successor_code === null ? {} : { successor: row.successor_code }),
        },
      ]),
    ),
    persons: new Map(
      persons.map((row) => [
        row.code,
        {
          code: row.code,
          name: row.erased_at !== null || row.name === null ? erasedName : row.name,
          class: row.class,
          tags: row.tags,
          position: row.position,
          ...(row.group_code === null ? {} : { group: row.group_code }),
          ...(row.phone === null ? {} : { phone: row.phone }),
          ...(row.erased_at === null ? {} : { erasedAt: row.erased_at }),
        },
      ]),
    ),
    posts: posts.map((row) => ({ ...postFrom(row), id: row.id })),
    pairings: pairings.map((row) => ({ ...pairingFrom(row), id: row.id })),
  };
}

/** One writer of a town's roster at a time; readers do not wait. */
export async function lockRoster({ db, tenant }: Pick<Ctx, 'db' | 'tenant'>): Promise<void> {
  await db
    .selectFrom('tenant')
    .select('id')
    .where('id', '=', tenant.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The day that was asked for, else today in China. */
export function dayOf(ctx: Pick<Ctx, 'now'>, on: string | undefined): IsoDate {
  return on === undefined ? chinaDay(ctx.now) : isoDate(on);
}

/** The last day of what another thing follows on `day`. */
export function dayBefore(day: string): IsoDate {
  return addDays(isoDate(day), -1);
}

/** Whether something with a first and a last day holds on a day. */
export function holdsOn({ from, to }: { from?: string; to?: string }, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || to >= day);
}

/** Whether two spans share a day. */
export function overlap(
  one: { from: string; to?: string },
  other: { from: string; to?: string },
): boolean {
  return one.from <= (other.to ?? '9999-12-31') && other.from <= (one.to ?? '9999-12-31');
}

/** A head count on a day; undefined before its first day. */
export function sizeOn(size: Unit['sizes'][string] | undefined, day: string): string | undefined {
  if (size === undefined || typeof size === 'string') return size;
  return size.filter(({ from }) => from <= day).at(-1)?.value;
}

/** The codes of a unit and of all units below it. */
export function subtree(units: ReadonlyMap<string, Unit>, top: string): Set<string> {
  const below = new Map<string, string[]>();
  for (const { code, parent } of units.values()) {
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  const found = new Set<string>();
  const open = [top];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    open.push(...(below.get(code) ?? []));
  }
  return found;
}
