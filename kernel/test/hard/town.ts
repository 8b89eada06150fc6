/** Compact books for the hard rows: YAML in, printed thousandths out. */

import type { Book, Fact, Seal } from '../../src/book/book.ts';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { type AssessOptions, assess } from '../../src/evaluate/assess.ts';
import type { Assessment, CellState, Line } from '../../src/evaluate/assessment.ts';
import { sealOf } from '../../src/evaluate/seal.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { periodsOfYear, unitOf } from '../../src/time/periods.ts';

/** Three villages of two groups under a town; the head of A holds two posts and C is paired. */
export const usualRoster = `
units:
  - { code: A, name: 东溪村, group: plain, parent: T }
  - { code: B, name: 西岗村, group: plain, parent: T }
  - { code: C, name: 南坪村, group: hill, parent: T }
  - { code: T, name: 青禾镇, type: town }
persons:
  - { code: p1, name: 甲, class: 村党组织书记 }
  - { code: p2, name: 乙, class: 村委会成员 }
  - { code: p3, name: 丙, class: 公务员 }
posts:
  - { person: p1, unit: A, role: 书记, from: 2020-01-01 }
  - { person: p1, unit: A, role: 主任, from: 2020-01-01 }
  - { person: p2, unit: A, role: 委员, from: 2020-01-01 }
  - { person: p3, unit: T, role: 干部, from: 2020-01-01 }
pairings:
  - { kind: 包村干部, person: p3, unit: C, from: 2020-01-01 }
`;

/** What a test writes: the tree as YAML flow, the rest of the scheme as top-level YAML. */
export interface Town {
  readonly tree: string;
  readonly facts: string;
  readonly period?: 'month' | 'quarter' | 'year';
  readonly subject?: string;
  readonly more?: string;
  readonly roster?: string;
  /** Seals at these `seq`, in order of the periods of 2026. */
  readonly sealsAt?: readonly number[];
}

/** The book of a town; sealed periods carry what they printed. A refusal throws. */
export function bookOf(town: Town): Book {
  const period = town.period ?? 'month';
  const subject = town.subject ?? '{ kind: unit, where: { types: [village] } }';
  const source = `
line: t
name: 试验
version: "1"
subject: ${subject}
period: ${period}
tree: [ ${town.tree} ]
${town.more ?? ''}`;
  const scheme = readScheme(source);
  if (!scheme.value) throw new Error(JSON.stringify(scheme.findings));
  const { facts, findings } = readFacts(town.facts);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const { roster, findings: wrong } = readRoster(town.roster ?? usualRoster);
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  const base = { schemes: [scheme.value], roster, facts, calendar: calendarCN };
  const seals: Seal[] = [];
  (town.sealsAt ?? []).forEach((atSeq, index) => {
    const id = periodsOfYear(2026, period)[index] ?? '';
    const result = assess({ ...base, seals }, { scheme: 't', period: id, upTo: atSeq });
    seals.push(sealOf(result, { facts, seals }));
  });
  return { ...base, seals };
}

/** One assessment of the town. */
export function work(
  town: Town,
  period = '2026-01',
  options: Partial<AssessOptions> = {},
): Assessment {
  return assess(bookOf(town), { scheme: 't', period, ...options });
}

/** A line with every line under it. */
export function linesOf(line: Line): Line[] {
  return [line, ...line.children.flatMap(linesOf)];
}

/** The line of a node, clause or the total of a subject. */
export function lineOf(result: Assessment, subject: string, code: string): Line {
  const tree = result.subjects.find((item) => item.code === subject)?.tree;
  const found =
    tree &&
    linesOf(tree).find(
      (line) => line.code === code && ['node', 'clause', 'total'].includes(line.kind),
    );
  if (!found) throw new Error(`no line ${code} for ${subject}`);
  return found;
}

/** Printed thousandths of a code for a subject. */
export function milli(result: Assessment, subject: string, code: string): number {
  return lineOf(result, subject, code).milli;
}

/** The state of a cell. */
export function state(result: Assessment, subject: string, code: string): CellState {
  return lineOf(result, subject, code).state;
}

/** Thousandths of a code in the periods of the year, sealed ones as they were printed. */
export function overYear(town: Town, subject: string, code: string, count: number): number[] {
  const book = bookOf(town);
  const periods = periodsOfYear(2026, unitOf(book.seals[0]?.period ?? '2026-01')).slice(0, count);
  return periods.map((period) => {
    const sealed = book.seals.find((seal) => seal.period === period)?.printed[subject]?.[code];
    return sealed ?? milli(assess(book, { scheme: 't', period }), subject, code);
  });
}

/** The codes of the notices about a fact; that these short facts carry no evidence goes unsaid. */
export function noticesOf(result: Assessment, factId: string): string[] {
  return result.notices
    .filter((item) => item.code !== 'no-evidence' && item.factIds.includes(factId))
    .map((item) => item.code);
}

/** Sentences of every line whose printed children do not add up to it. */
export function unexplained(result: Assessment): string[] {
  return result.subjects
    .flatMap((subject) => linesOf(subject.tree))
    .filter((line) => line.children.length > 0)
    .filter((line) => line.children.reduce((sum, child) => sum + child.milli, 0) !== line.milli)
    .map((line) => `${line.kind} ${line.code}: ${line.milli}`);
}

/** A fact in a line: id, kind, about, day, then the rest of the row as YAML. */
export function row(id: string, kind: string, about: string, on: string, more = ''): string {
  return `- { id: ${id}, kind: ${kind}, about: ${about}, on: ${on}${more === '' ? '' : `, ${more}`} }\n`;
}

/** A reversal of a fact, posted where it stands in the file. */
export function reversal(id: string, of: string, more = ''): string {
  return `- { id: ${id}, kind: correction, reverses: ${of}, on: 2026-02-20${more === '' ? '' : `, ${more}`} }\n`;
}

/** Facts without the file: for posting orders that a file cannot have. */
export function withFacts(book: Book, facts: readonly Fact[]): Book {
  return { ...book, facts };
}
