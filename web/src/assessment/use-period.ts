/** Which period a page is about, from its address. */

import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';

/** The input that every address of a period takes. */
export interface PeriodInput {
  readonly town: string;
  readonly line: string;
  readonly period: string;
}

/** `/qinghe/standings/qinghe-village-daily/2026-Q2` as an input. */
export function usePeriodInput(): PeriodInput {
  const {
    town = '',
    line = '',
    period = '',
  } = useParams({ strict: false }) as Partial<PeriodInput>;
  return useMemo(() => ({ town, line, period }), [town, line, period]);
}
