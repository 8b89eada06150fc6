/** What stands on a selection list, and what waits until the list has been posted long enough. */

import { chineseDate, isAdverse, isoDate } from '@oneneedle/kernel';
import type { DeedRow, ProposalRow } from './store.ts';

/** Honours, and posts to somebody's good: what people are selected for. */
export function isSelection({ kind, name }: Pick<ProposalRow, 'kind' | 'name'>): boolean {
  return kind === 'honour' || (kind === 'post' && !isAdverse({ kind, name }));
}

/** What the list of a rule is about, in the words under which the document is kept. */
export function listAbout(rule: Pick<ProposalRow, 'line' | 'period' | 'code'>): string {
  return `selection ${rule.line} ${rule.period} ${rule.code}`;
}

interface Selected {
  readonly row: Pick<ProposalRow, 'kind' | 'name' | 'procedure' | 'edition' | 'compared_edition'>;
  readonly course: readonly DeedRow[];
  /** Number of the latest list of its rule that is not void. */
  readonly list: string | undefined;
  /** Objections that are open against the result of whoever is selected. */
  readonly objections: readonly string[];
  readonly today: string;
}

/** Why somebody who is selected is not decided on yet, each in a sentence. */
export function beforeSelecting({ objections, ...selected }: Selected): string[] {
  if (!isSelection(selected.row)) return [];
  const posting = beforePosted(selected);
  return [
    ...(posting === undefined ? [] : [posting]),
    ...(objections.length > 0 ? [`${objections.join('、')}正在办理，办结以后再决定。`] : []),
  ];
}

/** A list of an edition that was replaced, or that is void, was posted for nothing. */
function beforePosted(selected: Omit<Selected, 'objections'>): string | undefined {
  const { row, course, list, today } = selected;
  const listed = course.findLast(({ deed }) => deed === 'list');
  const { number, until, edition } = (listed?.words ?? {}) as Partial<Record<string, string>>;
  const stands = list !== undefined && list === number && Number(edition) === row.compared_edition;
  if (stands && until !== undefined) {
    return today > until ? undefined : `推荐名单公示到${chineseDate(isoDate(until))}才满。`;
  }
  // Where the scheme names no posting, none is asked.
  if (!row.procedure.some((step) => step.includes('公示'))) return undefined;
  return '还没有按现在这一版出推荐名单公示：请组织委员出“推荐名单”，公示期满以后再决定。';
}
