/** A deed on goals as a dialog. */

import { DeedModal, type DeedModalProps } from '../../forms/index.ts';
import { useRefresh } from './use-goals.ts';

export function GoalModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefresh()} />;
}
