/** Steps of a form that can be taken back: whole texts, so that nothing else can come of it. */

import { useRef, useState } from 'react';

/** More steps than anybody takes back; a text is a hundred thousand characters at most. */
const most = 200;

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
  write(text: string): void;
}

interface Steps {
  past: readonly string[];
  future: readonly string[];
  current: string;
  place: string;
}

/** The history of a draft while its page is open; what is typed into the text itself is the browser's. */
export function useHistory({ text, write }: Written): History {
  const steps = useRef<Steps>({ past: [], future: [], current: text, place: '' });
  const [, redraw] = useState(0);
  const drawn = useRef(text);
  if (drawn.current !== text) {
    drawn.current = text;
    steps.current.current = text;
  }
  const go = (next: Partial<Steps> & { current: string }) => {
    steps.current = { ...steps.current, ...next };
    redraw((count) => count + 1);
    write(next.current);
  };
  return {
    now: () => steps.current.current,
    step: (next, place) => {
      const { past, current, place: last } = steps.current;
      if (next === current) return;
      const goesOn = place !== '' && place === last && past.length > 0;
      const kept = goesOn ? past : [...past.slice(1 - most), current];
      go({ past: kept, future: [], current: next, place });
    },
    undo: () => {
      const { past, future, current } = steps.current;
      const before = past.at(-1);
      if (before === undefined) return;
      go({ past: past.slice(0, -1), future: [...future, current], current: before, place: '' });
    },
    redo: () => {
      const { past, future, current } = steps.current;
      const after = future.at(-1);
      if (after === undefined) return;
      go({ past: [...past, current], future: future.slice(0, -1), current: after, place: '' });
    },
    canUndo: steps.current.past.length > 0,
    canRedo: steps.current.future.length > 0,
  };
}
