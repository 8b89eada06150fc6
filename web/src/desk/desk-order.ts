/** The one list as time: what is past its day, what is due today, what comes. Pure. */

import type { client } from '../api/index.ts';

/** A list as it is shown: that of a person or that of a village. */
export type DeskList = Pick<
  Awaited<ReturnType<typeof client.desk.list>>,
  'today' | 'rows' | 'counts' | 'withheld'
>;

export type DeskLine = Awaited<ReturnType<typeof client.desk.list>>['rows'][number];

export interface DeskOrder {
  readonly overdue: readonly DeskLine[];
  readonly today: readonly DeskLine[];
  /** Later days first by day, then what has no date. */
  readonly coming: readonly DeskLine[];
}

/** Keeps the order of the program within each part. */
export function deskOrder(rows: readonly DeskLine[]): DeskOrder {
  const left = rows.filter(({ light }) => light !== 'overdue');
  return {
    overdue: rows.filter(({ light }) => light === 'overdue'),
    today: left.filter(({ days }) => days === 0),
    coming: [
      ...left.filter(({ days = 0 }) => days > 0),
      ...left.filter(({ days }) => days === undefined),
    ],
  };
}
