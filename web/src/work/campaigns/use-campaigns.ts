/** What the pages of campaigns ask for and say again and again. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import type { Spot } from './replies.ts';

/** Reads anew what a deed on a spot may have changed. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: api.campaigns.key() });
    void queries.invalidateQueries({ queryKey: api.desk.key() });
  }, [queries]);
}

/** What making a campaign, and handing a spot on, can choose from. */
export function useCampaignOptions() {
  const town = useTown();
  return useQuery(api.campaigns.options.queryOptions({ input: { town }, staleTime: 30_000 }));
}

/** "0.35亩、3处": quantities of different units stand beside each other. */
export function amountText(amounts: readonly { unit: string; sum: string }[]): string {
  return amounts.map(({ unit, sum }) => `${sum}${unit}`).join('、');
}

/** Where a spot stands: 未销号, 已销号 … */
export function useSpotState(): (spot: Pick<Spot, 'state'>) => string {
  const w = useWords(campaignWords);
  const words = {
    open: w.open,
    closed: w.closed,
    handed: w.handed,
    left: w.left,
    struck: w.struck,
  };
  return ({ state }) => words[state];
}
