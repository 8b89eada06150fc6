/** What a check sheet says above its lines, kept in this browser until it is saved. */

import { useCallback, useEffect, useState } from 'react';
import type { TemplateOptions } from '../replies.ts';

type Ready = TemplateOptions['ready'][number];

/** The fields above the lines, as they are typed. */
export interface Head extends Pick<Ready, 'subjects' | 'cadence' | 'mode' | 'sheets'> {
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly schemeLine: string;
  readonly route: string;
  readonly places: string;
  readonly households: string;
}

/** Keeps under a key what differs from the start. */
export function useKeptHead(key: string, start: Head) {
  const place = `oneneedle.draft.${key}`;
  const [head, setHead] = useState(() => ({ ...start, ...read(place) }));
  useEffect(() => {
    try {
      if (JSON.stringify(head) === JSON.stringify(start)) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(head));
    } catch {
      // A full or closed store: what is typed stays on the page.
    }
  }, [place, head, start]);
  const set = useCallback(
    (change: Partial<Head>) => setHead((before) => ({ ...before, ...change })),
    [],
  );
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(place);
    } catch {
      // There is nothing to forget in a closed store.
    }
  }, [place]);
  return { head, set, forget };
}

function read(place: string): Partial<Head> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Head>;
  } catch {
    return {};
  }
}
