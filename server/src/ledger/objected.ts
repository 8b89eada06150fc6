/** 有异议: what somebody objects to now says so wherever it is read; the room that deals with it says when. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';

/** What an objection is held against: a fact, or a mark or the whole result of a subject. */
export interface ObjectedMatter {
  readonly fact?: string;
  readonly line?: string;
  readonly period?: string;
  readonly subject?: string;
  readonly clause?: string;
}

interface Place {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
}

/** Marks what an objection is about; what it was about before no longer. */
export async function markObjected(
  place: Place,
  objection: string,
  { fact, line, period, subject, clause }: ObjectedMatter,
): Promise<void> {
  await clearObjected(place, objection);
  await place.db
    .insertInto('objected')
    .values({
      tenant_id: place.tenant.id,
      objection_id: objection,
      fact_id: fact ?? null,
      line: line ?? null,
      period: period ?? null,
      subject: subject ?? null,
      clause: clause ?? null,
    })
    .execute();
}

/** Takes the mark off: nobody objects any more. */
export async function clearObjected({ db }: Place, objection: string): Promise<void> {
  await db.deleteFrom('objected').where('objection_id', '=', objection).execute();
}

/** Those of these facts to which somebody objects. */
export async function objectedFacts(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('objected')
    .select('fact_id')
    .where('fact_id', 'in', ids)
    .execute();
  return new Set(rows.flatMap(({ fact_id: id }) => id ?? []));
}

/** The clauses of a subject's result to which somebody objects; '' is the result as a whole. */
export async function objectedClauses(
  db: Queries,
  { line, period, subject }: { line: string; period: string; subject: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('objected')
    .select('clause')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('subject', '=', subject)
    .execute();
  return new Set(rows.map(({ clause }) => clause ?? ''));
}

/** Facts about a subject that count in its period and to which somebody objects now. */
export async function objectedAbout(
  db: Queries,
  { line, period, subject }: { line: string; period: string; subject: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct fact.id from objected
    join fact on fact.tenant_id = objected.tenant_id and fact.id = objected.fact_id
    where fact.body -> 'countsIn' ->> ${line} = ${period}
      and exists (select from jsonb_array_elements(fact.body -> 'about') who
        where who ->> 'subject' = ${subject})
    order by fact.id`.execute(db);
  return rows.map(({ id }) => id);
}
