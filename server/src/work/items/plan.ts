/** Who leads, who answers, by when: what a person typed, held against the roster. */

import { chineseDate, type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import { itemProblem } from './problems.ts';
import type { ItemRow } from './store.ts';

/** What a proposal says. */
export interface Plan {
  readonly requirement?: string | undefined;
  readonly urgency?: 'normal' | 'urgent' | 'special' | undefined;
  readonly lead?: string | undefined;
  readonly support?: readonly string[] | undefined;
  readonly accountable?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly startsOn?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly feedback?: 'once' | 'month' | 'quarter' | undefined;
}

/** The columns that a plan writes; refuses what the roster does not know. */
export function planColumns(plan: Plan, roster: Roster): Partial<ItemRow> {
  const { lead, support, accountable, units } = plan;
  for (const code of [lead, ...(support ?? [])]) requireUnit(code, roster);
  for (const code of units ?? []) requireVillage(code, roster);
  if (accountable !== undefined && !roster.persons.some(({ code }) => code === accountable)) {
    throw itemProblem('person-unknown', { code: accountable });
  }
  const columns = {
    requirement: plan.requirement,
    urgency: plan.urgency,
    lead_unit: lead,
    support_units: support && [...new Set(support)].filter((code) => code !== lead),
    accountable,
    units: units && [...new Set(units)],
    starts_on: plan.startsOn,
    due_on: plan.dueOn,
    feedback: plan.feedback,
  };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** What a slip must have before it is proposed or assigned. */
export function requirePlan({ lead_unit, accountable, due_on }: ItemRow): void {
  const missing = [
    lead_unit === null ? '牵头单位' : '',
    accountable === null ? '责任人' : '',
    due_on === null ? '时限' : '',
  ].filter((word) => word !== '');
  if (missing.length > 0) throw itemProblem('plan-incomplete', { missing });
}

/** A day that is not past. */
export function requireComing(due: string, today: IsoDate): void {
  if (due < today) throw itemProblem('due-past', { due: chineseDate(isoDate(due)) });
}

/**
 * The villages that an item asks something of: those named; those that lead or help, or that a unit
 * which does is part of; and those where the accountable person holds a post on the day.
 */
export function askedVillages(
  item: Pick<ItemRow, 'units' | 'lead_unit' | 'support_units' | 'accountable'>,
  { roster, today }: { readonly roster: Roster; readonly today: IsoDate },
): string[] {
  const { accountable } = item;
  const posts = accountable === null ? [] : postsOf(accountable, { roster, today });
  const named = [item.lead_unit ?? [], item.support_units, posts].flat();
  const villages = named.flatMap((code) => villageOf(code, roster) ?? []);
  return [...new Set([...item.units, ...villages])];
}

/**
 * The unit that leads: where nobody named one and the accountable person holds posts in one village
 * and nowhere else, that village, whose resident cadre then has it in hand.
 */
export function leadOf(
  { lead_unit: lead, accountable }: Pick<ItemRow, 'lead_unit' | 'accountable'>,
  { roster, today }: { readonly roster: Roster; readonly today: IsoDate },
): string | null {
  if (lead !== null || accountable === null) return lead;
  const posts = postsOf(accountable, { roster, today });
  const villages = new Set(posts.map((unit) => villageOf(unit, roster)));
  const [only] = villages;
  return villages.size === 1 && only !== undefined ? only : null;
}

/** The units in which somebody holds a post on the day. */
function postsOf(
  who: string,
  { roster, today }: { readonly roster: Roster; readonly today: IsoDate },
): string[] {
  return roster.posts.flatMap(({ person, unit, from, to }) =>
    person === who && from <= today && (to === undefined || to >= today) ? [unit] : [],
  );
}

/** The village that a unit is, or is part of. */
export function villageOf(code: string, { units }: Roster): string | undefined {
  let unit = units.find((one) => one.code === code);
  const passed = new Set<string>();
  while (unit && unit.type !== 'village' && !passed.has(unit.code)) {
    const { code: below, parent } = unit;
    passed.add(below);
    unit = units.find((one) => one.code === parent);
  }
  return unit?.type === 'village' ? unit.code : undefined;
}

function requireUnit(code: string | undefined, { units }: Roster): void {
  if (code === undefined) return;
  if (!units.some((unit) => unit.code === code)) throw itemProblem('unit-unknown', { code });
}

function requireVillage(code: string, { units }: Roster): void {
  const unit = units.find((one) => one.code === code);
  if (!unit) throw itemProblem('unit-unknown', { code });
  if (unit.type !== 'village') throw itemProblem('village-wanted', { name: unit.name });
}
