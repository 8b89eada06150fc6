/** The three states of a read in one place: being read, failed, there. */

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';

interface QueryProps<Data> {
  query: UseQueryResult<Data>;
  /** The noun of what is read: "考核办法". */
  what: string;
  children(data: Data): ReactNode;
}

/** Shows the data of a query, or in words why not yet. Data once read stays while it is read anew. */
export function Query<Data>({ query, what, children }: QueryProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <Failed error={query.error} what={what} onRetry={() => void query.refetch()} />;
  }
  return <Loading what={what} />;
}
