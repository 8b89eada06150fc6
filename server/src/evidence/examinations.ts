/**
 * Files that are being examined, outside of any transaction: drawing a large photo takes a second,
 * and a connection to the database is not to wait for it. What is known here is lost with the
 * process, and simply done again.
 */

import { discard, type Examined } from './examine.ts';

/** What has become of an examination; asking starts it, and an end is told once. */
export interface Examinations {
  outcome(key: string, examine: () => Promise<Examined>): Examined | 'running';
}

interface Examination {
  readonly startedAt: number;
  end?: { readonly examined: Examined } | { readonly error: unknown };
}

/** Nobody asks any more after ten minutes; what was made is taken away. */
const keptMilliseconds = 10 * 60 * 1000;

/** Makes the place where examinations run; `outcome` throws what an examination threw. */
export function openExaminations(): Examinations {
  const known = new Map<string, Examination>();
  return {
    outcome(key, examine) {
      forgetOld(known, Date.now() - keptMilliseconds);
      const found = known.get(key);
      if (!found) {
        known.set(key, begun(examine));
        return 'running';
      }
      if (!found.end) return 'running';
      known.delete(key);
      if ('error' in found.end) throw found.end.error;
      return found.end.examined;
    },
  };
}

function begun(examine: () => Promise<Examined>): Examination {
  const examination: Examination = { startedAt: Date.now() };
  examine().then(
    (examined) => {
      examination.end = { examined };
    },
    (error: unknown) => {
      examination.end = { error };
    },
  );
  return examination;
}

function forgetOld(known: Map<string, Examination>, before: number): void {
  for (const [key, { end, startedAt }] of known) {
    if (!end || startedAt >= before) continue;
    known.delete(key);
    // A leftover in the work folder is swept at the next start.
    if ('examined' in end) discard(end.examined).catch(() => {});
  }
}
