/** Links to the pages of one period. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from '../shell/index.ts';

/** The pages of a period: the list, what keeps it from the seal, whether it was fair, the trial of another scheme, publishing. */
export type PeriodPage = 'standings' | 'readiness' | 'fairness' | 'sandbox' | 'publish';

const paths: Record<PeriodPage, string> = {
  standings: '/$town/standings/$line/$period',
  readiness: '/$town/standings/$line/$period/readiness',
  fairness: '/$town/standings/$line/$period/fairness',
  sandbox: '/$town/standings/$line/$period/sandbox',
  publish: '/$town/results/$line/$period/publish',
};

interface PeriodLinkProps {
  to: PeriodPage;
  line: string;
  period: string;
  /** What the address carries: `{ subject: '东溪村', code: '1.1' }`. */
  search?: Record<string, string>;
  className?: string;
  children: ReactNode;
}

/** A link to a page of a period in the town one is in. */
export function PeriodLink({ to, line, period, search, className, children }: PeriodLinkProps) {
  const town = useTown();
  return (
    <Link
      to={paths[to]}
      params={{ town, line, period } as never}
      search={(search ?? {}) as never}
      className={className}
    >
      {children}
    </Link>
  );
}
