/** Sealed results of other lines, read as facts: the only way in which schemes know each other. */

import type { Fact } from '../book/book.ts';
import {
  add,
  divide,
  exact,
  multiply,
  parseExact,
  type Rational,
  rational,
  subtract,
  zero,
} from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { ResultRead } from '../scheme/quantity.ts';
import { daysBetween } from '../time/dates.ts';
import {
  contains,
  firstDay,
  lastDay,
  type PeriodId,
  periodLabel,
  shiftYears,
  subPeriods,
  unitOf,
} from '../time/periods.ts';
import { fieldOf, fieldText } from './fields.ts';
import { type Asker, whoIs } from './quantity.ts';
import type { Answer } from './reader.ts';
import { isLive, isWithin, lastOf, once, type Run } from './run.ts';

/** A number from result facts, combined over periods and then over the subjects meant. */
export function resultAnswer(run: Run, read: ResultRead, asker: Asker): Answer {
  const parts = resultParts(run, read, asker);
  if (parts.length === 0) return { missing: `没有可读“${read.line}”结果的对象`, factIds: [] };
  const factIds = parts.flatMap((part) => ('factIds' in part ? part.factIds : []));
  const missing = parts.find((part) => 'missing' in part);
  if (missing && 'missing' in missing) return { missing: missing.missing, factIds };
  const weighted = parts as { value: Rational; days: number }[];
  const total = add(...weighted.map((part) => rational(BigInt(part.days))));
  const sum = add(...weighted.map((part) => multiply(part.value, rational(BigInt(part.days)))));
  return { value: divide(sum, total), factIds };
}

/** One part per subject meant: its combined value and the days by which it weighs. */
export function resultParts(
  run: Run,
  read: ResultRead,
  asker: Asker,
): (Answer & { days: number; subject: string })[] {
  const period = periodMeant(read, lastOf(asker.scope));
  return weightedSubjects(run, read, asker, period).map(({ subject, days }) => ({
    ...combinedOverPeriods(run, read, asker, { subject, period }),
    days,
    subject,
  }));
}

/** Subjects meant over the whole period, with days in force; posts and pairings may change. */
function weightedSubjects(run: Run, read: ResultRead, asker: Asker, period: PeriodId) {
  const equal = (codes: readonly string[]) => codes.map((subject) => ({ subject, days: 1 }));
  const who = read.of;
  if (typeof who !== 'object' || !('paired' in who || 'unitOf' in who)) {
    return equal(whoIs(run, who, asker));
  }
  const self = asker.subject.code;
  const ties =
    'paired' in who
      ? run.book.roster.pairings
          .filter((item) => item.kind === who.paired && item.person === self)
          .filter((item) => isWithin(item, period))
      : run.book.roster.posts
          .filter((item) => item.person === self)
          .filter((item) => who.unitOf === '*' || item.role === who.unitOf)
          .filter((item) => isWithin(item, period));
  if (ties.length === 0) return equal(whoIs(run, who, asker));
  const days = new Map<string, number>();
  for (const tie of ties) {
    const from = tie.from > firstDay(period) ? tie.from : firstDay(period);
    const to = tie.to !== undefined && tie.to < lastDay(period) ? tie.to : lastDay(period);
    if (from <= to) days.set(tie.unit, (days.get(tie.unit) ?? 0) + daysBetween(from, to) + 1);
  }
  const list = [...days].map(([subject, count]) => ({ subject, days: count }));
  if (read.weight === 'equal') return equal(list.map((item) => item.subject));
  if (run.scheme.switches?.postChange !== 'mainPost') return list;
  return list.sort((a, b) => b.days - a.days || (a.subject < b.subject ? -1 : 1)).slice(0, 1);
}

function periodMeant(read: ResultRead, period: PeriodId): PeriodId {
  if (read.period === 'year') return period.slice(0, 4);
  return read.period === 'priorYear' ? shiftYears(period, -1) : period;
}

function combinedOverPeriods(
  run: Run,
  read: ResultRead,
  asker: Asker,
  at: { subject: string; period: PeriodId },
): Answer {
  const facts = resultFacts(run, read.line, at.subject, asker).filter(
    (fact) => fact.period !== undefined && contains(at.period, fact.period),
  );
  const exactPeriod = facts.filter((fact) => fact.period === at.period);
  const used = exactPeriod.length > 0 || read.period === 'same' ? exactPeriod : facts;
  const factIds = used.map((fact) => fact.id);
  if (used.length === 0) {
    return {
      missing: `${nameOf(run, at.subject)}还没有“${read.line}”${at.period} 的结果`,
      factIds,
    };
  }
  const values: Rational[] = [];
  for (const fact of used) {
    const value = numberIn(fact, read);
    if (!value) return { missing: `结果 ${fact.id} 没有可用的数`, factIds };
    values.push(value);
  }
  const gaps = missingPeriods(run, used, at.period);
  if (gaps.length === 0 || read.combine === undefined || read.combine === 'last') {
    return { value: combineValues(values, read), factIds };
  }
  const words = `“${read.line}”缺${gaps.map(periodLabel).join('、')}的结果`;
  const policy = run.scheme.switches?.missingPeriod ?? 'excludeAndFlag';
  if (policy === 'block') return { missing: words, factIds };
  if (policy === 'zero') values.push(...gaps.map(() => zero));
  const done = policy === 'zero' ? '按零计' : '不计入，只按已有的期计';
  const sentence = `${nameOf(run, at.subject)}：${words}，${done}。`;
  run.notices.add({ code: 'period-missing', sentence, subject: at.subject, factIds });
  return { value: combineValues(values, read), factIds };
}

/** Periods inside the one meant that are over and have no result, where others of them have. */
function missingPeriods(run: Run, used: readonly Fact[], period: PeriodId): PeriodId[] {
  const first = used[0]?.period;
  if (first === undefined || first === period) return [];
  const known = new Set(used.map((fact) => fact.period));
  return subPeriods(period, unitOf(first)).filter(
    (part) => !known.has(part) && lastDay(part) <= run.asOf,
  );
}

function combineValues(values: readonly Rational[], read: ResultRead): Rational {
  const sum = add(...values);
  const last = values[values.length - 1] as Rational;
  const sorted = [...values].sort((a, b) => (subtract(a, b).num < 0n ? -1 : 1));
  const divisor =
    read.divisor === undefined || read.divisor === 'counted'
      ? rational(BigInt(values.length))
      : exact(read.divisor);
  switch (read.combine) {
    case 'mean':
      return divide(sum, divisor);
    case 'sum':
      return read.divisor === undefined ? sum : divide(sum, divisor);
    case 'min':
      return sorted[0] as Rational;
    case 'max':
      return sorted[sorted.length - 1] as Rational;
    default:
      return last;
  }
}

function numberIn(fact: Fact, read: ResultRead): Rational | undefined {
  const number = (name: string) => parseExact(fieldText(fieldOf(fact, name)) ?? '');
  const total = number('total');
  switch (read.value) {
    case 'rate': {
      const full =
        read.denominator === undefined || read.denominator === 'fullMark'
          ? number('full')
          : exact(read.denominator);
      return total && full && full.num !== 0n ? divide(total, full) : undefined;
    }
    case 'rank':
      return number('rank');
    case 'rankFromLast': {
      const [rank, subjects] = [number('rank'), number('subjects')];
      return rank && subjects ? add(subtract(subjects, rank), rational(1n)) : undefined;
    }
    case 'fullMark':
      return number('full');
    case 'subjects':
      return number('subjects');
    default:
      return total;
  }
}

/** Result facts of a line about a subject, the latest edition of each period, by period. */
export function resultFacts(run: Run, line: string, subject: string, asker: Asker): Fact[] {
  const facts = (resultsOfLine(run, line).get(subject) ?? []).filter((fact) =>
    isLive(run, fact, asker.scope.known),
  );
  const latest = new Map<string, Fact>();
  for (const fact of [...facts].sort((a, b) => edition(a) - edition(b) || a.seq - b.seq)) {
    latest.set(fact.period ?? '', fact);
  }
  return [...latest.values()].sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1));
}

/** Result facts of a line by the unit or person they are about. */
function resultsOfLine(run: Run, line: string): ReadonlyMap<string, readonly Fact[]> {
  return once(run, `results|${line}`, () => {
    const bySubject = new Map<string, Fact[]>();
    for (const fact of run.view.byKind.get('result') ?? []) {
      if (fact.form !== 'result' || fact.period === undefined) continue;
      if (fieldText(fact.values.line) !== line) continue;
      for (const subject of new Set(fact.about.map((about) => about.subject))) {
        const list = bySubject.get(subject);
        if (list) list.push(fact);
        else bySubject.set(subject, [fact]);
      }
    }
    return bySubject;
  });
}

/** True while a body has not decided the grade: a question about it has no answer then. */
export function isGradePending(fact: Fact): boolean {
  return fieldText(fact.values.state) === 'pending';
}

/** The grade that a result fact carries: the effective one. */
export function gradeOfResult(fact: Fact): string | undefined {
  return fieldText(fact.values.grade);
}

function edition(fact: Fact): number {
  const value = fieldText(fact.values.edition);
  return value !== undefined && /^\d+$/.test(value) ? wholeOf(value) : 1;
}

function nameOf(run: Run, code: string): string {
  return run.unitByCode.get(code)?.name ?? run.personByCode.get(code)?.name ?? code;
}
