/** What changed between two results of one subject, largest change first. */

import type { Assessment, CellState, Line, LineKind } from '../evaluate/assessment.ts';
import type { Milli } from '../number/points.ts';
import { factIdsBelow, linesBelow, resultOf } from './lines.ts';
import { pointsText, signedPointsText, stateWords, words } from './words.ts';

/** A node or clause before or after; absent where it did not exist. */
interface Side {
  readonly milli: Milli;
  readonly state: CellState;
}

export interface ChangedLine {
  readonly kind: LineKind;
  readonly code: string;
  readonly label: string;
  readonly before?: Side;
  readonly after?: Side;
  readonly changeMilli: Milli;
  /** Facts that the line names now and did not name before, and the other way round. */
  readonly newFactIds: readonly string[];
  readonly goneFactIds: readonly string[];
  /** "1.1 明查暗访 −2.500 → −1.000（+1.500）". */
  readonly sentence: string;
}

export interface Difference {
  readonly subject: string;
  readonly before?: Side;
  readonly after?: Side;
  readonly changeMilli: Milli;
  readonly newFactIds: readonly string[];
  readonly goneFactIds: readonly string[];
  /** Nodes, clauses and what stands directly under the total, if anything about them changed. */
  readonly lines: readonly ChangedLine[];
}

/**
 * The difference between two results for one subject: what is new in `after` is a gain or a loss
 * against `before`. Undefined if neither knows the subject.
 */
export function difference(
  before: Assessment,
  after: Assessment,
  subject: string,
): Difference | undefined {
  const [old, now] = [resultOf(before, subject), resultOf(after, subject)];
  if (!old && !now) return undefined;
  const [oldLines, nowLines] = [namedLines(old?.tree), namedLines(now?.tree)];
  const keys = new Set([...nowLines.keys(), ...oldLines.keys()]);
  const lines = [...keys]
    .map((key) => changeOf(oldLines.get(key), nowLines.get(key)))
    .filter((line) => line !== undefined);
  const changed = factChanges(old?.tree, now?.tree);
  return {
    subject,
    ...sides(old && sideOf(old.tree), now && sideOf(now.tree)),
    changeMilli: minus(now?.tree, old?.tree),
    ...changed,
    lines: lines.sort(bySize),
  };
}

const named: ReadonlySet<LineKind> = new Set(['node', 'clause']);

/** Nodes and clauses by kind and code, and the lines directly under the total (更正, 否决 …). */
function namedLines(tree: Line | undefined): Map<string, Line> {
  const lines = new Map<string, Line>();
  if (!tree) return lines;
  const top = new Set(tree.children);
  for (const line of linesBelow(tree)) {
    if (line === tree || !(named.has(line.kind) || top.has(line))) continue;
    const key = `${line.kind}|${line.code}|${named.has(line.kind) ? '' : line.label}`;
    if (!lines.has(key)) lines.set(key, line);
  }
  return lines;
}

function changeOf(before: Line | undefined, after: Line | undefined): ChangedLine | undefined {
  const line = after ?? before;
  if (!line) return undefined;
  const changeMilli = minus(after, before);
  const changed = factChanges(before, after);
  const same =
    changeMilli === 0 &&
    before?.state === after?.state &&
    changed.newFactIds.length === 0 &&
    changed.goneFactIds.length === 0;
  if (same) return undefined;
  const { kind, code, label } = line;
  const told = `${valueText(before)} → ${valueText(after)}（${signedPointsText(changeMilli)}）`;
  return {
    kind,
    code,
    label,
    ...sides(before && sideOf(before), after && sideOf(after)),
    changeMilli,
    ...changed,
    sentence: `${named.has(kind) ? `${code} ` : ''}${label} ${told}`,
  };
}

function factChanges(before: Line | undefined, after: Line | undefined) {
  const [old, now] = [before, after].map((line) => (line ? factIdsBelow(line) : []));
  const [oldSet, nowSet] = [new Set(old), new Set(now)];
  return {
    newFactIds: [...nowSet].filter((id) => !oldSet.has(id)),
    goneFactIds: [...oldSet].filter((id) => !nowSet.has(id)),
  };
}

function sideOf({ milli, state }: Line): Side {
  return { milli, state };
}

function sides(before: Side | undefined, after: Side | undefined) {
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function minus(after: Line | undefined, before: Line | undefined): Milli {
  return ((after?.milli ?? 0) - (before?.milli ?? 0)) as Milli;
}

function valueText(line: Line | undefined): string {
  if (!line) return words.none;
  return [pointsText(line.milli), stateWords[line.state]].filter(Boolean).join(' ');
}

function bySize(a: ChangedLine, b: ChangedLine): number {
  const size = Math.abs(b.changeMilli) - Math.abs(a.changeMilli);
  return size || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
