/** How far a tour has come, kept in this browser: it can be left at any step and gone on with later. */

import { useSyncExternalStore } from 'react';
import { type TourName, tourNames } from './tour-names.ts';

/** Where the tour stands; `name` is absent before the first one. */
export interface TourState {
  readonly name?: TourName | undefined;
  /** Counted from 0. */
  readonly step: number;
  /** The address at which the step was shown, for coming back to it. */
  readonly at?: string | undefined;
  readonly isOpen: boolean;
  /** Tours that were walked to their end. */
  readonly done: readonly TourName[];
}

const place = 'oneneedle.tour';
const nothing: TourState = { step: 0, isOpen: false, done: [] };
const listeners = new Set<() => void>();
let current: TourState = read();

/** The tour of this browser; drawn again when it moves. */
export function useTour(): TourState {
  return useSyncExternalStore(subscribe, () => current);
}

/** Changes where the tour stands, and keeps it. */
export function setTour(change: Partial<TourState>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still walks the tour until the page is closed.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was kept, where it still means something. */
function read(): TourState {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<TourState>;
    const name = tourNames.find((one) => one === kept.name);
    if (name === undefined) return nothing;
    const done = tourNames.filter((one) => kept.done?.includes(one));
    const step = Number.isSafeInteger(kept.step) ? Number(kept.step) : 0;
    return { name, step, at: kept.at, isOpen: kept.isOpen === true, done };
  } catch {
    return nothing;
  }
}
