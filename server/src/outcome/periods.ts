/** The editions that grades and proposals rest on. */

import type { OutcomePeriod } from '@oneneedle/contract';
import type { IsoDate } from '@oneneedle/kernel';
import { type PeriodRow, periodRows } from '../assessment/index.ts';
import type { Queries } from '../platform/index.ts';
import { schemesInForce } from '../scheme/index.ts';
import { decidedEditions } from './grades/store.ts';

/** Every period with a published or sealed edition, the latest first. */
export async function outcomePeriods(
  db: Queries,
  today: IsoDate,
  waiting?: ReadonlyMap<string, number>,
): Promise<OutcomePeriod[]> {
  const schemes = new Map(
    (await schemesInForce(db)).map((one) => [`${one.line} ${one.version}`, one]),
  );
  const decided = new Set((await decidedEditions(db)).map((one) => keyOf(one)));
  const rows = (await periodRows(db, today)).filter(({ edition }) => edition !== undefined);
  return rows.map((row): OutcomePeriod => {
    const scheme = schemes.get(`${row.line} ${row.schemeVersion}`)?.scheme;
    const open = waiting?.get(`${row.line} ${row.period}`);
    return {
      ...periodWords(row),
      isPerson: scheme?.subject.kind === 'person',
      hasGrades: scheme?.grades !== undefined,
      isDecided: decided.has(keyOf({ ...row, edition: row.edition ?? 0 })),
      ...(open === undefined ? {} : { waiting: open }),
    };
  });
}

/** What names an edition in a reply. */
export function periodWords({ line, period, schemeName, label, edition = 0 }: PeriodRow) {
  return { line, period, schemeName, label, edition };
}

function keyOf({ line, period, edition }: { line: string; period: string; edition: number }) {
  return `${line} ${period} ${edition}`;
}
