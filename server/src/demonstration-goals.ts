/** The goals of a demonstration township, as its file tells them. */

import type { GoalInput } from '@oneneedle/contract';
import { parseExact, readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import type { GoalsPut } from './work/index.ts';

const day = z.string();
const code = z.coerce.string();
const figure = z.coerce.string();

/** A goal as a line of `goals.yaml`: weights are percent. */
const goalShape = z.strictObject({
  code,
  title: z.string(),
  target: figure.optional(),
  unit: z.string().optional(),
  baseline: figure.optional(),
  direction: z.literal('down').optional(),
  mode: z.literal('weighted').optional(),
  weight: figure.optional(),
  steps: z
    .array(z.strictObject({ on: day, title: z.string(), quantity: figure.optional() }))
    .default([]),
  measures: z.string().default(''),
  risks: z.string().default(''),
  contingency: z.string().default(''),
  leader: z.string().optional(),
  lead: z.string().optional(),
  support: z.array(z.string()).default([]),
  person: z.string().optional(),
  village: z.string().optional(),
  due: day.optional(),
  everyVillage: z.literal(true).optional(),
  serves: z.array(z.strictObject({ goal: code, weight: figure })).default([]),
  source: z.string().default(''),
});

const fileShape = z.strictObject({
  goals: z.array(goalShape),
  readings: z.array(
    z.strictObject({
      goal: code,
      on: day,
      quantity: figure.optional(),
      steps: z.coerce.number().optional(),
      note: z.string().optional(),
    }),
  ),
  moves: z.array(z.strictObject({ goal: code, on: day, from: day, reason: z.string() })),
});

/** The goals of a file; undefined where there is none. */
export function goalsIn(source: string): GoalsPut | undefined {
  if (source === '') return undefined;
  const { value, findings } = readShape(source, fileShape);
  if (!value) throw new Error(`goals.yaml: ${findings.map(({ sentence }) => sentence).join('')}`);
  const { goals, readings, moves } = value;
  const dueOf = new Map(goals.map((goal) => [goal.code, goal.due ?? '']));
  return {
    year: 2026,
    goals: goals.map((goal) => ({ code: goal.code, text: textOf(goal) })),
    readings,
    // A date was moved to what stood before the next move, the last one to what stands.
    moves: moves.map((move, place) => {
      const next = moves.slice(place + 1).find(({ goal }) => goal === move.goal);
      return { ...move, to: next?.from ?? dueOf.get(move.goal) ?? '' };
    }),
  };
}

function textOf(goal: z.infer<typeof goalShape>): Partial<GoalInput> {
  const { title, target, unit, baseline, steps, measures, risks, contingency, source } = goal;
  const counted = target !== undefined && unit !== undefined;
  const measure: GoalInput['measure'] = counted
    ? { kind: 'quantity', target, unit, ...(baseline === undefined ? {} : { baseline }) }
    : steps.length > 0
      ? { kind: 'steps' }
      : undefined;
  const optional = {
    measure,
    weight: goal.weight === undefined ? undefined : milliOf(goal.weight),
    leadLeader: goal.leader,
    leadUnit: goal.lead,
    accountable: goal.person,
    village: goal.village,
    dueOn: goal.due,
    direction: goal.direction,
    mode: goal.mode,
    isEveryVillage: goal.everyVillage,
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    title,
    steps,
    measures,
    risks,
    contingency,
    source,
    supportUnits: goal.support,
    serves: goal.serves.map((link) => ({ goal: link.goal, weight: milliOf(link.weight) })),
    ...(Object.fromEntries(known) as Partial<GoalInput>),
  };
}

/** Percent as an integer of 1/1000. */
function milliOf(percent: string): number {
  const value = parseExact(percent);
  if (!value) throw new Error(`no weight: ${percent}`);
  return Number((value.num * 10n) / value.den);
}
