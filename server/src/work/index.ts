/** 目标督办: what is asked of whom, from a goal or an instruction to its closing. */

export { itemsPolicy } from './item-policy.ts';
export { itemsRoutes } from './item-routes.ts';
