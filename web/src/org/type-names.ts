/** How the types of units are called. */

import { useCallback } from 'react';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';

/** The types that the product knows, in the order in which they are offered. */
export const unitTypes = ['village', 'station', 'hamlet', 'branch', 'town'] as const;

/** "村" for "village"; a word of the town stands as it is. */
export function useTypeName(): (type: string) => string {
  const w = useWords(orgWords);
  return useCallback(
    (type) =>
      new Map([
        ['town', w.typeTown],
        ['village', w.typeVillage],
        ['station', w.typeStation],
        ['office', w.typeStation],
        ['hamlet', w.typeHamlet],
        ['branch', w.typeBranch],
      ]).get(type) ?? type,
    [w],
  );
}
