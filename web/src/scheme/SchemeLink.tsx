/** Links to places below the schemes of a town. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from '../shell/index.ts';

interface SchemeLinkProps {
  /** '' is the list; a version's id, or `kinds`. */
  to: string;
  search?: Record<string, string>;
  className?: string;
  children: ReactNode;
}

/** A link inside the room: the list, a version, the catalogue of facts. */
export function SchemeLink({ to, search, className, children }: SchemeLinkProps) {
  const town = useTown();
  return (
    <Link
      to={`/${town}/scheme${to === '' ? '' : `/${to}`}`}
      search={(search ?? {}) as never}
      className={className}
    >
      {children}
    </Link>
  );
}

/** The address of a file of a version, for a plain link that the browser saves. */
export function fileAddress(town: string, id: string, part: 'source' | 'document' | 'paper') {
  return `/api/towns/${town}/schemes/${id}/${part}`;
}
