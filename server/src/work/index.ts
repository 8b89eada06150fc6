/** 目标督办: what is asked of whom, from a goal or an instruction to its closing. */

export { campaignsPolicy } from './campaigns/policy.ts';
export { putCampaign, readCampaigns, type TownCampaign } from './campaigns/put.ts';
export { withSpots } from './campaigns/reach.ts';
export { campaignsRoutes } from './campaigns/routes.ts';
export { type PendingItem, pendingItems } from './circulars/pending.ts';
export { circularsPolicy, handlingPolicy } from './circulars/policy.ts';
export { circularsRoutes, handlingRoutes } from './circulars/routes.ts';
export { passDay, passDayEverywhere } from './daily.ts';
export { askDemand, bookDemand } from './demands/actions.ts';
export { mergeDemand, overrideDemand, sendDemand, withdrawDemand } from './demands/deeds.ts';
export { putDutyEntries } from './demands/duty.ts';
export { demandsPolicy } from './demands/policy.ts';
export { demandsRoutes } from './demands/routes.ts';
export { makeDocument, readDocument } from './drafts/actions.ts';
export { actOnDraft } from './drafts/deeds.ts';
export { draftsPolicy } from './drafts/policy.ts';
export { draftsRoutes } from './drafts/routes.ts';
export { goalsPolicy } from './goals/policy.ts';
export { type GoalsPut, putGoals } from './goals/put.ts';
export { goalsRoutes } from './goals/routes.ts';
export { withdrawAsked } from './items/asked-withdrawn.ts';
export { createItem, type ItemSource, type MadeItem, type NewItem } from './items/create.ts';
export { doDeed } from './items/deeds.ts';
export { type AskedItem, askedItems, workersOfItem } from './items/doers.ts';
export { withItems } from './items/evidence.ts';
export { itemsPolicy } from './items/policy.ts';
export { type Reach, reachOf } from './items/reach.ts';
export { makeRecurringEverywhere } from './items/recurring.ts';
export { itemsRoutes } from './items/routes.ts';
export {
  addRetrospective,
  changeByRetrospective,
  concludeRetrospective,
  tellCause,
} from './retrospectives/actions.ts';
export { retrospectivesPolicy } from './retrospectives/policy.ts';
export { retrospectivesRoutes } from './retrospectives/routes.ts';
export { addSign, idleGroup, limitSigns } from './signs/actions.ts';
export { putSigns } from './signs/keeper.ts';
export { signsPolicy } from './signs/policy.ts';
export { signsRoutes } from './signs/routes.ts';
