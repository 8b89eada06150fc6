/** The burden gate as other parts of this room meet it: nothing leaves for villages but through here. */

import { createHash } from 'node:crypto';
import { chineseDate, type DemandFinding, isAllowed, isoDate } from '@oneneedle/kernel';
import { rosterOf } from '../../org/index.ts';
import type { Queries } from '../../platform/index.ts';
import { inputOf, judgeDemand } from './judging.ts';
import { demandProblem } from './problems.ts';
import { type DemandRow, findDemands, lockGate, updateDemand } from './store.ts';

/** What is about to leave. */
export interface Leaving {
  readonly kind: 'item' | 'form' | 'inspection' | 'meeting';
  /** Its id, as the demand names it. */
  readonly about: string;
  /** Codes of the villages that must do something; none passes at once. */
  readonly units: readonly string[];
  /** The day by which they are to do it; null is none. */
  readonly dueOn: string | null;
  /** The day that they were told before, if they were told at all. */
  readonly toldOn: string | null;
  /** What they are to do, in the words of the item. */
  readonly requirement: string;
  /** Which item is meant, where it is not the one at hand: 〔2026〕3号. */
  readonly called?: string | undefined;
}

interface Place {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/**
 * Lets something leave for villages and notes that it left: refuses with `demands.gate-stopped` unless
 * demands that were cleared, by the gate or by a leader, name every one of its villages, with the
 * requirement that leaves. The day that leaves is judged: what was sent already stays sent as long as
 * the day comes no earlier than was told; an earlier one is judged as if it were asked now.
 */
export async function requireCleared(place: Place, leaving: Leaving): Promise<void> {
  if (leaving.units.length === 0) return;
  const { db } = place;
  await lockGate(db, place.tenant.id);
  const { units: all } = await rosterOf(db);
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const { kind, about, units } = leaving;
  const demands = await findDemands(db, { kind, about, states: ['cleared', 'sent', 'stopped'] });
  requireAsked(leaving, demands, nameOf);
  const fitting = demands.filter((one) => one.state !== 'stopped' && isSame(one, leaving));
  const settled = fitting.filter((one) => one.state === 'sent' && !comesEarlier(leaving));
  const open = new Set(units.filter((unit) => !settled.some((one) => one.units.includes(unit))));
  await letLeave({ ...place, nameOf }, { leaving, fitting, open });
}

/** Refuses where a village is named by no demand that passed the gate with this requirement. */
function requireAsked(
  leaving: Leaving,
  demands: readonly DemandRow[],
  nameOf: (code: string) => string,
): void {
  const passed = demands.filter(({ state }) => state !== 'stopped');
  const isNamed = (unit: string) =>
    passed.some((one) => one.units.includes(unit) && isSame(one, leaving));
  const missing = leaving.units.filter((unit) => !isNamed(unit));
  if (missing.length === 0) return;
  const isWaiting = demands.some((one) => one.state === 'stopped' && isSame(one, leaving));
  const isChanged = passed.some((one) => !isSame(one, leaving));
  const which = leaving.called === undefined ? '这一件' : leaving.called;
  const some = missing.slice(0, 3).map(nameOf).join('、');
  const who = missing.length > 3 ? `${some}等${missing.length}个村` : some;
  const sentence = isWaiting
    ? `${which}在下发闸门等领导定，放行以后才能下发到村。`
    : isChanged
      ? `${which}的办理要求在放行以后改过，请按现在的要求再过一次闸门。`
      : `${which}要${who}办，先过下发闸门：写明依据、用途和履职清单里的事项，没有问题的当场放行。`;
  throw demandProblem('gate-stopped', { sentences: [sentence] });
}

interface Departure {
  readonly leaving: Leaving;
  /** Demands that passed the gate with this requirement, the latest first. */
  readonly fitting: readonly DemandRow[];
  /** Villages for which something is new; what becomes of them is taken out. */
  readonly open: Set<string>;
}

/** Judges what was cleared before what was sent, the latest first, until every village is settled. */
async function letLeave(place: Clearing, { leaving, fitting, open }: Departure): Promise<void> {
  const sentences: string[] = [];
  const inOrder = ['cleared', 'sent'].flatMap((state) =>
    fitting.filter((one) => one.state === state),
  );
  for (const demand of inOrder) {
    if (!demand.units.some((unit) => open.has(unit))) continue;
    const due = { due_on: leaving.dueOn };
    const fresh = await freshFindings(place, { ...demand, ...due }, demand);
    if (fresh.length > 0) {
      const said = fresh.map(({ sentence }) => sentence);
      sentences.push(...said, ...movedSentence(leaving, demand));
      continue;
    }
    if (demand.state === 'cleared') {
      const { id } = demand;
      await updateDemand(place.db, id, { ...due, state: 'sent', sent_at: place.now });
    }
    for (const unit of demand.units) open.delete(unit);
  }
  if (open.size === 0) return;
  const after = '放行以后情况有了变化，请再过一次闸门。';
  throw demandProblem('gate-stopped', { sentences: [...new Set(sentences), after] });
}

function movedSentence({ dueOn }: Leaving, { due_on: cleared }: DemandRow): string[] {
  if (dueOn === null || cleared === null || dueOn >= cleared) return [];
  const [was, now] = [cleared, dueOn].map((day) => chineseDate(isoDate(day)));
  return [`放行时的期限是${was}，现在是${now}。`];
}

/** Whether villages would have to act earlier than they were told. */
function comesEarlier({ dueOn, toldOn }: Leaving): boolean {
  return dueOn !== null && (toldOn === null || dueOn < toldOn);
}

function isSame({ requirement_sha256: cleared }: DemandRow, { requirement }: Leaving): boolean {
  return cleared === null || cleared === digestOf(requirement);
}

/** What stands for a requirement in a demand: the words of an item may be a secret of work. */
export function digestOf(requirement: string): string {
  return createHash('sha256').update(requirement).digest('hex');
}

interface Clearing extends Pick<Place, 'db' | 'now'> {
  readonly nameOf: (code: string) => string;
}

/** Judges a cleared demand once more as it leaves: days pass, and others ask meanwhile. */
export async function requireStillClear(place: Clearing, row: DemandRow): Promise<void> {
  const fresh = await freshFindings(place, row, row);
  if (fresh.length === 0) return;
  const sentences = fresh.map(({ sentence }) => sentence);
  const after = '放行以后情况有了变化，请撤回，改好再过一次闸门。';
  throw demandProblem('gate-stopped', { sentences: [...sentences, after] });
}

/** What stops a demand as it leaves now and did not stop it, or was allowed, when it was cleared. */
async function freshFindings(
  { db, now, nameOf }: Clearing,
  leaving: DemandRow,
  cleared: DemandRow,
): Promise<DemandFinding[]> {
  const self = { id: cleared.id, askedAt: cleared.asked_at };
  const { findings } = await judgeDemand(inputOf(leaving), { db, nameOf, sentAt: now, self });
  const allowed = cleared.findings as unknown as DemandFinding[];
  return findings.filter((finding) => finding.stops && !isAllowed(finding, allowed));
}
