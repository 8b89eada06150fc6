/** Which units an account may see and which it may change: the limits behind the rule of an address. */

import type { Unit } from '@oneneedle/kernel';
import { type Actor, holds } from '../platform/index.ts';
import { orgProblem } from './problems.ts';
import { subtree } from './roster-records.ts';

/** Whether the actor may see a unit: a village account only its own village, others the town. */
export function sightOf(actor: Actor, units: ReadonlyMap<string, Unit>): (code: string) => boolean {
  if (actor.grants.some(({ role }) => role !== 'village')) return () => true;
  const own = actor.grants.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const seen = new Set(own.flatMap((code) => [...subtree(units, code)]));
  return (code) => seen.has(code);
}

/** Whether the account is shown how to reach a person. */
export function seesContact(actor: Actor): boolean {
  return holds(actor, ['administrator', 'assessment-office', 'leader']);
}

/** Refuses an administrator of a part of the town who would change another part. */
export function requireReach(
  actor: Actor,
  units: ReadonlyMap<string, Unit>,
  codes: readonly (string | undefined)[],
): void {
  const tops = actor.grants.filter(({ role }) => role === 'administrator').map(({ unit }) => unit);
  if (tops.includes(undefined)) return;
  const mine = new Set(tops.flatMap((top) => [...subtree(units, top ?? '')]));
  const outside = codes.find((code) => code === undefined || !mine.has(code));
  if (codes.length === 0 || codes.some((code) => code === undefined || !mine.has(code))) {
    throw orgProblem('out-of-reach', { unit: units.get(outside ?? '')?.name ?? '全镇' });
  }
}
