/** What the pages of outcomes ask for. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type client } from '../api/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';

type Room = typeof client.outcomes;
type Reply<Name extends keyof Room> = Room[Name] extends (...given: never) => Promise<infer Answer>
  ? Answer
  : never;

export type Grades = Reply<'grades'>;
export type GradeRow = Grades['rows'][number];
export type Proposals = Reply<'proposals'>;
export type Brief = Proposals['rows'][number];
export type Proposal = Reply<'proposal'>;
export type Deed = Proposal['deeds'][number];
export type Ballots = Reply<'ballots'>;
export type Tolerance = Reply<'tolerances'>['rows'][number];

/** Reads anew what a deed may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const key of [api.outcomes.key(), api.desk.key(), api.assessment.key()]) {
      void queries.invalidateQueries({ queryKey: key });
    }
  }, [queries]);
}

/** Where a proposal stands, in words; a corrected ground goes before. */
export function useStateText(): (row: Pick<Brief, 'state' | 'isCorrected'>) => string {
  const w = useWords(outcomeWords);
  return useCallback(
    ({ state, isCorrected }) => {
      const { declined, reviewed, revoked } = w;
      const ended = { declined, reviewed, revoked };
      const open = {
        proposed: w.proposed,
        considered: w.considered,
        decided: w.decided,
        carriedOut: w.carriedOut,
      };
      return isCorrected && !(state in ended) ? w.corrected : { ...open, ...ended }[state];
    },
    [w],
  );
}
