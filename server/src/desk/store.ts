/** The lines of the one list: opened and closed by the rooms, in the transaction of their deed. */

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries, Role } from '../platform/index.ts';

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
  /** Why it waits, in a sentence: 镇党委会6月3日定的事，交给了您. */
  readonly why?: string;
  /**
   * Who it waits for: any of these roles … What a village must do is opened with its `unit` and the
   * roles `resident-cadre` and `village`: the village reads it, the resident cadre answers for it.
   */
  readonly roles: readonly Role[];
  /** … within the office that owns the clause, where it has one … */
  readonly line?: string;
  readonly unit?: string;
  /** … or this one account … */
  readonly accountId?: string;
  /** … or this person of the roster; while they have no account, the roles. */
  readonly personCode?: string;
  /** Never this account: nobody reviews their own entry. */
  readonly exceptAccountId?: string;
  /** Day by which it should be done. */
  readonly dueOn?: string;
  /** Where it is done, within the pages of the town, for example `/ledger/review`. */
  readonly address: string;
  /** Whom to ask: code of a person, code of the unit that wants it. */
  readonly contact?: { readonly person?: string; readonly unit?: string };
  /** A secret of work, such as a leader's instruction: stays within the program. */
  readonly isWithheld?: boolean;
}

/** Puts a line on the list; one that is open about the same matter is brought up to date instead. */
export async function openLine(place: DeskPlace, line: NewDeskLine): Promise<void> {
  const values = {
    title: line.title,
    detail: line.detail ?? '',
    why: line.why ?? '',
    roles: [...line.roles],
    line: line.line ?? null,
    unit_code: line.unit ?? null,
    account_id: line.accountId ?? null,
    person_code: line.personCode ?? null,
    except_account_id: line.exceptAccountId ?? null,
    due_on: line.dueOn ?? null,
    address: line.address,
    contact_person: line.contact?.person ?? null,
    contact_unit: line.contact?.unit ?? null,
    withheld: line.isWithheld ?? false,
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

/** Lines that are worked out together: the same room and kind, and whatever they are about begins so. */
export interface DeskFamily {
  readonly room: string;
  readonly kind: string;
  readonly begins?: string;
}

/** Makes the open lines of a family exactly these: opens, brings up to date, takes off. */
export async function keepLines(
  place: DeskPlace,
  { room, kind, begins = '' }: DeskFamily,
  lines: readonly Omit<NewDeskLine, 'room' | 'kind'>[],
): Promise<void> {
  for (const line of lines) await openLine(place, { ...line, room, kind });
  await place.db
    .updateTable('desk_line')
    .set({ closed_at: place.now })
    .where('room', '=', room)
    .where('kind', '=', kind)
    .where(sql<boolean>`starts_with(about, ${begins})`)
    .where(sql<boolean>`about <> all(${lines.map(({ about }) => about)}::text[])`)
    .where('closed_at', 'is', null)
    .execute();
}
