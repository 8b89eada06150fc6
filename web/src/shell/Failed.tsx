/** Something could not be read: what, why, and what to do, from the problem itself. */

import { problemOf } from '../api/problem.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';

interface FailedProps {
  error: unknown;
  /** The noun of what was to be read: "考核办法". */
  what?: string;
  onRetry?(): void;
}

/** The sentence for an error of a query, with a way to try again where that can help. */
export function Failed({ error, what = '', onRetry }: FailedProps) {
  const w = useWords(shellWords);
  const problem = problemOf(error);
  const canHelp = problem === undefined || problem.status >= 500;
  return (
    <div className="state-block" role="alert">
      <p className="state-title">{w.failedTitle(what)}</p>
      <p className="prose">{useReason(error)}</p>
      {problem?.incident && <p className="soft">{w.incident(problem.incident)}</p>}
      {onRetry && canHelp && (
        <p>
          <Button onClick={onRetry}>{w.retry}</Button>
        </p>
      )}
    </div>
  );
}

function useReason(error: unknown): string {
  const w = useWords(shellWords);
  const problem = problemOf(error);
  if (problem === undefined) return error instanceof TypeError ? w.failedNetwork : w.failedServer;
  if (problem.status >= 500) return w.failedServer;
  if (problem.status === 403) return problem.detail ?? w.failedDenied;
  if (problem.status === 404) return problem.detail ?? w.failedMissing;
  return [problem.title, problem.detail].filter(Boolean).join(' ');
}
