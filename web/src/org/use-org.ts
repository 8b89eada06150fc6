/** What every part of the room asks the server for, and who may change the roster. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../api/index.ts';
import { useTown } from '../shell/index.ts';

/** The units of the town as of a day; today where none is named. */
export function useUnits(on?: string) {
  const town = useTown();
  return useQuery(api.org.units.queryOptions({ input: { town, ...(on ? { on } : {}) } }));
}

/** What a group of units is called in the schemes in force; its code where none names it. */
export function useGroupName(): (code: string) => string {
  const { data } = useUnits();
  const names = data?.groupNames;
  return useCallback((code) => names?.[code] ?? code, [names]);
}

/** The persons of the town as of a day; today where none is named. */
export function usePersons(on?: string) {
  const town = useTown();
  return useQuery(api.org.persons.queryOptions({ input: { town, ...(on ? { on } : {}) } }));
}

/** What the signed-in account may do here; nothing while it is not known. */
export function useRights(): { keeps: boolean; seesContact: boolean } {
  const town = useTown();
  const { data } = useQuery(api.accounts.own.queryOptions({ input: { town } }));
  const roles = new Set(data?.grants.map(({ role }) => role));
  const keeps = roles.has('administrator');
  return { keeps, seesContact: keeps || roles.has('assessment-office') || roles.has('leader') };
}

/** Reads everything of the room anew, after a deed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: api.org.key() }), [queries]);
}
