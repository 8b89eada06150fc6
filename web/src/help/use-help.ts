/** The help of the page that is open. */

import { useRouterState } from '@tanstack/react-router';
import { type FoundHelp, helpOf } from './help-of.ts';

/** Changes with the page; undefined where nothing is written about it. */
export function useHelp(): FoundHelp | undefined {
  const route = useRouterState({
    select: ({ matches }): string => String(matches.at(-1)?.fullPath ?? ''),
  });
  const search = useRouterState({
    select: ({ location }) => location.search as Record<string, string>,
  });
  return helpOf(route.replace(/(.)\/$/, '$1'), search);
}
