/** Whether the page is as narrow as a phone, as the style sheets judge it. */

import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 760px)';

/** True on a phone; changes when it is turned. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(narrow).matches);
}

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
