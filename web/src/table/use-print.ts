/** Knows when the page is being printed, so that a virtual table puts all its rows on the paper. */

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True from just before printing until just after. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints what stands there when the event returns, so the rows are drawn at once.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
