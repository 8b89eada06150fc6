/** The router of the page, made from the table of routes. */

import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from './routes.tsx';
import { parseSearch, stringifySearch } from './shell/address.ts';
import { RouteFailed, RouteLoading, RouteMissing } from './shell/RouteStates.tsx';

/** Addresses carry plain text only (`?sort=-total`), so that people can read and change them. */
export function newRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Inside a town these stand within the frame, so that one can go elsewhere.
    defaultErrorComponent: RouteFailed,
    defaultNotFoundComponent: RouteMissing,
    defaultPendingComponent: RouteLoading,
    defaultPendingMs: 500,
    scrollRestoration: true,
  });
}
