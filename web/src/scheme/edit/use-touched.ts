/** Which clauses a person has changed in a draft on this browser: the measure of how much an import left. */

import { useCallback, useState } from 'react';

/** By the code of the clause, so that the count survives a reload and a move. */
export function useTouched(draft: string): {
  touched: number;
  touch(code: string | undefined): void;
} {
  const key = `scheme-touched:${draft}`;
  const [codes, setCodes] = useState<readonly string[]>(() => kept(key));
  const touch = useCallback(
    (code: string | undefined) =>
      setCodes((before) => {
        if (code === undefined || before.includes(code)) return before;
        const next = [...before, code];
        keep(key, next);
        return next;
      }),
    [key],
  );
  return { touched: codes.length, touch };
}

function kept(key: string): string[] {
  return (localStorage.getItem(key) ?? '').split('\n').filter((code) => code !== '');
}

function keep(key: string, codes: readonly string[]): void {
  try {
    localStorage.setItem(key, codes.join('\n'));
  } catch {
    // A full store: the count begins anew after a reload, nothing else depends on it.
  }
}
