/** Writing on a sheet: every stroke is kept on the device before anything else happens. */

import type { SheetContent } from '@oneneedle/kernel';
import { useCallback, useEffect } from 'react';
import { type Draft, written } from './draft.ts';
import { holdPage } from './start-worker.ts';
import { keeper } from './store.ts';

export type Write = (change: (content: SheetContent) => SheetContent) => Promise<void>;

/** How a sheet is written on; as long as it is open no new page takes over. */
export function useSheet(id: string): Write {
  useEffect(() => holdPage(), []);
  return useCallback<Write>(
    async (change) => {
      const now = new Date().toISOString();
      await keeper.change(id, (draft: Draft) => written(draft, change, now));
    },
    [id],
  );
}
