/** Where deductions come from and on whom they fall: by recording office or inspector, by subject. */

import type { Book, Fact } from '../book/book.ts';
import type { Assessment, Line } from '../evaluate/assessment.ts';
import { clausesOf } from '../explain/replay.ts';
import { printMilli } from '../number/points.ts';
import { rational } from '../number/rational.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { letterOf } from './juries.ts';
import { fairnessLeast } from './least.ts';

/** Somebody with deductions; a person is a letter, an office or a village its name. */
export interface Concentrated {
  readonly name: string;
  readonly deductions: number;
  /** Taken, as a number that is not below zero. */
  readonly takenMilli: number;
  /** Of all that was taken, in thousandths. */
  readonly shareMilli: number;
  /**
   * The subject on which most of it falls, where it is at least half of at least ten deductions and
   * twice what that subject bears of all others: worth a second look, no verdict.
   */
  readonly mostly?: { readonly subject: string; readonly shareMilli: number };
}

export interface Concentration {
  readonly deductions: number;
  readonly takenMilli: number;
  /** By office, in the order of the roster. */
  readonly offices: readonly Concentrated[];
  /** By inspector, in the order of their letters; empty where no visit is behind the facts. */
  readonly inspectors: readonly Concentrated[];
  /** By subject, in the order of the assessment. */
  readonly subjects: readonly Concentrated[];
}

interface Deduction {
  readonly milli: number;
  readonly subject: string;
  readonly office: string;
  readonly inspectors: readonly string[];
}

/** What the deductions of a result are spread over; `inspectorsOf` tells who saw a fact. */
export function concentrationOf(
  book: Book,
  scheme: Scheme,
  result: Assessment,
  inspectorsOf: Readonly<Record<string, readonly string[]>> = {},
): Concentration {
  const all = deductionsOf(book, scheme, result, inspectorsOf);
  const taken = sumOf(all);
  const order = book.roster.units.map(({ name }) => name);
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const offices = [...new Set(all.map(({ office }) => office))].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1),
  );
  const persons = [...new Set(all.flatMap(({ inspectors }) => inspectors))].sort();
  const by = (name: string, own: readonly Deduction[]): Concentrated => ({
    name,
    deductions: own.length,
    takenMilli: sumOf(own),
    shareMilli: shareOf(sumOf(own), taken),
    ...mostlyOf(own, all),
  });
  return {
    deductions: all.length,
    takenMilli: taken,
    offices: offices.map((name) =>
      by(
        name,
        all.filter(({ office }) => office === name),
      ),
    ),
    inspectors: persons.map((person, index) =>
      by(
        `巡查人${letterOf(index)}`,
        all.filter(({ inspectors }) => inspectors.includes(person)),
      ),
    ),
    subjects: result.subjects
      .filter(({ notAssessed }) => notAssessed === undefined)
      .map(({ name }) => {
        const { mostly: _, ...row } = by(
          name,
          all.filter(({ subject }) => subject === name),
        );
        return row;
      }),
  };
}

function deductionsOf(
  { roster, facts }: Book,
  scheme: Scheme,
  { subjects }: Assessment,
  inspectorsOf: Readonly<Record<string, readonly string[]>>,
): Deduction[] {
  const owners = new Map([...clausesOf(scheme)].map(([code, { owner }]) => [code, owner]));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const units = new Map(roster.units.map(({ code, name }) => [code, name]));
  const officeOf = (fact: Fact | undefined, clause: string) => {
    const post = roster.posts.find(({ person }) => person === fact?.recordedBy);
    return units.get(post?.unit ?? '') ?? owners.get(clause) ?? '其他';
  };
  return subjects.flatMap(({ name, tree }) =>
    deducting(tree, '').map(({ line, clause }) => ({
      milli: -line.milli,
      subject: name,
      office: officeOf(byId.get(line.factIds[0] ?? ''), clause),
      inspectors: [...new Set(line.factIds.flatMap((id) => inspectorsOf[id] ?? []))],
    })),
  );
}

/** Lines of entries that took points, each with its clause. */
function deducting(line: Line, clause: string): { line: Line; clause: string }[] {
  const within = line.kind === 'clause' ? line.code : clause;
  const isOwn = line.kind === 'entry' && line.milli < 0 && line.struck !== true;
  return [
    ...(isOwn ? [{ line, clause: within }] : []),
    ...line.children.flatMap((child) => deducting(child, within)),
  ];
}

function mostlyOf(
  own: readonly Deduction[],
  all: readonly Deduction[],
): Pick<Concentrated, 'mostly'> {
  if (own.length < fairnessLeast.deductions) return {};
  const others = all.filter((one) => !own.includes(one));
  const subjects = [...new Set(own.map(({ subject }) => subject))];
  for (const subject of subjects) {
    const isOf = (one: Deduction) => one.subject === subject;
    const share = shareOf(sumOf(own.filter(isOf)), sumOf(own));
    const elsewhere = shareOf(sumOf(others.filter(isOf)), sumOf(others));
    if (share >= 500 && share >= 2 * elsewhere) return { mostly: { subject, shareMilli: share } };
  }
  return {};
}

function sumOf(some: readonly Deduction[]): number {
  return some.reduce((sum, { milli }) => sum + milli, 0);
}

/** In thousandths, rounded to the nearest. */
function shareOf(some: number, all: number): number {
  return all === 0 ? 0 : printMilli(rational(BigInt(some), BigInt(all)));
}
