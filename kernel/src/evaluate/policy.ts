/**
 * Companions: what entries of one matter, or of one fact under several clauses, do to each other.
 * They are taken from the largest amount down, and each is held only against those that stand
 * before it: nobody loses to an entry that has itself lost. Losers stay visible and count nothing.
 */

import {
  absolute,
  compare,
  exact,
  multiply,
  one,
  type Rational,
  signOf,
  zero,
} from '../number/rational.ts';
import type { Clause, SameMatter } from '../scheme/clause.ts';
import { listOf } from '../scheme/shapes.ts';
import { existsFor } from './applies.ts';
import { clauseScope, type Entries, type Entry, ownScope, rawEntries } from './entries.ts';
import { once, type PlacedClause, type Run, type Scope, type Subject } from './run.ts';
import { vetoesOf } from './veto.ts';

/** What companions leave of an entry: a factor other than one, with the reason. */
interface Verdict {
  readonly times: Rational;
  readonly reason: string;
}

/** The entries of a clause after same-matter and same-fact rules. */
export function settledEntries(
  run: Run,
  placed: PlacedClause,
  subject: Subject,
  scope: Scope,
): Entries {
  const raw = rawEntries(run, placed, subject, scope);
  if (raw.entries.length === 0) return raw;
  const verdicts = verdictsFor(run, placed, subject, scope);
  const vetoed = vetoedMatters(run, subject, scope);
  if (verdicts.size === 0 && vetoed.size === 0) return raw;
  const entries = raw.entries.map((entry) => {
    if (entry.struck) return entry;
    if (signOf(entry.amount) < 0 && vetoed.has(entry.matter)) {
      return { ...entry, amount: zero, struck: '同一事项已一票否决，不再扣分' };
    }
    const verdict = verdicts.get(entry);
    if (!verdict) return entry;
    const amount = multiply(entry.amount, verdict.times);
    return verdict.times.num === 0n
      ? { ...entry, amount: zero, struck: verdict.reason }
      : { ...entry, amount, reason: `${entry.reason}，${verdict.reason}` };
  });
  return { ...raw, entries };
}

/** A veto that sets the score or the grade stands for the deductions of its own matter. */
const decisiveScopes = new Set(['score0', 'fixedGrade', 'bottomGrade']);

function vetoedMatters(run: Run, subject: Subject, scope: Scope): ReadonlySet<string> {
  return once(run, `vetoed|${subject.code}|${scope.key}`, () => {
    const found = vetoesOf(run, subject, scope).filter(
      ({ result }) => decisiveScopes.has(result.scope) && !result.repaired,
    );
    return new Set(found.flatMap((veto) => veto.matters));
  });
}

/** What holds entries against each other: a same-matter policy, or one fact under several clauses. */
interface Rule {
  readonly code: string;
  readonly by: 'matter' | 'fact';
  readonly policy: SameMatter;
}

/** The verdicts on all entries that may touch those of the clause, directly or through others. */
function verdictsFor(
  run: Run,
  placed: PlacedClause,
  subject: Subject,
  scope: Scope,
): ReadonlyMap<Entry, Verdict> {
  const { code, clauses } = rivalsOf(run, placed.clause);
  // A year-long clause asked for one period alone meets its rivals in that period alone.
  const alone = placed.clause.span === 'year' && scope.window.length === 1;
  const scopeOfRival = alone ? ownScope : clauseScope;
  return once(run, `verdicts|${code}|${alone}|${subject.code}|${scope.key}`, () => {
    const ruled = clauses
      .filter((rival) => existsFor(run, rival, subject))
      .flatMap((rival) => {
        const rules = rulesOver(run, rival);
        const inner = scopeOfRival(rival.clause, scope);
        return rawEntries(run, rival, subject, inner).entries.map((entry) => ({ entry, rules }));
      });
    return verdictsOn(ruled);
  });
}

function verdictsOn(
  ruled: readonly { readonly entry: Entry; readonly rules: readonly Rule[] }[],
): Map<Entry, Verdict> {
  const verdicts = new Map<Entry, Verdict>();
  const standing = new Map<string, Entry[]>();
  const open = ruled.filter(({ entry }) => !entry.struck && signOf(entry.amount) !== 0);
  // Of equal amounts the one that comes first in the scheme stands, then the earlier fact.
  open.sort((a, b) => compare(absolute(b.entry.amount), absolute(a.entry.amount)));
  for (const { entry, rules } of open) {
    const held = rules
      .filter(({ policy }) => signRuled(policy) === signOf(entry.amount))
      .flatMap((rule) => {
        const key = keyOf(rule, entry);
        if (key === undefined) return [];
        const before = standing.get(key) ?? [];
        return [{ rule, key, before, times: factorAt(rule.policy, before.length) }];
      });
    // A factor of nought takes its place in its own row; what another rule strikes takes none.
    const strikers = held.filter(({ times }) => times.num === 0n);
    for (const row of held) {
      if (strikers.every((striker) => striker === row))
        standing.set(row.key, [...row.before, entry]);
    }
    const lowered =
      strikers.length > 0 ? strikers : held.filter(({ times }) => compare(times, one) !== 0);
    const [first] = lowered;
    if (!first) continue;
    const times = lowered.reduce((product, row) => multiply(product, row.times), one);
    verdicts.set(entry, { times, reason: reasonOf(first.rule, first.before, times) });
  }
  return verdicts;
}

/** A deduction is held against deductions, a bonus against bonuses. */
function signRuled(policy: SameMatter): number {
  return policy === 'heaviest' ? -1 : 1;
}

function keyOf(rule: Rule, entry: Entry): string | undefined {
  if (rule.by === 'matter') return `${rule.code}|${entry.matter}`;
  return entry.fact && `${rule.code}|${entry.fact.id}`;
}

function reasonOf({ by }: Rule, before: readonly Entry[], times: Rational): string {
  if (by === 'fact') return `同一事实已按第 ${before[0]?.clause ?? ''} 条计，不重复扣`;
  return times.num === 0n ? '同一事项不重复，计0' : `同一事项第 ${before.length + 1} 项，折算`;
}

function factorAt(policy: SameMatter, place: number): Rational {
  if (typeof policy === 'object') {
    const factors = policy.decreasing;
    return exact(factors[Math.min(place, factors.length - 1)] ?? '0');
  }
  return place === 0 ? one : zero;
}

/** The rules over a clause: its own, those of the nodes above it, the scheme's, and one fact’s. */
function rulesOver(run: Run, placed: PlacedClause): readonly Rule[] {
  return once(run, `rules-over|${placed.clause.code}`, () => {
    const { clause, path } = placed;
    const stated = [
      { code: `clause:${clause.code}`, policy: clause.sameMatter },
      ...[...path]
        .reverse()
        .map((node) => ({ code: `node:${node.code}`, policy: node.sameMatter })),
      { code: 'scheme', policy: run.scheme.sameMatter },
    ];
    const rules = stated.flatMap(({ code, policy }): Rule[] =>
      policy === undefined || policy === 'separate' ? [] : [{ code, by: 'matter', policy }],
    );
    return [...rules, ...factRule(run, clause)];
  });
}

/** One fact under several clauses of the same span: the heaviest deduction stands. */
function factRule(run: Run, clause: Clause): Rule[] {
  if (clause.separate || clause.on === undefined || run.scheme.switches?.sameFact === 'separate') {
    return [];
  }
  const span = run.scheme.period === 'year' ? 'year' : (clause.span ?? 'period');
  const code = `fact:${span}:${clause.counts ?? 'flow'}`;
  return [{ code, by: 'fact', policy: 'heaviest' }];
}

/** Clauses whose entries can meet, directly or through those of others, in order of the scheme. */
interface Rivals {
  readonly code: string;
  readonly clauses: readonly PlacedClause[];
}

function rivalsOf(run: Run, clause: Clause): Rivals {
  const groups = once(run, 'rivals', () => rivalGroups(run));
  return groups.get(clause.code) ?? { code: clause.code, clauses: [] };
}

function rivalGroups(run: Run): Map<string, Rivals> {
  const all = [...run.clauses.values()];
  const byTie = new Map<string, PlacedClause[]>();
  for (const placed of all) {
    for (const tie of tiesOf(run, placed)) byTie.set(tie, [...(byTie.get(tie) ?? []), placed]);
  }
  const groups = new Map<string, Rivals>();
  for (const placed of all) {
    if (groups.has(placed.clause.code)) continue;
    const met = new Set([placed]);
    // A set hands out what is added to it while it is gone through.
    for (const rival of met) {
      for (const tie of tiesOf(run, rival))
        for (const other of byTie.get(tie) ?? []) met.add(other);
    }
    const rivals = { code: placed.clause.code, clauses: all.filter((item) => met.has(item)) };
    for (const { clause } of met) groups.set(clause.code, rivals);
  }
  return groups;
}

function tiesOf(run: Run, placed: PlacedClause): string[] {
  return rulesOver(run, placed).flatMap(({ code, by }) =>
    by === 'matter' ? [code] : listOf(placed.clause.on).map((kind) => `${code}|${kind}`),
  );
}
