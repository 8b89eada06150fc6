/** What the pages of items say and ask again and again. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { Item, ItemPageReply } from './replies.ts';

/** The step of an item in words. */
export function useStateText(): (item: Pick<Item, 'state' | 'mergedInto'>) => string {
  const w = useWords(itemWords);
  return useCallback(
    ({ state, mergedInto }) => {
      if (state === 'withdrawn' && mergedInto !== undefined) return w.merged;
      return {
        draft: w.draft,
        registered: w.registered,
        proposed: w.proposed,
        assigned: w.assigned,
        acknowledged: w.acknowledged,
        inProgress: w.inProgress,
        extensionRequested: w.extensionRequested,
        urged: w.urgedState,
        onSite: w.onSite,
        reported: w.reported,
        underReview: w.underReview,
        sentBack: w.sentBack,
        accepted: w.accepted,
        closedOut: w.closedOut,
        archived: w.archived,
        withdrawn: w.withdrawn,
      }[state];
    },
    [w],
  );
}

/** Where an item comes from, in a word. */
export function useSourceText(): (kind: ItemPageReply['source']['kind']) => string {
  const w = useWords(itemWords);
  return (kind) =>
    ({
      instruction: w.instruction,
      meeting: w.meeting,
      document: w.document,
      goal: w.goal,
      inspection: w.inspection,
      campaign: w.campaign,
      retrospective: w.retrospective,
      telephone: w.telephoneSource,
      recurring: w.recurring,
      upper: w.upper,
      other: w.other,
    })[kind];
}

/** The outcomes that a checker confirms, in words. */
export function useOutcomeText(): (
  outcome: ItemPageReply['outcomes'][number]['outcome'],
) => string {
  const w = useWords(itemWords);
  return (outcome) =>
    ({
      doneLate: w.doneLate,
      notDoneAfterUrging: w.notDoneAfterUrging,
      doneBadly: w.doneBadly,
    })[outcome];
}

/** Ended: nothing more is to be done. */
export function isEnded({ state }: Pick<Item, 'state'>): boolean {
  return state === 'closedOut' || state === 'archived' || state === 'withdrawn';
}

/** Units, persons and leaders to choose from; a village's own account chooses nothing. */
export function useItemOptions() {
  const town = useTown();
  const roles = useOwnRoles();
  const isEnabled = roles?.some((role) => role !== 'village') ?? false;
  return useQuery(
    api.items.options.queryOptions({ input: { town }, staleTime: 60_000, enabled: isEnabled }),
  );
}

/** Reads everything that a deed on an item may have changed. */
export function useRefreshItems(): () => void {
  const queries = useQueryClient();
  return useMemo(
    () => () => {
      for (const queryKey of [api.items.key(), api.desk.key()]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
    [queries],
  );
}
