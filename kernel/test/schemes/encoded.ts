/** Reads an encoded text: its scheme, roster, facts and the cases worked out by hand. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Fact, Roster } from '../../src/book/book.ts';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { assess, readerOf, startRun } from '../../src/evaluate/assess.ts';
import type { Assessment, Line } from '../../src/evaluate/assessment.ts';
import { paySheet } from '../../src/pay/pay.ts';
import { readScheme, readShape, readYaml } from '../../src/scheme/read.ts';
import { type Node, type Scheme, scheme as schemeShape } from '../../src/scheme/scheme.ts';
import { decimal, text } from '../../src/scheme/shapes.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import type { Expectation } from '../rows/case.ts';
import { differences } from '../rows/compare.ts';

const caseShape = z.strictObject({
  title: text,
  period: text,
  subject: text,
  /** Places of the scheme that this case answers otherwise; no value takes the key away. */
  change: z.array(z.strictObject({ path: text, value: z.unknown() })).optional(),
  expect: z.strictObject({
    /** Printed points by code of node or clause; `total` is the total. */
    points: z.record(z.string(), decimal).optional(),
    /** Codes that lack material. */
    missing: z.array(text).optional(),
    /** Facts that stay visible, struck. */
    struck: z.array(text).optional(),
    rank: decimal.optional(),
    prizes: z.record(z.string(), text).optional(),
    /** Yuan by person and line of pay. */
    pay: z.record(z.string(), z.record(z.string(), text)).optional(),
    /** Days of procedure. */
    dates: z.record(z.string(), text).optional(),
  }),
  arithmetic: text,
});

export type Case = z.output<typeof caseShape>;

export interface Encoded {
  readonly scheme: Scheme;
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  readonly cases: readonly Case[];
}

/** Everything of one folder; what a person wrote wrongly is thrown with its place. */
export function readEncoded(folder: string): Encoded {
  const scheme = readScheme(sourceOf(folder, 'scheme.yaml'));
  const { roster, findings: inRoster } = readRoster(sourceOf(folder, 'roster.yaml'));
  const { facts, findings: inFacts } = readFacts(sourceOf(folder, 'facts.yaml'));
  const cases = readShape(sourceOf(folder, 'cases.yaml'), z.array(caseShape).min(1));
  const findings = [...scheme.findings, ...inRoster, ...inFacts, ...cases.findings];
  if (!scheme.value || !cases.value || findings.length > 0) {
    throw new Error(`${folder}: ${JSON.stringify(findings)}`);
  }
  return { scheme: scheme.value, roster, facts, cases: cases.value };
}

/** The scheme of a folder with some of its places answered otherwise. */
export function changedScheme(folder: string, changes: Case['change'] = []): Scheme {
  const plain = readYaml(sourceOf(folder, 'scheme.yaml')).value;
  for (const { path, value } of changes) setAt(plain, path, value);
  return schemeShape.parse(plain);
}

/** Everything in which a case comes out otherwise than it was worked out by hand, as sentences. */
export function caseDifferences(folder: string, encoded: Encoded, item: Case): string[] {
  const scheme = changedScheme(folder, item.change);
  const { roster, facts } = encoded;
  const book = { schemes: [scheme], roster, facts, calendar: calendarCN, seals: [] };
  const options = { scheme: scheme.line, period: item.period };
  const assessment = assess(book, options);
  const run = startRun(book, options);
  const own = assessment.subjects.find((subject) => subject.code === item.subject);
  const struck = linesOf(own?.tree).filter((line) => line.struck);
  return [
    ...differences(expectationOf(item, assessment), {
      scheme,
      period: item.period,
      assessment: () => assessment,
      pay: () => paySheet({ ...run, reader: readerOf(run), subjects: assessment.subjects }),
      findings: () => [],
    }),
    ...(item.expect.struck ?? [])
      .filter((id) => !struck.some((line) => line.factIds.includes(id)))
      .map((id) => `${id} is not struck`),
    ...linesOf(own?.tree)
      .filter(({ kind, state }) => (kind === 'node' || kind === 'clause') && state === 'missing')
      .filter(({ code }) => code in (item.expect.points ?? {}))
      .filter(({ code }) => !item.expect.missing?.includes(code))
      .map(({ code, reason }) => `${code} lacks material: ${reason}`),
  ];
}

/** The case in the words of the rows; whom `prizes` does not name must have none. */
function expectationOf({ subject, expect }: Case, { subjects }: Assessment): Expectation {
  const { points = {}, missing = [], rank, prizes, pay, dates } = expect;
  return {
    points: { [subject]: points },
    states: { [subject]: Object.fromEntries(missing.map((code) => [code, 'missing'])) },
    ...(rank && { rank: { [subject]: rank } }),
    ...(prizes && { prize: Object.fromEntries(subjects.map(({ code }) => [code, prizes[code]])) }),
    ...(pay && { money: pay }),
    ...(dates && { dates }),
  };
}

function linesOf(line: Line | undefined): Line[] {
  return line ? [line, ...line.children.flatMap(linesOf)] : [];
}

/** Every node of a tree, parents first. */
export function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}

function sourceOf(folder: string, file: string): string {
  return readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8');
}

function setAt(plain: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop();
  let place = plain as Record<string, unknown>;
  for (const key of keys) {
    const next = place[key];
    if (typeof next !== 'object' || next === null) throw new Error(`no ${key} in ${path}`);
    place = next as Record<string, unknown>;
  }
  if (last === undefined) throw new Error('a change needs a path');
  if (value === undefined) delete place[last];
  else place[last] = value;
}
