/** Which open lines wait for whom: every question is one condition that the database answers. */

import { type RawBuilder, sql } from 'kysely';
import type { Actor, Grant, Queries } from '../platform/index.ts';

/** A condition on the open lines. */
export type Waiting = RawBuilder<boolean>;

/** A line of the list, with codes where names are shown. */
export interface WaitingLine {
  readonly id: string;
  readonly room: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly why: string;
  readonly due_on: string | null;
  readonly address: string;
  readonly opened_at: string;
  readonly unit_code: string | null;
  readonly contact_person: string | null;
  readonly contact_unit: string | null;
  readonly withheld: boolean;
  readonly account_id: string | null;
  readonly person_code: string | null;
  /** Whether the asker may read all of what is withheld about it. */
  readonly may_read: boolean;
}

/** How many lines there are, past their day, and near it. */
export interface WaitingCounts {
  readonly all: number;
  readonly overdue: number;
  readonly near: number;
}

/** What the roster knows of an account and its town. */
interface Known {
  /** Villages that the account looks after. */
  readonly villages: readonly string[];
  /** Persons who have an account: what waits for any other waits for the roles. */
  readonly withAccount: readonly string[];
}

/**
 * What waits for an account: by account, by person, by a role that fits whole; for a substitute what
 * names the absent, within the role in which they stand in.
 */
export function waitsForActor(actor: Actor, { villages, withAccount }: Known): Waiting {
  const byRole = any(actor.grants.map((grant) => fits(grant, villages)));
  const inPlace = actor.grants.flatMap((grant) => {
    const { inPlaceOf: absent } = grant;
    if (absent === undefined) return [];
    const named = sql`(l.account_id = ${absent.accountId} or l.person_code = ${absent.person ?? null})`;
    return [sql<boolean>`(${named} and ${fits(grant, villages)})`];
  });
  return sql<boolean>`(l.except_account_id is null or l.except_account_id <> ${actor.accountId})
    and (l.account_id = ${actor.accountId}
      or l.person_code = ${actor.person ?? null}
      or ${any(inPlace)}
      or (l.account_id is null and ${byRole} and (l.person_code is null or l.person_code <> all(${[...withAccount]}::text[]))))`;
}

/** What waits for a village: read there, answered by its resident cadre. */
export function waitsForVillage(unit: string): Waiting {
  return sql<boolean>`l.unit_code = ${unit}
    and l.roles && array['village', 'resident-cadre']::text[]`;
}

/** The same without secrets of work: what may be read outside of the program. */
export function opensForVillage(unit: string): Waiting {
  return sql<boolean>`${waitsForVillage(unit)} and not l.withheld`;
}

/** What is withheld from whoever may not read what it is about. */
export function withheldForVillage(unit: string): Waiting {
  return sql<boolean>`${waitsForVillage(unit)} and l.withheld`;
}

/** One grant must fit whole: a reviewer of one office is no reviewer of another. */
function fits({ role, lines, unit }: Grant, villages: readonly string[]): Waiting {
  const units = role === 'resident-cadre' ? villages : unit === undefined ? undefined : [unit];
  const inOffice = sql<boolean>`(l.line is null or l.line = any(${[...lines]}::text[]))`;
  const inUnit = sql<boolean>`(l.unit_code is null or l.unit_code = any(${[...(units ?? [])]}::text[]))`;
  return sql<boolean>`(l.roles @> array[${role}]::text[]
    and ${lines.length === 0 ? sql`true` : inOffice}
    and ${units === undefined ? sql`true` : inUnit})`;
}

function any(conditions: readonly Waiting[]): Waiting {
  return conditions.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join([...conditions], sql` or `)})`;
}

/** The first lines that a condition finds: the nearest day first, lines without a day last. */
export async function linesWhere(
  db: Queries,
  waiting: Waiting,
  { take, mayRead = sql<boolean>`false` }: { take: number; mayRead?: Waiting },
): Promise<WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select l.id, l.room, l.kind, l.title, l.detail, l.why, l.due_on, l.address, l.opened_at,
      l.unit_code, l.contact_unit,
      l.contact_person, l.withheld, l.account_id, l.person_code,
      coalesce(${mayRead}, false) as may_read
    from desk_line l
    where l.closed_at is null and ${waiting}
    order by l.due_on asc nulls last, l.opened_at, l.id
    limit ${take}`.execute(db);
  return rows;
}

/** Counts what a condition finds, by the days of today's list. */
export async function countsWhere(
  db: Queries,
  waiting: Waiting,
  { pastUntil, nearUntil }: { readonly pastUntil: string; readonly nearUntil: string },
): Promise<WaitingCounts> {
  const { rows } = await sql<WaitingCounts>`
    select count(*)::int as "all",
      count(*) filter (where l.due_on <= ${pastUntil})::int as overdue,
      count(*) filter (where l.due_on > ${pastUntil} and l.due_on <= ${nearUntil})::int as near
    from desk_line l
    where l.closed_at is null and ${waiting}`.execute(db);
  return rows[0] ?? { all: 0, overdue: 0, near: 0 };
}
