/** What every route hangs from: the root, and a town for those who are signed in. */

import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from './api/index.ts';
import { RouteFailed, RouteLoading, RouteMissing } from './shell/RouteStates.tsx';
import { TownFrame } from './shell/TownFrame.tsx';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: RouteMissing,
  errorComponent: RouteFailed,
  pendingComponent: RouteLoading,
});

/** Inside a town: only for those who are signed in, inside the frame. */
export const town = createRoute({
  getParentRoute: () => root,
  path: '/$town',
  beforeLoad: ({ context, location }) => signedIn(context.queries, location.href),
  component: TownFrame,
});

/** The session, or the page that must come before everything else. */
export async function signedIn(queries: QueryClient, next: string) {
  const session = await queries.ensureQueryData(sessionQuery);
  if (session === null) throw redirect({ to: '/sign-in', search: { next } as never });
  if (session.mustChangePassword) throw redirect({ to: '/password' });
  return session;
}
