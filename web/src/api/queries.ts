/** How long answers are kept and what is tried again: the one query client of the page. */

import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isOutage, problemOf } from './problem.ts';
import { sessionQuery } from './session.ts';

/** Reads are tried again after an outage only; deeds never by themselves (see `useSave`). */
export function newQueryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session that ended elsewhere is told by the frame, and the page with its drafts stays.
      onError: (error) => {
        if (problemOf(error)?.status === 401) queries.setQueryData(sessionQuery.queryKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => isOutage(error) && failures < 2,
        // A page that lost its network says so at once instead of waiting in silence.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return queries;
}
