/** A trial of another version: who rises, who falls, by what. Pure. */

import type { Trial, TriedSubject } from './replies.ts';

/** How many rise, fall, and stay where they are; those in one list only are none of these. */
export function movesOf({ rows }: Pick<Trial, 'rows'>) {
  const known = rows.flatMap(({ ranksUp }) => (ranksUp === undefined ? [] : [ranksUp]));
  return {
    up: known.filter((ranks) => ranks > 0).length,
    down: known.filter((ranks) => ranks < 0).length,
    same: known.filter((ranks) => ranks === 0).length,
  };
}

/** Those whose points change most, first. */
export function mostChangedFirst(rows: readonly TriedSubject[]): TriedSubject[] {
  const size = ({ change }: TriedSubject) => Math.abs(change?.milli ?? 0);
  return [...rows].sort((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1));
}

/** "1.1 明查暗访…": the number and what the clause says; "指标 1 满分 人居环境" for an indicator. */
export function clauseName({ code, label, text }: Named): string {
  if (text !== undefined)
    return label.endsWith(` ${code}`) ? `${code} ${text}` : `${label} ${text}`;
  return code === '' || label.includes(code) ? label : `${code} ${label}`;
}

interface Named {
  readonly code: string;
  readonly label: string;
  readonly text?: string | undefined;
}
