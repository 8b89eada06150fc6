/** 经查无: after each of the first three quarters every office signs that there was nothing else. */

import type { Scheme } from '@oneneedle/kernel';
import { plusDays, plusWorkdays, type Quarter, quarterEnd } from './days.ts';
import { type Draft, drafted } from './draft.ts';

/** One signature for each clause that listens to facts; juries have nothing to sign. */
export function checkedDrafts(scheme: Scheme): Draft[] {
  const clauses = clausesOf(scheme.tree).filter(({ on, rule }) => on && !('judges' in rule));
  return ([1, 2, 3] as const).flatMap((quarter) =>
    clauses.map(({ code, owner = '' }) =>
      drafted({
        office: owner,
        kind: 'checked',
        form: 'checked',
        period: `2026-Q${quarter}`,
        recordedOn: signedOn(quarter, owner),
        values: { clause: code },
      }),
    ),
  );
}

/** The second working week after the quarter, an office a day. */
function signedOn(quarter: Quarter, owner: string) {
  const first = plusDays(quarterEnd(quarter), 8);
  return plusWorkdays(first, [...owner].length % 4);
}

function clausesOf(nodes: Scheme['tree']): NonNullable<Scheme['tree'][number]['clauses']> {
  return nodes.flatMap(({ clauses = [], children = [] }) => [...clauses, ...clausesOf(children)]);
}
