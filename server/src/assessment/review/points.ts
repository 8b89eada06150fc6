/** What each clause made of each subject's points, with its facts. No new numbers: lines of the result. */

import type { Assessment, CellState, Line, Node, SubjectResult } from '@oneneedle/kernel';
import { fullOf, leaves } from '../breakdown.ts';
import type { Folder } from '../folder.ts';
import { placesFor, pointsText } from '../print-words.ts';

/** Points as they are printed, and in thousandths. */
interface Points {
  readonly milli: number;
  readonly text: string;
}

/** The points of a period, subject by subject, for a review meeting. */
export interface ReviewPoints {
  readonly asOf: string;
  readonly subjects: readonly SubjectPoints[];
}

export interface SubjectPoints {
  readonly code: string;
  readonly group: string | undefined;
  readonly total: Points;
  readonly full: Points;
  /** Whether the kernel ranks it: nothing is missing, and it is assessed. */
  readonly isRanked: boolean;
  readonly notAssessed: string | undefined;
  /** Clauses whose material is missing, by their indicator. */
  readonly missing: readonly string[];
  readonly clauses: readonly ClausePoints[];
}

/** One clause of one subject. */
export interface ClausePoints {
  readonly code: string;
  readonly text: string;
  readonly state: CellState;
  /** What it took (below zero) or gave. */
  readonly change: Points;
  /** What is left of the full mark, where the clause has a mark for itself. */
  readonly got: Points | undefined;
  readonly full: Points | undefined;
  readonly factIds: readonly string[];
}

/** Lays an assessment out by clauses. */
export function reviewPoints({ scheme }: Folder, { asOf, subjects }: Assessment): ReviewPoints {
  const nodes = new Map(nodesOf(scheme.tree).map((node) => [node.code, node]));
  const found = subjects.map((subject) => ({ subject, clauses: clausesOf(subject, nodes) }));
  const decimals = placesFor(
    scheme,
    found.flatMap(({ subject, clauses }) => [
      subject.totalMilli,
      ...clauses.flatMap(({ change, got }) => [change, got ?? 0]),
    ]),
  );
  const points = (milli: number) => ({ milli, text: pointsText(milli, decimals) });
  return {
    asOf,
    subjects: found.map(({ subject, clauses }) => ({
      code: subject.code,
      group: subject.group,
      total: points(subject.totalMilli),
      full: points(subject.fullMilli),
      isRanked: subject.rank !== undefined,
      notAssessed: subject.notAssessed,
      missing: missingIn(subject.tree),
      clauses: clauses.map(({ change, full, got, ...clause }) => ({
        ...clause,
        change: points(change),
        got: got === undefined ? undefined : points(got),
        full: full === undefined ? undefined : points(full),
      })),
    })),
  };
}

interface Found extends Pick<ClausePoints, 'code' | 'text' | 'state' | 'factIds'> {
  readonly change: number;
  readonly got: number | undefined;
  readonly full: number | undefined;
}

function clausesOf({ tree, group }: SubjectResult, nodes: ReadonlyMap<string, Node>): Found[] {
  const below = (line: Line, isWeighted: boolean): Found[] =>
    line.children.flatMap((child) => {
      if (child.kind === 'clause') return [foundOf(child)];
      const weighs = line.children.some(
        ({ kind, code }) => kind === 'weight' && code === child.code,
      );
      const found = below(child, isWeighted || weighs);
      const node = nodes.get(child.code);
      const [only, ...others] = found;
      const isAlone = child.kind === 'node' && others.length === 0 && !isWeighted && !weighs;
      if (!node || !only || !isAlone || only.full !== undefined) return found;
      const full = fullOf(node, child, group);
      return full === undefined ? found : [markedOf(only, child, full)];
    });
  return below(tree, false);
}

function foundOf(line: Line): Found {
  const { code, label, text, milli, state } = line;
  const factIds = [...new Set(leaves(line).flatMap((leaf) => leaf.factIds))];
  return {
    code,
    text: text ?? label,
    state,
    change: milli,
    factIds,
    got: undefined,
    full: undefined,
  };
}

/** A clause that has a full mark for itself: what is left of it, and what that is less than full. */
function markedOf(clause: Found, { milli }: Line, full: number): Found {
  const hasNumber = clause.state === 'scored' || clause.state === 'zeroed';
  return hasNumber ? { ...clause, change: milli - full, got: milli, full } : { ...clause, full };
}

function missingIn(line: Line): string[] {
  const own = line.kind === 'clause' && line.state === 'missing' ? [line.label] : [];
  return [...own, ...line.children.flatMap(missingIn)];
}

function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}
