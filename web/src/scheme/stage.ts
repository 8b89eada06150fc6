/** Where a version stands, in words. */

import { useCallback } from 'react';
import { useFormat } from '../format/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { Version } from './replies.ts';

/** "征求意见中": a word or two for a table. */
export function useStageWord(): (stage: Version['stage']) => string {
  const w = useWords(schemeWords);
  return useCallback(
    (stage) =>
      ({
        draft: w.stageDraft,
        comments: w.stageComments,
        commented: w.stageCommented,
        approved: w.stageApproved,
        'in-force': w.stageInForce,
        expired: w.stageExpired,
        ended: w.stageEnded,
        withdrawn: w.stageWithdrawn,
      })[stage],
    [w],
  );
}

/** The whole sentence for the head of a version's page. */
export function useStageSentence(version: Version, openComments: number): string {
  const w = useWords(schemeWords);
  const format = useFormat();
  const day = (date: string | undefined) => (date === undefined ? '' : format.day(date));
  const { decisionNo = '', decidedOn, from, to } = version;
  const sentences: Record<Version['stage'], () => string> = {
    draft: () => w.sentenceDraft,
    comments: () => w.sentenceComments(day(version.commentsTo)),
    commented: () => w.sentenceCommented(openComments),
    approved: () => w.sentenceApproved(decisionNo, day(decidedOn), day(from)),
    'in-force': () => w.sentenceInForce(decisionNo, day(decidedOn), day(to)),
    expired: () => w.sentenceExpired(day(to)),
    ended: () => w.sentenceEnded(version.endDecisionNo ?? '', version.endReason ?? ''),
    withdrawn: () => w.sentenceWithdrawn,
  };
  return sentences[version.stage]();
}
