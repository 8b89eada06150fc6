/** Whether two sets of field tests can ever be passed by one fact. */

import { compare, exact, parseExact, type Rational } from '../number/rational.ts';
import type { FieldTest, Where } from '../scheme/quantity.ts';
import { listOf } from '../scheme/shapes.ts';

/** Names under which one fact may carry several values, so that different labels exclude nothing. */
const severalValues: ReadonlySet<string> = new Set(['tag', 'role']);

/** True only if some field provably tells the two apart. */
export function disjoint(a: Where | undefined, b: Where | undefined): boolean {
  if (!a || !b) return false;
  return Object.entries(a).some(([name, test]) => {
    const other = Object.hasOwn(b, name) ? b[name] : undefined;
    if (other === undefined || severalValues.has(name)) return false;
    return excludes(test, other) || excludes(other, test);
  });
}

function excludes(a: FieldTest, b: FieldTest): boolean {
  const labels = labelsOf(a);
  if (labels) return labels.every((label) => !passes(label, b));
  if (typeof a !== 'object' || Array.isArray(a)) return false;
  if (a.present === false) return labelsOf(b) !== undefined || requiresValue(b);
  return boundsExclude(a, b);
}

function labelsOf(test: FieldTest): readonly string[] | undefined {
  return typeof test === 'string' || Array.isArray(test) ? listOf(test) : undefined;
}

function passes(label: string, test: FieldTest): boolean {
  const labels = labelsOf(test);
  if (labels) return labels.some((other) => sameText(label, other));
  if (typeof test !== 'object' || Array.isArray(test)) return true;
  if (test.present === false) return false;
  if (listOf(test.not).some((other) => sameText(label, other))) return false;
  const number = parseExact(label);
  const { low, high } = boundsOf(test);
  if (!low && !high) return true;
  return number !== undefined && inside(number, low, -1) && inside(number, high, 1);
}

function requiresValue(test: FieldTest): boolean {
  if (typeof test !== 'object' || Array.isArray(test)) return true;
  const { low, high } = boundsOf(test);
  return test.present === true || low !== undefined || high !== undefined;
}

interface Bound {
  readonly at: Rational;
  readonly open: boolean;
}

type Bounded = Exclude<FieldTest, string | string[]>;

function boundsOf(test: Bounded): { low?: Bound; high?: Bound } {
  const bound = (closed?: string, open?: string): Bound | undefined =>
    closed !== undefined
      ? { at: exact(closed), open: false }
      : open !== undefined
        ? { at: exact(open), open: true }
        : undefined;
  const low = bound(test.atLeast, test.above);
  const high = bound(test.atMost, test.below);
  return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
}

function inside(number: Rational, bound: Bound | undefined, side: 1 | -1): boolean {
  if (!bound) return true;
  const order = compare(number, bound.at);
  return order === 0 ? !bound.open : order !== side;
}

function boundsExclude(a: Bounded, b: FieldTest): boolean {
  if (typeof b !== 'object' || Array.isArray(b)) return false;
  const [{ low }, { high }] = [boundsOf(a), boundsOf(b)];
  if (!low || !high) return false;
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}

function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [parseExact(a), parseExact(b)];
  return x !== undefined && y !== undefined && compare(x, y) === 0;
}
