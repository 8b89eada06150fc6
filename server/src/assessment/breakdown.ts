/**
 * One subject's points laid out for print: what each indicator granted, which clauses gave or took
 * and by which facts, and how many did neither. No new numbers: every one is a line of the result.
 */

import {
  type CellState,
  type Line,
  type LineKind,
  type Node,
  parseExact,
  printMilli,
  type Scheme,
  type SubjectResult,
} from '@oneneedle/kernel';

/** A line without lines below it: an entry, a cap, a balance, a correction. */
export interface Cause {
  readonly kind: LineKind;
  readonly label: string;
  readonly milli: number;
  /** How it came about. */
  readonly reason: string;
  /** Heard and not counted: stays visible with nothing. */
  readonly isStruck: boolean;
  readonly factIds: readonly string[];
}

/** A clause that gave or took something, or whose cell has to be looked at. */
export interface ClausePart {
  readonly kind: 'clause';
  readonly code: string;
  readonly text: string;
  readonly milli: number;
  readonly state: CellState;
  readonly reason: string;
  readonly causes: readonly Cause[];
}

/** What an indicator itself did: cap, floor, gate, conversion; or that it does not apply. */
export interface NodePart {
  readonly kind: 'node';
  /** The indicator, where it is not the one at the top. */
  readonly code: string;
  readonly name: string;
  readonly cause: Cause;
  readonly state: CellState;
}

/** How many clauses have nothing to tell. */
export interface Quiet {
  readonly unchanged: number;
  readonly notDue: number;
  readonly notApplicable: number;
}

/** An indicator of the first level. Granted and the parts add up to `milli`. */
export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly owner: string | undefined;
  /** The full mark for this subject; undefined where the scheme gives the indicator none. */
  readonly fullMilli: number | undefined;
  /** Marks and base points that the subject had before anything happened. */
  readonly grantedMilli: number;
  readonly milli: number;
  readonly state: CellState;
  readonly reason: string;
  readonly parts: readonly (ClausePart | NodePart)[];
  readonly quiet: Quiet;
}

/** A subject's points. The indicators and `others` add up to the total. */
export interface Breakdown {
  readonly indicators: readonly Indicator[];
  /** Lines directly under the total: corrections, vetoes, bounds. */
  readonly others: readonly Cause[];
}

/**
 * Lays out the tree of a subject. `lost` are clauses that gave nothing for want of a document: they
 * are told too, since a village must see why it got nothing for what it did.
 */
export function breakdownOf(
  scheme: Scheme,
  subject: SubjectResult,
  lost: ReadonlySet<string> = new Set(),
): Breakdown {
  const { children } = subject.tree;
  const nodes = new Map(nodesOf(scheme.tree).map((node) => [node.code, node]));
  return {
    indicators: children
      .filter(({ kind }) => kind === 'node')
      .map((line) => indicatorOf(line, { nodes, lost, group: subject.group })),
    others: children
      .filter(({ kind }) => kind !== 'node')
      .flatMap(leaves)
      .map(causeOf),
  };
}

interface Place {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly lost: ReadonlySet<string>;
  readonly group: string | undefined;
}

function indicatorOf(line: Line, { nodes, lost, group }: Place): Indicator {
  const node = nodes.get(line.code);
  const found = gathered(line, undefined, lost);
  return {
    code: line.code,
    name: line.label,
    owner: node?.owner,
    fullMilli: node === undefined ? undefined : fullOf(node, line, group),
    grantedMilli: found.grantedMilli,
    milli: line.milli,
    state: line.state,
    reason: line.reason,
    parts: found.parts,
    quiet: found.quiet,
  };
}

interface Gathered {
  grantedMilli: number;
  parts: (ClausePart | NodePart)[];
  quiet: { unchanged: number; notDue: number; notApplicable: number };
}

/** What stands below a node, in the order of the document. `under` names it where it is not the top. */
function gathered(line: Line, under: Line | undefined, lost: ReadonlySet<string>): Gathered {
  const found: Gathered = {
    grantedMilli: 0,
    parts: [],
    quiet: { unchanged: 0, notDue: 0, notApplicable: 0 },
  };
  const place = { code: under?.code ?? '', name: under?.label ?? '' };
  if (line.state === 'notApplicable') {
    const cause = { ...causeOf(line), label: '不适用' };
    found.parts.push({ kind: 'node', ...place, cause, state: line.state });
    return found;
  }
  for (const child of line.children) {
    if (child.kind === 'node') {
      const below = gathered(child, child, lost);
      found.grantedMilli += below.grantedMilli;
      found.parts.push(...below.parts);
      for (const key of quietKeys) found.quiet[key] += below.quiet[key];
    } else if (child.kind === 'clause') {
      addClause(found, child, lost);
    } else if (child.kind === 'base') {
      found.grantedMilli += child.milli;
    } else {
      for (const leaf of leaves(child).filter(tells)) {
        found.parts.push({ kind: 'node', ...place, cause: causeOf(leaf), state: 'scored' });
      }
    }
  }
  return found;
}

const quietKeys = ['unchanged', 'notDue', 'notApplicable'] as const;

function addClause(found: Gathered, line: Line, lost: ReadonlySet<string>): void {
  const { code, label, text, milli, state, reason } = line;
  const isTelling = milli !== 0 || state === 'missing' || state === 'zeroed' || lost.has(code);
  if (!isTelling) {
    if (state === 'notDue') found.quiet.notDue += 1;
    else if (state === 'notApplicable') found.quiet.notApplicable += 1;
    else found.quiet.unchanged += 1;
    return;
  }
  const causes = leaves(line)
    .filter((leaf) => leaf !== line && tells(leaf))
    .map(causeOf);
  found.parts.push({ kind: 'clause', code, text: text ?? label, milli, state, reason, causes });
}

/** The lines that have none below them, each with the month or quarter above it in its label. */
export function leaves(line: Line): Line[] {
  if (line.children.length === 0) return [line];
  return line.children.flatMap((child) => {
    if (child.kind !== 'segment') return leaves(child);
    return leaves(child).map((leaf) => ({
      ...leaf,
      reason: [child.label, leaf.reason].filter((part) => part !== '').join('：'),
    }));
  });
}

function tells(line: Line): boolean {
  return line.milli !== 0 || line.struck === true;
}

function causeOf({ kind, label, milli, reason, struck, factIds }: Line): Cause {
  return { kind, label, milli, reason, isStruck: struck === true, factIds };
}

/**
 * The full mark of a node for a group; undefined where neither it nor anything below has one, or
 * where those below are weighted. Nodes that the subject does not have are not among its lines.
 */
export function fullOf(node: Node, line: Line, group: string | undefined): number | undefined {
  const own = byGroup(node, group)?.full ?? node.full;
  if (own !== undefined) return milliOf(own);
  const children = (node.children ?? []).flatMap((child) => {
    const below = line.children.find(({ kind, code }) => kind === 'node' && code === child.code);
    return below ? [{ child, below }] : [];
  });
  if (children.some(({ child }) => (byGroup(child, group)?.weight ?? child.weight) !== undefined))
    return;
  const known = [
    node.base === undefined ? undefined : milliOf(node.base),
    ...children.map(({ child, below }) => fullOf(child, below, group)),
  ].filter((full) => full !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, full) => sum + full, 0);
}

function milliOf(text: string): number {
  const value = parseExact(text);
  if (!value) throw new Error(`not an exact number: ${text}`);
  return printMilli(value);
}

function byGroup(node: Node, group: string | undefined) {
  const changed = node.byGroup;
  if (changed === undefined || group === undefined || !Object.hasOwn(changed, group)) return;
  return changed[group];
}

function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}
