/** The lines of the one list: opened and closed by the rooms, in the transaction of their deed. */

import { randomUUID } from 'node:crypto';
import type { Actor, Queries, Role } from '../platform/index.ts';

/** Where a line is kept: the transaction and tenant of the deed that opens or closes it. */
export interface DeskPlace {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/** What a line is about, in the words of the room that keeps it. */
export interface DeskMatter {
  readonly room: string;
  readonly kind: string;
  readonly about: string;
}

export interface NewDeskLine extends DeskMatter {
  /** What waits: a sentence of the trade. */
  readonly title: string;
  readonly detail?: string;
  /** Who it waits for: any of these roles … */
  readonly roles: readonly Role[];
  /** … within the office that owns the clause, where it has one … */
  readonly line?: string;
  readonly unit?: string;
  /** … or this one account. */
  readonly accountId?: string;
  /** Never this account: nobody reviews their own entry. */
  readonly exceptAccountId?: string;
  /** Day by which it should be done. */
  readonly dueOn?: string;
  /** Where it is done, within the pages of the town, for example `/ledger/review`. */
  readonly address: string;
}

/** Puts a line on the list; one that is open about the same matter is brought up to date instead. */
export async function openLine(place: DeskPlace, line: NewDeskLine): Promise<void> {
  const values = {
    title: line.title,
    detail: line.detail ?? '',
    roles: [...line.roles],
    line: line.line ?? null,
    unit_code: line.unit ?? null,
    account_id: line.accountId ?? null,
    except_account_id: line.exceptAccountId ?? null,
    due_on: line.dueOn ?? null,
    address: line.address,
  };
  await place.db
    .insertInto('desk_line')
    .values({
      tenant_id: place.tenant.id,
      id: randomUUID(),
      room: line.room,
      kind: line.kind,
      about: line.about,
      opened_at: place.now,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'room', 'kind', 'about'])
        .where('closed_at', 'is', null)
        .doUpdateSet(values),
    )
    .execute();
}

/** Takes what is open about a matter off the list; nothing happens where there is none. */
export async function closeLines(place: DeskPlace, matter: DeskMatter): Promise<void> {
  await place.db
    .updateTable('desk_line')
    .set({ closed_at: place.now })
    .where('room', '=', matter.room)
    .where('kind', '=', matter.kind)
    .where('about', '=', matter.about)
    .where('closed_at', 'is', null)
    .execute();
}

/** What waits for an actor, the nearest day first, lines without a day last. */
export async function linesFor(db: Queries, actor: Actor) {
  const rows = await db
    .selectFrom('desk_line')
    .selectAll()
    .where('closed_at', 'is', null)
    .where((where) =>
      where.or([where('account_id', '=', actor.accountId), where('account_id', 'is', null)]),
    )
    .where((where) =>
      where.or([
        where('except_account_id', 'is', null),
        where('except_account_id', '!=', actor.accountId),
      ]),
    )
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return rows.filter((row) => row.account_id === actor.accountId || waitsFor(row, actor));
}

interface Waiting {
  readonly roles: readonly string[];
  readonly line: string | null;
  readonly unit_code: string | null;
}

/** One grant must fit whole: a reviewer of one office is no reviewer of another. */
function waitsFor({ roles, line, unit_code: unit }: Waiting, { grants }: Actor): boolean {
  return grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (line === null || grant.lines.length === 0 || grant.lines.includes(line)) &&
      (unit === null || grant.unit === undefined || grant.unit === unit),
  );
}
