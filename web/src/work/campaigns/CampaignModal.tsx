/** A deed on campaigns as a dialog. */

import { DeedModal, type DeedModalProps } from '../../forms/index.ts';
import { useRefresh } from './use-campaigns.ts';

export function CampaignModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useRefresh()} />;
}
