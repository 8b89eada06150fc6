/** What every page is: its title, one sentence of state, the filters that matter, the content. */

import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

interface PageProps {
  title: string;
  /** One sentence that says how things stand: "20 个村已打分 17 个，缺 3 个，11月5日（周四）前应完成。" */
  state?: ReactNode;
  /** Fields that narrow what is shown. */
  filters?: ReactNode;
  /** Deeds of the whole page, at the end of the title line; verbs of the trade. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The body of a page inside the frame; it also names the tab of the browser. */
export function Page({ title, state, filters, actions, children }: PageProps) {
  const w = useWords(shellWords);
  useEffect(() => {
    document.title = `${title} · ${w.product}`;
  }, [title, w]);
  return (
    <article className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
        {state && <p className="page-state">{state}</p>}
      </header>
      {filters && <div className="page-filters">{filters}</div>}
      {children}
    </article>
  );
}
