/** The SQL of lists of facts. */

import { privateTag } from '@oneneedle/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Queries } from '../platform/index.ts';
import type { Sight } from './access.ts';
import { type FactRow, factRowsOf } from './store.ts';

/** How a list is narrowed; what is absent narrows nothing. */
export interface FactSearch {
  readonly kinds?: readonly string[];
  readonly subjects?: readonly string[];
  /** The period in which it counts for a line; or, without a line, that of its day. */
  readonly period?: {
    readonly line?: string;
    readonly id: string;
    readonly days: readonly [string, string];
  };
  readonly office?: string;
  readonly recordedBy?: string;
  readonly matter?: string;
  readonly withoutEvidence?: boolean;
  readonly reversed?: 'only' | 'none';
  /** Words, or codes of subjects whose name has them. */
  readonly words?: { readonly text: string; readonly subjects: readonly string[] };
}

/** Facts that may be read and fit, the latest posted first, and how many fit in all. */
export async function findFacts(
  db: Queries,
  search: FactSearch,
  { sight, persons, limit }: { sight: Sight; persons: readonly string[]; limit: number },
): Promise<{ total: number; rows: FactRow[] }> {
  const conditions = [
    ...sightConditions(sight, { persons, table: 'fact' }),
    ...searchConditions(search),
  ];
  let query = db.selectFrom('fact');
  for (const condition of conditions) query = query.where(condition);
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const found = await query.select('id').orderBy('seq', 'desc').limit(limit).execute();
  const rows = await factRowsOf(
    db,
    found.map(({ id }) => id),
  );
  return { total, rows: rows.reverse() };
}

type Condition = RawBuilder<SqlBool>;

/** Some subject of a fact is among these codes. */
function isAbout(codes: readonly string[], table: 'fact' | 'entry' = 'fact'): Condition {
  return sql<boolean>`exists (select from jsonb_array_elements(${sql.ref(`${table}.body`)} -> 'about') who
    where who ->> 'subject' = any (${[...codes]}::text[]))`;
}

/** What `isInSight` says of a fact or an entry, as conditions of a query that names its table. */
export function sightConditions(
  sight: Sight,
  { persons, table }: { persons: readonly string[]; table: 'fact' | 'entry' },
): Condition[] {
  const { units, personOffices, person } = sight;
  const office = sql.ref(`${table}.office`);
  const inUnits = units === 'all' ? sql<boolean>`true` : isAbout([...units], table);
  const inPersons =
    personOffices === 'all'
      ? sql<boolean>`true`
      : sql<boolean>`(coalesce(${office} = any (${[...personOffices]}::text[]), false) or not ${isAbout(persons, table)})`;
  const own = person === undefined ? sql<boolean>`false` : isAbout([person], table);
  return [
    sql<boolean>`(${own} or (${inUnits} and ${inPersons}))`,
    ...(table === 'fact' ? groundTold(sight) : []),
  ];
}

/** What `tellsGround` says of a fact; the office has no condition. */
export function groundTold({ units, person, otherNames }: Sight): Condition[] {
  if (units === 'all') return [];
  const own = [...units, ...(person === undefined ? [] : [person])];
  const isOthers = sql<boolean>`exists (select from jsonb_array_elements(fact.body -> 'about') who
    where who ->> 'subject' <> all (${own}::text[]))`;
  const words = sql`concat_ws(' ', fact.body ->> 'values', fact.body ->> 'evidence', fact.matter,
    fact.body -> 'doc' ->> 'no', fact.body -> 'doc' ->> 'body', fact.body ->> 'tags',
    (select concat_ws(' ', note, reason) from fact_text where fact_text.fact_id = fact.id))`;
  const namesOthers = sql<boolean>`exists (select from unnest(${[...otherNames]}::text[]) name
    where position(name in ${words}) > 0)`;
  return [
    sql<boolean>`(not fact.body -> 'tags' ? ${privateTag} or not (${isOthers} or ${namesOthers}))`,
  ];
}

function searchConditions(search: FactSearch): Condition[] {
  const { kinds, subjects, period, office, recordedBy, matter, withoutEvidence } = search;
  return [
    ...(kinds ? [sql<boolean>`fact.kind = any (${[...kinds]}::text[])`] : []),
    ...(subjects ? [isAbout(subjects)] : []),
    ...(period ? [inPeriod(period)] : []),
    ...(office === undefined ? [] : [sql<boolean>`fact.office = ${office}`]),
    ...(recordedBy === undefined ? [] : [sql<boolean>`fact.recorded_by = ${recordedBy}`]),
    ...(matter === undefined ? [] : [sql<boolean>`fact.matter = ${matter}`]),
    ...(withoutEvidence ? [bare] : []),
    ...(search.reversed === undefined ? [] : [reversedOr(search.reversed)]),
    ...(search.words ? [hasWords(search.words)] : []),
  ];
}

function inPeriod({ line, id, days: [first, last] }: NonNullable<FactSearch['period']>): Condition {
  if (line !== undefined) return sql<boolean>`fact.body -> 'countsIn' ->> ${line} = ${id}`;
  return sql<boolean>`(fact.period = ${id} or fact.on_on between ${first} and ${last})`;
}

const bare = sql<boolean>`(jsonb_array_length(fact.body -> 'evidence') = 0 and not fact.body ? 'doc'
  and fact.reverses is null and fact.form not in ('result', 'checked', 'missing'))`;

function reversedOr(wanted: 'only' | 'none'): Condition {
  const isReversed = sql<boolean>`exists (select from fact as later where later.reverses = fact.id)`;
  return wanted === 'only'
    ? isReversed
    : sql<boolean>`(fact.reverses is null and not ${isReversed})`;
}

/** Where a result keeps its grade: told to whoever prepares the decision, and to nobody else. */
export const gradeFields = ['grade', 'computedGrade'];

/** The grade of a result is no word that finds it: a hit would tell it to whom the result tells none. */
const ungraded = sql`case when fact.form = 'result'
  then ((fact.body -> 'values') - ${[...gradeFields]}::text[])::text else fact.body ->> 'values' end`;

function hasWords({ text, subjects }: { text: string; subjects: readonly string[] }): Condition {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const own = sql<boolean>`concat_ws(' ', fact.id, fact.matter, ${ungraded},
    fact.body -> 'doc' ->> 'no', fact.body ->> 'tags', fact.body ->> 'evidence') ilike ${like}`;
  const note = sql<boolean>`exists (select from fact_text
    where fact_text.fact_id = fact.id and (note ilike ${like} or reason ilike ${like}))`;
  return sql<boolean>`(${own} or ${note} or ${isAbout(subjects)})`;
}

/** The reversals of some facts, by the fact that each takes back. */
export async function reversalsOf(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'reverses'])
    .where('reverses', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, reverses }) => [reverses ?? '', id]));
}
