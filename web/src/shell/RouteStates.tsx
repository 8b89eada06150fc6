/** What stands in place of a page that is not there, cannot be read, or is still on its way. */

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Empty } from './Empty.tsx';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';

/** No such address. */
export function RouteMissing() {
  const w = useWords(shellWords);
  return (
    <div className="route-state">
      <Empty what={w.notFoundTitle} why={w.notFoundBody} action={<a href="/">{w.desk}</a>} />
    </div>
  );
}

/** A page that threw, or whose session could not be read. */
export function RouteFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className="route-state">
      <Failed error={error} onRetry={() => void router.invalidate()} />
    </div>
  );
}

/** A page on its way. */
export function RouteLoading() {
  return (
    <div className="route-state">
      <Loading />
    </div>
  );
}
