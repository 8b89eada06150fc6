/**
 * An edition that is kept before the seal, to be published: the list, every tree and the seal to
 * come. Nothing of it is worked out again; the seal freezes it as it is.
 */

import {
  canonicalJson,
  type IsoDate,
  type PeriodId,
  type Receipt,
  type Seal,
} from '@oneneedle/kernel';
import type { LedgerHead, LedgerPlace } from '../ledger/index.ts';
import { lockLedger } from '../ledger/index.ts';
import type { Queries } from '../platform/index.ts';
import { insertEdition, type PeriodName } from './period-store.ts';
import { assessmentProblem } from './problems.ts';
import type { AssessmentNeeds } from './sealing.ts';
import type { ExplainView, Replies } from './views.ts';
import type { SealWork } from './work.ts';

export type Obstacle = Replies['readiness']['obstacles'][number];

/** What the seal of a kept edition will be. */
export interface Frozen {
  readonly seal: Seal;
  readonly resultSha256: string;
  readonly receipt: Receipt;
  /** Obstacles that were overridden with a reason; the seal does not ask again. */
  readonly overridden: readonly Pick<Obstacle, 'code' | 'sentence'>[];
}

export interface KeepAsked {
  readonly line: string;
  readonly period: PeriodId;
  readonly today: IsoDate;
  /** By which an edition takes the place of a published one. */
  readonly decisionNo?: string;
  /** Says which obstacles may stand; throws for those that may not. */
  readonly judge: (obstacles: readonly Obstacle[]) => readonly Obstacle[];
}

export interface KeptEdition {
  readonly edition: number;
  readonly work: SealWork;
  readonly head: LedgerHead;
}

/** Works a period out as its seal would, with posting held back, and keeps it as the next edition. */
export async function keepEdition(
  { books, workshop }: AssessmentNeeds,
  place: LedgerPlace,
  { line, period, today, decisionNo, judge }: KeepAsked,
): Promise<KeptEdition> {
  const { db, tenant, now } = place;
  await lockLedger(place);
  const found = await books.booksOf(db, { tenantId: tenant.id, line, period });
  if (!found) throw assessmentProblem('period-unknown');
  const edition = (await lastEdition(db, { line, period })) + 1;
  const decision = decisionNo === undefined ? {} : { decisionNo };
  const work = await workshop.work(found, 'seal', {
    period,
    today,
    asEdition: edition,
    ...decision,
  });
  const overridden = judge(work.obstacles).map(({ code, sentence }) => ({ code, sentence }));
  const { seal, resultSha256, receipt, receiptCode, standings, explanations } = work;
  await insertEdition(db, {
    tenantId: tenant.id,
    ...{ line, period, edition, receiptCode, standings, explanations },
    frozen: { seal, resultSha256, receipt, overridden },
    keptAt: now,
  });
  return { edition, work, head: found.head };
}

/** The number of the latest kept edition, sealed or not; 0 where there is none. */
async function lastEdition(db: Queries, { line, period }: PeriodName): Promise<number> {
  const row = await db
    .selectFrom('edition')
    .select(({ fn }) => fn.max('edition').as('last'))
    .where('line', '=', line)
    .where('period', '=', period)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** What the seal of this edition will be; undefined of one that was kept by its own seal. */
export async function frozenOf(
  db: Queries,
  { line, period }: PeriodName,
  edition: number,
): Promise<Frozen | undefined> {
  const row = await db
    .selectFrom('edition')
    .select('frozen')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return (row?.frozen ?? undefined) as unknown as Frozen | undefined;
}

/** Every tree of a kept edition, in the order of codes. */
export async function keptTrees(
  db: Queries,
  { line, period }: PeriodName,
  edition: number,
): Promise<ExplainView[]> {
  const rows = await db
    .selectFrom('edition_subject')
    .select('explanation')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .orderBy('subject')
    .execute();
  return rows.map(({ explanation }) => explanation as unknown as ExplainView);
}

/** Names of subjects whose numbers, rank or facts are not what another edition says of them. */
export function differing(was: readonly ExplainView[], is: readonly ExplainView[]): string[] {
  const known = new Map(was.map((view) => [view.subject, view]));
  const now = new Map(is.map((view) => [view.subject, view]));
  const all = new Map([...known, ...now]);
  return [...all.values()]
    .filter(({ subject }) => markOf(known.get(subject)) !== markOf(now.get(subject)))
    .map(({ name }) => name);
}

function markOf(view: ExplainView | undefined): string {
  return view === undefined ? '' : canonicalJson([view.rank ?? 0, numbersOf(view.root)]);
}

type Tree = ExplainView['root'];
type Numbers = readonly [string, number, readonly string[], readonly Numbers[]];

function numbersOf({ code, milli, facts, children }: Tree): Numbers {
  return [code, milli, facts.map(({ id }) => id), children.map(numbersOf)];
}
