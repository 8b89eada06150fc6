/** How far every goal of a tree is: leaves from their readings, parents from their parts, exactly. */

import {
  add,
  clamp,
  compare,
  divide,
  multiply,
  negate,
  one,
  parseExact,
  type Rational,
  rational,
  subtract,
  zero,
} from '../number/rational.ts';
import type { IsoDate } from '../time/dates.ts';
import { baselineOf, expectedShare } from './expected.ts';
import type { Goal, GoalPart, GoalProgress, GoalReading, ShareRange } from './shapes.ts';
import type { GoalTree } from './tree.ts';

/**
 * The progress of every goal, by code. Readings after `today` and those that were corrected do not
 * count. A missing reading is not zero: the share is then a range from what is known to what may be.
 * In a parent each part counts between 0 and 1, so that nobody's surplus hides what another lacks.
 */
export function progressOf(
  tree: GoalTree,
  readings: readonly GoalReading[],
  today: IsoDate,
): ReadonlyMap<string, GoalProgress> {
  const latest = latestReadings(readings, today);
  const found = new Map<string, GoalProgress>();
  const leafOf = (goal: Goal) => leafProgress(goal, latest.get(goal.code), today);
  const visit = (goal: Goal): GoalProgress => {
    const children = tree.childrenOf(goal.code).map(visit);
    const servers = tree.serversOf(goal.code).map(leafOf);
    const parts = [...children, ...servers];
    const own = parts.length === 0 ? leafOf(goal) : parentProgress(goal, parts, { tree, today });
    found.set(goal.code, own);
    return own;
  };
  for (const root of tree.roots) visit(root);
  return found;
}

/** What counts of each leaf: the latest day, and of one day the latest written. */
function latestReadings(
  readings: readonly GoalReading[],
  today: IsoDate,
): ReadonlyMap<string, GoalReading> {
  const corrected = new Set(readings.map(({ corrects }) => corrects));
  const latest = new Map<string, GoalReading>();
  for (const reading of readings) {
    if (reading.on > today || corrected.has(reading.id)) continue;
    const before = latest.get(reading.goal);
    const isLater =
      !before || reading.on > before.on || (reading.on === before.on && reading.seq > before.seq);
    if (isLater) latest.set(reading.goal, reading);
  }
  return latest;
}

const unknown: ShareRange = { low: zero, high: one };
const exactly = (share: Rational): ShareRange => ({ low: share, high: share });

function leafProgress(goal: Goal, reading: GoalReading | undefined, today: IsoDate): GoalProgress {
  const share = reading && leafShare(goal, reading);
  const expected = expectedShare(goal, today);
  const expectedWhenRead = share ? expectedShare(goal, reading.on) : expected;
  const total = leafTotal(goal, share ? reading : undefined);
  return {
    code: goal.code,
    isLeaf: true,
    share: share ? exactly(share) : unknown,
    missing: share ? 0 : 1,
    leaves: 1,
    ...(reading ? { reading } : {}),
    ...(total ? { total } : {}),
    parts: [],
    notDecomposed: zero,
    weighing: 'none',
    ...(expected ? { expected } : {}),
    ...(expectedWhenRead ? { expectedWhenRead } : {}),
  };
}

/** (reading − baseline) ÷ (target − baseline); undefined where the reading says nothing of a share. */
function leafShare(goal: Goal, { quantity, stepsDone }: GoalReading): Rational | undefined {
  const { measure, steps, direction } = goal;
  if (measure?.kind === 'steps') {
    if (stepsDone === undefined || steps.length === 0) return undefined;
    return rational(BigInt(stepsDone), BigInt(steps.length));
  }
  const read = quantity === undefined ? undefined : parseExact(quantity);
  const target = measure && parseExact(measure.target);
  if (!measure || !read || !target) return undefined;
  const baseline = baselineOf(measure.baseline, direction);
  if (baseline && compare(baseline, target) !== 0) {
    return divide(subtract(read, baseline), subtract(target, baseline));
  }
  // A level to be held, such as no accident at all, is held or it is not.
  const order = compare(read, target);
  return (direction === 'down' ? order <= 0 : order >= 0) ? one : zero;
}

function leafTotal(
  { measure, direction }: Goal,
  reading: GoalReading | undefined,
): GoalProgress['total'] {
  if (measure?.kind !== 'quantity') return undefined;
  const baseline = baselineOf(measure.baseline, direction);
  const target = parseExact(measure.target);
  if (!baseline || !target) return undefined;
  const read = (reading?.quantity === undefined ? undefined : parseExact(reading.quantity)) ?? zero;
  return { unit: measure.unit, baseline, target, read };
}

interface Around {
  readonly tree: GoalTree;
  readonly today: IsoDate;
}

function parentProgress(
  goal: Goal,
  below: readonly GoalProgress[],
  { tree, today }: Around,
): GoalProgress {
  const weighed = goal.mode === 'sum' ? sumWeights(goal, below) : undefined;
  const { weights, whole, weighing } = weighed ?? writtenWeights(goal, below, tree);
  const children = new Set(tree.childrenOf(goal.code).map(({ code }) => code));
  const parts = below.map((part, place): GoalPart => {
    const weight = divide(weights[place] ?? zero, whole);
    const counted = capped(part.share);
    const contribution = {
      low: multiply(weight, counted.low),
      high: multiply(weight, counted.high),
    };
    const isServing = !children.has(part.code);
    return { code: part.code, isServing, weight, counted, contribution };
  });
  const sumOf = (amount: (part: GoalPart) => Rational) => add(...parts.map(amount));
  const carried = sumOf(({ weight }) => weight);
  const notDecomposed = clamp(subtract(one, carried), zero);
  const own = expectedShare(goal, today);
  const expectation = (of: (progress: GoalProgress) => Rational | undefined) => {
    const all = below.map((part, place) => {
      const share = of(part);
      return share && multiply(parts[place]?.weight ?? zero, share);
    });
    if (all.includes(undefined)) return undefined;
    return add(...all.flatMap((share) => share ?? []), multiply(notDecomposed, own ?? zero));
  };
  const expected = expectation((part) => part.expected) ?? own;
  const expectedWhenRead = expectation((part) => part.expectedWhenRead) ?? expected;
  return {
    code: goal.code,
    isLeaf: false,
    share: {
      low: sumOf(({ contribution }) => contribution.low),
      high: sumOf(({ contribution }) => contribution.high),
    },
    missing: below.reduce((count, part) => count + part.missing, 0),
    leaves: below.reduce((count, part) => count + part.leaves, 0),
    ...(weighed ? { total: weighed.total } : {}),
    parts,
    notDecomposed,
    weighing,
    ...(expected ? { expected } : {}),
    ...(expectedWhenRead ? { expectedWhenRead } : {}),
  };
}

/** A part counts between nothing and all of itself. */
function capped({ low, high }: ShareRange): ShareRange {
  return { low: clamp(low, zero, one), high: clamp(high, zero, one) };
}

interface Weights {
  readonly weights: readonly Rational[];
  /** What the weights are divided by. */
  readonly whole: Rational;
  readonly weighing: GoalProgress['weighing'];
}

/**
 * Of a sum each part weighs what it is to bring, over the own target of the parent or, where it has
 * none, over what all are to bring. Undefined where parts cannot be added: another unit, or nothing
 * to bring; they then count by weights.
 */
function sumWeights(goal: Goal, below: readonly GoalProgress[]) {
  const totals = below.flatMap(({ total }) => total ?? []);
  const unit = totals[0]?.unit ?? '';
  const isAlike = totals.length === below.length && totals.every((total) => total.unit === unit);
  if (!isAlike) return undefined;
  const gains = totals.map(({ target, baseline }) => {
    const gain = subtract(target, baseline);
    return goal.direction === 'down' ? negate(gain) : gain;
  });
  if (gains.some((gain) => gain.num < 0n)) return undefined;
  const total = {
    unit,
    baseline: add(...totals.map(({ baseline }) => baseline)),
    target: add(...totals.map(({ target }) => target)),
    read: add(...totals.map(({ read }) => read)),
  };
  const whole = ownGain(goal, total) ?? add(...gains);
  return whole.num > 0n ? { weights: gains, whole, weighing: 'sum' as const, total } : undefined;
}

/** Without a baseline of its own, a parent began where its parts began. */
function ownGain(
  { measure, direction }: Goal,
  below: { readonly unit: string; readonly baseline: Rational },
): Rational | undefined {
  if (measure?.kind !== 'quantity' || measure.unit !== below.unit) return undefined;
  const baseline = measure.baseline === undefined ? below.baseline : parseExact(measure.baseline);
  const target = parseExact(measure.target);
  if (!baseline || !target) return undefined;
  const gain = subtract(target, baseline);
  return direction === 'down' ? negate(gain) : gain;
}

/** The weights as written, over their own sum; all alike where any of them is not written. */
function writtenWeights(goal: Goal, below: readonly GoalProgress[], tree: GoalTree): Weights {
  const weights = below.map(({ code }) => weightIn(goal.code, tree.goals.get(code), tree));
  const written = weights.flatMap((weight) => weight ?? []);
  const sum = written.reduce((all, weight) => all + weight, 0);
  if (written.length < below.length || sum <= 0) {
    const alike = below.map(() => one);
    return { weights: alike, whole: rational(BigInt(below.length)), weighing: 'equal' };
  }
  return {
    weights: written.map((weight) => rational(BigInt(weight))),
    whole: rational(BigInt(sum)),
    weighing: 'asWritten',
  };
}

/** The weight of a part in a parent: its own of a child, that of the link of a leaf that serves. */
export function weightIn(
  parent: string,
  goal: Goal | undefined,
  tree: GoalTree,
): number | undefined {
  const isChild = tree.childrenOf(parent).some(({ code }) => code === goal?.code);
  return isChild ? goal?.weight : goal?.serves.find((link) => link.goal === parent)?.weight;
}
