/** In whose place somebody acts. */

import type { Actor, Ctx, Grant, Substituted } from './context.ts';

/** In whose places an actor stands where some of their roles allow something. */
export function standsInFor(
  { grants }: Pick<Actor, 'grants'>,
  covers: (grant: Grant) => boolean,
): Substituted[] {
  const covering = grants.filter(covers);
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  return covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
}

/**
 * In whose place an actor does something that some of their roles allow, and tells the audit so.
 * Nobody's where one of those roles is their own.
 * @param covers whether a role allows what is done
 * @returns the persons, by opaque code: what they may not do, the substitute may not do for them
 */
export function actsInPlaceOf(
  { actor, actInPlaceOf }: Pick<Ctx, 'actor' | 'actInPlaceOf'>,
  covers: (grant: Grant) => boolean,
): string[] {
  const absent = standsInFor(actor, covers);
  for (const { accountId } of absent) actInPlaceOf(accountId);
  return [...new Set(absent.flatMap(({ person }) => person ?? []))];
}
