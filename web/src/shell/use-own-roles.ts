/** What the signed-in account may do in the town it stands in. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useTown } from './RoomLink.tsx';

/** My roles in this town today; `undefined` while they are read. */
export function useOwnRoles(): readonly string[] | undefined {
  const town = useTown();
  const own = api.accounts.own.queryOptions({ input: { town } });
  // Chosen by the library, so that the list stays the same one as long as it says the same.
  return useQuery({ ...own, select: ({ grants }) => grants.map(({ role }) => role) }).data;
}
