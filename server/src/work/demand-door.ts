/** The burden gate as other parts of this room meet it: nothing leaves for villages but through here. */

import type { Ctx } from '../platform/index.ts';
import { demandProblem } from './demand-problems.ts';
import { findDemands, updateDemand } from './demand-store.ts';

/** What is about to leave. */
export interface Leaving {
  readonly kind: 'item' | 'form' | 'inspection' | 'meeting';
  /** Its id, as the demand names it. */
  readonly about: string;
  /** Codes of the villages that must do something; none passes at once. */
  readonly units: readonly string[];
}

/**
 * Lets something leave for villages and notes that it left: refuses with `demands.gate-stopped` unless
 * demands that were cleared, by the gate or by a leader, name every one of its villages. What was sent
 * already stays sent: to be assigned anew asks nothing new of a village.
 */
export async function requireCleared(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { kind, about, units }: Leaving,
): Promise<void> {
  if (units.length === 0) return;
  const demands = await findDemands(db, { kind, about, states: ['cleared', 'sent', 'stopped'] });
  const passed = demands.filter(({ state }) => state !== 'stopped');
  const covered = new Set(passed.flatMap((demand) => demand.units));
  const missing = units.filter((unit) => !covered.has(unit));
  if (missing.length > 0) {
    const waiting = demands.find(({ state }) => state === 'stopped');
    const sentence = waiting
      ? '这一件在下发闸门等领导定，放行以后才能下发到村。'
      : `要${missing.length}个村办的事，先过下发闸门：写明依据、用途和履职清单里的事项，没有问题的当场放行。`;
    throw demandProblem('gate-stopped', { sentences: [sentence] });
  }
  const leaving = passed.filter(
    (demand) => demand.state === 'cleared' && demand.units.some((unit) => units.includes(unit)),
  );
  for (const { id } of leaving) await updateDemand(db, id, { state: 'sent', sent_at: now });
}
