/** What the gate says of a draft, asked anew when typing rests. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { type DemandDraft, inputOf, isJudged } from './demand-draft.ts';
import type { Judgement } from './replies.ts';

/** Milliseconds without a key before the server is asked. */
const typingPause = 400;

export interface Judged {
  data: Judgement | undefined;
  /** What is shown is about an earlier draft. */
  isLate: boolean;
}

/** Only reads; what was said last stays in sight while the next answer comes. */
export function useJudgement(draft: DemandDraft, item: string | undefined): Judged {
  const town = useTown();
  const [rested, setRested] = useState(draft);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(draft), typingPause);
    return () => window.clearTimeout(timer);
  }, [draft]);
  const isEnough = isJudged(rested);
  const query = useQuery({
    ...api.demands.judge.queryOptions({ input: inputOf(rested, town, item) }),
    enabled: isEnough,
    placeholderData: (before) => before,
  });
  return {
    data: isEnough ? query.data : undefined,
    isLate: rested !== draft || query.isFetching,
  };
}
