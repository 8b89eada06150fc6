/** The one place where an instant becomes a civil day or a time of day. */

import { type IsoDate, isoDate } from '@oneneedle/kernel';

/** The civil day in China at an instant: UTC+8, without summer time since 1991. */
export function chinaDay(instant: string): IsoDate {
  return isoDate(chinaTime(instant).slice(0, 10));
}

/** The clock in China at an instant: `10:15`. */
export function chinaClock(instant: string): string {
  return chinaTime(instant).slice(11, 16);
}

function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
}
