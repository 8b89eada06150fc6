/** Something is being read: said in words, and after a while said again with patience. */

import { useEffect, useState } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

const patience = 4_000;

/** "正在读取考核办法…"; `what` is the noun of what is read. */
export function Loading({ what = '' }: { what?: string }) {
  const w = useWords(shellWords);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), patience);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="state-block" role="status">
      <p>{w.loading(what)}</p>
      {isLong && <p className="soft">{w.loadingLong}</p>}
    </div>
  );
}
