/** What the pages of demands say and ask again and again. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { DemandRow } from './replies.ts';

/** Offices, villages, duty lists and names of known figures. */
export function useDemandOptions(item?: string) {
  const town = useTown();
  const input = { town, ...(item === undefined ? {} : { item }) };
  return useQuery(api.demands.options.queryOptions({ input, staleTime: 30_000 }));
}

/** Reads everything that a deed on a demand may have changed. */
export function useDemandRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const queryKey of [api.demands.key(), api.desk.key()]) {
      void queries.invalidateQueries({ queryKey });
    }
  }, [queries]);
}

/** The state of a demand in words. */
export function useStateText(): (
  demand: Pick<DemandRow, 'state' | 'isAfterwards' | 'isMerged'>,
) => string {
  const w = useWords(demandWords);
  return useCallback(
    ({ state, isAfterwards, isMerged }) => {
      if (isMerged) return w.merged;
      return state === 'sent' && isAfterwards ? `${w.sent}（${w.booked}）` : w[state];
    },
    [w],
  );
}

/** What the gate found, in a few words each. */
export function useFoundText(): (demand: DemandRow) => string {
  const w = useWords(demandWords);
  return useCallback(
    ({ findings, isOverridden }) => {
      const shown = findings.filter(({ stops, code }) => stops || code !== 'knownAlready');
      const words = new Set(shown.map(({ code }) => w.finding(code)));
      return [...words, ...(isOverridden ? [w.overridden] : [])].join('、');
    },
    [w],
  );
}

/** "东溪村", or "5 个村" */
export function useUnitsText(): (units: DemandRow['units']) => string {
  const w = useWords(demandWords);
  return useCallback(
    (units) =>
      units.length > 1 ? w.unitCount(units.length) : units.map(({ name }) => name).join('、'),
    [w],
  );
}

/** The kinds of channel as words. */
export function useChannelWords() {
  const w = useWords(demandWords);
  return useMemo(
    () => ({
      paper: w.paper,
      system: w.system,
      telephone: w.telephone,
      chat: w.chat,
      inPerson: w.inPerson,
    }),
    [w],
  );
}
