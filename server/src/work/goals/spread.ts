/** Many goals at once: a leaf for each village, and the tree of one year copied into another. */

import { randomUUID } from 'node:crypto';
import { type GoalInput, isCadre, isSecretary } from '@oneneedle/contract';
import { addYears, isoDate } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { deedBy, openGoal } from './actions.ts';
import { type GoalBook, goalBook } from './book.ts';
import { emptyText } from './import.ts';
import { goalProblem } from './problems.ts';
import { goalsOfYear, insertDeeds, insertGoals, type KeptGoal, lockGoals } from './store.ts';
import { villagesLeft } from './views.ts';

interface Expansion {
  readonly goalId: string;
  readonly version: number;
  readonly accountable: 'secretary' | 'residentCadre';
  readonly targets: readonly { readonly village: string; readonly target: string }[];
  readonly unit?: string | undefined;
}

/** Makes a leaf for each village that the goal lacks, with the person who holds the chosen place. */
export async function expandGoal(ctx: Ctx, { accountable, targets, unit, ...of }: Expansion) {
  await lockGoals(ctx.db, ctx.tenant.id);
  const { goal, book } = await openGoal(ctx, of);
  if (!goal.text.isEveryVillage) throw goalProblem('goal-not-every-village');
  const villages = villagesLeft(book, goal.code);
  if (villages.length === 0) throw goalProblem('goal-villages-covered');
  const stranger = targets.find(({ village }) => !villages.some(({ code }) => code === village));
  if (stranger) throw goalProblem('goal-place-unknown', { code: stranger.village });
  const targetOf = new Map(targets.map(({ village, target }) => [village, target]));
  const own = goal.text.measure?.kind === 'quantity' ? goal.text.measure.unit : undefined;
  const found = villages.map((village, place) => {
    const person = personFor(book, village.code, accountable);
    const target = targetOf.get(village.code);
    const said = unit ?? own;
    const { measure: _, dueOn, ...parent } = goal.text;
    const text: GoalInput = {
      ...parent,
      title: `${village.name}${goal.text.title}`,
      village: village.code,
      isEveryVillage: false,
      supportUnits: [],
      serves: [],
      ...(goal.text.measure?.kind === 'steps' ? { measure: { kind: 'steps' } } : {}),
      ...(target === undefined || said === undefined
        ? {}
        : { measure: { kind: 'quantity', target, unit: said } }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(person === undefined ? {} : { accountable: person }),
    };
    const { weight: __, ...unweighted } = text;
    const code = `${goal.code}.${lastBelow(book, goal.code) + place + 1}`;
    return { village, person, goal: newGoal(goal.year, code, unweighted) };
  });
  await write(
    ctx,
    found.map((one) => one.goal),
    `由 ${goal.code} 分解到每个村`,
  );
  return {
    made: found.length,
    withoutPerson: found.flatMap(({ person, village }) => (person === undefined ? [village] : [])),
  };
}

/** The last number that a goal below has. */
function lastBelow({ tree }: GoalBook, code: string): number {
  const numbers = tree.childrenOf(code).map((child) => Number(child.code.split('.').at(-1)));
  return Math.max(0, ...numbers);
}

/** The one person who holds the place today; nobody where it is empty. */
function personFor(
  { roster, today }: GoalBook,
  village: string,
  place: Expansion['accountable'],
): string | undefined {
  const holds = ({ from, to }: { from: string; to?: string }) =>
    from <= today && (to === undefined || to >= today);
  if (place === 'residentCadre') {
    return roster.pairings.find((one) => one.unit === village && isCadre(one.kind) && holds(one))
      ?.person;
  }
  const branches = roster.units.filter(
    ({ parent, type }) => parent === village && type === 'branch',
  );
  // Where the roster keeps the secretary at the branch, that one.
  const units = [village, ...branches.map(({ code }) => code)];
  const posts = units.flatMap((unit) =>
    roster.posts.filter((post) => post.unit === unit && isSecretary(post.role) && holds(post)),
  );
  return posts[0]?.person;
}

/** Copies the tree of a year into one that has none, every date as many years later. */
export async function copyGoals(
  ctx: Ctx,
  { from, to, baselines }: { from: number; to: number; baselines: 'asBefore' | 'lastReading' },
) {
  await lockGoals(ctx.db, ctx.tenant.id);
  const book = await goalBook(ctx, from);
  if (book.kept.size === 0) throw goalProblem('goal-year-empty', { year: from });
  if ((await goalsOfYear(ctx.db, to)).length > 0)
    throw goalProblem('goal-year-taken', { year: to });
  const there = new Set(book.people.villages.map(({ code }) => code));
  // A village that is no more, or merged away, takes no goal along.
  const kept = [...book.kept.values()].filter(
    ({ text }) => text.village === undefined || there.has(text.village),
  );
  const codes = new Set(kept.map(({ code }) => code));
  const copies = kept.map((goal) => {
    const { accountable, ...text } = laterBy(to - from, withBaseline(book, goal, baselines));
    const isHeld = accountable !== undefined && book.people.persons.get(accountable)?.holdsPost;
    const serves = text.serves.filter((link) => codes.has(link.goal));
    return newGoal(to, goal.code, { ...text, serves, ...(isHeld ? { accountable } : {}) });
  });
  const lost = copies.filter(({ code, text }) => {
    return text.accountable === undefined && book.kept.get(code)?.text.accountable !== undefined;
  });
  await write(ctx, copies, `由${from}年复制`);
  return {
    made: copies.length,
    withoutPerson: lost.map(({ code, text }) => `${code} ${text.title}`),
  };
}

function withBaseline(
  book: GoalBook,
  { code, text }: KeptGoal,
  baselines: 'asBefore' | 'lastReading',
): GoalInput {
  const last = book.progress.get(code)?.reading?.quantity;
  if (baselines === 'asBefore' || text.measure?.kind !== 'quantity' || last === undefined)
    return text;
  return { ...text, measure: { ...text.measure, baseline: last } };
}

function laterBy(years: number, text: GoalInput): GoalInput {
  const later = (day: string) => addYears(isoDate(day), years);
  return {
    ...text,
    startsOn: later(text.startsOn),
    ...(text.dueOn === undefined ? {} : { dueOn: later(text.dueOn) }),
    steps: text.steps.map((step) => ({ ...step, on: later(step.on) })),
  };
}

function newGoal(year: number, code: string, text: GoalInput): KeptGoal {
  const whole = { ...emptyText(year), ...text };
  return { id: randomUUID(), year, code, state: 'open', version: 1, text: whole };
}

async function write(ctx: Ctx, goals: readonly KeptGoal[], reason: string): Promise<void> {
  await insertGoals(ctx.db, ctx.tenant.id, goals);
  const deeds = goals.map(({ id }) => deedBy(ctx, id, 'make', { reason }));
  await insertDeeds(ctx.db, ctx.tenant.id, deeds);
}
