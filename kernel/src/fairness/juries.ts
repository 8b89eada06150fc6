/** Clauses that several assessors score: how severe, how spread, how much they agree. */

import type { Book, Fact } from '../book/book.ts';
import type { Assessment } from '../evaluate/assessment.ts';
import { fieldNumber, fieldText } from '../evaluate/fields.ts';
import { linesBelow } from '../explain/lines.ts';
import { clausesOf } from '../explain/replay.ts';
import { grouped } from '../grouped.ts';
import { printMilli } from '../number/points.ts';
import { compare, parseExact, type Rational, rational, subtract } from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { agreementOf } from './agreement.ts';
import { fairnessLeast } from './least.ts';
import { meanOf, spreadMilli } from './moments.ts';
import { type Scored, severityOf } from './severity.ts';

/** An assessor of a jury; a person is a letter, a unit its name. */
export interface Assessor {
  readonly name: string;
  readonly scores: number;
  readonly meanMilli: number;
  /** Beyond the others on the same targets; below zero: more severe. Thousandths of its score. */
  readonly severityMilli?: number;
  /** Standard deviation of its scores. */
  readonly spreadMilli: number;
  /** All the same, or nearly so beside the others. */
  readonly uniform?: 'all' | 'nearly';
  /** Targets that others scored and it did not: recused or absent. */
  readonly left: number;
}

export interface Jury {
  readonly clause: string;
  readonly text: string;
  readonly targets: number;
  /** Scored by every assessor: only these enter the coefficients. */
  readonly complete: number;
  /** Why nothing is compared; the assessors are left out then. */
  readonly without?: 'one' | 'few' | 'apart';
  /** In the order of their letters, which says nothing about them. */
  readonly assessors: readonly Assessor[];
  /** Thousandths. */
  readonly agreement?: {
    readonly oneWay: number;
    readonly absolute: number;
    readonly consistent: number;
  };
  /** Between the mildest and the most severe assessor, and between the targets' means. */
  readonly severityRangeMilli?: number;
  readonly targetRangeMilli?: number;
  /** The most that a target's mean is moved by who did not score it. */
  readonly recusedMilli?: number;
}

/** Every clause of the scheme that a jury scores, in the order of the scheme. */
export function juriesOf(book: Book, scheme: Scheme, result: Assessment): Jury[] {
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  return [...clausesOf(scheme).values()].flatMap((clause) => {
    if (!('judges' in clause.rule)) return [];
    const scores = scoresOf(clause, result, facts);
    return scores.length === 0 ? [] : [juryOf(clause, scores, namesOf(book, scores))];
  });
}

function scoresOf(clause: Clause, { subjects }: Assessment, facts: ReadonlyMap<string, Fact>) {
  const field = 'judges' in clause.rule ? (clause.rule.judges.field ?? 'score') : 'score';
  const seen = new Set<string>();
  return subjects.flatMap(({ code, tree }) => {
    const ids = [...linesBelow(tree)]
      .filter((line) => line.kind === 'clause' && line.code === clause.code)
      .flatMap((line) => [...linesBelow(line)].flatMap(({ factIds }) => factIds));
    return [...new Set(ids)].flatMap((id): Scored[] => {
      const fact = facts.get(id);
      const value = fact && scoreOf(fact, field);
      if (!fact || !value) return [];
      const target = `${code}|${fieldText(fact.values.round) ?? ''}`;
      const assessor = fieldText(fact.values.judge) ?? fact.recordedBy ?? fact.id;
      const key = `${target}|${assessor}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ target, assessor, value }];
    });
  });
}

function scoreOf(fact: Fact, field: string): Rational | undefined {
  if (fact.chosen) return parseExact(fact.chosen.points);
  const number = fieldNumber(fact, field);
  return 'value' in number ? number.value : undefined;
}

/** Units by their names; persons by letters, in the order of what they are called in the facts. */
function namesOf({ roster }: Book, scores: readonly Scored[]): ReadonlyMap<string, string> {
  const units = new Map(
    roster.units.flatMap(({ code, name }) => [
      [code, name],
      [name, name],
    ]),
  );
  const called = [...new Set(scores.map(({ assessor }) => assessor))].sort();
  const persons = called.filter((name) => !units.has(name));
  return new Map(
    called.map((name) => [name, units.get(name) ?? `评分人${letterOf(persons.indexOf(name))}`]),
  );
}

/** A … Z, A2 … Z2 and so on. */
export function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return `${String.fromCharCode(65 + (index % 26))}${round === 0 ? '' : round + 1}`;
}

function juryOf(
  { code, text }: Clause,
  scores: readonly Scored[],
  names: ReadonlyMap<string, string>,
): Jury {
  const byTarget = grouped(scores, ({ target }) => target);
  const byAssessor = grouped(scores, ({ assessor }) => assessor);
  const full = [...byTarget.values()].filter((own) => own.length === byAssessor.size);
  const head = { clause: code, text, targets: byTarget.size, complete: full.length };
  if (byAssessor.size < fairnessLeast.assessors) return { ...head, without: 'one', assessors: [] };
  if (byTarget.size < fairnessLeast.subjects) return { ...head, without: 'few', assessors: [] };
  const severity = severityOf(scores);
  const assessors = assessorsOf({ byAssessor, names, targets: byTarget.size, severity });
  if (!severity) return { ...head, without: 'apart', assessors };
  const means = [...byTarget.values()].map((own) => meanOf(own.map(({ value }) => value)));
  const moved = [...byTarget.values()].map((own) =>
    Math.abs(printMilli(meanOf(own.flatMap(({ assessor }) => severity.get(assessor) ?? [])))),
  );
  return {
    ...head,
    assessors,
    ...agreementIn(full, [...byAssessor.keys()]),
    severityRangeMilli: rangeMilli([...severity.values()]),
    targetRangeMilli: rangeMilli(means),
    recusedMilli: Math.max(...moved),
  };
}

interface Known {
  readonly byAssessor: ReadonlyMap<string, readonly Scored[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly targets: number;
  readonly severity: ReadonlyMap<string, Rational> | undefined;
}

function assessorsOf({ byAssessor, names, targets, severity }: Known): Assessor[] {
  const spreads = new Map(
    [...byAssessor].map(([name, own]) => [name, spreadMilli(own.map(({ value }) => value))]),
  );
  const usual = meanOf([...spreads.values()].map((spread) => rational(BigInt(spread))));
  return [...byAssessor]
    .map(([code, own]): Assessor => {
      const spread = spreads.get(code) ?? 0;
      // Less than a quarter of what is usual among them: nearly the same score for everybody.
      const isNarrow = compare(rational(BigInt(spread) * 4n), usual) < 0;
      const uniform = spread === 0 ? 'all' : isNarrow ? 'nearly' : undefined;
      const beyond = severity?.get(code);
      return {
        name: names.get(code) ?? code,
        scores: own.length,
        meanMilli: printMilli(meanOf(own.map(({ value }) => value))),
        ...(beyond === undefined ? {} : { severityMilli: printMilli(beyond) }),
        spreadMilli: spread,
        ...(uniform === undefined || own.length < fairnessLeast.subjects ? {} : { uniform }),
        left: targets - own.length,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function agreementIn(
  full: readonly (readonly Scored[])[],
  assessors: readonly string[],
): Pick<Jury, 'agreement'> {
  if (full.length < fairnessLeast.subjects) return {};
  const table = full.map((own) =>
    assessors.flatMap((name) => own.find(({ assessor }) => assessor === name)?.value ?? []),
  );
  const { oneWay, absolute, consistent } = agreementOf(table);
  if (!oneWay || !absolute || !consistent) return {};
  return {
    agreement: {
      oneWay: printMilli(oneWay),
      absolute: printMilli(absolute),
      consistent: printMilli(consistent),
    },
  };
}

function rangeMilli(values: readonly Rational[]): number {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? printMilli(subtract(high, low)) : 0;
}
