/** Rounds as they are shown: the list, and one with its places, draws and what stands against a day. */

import type { ExistingResult } from '@oneneedle/contract';
import { chineseDate, isoDate, journeysInMonth, nearVisits, quietOn } from '@oneneedle/kernel';
import { type Ctx, holds } from '../../platform/index.ts';
import { plansFor } from '../town.ts';
import { existingFor } from './existing.ts';
import {
  journeysOf,
  knowsOf,
  quietOf,
  type RoundBook,
  readsRound,
  roundBook,
  templateOf,
  visibleRound,
} from './round-book.ts';
import { type DrawRow, drawsOf, type RoundRow, sentSheets, type VisitRow } from './store.ts';

export { templateOf };

/** Rounds that the asker may read. */
export async function listRounds(ctx: Ctx) {
  const book = await roundBook(ctx);
  const rows = [...book.rounds.values()].filter((round) => readsRound(ctx, book, round));
  const offices = new Set(book.templates.map(({ office }) => office));
  return {
    rows: rows.map((round) => rowOf(round, book)),
    mayPlan: [...offices].some((office) => plansFor(ctx, office, book)),
  };
}

/** One round. A visit that the asker must not know of yet is left out. */
export async function readRound(ctx: Ctx, { id }: { id: string }) {
  const book = await roundBook(ctx);
  const round = await visibleRound(ctx, book, { id });
  const visits = inOrder(visitsIn(book, round), book).filter((one) => knowsOf(ctx, book, one));
  const sent = await sentSheets(
    ctx.db,
    visits.map((visit) => visit.id),
  );
  const draws = await drawsOf(ctx.db, round.id);
  const existing = await existingFor(ctx, book, round);
  const template = templateOf(round, book);
  const known = new Set(visits.map(({ subject }) => subject));
  const isOpen = ['planned', 'drawn', 'going'].includes(round.state);
  const isLeader = holds(ctx.actor, ['leader']);
  return {
    round: {
      ...rowOf(round, book),
      ...(round.reason === null ? {} : { reason: round.reason }),
      version: round.version,
      subjects: (template?.subjects ?? 'village') as 'village' | 'hamlet' | 'centre',
      places: template?.places ?? 0,
      households: template?.households ?? 0,
      ...(round.item_id === null ? {} : { item: round.item_id }),
      ...(round.announced_at === null ? {} : { announcedAt: round.announced_at }),
    },
    visits: visits.map((visit) => ({
      ...visitShown(visit, book),
      sheets: sent.get(visit.id) ?? 0,
      ...(visit.state === 'planned' ? before(visit, { round, book, existing }) : nothingBefore),
    })),
    draws: draws
      .filter(({ subject }) => subject === '' || known.has(subject))
      .map((draw) => drawShown(draw, draws, book)),
    may: {
      plan: isOpen && plansFor(ctx, round.office, book),
      withdraw: ['planned', 'drawn'].includes(round.state) && plansFor(ctx, round.office, book),
      announce:
        isOpen &&
        round.mode === 'open' &&
        round.announced_at === null &&
        plansFor(ctx, round.office, book),
      overrule: isOpen && isLeader,
      explain: visits.some(({ state }) => state === 'missed') && plansFor(ctx, round.office, book),
    },
  };
}

function visitsIn({ visits }: RoundBook, { id }: RoundRow): VisitRow[] {
  return visits.filter(({ round_id: round }) => round === id);
}

function rowOf(round: RoundRow, book: RoundBook) {
  const visits = visitsIn(book, round);
  const count = (state: string) => visits.filter((one) => one.state === state).length;
  return {
    id: round.id,
    template: {
      code: round.template,
      version: round.template_version,
      name: templateOf(round, book)?.name ?? round.template,
    },
    office: book.named(round.office),
    period: round.period,
    mode: round.mode as 'unannounced' | 'open',
    from: round.from_on,
    to: round.to_on,
    state: round.state as 'planned' | 'drawn' | 'going' | 'closed' | 'missed' | 'withdrawn',
    visits: visits.length,
    gone: count('gone'),
    missed: count('missed'),
  };
}

function visitShown(visit: VisitRow, book: RoundBook) {
  const other = book.visits.find(({ id }) => id === visit.merged_with);
  const round = other && book.rounds.get(other.round_id);
  const bound = other &&
    round && {
      id: other.id,
      template: templateOf(round, book)?.name ?? round.template,
      office: book.named(round.office),
    };
  return {
    id: visit.id,
    subject: book.named(visit.subject),
    village: book.named(visit.village),
    inspectors: visit.inspectors.map(book.named),
    places: visit.places,
    households: visit.households,
    ...(visit.planned_on === null ? {} : { plannedOn: visit.planned_on }),
    state: visit.state as 'planned' | 'gone' | 'missed' | 'withdrawn',
    ...(bound && (visit.state === 'withdrawn' ? { reuses: bound } : { mergedWith: bound })),
    ...(visit.reason === null ? {} : { reason: visit.reason }),
    version: visit.version,
  };
}

const nothingBefore = { hints: [], existing: [] };

interface Around {
  readonly round: RoundRow;
  readonly book: RoundBook;
  readonly existing: readonly ExistingResult[];
}

/** What somebody should know before going: first what another office found already. */
function before(visit: VisitRow, { round, book, existing: all }: Around) {
  const existing = all.filter(({ subject }) => subject.code === visit.subject);
  const reuse = existing.map((one) => ({
    kind: 'reuse' as const,
    sentence: one.sentence,
    visit: one.visit,
  }));
  return { existing, hints: [...reuse, ...hintsOf(visit, round, book)] };
}

/** What stands against the day of a visit, or could make it one journey with another. */
function hintsOf(visit: VisitRow, round: RoundRow, book: RoundBook) {
  if (visit.planned_on === null) return [];
  const on = isoDate(visit.planned_on);
  const { village } = visit;
  const all = journeysOf(book);
  const quiet = quietOn(village, on, quietOf(book));
  const others = all.filter(({ id }) => id !== visit.id && id !== visit.merged_with);
  const near = nearVisits({ village, office: round.office, on }, others, book.calendar);
  const journeys = journeysInMonth(village, on, all);
  return [
    ...(quiet ? [{ kind: 'quiet' as const, sentence: `${quiet.reason}期间不安排检查。` }] : []),
    ...(journeys > book.cap
      ? [
          {
            kind: 'cap' as const,
            sentence: `${book.named(village).name}这个月有${journeys}次检查，上限${book.cap}次。`,
          },
        ]
      : []),
    ...near.map((one) => ({
      kind: 'near' as const,
      sentence: `${book.named(one.office).name}${chineseDate(one.on)}也去${book.named(village).name}，相隔不到十个工作日，可以并成一次。`,
      visit: one.id,
    })),
  ];
}

function drawShown(draw: DrawRow, all: readonly DrawRow[], book: RoundBook) {
  const shown = (code: string) =>
    draw.what === 'households' ? { code, name: `${code}号` } : book.named(code);
  const recused = draw.recused as unknown as readonly { person: string; why: string }[];
  return {
    seq: draw.seq,
    what: draw.what as 'inspectors' | 'subjects' | 'places' | 'households',
    ...(draw.subject === '' ? {} : { subject: book.named(draw.subject) }),
    way: draw.way as 'draw' | 'rota' | 'named',
    ...(draw.seed === null ? {} : { seed: draw.seed }),
    candidates: draw.candidates.map(shown),
    recused: recused.map(({ person, why }) => ({ person: book.named(person), why })),
    chosen: draw.chosen.map(shown),
    ...(draw.reason === null ? {} : { reason: draw.reason }),
    by: book.named(draw.person).name,
    at: draw.at,
    isReplaced: all.some(
      ({ seq, what, subject }) => seq > draw.seq && what === draw.what && subject === draw.subject,
    ),
  };
}

/** Visits in the order of the roster. */
export function inOrder(visits: readonly VisitRow[], { roster }: RoundBook): VisitRow[] {
  const order = new Map(roster.units.map(({ code }, index) => [code, index]));
  return [...visits].sort((a, b) => (order.get(a.subject) ?? 0) - (order.get(b.subject) ?? 0));
}
