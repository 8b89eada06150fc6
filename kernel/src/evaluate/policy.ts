/**
 * Companions: what entries of one matter, or of one fact under several clauses, do to each other.
 * Losing entries stay visible and count nothing.
 */

import { compare, exact, multiply, type Rational, signOf, zero } from '../number/rational.ts';
import type { Clause, SameMatter } from '../scheme/clause.ts';
import type { Node } from '../scheme/scheme.ts';
import { listOf } from '../scheme/shapes.ts';
import { existsFor } from './applies.ts';
import { clauseScope, type Entries, type Entry, rawEntries } from './entries.ts';
import { once, type PlacedClause, type Run, type Scope, type Subject } from './run.ts';
import { vetoesOf } from './veto.ts';

/** What a policy makes of an entry: a factor below one, with the reason. */
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
  if (verdicts.length === 0 && vetoed.size === 0) return raw;
  const entries = raw.entries.map((entry) => {
    if (entry.struck) return entry;
    if (signOf(entry.amount) < 0 && vetoed.has(entry.matter)) {
      return { ...entry, amount: zero, struck: '同一事项已一票否决，不再扣分' };
    }
    const verdict = verdicts.map((map) => map.get(entry)).find((found) => found);
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

function verdictsFor(run: Run, placed: PlacedClause, subject: Subject, scope: Scope) {
  const maps: ReadonlyMap<Entry, Verdict>[] = [];
  for (const holder of holdersOf(run, placed)) {
    const key = `policy|${holder.code}|${subject.code}|${scope.key}`;
    maps.push(once(run, key, () => matterVerdicts(run, holder, subject, scope)));
  }
  const sharing = sharingClauses(run, placed.clause);
  if (sharing.length > 1) {
    const codes = sharing.map((item) => item.clause.code).join(',');
    const key = `samefact|${codes}|${subject.code}|${scope.key}`;
    maps.push(once(run, key, () => sameFactVerdicts(run, sharing, subject, scope)));
  }
  return maps;
}

interface Holder {
  readonly code: string;
  readonly policy: SameMatter;
  readonly clauses: readonly PlacedClause[];
}

/** The policies on the path from the clause up to the scheme. */
function holdersOf(run: Run, placed: PlacedClause): Holder[] {
  const holders: Holder[] = [];
  const below = (node: Node) =>
    [...run.clauses.values()].filter((item) => item.path.some((above) => above.code === node.code));
  if (placed.clause.sameMatter) {
    holders.push({
      code: placed.clause.code,
      policy: placed.clause.sameMatter,
      clauses: [placed],
    });
  }
  for (const node of [...placed.path].reverse()) {
    if (node.sameMatter) {
      holders.push({ code: node.code, policy: node.sameMatter, clauses: below(node) });
    }
  }
  if (run.scheme.sameMatter) {
    holders.push({
      code: '#scheme',
      policy: run.scheme.sameMatter,
      clauses: [...run.clauses.values()],
    });
  }
  return holders.filter((holder) => holder.policy !== 'separate');
}

function matterVerdicts(
  run: Run,
  holder: Holder,
  subject: Subject,
  scope: Scope,
): Map<Entry, Verdict> {
  const wanted = holder.policy === 'heaviest' ? -1 : 1;
  const matters = new Map<string, Entry[]>();
  for (const placed of holder.clauses.filter((item) => existsFor(run, item, subject))) {
    const inner = clauseScope(placed.clause, scope);
    for (const entry of rawEntries(run, placed, subject, inner).entries) {
      if (entry.struck || signOf(entry.amount) !== wanted) continue;
      matters.set(entry.matter, [...(matters.get(entry.matter) ?? []), entry]);
    }
  }
  const verdicts = new Map<Entry, Verdict>();
  for (const rivals of matters.values()) {
    const ordered = [...rivals].sort((a, b) => -wanted * compare(a.amount, b.amount));
    ordered.forEach((entry, index) => {
      const times = factorAt(holder.policy, index);
      if (compare(times, exact('1')) === 0) return;
      const reason = times.num === 0n ? '同一事项不重复，计0' : `同一事项第 ${index + 1} 项，折算`;
      verdicts.set(entry, { times, reason });
    });
  }
  return verdicts;
}

function factorAt(policy: SameMatter, index: number): Rational {
  if (typeof policy === 'object') {
    const factors = policy.decreasing;
    return exact(factors[Math.min(index, factors.length - 1)] ?? '0');
  }
  return index === 0 ? exact('1') : zero;
}

/** Clauses that hear a kind in common and do not ask to be counted apart. */
function sharingClauses(run: Run, clause: Clause): readonly PlacedClause[] {
  if (clause.separate || clause.on === undefined || run.scheme.switches?.sameFact === 'separate') {
    return [];
  }
  return once(run, `sharing|${clause.code}`, () => {
    const kinds = new Set(listOf(clause.on));
    return [...run.clauses.values()].filter(
      (placed) =>
        !placed.clause.separate &&
        placed.clause.span === clause.span &&
        placed.clause.counts === clause.counts &&
        listOf(placed.clause.on).some((kind) => kinds.has(kind)),
    );
  });
}

/** One fact under several clauses: the heaviest deduction stands. */
function sameFactVerdicts(
  run: Run,
  sharing: readonly PlacedClause[],
  subject: Subject,
  scope: Scope,
): Map<Entry, Verdict> {
  const byFact = new Map<string, Entry[]>();
  for (const placed of sharing.filter((item) => existsFor(run, item, subject))) {
    const inner = clauseScope(placed.clause, scope);
    for (const entry of rawEntries(run, placed, subject, inner).entries) {
      if (entry.struck || !entry.fact || signOf(entry.amount) >= 0) continue;
      byFact.set(entry.fact.id, [...(byFact.get(entry.fact.id) ?? []), entry]);
    }
  }
  const verdicts = new Map<Entry, Verdict>();
  for (const rivals of byFact.values()) {
    const [winner, ...losers] = [...rivals].sort((a, b) => compare(a.amount, b.amount));
    for (const loser of losers) {
      const reason = `同一事实已按第 ${winner?.clause ?? ''} 条计，不重复扣`;
      verdicts.set(loser, { times: zero, reason });
    }
  }
  return verdicts;
}
