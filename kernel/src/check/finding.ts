/** A finding of the check: where, how bad, and a sentence that a clerk understands. */

import type { z } from 'zod';
import type { Positions } from '../scheme/positions.ts';
import { catalogue, type FindingCode } from './catalogue.ts';
import { shapeProblems } from './shape-words.ts';
import { whereIn } from './where.ts';

/**
 * `error`: a number would be wrong, the scheme is refused. `warning`: a person may decide and go
 * on. `hint`: worth knowing, printed on the 口径 page.
 */
export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  readonly code: string;
  /** Where, in the words of the file: `tree[1].clauses[0].rule`. */
  readonly path: string;
  readonly severity: Severity;
  readonly sentence: string;
  /** What stands there, in the words of people: 条款 1.5, 指标 2.1, 事实 D-0012. */
  readonly where?: string;
  /** Line and column in the text that was read, from 1; absent where no text is known. */
  readonly line?: number;
  readonly column?: number;
}

/** The findings with the lines and columns of their paths, as far as the text has them. */
export function located(findings: readonly Finding[], positions: Positions): Finding[] {
  return findings.map((item) =>
    item.line === undefined ? { ...item, ...positions(item.path) } : item,
  );
}

/** The findings with the names of what stands at their paths in a scheme, roster or list. */
export function named(findings: readonly Finding[], root: unknown): Finding[] {
  return findings.map((item) => {
    const where = whereIn(root, item.path);
    return where === undefined ? item : { ...item, where };
  });
}

/**
 * Shape errors of a document as findings, all at once, in order. With the shape itself a
 * misspelt key is answered with the nearest one that is allowed there.
 */
export function shapeFindings(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  shape?: z.core.$ZodType,
): Finding[] {
  const problems = shapeProblems(issues, input, shape);
  const findings = problems.map(({ code, path, sentence }) =>
    finding(code, pathText(path), sentence),
  );
  return named(inOrder(findings), input);
}

/** A finding of a catalogued code; the severity may be given where the code knows several. */
export function finding(
  code: FindingCode,
  path: string,
  sentence: string,
  severity: Severity = severitiesOf(code)[0],
): Finding {
  return { code, path, severity, sentence };
}

/** The severities that a code can have, the usual one first. */
export function severitiesOf(code: FindingCode): readonly [Severity, ...Severity[]] {
  const { severity } = catalogue[code];
  return typeof severity === 'string' ? [severity] : severity;
}

/** Findings by path, then code, then sentence; `tree[2]` stands before `tree[10]`. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((item) => ({ item, path: pathParts(item.path) }));
  keyed.sort(
    (a, b) =>
      comparePaths(a.path, b.path) ||
      compareTexts(a.item.code, b.item.code) ||
      compareTexts(a.item.sentence, b.item.sentence),
  );
  return keyed.map(({ item }) => item);
}

/** `['tree', 1, 'code']` → `tree[1].code`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function pathParts(path: string): string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== '');
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const order = comparePart(a[index] ?? '', b[index] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function comparePart(a: string, b: string): number {
  const bothNumbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  return (bothNumbers && a.length - b.length) || compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
