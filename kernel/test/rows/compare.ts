/** Compares an expectation with what came out. Figures are compared exactly, never as text. */

import type { Finding } from '../../src/check/finding.ts';
import type { Assessment, Line, Notice, SubjectResult } from '../../src/evaluate/assessment.ts';
import { fenText, fromMilli, milliText } from '../../src/number/points.ts';
import { compare, exact } from '../../src/number/rational.ts';
import type { PayResult } from '../../src/pay/pay.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import type { PeriodId } from '../../src/time/periods.ts';
import { type Procedure, procedureDates } from '../../src/time/procedure.ts';
import type { Expectation } from './case.ts';

/** What a case can be compared with; each part is worked out only when it is asked for. */
export interface Outcome {
  readonly scheme: Scheme;
  readonly period: PeriodId;
  readonly assessment: () => Assessment;
  readonly pay: () => readonly PayResult[];
  readonly findings: () => readonly Finding[];
}

/** Everything that is not as expected, as sentences; nothing if all of it is. */
export function differences(expected: Expectation, outcome: Outcome): string[] {
  const { points, states, notices, noNotices, lists, money, payStates, lint, dates, carried } =
    expected;
  const assessed = Object.keys(expected).some(
    (key) => !['money', 'payStates', 'lint', 'dates', 'carried'].includes(key),
  );
  const assessment = assessed ? outcome.assessment() : undefined;
  return [
    ...each(points, (code, lines) => pointDifferences(subjectOf(assessment, code), lines)),
    ...each(states, (code, lines) => stateDifferences(subjectOf(assessment, code), lines)),
    ...labelDifferences(expected, assessment),
    ...(notices ?? []).flatMap((wanted) =>
      assessment?.notices.some((notice) => fits(notice, wanted))
        ? []
        : [`no notice ${JSON.stringify(wanted)}`],
    ),
    ...(noNotices ?? []).flatMap((unwanted) =>
      assessment?.notices.some((notice) => fits(notice, unwanted))
        ? [`a notice ${JSON.stringify(unwanted)}`]
        : [],
    ),
    ...each(lists, (name, wanted) => {
      const list = assessment?.lists.find((item) => item.name === name);
      return same(`list ${name}`, wanted.join('、'), list?.subjects.join('、'));
    }),
    ...(money || payStates ? payDifferences({ money, payStates }, outcome.pay()) : []),
    ...(lint ? lintDifferences(lint, outcome.findings()) : []),
    ...(dates ? dateDifferences(dates, outcome) : []),
    ...(carried ?? []).flatMap((path) =>
      at(outcome.scheme, path) === undefined ? [`${path} is not kept`] : [],
    ),
  ];
}

function each<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  work: (key: string, value: Value) => string[],
): string[] {
  return Object.entries(record ?? {}).flatMap(([key, value]) => work(key, value));
}

function same(what: string, wanted: string | undefined, got: string | undefined): string[] {
  return wanted === got ? [] : [`${what}: expected ${wanted ?? 'none'}, got ${got ?? 'none'}`];
}

function subjectOf(assessment: Assessment | undefined, code: string): SubjectResult {
  const subject = assessment?.subjects.find((item) => item.code === code);
  if (!subject) throw new Error(`${code} is not a subject of the assessment`);
  return subject;
}

/** The line of a node or clause; entries and other lines may carry the same code. */
function lineOf(line: Line, code: string): Line | undefined {
  if ((line.kind === 'node' || line.kind === 'clause') && line.code === code) return line;
  for (const child of line.children) {
    const found = lineOf(child, code);
    if (found) return found;
  }
  return undefined;
}

function pointDifferences(subject: SubjectResult, lines: Record<string, string>): string[] {
  return each(lines, (code, wanted) => {
    const got = code === 'total' ? subject.totalMilli : lineOf(subject.tree, code)?.milli;
    if (got === undefined) return [`${subject.code} ${code}: expected ${wanted}, got no line`];
    if (compare(exact(wanted), fromMilli(got)) === 0) return [];
    return [`${subject.code} ${code}: expected ${wanted}, got ${milliText(got)}`];
  });
}

function stateDifferences(subject: SubjectResult, lines: Record<string, string>): string[] {
  return each(lines, (code, wanted) => {
    const got = code === 'total' ? subject.state : lineOf(subject.tree, code)?.state;
    return same(`${subject.code} ${code}`, wanted, got);
  });
}

function labelDifferences(expected: Expectation, assessment: Assessment | undefined): string[] {
  const of = (code: string) => subjectOf(assessment, code);
  const noGrade = (code: string) => ['noGrade', 'commentOnly'].includes(of(code).grade.state);
  return [
    ...each(expected.rank, (code, wanted) =>
      same(`rank of ${code}`, wanted, of(code).rank?.toString()),
    ),
    ...each(expected.grade, (code, wanted) =>
      same(`grade of ${code}`, wanted, of(code).grade.effective),
    ),
    ...each(expected.gradeState, (code, wanted) =>
      same(`grade of ${code}`, wanted, of(code).grade.state),
    ),
    ...each(expected.noGrade, (code, wanted) =>
      same(`${code} without grade`, `${wanted}`, `${noGrade(code)}`),
    ),
    ...each(expected.notAssessed, (code, wanted) =>
      same(`${code} not assessed`, `${wanted}`, `${of(code).notAssessed !== undefined}`),
    ),
    ...each(expected.assessedBy, (code, wanted) =>
      same(`assessor of ${code}`, wanted, of(code).assessedBy),
    ),
    ...each(expected.prize, (code, wanted) => same(`prize of ${code}`, wanted, of(code).prize)),
    ...each(expected.proposals, (code, wanted) =>
      same(
        `proposals for ${code}`,
        sorted(wanted),
        sorted(of(code).proposals.map((item) => item.code)),
      ),
    ),
    ...each(expected.vetoes, (code, wanted) =>
      same(`vetoes of ${code}`, sorted(wanted), sorted(of(code).vetoes.map((item) => item.code))),
    ),
  ];
}

function sorted(codes: readonly string[]): string {
  return [...codes].sort().join('、');
}

function fits(notice: Notice, wanted: NonNullable<Expectation['notices']>[number]): boolean {
  return (
    notice.code === wanted.code &&
    (wanted.subject === undefined || notice.subject === wanted.subject) &&
    (wanted.clause === undefined || notice.clause === wanted.clause) &&
    (wanted.facts === undefined || sorted(wanted.facts) === sorted(notice.factIds))
  );
}

/** The amount of a line to a payee, kept back or not, and its state. What another unit pays is left out. */
function payDifferences(
  { money, payStates }: Pick<Expectation, 'money' | 'payStates'>,
  results: readonly PayResult[],
): string[] {
  const payees = results.flatMap((result) => result.payees);
  const lineOfPay = (code: string, line: string) =>
    payees
      .filter((payee) => payee.code === code)
      .flatMap((payee) => payee.lines)
      .find((item) => item.code === line && item.state !== 'notTwice');
  const amountOf = (code: string, line: string) => {
    const amount = lineOfPay(code, line)?.amountFen;
    return amount === undefined ? undefined : fenText(amount);
  };
  return [
    ...each(money, (code, lines) =>
      each(lines, (line, wanted) => same(`${code} ${line}`, wanted, amountOf(code, line))),
    ),
    ...each(payStates, (code, lines) =>
      each(lines, (line, wanted) => same(`${code} ${line}`, wanted, lineOfPay(code, line)?.state)),
    ),
  ];
}

function lintDifferences(
  lint: NonNullable<Expectation['lint']>,
  findings: readonly Finding[],
): string[] {
  return lint.flatMap(({ code, path }) =>
    findings.some((finding) => finding.code === code && finding.path.startsWith(path))
      ? []
      : [`no finding ${code} at ${path}: ${findings.map((f) => `${f.code} ${f.path}`).join(', ')}`],
  );
}

function dateDifferences(dates: Record<string, string>, { scheme, period }: Outcome): string[] {
  const got: Readonly<Record<string, string | undefined>> = {
    ...procedureDates(withNumbers(scheme.procedure ?? {}) as Procedure, period, calendarCN),
  };
  return each(dates, (name, wanted) => same(name, wanted, got[name]));
}

/** The procedure of a scheme with its counts as numbers; texts that are no counts stay. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item)]));
}

function at(scheme: Scheme, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)?.[step], scheme);
}
