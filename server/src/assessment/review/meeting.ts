/** What the review meeting (讲评会) of a round reads: order, red list, matters, the board of each place. */

import {
  firstDay,
  holdsThroughout,
  isPeriodId,
  lastDay,
  type PeriodId,
  unitOf,
} from '@oneneedle/kernel';
import {
  clausesFor,
  type LineClause,
  mattersOf,
  type ReviewedRound,
  reviewedRound,
  reviewProblem,
} from '../../inspection/index.ts';
import { catalogueOf, heardBy, waitingIn } from '../../ledger/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { groupNames, kindsOf, schemesInForce } from '../../scheme/index.ts';
import { explanationOf, type FoundPeriod, findPeriod } from '../actions.ts';
import type { AssessmentNeeds } from '../sealing.ts';
import { boardsOf } from './board.ts';
import { orderOf, redListsOf, statesRedList, usualRedList } from './order.ts';
import type { ReviewPoints } from './points.ts';

/** By which scheme a round is scored, with the points as they stand now. */
interface Scored extends FoundPeriod {
  readonly clauses: readonly LineClause[];
  readonly found: ReviewPoints;
}

type Without = 'noScheme' | 'otherPeriod';

/** The order of a round, its red list, and what is to be improved. */
export async function readMeeting(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { id, top = usualRedList }: { readonly id: string; readonly top?: number | undefined },
) {
  const reviewed = await reviewedRound(ctx, id);
  const scored = await scoredBy(needs, ctx, reviewed);
  const matters = mattersOf(reviewed);
  const { round, visits } = reviewed;
  const places = visits.map(({ subject }) => subject);
  const none = { rows: [], redLists: [], isCutStated: false, matters, places };
  const sheets = visits.filter(({ sheets: own }) => own.some(({ state }) => state !== 'counted'));
  if (typeof scored === 'string') {
    return { round, without: scored, waiting: { entries: 0, sheets: sheets.length }, ...none };
  }
  const { scheme } = scored.books.scheme;
  const names = await groupNames(ctx.db, scored.row.to); // another scheme may name the groups
  const entries = await waitingEntries(ctx, scored);
  return {
    round,
    scoring: scoringOf(scored),
    waiting: { entries, sheets: sheets.length },
    rows: orderOf(scheme, visits, scored.found).map(({ group, ...row }) => ({
      ...row,
      ...(group === undefined ? {} : { group: names[group] ?? group }),
    })),
    isCutStated: statesRedList(scheme),
    redLists: redListsOf(scheme, visits, { found: scored.found, top, names }),
    matters,
    places,
  };
}

/** The tree behind the points of one place. */
export async function readPoints(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { id, subject }: { readonly id: string; readonly subject: string },
) {
  const reviewed = await reviewedRound(ctx, id);
  const scored = await scoredBy(needs, ctx, reviewed);
  const visit = reviewed.visits.find((one) => one.subject.code === subject);
  const isScored = visit !== undefined && visit.sheets.length > 0 && typeof scored !== 'string';
  if (!isScored) throw reviewProblem('subject-unscored');
  return explanationOf(needs, ctx, { ...scored, subject });
}

/** One board a place that was gone to, or of one place alone. */
export async function readBoards(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { id, subject }: { readonly id: string; readonly subject?: string | undefined },
) {
  const reviewed = await reviewedRound(ctx, id);
  const scored = await scoredBy(needs, ctx, reviewed);
  const boards = boardsOf(reviewed, typeof scored === 'string' ? undefined : scored);
  const own = boards.filter((board) => subject === undefined || board.subject.code === subject);
  if (subject !== undefined && own.length === 0) throw reviewProblem('subject-unscored');
  return {
    round: reviewed.round,
    ...(typeof scored === 'string' ? {} : { scoring: scoringOf(scored) }),
    boards: own,
  };
}

/**
 * By the line that the check sheet names; without one by the scheme in force whose clauses hear most
 * of its lines. A scheme of longer periods gives a month no points.
 */
async function scoredBy(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { round, lines, schemeLine }: ReviewedRound,
): Promise<Scored | Without> {
  const { period } = round;
  if (!isPeriodId(period)) return 'otherPeriod';
  const on = lastDay(period);
  const heard = await clausesFor(ctx.db, { lines, schemeLine, on });
  const schemes = (await schemesInForce(ctx.db, { on })).filter(({ line }) =>
    schemeLine === undefined ? heard.some(({ scheme }) => scheme === line) : line === schemeLine,
  );
  if (schemes.length === 0) return 'noScheme';
  const count = (line: string) =>
    new Set(heard.filter(({ scheme }) => scheme === line).map((one) => one.line)).size;
  const [fitting] = schemes
    .filter(({ scheme }) => scheme.period === unitOf(period) && holdsThroughout(scheme, period))
    .sort((a, b) => count(b.line) - count(a.line));
  if (!fitting) return 'otherPeriod';
  const found = await findPeriod(needs, ctx, { line: fitting.line, period });
  return {
    ...found,
    clauses: heard.filter(({ scheme }) => scheme === fitting.line),
    found: await needs.workshop.work(found.books, 'review', found.asked),
  };
}

function scoringOf({ row, found }: Scored) {
  const { line, schemeName, period, state } = row;
  return { line, schemeName, period, state, asOf: found.asOf };
}

/** Entries that would change the order once they are facts. */
async function waitingEntries({ db }: Ctx, { books, row }: Scored): Promise<number> {
  const period = row.period as PeriodId;
  const heard = heardBy(books.scheme.scheme, catalogueOf(await kindsOf(db)));
  const kinds = heard.filter(({ clauses }) => clauses.length > 0).map(({ code }) => code);
  return waitingIn(db, { kinds, period, from: firstDay(period), to: lastDay(period) });
}
