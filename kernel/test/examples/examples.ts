/** Reads an example folder of `schemes/` and compares its cases with what the kernel gives. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Book, Fact, Roster } from '../../src/book/book.ts';
import { factOf, factShape, readFacts, readRoster, readSeals } from '../../src/book/read.ts';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import { assess } from '../../src/evaluate/assess.ts';
import type { Assessment, Line } from '../../src/evaluate/assessment.ts';
import { payOf } from '../../src/evaluate/settle.ts';
import { fromMilli, type Milli, milliText } from '../../src/number/points.ts';
import { compare, exact } from '../../src/number/rational.ts';
import { readScheme, readShape, readYaml } from '../../src/scheme/read.ts';
import { type FactKind, factKind, type Scheme, scheme } from '../../src/scheme/scheme.ts';
import { text } from '../../src/scheme/shapes.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import type { Expectation } from '../rows/case.ts';
import { differences } from '../rows/compare.ts';

const perSubject = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string(), value).optional();
const byCode = z.record(z.string(), z.string());

/** What must come out, by subject. */
const expectation = z.strictObject({
  points: perSubject(byCode),
  /** Several codes added up. */
  sums: perSubject(z.array(z.strictObject({ codes: z.array(text), points: text }))),
  states: perSubject(byCode),
  /** Words that the line of a code, or a line below it, must say. */
  reasons: perSubject(byCode),
  rank: perSubject(z.string()),
  grade: perSubject(z.string()),
  gradeState: perSubject(z.string()),
  assessedBy: perSubject(z.string()),
  /** Words among the reasons of the grade. */
  gradeReason: perSubject(z.string()),
  proposals: perSubject(z.array(text)),
  /** Yuan by pay line; none where the line has no amount yet. */
  pay: perSubject(byCode),
  lists: perSubject(z.array(text)),
  notices: z.array(z.strictObject({ code: text, facts: z.array(text) })).optional(),
  notSubjects: z.array(text).optional(),
  dates: byCode.optional(),
  /** Words of a sentence of the check. */
  findings: z.array(text).optional(),
});

const caseShape = z.strictObject({
  title: z.string().startsWith('假如'),
  given: z
    .strictObject({
      /** Ids of `facts.yaml`, the word 全部, or facts written out; all facts if absent. */
      facts: z.array(z.union([text, factShape])),
      seals: z.array(z.unknown()).optional(),
    })
    .optional(),
  change: z.array(z.strictObject({ path: text, value: z.unknown() })).optional(),
  period: text,
  asOf: text.optional(),
  arithmetic: text,
  then: expectation,
});

export type Case = z.output<typeof caseShape>;

export interface Example {
  readonly scheme: Scheme;
  readonly plain: unknown;
  readonly kinds: readonly FactKind[];
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  readonly cases: readonly Case[];
  /** Shape errors of all files. */
  readonly findings: readonly Finding[];
}

/** Every file of one folder. */
export function readExample(folder: string): Example {
  const schemeRead = readScheme(sourceOf(folder, 'scheme.yaml'));
  const { roster, findings: inRoster } = readRoster(sourceOf(folder, 'roster.yaml'));
  const { facts, findings: inFacts } = readFacts(sourceOf(folder, 'facts.yaml'));
  const kinds = readShape(sourceOf(folder, 'kinds.yaml'), z.array(factKind));
  const cases = readShape(sourceOf(folder, 'cases.yaml'), z.array(caseShape));
  if (!schemeRead.value) throw new Error(`${folder}: ${JSON.stringify(schemeRead.findings)}`);
  return {
    scheme: schemeRead.value,
    plain: readYaml(sourceOf(folder, 'scheme.yaml')).value,
    kinds: kinds.value ?? [],
    roster,
    facts,
    cases: cases.value ?? [],
    findings: [
      ...schemeRead.findings,
      ...inRoster,
      ...inFacts,
      ...kinds.findings,
      ...cases.findings,
    ],
  };
}

/** The text of a file of an example. */
export function sourceOf(folder: string, file: string): string {
  return readFileSync(new URL(`../../../schemes/${folder}/${file}`, import.meta.url), 'utf8');
}

/** Everything in which a case comes out otherwise than it was worked out by hand, as sentences. */
export function caseDifferences(example: Example, item: Case): string[] {
  const used = changed(example, item.change);
  const options = {
    scheme: used.line,
    period: item.period,
    ...(item.asOf === undefined ? {} : { asOf: isoDate(item.asOf) }),
  };
  const book = bookOf(example, used, item);
  const assessment = assess(book, options);
  const findings = () => check(used, { kinds: example.kinds, roster: example.roster });
  const { sums, reasons, gradeReason, pay, notSubjects, findings: said, ...shared } = item.then;
  const money = pay === undefined ? {} : { money: pay };
  return [
    ...differences({ ...shared, ...money } as Expectation, {
      scheme: used,
      period: item.period,
      assessment: () => assessment,
      pay: () => payOf(book, options, assessment),
      findings,
    }),
    ...perEach(sums, (code, wanted) => wanted.flatMap((sum) => sumOff(assessment, code, sum))),
    ...perEach(reasons, (code, wanted) =>
      perEach(wanted, (place, words) =>
        sentencesOf(lineOf(treeOf(assessment, code), place)).includes(words)
          ? []
          : [`${code} ${place} does not say ${words}`],
      ),
    ),
    ...perEach(gradeReason, (code, words) =>
      subjectOf(assessment, code)?.grade.reasons.join('；').includes(words)
        ? []
        : [`the grade of ${code} does not say ${words}`],
    ),
    ...(notSubjects ?? []).flatMap((code) =>
      subjectOf(assessment, code) ? [`${code} is a subject`] : [],
    ),
    ...(said ?? []).flatMap((words) =>
      findings().some(({ sentence }) => sentence.includes(words))
        ? []
        : [`no finding says ${words}`],
    ),
  ];
}

/** The scheme with some places answered otherwise. */
export function changed({ plain, scheme: own }: Example, changes: Case['change']): Scheme {
  if (!changes) return own;
  const copy = structuredClone(plain);
  for (const { path, value } of changes) setAt(copy, path, value);
  return scheme.parse(copy);
}

function bookOf(example: Example, used: Scheme, { given }: Case): Book {
  const byId = new Map(example.facts.map((fact) => [fact.id, fact]));
  const facts = given?.facts.flatMap((item, index) => {
    if (item === '全部') return example.facts;
    if (typeof item !== 'string') return [factOf(item, 100_000 + index)];
    const fact = byId.get(item);
    if (!fact) throw new Error(`no fact ${item}`);
    return [fact];
  });
  const { seals, findings } = readSeals(JSON.stringify(given?.seals ?? []));
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return {
    schemes: [used],
    roster: example.roster,
    facts: facts ?? example.facts,
    calendar: calendarCN,
    seals,
  };
}

function sumOff(
  assessment: Assessment,
  subject: string,
  { codes, points }: { codes: readonly string[]; points: string },
): string[] {
  const lines = codes.map((code) => lineOf(treeOf(assessment, subject), code));
  const milli = lines.reduce((sum, line) => sum + (line?.milli ?? 0), 0) as Milli;
  if (compare(fromMilli(milli), exact(points)) === 0) return [];
  return [`${subject} ${codes.join('+')}: expected ${points}, got ${milliText(milli)}`];
}

function perEach<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  work: (key: string, value: Value) => string[],
): string[] {
  return Object.entries(record ?? {}).flatMap(([key, value]) => work(key, value));
}

function subjectOf(assessment: Assessment, code: string) {
  return assessment.subjects.find((subject) => subject.code === code);
}

function treeOf(assessment: Assessment, code: string): Line | undefined {
  return subjectOf(assessment, code)?.tree;
}

function lineOf(line: Line | undefined, code: string): Line | undefined {
  if (!line) return undefined;
  if ((line.kind === 'node' || line.kind === 'clause') && line.code === code) return line;
  for (const child of line.children) {
    const found = lineOf(child, code);
    if (found) return found;
  }
  return undefined;
}

function sentencesOf(line: Line | undefined): string {
  return line ? [line.reason, ...line.children.map(sentencesOf)].join('；') : '';
}

function setAt(plain: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let place = plain as Record<string, unknown>;
  for (const key of keys) {
    const next = place[key];
    if (typeof next !== 'object' || next === null) throw new Error(`no ${key} in ${path}`);
    place = next as Record<string, unknown>;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
}

/** The shape errors of an example in words. */
export function findingWords(findings: readonly Finding[]): string[] {
  return findings.map(({ path, sentence }) => `${path} ${sentence}`);
}
