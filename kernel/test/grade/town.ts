/** A small town for the tests of grades: subjects, schemes, past results, and a reader that reads a table. */

import type { Book, Fact, Roster } from '../../src/book/book.ts';
import type { VetoResult } from '../../src/evaluate/assessment.ts';
import type { Asking, Reader, Truth } from '../../src/evaluate/reader.ts';
import {
  type AssessedSubject,
  type Conclusion,
  concludeAssessment,
  type DecidedGrades,
} from '../../src/grade/conclude.ts';
import { type Milli, printMilli } from '../../src/number/points.ts';
import { compare, exact } from '../../src/number/rational.ts';
import type { Comparison, Condition } from '../../src/scheme/quantity.ts';
import { type Scheme, scheme as schemeShape } from '../../src/scheme/scheme.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import { lastDay } from '../../src/time/periods.ts';

/** Points from their text. */
export const milli = (text: string): Milli => printMilli(exact(text));

/** What is true, by `kind subject period`; what is not listed is false, `undefined` unknown. */
export type Occurrences = Readonly<Record<string, boolean | undefined>>;

/** A reader that knows whether facts occurred, compares plain numbers, and tests labels of facts. */
export function tableReader(occurrences: Occurrences = {}): Reader {
  const truth = (holds: boolean | undefined, reason: string): Truth => ({
    holds,
    reason,
    factIds: [],
  });
  return {
    quantity: () => ({ missing: '表中没有', factIds: [] }),
    condition(condition: Condition, { subject, period, fact }: Asking): Truth {
      if ('occurs' in condition) {
        const key = `${condition.occurs.kind} ${subject} ${period}`;
        return truth(key in occurrences ? occurrences[key] : false, `${condition.occurs.kind}`);
      }
      if ('test' in condition) return plainTest(condition.test);
      if ('fact' in condition) {
        const tests = Object.entries(condition.fact);
        return truth(
          tests.every(([name, test]) => fact?.values[name] === test),
          '字段',
        );
      }
      throw new Error(`the table has no answer to ${JSON.stringify(condition)}`);
    },
  };
}

function plainTest({ of, atLeast, below }: Comparison): Truth {
  if (typeof of !== 'string') return { holds: undefined, reason: '尚无结果', factIds: [] };
  const holds =
    (typeof atLeast !== 'string' || compare(exact(of), exact(atLeast)) >= 0) &&
    (typeof below !== 'string' || compare(exact(of), exact(below)) < 0);
  return { holds, reason: `实为 ${of}`, factIds: [] };
}

/** A scheme with the parts that matter to grades; the language itself checks its shape. */
export function schemeWith(parts: object): Scheme {
  return schemeShape.parse({
    line: 'cadres',
    name: '村干部年度考核',
    version: '1',
    decidedBy: '镇党委会议',
    subject: { kind: 'unit' },
    period: 'year',
    tree: [{ code: 't', name: '总', full: '100' }],
    ...parts,
  });
}

/** A subject whose total is known. */
export function assessed(
  code: string,
  total: string,
  more: Partial<AssessedSubject> = {},
): AssessedSubject {
  return {
    code,
    name: code,
    totalMilli: milli(total),
    fullMilli: milli('100'),
    state: 'scored',
    provisional: false,
    tree: {
      kind: 'total',
      code: 'total',
      label: '总分',
      milli: milli(total),
      state: 'scored',
      reason: '',
      factIds: [],
      children: [],
    },
    vetoes: [],
    ...more,
  };
}

/** A veto as the evaluator finds it. */
export function vetoed(scope: string, detail: string[] = [], repaired = false): VetoResult {
  return {
    code: scope,
    text: scope,
    scope,
    detail,
    reason: `${scope}（3月6日）`,
    repaired,
    factIds: ['f'],
  };
}

/** A fact with the fields that matter. */
export function fact(id: string, more: Partial<Fact> = {}): Fact {
  return {
    id,
    kind: 'notice',
    form: 'event',
    about: [{ subject: '甲', as: '' }],
    values: {},
    tags: [],
    evidence: [],
    seq: 1,
    ...more,
  };
}

/** A sealed result of 甲. */
export function resultFact(period: string, values: Fact['values'], more: Partial<Fact> = {}): Fact {
  return fact(`r${period}`, {
    kind: 'result',
    form: 'result',
    period,
    values: { line: 'cadres', ...values },
    ...more,
  });
}

const noRoster: Roster = { units: [], persons: [], posts: [], pairings: [] };

/** Concludes with everything that the test does not name left plain. */
export function conclude(input: {
  scheme: Scheme;
  subjects: readonly AssessedSubject[];
  period?: string;
  facts?: readonly Fact[];
  seals?: Book['seals'];
  roster?: Partial<Roster>;
  occurrences?: Occurrences;
  upTo?: number;
  asOf?: string;
  decided?: DecidedGrades;
  alternatives?: readonly ReadonlyMap<string, Milli>[];
}): Conclusion {
  const { scheme, subjects, period = '2026', alternatives } = input;
  return concludeAssessment({
    scheme,
    subjects,
    period,
    alternatives,
    decided: input.decided,
    asOf: input.asOf === undefined ? lastDay(period) : isoDate(input.asOf),
    upTo: input.upTo ?? 1000,
    reader: tableReader(input.occurrences),
    book: {
      schemes: [scheme],
      roster: { ...noRoster, ...input.roster },
      facts: input.facts ?? [],
      calendar: calendarCN,
      seals: input.seals ?? [],
    },
  });
}
