/** A link to the chains of responsibility as they are printed. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from '../shell/index.ts';

interface ChainLinkProps {
  /** One village; all of them, where it is not given. */
  unit?: string;
  /** As of which day; '' for today. */
  on: string;
  children: ReactNode;
}

export function ChainLink({ unit, on, children }: ChainLinkProps) {
  const town = useTown();
  const search = { ...(unit === undefined ? {} : { unit }), ...(on === '' ? {} : { on }) };
  return (
    <Link to={`/${town}/org/chains`} search={search as never}>
      {children}
    </Link>
  );
}
