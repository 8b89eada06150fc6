/** A workbook of spots, with the columns of the export. */

import type { ListPreview } from '@oneneedle/contract';
import { client } from '../../api/index.ts';
import { ListImport, useChangeColumns } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { useRefresh } from './use-campaigns.ts';

export function SpotImport({ campaign, onClose }: { campaign: string; onClose(): void }) {
  const w = useWords(campaignWords);
  return (
    <ListImport
      title={w.importTitle}
      says={w.importSays}
      list={{ town: useTown(), id: campaign }}
      preview={client.campaigns.previewSpots}
      mark={client.campaigns.markSpots}
      take={client.campaigns.importSpots}
      lines={({ changes }: ListPreview) => changes}
      columns={useChangeColumns()}
      stays={w.othersStay}
      refresh={useRefresh()}
      onClose={onClose}
    />
  );
}
