/** Whose post covers a deed on pay, and in whose place it is done. */

import { actsInPlaceOf, type Ctx, type Grant, type Role } from '../../platform/index.ts';
import { payProblem } from './problems.ts';

/** Refuses posts that are limited to some units; notes for the audit in whose place somebody acts. */
export function requireWhole(ctx: Ctx, wanted: readonly Role[]): string[] {
  const covers = ({ role, unit }: Grant) => wanted.includes(role) && unit === undefined;
  if (!ctx.actor.grants.some(covers)) throw payProblem('not-whole');
  return actsInPlaceOf(ctx, covers);
}

/** Whether a post of the whole town lets somebody do it. */
export function isWhole(ctx: Pick<Ctx, 'actor'>, wanted: readonly Role[]): boolean {
  return ctx.actor.grants.some(({ role, unit }) => wanted.includes(role) && unit === undefined);
}

/** The persons behind a deed: who did it, and in whose place. */
export function handsOf(ctx: Ctx, wanted: readonly Role[]): string[] {
  const absent = requireWhole(ctx, wanted);
  return [...new Set([...(ctx.actor.person === undefined ? [] : [ctx.actor.person]), ...absent])];
}
