/** 目标督办: what is asked of whom, from a goal or an instruction to its closing. */

export { campaignsPolicy } from './campaign-policy.ts';
export { putCampaign, readCampaigns, type TownCampaign } from './campaign-put.ts';
export { withSpots } from './campaign-reach.ts';
export { campaignsRoutes } from './campaign-routes.ts';
export { circularsPolicy, handlingPolicy } from './circular-policy.ts';
export { circularsRoutes, handlingRoutes } from './circular-routes.ts';
export { passDay, passDayEverywhere } from './daily.ts';
export { askDemand, bookDemand } from './demand-actions.ts';
export { mergeDemand, overrideDemand, sendDemand, withdrawDemand } from './demand-deeds.ts';
export { putDutyEntries } from './demand-duty.ts';
export { demandsPolicy } from './demand-policy.ts';
export { demandsRoutes } from './demand-routes.ts';
export { makeDocument, readDocument } from './draft-actions.ts';
export { actOnDraft } from './draft-deeds.ts';
export { draftsPolicy } from './draft-policy.ts';
export { draftsRoutes } from './draft-routes.ts';
export { goalsPolicy } from './goal-policy.ts';
export { type GoalsPut, putGoals } from './goal-put.ts';
export { goalsRoutes } from './goal-routes.ts';
export { createItem, type ItemSource, type MadeItem, type NewItem } from './item-create.ts';
export { doDeed } from './item-deeds.ts';
export { withItems } from './item-evidence.ts';
export { itemsPolicy } from './item-policy.ts';
export { makeRecurringEverywhere } from './item-recurring.ts';
export { itemsRoutes } from './item-routes.ts';
export {
  addRetrospective,
  changeByRetrospective,
  concludeRetrospective,
  tellCause,
} from './retrospective-actions.ts';
export { retrospectivesPolicy } from './retrospective-policy.ts';
export { retrospectivesRoutes } from './retrospective-routes.ts';
