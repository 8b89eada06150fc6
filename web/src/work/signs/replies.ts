/** The shapes of the replies about signs, and how their pages read them again. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type client } from '../../api/index.ts';

export type Signs = Awaited<ReturnType<(typeof client)['signs']['list']>>;
export type Sign = Signs['rows'][number];

/** Reads the register again. */
export function useSignRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: api.signs.key() }),
    [queries],
  );
}
