/** What the pages show of an assessment: plain data with every number as text beside its thousandths. */

import type { contract } from '@oneneedle/contract';
import {
  type Assessment,
  type ExplainedLine,
  explainData,
  type Fact,
  gradeWords,
  type Line,
  type Node,
  type Notice,
  periodLabel,
  type Scheme,
  type SubjectResult,
} from '@oneneedle/kernel';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { fullOf } from './breakdown.ts';
import { changesBetween } from './changes.ts';
import type { Folder } from './folder.ts';
import { aheadOf, circleOf } from './neighbours.ts';
import { placesFor, pointsText, signedText } from './print-words.ts';
import { personNames } from './told-facts.ts';

export type Replies = InferContractRouterOutputs<typeof contract.assessment>;

/** What the period's own row adds to every reply. */
type PeriodKeys = keyof Replies['move'];
export type StandingsView = Omit<Replies['standings'], PeriodKeys>;
export type ExplainView = Omit<Replies['explain'], PeriodKeys | 'receiptCode'>;
type Points = Replies['explain']['total'];
type Obstacle = Replies['readiness']['obstacles'][number];

/** The list: totals, parts that add up to them, ranks, and the change against the period before. */
export function standingsView(
  folder: Folder,
  result: Assessment,
  before: Assessment | undefined,
): StandingsView {
  const { scheme } = folder;
  const places = placesOf(scheme, result);
  const earlier = new Map(before?.subjects.map((subject) => [subject.code, subject]));
  const columns = columnsOf(scheme, result);
  const ties = tiedRanks(result);
  return {
    asOf: result.asOf,
    upTo: result.upTo,
    decimals: places,
    groups: [...(scheme.groups ?? [])],
    columns: [...columns],
    rows: result.subjects.map((subject) => {
      const was = earlier.get(subject.code);
      return {
        ...placeOf(subject, places),
        isTied: subject.rank !== undefined && ties.has(`${subject.group ?? ''} ${subject.rank}`),
        parts: partsOf(subject, columns, places),
        ...(was && isComparable(was, subject)
          ? { changeMilli: subject.totalMilli - was.totalMilli }
          : {}),
        ...(was?.rank !== undefined && subject.rank !== undefined
          ? { ranksUp: was.rank - subject.rank }
          : {}),
      };
    }),
    noticeCount: result.notices.length,
  };
}

function placeOf(subject: SubjectResult, places: number) {
  const { code, name, group, totalMilli, fullMilli, state, provisional, notAssessed } = subject;
  // A tie that is left to the body is on the list as what it is.
  const grade = subject.grade.effective ?? (subject.grade.open ? gradeWords.pending : undefined);
  return {
    code,
    name,
    ...(group === undefined ? {} : { group }),
    total: pointsOf(totalMilli, Math.max(places, subject.shownPlaces ?? 0)),
    full: pointsOf(fullMilli, places),
    state,
    isProvisional: provisional,
    ...(subject.rank === undefined ? {} : { rank: subject.rank }),
    ...(notAssessed === undefined ? {} : { notAssessed }),
    ...(grade === undefined ? {} : { grade }),
    ...(subject.prize === undefined ? {} : { prize: subject.prize }),
  };
}

function isComparable(was: SubjectResult, now: SubjectResult): boolean {
  return was.notAssessed === undefined && now.notAssessed === undefined;
}

type PartColumn = StandingsView['columns'][number];

/** Corrections, caps and the like that stand directly under the total have a column of their own. */
const othersCode = '';

function columnsOf(scheme: Scheme, { subjects }: Assessment): PartColumn[] {
  const nodes = scheme.tree.map((node) => ({
    code: node.code,
    name: node.name ?? node.code,
    ...fullMarks(node, subjects),
  }));
  const hasOthers = subjects.some((subject) => othersMilli(subject, nodes) !== 0);
  return hasOthers ? [...nodes, { code: othersCode, name: '其他' }] : nodes;
}

/** "40", "7.5": as few decimals as say it exactly. */
function shortest(milli: number): string {
  return pointsText(milli, 3).replace(/\.?0+$/, '');
}

/** One full mark for all, or that of each group; nothing where a group has no one full mark. */
function fullMarks(node: Node, subjects: readonly SubjectResult[]): Partial<PartColumn> {
  const groups = new Map<string, Set<string>>();
  for (const { group = '', tree, notAssessed } of subjects) {
    const line = tree.children.find(({ kind, code }) => kind === 'node' && code === node.code);
    if (notAssessed !== undefined || !line) continue;
    const full = fullOf(node, line, group);
    const known = groups.get(group) ?? new Set();
    known.add(full === undefined ? '' : shortest(full));
    groups.set(group, known);
  }
  const one = [...groups].flatMap(([group, [full = '', ...others]]) =>
    others.length > 0 || full === '' ? [] : [[group, full] as const],
  );
  const [first] = one;
  if (first === undefined) return {};
  const isForAll = one.length === groups.size && one.every(([, full]) => full === first[1]);
  return isForAll ? { full: first[1] } : { fullByGroup: Object.fromEntries(one) };
}

function partsOf(subject: SubjectResult, columns: readonly PartColumn[], places: number) {
  const lines = new Map(subject.tree.children.map((line) => [line.code, line]));
  return columns.map(({ code }) => {
    const line = lines.get(code);
    const milli =
      code === othersCode ? othersMilli(subject, columns) : line ? weighted(subject, code) : 0;
    const state = code === othersCode ? 'scored' : (line?.state ?? 'notApplicable');
    return { code, milli, text: pointsText(milli, places), state } as const;
  });
}

/** A node and its weight stand side by side under the total. */
function weighted({ tree }: SubjectResult, code: string): number {
  return tree.children
    .filter((line) => line.code === code && (line.kind === 'node' || line.kind === 'weight'))
    .reduce((sum, { milli }) => sum + milli, 0);
}

function othersMilli(subject: SubjectResult, columns: readonly PartColumn[]): number {
  const named = columns
    .filter(({ code }) => code !== othersCode)
    .reduce((sum, { code }) => sum + weighted(subject, code), 0);
  return subject.notAssessed === undefined ? subject.totalMilli - named : 0;
}

function tiedRanks({ subjects }: Assessment): ReadonlySet<string> {
  const seen = new Set<string>();
  const tied = new Set<string>();
  for (const { group = '', rank } of subjects) {
    if (rank === undefined) continue;
    const place = `${group} ${rank}`;
    if (seen.has(place)) tied.add(place);
    seen.add(place);
  }
  return tied;
}

/** The tree behind one subject's total, its neighbours, and how firm its rank is. */
export function explainView(
  folder: Folder,
  result: Assessment,
  subject: SubjectResult,
): ExplainView {
  const { scheme, book } = folder;
  const places = placesOf(scheme, result);
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  const { root, notes } = explainData(subject, {
    facts,
    decimals: places,
    persons: personNames(folder),
  });
  const circle = circleOf(result, scheme, subject);
  const ahead = aheadOf(result, scheme, subject);
  const behind = circle.find(({ rank }) => (rank ?? 0) > (subject.rank ?? Infinity));
  const gap = (milli: number) => pointsOf(milli, places);
  return {
    asOf: result.asOf,
    upTo: result.upTo,
    subject: subject.code,
    name: subject.name,
    total: pointsOf(subject.totalMilli, Math.max(places, subject.shownPlaces ?? 0)),
    full: pointsOf(subject.fullMilli, places),
    isProvisional: subject.provisional,
    ...(subject.rank === undefined ? {} : { rank: subject.rank }),
    ranked: circle.length,
    root: lineView(root, { texts: textsOf(scheme), owners: ownersOf(scheme), facts }),
    notes: [...notes],
    ...(ahead
      ? {
          ahead: {
            code: ahead.subject.code,
            name: ahead.subject.name,
            gap: gap(ahead.gapMilli),
          },
        }
      : {}),
    ...(behind
      ? {
          behind: {
            code: behind.code,
            name: behind.name,
            gap: gap(subject.totalMilli - behind.totalMilli),
          },
        }
      : {}),
  };
}

interface LineWords {
  readonly texts: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, Fact>;
}

function lineView(line: ExplainedLine, words: LineWords): Replies['explain']['root'] {
  const { kind, code, label, value, milli, sum, reason, state, struck } = line;
  const text = code === '' ? undefined : words.texts.get(code);
  const owner = code === '' ? undefined : words.owners.get(code);
  return {
    kind,
    code,
    label,
    value,
    milli,
    sum,
    reason,
    state,
    struck,
    ...(text === undefined ? {} : { text }),
    ...(owner === undefined ? {} : { owner }),
    facts: line.facts.map(({ id, sentence }) => ({
      id,
      sentence,
      evidence: [...(words.facts.get(id)?.evidence ?? [])],
      files: [],
    })),
    children: line.children.map((child) => lineView(child, words)),
  };
}

/** What changed for a subject against the period before, largest first; it adds up to the whole. */
export function changesView(
  folder: Folder,
  { before, after }: { before: Assessment | undefined; after: Assessment },
  code: string,
): Replies['changes'] {
  const was = before?.subjects.find((subject) => subject.code === code);
  const now = after.subjects.find((subject) => subject.code === code);
  if (!before || !was || !now) return { beforeLabel: '', rows: [] };
  const places = placesOf(folder.scheme, after);
  const texts = (milli: number) => pointsText(milli, places);
  return {
    before: before.period,
    beforeLabel: periodLabel(before.period),
    change: {
      milli: now.totalMilli - was.totalMilli,
      text: signedText(now.totalMilli - was.totalMilli, places),
    },
    rows: changesBetween(was, now).map(
      ({ code: own, label, beforeMilli, afterMilli, changeMilli }) => ({
        code: own,
        label,
        changeMilli,
        sentence: `${texts(beforeMilli)} → ${texts(afterMilli)}（${signedText(changeMilli, places)}）`,
      }),
    ),
  };
}

/** A notice with the office that owns its clause. */
export function obstacleOf(
  { code, sentence, subject, clause, factIds }: Notice,
  owners: ReadonlyMap<string, string>,
): Obstacle {
  const owner = clause === undefined ? undefined : owners.get(clause);
  return {
    code,
    sentence,
    ...(owner === undefined ? {} : { owner }),
    ...(clause === undefined ? {} : { clause }),
    ...(subject === undefined ? {} : { subject }),
    factIds: [...factIds],
  };
}

/** Cells without a number: what is missing, not yet due, not applicable or decided as zero. */
export function emptyCells({ subjects }: Assessment): Replies['readiness']['cells'] {
  return subjects
    .filter(({ notAssessed }) => notAssessed === undefined)
    .flatMap(({ code, name, tree }) =>
      leavesWithState(tree).map((line) => ({
        subject: code,
        name,
        code: line.code,
        label: line.label,
        state: line.state,
        reason: line.reason,
        factIds: [...line.factIds],
      })),
    );
}

function leavesWithState(line: Line): Line[] {
  const own = line.kind === 'clause' && line.state !== 'scored' ? [line] : [];
  return [...own, ...line.children.flatMap(leavesWithState)];
}

/** Which office owns each clause and indicator, by code; an indicator's owner stands for its clauses. */
export function ownersOf({ tree }: Scheme): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const walk = (nodes: readonly Node[], above: string | undefined) => {
    for (const node of nodes) {
      const own = node.owner ?? above;
      if (own !== undefined) owners.set(node.code, own);
      for (const { code, owner } of node.clauses ?? []) {
        const name = owner ?? own;
        if (name !== undefined) owners.set(code, name);
      }
      walk(node.children ?? [], own);
    }
  };
  walk(tree, undefined);
  return owners;
}

function textsOf({ tree }: Scheme): ReadonlyMap<string, string> {
  const clauses = (node: Node): (readonly [string, string])[] => [
    ...(node.clauses ?? []).map(({ code, text }) => [code, text] as const),
    ...(node.children ?? []).flatMap(clauses),
  ];
  return new Map(tree.flatMap(clauses));
}

/** Decimals in which every number of the list can be printed and added with a pencil. */
export function placesOf(scheme: Scheme, { subjects }: Assessment): number {
  return placesFor(
    scheme,
    subjects.flatMap(({ totalMilli, tree }) => [
      totalMilli,
      ...tree.children.map(({ milli }) => milli),
    ]),
  );
}

/** Thousandths and how they are printed. */
export function pointsOf(milli: number, places: number): Points {
  return { milli, text: pointsText(milli, places) };
}
