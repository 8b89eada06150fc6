/** Nothing to show: a sentence that says what, why, and what to do. */

import type { ReactNode } from 'react';

interface EmptyProps {
  /** "本季度还没有事实。" */
  what: string;
  /** "各部门从10月1日（周四）起可以记实。" */
  why?: ReactNode;
  /** What to do: a link or a button. */
  action?: ReactNode;
}

/** An empty list, said in words. */
export function Empty({ what, why, action }: EmptyProps) {
  return (
    <div className="state-block">
      <p className="state-title">{what}</p>
      {why && <p className="prose">{why}</p>}
      {action && <p>{action}</p>}
    </div>
  );
}
