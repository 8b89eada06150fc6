/** What the page of retrospectives asks for. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';

type Room = typeof client.retrospectives;
export type Retrospective = Awaited<ReturnType<Room['list']>>['rows'][number];

/** What writing one can choose from. */
export function useRetrospectiveOptions() {
  const town = useTown();
  return useQuery(api.retrospectives.options.queryOptions({ input: { town }, staleTime: 30_000 }));
}

/** Reads anew what a step may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: api.retrospectives.key() });
    void queries.invalidateQueries({ queryKey: api.desk.key() });
  }, [queries]);
}
