/**
 * `assess`: facts and a scheme in, explained points out. Pure: the same book and options give the
 * same assessment, whatever the order of the facts.
 */

import type { Book, Fact } from '../book/book.ts';
import { concludeAssessment, type DecidedGrades } from '../grade/conclude.ts';
import { wholeOf } from '../number/whole.ts';
import type { Node, Scheme } from '../scheme/scheme.ts';
import { holdsThroughout } from '../scheme/term.ts';
import type { IsoDate } from '../time/dates.ts';
import { lastDay, type PeriodId, unitOf } from '../time/periods.ts';
import type { Assessment } from './assessment.ts';
import { judge } from './condition.ts';
import { noteEvidence } from './evidence.ts';
import { dayOf, viewLedger } from './ledger-view.ts';
import { kindsMentioned, noteLedger } from './notices.ts';
import { ownItems } from './own-items.ts';
import { answer } from './quantity.ts';
import type { Asking, Reader } from './reader.ts';
import {
  isWithin,
  knowledgeOf,
  NoticeBook,
  type PlacedClause,
  type Run,
  type Subject,
  scopeOf,
} from './run.ts';
import { totalOf } from './total.ts';

export interface AssessOptions {
  /** The line of the scheme. */
  readonly scheme: string;
  readonly period: PeriodId;
  /** Time moves cells without any fact; default the last day of the period. */
  readonly asOf?: IsoDate;
  /** Facts posted later than this are not known; default all. */
  readonly upTo?: number;
  /** What the named body decided on the grades of the period, where it did. */
  readonly decided?: DecidedGrades | undefined;
  /** For counterfactuals and leave-one-out ranks. */
  readonly without?: { readonly facts?: ReadonlySet<string>; readonly nodes?: ReadonlySet<string> };
}

/** Works the scheme out for every subject. A scheme or period that does not fit is a bug here. */
export function assess(book: Book, options: AssessOptions): Assessment {
  const run = startRun(book, options);
  const totals = run.subjects.map((subject) => ({ subject, total: totalOf(run, subject) }));
  noteLedger(run);
  noteEvidence(run);
  const concluded = concludeAssessment({
    scheme: run.scheme,
    book,
    period: run.period,
    asOf: run.asOf,
    upTo: run.upTo,
    view: run.view,
    reader: readerOf(run),
    decided: options.decided,
    subjects: totals.map(({ subject, total }) => ({
      code: subject.code,
      name: subject.name,
      ...(subject.group === undefined ? {} : { group: subject.group }),
      ...(subject.class === undefined ? {} : { class: subject.class }),
      totalMilli: total.milli,
      fullMilli: total.fullMilli,
      state: total.state,
      provisional: total.state === 'missing',
      tree: total.line,
      vetoes: total.vetoes.map((found) => found.result),
    })),
  });
  return {
    line: run.scheme.line,
    schemeName: run.scheme.name,
    version: run.scheme.version,
    period: run.period,
    asOf: run.asOf,
    upTo: run.upTo,
    subjects: concluded.subjects,
    notices: [...run.view.notices, ...run.notices.list(), ...concluded.notices],
    lists: concluded.lists,
  };
}

/** Prepares a run; later rooms use it to ask single questions of the same book. */
export function startRun(book: Book, options: AssessOptions): Run {
  const written = schemeFor(book, options);
  const own = ownItems(written);
  const scheme = { ...written, tree: [...written.tree, ...own.nodes] };
  if (unitOf(options.period) !== scheme.period) {
    throw new RangeError(`期间 ${options.period} 与办法“${scheme.name}”的考核周期不符`);
  }
  const asOf = options.asOf ?? lastDay(options.period);
  const upTo = options.upTo ?? Number.MAX_SAFE_INTEGER;
  const view = viewLedger(book, {
    line: scheme.line,
    unit: scheme.period,
    asOf,
    upTo,
    without: options.without?.facts,
    renamed: renamedKinds(scheme),
  });
  const subjects = subjectsOf(book, scheme, options.period);
  const notices = new NoticeBook();
  for (const notice of own.notices) notices.add(notice);
  return {
    scheme,
    book,
    view,
    period: options.period,
    asOf,
    upTo,
    decimals: wholeOf(scheme.decimals ?? '3'),
    subjects,
    subjectByCode: new Map(subjects.map((subject) => [subject.code, subject])),
    unitByCode: new Map(book.roster.units.map((unit) => [unit.code, unit])),
    personByCode: new Map(book.roster.persons.map((person) => [person.code, person])),
    clauses: placedClauses(scheme.tree),
    withoutNodes: options.without?.nodes ?? new Set(),
    notices,
    memo: new Map(),
  };
}

/** Former names of fact kinds that the scheme no longer uses, with the present name of each. */
function renamedKinds(scheme: Scheme): Map<string, string> {
  const inUse = kindsMentioned(scheme);
  const pairs = (scheme.kinds ?? []).flatMap(({ kind, formerly }) =>
    (formerly ?? []).filter((name) => !inUse.has(name)).map((name) => [name, kind] as const),
  );
  return new Map(pairs);
}

/** The version of the line that is in effect in the period. */
function schemeFor(book: Book, options: AssessOptions): Scheme {
  const scheme = book.schemes.findLast(
    (one) => one.line === options.scheme && holdsThroughout(one, options.period),
  );
  if (!scheme) throw new RangeError(`没有在 ${options.period} 有效的办法“${options.scheme}”`);
  return scheme;
}

function placedClauses(tree: readonly Node[]): Map<string, PlacedClause> {
  const clauses = new Map<string, PlacedClause>();
  const walk = (node: Node, above: readonly Node[]) => {
    const path = [...above, node];
    for (const clause of node.clauses ?? []) clauses.set(clause.code, { clause, path });
    for (const child of node.children ?? []) walk(child, path);
  };
  for (const node of tree) walk(node, []);
  return clauses;
}

/** Everyone who held a place in the period and fits the scheme's filter, in order of code. */
function subjectsOf(book: Book, scheme: Scheme, period: PeriodId): Subject[] {
  const all =
    scheme.subject.kind === 'unit' ? unitSubjects(book, period) : personSubjects(book, period);
  const where = scheme.subject.where;
  const has = (list: readonly string[] | undefined, values: readonly (string | undefined)[]) =>
    list === undefined || values.some((value) => value !== undefined && list.includes(value));
  const fits = all.filter(
    (subject) =>
      has(where?.groups, [subject.group]) &&
      has(where?.subjects, [subject.code]) &&
      has(where?.types, [subject.type]) &&
      has(where?.classes, [subject.class]) &&
      has(where?.tags, subject.tags) &&
      (where?.roles === undefined || has(where.roles, rolesWithin(book, subject.code, period))),
  );
  return fits.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function unitSubjects(book: Book, period: PeriodId): Subject[] {
  return book.roster.units
    .filter((unit) => isWithin(unit, period))
    .map(({ code, name, group, type, tags }) => ({
      code,
      name,
      group,
      type,
      class: undefined,
      tags,
    }));
}

function personSubjects(book: Book, period: PeriodId): Subject[] {
  const posted = new Set(book.roster.posts.map((post) => post.person));
  const inPeriod = new Set(
    book.roster.posts.filter((post) => isWithin(post, period)).map((post) => post.person),
  );
  return book.roster.persons
    .filter((person) => !posted.has(person.code) || inPeriod.has(person.code))
    .map((person) => ({
      code: person.code,
      name: person.name,
      group: person.group,
      type: 'person',
      class: person.class,
      tags: person.tags,
    }));
}

function rolesWithin(book: Book, person: string, period: PeriodId): string[] {
  return book.roster.posts
    .filter((post) => post.person === person && isWithin(post, period))
    .map((post) => post.role);
}

/** The evaluator as later stages see it. */
export function readerOf(run: Run): Reader {
  const askerOf = (asking: Asking) => {
    const subject = run.subjectByCode.get(asking.subject) ?? strangerOf(run, asking.subject);
    const scope = scopeOf(asking.window, knowledgeOf(asking.period));
    return { subject, scope, fact: asking.fact, clauseCode: asking.clauseCode };
  };
  return {
    quantity: (of, asking) => answer(run, of, askerOf(asking)),
    condition: (of, asking) => judge(run, of, askerOf(asking)),
  };
}

/** Somebody on the roster who is not a subject of this scheme, such as a payee. */
function strangerOf(run: Run, code: string): Subject {
  const unit = run.unitByCode.get(code);
  const person = run.personByCode.get(code);
  return {
    code,
    name: unit?.name ?? person?.name ?? code,
    group: unit?.group ?? person?.group,
    type: unit?.type ?? 'person',
    class: person?.class,
    tags: unit?.tags ?? person?.tags ?? [],
  };
}

/** The last day on which any fact of the book happened, if there is one. */
export function lastFactDay(facts: readonly Fact[]): IsoDate | undefined {
  const days = facts.map((fact) => dayOf(fact)).filter((day): day is IsoDate => day !== undefined);
  return days.sort()[days.length - 1];
}
