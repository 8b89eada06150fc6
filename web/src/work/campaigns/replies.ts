/** The shapes of the replies about campaigns, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.campaigns;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type CampaignRow = Reply<'list'>['rows'][number];
export type CampaignData = Reply<'one'>;
export type Spot = CampaignData['spots'][number];
export type VillageFigures = CampaignData['figures']['villages'][number];
export type SpotData = Reply<'spot'>;
export type SpotDeedName = Parameters<Room['act']>[0]['deed'];
