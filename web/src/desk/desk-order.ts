/** The one list as time: what is past its day, what is due today, what comes. Pure. */

import type { client } from '../api/index.ts';

export type DeskLine = Awaited<ReturnType<typeof client.desk.list>>['rows'][number];

export interface DeskOrder {
  readonly overdue: readonly DeskLine[];
  readonly today: readonly DeskLine[];
  /** Later days first by day, then what has no date. */
  readonly coming: readonly DeskLine[];
}

/** Keeps the order of the program within each part. */
export function deskOrder(rows: readonly DeskLine[]): DeskOrder {
  const dated = rows.filter(({ days }) => days !== undefined);
  return {
    overdue: dated.filter(({ days = 0 }) => days < 0),
    today: dated.filter(({ days }) => days === 0),
    coming: [
      ...dated.filter(({ days = 0 }) => days > 0),
      ...rows.filter(({ days }) => days === undefined),
    ],
  };
}

/** How many lines there are, are overdue, and are due soon. */
export function deskCounts(rows: readonly DeskLine[]) {
  const count = (light: DeskLine['light']) => rows.filter((row) => row.light === light).length;
  return { all: rows.length, overdue: count('overdue'), near: count('near') };
}
