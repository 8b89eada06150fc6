/** A deed on the ledger as a dialog. */

import { DeedModal, type DeedModalProps } from '../forms/index.ts';
import { useRefresh } from './use-ledger.ts';

export function LedgerModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefresh()} />;
}
