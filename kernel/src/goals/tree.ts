/** The tree that codes make, and the leaves that serve a goal from elsewhere. */

import type { Goal } from './shapes.ts';

/** Goals by code with their children in the order of codes. */
export interface GoalTree {
  readonly goals: ReadonlyMap<string, Goal>;
  readonly roots: readonly Goal[];
  childrenOf(code: string): readonly Goal[];
  /** Leaves from elsewhere that serve a goal and are not below it already, each once. */
  serversOf(code: string): readonly Goal[];
  /** Neither children nor servers: it is read itself. */
  isLeaf(code: string): boolean;
}

const codeShape = /^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,5}$/;

/** Whether a text is a code of a goal: `1`, `1.2`, `1.2.3`. */
export function isGoalCode(text: string): boolean {
  return codeShape.test(text);
}

/** The code of the goal above; undefined of a goal of the year. */
export function parentCode(code: string): string | undefined {
  const end = code.lastIndexOf('.');
  return end < 0 ? undefined : code.slice(0, end);
}

/** The order of codes: `1.2` before `1.10`, a parent before its children. */
export function compareGoalCodes(one: string, other: string): number {
  const [a, b] = [one.split('.'), other.split('.')];
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const [x = '', y = ''] = [a[place], b[place]];
    if (x !== y) return x.length - y.length || (x < y ? -1 : 1);
  }
  return a.length - b.length;
}

/** Builds the tree; the order in which goals are given never matters. A code given twice stands once. */
export function goalTree(goals: readonly Goal[]): GoalTree {
  const sorted = [...goals].sort((a, b) => compareGoalCodes(a.code, b.code));
  const byCode = new Map(sorted.map((goal) => [goal.code, goal]));
  const children = new Map<string, Goal[]>();
  const roots: Goal[] = [];
  for (const goal of byCode.values()) {
    const above = parentCode(goal.code);
    // A goal whose parent is not there still stands: nothing that was written is lost.
    if (above === undefined || !byCode.has(above)) roots.push(goal);
    else children.set(above, [...(children.get(above) ?? []), goal]);
  }
  const childrenOf = (code: string) => children.get(code) ?? [];
  const servers = serversIn([...byCode.values()], childrenOf);
  const serversOf = (code: string) => servers.get(code) ?? [];
  return {
    goals: byCode,
    roots,
    childrenOf,
    serversOf,
    isLeaf: (code) => childrenOf(code).length === 0 && serversOf(code).length === 0,
  };
}

/** Whether the first code is the second or stands below it. */
export function isWithin(code: string, above: string): boolean {
  return code === above || code.startsWith(`${above}.`);
}

/** All goals below a goal, itself left out. */
export function goalsBelow(tree: GoalTree, code: string): Goal[] {
  return tree.childrenOf(code).flatMap((child) => [child, ...goalsBelow(tree, child.code)]);
}

function serversIn(
  goals: readonly Goal[],
  childrenOf: (code: string) => readonly Goal[],
): Map<string, Goal[]> {
  const wanted = new Map<string, Goal[]>();
  for (const goal of goals) {
    if (childrenOf(goal.code).length > 0) continue; // a parent is read through its own children
    for (const code of new Set(goal.serves.map((link) => link.goal))) {
      if (!isWithin(goal.code, code)) wanted.set(code, [...(wanted.get(code) ?? []), goal]);
    }
  }
  // A leaf that serves a goal and another one below it reaches the upper one once, by the lower one.
  const isTwice = (goal: Goal, code: string) =>
    goal.serves.some((link) => link.goal !== code && isWithin(link.goal, code));
  return new Map(
    [...wanted].map(([code, list]) => [code, list.filter((goal) => !isTwice(goal, code))]),
  );
}
