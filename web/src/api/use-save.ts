/** Saving from a page: one key an attempt, outages waited for, refusals as sentences. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { type CallContext, newKey } from './client.ts';
import { Saver, type SaveState, type SaveStep } from './saver.ts';
import { sessionQuery } from './session.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

export interface Save<Input, Output> {
  /** Sends; answers the reply, or undefined when it was refused (then `sentence` says why). */
  run(input: Input): Promise<Output | undefined>;
  step: SaveStep;
  /** Something has not reached the server yet: disable the button, keep the page. */
  isBusy: boolean;
  /** What to tell the person now; '' when there is nothing to tell. */
  sentence: string;
  problem: SaveState['problem'];
  retry(): void;
  reset(): void;
}

/**
 * `const save = useSave(client.ledger.record, { onSaved: () => queries.invalidateQueries(…) })`.
 * While something has not arrived, one is asked before leaving the page.
 */
export function useSave<Input, Output>(
  call: (input: Input, options: { context: CallContext }) => Promise<Output>,
  { onSaved }: { onSaved?(output: Output, input: Input): void } = {},
): Save<Input, Output> {
  const [state, setState] = useState<SaveState>({ step: 'idle' });
  const latest = useRef({ call, onSaved });
  latest.current = { call, onSaved };
  const saver = useMemo(
    () =>
      new Saver<Input, Output>({
        call: (input, idempotencyKey) =>
          latest.current.call(input, { context: { idempotencyKey } }),
        onSaved: (output, input) => latest.current.onSaved?.(output, input),
        newKey,
        later,
        changed: setState,
      }),
    [],
  );
  useEffect(() => () => saver.stop(), [saver]);
  useLeaveGuard(() => saver.isBusy);
  useEndedSession(state);
  return {
    run: (input) => saver.run(input),
    retry: () => saver.retry(),
    reset: () => saver.reset(),
    step: state.step,
    problem: state.problem,
    isBusy: saver.isBusy,
    sentence: useSaveSentence(state),
  };
}

/** A deed that finds the session ended lets the frame say so; what was typed stays on the page. */
function useEndedSession({ problem }: SaveState): void {
  const queries = useQueryClient();
  const hasEnded = problem?.status === 401;
  useEffect(() => {
    if (hasEnded) queries.setQueryData(sessionQuery.queryKey, null);
  }, [hasEnded, queries]);
}

function useSaveSentence({ step, problem, byServer }: SaveState): string {
  const w = useWords(shellWords);
  switch (step) {
    case 'idle':
      return '';
    case 'saving':
      return w.saving;
    case 'saved':
      return w.saved;
    case 'waiting':
      return byServer ? w.waitingServer : w.waiting;
    case 'refused':
      return [problem?.title, problem?.detail].filter(Boolean).join(' ');
    case 'failed':
      return problem?.incident ? `${w.saveFailed}${w.incident(problem.incident)}` : w.saveFailed;
  }
}

function later(send: () => void, ms: number): () => void {
  const timer = window.setTimeout(send, ms);
  window.addEventListener('online', send, { once: true });
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('online', send);
  };
}
