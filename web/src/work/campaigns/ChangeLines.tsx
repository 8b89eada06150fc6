/** Fields as they stood and as they stand. */

import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';

interface ChangeLinesProps {
  changes: readonly { field: string; from: string; to: string }[];
}

export function ChangeLines({ changes }: ChangeLinesProps) {
  const w = useWords(campaignWords);
  return changes.map(({ field, from, to }) => <p key={field}>{w.changed(field, from, to)}</p>);
}
