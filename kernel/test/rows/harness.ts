/** Builds the book of a case, works it out, and tells what differs from the hand-worked figures. */

import type { Book } from '../../src/book/book.ts';
import { readFacts, readRoster, readSeals } from '../../src/book/read.ts';
import type { Finding } from '../../src/check/finding.ts';
import { assess, readerOf, startRun } from '../../src/evaluate/assess.ts';
import { type PayResult, paySheet } from '../../src/pay/pay.ts';
import { readScheme } from '../../src/scheme/read.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { type IsoDate, isoDate } from '../../src/time/dates.ts';
import { lastDay } from '../../src/time/periods.ts';
import type { Case } from './case.ts';
import { differences } from './compare.ts';
import { lint } from './lint.ts';

/** What a case says before it is read: its own words over the defaults of every case. */
interface Input {
  scheme: Record<string, unknown>;
  roster: Record<string, unknown>;
  facts: unknown[];
  seals: unknown[];
  asOf?: string;
}

/** Three villages under one town, and the two heads of the first; a section that a case writes replaces it. */
const usualRoster = {
  units: [
    { code: 'A', name: '东溪村', type: 'village', group: 'plain', parent: 'T' },
    { code: 'B', name: '西岗村', type: 'village', group: 'plain', parent: 'T' },
    { code: 'C', name: '南坪村', type: 'village', group: 'plain', parent: 'T' },
    { code: 'T', name: '青禾镇', type: 'town' },
  ],
  persons: [
    { code: 'p1', name: '甲', class: '村党组织书记' },
    { code: 'p2', name: '乙', class: '村委会成员' },
  ],
  posts: [
    { person: 'p1', unit: 'A', role: '村党组织书记', from: '2020-01-01' },
    { person: 'p2', unit: 'A', role: '村委会主任', from: '2020-01-01' },
  ],
};

/** Every difference between what the case expects and what the kernel gives, as sentences. */
export function run(item: Case): string[] {
  return runInput(item, inputOf(item));
}

/** As `run`, with the row's one parameter changed. A changed scheme that is refused throws. */
export function runChanged(item: Case): string[] {
  const input = structuredClone(inputOf(item));
  setAt(input, item.parameter.path, item.parameter.value);
  return runInput(item, input);
}

/** Errors of the check that the case does not expect: the scheme of a case is one that could be used. */
export function refusals(item: Case): string[] {
  const input = inputOf(item);
  const scheme = schemeFrom(input.scheme);
  return lint(scheme, bookOf(scheme, input).roster)
    .filter(({ severity }) => severity === 'error')
    .filter(({ code }) => !item.expect.lint?.some((expected) => expected.code === code))
    .map(({ code, path, sentence }) => `${code} ${path} ${sentence}`);
}

function inputOf(item: Case): Input {
  const usual = {
    line: `row-${item.row}`,
    name: `第 ${item.row} 行`,
    version: '2026.1',
    subject: { kind: 'unit' },
    period: 'month',
  };
  return {
    scheme: { ...usual, ...item.scheme },
    roster: { ...usualRoster, ...item.roster },
    facts: item.facts ?? [],
    seals: item.seals ?? [],
    ...(item.asOf === undefined ? {} : { asOf: item.asOf }),
  };
}

function runInput(item: Case, input: Input): string[] {
  const scheme = schemeFrom(input.scheme);
  const book = bookOf(scheme, input);
  const asOf = input.asOf === undefined ? lastDay(item.period) : isoDate(input.asOf);
  const options = { scheme: scheme.line, period: item.period, asOf };
  return differences(item.expect, {
    scheme,
    period: item.period,
    assessment: () => assess(book, options),
    pay: () => payOf(book, options),
    findings: () => lint(scheme, book.roster),
  });
}

function payOf(
  book: Book,
  options: { scheme: string; period: string; asOf: IsoDate },
): readonly PayResult[] {
  const { subjects } = assess(book, options);
  const started = startRun(book, options);
  const { scheme, period, asOf } = started;
  return paySheet({ scheme, book, period, asOf, reader: readerOf(started), subjects });
}

function schemeFrom(plain: Record<string, unknown>): Scheme {
  const read = readScheme(JSON.stringify(plain));
  return read.value ?? refuse(read.findings);
}

function bookOf(scheme: Scheme, input: Input): Book {
  const { facts, findings: factFindings } = readFacts(JSON.stringify(input.facts));
  const { roster, findings: rosterFindings } = readRoster(JSON.stringify(input.roster));
  const { seals, findings: sealFindings } = readSeals(JSON.stringify(input.seals));
  const findings = [...factFindings, ...rosterFindings, ...sealFindings];
  if (findings.length > 0) refuse(findings);
  const ownFacts = facts.map((fact) =>
    fact.chosen?.scheme === ''
      ? { ...fact, chosen: { ...fact.chosen, scheme: scheme.line } }
      : fact,
  );
  return { schemes: [scheme], roster, facts: ownFacts, calendar: calendarCN, seals };
}

function refuse(findings: readonly Finding[]): never {
  throw new Error(findings.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
}

/** Sets what stands at a path of the scheme, or of `roster` or `facts` where the path begins with it. */
function setAt(input: Input, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const start = steps[0] ?? '';
  let place: unknown = start === 'roster' || start === 'facts' ? input : input.scheme;
  for (const step of steps.slice(0, -1)) place = memberOf(place, step, path);
  const last = steps.at(-1) ?? '';
  memberOf(place, last, path);
  (place as Record<string, unknown>)[last] = value;
}

function memberOf(place: unknown, step: string, path: string): unknown {
  if (typeof place !== 'object' || place === null || !(step in place)) {
    throw new Error(`nothing stands at ${path} (no ${step})`);
  }
  return (place as Record<string, unknown>)[step];
}
