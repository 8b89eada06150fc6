/** A deed on an objection as a dialog. */

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { DeedModal, type DeedModalProps } from '../../forms/index.ts';

/** Reads anew what a deed on an objection may have changed. */
export function useRefreshObjections(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const room of [api.objections, api.ledger, api.assessment, api.desk]) {
      void queries.invalidateQueries({ queryKey: room.key() });
    }
  };
}

export function ObjectionModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefreshObjections()} />;
}
