/** Who is charged for a fact under a clause, resolved on the day of the fact. */

import type { Fact } from '../book/book.ts';
import { compare, exact, one, type Rational } from '../number/rational.ts';
import type { Charge } from '../scheme/clause.ts';
import type { Where } from '../scheme/quantity.ts';
import { listOf, only, ownOf } from '../scheme/shapes.ts';
import { passes } from './fields.ts';
import { canonical, dayOf } from './ledger-view.ts';
import { holdersOn, once, pairingsOn, type Run, rolesOn } from './run.ts';

/** A subject reached by a fact, by which factor and why. */
interface Charged {
  readonly subject: string;
  readonly times: Rational;
  readonly why: string;
}

/** A fact as heard by a clause for one subject; `place` of `among` serves shared losses. */
export interface Heard {
  readonly fact: Fact;
  readonly times: Rational;
  readonly why: string;
  readonly place: number;
  readonly among: number;
}

/** A clause or veto, as far as hearing goes. */
export interface Listener {
  readonly code: string;
  readonly on?: string | string[] | undefined;
  readonly where?: Where | undefined;
  readonly charge?: Charge | Charge[] | undefined;
}

/** Tests of the charged subject, which can only be made once it is known who is charged. */
const subjectTests = ['role', 'group', 'class'];

/**
 * The facts a clause hears, by subject charged, in canonical order. Facts that reach nobody, or
 * somebody outside this scheme, become notices.
 */
export function heardBy(run: Run, listener: Listener): ReadonlyMap<string, readonly Heard[]> {
  return once(run, `heard|${listener.code}`, () => {
    const bySubject = new Map<string, Heard[]>();
    const { ofFact, ofSubject } = splitTests(listener.where);
    for (const fact of factsHeard(run, listener)) {
      if (fact.form === 'checked' || fact.form === 'missing') continue;
      if (!passes(run, fact, ofFact)) continue;
      const charges = chargesFor(run, fact, listener).filter((item) =>
        passes(run, fact, ofSubject, run.subjectByCode.get(item.subject)),
      );
      charges.forEach((item, place) => {
        const heard = { fact, times: item.times, why: item.why, place, among: charges.length };
        const list = bySubject.get(item.subject);
        if (list) list.push(heard);
        else bySubject.set(item.subject, [heard]);
      });
    }
    return bySubject;
  });
}

/** Facts of the kinds listened to, each once, in canonical order. */
function factsHeard(run: Run, listener: Listener): readonly Fact[] {
  const kinds = [...new Set(listOf(listener.on))];
  const facts = kinds.flatMap((kind) => run.view.byKind.get(kind) ?? []);
  return kinds.length > 1 ? facts.sort(canonical) : facts;
}

function splitTests(where: Where | undefined): { ofFact: Where; ofSubject: Where } {
  const tests = Object.entries(where ?? {});
  return {
    ofFact: Object.fromEntries(tests.filter(([name]) => !subjectTests.includes(name))),
    ofSubject: Object.fromEntries(tests.filter(([name]) => subjectTests.includes(name))),
  };
}

/** Subjects of this scheme that a fact reaches, each once by its heaviest factor. */
function chargesFor(run: Run, fact: Fact, listener: Listener): Charged[] {
  const charges = listener.charge === undefined ? ['self' as const] : listOf(listener.charge);
  const reached = charges.flatMap((charge) => resolve(run, fact, charge));
  const heaviest = new Map<string, Charged>();
  for (const item of reached) {
    const earlier = heaviest.get(item.subject);
    if (!earlier || compare(item.times, earlier.times) > 0) heaviest.set(item.subject, item);
  }
  const inScheme = [...heaviest.values()].filter((item) => run.subjectByCode.has(item.subject));
  const strangers = reached.filter((item) => !isOnRoster(run, item.subject));
  if (inScheme.length === 0) noteNobody(run, fact, listener, reached);
  else if (strangers.length > 0) noteStrangers(run, fact, listener, strangers);
  return inScheme.sort((a, b) => placeOf(run, a.subject) - placeOf(run, b.subject));
}

function isOnRoster(run: Run, code: string): boolean {
  return run.unitByCode.has(code) || run.personByCode.has(code);
}

/** Others are charged, but a name that nobody knows would otherwise vanish. */
function noteStrangers(run: Run, fact: Fact, listener: Listener, strangers: Charged[]): void {
  const names = [...new Set(strangers.map((item) => item.subject))].join('、');
  const sentence = `事实 ${fact.id} 的对象“${names}”不在名册里，未记其分，其余对象照记；请核对名册或更正该事实。`;
  const where = { clause: listener.code, factIds: [fact.id] };
  run.notices.add({ ...where, code: 'fact-subject-unknown', sentence });
}

function noteNobody(run: Run, fact: Fact, listener: Listener, reached: Charged[]): void {
  const names = fact.about.map((about) => about.subject).join('、') || '（未写对象）';
  const unknown = fact.about.filter((about) => !isOnRoster(run, about.subject));
  const base = { clause: listener.code, factIds: [fact.id] };
  if (unknown.length > 0) {
    const sentence = `事实 ${fact.id} 的对象“${names}”不在名册里，没有记分；请核对名册或更正该事实。`;
    run.notices.add({ ...base, code: 'fact-subject-unknown', sentence });
  } else if (run.view.counting.get(fact.id)?.period !== run.period) {
    // Who was there in another period is that period's business.
    return;
  } else if (reached.length > 0) {
    const sentence = `事实 ${fact.id}（${names}）所指的对象不属于本办法本期的考核对象，没有记分。`;
    run.notices.add({ ...base, code: 'fact-subject-absent', sentence });
  } else {
    const sentence = `事实 ${fact.id}（${names}）按第 ${listener.code} 条找不到承担人，无人承担；请核对任职和挂钩关系。`;
    run.notices.add({ ...base, code: 'nobody-charged', sentence });
  }
}

function resolve(run: Run, fact: Fact, charge: Charge): Charged[] {
  if (charge === 'self') return ownSubjects(fact).map((subject) => charged(subject, one, ''));
  const [form, detail] = only(charge);
  switch (form) {
    case 'self':
      return ownSubjects(fact).map((subject) => charged(subject, exact(detail as string), ''));
    case 'roles':
      return byRoles(run, fact, detail as Record<string, string>);
    case 'holders':
      return byHolders(run, fact, detail as Record<string, string>);
    case 'paired':
      return byPairing(run, fact, detail as Record<string, string>);
    case 'parent':
      return parents(run, fact, exact(detail as string));
    case 'children':
      return children(run, fact, exact(detail as string));
    case 'as': {
      const part = detail as { name: string; times?: string };
      const times = exact(part.times ?? '1');
      const named = fact.about.filter((about) => about.as === part.name);
      return named.map((about) => charged(about.subject, times, `作为${part.name}`));
    }
    default:
      throw new Error(`unknown charge ${form}`);
  }
}

function ownSubjects(fact: Fact): string[] {
  return fact.about.filter((about) => about.as === '').map((about) => about.subject);
}

function byRoles(run: Run, fact: Fact, factors: Record<string, string>): Charged[] {
  const day = dayOf(fact);
  return ownSubjects(fact).flatMap((person) => {
    const roles = day ? rolesOn(run.book.roster, person, day).map((post) => post.role) : [];
    const list = roles.length === 0 ? ['*'] : roles;
    return list.flatMap((role) => factorOf(factors, role).map((t) => charged(person, t, role)));
  });
}

function byHolders(run: Run, fact: Fact, factors: Record<string, string>): Charged[] {
  const day = dayOf(fact);
  if (!day) return [];
  return ownSubjects(fact).flatMap((unit) =>
    holdersOn(run.book.roster, unit, day).flatMap((post) =>
      factorOf(factors, post.role).map((times) => charged(post.person, times, post.role)),
    ),
  );
}

function byPairing(run: Run, fact: Fact, factors: Record<string, string>): Charged[] {
  const day = dayOf(fact);
  if (!day) return [];
  const units = ownSubjects(fact);
  return pairingsOn(run.book.roster, day)
    .filter((pairing) => units.includes(pairing.unit))
    .flatMap((pairing) =>
      factorOf(factors, pairing.kind).map((t) => charged(pairing.person, t, pairing.kind)),
    );
}

function parents(run: Run, fact: Fact, times: Rational): Charged[] {
  return ownSubjects(fact).flatMap((unit) => {
    const parent = run.unitByCode.get(unit)?.parent;
    return parent ? [charged(parent, times, '上级单位')] : [];
  });
}

function children(run: Run, fact: Fact, times: Rational): Charged[] {
  const units = ownSubjects(fact);
  return run.book.roster.units
    .filter((unit) => unit.parent !== undefined && units.includes(unit.parent))
    .map((unit) => charged(unit.code, times, '下级单位'));
}

function factorOf(factors: Record<string, string>, role: string): Rational[] {
  const text = ownOf(factors, role) ?? factors['*'];
  return text === undefined ? [] : [exact(text)];
}

function charged(subject: string, times: Rational, why: string): Charged {
  return { subject, times, why };
}

function placeOf(run: Run, subject: string): number {
  return (
    once(run, 'roster-order', () => {
      const codes = [...run.book.roster.units, ...run.book.roster.persons].map((item) => item.code);
      return new Map(codes.map((code, index) => [code, index]));
    }).get(subject) ?? 0
  );
}
