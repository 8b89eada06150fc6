/** The one place where an instant becomes a civil day. */

import { type IsoDate, isoDate } from '@oneneedle/kernel';

/** The civil day in China at an instant: UTC+8, without summer time since 1991. */
export function chinaDay(instant: string): IsoDate {
  return isoDate(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10));
}
