/** A round as its review meeting (讲评会) looks at it: who reads it, where somebody was, what was wrong. */

import type { SheetShown, TemplateLine } from '@oneneedle/contract';
import { isWrong } from '@oneneedle/kernel';
import { type Ctx, holds, type Role } from '../../platform/index.ts';
import { inOrder, templateOf } from '../rounds/page.ts';
import { knowsOf, type RoundBook, roundBook } from '../rounds/round-book.ts';
import { findRound, type RoundRow } from '../rounds/store.ts';
import { answersOf, sheetsOf } from '../sheets/store.ts';
import { linesOf } from '../templates/store.ts';
import { reviewProblem } from './problems.ts';

type Named = ReturnType<RoundBook['named']>;

/** A round with everything that its review meeting reads but the points. */
export interface ReviewedRound {
  readonly round: {
    readonly id: string;
    readonly period: string;
    readonly template: string;
    readonly office: Named;
    readonly mode: 'unannounced' | 'open';
  };
  readonly lines: readonly TemplateLine[];
  /** The line of the scheme that the check sheet names, if any. */
  readonly schemeLine: string | undefined;
  /** In the order of the roster. */
  readonly visits: readonly ReviewedVisit[];
}

/** One place of the round. */
export interface ReviewedVisit {
  readonly subject: Named;
  readonly state: 'planned' | 'gone' | 'missed' | 'withdrawn';
  readonly reason: string | undefined;
  readonly inspectors: readonly Named[];
  readonly on: string | undefined;
  /** Those that count; none where nobody handed one in. */
  readonly sheets: readonly {
    readonly person: Named;
    readonly state: string;
    readonly answers: SheetShown['answers'];
  }[];
}

const wholeTown: readonly Role[] = ['leader', 'supervision', 'assessment-office', 'discipline'];

/**
 * The round for whoever sits in its review meeting: who oversees the town, and the office that
 * inspects. Who only went along, a village or its resident cadre never: the order is for the meeting.
 */
export async function reviewedRound(ctx: Ctx, id: string): Promise<ReviewedRound> {
  const book = await roundBook(ctx);
  const round = await findRound(ctx.db, id);
  if (!round) throw reviewProblem('round-unknown');
  const { office, mode, period } = round;
  if (!holds(ctx.actor, wholeTown) && !book.reach.offices.has(office)) {
    throw reviewProblem('not-yours');
  }
  const template = templateOf(round, book);
  return {
    round: {
      id,
      period,
      template: template?.name ?? round.template,
      office: book.named(office),
      mode: mode as 'open',
    },
    lines: template ? linesOf(template) : [],
    schemeLine: template?.scheme_line ?? undefined,
    visits: await visitsIn(ctx, book, round),
  };
}

/** A visit that the asker must not know of yet is left out. */
async function visitsIn(ctx: Ctx, book: RoundBook, { id }: RoundRow): Promise<ReviewedVisit[]> {
  const own = book.visits.filter((visit) => visit.round_id === id && knowsOf(ctx, book, visit));
  const sheets = await sheetsOf(
    ctx.db,
    own.map((visit) => visit.id),
  );
  return inOrder(own, book).map((visit) => ({
    subject: book.named(visit.subject),
    state: visit.state as 'planned',
    reason: visit.reason ?? undefined,
    inspectors: visit.inspectors.map(book.named),
    on: visit.planned_on ?? undefined,
    sheets: sheets
      .filter(({ visit_id: of }) => of === visit.id)
      .filter(({ is_spare: spare, state }) => !spare && state !== 'draft')
      .map((sheet) => ({
        person: book.named(sheet.person),
        state: sheet.state,
        answers: answersOf(sheet) as SheetShown['answers'],
      })),
  }));
}

/** 需改进的方面: lines by the number of places where they were wrong. No place is named. */
export function mattersOf({ lines, visits }: Pick<ReviewedRound, 'lines' | 'visits'>) {
  return lines
    .map((line) => ({
      line: line.code,
      group: line.group,
      standard: line.standard,
      places: visits.filter(({ sheets }) => sheets.some(({ answers }) => isFound(answers, line)))
        .length,
    }))
    .filter(({ places }) => places > 0)
    .sort((a, b) => b.places - a.places);
}

function isFound(answers: SheetShown['answers'], line: TemplateLine): boolean {
  const answer = answers[line.code];
  return answer !== undefined && isWrong(line, answer);
}
