/** Steps of a draft that can be taken back, kept with it in this browser: a reload takes none of them. */

import { useEffect, useRef, useState } from 'react';
import { keptSteps, redone, restoredSteps, type Steps, stepped, undone } from './steps-back.ts';

export interface History {
  /** The text as it is now, also before the page is drawn again. */
  now(): string;
  /** Writes a text; what is written one after the other at the same place is one step. */
  step(text: string, place: string): void;
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

interface Written {
  readonly text: string;
  readonly mayWrite: boolean;
  write(text: string): void;
}

/** What is typed into the text itself is one step of its own place. */
const outside = '#text';

/** The history of a draft, whichever tab writes it. */
export function useHistory({ text, mayWrite, write }: Written, draft: string): History {
  const key = `scheme-steps:${draft}`;
  const [first] = useState(() => restoredSteps(mayWrite ? kept(key) : null, text));
  const steps = useRef<Steps>(first);
  const [, redraw] = useState(0);
  const drawn = useRef(text);
  if (drawn.current !== text) {
    drawn.current = text;
    steps.current = stepped(steps.current, text, outside);
  }
  const keptNow = useRef(first);
  useEffect(() => {
    if (!mayWrite) return localStorage.removeItem(key);
    if (keptNow.current === steps.current) return;
    keptNow.current = steps.current;
    keep(key, steps.current);
  });
  const go = (next: Steps) => {
    if (next === steps.current) return;
    steps.current = next;
    redraw((count) => count + 1);
    write(next.current);
  };
  return {
    now: () => steps.current.current,
    step: (next, place) => go(stepped(steps.current, next, place)),
    undo: () => go(undone(steps.current)),
    redo: () => go(redone(steps.current)),
    canUndo: steps.current.past.length > 0,
    canRedo: steps.current.future.length > 0,
  };
}

function kept(key: string): string | null {
  return localStorage.getItem(key);
}

/** Nothing to take back is nothing to keep. */
function keep(key: string, steps: Steps): void {
  try {
    if (steps.past.length + steps.future.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, keptSteps(steps));
  } catch {
    // A full store: the steps last as long as the page, the draft itself is kept elsewhere.
    localStorage.removeItem(key);
  }
}
