/** The campaigns of a demonstration township as they went; what ended has asked its owner. */

import type { Ctx } from './platform/index.ts';
import { passDay, putCampaign, type TownCampaign } from './work/index.ts';

interface Loading {
  readonly place: Pick<Ctx, 'db'> & { readonly tenant: { readonly id: string } };
  /** Evidence by the numbers of the files. */
  readonly evidence: ReadonlyMap<string, { readonly id: string }>;
  readonly contextOf: (user: string, now: string) => Promise<Ctx>;
}

/** Writes them down; the office does the work, the supervision office closes. */
export async function loadCampaigns(
  campaigns: readonly TownCampaign[],
  { place, evidence, contextOf }: Loading,
): Promise<void> {
  if (campaigns.length === 0) return;
  const now = '2026-11-20T09:00:00.000Z';
  const somebody = async (user: string) => {
    const { actor } = await contextOf(user, now);
    return { account: actor.accountId, person: actor.person ?? '' };
  };
  const hands = {
    doer: await somebody('zhou.chengjian'),
    closer: await somebody('tian.ducha'),
    evidence,
  };
  for (const campaign of campaigns) await putCampaign({ ...place, now }, campaign, hands);
  await passDay({ ...place, now });
}
