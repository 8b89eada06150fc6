/** Lengths of time of a scheme's procedure, as days are counted with them. */

import type { Limit } from '@oneneedle/kernel';

/** A length of time as schemes write it; undefined where they name none. */
export function limitOf(
  limit: { workdays: string } | { days: string } | undefined,
): Limit | undefined {
  if (limit === undefined) return undefined;
  return 'workdays' in limit ? { workdays: Number(limit.workdays) } : { days: Number(limit.days) };
}
