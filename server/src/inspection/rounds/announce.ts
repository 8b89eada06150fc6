/** Telling villages of an open round: it asks something of them, so it passes the burden gate first. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, openLine } from '../../desk/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { askDemand } from '../../work/index.ts';
import { signer } from '../town.ts';
import { readRound } from './page.ts';
import { roundProblem } from './problems.ts';
import { plannedRound, type RoundBook, roundBook, templateOf } from './round-book.ts';
import { allRounds, type RoundRow, updateRound, type VisitRow, visitsOf } from './store.ts';

interface AnnounceWords {
  readonly id: string;
  readonly version: number;
  /** The paper that lets the office inspect, and its entry in the duty lists. */
  readonly basis: string;
  readonly dutyEntry?: string | undefined;
}

/** Tells every village of an open round its day; refuses with what the gate finds. */
export async function announceRound(ctx: Ctx, words: AnnounceWords) {
  const book = await roundBook(ctx);
  signer(ctx);
  const round = await plannedRound(ctx, book, words);
  if (round.mode !== 'open') throw roundProblem('announce-unfit', { why: '暗访不通知村里' });
  if (round.announced_at !== null) throw roundProblem('announce-unfit', { why: '已经通知过' });
  const visits = book.visits.filter(
    ({ round_id: of, state }) => of === round.id && state === 'planned',
  );
  const dated = visits.filter(({ planned_on: on }) => on !== null);
  if (visits.length === 0 || dated.length < visits.length) {
    throw roundProblem('announce-unfit', { why: '还有地方没有定日子' });
  }
  await passGate(ctx, { book, round, visits, words });
  for (const visit of visits) await tellVillage(ctx, { book, round, visit });
  await updateRound(ctx.db, round.id, { announced_at: ctx.now });
  return readRound(ctx, round);
}

interface Announcing {
  readonly book: RoundBook;
  readonly round: RoundRow;
  readonly visits: readonly VisitRow[];
  readonly words: AnnounceWords;
}

async function passGate(ctx: Ctx, { book, round, visits, words }: Announcing): Promise<void> {
  const first = visits.map(({ planned_on: on }) => on ?? '').sort()[0];
  await askDemand(ctx, {
    kind: 'inspection',
    title: `${round.period} ${nameOf(round, book)}`,
    office: round.office,
    units: [...new Set(visits.map(({ village }) => village))],
    purpose: '按检查表到村里看，不要村里另做材料。',
    basis: words.basis,
    ...(words.dutyEntry === undefined ? {} : { dutyEntry: words.dutyEntry }),
    dataAsked: [],
    channel: 'system',
    ...(first === undefined ? {} : { dueOn: first }),
    answers: { canLookUp: false, askedLately: false, canWait: false },
    askLeader: false,
    sendNow: true,
  });
}

async function tellVillage(
  ctx: Ctx,
  { book, round, visit }: Pick<Announcing, 'book' | 'round'> & { readonly visit: VisitRow },
): Promise<void> {
  const day = isoDate(visit.planned_on ?? book.today);
  await openLine(ctx, {
    room: 'inspection',
    kind: 'visit-announced',
    about: visit.id,
    title: `${chineseDate(day)}${book.named(round.office).name}来查：${nameOf(round, book)}`,
    detail: '不用准备材料，有人在场、当面看结果就行。',
    roles: ['resident-cadre', 'village'],
    unit: visit.village,
    dueOn: day,
    address: `/inspection/templates/${round.template}`,
    contact: { unit: round.office },
  });
}

/** Takes the lines of visits off the lists of villages once their day is over. */
export async function closeAnnounced(place: DeskPlace): Promise<void> {
  const told = (await allRounds(place.db)).filter((round) => round.announced_at !== null);
  if (told.length === 0) return;
  const today = chinaDay(place.now);
  const visits = await visitsOf(
    place.db,
    told.map(({ id }) => id),
  );
  for (const { id, planned_on: on, state } of visits) {
    const isOver = state !== 'planned' || (on !== null && on < today);
    if (isOver) await closeLines(place, { room: 'inspection', kind: 'visit-announced', about: id });
  }
}

function nameOf(round: RoundRow, book: RoundBook): string {
  return templateOf(round, book)?.name ?? round.template;
}
