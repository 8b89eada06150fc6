/** Conditions about pay: grades are known here, everything else is asked of the reader. */

import type { Truth } from '../evaluate/reader.ts';
import { listed } from '../explain/words.ts';
import type { Condition } from '../scheme/quantity.ts';
import { obstacleOf, type PayReading } from './rules.ts';

/** The answer to a condition, by three-valued logic: what is missing is neither true nor false. */
export function truthOf(condition: Condition, reading: PayReading): Truth {
  if ('gradeIn' in condition) return gradeIn(condition.gradeIn, reading);
  if ('not' in condition) {
    const inner = truthOf(condition.not, reading);
    return { ...inner, holds: inner.holds === undefined ? undefined : !inner.holds };
  }
  if ('all' in condition) return join(condition.all, false, reading);
  if ('any' in condition) return join(condition.any, true, reading);
  const { subject, period } = reading;
  const asking = { subject: subject.code, period, window: [period] };
  return reading.reader.condition(condition, asking);
}

/** One answer equal to `decisive` settles the whole; else one that is open leaves it open. */
function join(conditions: readonly Condition[], decisive: boolean, reading: PayReading): Truth {
  const truths = conditions.map((condition) => truthOf(condition, reading));
  const settled = truths.filter((truth) => truth.holds === decisive);
  const open = truths.filter((truth) => truth.holds === undefined);
  const telling = settled.length > 0 ? settled.slice(0, 1) : open.length > 0 ? open : truths;
  return {
    holds: settled.length > 0 ? decisive : open.length > 0 ? undefined : !decisive,
    reason: telling
      .map((truth) => truth.reason)
      .filter(Boolean)
      .join('；'),
    factIds: [...new Set(telling.flatMap((truth) => truth.factIds))],
  };
}

function gradeIn(grades: readonly string[], { subject }: PayReading): Truth {
  const { state, effective } = subject.grade;
  const obstacle = obstacleOf(subject) ?? (state === 'pending' ? '等次待定' : undefined);
  if (obstacle) return { holds: undefined, reason: obstacle, factIds: [] };
  const holds = effective !== undefined && grades.includes(effective);
  const found = effective === undefined ? '没有等次' : `等次为“${effective}”`;
  const reason = holds ? found : `${found}，不是${listed(grades.map((grade) => `“${grade}”`))}`;
  return { holds, reason, factIds: [] };
}
