/**
 * Questions about the result that is being made: its grade, total and rank are not facts yet, so
 * the reader cannot know them. `gradeIn`, `resultGradeIn` and `result` of the scheme's own line and
 * period are answered here; everything else goes to the reader unchanged.
 */

import type { Asking, Reader, Truth } from '../evaluate/reader.ts';
import { fromMilli, type Milli } from '../number/points.ts';
import { divide, exact, toExactText } from '../number/rational.ts';
import type { Comparison, Condition, Quantity, ResultRead } from '../scheme/quantity.ts';

/** The result of one subject so far; what is not settled is left out. */
export interface OwnResult {
  readonly line: string;
  readonly grade?: string;
  /** True when there will be no grade, as against not yet. */
  readonly ungraded?: boolean;
  readonly totalMilli?: Milli;
  readonly fullMilli?: Milli;
  readonly rank?: number;
  /** How many are ranked in the subject's circle. */
  readonly ranked?: number;
}

/** Quantities that speak of somebody else or of another period; inside them nothing is replaced. */
const elsewhere = new Set(['prior', 'ownMean', 'groupMean', 'groupBest', 'groupRank']);

/** The answer to a condition, with what is known of the subject's own result. */
export function askWithOwn(
  condition: Condition,
  own: OwnResult,
  reader: Reader,
  asking: Asking,
): Truth {
  if (!speaksOfOwn(condition, own)) return reader.condition(condition, asking);
  if ('all' in condition) {
    return joined(
      condition.all.map((part) => askWithOwn(part, own, reader, asking)),
      'all',
    );
  }
  if ('any' in condition) {
    return joined(
      condition.any.map((part) => askWithOwn(part, own, reader, asking)),
      'any',
    );
  }
  if ('not' in condition) {
    const truth = askWithOwn(condition.not, own, reader, asking);
    return truth.holds === undefined ? truth : { ...truth, holds: !truth.holds };
  }
  if ('gradeIn' in condition) return gradeIn(condition.gradeIn, own);
  if ('resultGradeIn' in condition) return gradeIn(condition.resultGradeIn.grades, own);
  return reader.condition(replaced(condition, own), asking);
}

function gradeIn(grades: readonly string[], own: OwnResult): Truth {
  if (own.grade === undefined) {
    return own.ungraded
      ? { holds: false, reason: '不确定等次', factIds: [] }
      : { holds: undefined, reason: '等次尚未确定', factIds: [] };
  }
  return { holds: grades.includes(own.grade), reason: `等次为${own.grade}`, factIds: [] };
}

/** Kleene's logic: one certain part can decide although another cannot be answered. */
function joined(parts: readonly Truth[], mode: 'all' | 'any'): Truth {
  const decisive = parts.find(({ holds }) => holds === (mode === 'any'));
  if (decisive) return decisive;
  const open = parts.filter(({ holds }) => holds === undefined);
  const said = open.length > 0 ? open : parts;
  return {
    holds: open.length > 0 ? undefined : mode === 'all',
    reason: said.map(({ reason }) => reason).join('，'),
    factIds: [...new Set(said.flatMap(({ factIds }) => factIds))],
  };
}

function speaksOfOwn(condition: Condition, own: OwnResult): boolean {
  if ('all' in condition) return condition.all.some((part) => speaksOfOwn(part, own));
  if ('any' in condition) return condition.any.some((part) => speaksOfOwn(part, own));
  if ('not' in condition) return speaksOfOwn(condition.not, own);
  if ('gradeIn' in condition) return true;
  if ('resultGradeIn' in condition) return isOwn(condition.resultGradeIn, own);
  return 'test' in condition || 'amongLast' in condition;
}

function replaced(condition: Condition, own: OwnResult): Condition {
  if ('test' in condition) {
    const bounds = Object.entries(condition.test) as [string, Quantity | undefined][];
    const test = bounds.map(([key, bound]) => [key, bound && knownIn(bound, own)]);
    return { test: Object.fromEntries(test) as Comparison };
  }
  if ('amongLast' in condition) {
    const { rank, of, places } = condition.amongLast;
    return { amongLast: { rank: knownIn(rank, own), of: knownIn(of, own), places } };
  }
  return condition;
}

/** The quantity with the subject's own result written into it as plain numbers. */
function knownIn(quantity: Quantity, own: OwnResult): Quantity {
  if (typeof quantity === 'string') return quantity;
  if ('result' in quantity) return ownText(quantity.result, own) ?? quantity;
  return knownBelow(quantity, own) as Quantity;
}

function knownBelow(value: unknown, own: OwnResult): unknown {
  if (Array.isArray(value)) return value.map((item) => knownBelow(item, own));
  if (typeof value !== 'object' || value === null) return value;
  if ('result' in value) return ownText(value.result as ResultRead, own) ?? value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      elsewhere.has(key) ? item : knownBelow(item, own),
    ]),
  );
}

function ownText(read: ResultRead, own: OwnResult): string | undefined {
  if (!isOwn(read, own)) return undefined;
  const total = own.totalMilli === undefined ? undefined : fromMilli(own.totalMilli);
  const full = own.fullMilli === undefined ? undefined : fromMilli(own.fullMilli);
  switch (read.value ?? 'total') {
    case 'total':
      return total && toExactText(total);
    case 'fullMark':
      return full && toExactText(full);
    case 'rate': {
      const stated = read.denominator ?? 'fullMark';
      const denominator = stated === 'fullMark' ? full : exact(stated);
      if (!total || !denominator || denominator.num === 0n) return undefined;
      return toExactText(divide(total, denominator));
    }
    case 'rank':
      return own.rank === undefined ? undefined : `${own.rank}`;
    case 'rankFromLast':
      return own.rank === undefined || own.ranked === undefined
        ? undefined
        : `${own.ranked - own.rank + 1}`;
    case 'subjects':
      return own.ranked === undefined ? undefined : `${own.ranked}`;
  }
}

function isOwn(read: { line: string; of?: unknown; period?: string }, own: OwnResult): boolean {
  return (
    read.line === own.line && (read.of ?? 'self') === 'self' && (read.period ?? 'same') === 'same'
  );
}
