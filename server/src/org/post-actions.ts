/** The deeds on posts and pairings: begin, end, correct, a new term. */

import { type IsoDate, isoDate, type Post } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { insertPersons } from './person-actions.ts';
import { orgProblem } from './problems.ts';
import { requireReach } from './roster-reach.ts';
import {
  dayBefore,
  lockRoster,
  overlap,
  type PostRecord,
  type RosterRecords,
  recordsOf,
  subtree,
} from './roster-records.ts';
import { insertPairings, insertPosts } from './roster-store.ts';
import { nameIn } from './roster-views.ts';
import { requireDays } from './unit-actions.ts';

interface NewPost {
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly from: string;
  readonly to?: string;
  readonly secondedTo?: string;
  readonly replaces: readonly string[];
}

/** Gives a person a post; those who are replaced end the day before. */
export async function addPost(ctx: Ctx, wanted: NewPost): Promise<{ id: string }> {
  const records = await openRoster(ctx, [wanted.unit]);
  const { person, unit, role, from, to, secondedTo, replaces } = wanted;
  if (secondedTo !== undefined && !records.units.has(secondedTo)) {
    throw orgProblem('unit-unknown', { code: secondedTo });
  }
  const post: Post = {
    person,
    unit,
    role,
    from: isoDate(from),
    ...(to === undefined ? {} : { to: isoDate(to) }),
    ...(secondedTo === undefined ? {} : { secondedTo }),
  };
  requirePlace(records, post);
  const ended = replaces.map((id) => {
    const replaced = records.posts.find((item) => item.id === id && item.unit === unit);
    if (!replaced) throw orgProblem('post-unknown', { id });
    return endedBefore(replaced, from);
  });
  requireNoOverlap(records, post, withEnded(records.posts, ended));
  for (const { id, to: last } of ended) await setEnd(ctx, 'post', { id, to: last });
  const [id = ''] = await insertPosts(ctx.db, ctx.tenant.id, [post]);
  return { id };
}

export async function endPost(ctx: Ctx, { id, to }: { id: string; to: string }) {
  const { post } = await postToChange(ctx, id);
  requireOpen(post, to);
  await setEnd(ctx, 'post', { id, to });
  return { done: true as const };
}

interface PostChange {
  readonly id: string;
  readonly role?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly secondedTo?: string | null;
}

/** Corrects a post that was entered wrongly; who holds it and where cannot become another. */
export async function changePost(ctx: Ctx, change: PostChange): Promise<{ done: true }> {
  const { post, records } = await postToChange(ctx, change.id);
  const { role = post.role, from = post.from } = change;
  const to = change.to === undefined ? post.to : (change.to ?? undefined);
  const secondedTo =
    change.secondedTo === undefined ? post.secondedTo : (change.secondedTo ?? undefined);
  if (secondedTo !== undefined && !records.units.has(secondedTo)) {
    throw orgProblem('unit-unknown', { code: secondedTo });
  }
  const next: Post = {
    person: post.person,
    unit: post.unit,
    role,
    from: isoDate(from),
    ...(to === undefined ? {} : { to: isoDate(to) }),
  };
  requirePlace(records, next);
  requireNoOverlap(
    records,
    next,
    records.posts.filter((item) => item.id !== post.id),
  );
  await ctx.db
    .updateTable('post')
    .set({ role, from_on: from, to_on: to ?? null, seconded_to: secondedTo ?? null })
    .where('id', '=', post.id)
    .execute();
  return { done: true };
}

export async function removePost(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  await postToChange(ctx, id);
  await ctx.db.deleteFrom('post').where('id', '=', id).execute();
  return { done: true };
}

interface Election {
  /** The body; posts of units below it may end and begin too. */
  readonly unit: string;
  /** First day of the new term. */
  readonly on: string;
  readonly ends: readonly string[];
  readonly opens: readonly {
    readonly unit: string;
    readonly role: string;
    readonly person?: string;
    readonly newcomer?: { readonly name: string; readonly class: string; readonly phone?: string };
  }[];
}

/** A new term: the named posts end the day before and the new ones begin; all of it or nothing. */
export async function electTerm(ctx: Ctx, { unit, on, ends, opens }: Election) {
  const records = await openRoster(ctx, [unit]);
  const body = subtree(records.units, unit);
  const ended = [...new Set(ends)].map((id) => {
    const post = records.posts.find((item) => item.id === id);
    if (!post) throw orgProblem('post-unknown', { id });
    requireBody(records, body, post.unit);
    return endedBefore(post, on);
  });
  for (const [index, { person, newcomer, unit: at }] of opens.entries()) {
    requireBody(records, body, at);
    if ((person === undefined) === (newcomer === undefined)) {
      throw orgProblem('election-person', { row: index + 1 });
    }
  }
  const newcomers = opens.flatMap(({ newcomer }) => (newcomer ? [{ ...newcomer, tags: [] }] : []));
  const codes = await insertPersons(ctx, newcomers);
  const all = await recordsOf(ctx.db);
  const next = codes.values();
  const posts: Post[] = [];
  for (const { person, unit: at, role } of opens) {
    const code = person ?? next.next().value ?? '';
    const post: Post = { person: code, unit: at, role, from: isoDate(on) };
    requirePlace(all, post);
    requireNoOverlap(all, post, [...withEnded(all.posts, ended), ...posts]);
    posts.push(post);
  }
  for (const { id, to } of ended) await setEnd(ctx, 'post', { id, to });
  await insertPosts(ctx.db, ctx.tenant.id, posts);
  return { ended: ended.length, opened: posts.length, newcomers: codes };
}

function requireBody(records: RosterRecords, body: ReadonlySet<string>, unit: string): void {
  if (!records.units.has(unit)) throw orgProblem('unit-unknown', { code: unit });
  if (!body.has(unit)) {
    throw orgProblem('election-elsewhere', { unit: records.units.get(unit)?.name ?? unit });
  }
}

interface NewPairing {
  readonly kind: string;
  readonly person: string;
  readonly unit: string;
  readonly from: string;
  readonly to?: string;
  readonly replaces: readonly string[];
}

/** Ties a person to a unit; those who are replaced end the day before. */
export async function addPairing(ctx: Ctx, wanted: NewPairing): Promise<{ id: string }> {
  const records = await openRoster(ctx, [wanted.unit]);
  const { kind, person, unit, from, to, replaces } = wanted;
  const pairing = {
    kind,
    person,
    unit,
    from: isoDate(from),
    ...(to === undefined ? {} : { to: isoDate(to) }),
  };
  requirePlace(records, pairing);
  const ended = replaces.map((id) => {
    const replaced = records.pairings.find((item) => item.id === id && item.unit === unit);
    if (!replaced) throw orgProblem('pairing-unknown', { id });
    return endedBefore(replaced, from);
  });
  requireNoOverlap(
    records,
    { ...pairing, role: kind },
    withEnded(records.pairings, ended).map((item) => ({ ...item, role: item.kind })),
  );
  for (const { id, to: last } of ended) await setEnd(ctx, 'pairing', { id, to: last });
  const [id = ''] = await insertPairings(ctx.db, ctx.tenant.id, [pairing]);
  return { id };
}

export async function endPairing(ctx: Ctx, { id, to }: { id: string; to: string }) {
  const pairing = await pairingToChange(ctx, id);
  requireOpen(pairing, to);
  await setEnd(ctx, 'pairing', { id, to });
  return { done: true as const };
}

export async function removePairing(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  await pairingToChange(ctx, id);
  await ctx.db.deleteFrom('pairing').where('id', '=', id).execute();
  return { done: true };
}

async function pairingToChange(ctx: Ctx, id: string) {
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  const pairing = records.pairings.find((item) => item.id === id);
  if (!pairing) throw orgProblem('pairing-unknown', { id });
  requireReach(ctx.actor, records.units, [pairing.unit]);
  return pairing;
}

async function postToChange(
  ctx: Ctx,
  id: string,
): Promise<{ post: PostRecord; records: RosterRecords }> {
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  const post = records.posts.find((item) => item.id === id);
  if (!post) throw orgProblem('post-unknown', { id });
  requireReach(ctx.actor, records.units, [post.unit]);
  return { post, records };
}

/** The roster under its lock, if the asker may change these units of it. */
async function openRoster(ctx: Ctx, units: readonly string[]): Promise<RosterRecords> {
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  for (const code of units) {
    if (!records.units.has(code)) throw orgProblem('unit-unknown', { code });
  }
  requireReach(ctx.actor, records.units, units);
  return records;
}

interface Place {
  readonly person: string;
  readonly unit: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

/** The person and the unit are there for the first day, and the days are in order. */
function requirePlace({ persons, units }: RosterRecords, { person, unit, from, to }: Place): void {
  const found = persons.get(person);
  const at = units.get(unit);
  if (!found) throw orgProblem('person-unknown', { code: person });
  if (!at) throw orgProblem('unit-unknown', { code: unit });
  if (found.erasedAt !== undefined) throw orgProblem('person-erased', { code: person });
  requireDays({ from, to });
  const isThere =
    (at.to === undefined || at.to >= from) &&
    (at.from === undefined || at.from <= (to ?? '9999-12-31'));
  if (!isThere) throw orgProblem('unit-not-in-force', { name: at.name, on: from });
}

function requireNoOverlap(
  records: RosterRecords,
  post: Place & { readonly role: string },
  others: readonly (Place & { readonly role: string })[],
): void {
  const { person, unit, role } = post;
  const other = others.find(
    (item) =>
      item.person === person && item.unit === unit && item.role === role && overlap(item, post),
  );
  if (!other) return;
  const { from, to = '今' } = other;
  throw orgProblem('post-overlaps', { name: nameIn(records, person), role, from, to });
}

interface Ending {
  readonly id: string;
  readonly to: IsoDate;
}

/** The end of who is replaced from a day on; one that had already ended is no post to replace. */
function endedBefore(item: { id: string; from: string; to?: string }, from: string): Ending {
  const to = dayBefore(from);
  requireOpen(item, to);
  return { id: item.id, to };
}

function requireOpen(item: { from: string; to?: string }, to: string): void {
  if (item.to !== undefined && item.to <= to) throw orgProblem('post-ended', { to: item.to });
  requireDays({ from: item.from, to });
}

function withEnded<T extends { id: string }>(items: readonly T[], ended: readonly Ending[]): T[] {
  const ends = new Map(ended.map(({ id, to }) => [id, to]));
  return items.map((item) => {
    const to = ends.get(item.id);
    return to === undefined ? item : { ...item, to };
  });
}

async function setEnd(ctx: Ctx, table: 'post' | 'pairing', { id, to }: { id: string; to: string }) {
  await ctx.db.updateTable(table).set({ to_on: to }).where('id', '=', id).execute();
}
