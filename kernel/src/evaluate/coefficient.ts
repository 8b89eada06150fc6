/** Difficulty coefficients: a score multiplied by a factor that follows a quantity. */

import {
  absolute,
  add,
  ceiling,
  clamp,
  divide,
  exact,
  floor,
  multiply,
  negate,
  type Rational,
  signOf,
  subtract,
  toExactText,
} from '../number/rational.ts';
import type { Coefficient } from '../scheme/scheme.ts';
import type { Line } from './assessment.ts';
import { plainLine, print } from './flow.ts';
import { answer } from './quantity.ts';
import type { Run, Scope, Subject } from './run.ts';

/** The value times its coefficient, with a line for the difference. */
export function coefficientOf(
  run: Run,
  rule: Coefficient | undefined,
  at: { subject: Subject; scope: Scope; code: string; value: Rational },
): { value: Rational; lines: Line[]; missing?: string } {
  if (!rule) return { value: at.value, lines: [] };
  const of = answer(run, rule.of, at);
  const reference = answer(run, rule.reference, at);
  if (!('value' in of) || !('value' in reference)) {
    const lack = 'missing' in of ? of.missing : 'missing' in reference ? reference.missing : '';
    return { value: at.value, lines: [], missing: lack || '系数的依据不是确数' };
  }
  if (exact(rule.per).num === 0n) {
    return { value: at.value, lines: [], missing: '系数每步的大小为零，无从折算' };
  }
  const distance = subtract(of.value, reference.value);
  const raw = divide(absolute(distance), exact(rule.per));
  const stepping = rule.stepping ?? run.scheme.switches?.stepping ?? 'floor';
  const steps = stepping === 'linear' ? raw : stepping === 'ceil' ? ceiling(raw) : floor(raw);
  const change = multiply(steps, exact(rule.step));
  const signed = signOf(distance) < 0 ? negate(change) : change;
  const bound = (text: string | undefined) => (text === undefined ? undefined : exact(text));
  const factor = clamp(add(exact(rule.base), signed), bound(rule.atLeast), bound(rule.atMost));
  const value = multiply(at.value, factor);
  const reason = `${toExactText(of.value)} 对照 ${toExactText(reference.value)}，系数 ${toExactText(factor)}`;
  const difference = print(run, subtract(value, at.value));
  const line = plainLine(
    'coefficient',
    at.code,
    `系数 ×${toExactText(factor)}`,
    difference,
    reason,
  );
  return { value, lines: [line] };
}
