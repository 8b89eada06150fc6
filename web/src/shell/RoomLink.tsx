/** Links inside a town. */

import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Place } from './rooms.ts';

/** The short name of the town in the address; '' outside of towns. */
export function useTown(): string {
  const { town } = useParams({ strict: false }) as { town?: string };
  return town ?? '';
}

interface RoomLinkProps {
  to: Place;
  /** What the address carries: `{ open: 'fact-17' }`. */
  search?: Record<string, string>;
  className?: string;
  onClick?(): void;
  children: ReactNode;
}

/** A link to a place of the same town; the place one stands in is marked as the current page. */
export function RoomLink({ to, search, className, onClick, children }: RoomLinkProps) {
  const town = useTown();
  return (
    <Link
      to={`/${town}/${to}`}
      search={(search ?? {}) as never}
      className={className}
      onClick={onClick}
      activeOptions={{ includeSearch: false }}
    >
      {children}
    </Link>
  );
}
