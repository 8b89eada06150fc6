/** What deeds on rounds are judged by, and which rounds and visits somebody reads. */

import { type Calendar, isoDate, type Journey, type Quiet } from '@oneneedle/kernel';
import { calendarOf } from '../../org/index.ts';
import { type Ctx, holds, type Role } from '../../platform/index.ts';
import { allTemplates, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown, plansFor } from '../town.ts';
import { roundProblem } from './problems.ts';
import {
  allRounds,
  capOf,
  findRound,
  type QuietRow,
  quietPeriods,
  type RoundRow,
  type VisitRow,
  visitsOf,
} from './store.ts';

export interface RoundBook extends InspectionTown {
  readonly calendar: Calendar;
  readonly templates: readonly TemplateRow[];
  readonly rounds: ReadonlyMap<string, RoundRow>;
  /** Every visit of every round that was not withdrawn. */
  readonly visits: readonly VisitRow[];
  readonly quiet: readonly QuietRow[];
  readonly cap: number;
}

/** Reads what rounds are judged by; the calendar of visits is small, and every deed asks it. */
export async function roundBook(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<RoundBook> {
  const { db } = ctx;
  const rounds = new Map((await allRounds(db)).map((row) => [row.id, row]));
  const visits = await visitsOf(db);
  return {
    ...(await inspectionTown(ctx)),
    calendar: await calendarOf(db),
    templates: await allTemplates(db),
    rounds,
    visits: visits.filter(({ round_id: id }) => rounds.get(id)?.state !== 'withdrawn'),
    quiet: (await quietPeriods(db)).filter(({ ended_at: end }) => end === null),
    cap: await capOf(db),
  };
}

/** The check sheet of a round, in the version that it stays on. */
export function templateOf(round: RoundRow, { templates }: RoundBook) {
  return templates.find(
    ({ code, version }) => code === round.template && version === round.template_version,
  );
}

/** Whoever oversees the town. */
export const wholeTown: readonly Role[] = [
  'leader',
  'supervision',
  'assessment-office',
  'discipline',
];

/** Whether somebody reads a round: whoever oversees the town, its office, and who goes on it. */
export function readsRound(ctx: Pick<Ctx, 'actor'>, book: RoundBook, { id, office }: RoundRow) {
  if (holds(ctx.actor, wholeTown) || book.reach.offices.has(office)) return true;
  const { person } = book.reach;
  return book.visits.some(
    ({ round_id: round, inspectors }) =>
      round === id && person !== undefined && inspectors.includes(person),
  );
}

/**
 * Whether somebody may know of a visit before it was gone to. Who is resident cadre of a village, or
 * holds a post in it, hears of an unannounced visit to it when its result is out: a warning call
 * would make the inspection a show.
 */
export function knowsOf(ctx: Pick<Ctx, 'actor'>, book: RoundBook, visit: VisitRow): boolean {
  return mayKnow(ctx, book, { visit, mode: book.rounds.get(visit.round_id)?.mode ?? '' });
}

/** The same of a visit of a round of this mode. */
export function mayKnow(
  { actor }: Pick<Ctx, 'actor'>,
  { reach, roster }: InspectionTown,
  { visit, mode }: { readonly visit: Pick<VisitRow, 'state' | 'village'>; readonly mode: string },
): boolean {
  if (mode !== 'unannounced' || visit.state !== 'planned' || holds(actor, wholeTown)) return true;
  const { cadreOf, villages, person } = reach;
  if (cadreOf.has(visit.village) || villages.has(visit.village)) return false;
  return !roster.posts.some((post) => post.person === person && post.unit === visit.village);
}

/** A round that the asker may read; held until the end of the request by whoever changes it. */
export async function visibleRound(
  ctx: Ctx,
  book: RoundBook,
  { id, hold = false }: { readonly id: string; readonly hold?: boolean },
): Promise<RoundRow> {
  const round = await findRound(ctx.db, id, { hold });
  if (!round || !readsRound(ctx, book, round)) throw roundProblem('round-unknown');
  return round;
}

const stateWords: Readonly<Record<string, string>> = {
  closed: '已经结束',
  missed: '到期没有去',
  withdrawn: '已经撤销',
};

/** A round that the asker plans and that is not over; refuses what was changed meanwhile. */
export async function plannedRound(
  ctx: Ctx,
  book: RoundBook,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RoundRow> {
  const round = await visibleRound(ctx, book, { id, hold: true });
  if (!plansFor(ctx, round.office, book) && !holds(ctx.actor, ['leader'])) {
    throw roundProblem('not-yours', { office: book.named(round.office).name });
  }
  const over = stateWords[round.state];
  if (over !== undefined) throw roundProblem('round-over', { state: over });
  if (round.version !== version) throw roundProblem('changed-meanwhile');
  return round;
}

/** A visit of a round that is still to be gone to, and that the asker may know of. */
export function plannedVisit(
  ctx: Pick<Ctx, 'actor'>,
  book: RoundBook,
  { round, id }: { readonly round: RoundRow; readonly id: string },
): VisitRow {
  const visit = book.visits.find((one) => one.id === id && one.round_id === round.id);
  if (!visit || !knowsOf(ctx, book, visit)) throw roundProblem('round-unknown');
  if (visit.state !== 'planned') throw roundProblem('round-over', { state: '的这一处已经了结' });
  return visit;
}

/** The visits of a village as the kernel counts journeys; those without a day or not gone to are none. */
export function journeysOf(book: RoundBook): Journey[] {
  return book.visits.flatMap((visit) => {
    const round = book.rounds.get(visit.round_id);
    const isJourney = visit.state === 'planned' || visit.state === 'gone';
    if (!round || !isJourney || visit.planned_on === null) return [];
    return [
      {
        id: visit.id,
        village: visit.village,
        office: round.office,
        on: isoDate(visit.planned_on),
        mergedWith: visit.merged_with ?? undefined,
      },
    ];
  });
}

/** Quiet periods as the kernel asks for them. */
export function quietOf({ quiet }: Pick<RoundBook, 'quiet'>): Quiet[] {
  return quiet.map(({ villages, from_on: from, to_on: to, reason }) => ({
    villages,
    from: isoDate(from),
    to: isoDate(to),
    reason,
  }));
}
