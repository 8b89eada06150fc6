/** A small town for the laws: one scheme that uses spans, caps, companions and repetition. */

import fc from 'fast-check';
import type { Book, Fact, Roster, Seal } from '../../src/book/book.ts';
import { readRoster } from '../../src/book/read.ts';
import type { Assessment, Line } from '../../src/evaluate/assessment.ts';
import { readScheme } from '../../src/scheme/read.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';

const source = (period: string) => `
line: laws
name: 试验办法
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: ${period}
tree:
  - code: a
    name: 按期
    full: 40
    grants: onSpan
    clauses:
      - { code: a1, text: 每处扣半分, on: litter, rule: { count: { of: places, delta: "-0.5" } } }
  - code: y
    name: 全年
    span: year
    full: 60
    grants: onSpan
    cap: 64
    clauses:
      - code: y1
        text: 未完成每起扣1分，催办加倍，再犯加倍
        span: year
        on: undone
        rule: { count: { delta: "-1" } }
        factor:
          - { when: { companion: { kind: urged } }, times: "2" }
          - { when: { repeated: { within: span } }, times: "2" }
      - code: y2
        text: 表扬按级加分，同一事项就高
        span: year
        on: praised
        sameMatter: highest
        rule: { choice: { by: level, options: { 镇: 1, 县: 2, 市: 4 } } }
      - code: y3
        text: 酒驾每人次扣三分之一，全年最多扣3分
        span: year
        floor: "-3"
        on: fault
        rule: { count: { of: places, delta: "-1/3" } }
`;

/** The scheme read by month, or with the year as its only period. */
export function lawScheme(period: 'month' | 'year'): Scheme {
  const read = readScheme(source(period));
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** One indicator a month that bottoms out at zero: corrections must know what the floor hid. */
export function perPeriodScheme(): Scheme {
  const read = readScheme(`
line: laws
name: 按月办法
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: month
tree:
  - code: a
    name: 按月
    full: 6
    clauses:
      - { code: a1, text: 每处扣半分, on: litter, rule: { count: { of: places, delta: "-0.5" } } }
      - { code: a2, text: 每处扣一分, on: fault, rule: { count: { of: places, delta: "-1" } } }
`);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

export const lawRoster: Roster = readRoster(`
units:
  - { code: A, name: 东溪村 }
  - { code: B, name: 西岗村 }
`).roster;

/** A book over the law scheme. */
export function lawBook(facts: readonly Fact[], seals: readonly Seal[] = []): Book {
  return {
    schemes: [lawScheme('month')],
    roster: lawRoster,
    facts,
    seals,
    calendar: calendarCN,
  };
}

const kinds = ['litter', 'undone', 'urged', 'praised', 'fault', 'nobody-hears'];

/** Facts of the first half-year, in posting order; some reverse an earlier one. */
export const manyFacts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      about: fc.constantFrom('A', 'A', 'B', 'stranger'),
      month: fc.integer({ min: 1, max: 6 }),
      day: fc.integer({ min: 1, max: 28 }),
      places: fc.integer({ min: 1, max: 9 }),
      level: fc.constantFrom('镇', '县', '市', '写错'),
      matter: fc.option(fc.constantFrom('M1', 'M2', 'M3'), { nil: undefined }),
      reverses: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
    }),
    { maxLength: 24 },
  )
  .map((rows) =>
    rows.map((row, index): Fact => {
      const two = (n: number) => String(n).padStart(2, '0');
      const target = row.reverses === undefined || index === 0 ? undefined : row.reverses % index;
      return {
        id: `f${index}`,
        kind: row.kind,
        form: 'event',
        about: [{ subject: row.about, as: '' }],
        on: isoDate(`2026-${two(row.month)}-${two(row.day)}`),
        values: { places: String(row.places), level: row.level },
        tags: [],
        evidence: [],
        seq: index + 1,
        ...(row.matter === undefined ? {} : { matter: row.matter }),
        ...(target === undefined ? {} : { reverses: `f${target}` }),
      };
    }),
  );

/** Every line of an assessment with its children. */
export function allLines(result: Assessment): Line[] {
  const walk = (line: Line): Line[] => [line, ...line.children.flatMap(walk)];
  return result.subjects.flatMap((subject) => walk(subject.tree));
}

/** The printed value of a node or clause, or undefined if it is not there. */
export function printedOf(result: Assessment, subject: string, code: string): number | undefined {
  const walk = (line: Line): number | undefined =>
    (line.kind === 'node' || line.kind === 'clause' || line.kind === 'total') && line.code === code
      ? line.milli
      : line.children.map(walk).find((milli) => milli !== undefined);
  const found = result.subjects.find((item) => item.code === subject);
  return found ? walk(found.tree) : undefined;
}
