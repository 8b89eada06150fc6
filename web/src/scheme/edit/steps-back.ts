/** Steps of a text that can be taken back, as small as what they changed, so that a browser can keep them. Pure. */

/** What one step changed: at a place one stretch of text became another. */
export interface Patch {
  readonly at: number;
  readonly was: string;
  readonly is: string;
}

/** A text with the way back and the way forth again. */
export interface Steps {
  readonly current: string;
  readonly past: readonly Patch[];
  readonly future: readonly Patch[];
  /** Where the last step wrote: what follows there is the same step. */
  readonly place: string;
}

/** More steps than anybody takes back. */
const most = 200;

/** A text without a past. */
export function stepsOf(text: string): Steps {
  return { current: text, past: [], future: [], place: '' };
}

/** One step further; what is written one after the other at one place is one step. */
export function stepped(steps: Steps, next: string, place: string): Steps {
  const { past, current, place: last } = steps;
  if (next === current) return steps;
  const before = past.at(-1);
  const goesOn = place !== '' && place === last && before !== undefined;
  const from = goesOn ? replaced(current, before, 'was') : current;
  const kept = goesOn ? past.slice(0, -1) : past.slice(1 - most);
  return { current: next, past: [...kept, patchOf(from, next)], future: [], place };
}

/** One step back; the same where there is none. */
export function undone(steps: Steps): Steps {
  const { past, future, current } = steps;
  const last = past.at(-1);
  if (!last) return steps;
  const before = replaced(current, last, 'was');
  return { current: before, past: past.slice(0, -1), future: [...future, last], place: '' };
}

/** The step that was taken back last, again. */
export function redone(steps: Steps): Steps {
  const { past, future, current } = steps;
  const last = future.at(-1);
  if (!last) return steps;
  const after = replaced(current, last, 'is');
  return { current: after, past: [...past, last], future: future.slice(0, -1), place: '' };
}

/** As a browser keeps them. */
export function keptSteps({ current, past, future }: Steps): string {
  return JSON.stringify({ current, past, future });
}

/** What a browser kept, if it belongs to this text: another person may have saved another since. */
export function restoredSteps(kept: string | null, text: string): Steps {
  try {
    const steps = JSON.parse(kept ?? '') as Partial<Steps>;
    const { past = [], future = [] } = steps;
    return steps.current === text ? { ...stepsOf(text), past, future } : stepsOf(text);
  } catch {
    return stepsOf(text);
  }
}

/** The one stretch in which two texts differ. */
function patchOf(before: string, after: string): Patch {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < shorter - at && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    at,
    was: before.slice(at, before.length - tail),
    is: after.slice(at, after.length - tail),
  };
}

/** The text with a stretch as it was before a step, or as it is after it. */
function replaced(text: string, { at, was, is }: Patch, to: 'was' | 'is'): string {
  const [here, there] = to === 'was' ? [is, was] : [was, is];
  return text.slice(0, at) + there + text.slice(at + here.length);
}
