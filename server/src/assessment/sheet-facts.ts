/** The evidence of a sheet in few words: each fact is told once, and what all have in common is said once. */

import type { Fact, FactKind } from '@oneneedle/kernel';
import type { Breakdown, Cause } from './breakdown.ts';
import { dayText, proofText, trueMinus, whatText } from './print-words.ts';

/** Facts alike told in one: when, what, proved by what, recorded by whom; and their numbers. */
export interface Evidence {
  /** "2月11日 2月暗访；照片 3 张；记 城建办 周". */
  readonly text: string;
  readonly ids: readonly string[];
}

/** One or several like lines of a clause: what they did, by what arithmetic, on which evidence. */
export interface SheetCause {
  /** "−2.00", "−2.00 × 12" for twelve alike, or 不计; '' where the clause's own value says it. */
  readonly value: string;
  readonly how: string;
  readonly evidence: readonly Evidence[];
}

/** How many facts of one line are named before the rest are counted. */
const mostFacts = 12;

/** Tells the facts of one sheet, in the order of the sheet. */
export interface FactTeller {
  /** Who reviewed all facts of the sheet, where that is one and the same; '' otherwise. */
  readonly reviewer: string;
  fact(id: string): Fact | undefined;
  /** "2月11日 2月暗访". */
  happened(fact: Fact): string;
  /** The lines of a clause, those alike in one. `points` prints a line's own points. */
  causes(causes: readonly Cause[], points: (milli: number) => string): SheetCause[];
}

/** A teller for the sheet of a breakdown, in a period of the given year. */
export function factTeller(
  { indicators, others }: Breakdown,
  source: { facts: readonly Fact[]; kinds: ReadonlyMap<string, FactKind>; year: string },
): FactTeller {
  const byId = new Map(source.facts.map((fact) => [fact.id, fact]));
  const told = new Set<string>();
  const parts = indicators.flatMap((indicator) => indicator.parts);
  const all = [...parts.flatMap((part) => (part.kind === 'node' ? [part.cause] : part.causes))];
  const reviewers = new Set(
    [...all, ...others].flatMap(({ factIds }) => factIds.map((id) => byId.get(id)?.reviewedBy)),
  );
  const [first] = reviewers;
  const reviewer = reviewers.size === 1 && first !== undefined ? first : '';
  const happened = (fact: Fact) =>
    [dayText(fact, source.year), whatText(fact, source.kinds)].filter(Boolean).join(' ');
  const words = (fact: Fact): FactWords => ({
    id: fact.id,
    day: dayText(fact, source.year),
    what: whatText(fact, source.kinds),
    proof: proofText(fact),
    by: [
      fact.recordedBy === undefined ? '' : `记 ${fact.recordedBy}`,
      fact.reviewedBy === undefined || reviewer !== '' ? '' : `核 ${fact.reviewedBy}`,
    ]
      .filter(Boolean)
      .join(' '),
  });
  const tell = (ids: readonly string[]): Evidence[] => {
    const fresh = ids.filter((id) => !told.has(id));
    const known = ids.filter((id) => told.has(id));
    for (const id of ids) told.add(id);
    const shown = fresh.slice(0, mostFacts).flatMap((id) => byId.get(id) ?? []);
    const strange = fresh.filter((id) => !byId.has(id));
    const more = fresh.length - Math.min(fresh.length, mostFacts);
    return [
      ...evidenceOf(shown.map(words)),
      ...strange.map((id) => ({ text: '事实表中没有这一条', ids: [id] })),
      ...(more > 0 ? [{ text: `另 ${more} 条见“扣加分明细”表`, ids: [] }] : []),
      ...(known.length > 0 ? [{ text: '并见', ids: known }] : []),
    ];
  };
  const fresh = (id: string) => {
    const fact = told.has(id) ? undefined : byId.get(id);
    return fact && words(fact);
  };
  const causes: FactTeller['causes'] = (items, points) =>
    alike(items, fresh).map(({ cause, ids, count }) => ({
      value: cause.isStruck ? '不计' : `${points(cause.milli)}${count > 1 ? ` × ${count}` : ''}`,
      how: cause.isStruck ? howText(cause).replace(/^不计分：/, '') : howText(cause),
      evidence: tell(ids),
    }));
  return { reviewer, fact: (id) => byId.get(id), happened, causes };
}

interface FactWords {
  readonly id: string;
  readonly day: string;
  readonly what: string;
  readonly proof: string;
  readonly by: string;
}

/** Facts of one kind and proof in one, if they are of one day or by one recorder. */
function evidenceOf(facts: readonly FactWords[]): Evidence[] {
  const groups = new Map<string, FactWords[]>();
  for (const fact of facts) {
    const key = `${fact.what}|${fact.proof}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap((group) => {
    const days = [...new Set(group.map(({ day }) => day))];
    const recorders = [...new Set(group.map(({ by }) => by))];
    if (days.length > 1 && recorders.length > 1) return group.map((fact) => oneOf([fact]));
    return [oneOf(group)];
  });
}

function oneOf(group: readonly FactWords[]): Evidence {
  const joined = (texts: readonly string[]) =>
    [...new Set(texts)].filter((text) => text !== '').join('、');
  const [what = '', proof = ''] = group.slice(0, 1).flatMap((fact) => [fact.what, fact.proof]);
  const happened = [joined(group.map(({ day }) => day)), what].filter(Boolean).join(' ');
  const by = joined(group.map((fact) => fact.by)).replaceAll('、记 ', '、');
  return {
    text: [happened, proof, by].filter((text) => text !== '').join('；'),
    ids: group.map(({ id }) => id),
  };
}

function howText({ kind, label, reason }: Cause): string {
  const said = kind === 'entry' ? reason : [label, reason].filter((text) => text !== '').join('：');
  return trueMinus(said);
}

interface Alike {
  readonly cause: Cause;
  readonly ids: readonly string[];
  readonly count: number;
}

/** Lines next to each other with the same points, arithmetic and kind of evidence, as one. */
function alike(causes: readonly Cause[], fresh: (id: string) => FactWords | undefined): Alike[] {
  const groups: { key: string; cause: Cause; ids: string[]; count: number }[] = [];
  for (const cause of causes) {
    const [id, ...more] = cause.factIds;
    const fact = id === undefined || more.length > 0 ? undefined : fresh(id);
    const key = fact
      ? [cause.milli, cause.reason, cause.isStruck, fact.what, fact.proof, fact.by].join('|')
      : '';
    const last = groups.at(-1);
    if (fact && last?.key === key) {
      last.ids.push(fact.id);
      last.count += 1;
    } else groups.push({ key, cause, ids: [...cause.factIds], count: 1 });
  }
  return groups;
}
