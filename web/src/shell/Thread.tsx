/** The motif of the house: a thin thread with knots. A list on it is an ordered list to a reader. */

import type { ReactNode } from 'react';

interface ThreadProps {
  /** What hangs on the thread, for those who do not see it: "今天的清单", "得分的由来". */
  label: string;
  children: ReactNode;
}

/** The thread; its children are `Knot`s. A knot may hold another `Thread`: a tree. */
export function Thread({ label, children }: ThreadProps) {
  return (
    <ol className="thread" aria-label={label}>
      {children}
    </ol>
  );
}

interface KnotProps {
  /** Today's knot is filled; what has happened is ringed; what comes is open. */
  kind?: 'today' | 'past' | 'coming';
  /** Set right of the title, right-aligned: points, a date. */
  figure?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}

/** One knot: a title line, perhaps a figure, perhaps more below. */
export function Knot({ kind = 'past', figure, title, children }: KnotProps) {
  return (
    <li className={`knot knot-${kind}`} aria-current={kind === 'today' ? 'step' : undefined}>
      <div className="knot-line">
        <div className="knot-title">{title}</div>
        {figure !== undefined && <div className="knot-figure">{figure}</div>}
      </div>
      {children && <div className="knot-body">{children}</div>}
    </li>
  );
}
