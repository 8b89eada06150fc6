/** A step of a retrospective as a dialog. */

import { DeedModal, type DeedModalProps } from '../../forms/index.ts';
import { useRefresh } from './use-retrospectives.ts';

export function RetrospectiveModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefresh()} />;
}
