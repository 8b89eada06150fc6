/** What keeps a period from the seal, by the office that can settle it. Pure. */

import type { EmptyCell, Obstacle, Readiness } from './replies.ts';

/** What one office has to settle; '' is the town as a whole. */
export interface OfficeDuty {
  readonly office: string;
  /** Clauses without 经查无. */
  readonly unsigned: readonly string[];
  readonly waiting: { readonly drafts: number; readonly reviewed: number } | undefined;
  readonly obstacles: readonly Obstacle[];
  /** How many matters that is: a signature a clause, an entry, an obstacle each. */
  readonly count: number;
}

type Sources = Pick<Readiness, 'obstacles' | 'unsigned' | 'waiting'>;

/** Offices with something to settle, the most first, the town as a whole before all. */
export function dutiesOf({ obstacles, unsigned, waiting }: Sources): OfficeDuty[] {
  const signed = new Set(unsigned.flatMap(({ clauses }) => clauses));
  // A missing signature is told once, with the clauses of its office.
  const others = obstacles.filter(
    ({ code, clause }) =>
      code !== 'already-sealed' &&
      !(code === 'unchecked' && (clause === undefined ? signed.size > 0 : signed.has(clause))),
  );
  const offices = new Set([
    ...others.map(({ owner = '' }) => owner),
    ...unsigned.map(({ office }) => office),
    ...waiting.map(({ office }) => office),
  ]);
  return [...offices]
    .map((office): OfficeDuty => {
      const clauses = unsigned.filter((one) => one.office === office).flatMap((one) => one.clauses);
      const entries = waiting.find((one) => one.office === office);
      const own = others.filter(({ owner = '' }) => owner === office);
      const isWaiting = entries !== undefined && entries.drafts + entries.reviewed > 0;
      return {
        office,
        unsigned: clauses,
        waiting: isWaiting ? entries : undefined,
        obstacles: own,
        count: clauses.length + own.length + (isWaiting ? entries.drafts + entries.reviewed : 0),
      };
    })
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        Number(b.office === '') - Number(a.office === '') ||
        b.count - a.count ||
        (a.office < b.office ? -1 : 1),
    );
}

/** How many matters the seal must wait for; entries that wait keep nothing from being sealed. */
export function obstacleCount(readiness: Sources): number {
  return dutiesOf({ ...readiness, waiting: [] }).reduce((sum, { count }) => sum + count, 0);
}

/** What only asks for a look: a notice that is an obstacle too is told there. */
export function noticesOnly({
  notices,
  obstacles,
}: Pick<Readiness, 'notices' | 'obstacles'>): Obstacle[] {
  const isObstacle = ({ sentence }: Obstacle) =>
    obstacles.some((obstacle) => obstacle.sentence.startsWith(sentence));
  return notices.filter((notice) => !isObstacle(notice));
}

const order: readonly EmptyCell['state'][] = ['missing', 'zeroed', 'notDue', 'notApplicable'];

/** Cells without a number, those for want of material first. */
export function cellsInOrder(cells: readonly EmptyCell[]): EmptyCell[] {
  return [...cells].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
