/** Which period the top line names. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { daysBetween, useFormat } from '../format/index.ts';

interface Period {
  period: string;
  from: string;
  to: string;
}

/** "2026年第一季度", the shortest period that holds today; undefined while none is known. */
export function useCurrentPeriod(town: string): string | undefined {
  const format = useFormat();
  const { data } = useQuery({
    ...api.assessment.periods.queryOptions({ input: { town } }),
    enabled: town !== '',
    staleTime: 10 * 60_000,
  });
  const current = data && shortestWith(data.rows, data.today);
  return current && format.period(current.period);
}

/** The shortest of the periods that hold a day. */
export function shortestWith<P extends Period>(periods: readonly P[], day: string): P | undefined {
  return periods
    .filter(({ from, to }) => from <= day && day <= to)
    .sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))[0];
}
