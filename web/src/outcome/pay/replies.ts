/** The shapes of the replies about pay, and how its pages read them again. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, client } from '../../api/index.ts';

export type Pay = Awaited<ReturnType<(typeof client)['pay']['list']>>;
export type SheetHead = Pay['sheets'][number];
export type PaySheet = Awaited<ReturnType<(typeof client)['pay']['open']>>;
export type PayRow = PaySheet['rows'][number];
export type PayLine = PayRow['lines'][number];
export type HeldRow = Awaited<ReturnType<(typeof client)['pay']['held']>>['rows'][number];

/** Roles that read everybody's pay. */
export const payReaders = ['assessment-office', 'organisation', 'leader', 'finance', 'discipline'];

/** Reads everything about pay again. */
export function usePayRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: api.pay.key() }), [queries]);
}

/** What is read once and written down: not again for a glance at another window. */
const once = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, gcTime: 0 };

/** A sheet with everybody's amounts. */
export function usePaySheet(town: string, id: string) {
  return useQuery({
    queryKey: [...api.pay.key(), 'open', town, id],
    queryFn: () => client.pay.open({ town, id }),
    ...once,
  });
}

/** Whose amounts are kept back. */
export function useHeld(town: string) {
  return useQuery({
    queryKey: [...api.pay.key(), 'held', town],
    queryFn: () => client.pay.held({ town }),
    ...once,
  });
}

/** One's own amounts. */
export function useOwnPay(town: string) {
  return useQuery({
    queryKey: [...api.pay.key(), 'own', town],
    queryFn: () => client.pay.own({ town }),
    ...once,
  });
}
