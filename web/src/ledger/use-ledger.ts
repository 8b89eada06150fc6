/** What every part of the room asks the server for. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import type { Options } from './replies.ts';

/** Offices, schemes with periods, kinds and subjects of the town. */
export function useOptions() {
  const town = useTown();
  return useQuery(api.ledger.options.queryOptions({ input: { town }, staleTime: 60_000 }));
}

/** Whether the account only reads what is about its own village. */
export function isReader({ records, reviews, mayNote, subjects }: Options): boolean {
  const isOffice = records.length + reviews.length > 0 || mayNote;
  return !isOffice && !subjects.some(({ type }) => type === 'town');
}

/** Reads everything that a deed of this room may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const queryKey of [api.ledger.key(), api.desk.key(), api.assessment.key()]) {
      void queries.invalidateQueries({ queryKey });
    }
  }, [queries]);
}
