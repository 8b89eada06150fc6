/** 结果怎样用: what follows from results, decided by a named person or body each time. */

export { decideGrades } from './grades/deeds.ts';
export { decidedGrades } from './grades/store.ts';
export { makeSelection } from './notices/selection.ts';
export {
  approveSheet,
  checkSheet,
  confirmPaid,
  handSheet,
  makeSheet,
} from './pay/actions.ts';
export { addBudget } from './pay/budgets.ts';
export { type MoneyStep, moneyFollowing } from './pay/following.ts';
export { payPolicy } from './pay/policy.ts';
export { payRoutes } from './pay/routes.ts';
export { outcomesPolicy } from './policy.ts';
export { actOnProposal } from './proposals/deeds.ts';
export { drawProposals } from './proposals/drawing.ts';
export { withProposals } from './proposals/evidence.ts';
export { listProposals } from './proposals/reading.ts';
export { type OutcomeNeeds, outcomesRoutes } from './routes.ts';
