/** Whether an item asks something of villages, so that the burden gate looks at it before it leaves. */

import type { ItemOptions } from './replies.ts';

interface Asked {
  lead: string;
  support: readonly string[];
  accountable: string;
  units: readonly string[];
}

/** As the server judges it: a village that acts, leads or helps, or a person with a post in one. */
export function asksVillages(
  { lead, support, accountable, units }: Asked,
  { villages, ofVillages }: Pick<ItemOptions, 'villages' | 'ofVillages'>,
): boolean {
  const isVillage = (code: string) => villages.some((one) => one.code === code);
  return units.length > 0 || [lead, ...support].some(isVillage) || ofVillages.includes(accountable);
}
