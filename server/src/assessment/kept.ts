/** What a kept edition says of one subject or one of its clauses: for a room that is asked about it. */

import type { PeriodId } from '@oneneedle/kernel';
import { periodLabel } from '@oneneedle/kernel';
import type { Queries } from '../platform/index.ts';
import { sealedExplanation } from './period-store.ts';
import type { ExplainView } from './views.ts';

type Tree = ExplainView['root'];

interface Asked {
  readonly line: string;
  readonly period: PeriodId;
  readonly subject: string;
  /** Absent for the result as a whole. */
  readonly clause?: string | undefined;
  /** Default the latest. */
  readonly edition?: number | undefined;
}

/** A mark or a whole result as an edition says it. */
export interface KeptResult {
  readonly edition: number;
  /** 2026年第一季度 东溪村 第 1.1 条 -0.5 分 */
  readonly title: string;
  /** Numbers of the facts that it rests on. */
  readonly facts: readonly string[];
}

/** Undefined where nothing was kept yet, or the subject or clause is not in it. */
export async function keptResult(
  db: Queries,
  { line, period, subject, clause, ...asked }: Asked,
): Promise<KeptResult | undefined> {
  const edition = asked.edition ?? (await latestEdition(db, { line, period }));
  if (edition === undefined) return undefined;
  const view = await sealedExplanation(db, { line, period }, { edition, subject });
  if (!view) return undefined;
  const found = clause === undefined ? view.root : lineOf(view.root, clause);
  if (!found) return undefined;
  const what =
    clause === undefined ? `整个结果，合计 ${view.total} 分` : `第 ${clause} 条，${found.value} 分`;
  return {
    edition,
    title: `${periodLabel(period)}${view.name}：${what}`,
    facts: [...new Set(factsUnder(found))],
  };
}

/** The number of the latest edition that was kept; undefined where none was. */
export async function latestEdition(
  db: Queries,
  { line, period }: Pick<Asked, 'line' | 'period'>,
): Promise<number | undefined> {
  const { last } = await db
    .selectFrom('edition')
    .select(({ fn }) => fn.max('edition').as('last'))
    .where('line', '=', line)
    .where('period', '=', period)
    .executeTakeFirstOrThrow();
  return last ?? undefined;
}

function lineOf(tree: Tree, code: string): Tree | undefined {
  if (tree.code === code) return tree;
  for (const child of tree.children) {
    const found = lineOf(child, code);
    if (found) return found;
  }
  return undefined;
}

function factsUnder({ facts, children }: Tree): string[] {
  return [...facts.map(({ id }) => id), ...children.flatMap(factsUnder)];
}
