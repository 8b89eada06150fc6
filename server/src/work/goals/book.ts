/** The goals of a year with everything that is worked out from them: read once a request. */

import {
  type CoverageFinding,
  coverageOf,
  type Goal,
  type GoalLight,
  type GoalProgress,
  type GoalReading,
  type GoalRoster,
  type GoalTree,
  goalLight,
  goalTree,
  type IsoDate,
  isoDate,
  parentCode,
  progressOf,
  type Roster,
} from '@oneneedle/kernel';
import { type Names, namesOf, rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { goalProblem } from './problems.ts';
import { type GoalReach, goalReach } from './reach.ts';
import {
  goalsOfYear,
  type KeptGoal,
  moveCounts,
  type ReadingRow,
  readingsOfYear,
} from './store.ts';

export interface GoalBook {
  readonly year: number;
  readonly today: IsoDate;
  readonly roster: Roster;
  readonly people: GoalRoster;
  readonly reach: GoalReach;
  /** By code. */
  readonly kept: ReadonlyMap<string, KeptGoal>;
  readonly tree: GoalTree;
  /** By id of the goal, the latest first. */
  readonly readings: ReadonlyMap<string, readonly ReadingRow[]>;
  readonly progress: ReadonlyMap<string, GoalProgress>;
  readonly moves: ReadonlyMap<string, number>;
  /** How units and persons are written in cells, and read from them. */
  readonly names: Names;
  nameOf(code: string): string;
}

/** Reads the goals of a year and works them out. */
export async function goalBook(ctx: Ctx, year: number): Promise<GoalBook> {
  const { db } = ctx;
  const today = isoDate(chinaDay(ctx.now));
  const roster = await rosterOf(db);
  const goals = await goalsOfYear(db, year);
  const rows = await readingsOfYear(db, year);
  const codes = new Map(goals.map(({ id, code }) => [id, code]));
  const tree = goalTree(goals.map(asGoal));
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  return {
    year,
    today,
    roster,
    people: peopleOf(roster, { today, year }),
    reach: goalReach(ctx.actor, roster, today),
    kept: new Map(goals.map((goal) => [goal.code, goal])),
    tree,
    readings: Map.groupBy(rows, ({ goal_id: id }) => id),
    progress: progressOf(
      tree,
      rows.flatMap((row) => asReading(row, codes)),
      today,
    ),
    moves: await moveCounts(db, year),
    names: namesOf(roster),
    nameOf: (code) => names.get(code) ?? code,
  };
}

/** The goal and its progress by code; a code of the tree has both. */
export function workedOut(book: GoalBook, code: string) {
  const goal = book.tree.goals.get(code);
  const kept = book.kept.get(code);
  const progress = book.progress.get(code);
  if (!goal || !kept || !progress) throw goalProblem('goal-unknown');
  return { goal, kept, progress, light: lightOf(book, kept, { goal, progress }) };
}

function lightOf(
  book: GoalBook,
  { state }: KeptGoal,
  { goal, progress }: { goal: Goal; progress: GoalProgress },
): GoalLight {
  const light = goalLight(goal, progress, book.today);
  if (state === 'open' || light.state === 'done') return light;
  return { state: 'done', why: `已经办结；${light.why}` };
}

/** The office that leads a goal: its own, else that of the nearest goal above it. */
export function leadOf(book: GoalBook, code: string): string | undefined {
  const own = book.kept.get(code)?.text.leadUnit;
  const above = parentCode(code);
  return own ?? (above === undefined ? undefined : leadOf(book, above));
}

/** What the tree leaves open, with the ids of the goals. */
export function findingsOf(book: GoalBook): (CoverageFinding & { readonly goalId: string })[] {
  return coverageOf(book.tree, book.people).flatMap((finding) => {
    const kept = book.kept.get(finding.goal);
    return kept && kept.state === 'open' ? [{ ...finding, goalId: kept.id }] : [];
  });
}

/** The goal as the kernel reads it: dates and figures were checked when they were written. */
export function asGoal({ code, text }: Pick<KeptGoal, 'code' | 'text'>): Goal {
  const { title, measure, steps, direction, mode, weight, startsOn, dueOn } = text;
  const { accountable, village, isEveryVillage, serves } = text;
  const optional = { measure, weight, dueOn, accountable, village };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    code,
    title,
    steps: steps.map((step) => ({ ...step, on: isoDate(step.on) }) as Goal['steps'][number]),
    direction,
    mode,
    startsOn: isoDate(startsOn),
    isEveryVillage,
    serves: serves as Goal['serves'],
    ...(Object.fromEntries(known) as Partial<Goal>),
  };
}

function asReading(row: ReadingRow, codes: ReadonlyMap<string, string>): GoalReading[] {
  const goal = codes.get(row.goal_id);
  if (goal === undefined) return [];
  return [
    {
      id: row.id,
      goal,
      on: isoDate(row.read_on),
      seq: row.seq,
      ...(row.quantity === null ? {} : { quantity: row.quantity }),
      ...(row.steps_done === null ? {} : { stepsDone: row.steps_done }),
      ...(row.corrects === null ? {} : { corrects: row.corrects }),
    },
  ];
}

/** Villages of the year, and who holds a post today. */
function peopleOf(
  { units, persons, posts }: Roster,
  { today, year }: { today: IsoDate; year: number },
): GoalRoster {
  // A village that was merged away this year needs no leaf of its own; of past years its end counts.
  const at = today.startsWith(String(year)) ? today : `${year}-12-31`;
  const isThere = ({ from, to }: { from?: IsoDate; to?: IsoDate }, day: string) =>
    (from === undefined || from <= day) && (to === undefined || to >= day);
  const holding = new Set(posts.flatMap((post) => (isThere(post, today) ? [post.person] : [])));
  return {
    villages: units
      .filter((unit) => unit.type === 'village' && isThere(unit, at))
      .map(({ code, name }) => ({ code, name })),
    persons: new Map(
      persons.map(({ code, name }) => [code, { name, holdsPost: holding.has(code) }]),
    ),
  };
}
