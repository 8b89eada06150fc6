/** A deed of this room as a dialog. */

import { DeedModal, type DeedModalProps } from '../forms/index.ts';
import { useRefresh } from './use-outcomes.ts';

export function OutcomeModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefresh()} />;
}
