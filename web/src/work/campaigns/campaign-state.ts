/** How the state of a campaign is called. */

import { campaignListWords } from '../../words/campaign-list.ts';
import { useWords } from '../../words/catalogue.ts';
import type { CampaignRow } from './replies.ts';

/** Where a campaign stands: 未开始, 在办, 已到期. */
export function useCampaignState(): (campaign: Pick<CampaignRow, 'state'>) => string {
  const w = useWords(campaignListWords);
  const words = { coming: w.coming, running: w.running, ended: w.ended };
  return ({ state }) => words[state];
}
