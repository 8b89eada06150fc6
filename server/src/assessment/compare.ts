/**
 * The sandbox: another scheme on the same facts. Who rises, who falls, and by which clause, before
 * anything is decided. Both schemes are worked out as if nothing of the period were sealed, since a
 * sealed edition would hold the one and not the other.
 */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type Book,
  check,
  type Line,
  located,
  type Milli,
  type Notice,
  type PeriodId,
  periodLabel,
  type Scheme,
  type SubjectResult,
} from '@oneneedle/kernel';
import { findingText, inFile, Refusal } from '../platform/index.ts';
import { leaves } from './breakdown.ts';
import type { Folder } from './folder.ts';

/** A subject's place under one of the two schemes. */
interface Place {
  readonly totalMilli: Milli;
  readonly rank?: number;
  readonly grade?: string;
  /** Not all of it is known yet (暂). */
  readonly provisional: boolean;
}

/** What one clause, or an indicator's own full mark, cap or floor, changes for one subject. */
export interface Contribution {
  /** The clause, or the indicator where it is not one clause that does it; '' for the total. */
  readonly code: string;
  /** 条款 1.1, 指标 1 满分 … */
  readonly label: string;
  readonly beforeMilli?: Milli;
  readonly afterMilli?: Milli;
  /** 1/1000 points; those of a subject add up to the change of its total. */
  readonly changeMilli: Milli;
}

export interface ComparedSubject {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  readonly before?: Place;
  readonly after?: Place;
  /** 1/1000 points; absent where only one of the schemes assesses the subject. */
  readonly changeMilli?: Milli;
  /** Better is positive: 3 → 1 is 2. Absent where one of the two ranks does not stand. */
  readonly ranksUp?: number;
  /** Largest change first. */
  readonly contributions: readonly Contribution[];
}

export interface ComparedScheme {
  readonly line: string;
  readonly name: string;
  readonly version: string;
}

export interface Comparison {
  readonly period: PeriodId;
  readonly asOf: string;
  readonly before: ComparedScheme;
  readonly after: ComparedScheme;
  /** In the order of the new ranks, group by group; those without one at the end. */
  readonly subjects: readonly ComparedSubject[];
  /** Clauses by code that only one of the schemes has, with their texts. */
  readonly newClauses: readonly { readonly code: string; readonly text: string }[];
  readonly goneClauses: readonly { readonly code: string; readonly text: string }[];
  /** Kinds of the period's facts that one scheme hears and the other does not. */
  readonly heardOnlyBefore: readonly string[];
  readonly heardOnlyAfter: readonly string[];
  /** Discretion that was used under the old scheme and must be decided anew under the new one. */
  readonly discretion: readonly Notice[];
  /** The period is sealed: what was published stays as it is. */
  readonly isSealed: boolean;
}

/** The other scheme as it was read, with what is needed to name places in its file. */
export interface OtherScheme {
  readonly scheme: Scheme;
  readonly file: string;
  readonly positions?: Parameters<typeof located>[1];
}

/** Works out both schemes on the folder's facts; refuses a scheme that cannot be compared. */
export function compareSchemes(
  folder: Folder,
  other: OtherScheme,
  options: AssessOptions,
): Comparison {
  requireComparable(folder, other, options);
  const before = assess({ ...folder.book, seals: [] }, options);
  const book: Book = { ...folder.book, schemes: [other.scheme], seals: [] };
  const after = assess(book, { ...options, scheme: other.scheme.line, asOf: before.asOf });
  const clauses = [clausesOf(folder.scheme), clausesOf(other.scheme)] as const;
  const { period } = before;
  return {
    period,
    asOf: before.asOf,
    before: named(folder.scheme),
    after: named(other.scheme),
    subjects: comparedSubjects(before, after, other.scheme),
    newClauses: without(clauses[1], clauses[0]),
    goneClauses: without(clauses[0], clauses[1]),
    ...heardByOne(before, after, folder),
    discretion: discretionAnew(before, after),
    isSealed: folder.book.seals.some(
      (seal) => seal.line === folder.scheme.line && seal.period === period,
    ),
  };
}

function requireComparable(
  { scheme, kinds, book }: Folder,
  { scheme: other, file, positions }: OtherScheme,
  { period }: AssessOptions,
): void {
  if (other.period !== scheme.period) {
    throw new Refusal(
      `两份办法的考核周期不同（${periodWords[scheme.period]}和${periodWords[other.period]}），同一期的得分没法对照。请把 ${file} 的 period 改成 ${scheme.period} 再试算。`,
    );
  }
  if (other.subject.kind !== scheme.subject.kind) {
    throw new Refusal(
      `两份办法考核的对象不同（一份考单位，一份考个人），没法对照。请核对 ${file} 是不是要比的那一份。`,
    );
  }
  const found = check(other, { roster: book.roster, ...(kinds ? { kinds } : {}) });
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const placed = positions ? located(errors, positions) : errors;
  throw new Refusal(
    [
      `${file} 有 ${errors.length} 处错误，没有试算${periodLabel(period)}。请改正后再运行：`,
      ...placed.slice(0, 20).map((finding) => findingText(inFile(file, finding))),
      ...(errors.length > 20 ? [`……另有 ${errors.length - 20} 处`] : []),
    ].join('\n'),
  );
}

const periodWords = { month: '按月', quarter: '按季度', halfYear: '按半年', year: '按年' };

function named({ line, name, version }: Scheme): ComparedScheme {
  return { line, name, version };
}

function comparedSubjects(
  before: Assessment,
  after: Assessment,
  { groups = [] }: Scheme,
): ComparedSubject[] {
  const old = new Map(before.subjects.map((subject) => [subject.code, subject]));
  const now = new Map(after.subjects.map((subject) => [subject.code, subject]));
  const codes = [...new Set([...old.keys(), ...now.keys()])];
  const order = groups.map(({ code }) => code);
  const groupOf = ({ group }: ComparedSubject) => order.indexOf(group ?? '');
  return codes
    .map((code) => comparedSubject(old.get(code), now.get(code)))
    .sort(
      (a, b) =>
        groupOf(a) - groupOf(b) ||
        (a.after?.rank ?? Number.MAX_SAFE_INTEGER) - (b.after?.rank ?? Number.MAX_SAFE_INTEGER) ||
        (a.code < b.code ? -1 : 1),
    );
}

function comparedSubject(
  old: SubjectResult | undefined,
  now: SubjectResult | undefined,
): ComparedSubject {
  const either = now ?? old;
  if (!either) throw new Error('a subject of neither scheme');
  const { code, name, group } = either;
  return {
    code,
    name,
    ...(group === undefined ? {} : { group }),
    ...(old ? { before: placeOf(old) } : {}),
    ...(now ? { after: placeOf(now) } : {}),
    ...(old && now ? { changeMilli: (now.totalMilli - old.totalMilli) as Milli } : {}),
    ...(old?.rank !== undefined && now?.rank !== undefined ? { ranksUp: old.rank - now.rank } : {}),
    contributions: old && now ? contributionsOf(old.tree, now.tree) : [],
  };
}

function placeOf({ totalMilli, rank, grade, provisional }: SubjectResult): Place {
  return {
    totalMilli,
    provisional,
    ...(rank === undefined ? {} : { rank }),
    ...(grade.effective === undefined ? {} : { grade: grade.effective }),
  };
}

function contributionsOf(old: Line, now: Line): Contribution[] {
  const [before, after] = [parts(old), parts(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key): Contribution => {
      const [was, is] = [before.get(key), after.get(key)];
      return {
        code: is?.code ?? was?.code ?? '',
        label: is?.label ?? was?.label ?? '',
        ...(was ? { beforeMilli: was.milli } : {}),
        ...(is ? { afterMilli: is.milli } : {}),
        changeMilli: ((is?.milli ?? 0) - (was?.milli ?? 0)) as Milli,
      };
    })
    .filter(({ changeMilli }) => changeMilli !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.changeMilli) - Math.abs(a.changeMilli) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
        (a.label < b.label ? -1 : 1),
    );
}

interface Part {
  readonly code: string;
  readonly label: string;
  milli: Milli;
}

/** The tree as parts that add up to its root: each clause, and what each node did by itself. */
function parts(tree: Line): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  const put = (key: string, code: string, label: string, milli: Milli) => {
    const part = found.get(key) ?? { code, label, milli: 0 as Milli };
    part.milli = (part.milli + milli) as Milli;
    found.set(key, part);
  };
  const walk = (line: Line) => {
    for (const child of line.children) {
      if (child.kind === 'clause') {
        put(`clause ${child.code}`, child.code, `条款 ${child.code}`, child.milli);
      } else if (child.kind === 'node') {
        walk(child);
      } else {
        for (const leaf of leaves(child)) {
          const where = line.kind === 'node' ? `指标 ${line.code} ` : '总分 ';
          put(`${line.code} ${leaf.kind} ${leaf.label}`, line.code, where + leaf.label, leaf.milli);
        }
      }
    }
  };
  if (tree.children.length === 0) put('total', '', '总分', tree.milli);
  walk(tree);
  return found;
}

/** What each clause says and each indicator is called, by code. */
export function textsOf({ tree }: Scheme): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (nodes: Scheme['tree']) => {
    for (const { code, name, clauses = [], children = [] } of nodes) {
      found.set(code, name);
      for (const clause of clauses) found.set(clause.code, clause.text);
      walk(children);
    }
  };
  walk(tree);
  return found;
}

function clausesOf({ tree }: Scheme): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (nodes: Scheme['tree']) => {
    for (const node of nodes) {
      for (const { code, text } of node.clauses ?? []) found.set(code, text);
      walk(node.children ?? []);
    }
  };
  walk(tree);
  return found;
}

/** Chosen points that the old scheme takes and the new one does not. */
function discretionAnew(before: Assessment, after: Assessment): Notice[] {
  const key = ({ factIds }: Notice) => factIds.join(' ');
  const known = new Set(before.notices.filter(isUndecided).map(key));
  return after.notices.filter((notice) => isUndecided(notice) && !known.has(key(notice)));
}

function isUndecided({ code }: Notice): boolean {
  return code === 'needs-discretion' || code === 'fact-refused';
}

function without(own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) {
  return [...own].filter(([code]) => !other.has(code)).map(([code, text]) => ({ code, text }));
}

/** Kinds whose facts one of the schemes reports as heard by no clause, and the other does not. */
function heardByOne(before: Assessment, after: Assessment, { book, kinds }: Folder) {
  const facts = book.facts.filter(({ form }) => form !== 'checked' && form !== 'missing');
  const kindOf = new Map(facts.map(({ id, kind }) => [id, kind]));
  const unheard = ({ notices }: Assessment) =>
    new Set(
      notices
        .filter(({ code }) => code === 'fact-unheard')
        .flatMap(({ factIds }) => factIds.flatMap((id) => kindOf.get(id) ?? [])),
    );
  const [old, now] = [unheard(before), unheard(after)];
  const names = new Map((kinds ?? []).map(({ kind, name }) => [kind, name]));
  const told = (list: Set<string>, other: Set<string>) =>
    [...list]
      .filter((kind) => !other.has(kind))
      .map((kind) => names.get(kind) ?? kind)
      .sort();
  return { heardOnlyBefore: told(now, old), heardOnlyAfter: told(old, now) };
}
