/** Signs at village offices and work groups of villages, counted down over a year. */

import type { IsoDate } from '../time/dates.ts';

/** A sign or a group as the count sees it. */
export interface CountedSign {
  readonly kind: 'sign' | 'group';
  /** Hung or started on; absent: before anybody counted. */
  readonly sinceOn?: IsoDate;
  readonly countedOn: IsoDate;
  readonly endedOn?: IsoDate;
  /** The rules allow it. */
  readonly isKept: boolean;
  readonly isIdle: boolean;
}

/** At the start of the year + new − ended = left; kept and idle are of those left. */
export interface SignCounts {
  readonly atStart: number;
  readonly added: number;
  readonly ended: number;
  readonly left: number;
  readonly kept: number;
  readonly idle: number;
}

/** Whether a year has to do with it: it was counted by then, and had not ended before. */
export function isOfYear({ countedOn, endedOn }: CountedSign, year: string): boolean {
  return countedOn.slice(0, 4) <= year && (endedOn === undefined || endedOn.slice(0, 4) >= year);
}

/**
 * The figures of a year. What hung before anybody counted stands in the start of the year in which
 * it was counted: only what began within the year is new.
 */
export function signCounts(all: readonly CountedSign[], year: string): SignCounts {
  const signs = all.filter((sign) => isOfYear(sign, year));
  const added = signs.filter(({ sinceOn }) => sinceOn?.slice(0, 4) === year).length;
  const left = signs.filter(({ endedOn }) => endedOn?.slice(0, 4) !== year);
  return {
    atStart: signs.length - added,
    added,
    ended: signs.length - left.length,
    left: left.length,
    kept: left.filter(({ isKept }) => isKept).length,
    idle: left.filter(({ isIdle }) => isIdle).length,
  };
}
