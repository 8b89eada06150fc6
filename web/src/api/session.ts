/** Who is signed in, and what they may enter. */

import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { problemOf } from './problem.ts';

/** The signed-in account and the towns it may enter. */
export type Session = Awaited<ReturnType<typeof client.auth.session>>;

/** The query behind `useSession`; `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await client.auth.session();
    } catch (error) {
      if (problemOf(error)?.status === 401) return null;
      throw error;
    }
  },
  // After an ended session the page looks again as soon as it is looked at: one may have signed in.
  staleTime: ({ state }) => (state.data === null ? 0 : 60_000),
});

/** The signed-in account; `data` is null when nobody is. */
export function useSession() {
  return useQuery(sessionQuery);
}
