/** The form's draft in this browser: nothing typed is lost before it is saved. */

import { useCallback, useEffect, useState } from 'react';
import { draftFrom, type RecordDraft } from './record-draft.ts';

interface DraftState {
  draft: RecordDraft;
  /** What is shown was typed earlier and never saved. */
  isRestored: boolean;
  write(change: Partial<RecordDraft>): void;
  /** Takes the place of everything, and nothing is kept. */
  reset(draft: RecordDraft): void;
}

/** Keeps under a key what differs from the start. */
export function useRecordDraft(key: string, start: RecordDraft): DraftState {
  const place = `oneneedle.draft.${key}`;
  const [held, setHeld] = useState(() => {
    const kept = draftFrom(read(place));
    return { draft: kept ?? start, start, isRestored: kept !== undefined };
  });
  useEffect(() => {
    const isChanged = JSON.stringify(held.draft) !== JSON.stringify(held.start);
    keep(place, isChanged ? JSON.stringify(held.draft) : undefined);
  }, [place, held]);
  const write = useCallback(
    (change: Partial<RecordDraft>) =>
      setHeld((before) => ({ ...before, draft: { ...before.draft, ...change } })),
    [],
  );
  const reset = useCallback(
    (draft: RecordDraft) => setHeld({ draft, start: draft, isRestored: false }),
    [],
  );
  return { draft: held.draft, isRestored: held.isRestored, write, reset };
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keep(place: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // A full or closed store: the page still asks before it is left.
  }
}
