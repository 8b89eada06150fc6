/** The deeds on persons: add, correct, read a phone number, erase. */

import type { Ctx, Queries } from '../platform/index.ts';
import { personCode, personNumber } from './person-code.ts';
import { orgProblem } from './problems.ts';
import { requireReach, seesContact } from './roster-reach.ts';
import {
  dayOf,
  lockRoster,
  type PersonRecord,
  type RosterRecords,
  recordsOf,
} from './roster-records.ts';
import { unitName } from './roster-views.ts';

/** A person to be added; the program gives the code. */
export interface NewPerson {
  readonly name: string;
  readonly class: string;
  readonly group?: string;
  readonly tags: readonly string[];
  readonly phone?: string;
}

export async function addPerson(ctx: Ctx, person: NewPerson): Promise<{ code: string }> {
  await lockRoster(ctx);
  requireReach(ctx.actor, new Map(), [undefined]);
  const [code = ''] = await insertPersons(ctx, [person]);
  return { code };
}

/** Adds persons under the next codes; the caller holds the lock of the roster. */
export async function insertPersons(
  { db, tenant }: Pick<Ctx, 'db' | 'tenant'>,
  persons: readonly NewPerson[],
): Promise<string[]> {
  const there = await db.selectFrom('person').select(['code', 'position']).execute();
  const number = Math.max(0, ...there.map(({ code }) => personNumber(code)));
  const place = Math.max(-1, ...there.map(({ position }) => position));
  const codes: string[] = [];
  for (const [index, person] of persons.entries()) {
    const code = personCode(number + 1 + index);
    await insertPerson(db, { tenantId: tenant.id, code, person, position: place + 1 + index });
    codes.push(code);
  }
  return codes;
}

interface PlacedPerson {
  readonly tenantId: string;
  readonly code: string;
  readonly person: NewPerson;
  readonly position: number;
}

async function insertPerson(db: Queries, { tenantId, code, person, position }: PlacedPerson) {
  const { name, class: kind, group, tags, phone } = person;
  await db
    .insertInto('person')
    .values({
      tenant_id: tenantId,
      code,
      class: kind,
      group_code: group ?? null,
      tags: [...new Set(tags)],
      position,
    })
    .execute();
  await db
    .insertInto('person_detail')
    .values({ tenant_id: tenantId, person_code: code, name, phone: phone ?? null })
    .execute();
}

interface PersonChange {
  readonly code: string;
  readonly name?: string;
  readonly class?: string;
  readonly group?: string | null;
  readonly tags?: readonly string[];
  readonly phone?: string | null;
}

/** Corrects what is written about a person. */
export async function changePerson(ctx: Ctx, change: PersonChange): Promise<{ done: true }> {
  const { person } = await personToChange(ctx, change.code);
  const { code, name, class: kind, group, tags, phone } = change;
  await ctx.db
    .updateTable('person')
    .set({
      class: kind ?? person.class,
      group_code: group === undefined ? (person.group ?? null) : group,
      tags: [...new Set(tags ?? person.tags)],
    })
    .where('code', '=', code)
    .execute();
  await ctx.db
    .updateTable('person_detail')
    .set({
      name: name ?? person.name,
      phone: phone === undefined ? (person.phone ?? null) : phone,
    })
    .where('person_code', '=', code)
    .execute();
  return { done: true };
}

/** The whole phone number. The address writes, so that the gate keeps who read it. */
export async function phone(
  ctx: Ctx,
  { code }: { code: string },
): Promise<{ phone: string | null }> {
  const records = await recordsOf(ctx.db);
  const person = records.persons.get(code);
  if (!person || !seesContact(ctx.actor)) throw orgProblem('person-unknown', { code });
  return { phone: person.phone ?? null };
}

/** Name and phone are gone; code, posts and facts stay, so that past points can still be recomputed. */
export async function erasePerson(ctx: Ctx, { code }: { code: string }): Promise<{ done: true }> {
  const { person, records } = await personToChange(ctx, code);
  const posts = placesFrom(records, { code, today: dayOf(ctx, undefined) });
  if (posts.length > 0) throw orgProblem('person-in-office', { name: person.name, posts });
  const account = await ctx.db
    .selectFrom('person')
    .innerJoin('account', 'account.id', 'person.account_id')
    .select('account.id')
    .where('person.code', '=', code)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (account) throw orgProblem('person-has-account', { name: person.name });
  await ctx.db
    .updateTable('person_detail')
    .set({ name: '', phone: null, erased_at: ctx.now })
    .where('person_code', '=', code)
    .execute();
  return { done: true };
}

/** What a person holds today or will hold, in words. */
function placesFrom(
  records: RosterRecords,
  { code, today }: { code: string; today: string },
): string[] {
  const isOpen = (item: { person: string; to?: string }) =>
    item.person === code && (item.to === undefined || item.to >= today);
  return [
    ...records.posts.filter(isOpen).map(({ unit, role }) => `${unitName(records, unit)}${role}`),
    ...records.pairings.filter(isOpen).map(({ unit, kind }) => `${unitName(records, unit)}${kind}`),
  ];
}

/** The person under the lock of the roster, if not erased. */
async function personToChange(
  ctx: Ctx,
  code: string,
): Promise<{ person: PersonRecord; records: RosterRecords }> {
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  const person = records.persons.get(code);
  if (!person) throw orgProblem('person-unknown', { code });
  requireReach(ctx.actor, records.units, [undefined]);
  if (person.erasedAt !== undefined) throw orgProblem('person-erased', { code });
  return { person, records };
}
