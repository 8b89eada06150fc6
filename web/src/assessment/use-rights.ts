/** What the signed-in account may open here, so that no page offers a door that is closed to it. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { useTown } from '../shell/index.ts';

interface Rights {
  /** What keeps a period from the seal. */
  readonly seesReadiness: boolean;
  /** Another version of the scheme on the facts of a period. */
  readonly tries: boolean;
  /** How firm a rank is: for the office, and nothing that a village is told. */
  readonly seesRankRange: boolean;
}

/** Nothing while it is not known. */
export function useRights(): Rights {
  const town = useTown();
  const { data } = useQuery(api.accounts.own.queryOptions({ input: { town } }));
  const roles = (data?.grants ?? []).map(({ role }) => role);
  const isOffice = roles.includes('assessment-office');
  return {
    seesReadiness: isOffice || roles.includes('discipline'),
    tries: isOffice,
    seesRankRange: roles.some((role) => role !== 'village'),
  };
}
