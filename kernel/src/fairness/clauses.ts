/** What each clause tells the subjects apart by: never, always, the same for all, with or against the rest. */

import type { Assessment, Line } from '../evaluate/assessment.ts';
import { clausesOf } from '../explain/replay.ts';
import { rational } from '../number/rational.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { fairnessLeast } from './least.ts';
import { correlationMilli } from './moments.ts';

/**
 * - `few`: too few subjects have a number under it.
 * - `never`: it took and gave nothing.
 * - `same`: it took or gave the same for everybody.
 * - `always`: it took something from everybody, not the same.
 * - `against`: who does well under it does badly in the rest.
 */
export type ClauseFinding = 'few' | 'never' | 'same' | 'always' | 'against';

export interface ClausePower {
  readonly code: string;
  readonly text: string;
  readonly owner?: string;
  /** Subjects with a number under it, and of how many it took or gave points. */
  readonly subjects: number;
  readonly took: number;
  readonly gave: number;
  /** Thousandths, over all subjects. */
  readonly sumMilli: number;
  /** With the total without it, in thousandths; absent where it cannot be said. */
  readonly correlationMilli?: number;
  readonly finding?: ClauseFinding;
}

/** Every clause of the scheme that some subject has a number under, in the order of the scheme. */
export function clausePowers(scheme: Scheme, { subjects }: Assessment): ClausePower[] {
  const assessed = subjects.filter(({ notAssessed }) => notAssessed === undefined);
  const found = assessed.map(({ tree, totalMilli }) => ({ lines: clauseLines(tree), totalMilli }));
  return [...clausesOf(scheme).values()].flatMap(({ code, text, owner }) => {
    const cells = found.flatMap(({ lines, totalMilli }) => {
      const cell = lines.get(code);
      return cell ? [{ ...cell, rest: totalMilli - cell.milli }] : [];
    });
    if (cells.length === 0) return [];
    const marks = cells.map(({ milli }) => milli);
    const isSilent = cells.some((cell) => cell.isWeighted) || !isVaried(marks);
    const power = isSilent ? undefined : restOf(cells);
    const finding = findingOf(marks, power);
    return [
      {
        code,
        text,
        ...(owner === undefined ? {} : { owner }),
        subjects: cells.length,
        took: marks.filter((milli) => milli < 0).length,
        gave: marks.filter((milli) => milli > 0).length,
        sumMilli: marks.reduce((sum, milli) => sum + milli, 0),
        ...(power === undefined ? {} : { correlationMilli: power }),
        ...(finding === undefined ? {} : { finding }),
      },
    ];
  });
}

interface Cell {
  readonly milli: number;
  /** A weight stands above it: its points and the total's have different sizes. */
  readonly isWeighted: boolean;
}

/** The clauses of a tree that have a number. */
function clauseLines(tree: Line): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const walk = (line: Line, isWeighted: boolean) => {
    for (const child of line.children) {
      const hasNumber = child.state === 'scored' || child.state === 'zeroed';
      const weighs = isWeighted || line.children.some(({ kind }) => kind === 'weight');
      if (child.kind !== 'clause') walk(child, weighs);
      else if (hasNumber) cells.set(child.code, { milli: child.milli, isWeighted: weighs });
    }
  };
  walk(tree, false);
  return cells;
}

/** Enough subjects, and enough of them that stand apart from most: two deductions show no pattern. */
function isVaried(marks: readonly number[]): boolean {
  const most = Math.max(...marks.map((milli) => marks.filter((one) => one === milli).length));
  return marks.length >= fairnessLeast.subjects && marks.length - most >= fairnessLeast.inGroup;
}

function restOf(cells: readonly (Cell & { readonly rest: number })[]): number | undefined {
  return correlationMilli(
    cells.map(({ milli, rest }) => [rational(BigInt(milli)), rational(BigInt(rest))] as const),
  );
}

/** Against the rest from −0.200 on: nearer to zero it says nothing for so few. */
const against = -200;

function findingOf(marks: readonly number[], power: number | undefined): ClauseFinding | undefined {
  if (marks.length < fairnessLeast.subjects) return 'few';
  if (marks.every((milli) => milli === 0)) return 'never';
  if (marks.every((milli) => milli === marks[0])) return 'same';
  if (power !== undefined && power <= against) return 'against';
  return marks.every((milli) => milli < 0) ? 'always' : undefined;
}
