/** Reading the fields of a fact, and testing them. */

import type { Fact, FactValue } from '../book/book.ts';
import { compare, divide, exact, parseExact, type Rational } from '../number/rational.ts';
import type { FieldTest, Where } from '../scheme/quantity.ts';
import { listOf, ownOf } from '../scheme/shapes.ts';
import { dayOf } from './ledger-view.ts';
import { type Run, rolesOn, type Subject } from './run.ts';

/** A field as a number: exact, missing with the reason, or an open rank. */
type FieldNumber =
  | { readonly value: Rational }
  | { readonly missing: string }
  | { readonly atLeast: Rational };

/**
 * Whether a signature or a decided cell speaks for a scheme line: the one that it names, or any that
 * has its clause where it names none, as the first signatures did. A line has one version for a
 * period, so line, period and clause say which clause is meant.
 */
export function speaksFor(line: string, { values }: Pick<Fact, 'values'>): boolean {
  const named = fieldText(values.line);
  return named === undefined || named === line;
}

/** The number in a field; approximate values are kept in the fact and refused here. */
export function fieldNumber(fact: Fact, name: string): FieldNumber {
  const value = fieldOf(fact, name);
  if (value === undefined) return { missing: `事实 ${fact.id} 没有“${name}”` };
  if (typeof value === 'string') {
    const number = parseExact(value);
    return number
      ? { value: number }
      : { missing: `事实 ${fact.id} 的“${name}”（${value}）不是确数` };
  }
  if ('num' in value) {
    const [num, den] = [exact(value.num), exact(value.den)];
    return den.num === 0n
      ? { missing: `事实 ${fact.id} 的“${name}”分母为零` }
      : { value: divide(num, den) };
  }
  if ('atLeast' in value) return { atLeast: exact(value.atLeast) };
  if ('rank' in value) return { value: exact(value.rank) };
  if (value.approx) return { missing: `事实 ${fact.id} 的“${name}”是约数，不能作为计分依据` };
  return { value: exact(value.value) };
}

/** What a fact says in a field, if it has one. */
export function fieldOf(fact: Fact, name: string): FactValue | undefined {
  return ownOf(fact.values, name);
}

/** A field as people wrote it. */
export function fieldText(value: FactValue | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if ('num' in value) return `${value.num}/${value.den}`;
  if ('atLeast' in value) return `≥${value.atLeast}`;
  if ('rank' in value) return value.rank;
  return value.value;
}

/** True if every named field passes its test; a field that is not there passes no test. */
export function passes(run: Run, fact: Fact, where: Where | undefined, subject?: Subject): boolean {
  if (!where) return true;
  return Object.entries(where).every(([name, test]) =>
    passesOne(namedTexts(run, fact, name, subject), test),
  );
}

function namedTexts(run: Run, fact: Fact, name: string, subject?: Subject): readonly string[] {
  const some = (value: string | undefined) => (value === undefined ? [] : [value]);
  switch (name) {
    case 'as':
      return fact.about.map((about) => about.as);
    case 'tag':
      return fact.tags;
    case 'matter':
      return some(fact.matter);
    case 'doc.no':
      return some(fact.doc?.no);
    case 'doc.body':
      return some(fact.doc?.body);
    case 'doc.level':
      return some(fact.doc?.level);
    case 'role':
      return subject ? rolesOf(run, subject.code, fact) : [];
    case 'group':
      return some(subject?.group);
    case 'class':
      return some(subject?.class);
    default:
      return some(fieldText(fieldOf(fact, name)));
  }
}

function rolesOf(run: Run, person: string, fact: Fact): string[] {
  const day = dayOf(fact);
  return day ? rolesOn(run.book.roster, person, day).map((post) => post.role) : [];
}

function passesOne(values: readonly string[], test: FieldTest): boolean {
  if (typeof test === 'string' || Array.isArray(test)) {
    return values.some((value) => listOf(test).some((wanted) => sameText(value, wanted)));
  }
  if (test.present !== undefined && test.present !== values.length > 0) return false;
  if (test.not !== undefined) {
    const refused = listOf(test.not);
    if (values.some((value) => refused.some((text) => sameText(value, text)))) return false;
  }
  const bounds = [test.atLeast, test.above, test.atMost, test.below];
  if (bounds.every((bound) => bound === undefined)) return true;
  return values.some((value) => withinBounds(value, test));
}

function withinBounds(
  value: string,
  test: { atLeast?: string; above?: string; atMost?: string; below?: string },
): boolean {
  const number = parseExact(value);
  if (!number) return false;
  return (
    (test.atLeast === undefined || compare(number, exact(test.atLeast)) >= 0) &&
    (test.above === undefined || compare(number, exact(test.above)) > 0) &&
    (test.atMost === undefined || compare(number, exact(test.atMost)) <= 0) &&
    (test.below === undefined || compare(number, exact(test.below)) < 0)
  );
}

/** Equal as written, or equal as exact numbers ("5" and "5.0"). */
function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [parseExact(a), parseExact(b)];
  return x !== undefined && y !== undefined && compare(x, y) === 0;
}
