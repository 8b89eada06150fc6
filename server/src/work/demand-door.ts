/** The burden gate as other parts of this room meet it: nothing leaves for villages but through here. */

import type { DemandFinding } from '@oneneedle/kernel';
import { rosterOf } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { inputOf, judgeDemand } from './demand-judging.ts';
import { demandProblem } from './demand-problems.ts';
import { type DemandRow, findDemands, updateDemand } from './demand-store.ts';

/** What is about to leave. */
export interface Leaving {
  readonly kind: 'item' | 'form' | 'inspection' | 'meeting';
  /** Its id, as the demand names it. */
  readonly about: string;
  /** Codes of the villages that must do something; none passes at once. */
  readonly units: readonly string[];
}

interface Place {
  readonly db: Queries;
  /** Instant of the deed. */
  readonly now: string;
}

/**
 * Lets something leave for villages and notes that it left: refuses with `demands.gate-stopped` unless
 * demands that were cleared, by the gate or by a leader, name every one of its villages. What was sent
 * already stays sent: to be assigned anew asks nothing new of a village.
 */
export async function requireCleared(place: Place, { kind, about, units }: Leaving): Promise<void> {
  if (units.length === 0) return;
  const { db, now } = place;
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
  if (leaving.length === 0) return;
  const { units: all } = await rosterOf(db);
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  for (const demand of leaving) {
    await requireStillClear({ db, now, nameOf }, demand);
    await updateDemand(db, demand.id, { state: 'sent', sent_at: now });
  }
}

/** Judges a cleared demand once more as it leaves: days pass, and others ask meanwhile. */
export async function requireStillClear(
  { db, now, nameOf }: Place & { readonly nameOf: (code: string) => string },
  row: DemandRow,
): Promise<void> {
  const self = { id: row.id, askedAt: row.asked_at };
  const { findings } = await judgeDemand(inputOf(row), { db, nameOf, sentAt: now, self });
  const signOf = ({ code, demand = '' }: DemandFinding) => `${code} ${demand}`;
  const allowed = new Set((row.findings as unknown as DemandFinding[]).map(signOf));
  const fresh = findings.filter((finding) => finding.stops && !allowed.has(signOf(finding)));
  if (fresh.length === 0) return;
  const sentences = fresh.map(({ sentence }) => sentence);
  const after = '放行以后情况有了变化，请撤回，改好再过一次闸门。';
  throw demandProblem('gate-stopped', { sentences: [...sentences, after] });
}
