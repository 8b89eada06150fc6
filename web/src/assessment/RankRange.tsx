/** How firm a rank is, for the office: worked out when a drawer opens, or why there is none. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Query } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { RankRange as Reply } from './replies.ts';
import type { PeriodInput } from './use-period.ts';

export function RankRange({ input }: { input: PeriodInput & { readonly subject: string } }) {
  const w = useWords(assessmentWords);
  const query = useQuery({
    ...api.assessment.rankRange.queryOptions({ input }),
    // Ten seconds of arithmetic for a large town: once while the drawer is looked at.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Query query={query} what={w.rankFirmness}>
      {(found) => <p>{sentenceOf(found, w)}</p>}
    </Query>
  );
}

function sentenceOf({ range, moved, absent }: Reply, w: (typeof assessmentWords)['en']): string {
  if (range === undefined) {
    return {
      notRanked: w.rangeNotRanked,
      nothingToLeaveOut: w.rangeNothing,
      tooLarge: w.rangeTooLarge,
    }[absent ?? 'nothingToLeaveOut'];
  }
  const [low, high] = range;
  if (low === high) return w.rankFirm;
  const furthest = moved ? w.rankMoved(moved.leftOut, moved.rank) : '';
  return `${w.rankRange(low, high)}${furthest}`;
}
