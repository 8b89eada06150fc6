/** The keys of the bench: outside of fields a letter, inside of them Ctrl+Enter. */

import { useEffect, useRef } from 'react';
import { isTyping } from '../../shell/KeyboardHelp.tsx';

/** Calls what a key stands for; keys with Ctrl, Alt or Meta are the browser's. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const run = latest.current[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
