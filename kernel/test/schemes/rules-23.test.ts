/**
 * A town's whole monthly assessment of its villages, encoded: 23 lines, 131 items. It tests what
 * the language can say and what the check must refuse; it is not a template.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fact } from '../../src/book/book.ts';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { check } from '../../src/check/check.ts';
import { type AssessOptions, assess, readerOf, startRun } from '../../src/evaluate/assess.ts';
import type { Assessment, Line } from '../../src/evaluate/assessment.ts';
import { fromMilli, type Milli } from '../../src/number/points.ts';
import { exact, subtract, toExactText } from '../../src/number/rational.ts';
import { paySheet } from '../../src/pay/pay.ts';
import type { Clause } from '../../src/scheme/clause.ts';
import { readShape } from '../../src/scheme/read.ts';
import type { Node } from '../../src/scheme/scheme.ts';
import { decimal, listOf, text } from '../../src/scheme/shapes.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import type { Expectation } from '../rows/case.ts';
import { differences } from '../rows/compare.ts';
import { clausesUnder, schemeIn } from './table.ts';

/** How many items each of the 23 lines has in the text. */
const itemsOfLine = [
  2, 3, 24, 5, 4, 3, 12, 13, 2, 2, 9, 13, 4, 6, 6, 2, 1, 2, 4, 1, 3, 1, 9,
] as const;

const caseShape = z.strictObject({
  title: text,
  /** What the text asks of a language, a to u. */
  demand: text.optional(),
  /** A month; a year stands for the sum of its months. */
  period: z.string().regex(/^\d{4}(-\d{2})?$/),
  subject: text,
  asOf: text.optional(),
  /** The last fact known. */
  upToFact: text.optional(),
  /** Node, clause or `total`. */
  code: text.optional(),
  points: decimal.optional(),
  state: text.optional(),
  vetoes: z.array(text).optional(),
  streak: text.optional(),
  pay: text.optional(),
  arithmetic: text,
});
type Case = z.output<typeof caseShape>;

const scheme = schemeIn('rules-23');
const { roster, findings: inRoster } = readRoster(sourceOf('roster.yaml'));
const { facts, findings: inFacts } = readFacts(sourceOf('facts.yaml'));
const { value: cases = [], findings: inCases } = readShape(
  sourceOf('cases.yaml'),
  z.array(caseShape).min(1),
);
const marchOf2026 = '2026-03' as AssessOptions['period'];
const book = { schemes: [scheme], roster, facts, calendar: calendarCN, seals: [] };

describe('the encoding', () => {
  const clauses = scheme.tree.flatMap(clausesUnder);
  const codes = [...clauses, ...(scheme.vetoes ?? []), ...(scheme.pay?.lines ?? [])].map(
    ({ code }) => code,
  );

  it('is read without a finding', () => {
    expect([...inRoster, ...inFacts, ...inCases]).toEqual([]);
    expect(new Set(clauses.map(({ code }) => code)).size).toBe(clauses.length);
  });

  it('holds every one of the 131 items of 23 lines, and nothing else', () => {
    const wanted = itemsOfLine.flatMap((count, line) =>
      Array.from({ length: count }, (_, item) => `${line + 1}.${item + 1}`),
    );
    const held = new Set(codes.map((code) => code.split('.').slice(0, 2).join('.')));
    expect(itemsOfLine.length).toBe(23);
    expect(wanted.length).toBe(131);
    expect([...held].sort()).toEqual([...wanted].sort());
  });

  it('grants 135 points on fifteen lines', () => {
    const routine = scheme.tree[0]?.children ?? [];
    expect(routine.map(({ full }) => Number(full))).toEqual([
      10, 5, 10, 10, 10, 10, 10, 10, 5, 5, 10, 10, 10, 10, 10,
    ]);
    expect(scheme.tree[0]?.full).toBe('135');
    expect(scheme.tree.slice(1).flatMap(fulls)).toEqual([]);
  });

  it('records only kinds of its catalogue, or sealed results', () => {
    const kinds = new Map(scheme.kinds?.map((kind) => [kind.kind, kind]));
    for (const { id, kind, form, reverses } of facts) {
      if (form !== 'result' && !reverses) expect(kinds.get(kind)?.form, id).toBe(form);
    }
  });
});

describe('a fact that has only what the catalogue requires', () => {
  const clauses = scheme.tree.flatMap(clausesUnder).filter(({ on }) => on !== undefined);
  const everyFact = clauses.map((clause, index) => plainestFact(clause, index + 1));
  const village = { code: 'v', name: '某村', type: 'village', aliases: [], tags: [], sizes: {} };
  const places = { units: [village], persons: [], posts: [], pairings: [] };
  // Clause 12.7.2 asks for the year's sealed result of another line; without one it cannot be said.
  const sealed = facts.filter(({ id }) => id === 'san-v4');
  const results = sealed.map((fact) => ({ ...fact, about: [{ subject: 'v', as: '' }] }));
  const one = { ...book, roster: places, facts: [...everyFact, ...results] };
  const { tree } = assess(one, { scheme: scheme.line, period: marchOf2026 }).subjects[0]!;

  it.each(clauses.map(({ code }) => code))('is worked out by clause %s', (code) => {
    const line = lineOf(tree, code);
    expect(line?.state, line?.reason).toBe('scored');
    expect(line?.children.length).toBeGreaterThan(0);
  });
});

/** A fact that a clause hears: the required fields of its kind, and what `where` asks for. */
function plainestFact(clause: Clause, seq: number): Fact {
  const kind = listOf(clause.on)[0] ?? '';
  const fields = scheme.kinds?.find((one) => one.kind === kind)?.fields ?? {};
  const required = Object.entries(fields).filter(([, field]) => field.required);
  const plain = { number: '1', rate: '40%', rank: '1', date: '2026-03-10', text: '甲' } as const;
  const values = required.map(([name, { type, options }]) => [
    name,
    type === 'label' ? (options?.[0] ?? '') : plain[type],
  ]);
  const labels = Object.entries(clause.where ?? {}).filter(([, test]) => typeof test === 'string');
  const range = 'range' in clause.rule ? clause.rule.range.from : undefined;
  const points = 'decision' in clause.rule ? '1' : range;
  return {
    id: `f${seq}`,
    seq,
    kind,
    form: 'event',
    about: [{ subject: 'v', as: '' }],
    on: isoDate('2026-03-12'),
    values: Object.fromEntries([...values, ...labels]),
    tags: [],
    evidence: [],
    doc: { no: '某发〔2026〕1号' },
    ...(points && { chosen: { scheme: scheme.line, clause: clause.code, points, reason: '测试' } }),
  };
}

describe('the check', () => {
  const findings = check(scheme, { roster });
  const places = (code: string) =>
    findings.filter((finding) => finding.code === code).map(({ path }) => codeAt(path));

  it('refuses the nine vetoes, which name no document, and nothing else', () => {
    const refused = findings.filter(({ severity }) => severity === 'error');
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['veto-without-authority']));
    expect(places('veto-without-authority')).toEqual(scheme.vetoes?.map(({ code }) => code));
    expect(refused.length).toBe(9);
  });

  it('names what counts petitions, what counts the use of software, and the pay without a document', () => {
    expect(places('guardrail-petition-count')).toEqual(['20.1', '7.4.1', '7.4.3', '8.13']);
    expect(places('guardrail-usage')).toEqual(['5.2.1', '5.2.2', '5.2.3', '5.4.12']);
    expect(places('pay-authority')).toEqual(['20.1']);
  });

  it('is silent about the vetoes once a document is named', () => {
    const authority = { documentNo: '某办发〔2026〕1号', title: '某文件', body: '某机关' };
    const named = scheme.vetoes?.map((veto) => ({ ...veto, authority }));
    const left = check({ ...scheme, vetoes: named }, { roster });
    expect(left.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** The code of the part of the scheme at a path. */
function codeAt(path: string): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  let place: unknown = scheme;
  let code = '';
  for (const step of steps) {
    place = (place as Record<string, unknown>)[step];
    const own = (place as { code?: unknown }).code;
    if (typeof own === 'string') code = own;
  }
  return code;
}

describe('the cases', () => {
  it.each(cases)('$demand $subject $code $title', (item) => {
    expect(caseDifferences(item), item.arithmetic).toEqual([]);
  });

  it('answer every demand of the text', () => {
    const demands = new Set(cases.flatMap(({ demand }) => demand ?? []));
    expect([...demands].sort().join('')).toBe('abcdefghijklmnopqrstu');
  });

  it('add up, line by line, for every subject', () => {
    for (const period of ['2026-03', '2026-04', '2026-12'] as const) {
      for (const { tree } of assessed({ period }).subjects) expectSums(tree);
    }
  });
});

function caseDifferences(item: Case): string[] {
  if (item.period.length === 4) return yearDifferences(item);
  const options = optionsOf(item);
  const assessment = assessed(options);
  const { code, points, vetoes, streak, pay, subject } = item;
  const state = item.state ?? (code && stateOfTree(code));
  const expected: Expectation = {
    ...(code && points && { points: { [subject]: { [code]: points } } }),
    ...(code && state && { states: { [subject]: { [code]: state } } }),
    ...(vetoes && { vetoes: { [subject]: vetoes } }),
    ...(pay && { money: { [subject]: { '20.1': `${pay}.00` } } }),
  };
  const own = assessment.subjects.find((one) => one.code === subject);
  const length = own?.streaks?.['20.1'];
  const run = startRun(book, options);
  return [
    ...differences(expected, {
      scheme,
      period: options.period,
      assessment: () => assessment,
      pay: () => paySheet({ ...run, reader: readerOf(run), subjects: assessment.subjects }),
      findings: () => [],
    }),
    ...(streak === undefined || Number(streak) === length ? [] : [`streak: got ${length}`]),
  ];
}

/** A clause without a stated state is scored; a node may be provisional for another clause's sake. */
function stateOfTree(code: string): string | undefined {
  return code === 'total' || /^\d+$/.test(code) ? undefined : 'scored';
}

/** The months of a year always add up to the value over the year. */
function yearDifferences({ period, subject, code = '', points = '0' }: Case): string[] {
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}`.padStart(2, '0'));
  const milli = months
    .map((month) => assessed({ period: `${period}-${month}` as AssessOptions['period'] }))
    .map(({ subjects }) => subjects.find((one) => one.code === subject))
    .reduce((sum, own) => sum + (lineOf(own?.tree, code)?.milli ?? Number.NaN), 0) as Milli;
  const apart = subtract(fromMilli(milli), exact(points));
  return apart.num === 0n ? [] : [`${code} over the year: got ${toExactText(fromMilli(milli))}`];
}

function optionsOf({ period, asOf, upToFact }: Case): Omit<AssessOptions, 'scheme'> & {
  scheme: string;
} {
  const last = facts.find(({ id }) => id === upToFact);
  return {
    scheme: scheme.line,
    period: period as AssessOptions['period'],
    ...(asOf && { asOf: isoDate(asOf) }),
    ...(last && { upTo: last.seq }),
  };
}

const known = new Map<string, Assessment>();

function assessed(options: Omit<AssessOptions, 'scheme'>): Assessment {
  const key = JSON.stringify(options);
  const earlier = known.get(key);
  if (earlier) return earlier;
  const assessment = assess(book, { ...options, scheme: scheme.line });
  known.set(key, assessment);
  return assessment;
}

function expectSums(line: Line): void {
  if (line.children.length === 0) return;
  const sum = line.children.reduce((total, child) => total + child.milli, 0);
  expect(sum, `${line.code} ${line.label}`).toBe(line.milli);
  for (const child of line.children) expectSums(child);
}

function lineOf(line: Line | undefined, code: string): Line | undefined {
  if (!line || ((line.kind === 'node' || line.kind === 'clause') && line.code === code))
    return line;
  for (const child of line.children) {
    const found = lineOf(child, code);
    if (found) return found;
  }
  return undefined;
}

function fulls(node: Node): string[] {
  return [...(node.full ? [node.full] : []), ...(node.children ?? []).flatMap(fulls)];
}

function sourceOf(file: string): string {
  return readFileSync(new URL(`rules-23/${file}`, import.meta.url), 'utf8');
}
