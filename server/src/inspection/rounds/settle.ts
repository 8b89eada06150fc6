/** Settling a visit: its day, who goes, with which other it is one journey, or that nobody goes. */

import { randomUUID } from 'node:crypto';
import { chineseDate, type IsoDate, isoDate, journeysInMonth, quietOn } from '@oneneedle/kernel';
import { personsWithAccount } from '../../org/index.ts';
import { type Ctx, holds } from '../../platform/index.ts';
import { signer } from '../town.ts';
import { inspectorsOf, recusedBecause } from './eligible.ts';
import { existingFor } from './existing.ts';
import { readRound } from './page.ts';
import { roundProblem } from './problems.ts';
import {
  journeysOf,
  plannedRound,
  plannedVisit,
  quietOf,
  type RoundBook,
  roundBook,
} from './round-book.ts';
import {
  drawsOf,
  insertDraw,
  type RoundRow,
  recusals,
  updateRound,
  updateVisit,
  type VisitRow,
} from './store.ts';

interface SettleWords {
  readonly id: string;
  readonly visit: string;
  readonly version: number;
  readonly on?: string | undefined;
  readonly inspectors?: readonly string[] | undefined;
  readonly mergeWith?: string | null | undefined;
  readonly end?: 'missed' | 'withdrawn' | undefined;
  readonly reason?: string | undefined;
}

/** A visit with what it becomes. */
interface Settling {
  readonly round: RoundRow;
  readonly visit: VisitRow;
  readonly words: SettleWords;
}

/** Settles one visit of a round. What nobody says stays as it is. */
export async function settleVisit(ctx: Ctx, words: SettleWords) {
  const book = await roundBook(ctx);
  const person = signer(ctx);
  const round = await plannedRound(ctx, book, words);
  const visit = plannedVisit(ctx, book, { round, id: words.visit });
  const settling = { round, visit, words };
  const merged = mergedWith(book, settling);
  requireDay(ctx, book, settling, merged);
  const isAgain = await requireDecided(ctx, book, settling, merged);
  if (words.inspectors) await nameInspectors(ctx, book, { ...settling, person });
  if (words.end !== undefined && words.reason === undefined) {
    throw roundProblem('reason-needed', { what: words.end === 'missed' ? '没有去' : '不去了' });
  }
  await updateVisit(ctx.db, visit.id, {
    ...(words.on === undefined ? {} : { planned_on: words.on }),
    ...(words.inspectors ? { inspectors: [...words.inspectors] } : {}),
    ...(isAgain && words.reason !== undefined ? { reason: words.reason } : {}),
    ...(merged === undefined ? {} : { merged_with: merged?.id ?? null }),
    ...(merged && words.on === undefined ? { planned_on: merged.planned_on } : {}),
    ...(words.end === undefined ? {} : { state: words.end, reason: words.reason ?? '' }),
  });
  await updateRound(ctx.db, round.id, {});
  return readRound(ctx, round);
}

/** The visit that this one is made one journey with; null takes them apart, undefined leaves it. */
function mergedWith(
  { rounds, visits }: RoundBook,
  { round, visit, words }: Settling,
): VisitRow | null | undefined {
  const { mergeWith } = words;
  if (mergeWith === undefined || mergeWith === null) return mergeWith;
  const other = visits.find(({ id }) => id === mergeWith);
  const office = other && rounds.get(other.round_id)?.office;
  const fits =
    other?.village === visit.village &&
    other.state === 'planned' &&
    other.planned_on !== null &&
    other.merged_with !== visit.id &&
    office !== round.office;
  if (!other || !fits) throw roundProblem('merge-wrong');
  return other;
}

/** The day lies within the round, in no quiet period, and is not one journey too many. */
function requireDay(
  ctx: Ctx,
  book: RoundBook,
  { round, visit, words }: Settling,
  merged: VisitRow | null | undefined,
): void {
  const day = words.on ?? merged?.planned_on ?? undefined;
  if (day === undefined) return;
  const on = isoDate(day);
  const wrong = (sentence: string) => roundProblem('plan-wrong', { sentence });
  if (on < book.today) throw wrong('这一天已经过去。');
  if (on < round.from_on || on > round.to_on) {
    const [from, to] = [round.from_on, round.to_on].map((one) => chineseDate(isoDate(one)));
    throw wrong(`这一轮在${from}至${to}，请在这些天里选。`);
  }
  if (merged && merged.planned_on !== day) throw wrong('并成一次的两处要在同一天去。');
  requireNotQuiet(book, visit.village, on);
  const others = journeysOf(book).filter(({ id }) => id !== visit.id);
  const mergedId = merged === undefined ? visit.merged_with : merged?.id;
  const isOneJourney = others.some(({ id }) => id === mergedId);
  const isOver = !isOneJourney && journeysInMonth(visit.village, on, others) >= book.cap;
  const isOverruled = holds(ctx.actor, ['leader']) && words.reason !== undefined;
  if (isOver && !isOverruled) {
    throw roundProblem('over-cap', { village: book.named(visit.village).name, cap: book.cap });
  }
}

/**
 * Where another office found the same already, a day is settled only once somebody said why one goes
 * all the same. @returns whether there is such a result
 */
async function requireDecided(
  ctx: Ctx,
  book: RoundBook,
  { round, visit, words }: Settling,
  merged: VisitRow | null | undefined,
): Promise<boolean> {
  const isSettled = words.on !== undefined || (merged !== undefined && merged !== null);
  if (!isSettled) return false;
  const existing = await existingFor(ctx, book, round);
  const first = existing.find(({ subject }) => subject.code === visit.subject);
  if (first && visit.reason === null && words.reason === undefined) {
    throw roundProblem('result-exists', { sentence: first.sentence });
  }
  return first !== undefined;
}

function requireNotQuiet(book: RoundBook, village: string, on: IsoDate): void {
  const quiet = quietOn(village, on, quietOf(book));
  if (!quiet) return;
  throw roundProblem('quiet', {
    village: book.named(village).name,
    reason: quiet.reason,
    from: chineseDate(quiet.from),
    to: chineseDate(quiet.to),
  });
}

/** Somebody is named instead of drawn: with a reason, and never who is recused. */
async function nameInspectors(
  ctx: Ctx,
  book: RoundBook,
  { round, visit, words, person }: Settling & { readonly person: string },
): Promise<void> {
  const { roster, today: day, named } = book;
  const chosen = words.inspectors ?? [];
  if (words.reason === undefined) throw roundProblem('reason-needed', { what: '不抽签而指定人' });
  const staff = inspectorsOf(roster, await personsWithAccount(ctx.db), day);
  const declared = await recusals(ctx.db);
  for (const one of chosen) {
    const isStaff = staff.some((inspector) => inspector.person === one);
    const why = isStaff
      ? recusedBecause(one, visit.village, { roster, day, declared })
      : '不是镇里部门的人，或者没有账号';
    if (why !== undefined) {
      throw roundProblem('inspector-recused', { person: named(one).name, why });
    }
  }
  const before = await drawsOf(ctx.db, round.id);
  await insertDraw(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    round_id: round.id,
    seq: before.length + 1,
    what: 'inspectors',
    subject: visit.subject,
    way: 'named',
    seed: null,
    candidates: [...chosen],
    chosen: [...chosen],
    reason: words.reason,
    account_id: ctx.actor.accountId,
    person,
    at: ctx.now,
  });
}
