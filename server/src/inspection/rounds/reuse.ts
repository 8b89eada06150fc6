/** 沿用: a result of another office is taken over instead of going, so that a village is not gone to twice. */

import type { ExistingResult } from '@oneneedle/contract';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import { closeLines } from '../../desk/index.ts';
import { type Ctx, holds } from '../../platform/index.ts';
import { signer } from '../town.ts';
import { existingFor } from './existing.ts';
import { readRound } from './page.ts';
import { roundProblem } from './problems.ts';
import { plannedRound, plannedVisit, roundBook, wholeTown } from './round-book.ts';
import { updateRound, updateVisit } from './store.ts';

interface ReuseWords {
  readonly id: string;
  readonly visit: string;
  readonly version: number;
  /** The visit whose result is taken over; null: one goes all the same. */
  readonly from: string | null;
  readonly reason: string;
}

/** Takes a result over, or says why one goes all the same; either way the reason stands in the round. */
export async function reuseResult(ctx: Ctx, { from, reason, ...words }: ReuseWords) {
  const book = await roundBook(ctx);
  signer(ctx);
  const round = await plannedRound(ctx, book, words);
  const visit = plannedVisit(ctx, book, { round, id: words.visit });
  const existing = (await existingFor(ctx, book, round)).filter(
    ({ subject }) => subject.code === visit.subject,
  );
  const taken = existing.find((one) => one.visit === from);
  if (existing.length === 0 || (from !== null && !taken)) throw roundProblem('reuse-unfit');
  await updateVisit(ctx.db, visit.id, taken ? takenOver(taken, reason) : { reason });
  await updateRound(ctx.db, round.id, {});
  if (taken) {
    await closeLines(ctx, { room: 'inspection', kind: 'visit-announced', about: visit.id });
  }
  return readRound(ctx, round);
}

/** A visit that is withdrawn and bound to another is one whose result is that of the other. */
function takenOver({ visit, office, on }: ExistingResult, reason: string) {
  const source = `沿用${office.name}${chineseDate(isoDate(on))}的结果`;
  return { state: 'withdrawn', merged_with: visit, reason: `${source}：${reason}` };
}

/** Visits that nobody had to make, counted by the office that took a result over. */
export async function savedVisits(ctx: Ctx, wanted: { month?: string | undefined }) {
  const book = await roundBook(ctx);
  const month = wanted.month?.length === 7 ? wanted.month : book.today.slice(0, 7);
  const isSeen = (office: string) => book.reach.offices.has(office) || holds(ctx.actor, wholeTown);
  const counts = new Map<string, number>();
  for (const { round_id: id, state, merged_with: from } of book.visits) {
    const round = book.rounds.get(id);
    const isSaved = state === 'withdrawn' && from !== null;
    if (!round || !isSaved || !round.from_on.startsWith(month) || !isSeen(round.office)) continue;
    counts.set(round.office, (counts.get(round.office) ?? 0) + 1);
  }
  const offices = [...counts].map(([office, visits]) => ({ office: book.named(office), visits }));
  return { month, offices };
}
