/** A link to a review meeting or to one of its papers; the red list stays as long as it was. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAddress, useTown } from '../../shell/index.ts';

interface ReviewLinkProps {
  id: string;
  paper?: 'sheet' | 'boards';
  children: ReactNode;
}

export function ReviewLink({ id, paper, children }: ReviewLinkProps) {
  const town = useTown();
  const { top } = useAddress().search;
  return (
    <Link
      to="/$town/inspection/rounds/$round/review"
      params={{ town, round: id }}
      search={{ paper, top } as never}
    >
      {children}
    </Link>
  );
}
