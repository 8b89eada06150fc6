/** State that lives in the address, so that a link shows a colleague the same page. */

import { useMatch, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Plain `?a=b&c=d`: every value is text, so that addresses can be read and typed. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The way back of `parseSearch`; '' and undefined are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** How an address is changed: `push` makes a step that "back" undoes, `replace` does not. */
export type AddressStep = 'push' | 'replace';

/** All search parameters and a way to change some; undefined takes one away. */
export function useAddress(): {
  search: Readonly<Record<string, string>>;
  change(change: Record<string, string | undefined>, step?: AddressStep): void;
} {
  const router = useRouter();
  const own = useMatch({ strict: false, select: ({ routeId }) => routeId });
  const search = useRouterState({
    select: ({ location, matches }) => {
      // A page that is being left keeps its own: the next one's ?open= names nothing of this one.
      const [next] = router.getMatchedRoutes(location.pathname);
      const left = next.some(({ id }) => id === own)
        ? undefined
        : matches.find(({ routeId }) => routeId === own);
      return (left?.search ?? location.search) as Record<string, string>;
    },
  });
  const change = useCallback(
    (values: Record<string, string | undefined>, step: AddressStep = 'replace') => {
      // The newest location, not the one of the last drawing: two changes in one event both count.
      const { pathname, search: text, hash } = router.history.location;
      const next = stringifySearch({ ...parseSearch(text), ...values });
      if (next !== text) router.history[step](`${pathname}${next}${hash}`);
    },
    [router],
  );
  return { search, change };
}
