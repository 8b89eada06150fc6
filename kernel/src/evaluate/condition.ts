/** Conditions: yes, no, or cannot be said yet; always with the reason in words. */

import type { Fact } from '../book/book.ts';
import { add, compare, exact, rational, subtract, toExactText } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Comparison, Condition, Quantity, Where, Who, Window } from '../scheme/quantity.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { isIsoDate } from '../time/dates.ts';
import { heardBy } from './charge.ts';
import { fieldOf, fieldText, passes } from './fields.ts';
import { canonical, dayOf } from './ledger-view.ts';
import { type Asker, answer, factsFor, whoIs } from './quantity.ts';
import type { Answer, Truth } from './reader.ts';
import { gradeOfResult, isGradePending, resultFacts } from './results.ts';
import { isLive, kindNames, knownBy, lastOf, type Run, viewDay } from './run.ts';
import { shifted, validUntil } from './validity.ts';

type Work = (run: Run, detail: never, asker: Asker) => Truth;

/** The answer to a condition. */
export function judge(run: Run, condition: Condition, asker: Asker): Truth {
  const [form, detail] = only(condition);
  const work = works[form];
  if (!work) throw new Error(`unknown condition ${form}`);
  return work(run, detail as never, asker);
}

const works: Record<string, Work> = {
  all: (run, detail: Condition[], asker) => {
    const truths = detail.map((item) => judge(run, item, asker));
    const failed = truths.find((truth) => truth.holds === false);
    return failed ?? joined(truths, (holds) => holds.every((value) => value === true));
  },
  any: (run, detail: Condition[], asker) => {
    const truths = detail.map((item) => judge(run, item, asker));
    const held = truths.find((truth) => truth.holds === true);
    return held ?? joined(truths, () => false);
  },
  not: (run, detail: Condition, asker) => {
    const truth = judge(run, detail, asker);
    return { ...truth, holds: truth.holds === undefined ? undefined : !truth.holds };
  },
  test: (run, detail: Comparison, asker) => compareQuantities(run, detail, asker),
  occurs: (run, detail: Parameters<typeof factsFor>[1] & { times?: string }, asker) => {
    const facts = factsFor(run, detail, asker);
    const times = wholeOf(detail.times ?? '1');
    return {
      holds: facts.length >= times,
      reason: `${kindNames(run, detail.kind)} ${facts.length} 次（${times} 次起）`,
      factIds: facts.map((fact) => fact.id),
    };
  },
  fact: (run, detail: Where, asker) => ({
    holds: asker.fact !== undefined && passes(run, asker.fact, detail, asker.subject),
    reason: Object.entries(detail)
      .map(([name, test]) => `${name} ${typeof test === 'object' ? JSON.stringify(test) : test}`)
      .join('，'),
    factIds: [],
  }),
  companion: (run, detail: CompanionTest, asker) => companion(run, detail, asker),
  repeated: (run, detail: RepeatedTest, asker) => repeated(run, detail, asker),
  amongLast: (run, detail: { rank: Quantity; of: Quantity; places: string }, asker) =>
    amongLast(run, detail, asker),
  gradeIn: () => ({ holds: undefined, reason: '等次尚未评定', factIds: [] }),
  resultGradeIn: (run, detail: ResultGradeTest, asker) => {
    const last = lastOf(asker.scope);
    const wanted = detail.period === 'priorYear' ? String(wholeOf(last.slice(0, 4)) - 1) : last;
    const subjects = whoIs(run, detail.of, asker);
    const facts = subjects
      .flatMap((subject) => resultFacts(run, detail.line, subject, asker))
      .filter((fact) => fact.period === wanted || fact.period === wanted.slice(0, 4));
    const grades = facts.map((fact) => gradeOfResult(fact) ?? '');
    const factIds = facts.map((fact) => fact.id);
    const holds = grades.some((grade) => detail.grades.includes(grade));
    if (facts.length === 0)
      return { holds: undefined, reason: `没有“${detail.line}”的结果`, factIds };
    if (!holds && facts.some(isGradePending)) {
      return { holds: undefined, reason: `“${detail.line}”的等次待定`, factIds };
    }
    return {
      holds,
      reason: `结果为${grades.map((grade) => grade || '未定等次').join('、')}`,
      factIds,
    };
  },
  groupIn: (_run, detail: string[], asker) =>
    simple(detail.includes(asker.subject.group ?? ''), `属${asker.subject.group ?? '未分组'}`),
  classIn: (_run, detail: string[], asker) =>
    simple(detail.includes(asker.subject.class ?? ''), `身份为${asker.subject.class ?? '未写'}`),
};

interface ResultGradeTest {
  line: string;
  grades: string[];
  of?: Who;
  period?: 'same' | 'priorYear';
}

function simple(holds: boolean, reason: string): Truth {
  return { holds, reason, factIds: [] };
}

function joined(
  truths: readonly Truth[],
  decide: (holds: (boolean | undefined)[]) => boolean,
): Truth {
  const unknown = truths.find((truth) => truth.holds === undefined);
  return {
    holds: unknown ? undefined : decide(truths.map((truth) => truth.holds)),
    reason: unknown ? unknown.reason : truths.map((truth) => truth.reason).join('；'),
    factIds: [...new Set(truths.flatMap((truth) => truth.factIds))],
  };
}

const bounds = [
  ['atLeast', '不低于', (sign: number) => sign >= 0],
  ['above', '高于', (sign: number) => sign > 0],
  ['atMost', '不高于', (sign: number) => sign <= 0],
  ['below', '低于', (sign: number) => sign < 0],
  ['equals', '等于', (sign: number) => sign === 0],
] as const;

function compareQuantities(run: Run, detail: Comparison, asker: Asker): Truth {
  const left = answer(run, detail.of, asker);
  const truths: Truth[] = [];
  for (const [name, word, holdsFor] of bounds) {
    const bound = detail[name];
    if (bound === undefined) continue;
    const right = answer(run, bound, asker);
    const factIds = [...new Set([...left.factIds, ...right.factIds])];
    const unknown = unknownReason(left) ?? unknownReason(right);
    if (unknown !== undefined || !('value' in left) || !('value' in right)) {
      truths.push(
        openComparison(left, right, name) ?? { holds: undefined, reason: unknown ?? '', factIds },
      );
      continue;
    }
    const holds = holdsFor(compare(left.value, right.value));
    const reason = `${toExactText(left.value)} ${holds ? '' : '并非'}${word} ${toExactText(right.value)}`;
    truths.push({ holds, reason, factIds });
  }
  const failed = truths.find((truth) => truth.holds === false);
  return failed ?? joined(truths, (holds) => holds.every((value) => value === true));
}

/** An open rank "at least 11" is certainly above 10 and certainly not at most 10. */
function openComparison(left: Answer, right: Answer, bound: string): Truth | undefined {
  if (!('atLeast' in left) || !('value' in right)) return undefined;
  const sign = compare(left.atLeast, right.value);
  const certain =
    (bound === 'atLeast' && sign >= 0) || (bound === 'above' && sign > 0)
      ? true
      : (bound === 'atMost' && sign > 0) || (bound === 'below' && sign >= 0)
        ? false
        : undefined;
  if (certain === undefined) return undefined;
  return { holds: certain, reason: `不前于第 ${toExactText(left.atLeast)}`, factIds: left.factIds };
}

function unknownReason(value: Answer): string | undefined {
  if ('missing' in value) return value.missing;
  return 'atLeast' in value ? '只知道位次不前于某名' : undefined;
}

interface CompanionTest {
  kind: string | string[];
  where?: Where;
  notDoneBy?: string;
  done?: string;
  by?: 'matter' | 'subject';
}

/** Another live fact of the kind in the same matter, optionally one whose due date was missed. */
function companion(run: Run, detail: CompanionTest, asker: Asker): Truth {
  const matter = asker.fact?.matter;
  if (!asker.fact || matter === undefined) return simple(false, '没有事项号，无同一事项的其他记录');
  const mates = matesOf(run, asker, listOf(detail.kind), detail.by).filter((fact) =>
    passes(run, fact, detail.where, asker.subject),
  );
  const day = viewDay(run, asker.scope);
  for (const mate of mates) {
    if (detail.notDoneBy === undefined) {
      return {
        holds: true,
        reason: `${kindNames(run, mate.kind)}（${dayOf(mate) ?? ''}）`,
        factIds: [mate.id],
      };
    }
    const due = fieldText(fieldOf(mate, detail.notDoneBy));
    if (due === undefined || !isIsoDate(due) || due >= day) continue;
    const done = detail.done
      ? matesOf(run, asker, [detail.done], detail.by).some((fact) => (dayOf(fact) ?? '9999') <= due)
      : false;
    if (!done) {
      const reason = `${dayOf(mate) ?? ''} 催办，${due} 前仍未完成`;
      return { holds: true, reason, factIds: [mate.id] };
    }
  }
  return simple(false, mates.length === 0 ? '没有相应记录' : '已在期限内办理，或期限未到');
}

function matesOf(
  run: Run,
  asker: Asker,
  kinds: readonly string[],
  by: 'matter' | 'subject' = 'matter',
): Fact[] {
  const day = viewDay(run, asker.scope);
  const named = (asker.fact?.about ?? []).map((about) => about.subject);
  // Who is charged through a post or a pairing is not named by the fact; then its subjects are.
  const own = named.includes(asker.subject.code) ? [asker.subject.code] : named;
  return (run.view.byMatter.get(asker.fact?.matter ?? '') ?? []).filter(
    (fact) =>
      kinds.includes(fact.kind) &&
      fact.id !== asker.fact?.id &&
      (by === 'matter' || fact.about.some((about) => own.includes(about.subject))) &&
      (dayOf(fact) ?? '9999') <= day &&
      knownBy(run, fact, asker.scope) &&
      isLive(run, fact, asker.scope.known),
  );
}

interface RepeatedTest {
  within: Window | 'validity';
  by?: 'subject' | 'unit';
}

/** An earlier live, unwaived fact of the clause, of another matter, about the same charged one. */
function repeated(run: Run, detail: RepeatedTest, asker: Asker): Truth {
  const placed = run.clauses.get(asker.clauseCode ?? '');
  const fact = asker.fact;
  if (!placed || !fact) return simple(false, '没有可比的记录');
  const { clause } = placed;
  const pool =
    detail.by === 'unit'
      ? [...heardBy(run, clause).values()].flat().map((heard) => heard.fact)
      : (heardBy(run, clause).get(asker.subject.code) ?? []).map((heard) => heard.fact);
  const units = new Set(fact.about.map((about) => about.subject));
  const earlier = [...new Set(pool)].filter(
    (other) =>
      canonical(other, fact) < 0 &&
      (other.matter === undefined || other.matter !== fact.matter) &&
      (detail.by !== 'unit' || other.about.some((about) => units.has(about.subject))) &&
      isLive(run, other, asker.scope.known) &&
      knownBy(run, other, asker.scope) &&
      passes(run, other, clause.where, asker.subject) &&
      withinWindow(run, detail.within, { other, asker }) &&
      !isWaived(run, other, asker),
  );
  const first = earlier[0];
  if (!first) return simple(false, '此前没有同类记录');
  return { holds: true, reason: `此前已有同类记录（${dayOf(first) ?? ''}）`, factIds: [first.id] };
}

function withinWindow(
  run: Run,
  within: Window | 'validity',
  at: { other: Fact; asker: Asker },
): boolean {
  const day = at.asker.fact ? dayOf(at.asker.fact) : undefined;
  const before = dayOf(at.other);
  if (!day || !before) return false;
  if (within === 'ever') return true;
  if (within === 'validity') {
    const clause = run.clauses.get(at.asker.clauseCode ?? '')?.clause;
    const until = clause
      ? validUntil(run, clause, { fact: at.other, scope: at.asker.scope })
      : undefined;
    return until !== undefined && until >= day;
  }
  if (typeof within === 'object') {
    const [form, amount] = only(within) as [string, string];
    return before > shifted(day, form, -wholeOf(amount));
  }
  const counting = run.view.counting.get(at.other.id)?.period;
  const last = lastOf(at.asker.scope);
  if (counting === undefined) return false;
  if (within === 'period')
    return counting === run.view.counting.get(at.asker.fact?.id ?? '')?.period;
  return within === 'year'
    ? counting.slice(0, 4) === last.slice(0, 4)
    : at.asker.scope.window.includes(counting);
}

/** True if one of the clause's waivers holds for the fact. */
function isWaived(run: Run, fact: Fact, asker: Asker): boolean {
  const waivers = run.clauses.get(asker.clauseCode ?? '')?.clause.waive ?? [];
  return waivers.some((waiver) => judge(run, waiver.when, { ...asker, fact }).holds === true);
}

function amongLast(
  run: Run,
  detail: { rank: Quantity; of: Quantity; places: string },
  asker: Asker,
): Truth {
  const rank = answer(run, detail.rank, asker);
  const of = answer(run, detail.of, asker);
  const factIds = [...new Set([...rank.factIds, ...of.factIds])];
  if (!('value' in of)) return { holds: undefined, reason: unknownReason(of) ?? '', factIds };
  const first = add(subtract(of.value, exact(detail.places)), rational(1n));
  const reason = (text: string) =>
    `共 ${toExactText(of.value)} 名，后 ${detail.places} 名自第 ${toExactText(first)} 名起，${text}`;
  if ('atLeast' in rank) {
    const certain = compare(rank.atLeast, first) >= 0;
    return {
      holds: certain ? true : undefined,
      reason: reason(`位次不前于第 ${toExactText(rank.atLeast)}`),
      factIds,
    };
  }
  if (!('value' in rank)) return { holds: undefined, reason: unknownReason(rank) ?? '', factIds };
  return {
    holds: compare(rank.value, first) >= 0,
    reason: reason(`列第 ${toExactText(rank.value)}`),
    factIds,
  };
}
