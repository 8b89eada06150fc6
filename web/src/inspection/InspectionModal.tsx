/** A deed of inspection as a dialog. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../api/index.ts';
import { DeedModal, type DeedModalProps } from '../forms/index.ts';

/** Reads anew what a deed of inspection may have changed. */
export function useRefreshInspection(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const room of [
      api.rounds,
      api.templates,
      api.results,
      api.counting,
      api.findings,
      api.sheets,
      api.items,
      api.ledger,
      api.desk,
    ]) {
      void queries.invalidateQueries({ queryKey: room.key() });
    }
  }, [queries]);
}

export function InspectionModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefreshInspection()} />;
}
