/** How far a period has come, and what comes next. Pure. */

import { daysBetween } from '../format/index.ts';
import type { Period } from './replies.ts';

export const steps = ['open', 'scoring', 'checking', 'published', 'sealed'] as const;

export type Step = (typeof steps)[number];

/** What comes next for a period, as a kind that the words know. */
export type Next =
  | { kind: 'coming' }
  | { kind: 'running'; days: number }
  | { kind: 'over'; days: number }
  | { kind: 'scoring' }
  | { kind: 'checking' }
  | { kind: 'published' }
  | { kind: 'sealed' };

/** `today` is a civil date; days are counted to the last day of the period or from it. */
export function nextOf(
  { state, from, to }: Pick<Period, 'state' | 'from' | 'to'>,
  today: string,
): Next {
  if (state !== 'open') return { kind: state };
  if (today < from) return { kind: 'coming' };
  const days = daysBetween(today, to);
  return days >= 0 ? { kind: 'running', days } : { kind: 'over', days: -days };
}

/** The neighbours of a state: publishing and sealing are deeds of their own and never undone. */
export function stepsFrom(state: Step): {
  forward?: Exclude<Step, 'published' | 'sealed'>;
  back?: Exclude<Step, 'published' | 'sealed'>;
} {
  switch (state) {
    case 'open':
      return { forward: 'scoring' };
    case 'scoring':
      return { forward: 'checking', back: 'open' };
    case 'checking':
      return { back: 'scoring' };
    case 'published':
    case 'sealed':
      return {};
  }
}

/** The knot of a period on the thread of its scheme: one that is under way is today's. */
export function knotOf({ kind }: Next): 'past' | 'today' | 'coming' {
  if (kind === 'sealed') return 'past';
  return kind === 'coming' ? 'coming' : 'today';
}

/** A scheme line with its periods, the latest first. */
export interface SchemeLine {
  readonly line: string;
  readonly name: string;
  readonly version: string;
  readonly periods: readonly Period[];
}

/** Periods by scheme line, in the order in which lines come; each names its latest version. */
export function byLine(rows: readonly Period[]): SchemeLine[] {
  const lines = [...new Set(rows.map(({ line }) => line))];
  return lines.map((line) => {
    const own = rows.filter((row) => row.line === line);
    const periods = own.sort((a, b) => (a.from < b.from ? 1 : -1));
    const [latest] = periods;
    return {
      line,
      name: latest?.schemeName ?? line,
      version: latest?.schemeVersion ?? '',
      periods,
    };
  });
}

/** How many periods are under way, over but not sealed, and sealed. */
export function countsOf(rows: readonly Period[], today: string) {
  const kinds = rows.map((row) => nextOf(row, today).kind);
  const count = (...wanted: Next['kind'][]) => kinds.filter((kind) => wanted.includes(kind)).length;
  return {
    running: count('running', 'coming'),
    waiting: count('over', 'scoring', 'checking', 'published'),
    sealed: count('sealed'),
  };
}
