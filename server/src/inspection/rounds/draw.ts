/** Drawing: who goes where, which places of a village, which households by their number. */

import { randomBytes, randomUUID } from 'node:crypto';
import { drawOf, type IsoDate, isoDate, leastDrawn, rotaOf } from '@oneneedle/kernel';
import { personsWithAccount } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { signer } from '../town.ts';
import { type Inspector, inspectorsOf, recusedBecause } from './eligible.ts';
import { inOrder, readRound } from './page.ts';
import { roundProblem } from './problems.ts';
import { knowsOf, plannedRound, type RoundBook, roundBook, templateOf } from './round-book.ts';
import {
  drawsOf,
  insertDraw,
  lastWent,
  type RecusalRow,
  type RoundRow,
  recusals,
  updateRound,
  updateVisit,
  type VisitRow,
} from './store.ts';

interface DrawWords {
  readonly id: string;
  readonly version: number;
  readonly what: 'inspectors' | 'places' | 'households';
  readonly count?: number | undefined;
  readonly visit?: string | undefined;
  readonly places?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

/** Inspectors of a visit where nobody says how many. */
const usualInspectors = 2;

/** What was drawn for one visit, before it is written down. */
interface Drawn {
  readonly way: 'draw' | 'rota';
  readonly candidates: readonly string[];
  readonly chosen: readonly string[];
  readonly recused?: readonly { readonly person: string; readonly why: string }[];
  readonly seed?: string;
}

/** Draws for the visits of a round that are still to be gone to; again only with a reason. */
export async function drawInRound(ctx: Ctx, words: DrawWords) {
  const book = await roundBook(ctx);
  const person = signer(ctx);
  const round = await plannedRound(ctx, book, words);
  const before = await drawsOf(ctx.db, round.id);
  const visits = visitsToDraw(ctx, book, round, words);
  const isAgain = before.some(
    ({ what, subject }) => what === words.what && visits.some((one) => one.subject === subject),
  );
  if (isAgain && words.reason === undefined) throw roundProblem('draw-again');
  const draw = await drawerOf(ctx, book, { round, words });
  let seq = before.length;
  for (const visit of visits) {
    const drawn = draw(visit);
    seq += 1;
    await insertDraw(ctx.db, {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      round_id: round.id,
      seq,
      what: words.what,
      subject: visit.subject,
      way: drawn.way,
      seed: drawn.seed ?? null,
      candidates: [...drawn.candidates],
      recused: JSON.stringify(drawn.recused ?? []),
      chosen: [...drawn.chosen],
      reason: words.reason ?? null,
      account_id: ctx.actor.accountId,
      person,
      at: ctx.now,
    });
    await updateVisit(ctx.db, visit.id, changeOf(words.what, drawn.chosen));
  }
  const isFirst = round.state === 'planned' && words.what === 'inspectors';
  await updateRound(ctx.db, round.id, isFirst ? { state: 'drawn' } : {});
  return readRound(ctx, round);
}

function changeOf(what: DrawWords['what'], chosen: readonly string[]) {
  if (what === 'inspectors') return { inspectors: [...chosen] };
  if (what === 'places') return { places: [...chosen] };
  return { households: chosen.map(Number).sort((a, b) => a - b) };
}

/** One visit where one is named, else all of the round that are still to be gone to. */
function visitsToDraw(ctx: Ctx, book: RoundBook, { id }: RoundRow, words: DrawWords): VisitRow[] {
  const open = book.visits.filter(
    (visit) => visit.round_id === id && visit.state === 'planned' && knowsOf(ctx, book, visit),
  );
  const wanted =
    words.visit === undefined
      ? inOrder(open, book)
      : open.filter((visit) => visit.id === words.visit);
  if (wanted.length === 0) throw nothing('这一轮没有还要去的地方。');
  if (words.what === 'places' && words.visit === undefined) {
    throw nothing('点位一个村一个村地抽，请先选一个村，写出可抽的点位。');
  }
  return wanted;
}

/** The way in which one visit is drawn for. */
async function drawerOf(
  ctx: Ctx,
  book: RoundBook,
  { round, words }: { round: RoundRow; words: DrawWords },
): Promise<(visit: VisitRow) => Drawn> {
  const template = templateOf(round, book);
  if (words.what === 'inspectors') {
    const count = words.count ?? usualInspectors;
    return inspectorsDrawer(
      { book, round, count },
      {
        staff: inspectorsOf(book.roster, await personsWithAccount(ctx.db), book.today),
        declared: await recusals(ctx.db),
        went: await lastWent(ctx.db),
      },
    );
  }
  if (words.what === 'places') {
    const { places } = words;
    if (places === undefined) throw nothing('请写出可抽的点位，一行一个。');
    const count = words.count ?? template?.places ?? 0;
    if (count === 0) throw nothing('检查表没有写抽几个点位。');
    return () => bySeed(places, count);
  }
  const count = words.count ?? template?.households ?? 0;
  if (count === 0) throw nothing('检查表没有写抽几户。');
  return ({ subject, village }) => bySeed(householdsOf(subject, village, book), count);
}

interface Staff {
  readonly staff: readonly Inspector[];
  readonly declared: readonly RecusalRow[];
  readonly went: ReadonlyMap<string, string>;
}

/** Six who may go are drawn from; fewer take turns, one of them from another office. */
function inspectorsDrawer(
  { book, round, count }: { book: RoundBook; round: RoundRow; count: number },
  { staff, declared, went }: Staff,
): (visit: VisitRow) => Drawn {
  const { roster, today: day } = book;
  const turns = new Map(went);
  return ({ village }) => {
    const judged = staff.map((one) => ({
      ...one,
      why: recusedBecause(one.person, village, { roster, day, declared }),
    }));
    const recused = judged.flatMap(({ person, why }) =>
      why === undefined ? [] : [{ person, why }],
    );
    const eligible = judged.filter(({ why }) => why === undefined);
    if (eligible.length === 0) {
      throw nothing(`能去${book.named(village).name}的人一个也没有：都要回避，或者没有账号。`);
    }
    const candidates = eligible.map(({ person }) => person);
    if (candidates.length >= leastDrawn) return { ...bySeed(candidates, count), recused };
    const inTurn = eligible.map(({ person, office }) => {
      const last = turns.get(person);
      return { person, office, ...(last === undefined ? {} : { lastWent: isoDate(last) }) };
    });
    const chosen = rotaOf(inTurn, count, round.office);
    for (const person of chosen) turns.set(person, laterOf(turns.get(person), day));
    return { way: 'rota', candidates, chosen, recused };
  };
}

/** Whoever is sent to one village of this round waits longer for the next. */
function laterOf(last: string | undefined, day: IsoDate): string {
  return last !== undefined && last > day ? last : day;
}

function bySeed(candidates: readonly string[], count: number): Drawn {
  const seed = randomBytes(16).toString('hex');
  const once = [...new Set(candidates)];
  return { way: 'draw', seed, candidates: once, chosen: drawOf(seed, once, count) };
}

/** The numbers of a village's households, from 1; names are nowhere. */
function householdsOf(subject: string, village: string, { roster, named }: RoundBook): string[] {
  for (const code of [subject, village]) {
    const size = roster.units.find((unit) => unit.code === code)?.sizes.户数;
    const count = Number(typeof size === 'string' ? size : (size?.at(-1)?.value ?? 0));
    if (count > 0) return Array.from({ length: count }, (_, index) => String(index + 1));
  }
  throw nothing(`名册里没有${named(village).name}的户数，请先补上再抽户。`);
}

function nothing(sentence: string) {
  return roundProblem('draw-nothing', { sentence });
}
