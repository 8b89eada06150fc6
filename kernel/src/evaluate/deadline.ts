/** Deadlines: what a day kept or missed gives, and when a thing recorded as undone falls due. */

import type { Fact } from '../book/book.ts';
import { add, exact, multiply, rational } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Clause } from '../scheme/clause.ts';
import type { RuleBody } from '../scheme/rule.ts';
import { only } from '../scheme/shapes.ts';
import { addDays, daysBetween, type IsoDate, isIsoDate, isoDate } from '../time/dates.ts';
import { comparePeriods, type PeriodId, periodOf } from '../time/periods.ts';
import { addWorkdays, CalendarYearMissing, workdaysBetween } from '../time/workdays.ts';
import { fieldOf, fieldText } from './fields.ts';
import { dayOf } from './ledger-view.ts';
import type { Asker } from './quantity.ts';
import { type Amount, given, signed, signedExact } from './rules.ts';
import { lastOf, type Run, scopeOf, viewDay } from './run.ts';
import { shifted } from './validity.ts';

/** Points by the day on which the fact in hand was done, or is still undone. */
export function deadlineAmount(run: Run, body: RuleBody<'deadline'>, asker: Asker): Amount {
  const fact = asker.fact;
  const factIds = fact ? [fact.id] : [];
  const due = dueDay(run, body, asker);
  if (!due) return { missing: '没有期限', reason: '没有期限', factIds };
  if (!fact) return { missing: '没有完成记录', reason: '没有完成记录', factIds };
  const view = viewDay(run, asker.scope);
  const doneText = fieldText(fact.values.done);
  const undone = isUndone(fact);
  const done = undone ? view : doneText && isIsoDate(doneText) ? doneText : (dayOf(fact) ?? view);
  if (undone && view <= due) {
    return { notDue: `期限 ${due} 未到`, reason: `期限 ${due} 未到`, factIds };
  }
  if (!undone && done <= due) {
    const points = body.onTime ?? '0';
    return given(exact(points), `${done} 完成，未过期限 ${due}：${signed(points)}`, factIds);
  }
  const days =
    body.days === 'workday'
      ? workdaysBetween(run.book.calendar, due, done)
      : daysBetween(due, done);
  const perDay = multiply(rational(BigInt(days)), exact(body.perDay ?? '0'));
  const points = add(exact(body.late ?? '0'), perDay);
  const state = undone ? `至 ${done} 仍未完成` : `${done} 完成`;
  const unit = body.days === 'workday' ? '个工作日' : '天';
  return given(
    points,
    `期限 ${due}，${state}，迟 ${days} ${unit}：${signedExact(points)}`,
    factIds,
  );
}

function dueDay(run: Run, body: RuleBody<'deadline'>, asker: Asker): IsoDate | undefined {
  const { calendar } = run.book;
  return dueDayOf(body, { calendar, fact: asker.fact, year: lastOf(asker.scope).slice(0, 4) });
}

/**
 * The last day on which a thing is still in time; undefined where the fact names none. `year` is
 * what a due date without one (03-20) belongs to. Throws where working days leave the calendar.
 */
export function dueDayOf(
  { due }: RuleBody<'deadline'>,
  at: { calendar: Run['book']['calendar']; fact: Fact | undefined; year: string },
): IsoDate | undefined {
  const { calendar, fact, year } = at;
  if (typeof due === 'string') return isoDate(due.length === 5 ? `${year}-${due}` : due);
  const text = fieldText(fact && fieldOf(fact, due.field));
  const start = due.field === 'on' && fact ? dayOf(fact) : text;
  if (start === undefined || !isIsoDate(start)) return undefined;
  if (!due.plus) return start;
  const [unit, amount] = only(due.plus) as [string, string];
  if (unit === 'workdays') return addWorkdays(calendar, start, wholeOf(amount));
  return shifted(start, unit, wholeOf(amount));
}

/** The last day for which a following day can be named. */
const lastDue = '9999-12-30';

/**
 * The period in which a thing recorded as undone falls due, where that is later than the period in
 * which the fact counts: only there can it be charged, and it must not be forgotten.
 */
export function fallsDueIn(
  run: Run,
  clause: Clause,
  fact: Fact,
  asker: Asker,
): PeriodId | undefined {
  if (!('deadline' in clause.rule) || !isUndone(fact)) return undefined;
  const counting = run.view.counting.get(fact.id);
  if (!counting || counting.pastSpan) return undefined;
  const own = { ...asker, fact, scope: scopeOf([counting.period], asker.scope.known) };
  const due = knownDue(run, clause.rule.deadline, own);
  if (due === undefined || due > lastDue) return undefined;
  const period = periodOf(addDays(due, 1), run.scheme.period);
  return comparePeriods(period, counting.period) > 0 ? period : undefined;
}

/** A due day that no calendar reaches yet leaves the fact where it counts, to be refused there. */
function knownDue(run: Run, body: RuleBody<'deadline'>, asker: Asker): IsoDate | undefined {
  try {
    return dueDay(run, body, asker);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    return undefined;
  }
}

function isUndone(fact: Fact): boolean {
  return fieldText(fact.values.done) === '否';
}
