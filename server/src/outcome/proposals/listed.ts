/** What stands on a selection list, and what waits until the list has been posted long enough. */

import { chineseDate, isAdverse, isoDate } from '@oneneedle/kernel';
import type { DeedRow, ProposalRow } from './store.ts';

/** Honours, and posts to somebody's good: what people are selected for. */
export function isSelection({ kind, name }: Pick<ProposalRow, 'kind' | 'name'>): boolean {
  return kind === 'honour' || (kind === 'post' && !isAdverse({ kind, name }));
}

interface Selected {
  readonly course: readonly DeedRow[];
  /** Objections that are open against the result of whoever is selected. */
  readonly objections: readonly string[];
  readonly today: string;
}

/** Why somebody on a list is not decided on yet, each in a sentence. */
export function beforeSelecting({ course, objections, today }: Selected): string[] {
  const listed = course.findLast(({ deed }) => deed === 'list');
  const { until } = (listed?.words ?? {}) as { readonly until?: string };
  return [
    ...(until !== undefined && today <= until
      ? [`推荐名单公示到${chineseDate(isoDate(until))}才满。`]
      : []),
    ...(objections.length > 0 ? [`${objections.join('、')}正在办理，办结以后再决定。`] : []),
  ];
}
