/** The calendar of visits: what a village bears in a month, what is kept quiet, who is recused. */

import { randomUUID } from 'node:crypto';
import { isoDate, journeysInMonth } from '@oneneedle/kernel';
import { type Ctx, holds } from '../../platform/index.ts';
import { openUnits, plansFor, signer } from '../town.ts';
import { roundProblem } from './problems.ts';
import { journeysOf, knowsOf, type RoundBook, roundBook, templateOf } from './round-book.ts';
import {
  endQuietRow,
  endRecusalRow,
  insertQuiet,
  insertRecusal,
  quietPeriods,
  recusals,
  saveCap,
} from './store.ts';

/** A month of visits; without one the month of today. Visits that must not be known yet are not there. */
export async function readCalendar(ctx: Ctx, { month }: { month?: string | undefined }) {
  const book = await roundBook(ctx);
  const shown = month?.length === 7 ? month : book.today.slice(0, 7);
  const known = book.visits.filter((visit) => knowsOf(ctx, book, visit));
  const visits = known.flatMap((visit) => {
    const round = book.rounds.get(visit.round_id);
    const isOfMonth = (visit.planned_on ?? round?.from_on ?? '').startsWith(shown);
    if (!round || !isOfMonth) return [];
    return [
      {
        id: visit.id,
        round: round.id,
        template: templateOf(round, book)?.name ?? round.template,
        office: book.named(round.office),
        village: book.named(visit.village),
        ...(visit.planned_on === null ? {} : { on: visit.planned_on }),
        state: visit.state as 'planned' | 'gone' | 'missed' | 'withdrawn',
        ...(visit.merged_with === null ? {} : { mergedWith: visit.merged_with }),
      },
    ];
  });
  const journeys = journeysOf({ ...book, visits: known });
  const first = isoDate(`${shown}-01`);
  return {
    month: shown,
    cap: book.cap,
    visits,
    villages: villagesOn(book).map((code) => ({
      village: book.named(code),
      journeys: journeysInMonth(code, first, journeys),
    })),
    quiet: (await quietPeriods(ctx.db)).map((row) => ({
      id: row.id,
      villages: row.villages.map(book.named),
      from: row.from_on,
      to: row.to_on,
      reason: row.reason,
      document: row.document,
      ended: row.ended_at !== null,
    })),
    recusals: (await recusals(ctx.db)).map(({ id, person, village, reason }) => ({
      id,
      person: book.named(person),
      village: book.named(village),
      reason,
    })),
    may: {
      quiet: holds(ctx.actor, ['leader', 'supervision']),
      cap: holds(ctx.actor, ['leader']),
      recuse: mayRecuse(ctx, book),
    },
  };
}

interface NewQuiet {
  readonly villages: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly document: string;
}

/** Keeps days quiet. Visits that lie in them already are shown with a hint, and moved by their office. */
export async function addQuiet(ctx: Ctx, input: NewQuiet) {
  const book = await roundBook(ctx);
  const person = signer(ctx);
  if (input.to < input.from) throw wrong('最后一天在第一天之前，请核对。');
  if (input.to < book.today) throw wrong('这些天已经过去，请核对。');
  requireVillages(input.villages, book);
  await insertQuiet(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    villages: [...new Set(input.villages)],
    from_on: input.from,
    to_on: input.to,
    reason: input.reason,
    document: input.document,
    created_by: person,
    created_at: ctx.now,
  });
  return readCalendar(ctx, { month: input.from.slice(0, 7) });
}

/** Ends a quiet period; it stays on the calendar, crossed out. */
export async function endQuiet(ctx: Ctx, { id }: { id: string }) {
  if (!(await endQuietRow(ctx.db, id, ctx.now))) throw wrong('没有这个静默期，或者已经结束。');
  return readCalendar(ctx, {});
}

export async function setCap(ctx: Ctx, { cap }: { cap: number }) {
  signer(ctx);
  await saveCap(ctx.db, ctx.tenant.id, cap);
  return readCalendar(ctx, {});
}

/** Says that somebody does not inspect a village: of oneself, or by whoever plans. */
export async function addRecusal(
  ctx: Ctx,
  input: { person: string; village: string; reason: string },
) {
  const book = await roundBook(ctx);
  const person = signer(ctx);
  if (input.person !== person && !mayRecuse(ctx, book)) throw wrong('只能为自己申报回避。');
  if (!book.roster.persons.some(({ code }) => code === input.person)) {
    throw wrong('名册里没有这个人，请从名册里选。');
  }
  requireVillages([input.village], book);
  await insertRecusal(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    person: input.person,
    village: input.village,
    reason: input.reason,
    created_by: person,
    created_at: ctx.now,
  });
  return readCalendar(ctx, {});
}

export async function endRecusal(ctx: Ctx, { id }: { id: string }) {
  if (!(await endRecusalRow(ctx.db, id, ctx.now))) throw wrong('没有这条回避，或者已经结束。');
  return readCalendar(ctx, {});
}

function mayRecuse(ctx: Ctx, book: RoundBook): boolean {
  const offices = new Set(book.templates.map(({ office }) => office));
  return [...offices].some((office) => plansFor(ctx, office, book));
}

function villagesOn({ roster, today }: RoundBook): string[] {
  return openUnits(roster, today).flatMap(({ code, type }) => (type === 'village' ? [code] : []));
}

function requireVillages(codes: readonly string[], book: RoundBook): void {
  const open = villagesOn(book);
  const foreign = codes.find((code) => !open.includes(code));
  if (foreign !== undefined) throw wrong(`“${book.named(foreign).name}”不是现在的村。`);
}

function wrong(sentence: string) {
  return roundProblem('setting-wrong', { sentence });
}
