/** The whole roster out of the database and into it, in the shape that the kernel reads. */

import { randomUUID } from 'node:crypto';
import type { IsoDate, Pairing, Person, Post, Roster, Unit } from '@oneneedle/kernel';
import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** What stands for the name of a person whose name was erased. */
export const erasedName = '姓名已删除';

/**
 * The roster of the town whose tenant is set: units and persons by position and code, posts and
 * pairings in the order in which they were entered. Who was erased is called `姓名已删除`.
 */
export async function rosterOf(db: Queries): Promise<Roster> {
  const held = heldRosters.get(db);
  if (held) return held;
  const units = await db
    .selectFrom('unit')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  const persons = await db
    .selectFrom('person')
    .leftJoin('person_detail', 'person_detail.person_code', 'person.code')
    .select(['code', 'name', 'class', 'group_code', 'tags', 'erased_at'])
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
    units: units.map(unitFrom),
    persons: persons.map(
      (row): Person => ({
        code: row.code,
        name: row.erased_at !== null || row.name === null ? erasedName : row.name,
        class: row.class,
        tags: row.tags,
        ...(row.group_code === null ? {} : { group: row.group_code }),
      }),
    ),
    posts: posts.map(postFrom),
    pairings: pairings.map(pairingFrom),
  };
}

/**
 * Reads the roster once for a transaction that makes many deeds and changes nobody: a township that is
 * loaded with its year. Requests never do: what they change they must read again.
 */
export async function holdRoster(db: Queries): Promise<void> {
  heldRosters.set(db, await rosterOf(db));
}

const heldRosters = new WeakMap<Queries, Roster>();

/** Changes with every change of what `rosterOf` reads; the tables are small. */
export async function rosterStamp(db: Queries): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(concat_ws('|',
      (select string_agg(t::text, '|' order by code) from unit t),
      (select string_agg(t::text, '|' order by code) from person t),
      (select string_agg(t::text, '|' order by person_code) from person_detail t),
      (select string_agg(t::text, '|' order by id) from post t),
      (select string_agg(t::text, '|' order by id) from pairing t))) as stamp`.execute(db);
  return rows[0]?.stamp ?? '';
}

/** Puts a roster into a town that has none of its units and persons yet. */
export async function putRoster(db: Queries, tenantId: string, roster: Roster): Promise<void> {
  const tenant_id = tenantId;
  await insertUnits(db, tenantId, roster.units);
  for (const part of pieces(roster.persons)) {
    const rows = part.map(({ item: { code, class: kind, group, tags }, position }) => {
      return { tenant_id, code, class: kind, group_code: group ?? null, tags: [...tags], position };
    });
    await db.insertInto('person').values(rows).execute();
    const details = part.map(({ item: { code, name } }) => ({
      tenant_id,
      person_code: code,
      name,
    }));
    await db.insertInto('person_detail').values(details).execute();
  }
  await insertPosts(db, tenantId, roster.posts);
  await insertPairings(db, tenantId, roster.pairings);
}

/** Adds posts after all others. @returns their ids, in the same order. */
export async function insertPosts(
  db: Queries,
  tenantId: string,
  posts: readonly Post[],
): Promise<string[]> {
  const first = await nextPlace(db, 'post');
  const ids: string[] = [];
  for (const part of pieces(posts)) {
    const rows = part.map(({ item, position }) => {
      return { ...postRow(tenantId, item), position: first + position };
    });
    await db.insertInto('post').values(rows).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Adds pairings after all others. @returns their ids, in the same order. */
export async function insertPairings(
  db: Queries,
  tenantId: string,
  pairings: readonly Pairing[],
): Promise<string[]> {
  const first = await nextPlace(db, 'pairing');
  const ids: string[] = [];
  for (const part of pieces(pairings)) {
    const rows = part.map(({ item, position }) => {
      return { ...pairingRow(tenantId, item), position: first + position };
    });
    await db.insertInto('pairing').values(rows).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

async function nextPlace(db: Queries, table: 'post' | 'pairing'): Promise<number> {
  const last = await db
    .selectFrom(table)
    .select((row) => row.fn.max('position').as('position'))
    .executeTakeFirst();
  return last?.position === null || last === undefined ? 0 : last.position + 1;
}

/** Inserts units in their order, from a position on. */
export async function insertUnits(
  db: Queries,
  tenantId: string,
  units: readonly Unit[],
  first = 0,
): Promise<void> {
  for (const part of pieces(units)) {
    const rows = part.map(({ item, position }) => ({
      tenant_id: tenantId,
      ...unitColumns(item),
      position: first + position,
    }));
    await db.insertInto('unit').values(rows).execute();
  }
}

/** Names of persons by code; who was erased has none any more. */
export async function personNames(
  db: Queries,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('person_detail')
    .select(['person_code', 'name'])
    .where('person_code', 'in', codes)
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ person_code: code, name }) => [code, name]));
}

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly group_code: string | null;
  readonly parent_code: string | null;
  readonly aliases: string[];
  readonly tags: string[];
  readonly sizes: unknown;
  readonly from_on: string | null;
  readonly to_on: string | null;
}

/** A row of the table as the kernel's unit. */
export function unitFrom(row: UnitRow): Unit {
  return {
    code: row.code,
    name: row.name,
    type: row.type,
    aliases: row.aliases,
    tags: row.tags,
    sizes: row.sizes as Unit['sizes'],
    ...(row.group_code === null ? {} : { group: row.group_code }),
    ...(row.parent_code === null ? {} : { parent: row.parent_code }),
    ...(row.from_on === null ? {} : { from: row.from_on as IsoDate }),
    ...(row.to_on === null ? {} : { to: row.to_on as IsoDate }),
  };
}

/** What the table holds of the kernel's unit. */
export function unitColumns(unit: Unit) {
  return {
    code: unit.code,
    name: unit.name,
    type: unit.type,
    group_code: unit.group ?? null,
    parent_code: unit.parent ?? null,
    aliases: [...unit.aliases],
    tags: [...unit.tags],
    sizes: JSON.stringify(unit.sizes),
    from_on: unit.from ?? null,
    to_on: unit.to ?? null,
  };
}

/** A row of the table as the kernel's post. */
export function postFrom(row: {
  person_code: string;
  unit_code: string;
  role: string;
  from_on: string;
  to_on: string | null;
  seconded_to: string | null;
}): Post {
  return {
    person: row.person_code,
    unit: row.unit_code,
    role: row.role,
    from: row.from_on as IsoDate,
    ...(row.to_on === null ? {} : { to: row.to_on as IsoDate }),
    ...(row.seconded_to === null ? {} : { secondedTo: row.seconded_to }),
  };
}

/** A new row of the table from the kernel's post. */
function postRow(tenantId: string, { person, unit, role, from, to, secondedTo }: Post) {
  return {
    tenant_id: tenantId,
    id: randomUUID(),
    person_code: person,
    unit_code: unit,
    role,
    from_on: from,
    to_on: to ?? null,
    seconded_to: secondedTo ?? null,
  };
}

/** A row of the table as the kernel's pairing. */
export function pairingFrom(row: {
  kind: string;
  person_code: string;
  unit_code: string;
  from_on: string;
  to_on: string | null;
}): Pairing {
  return {
    kind: row.kind,
    person: row.person_code,
    unit: row.unit_code,
    from: row.from_on as IsoDate,
    ...(row.to_on === null ? {} : { to: row.to_on as IsoDate }),
  };
}

/** A new row of the table from the kernel's pairing. */
function pairingRow(tenantId: string, { kind, person, unit, from, to }: Pairing) {
  return {
    tenant_id: tenantId,
    id: randomUUID(),
    kind,
    person_code: person,
    unit_code: unit,
    from_on: from,
    to_on: to ?? null,
  };
}

/** A statement takes 65,535 values at most; 1,000 rows stay well below. */
function pieces<T>(items: readonly T[]): { item: T; position: number }[][] {
  const numbered = items.map((item, position) => ({ item, position }));
  const count = Math.ceil(numbered.length / 1000);
  return Array.from({ length: count }, (_, at) => numbered.slice(at * 1000, at * 1000 + 1000));
}
