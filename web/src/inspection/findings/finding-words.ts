/** How the state of a finding is called. */

import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import type { FindingRow } from '../replies.ts';

/** 待下发, 整改中, 超期 … */
export function useFindingState(): (finding: FindingRow) => string {
  const w = useWords(findingWords);
  return useCallback(
    ({ state, isOverdue, item }: FindingRow) => {
      if (isOverdue) return w.overdue;
      if (state === 'toRectify' && item?.isDone) return w.toRecheck;
      const words = {
        found: w.found,
        toRectify: w.toRectify,
        rectified: w.rectified,
        dropped: w.dropped,
      };
      return words[state];
    },
    [w],
  );
}
