/** What every part of the goals asks for, and how shares are said. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/index.ts';
import { useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import type { Goal } from './replies.ts';

/** The goals of the year that the address names; of the latest one that has some, if it names none. */
export function useGoals() {
  const town = useTown();
  const { search } = useAddress();
  const year = Number(search.year);
  const of = Number.isInteger(year) && year > 0 ? { year } : {};
  return useQuery(api.goals.list.queryOptions({ input: { town, ...of } }));
}

/** What writing a goal can choose from. */
export function useGoalOptions(year: number) {
  const town = useTown();
  return useQuery(api.goals.options.queryOptions({ input: { town, year }, staleTime: 30_000 }));
}

/** Reads anew what a deed on goals may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: api.goals.key() });
  }, [queries]);
}

/** "66.7%", or from the least to the most that it can be. */
export function useShareText(): (share: Goal['share']) => string {
  const w = useWords(goalWords);
  return ({ low, high }) => (low === high ? `${low}%` : w.range(low, high));
}

/** How deep a code stands: 0 for a goal of the year. */
export function depthOf(code: string): number {
  return code.split('.').length - 1;
}

/** A text that sorts codes as people count: 1.2 before 1.10. */
export function codeOrder(code: string): string {
  return code
    .split('.')
    .map((part) => part.padStart(4, '0'))
    .join('.');
}

/** The next free code below a goal; among the goals of the year without one. */
export function nextCode(codes: readonly string[], above?: string): string {
  const depth = above === undefined ? 0 : depthOf(above) + 1;
  const taken = codes
    .filter((code) => depthOf(code) === depth && (!above || code.startsWith(`${above}.`)))
    .map((code) => Number(code.split('.').at(-1)));
  const next = Math.max(0, ...taken) + 1;
  return above === undefined ? `${next}` : `${above}.${next}`;
}
