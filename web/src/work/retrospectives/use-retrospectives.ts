/** What the page of retrospectives asks for. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { retrospectiveWords } from '../../words/retrospectives.ts';

type Room = typeof client.retrospectives;
export type Retrospective = Awaited<ReturnType<Room['list']>>['rows'][number];

/** What writing one can choose from. */
export function useRetrospectiveOptions() {
  const town = useTown();
  return useQuery(api.retrospectives.options.queryOptions({ input: { town }, staleTime: 30_000 }));
}

/** How far one has come, in words. */
export function useStepText(): (row: Pick<Retrospective, 'state'>) => string {
  const w = useWords(retrospectiveWords);
  return useCallback(
    ({ state }) =>
      ({
        found: w.found,
        caused: w.caused,
        changed: w.changed,
        due: w.due,
        kept: w.kept,
        notKept: w.notKept,
      })[state],
    [w],
  );
}

/** Reads anew what a step may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: api.retrospectives.key() });
    void queries.invalidateQueries({ queryKey: api.desk.key() });
  }, [queries]);
}
