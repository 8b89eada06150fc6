/** A deed on a scheme as a dialog. */

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { DeedModal, type DeedModalProps } from '../forms/index.ts';

export function SchemeModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: api.scheme.key() });
  return <DeedModal {...props} refresh={refresh} />;
}
