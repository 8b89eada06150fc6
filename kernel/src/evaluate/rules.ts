/**
 * What each rule kind gives. A rule is worked out for the fact in hand (clauses with `on`) or for
 * the subject. Bounds and thresholds compare exact values; nothing is rounded here.
 */

import type { Fact } from '../book/book.ts';
import {
  absolute,
  add,
  ceiling,
  clamp,
  compare,
  divide,
  exact,
  floor,
  multiply,
  negate,
  parseExact,
  type Rational,
  rational,
  signOf,
  subtract,
  toExactText,
  zero,
} from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Rule, RuleBody, RuleKind } from '../scheme/rule.ts';
import { listOf, only, ownOf } from '../scheme/shapes.ts';
import { CalendarYearMissing } from '../time/workdays.ts';
import { judge } from './condition.ts';
import { deadlineAmount } from './deadline.ts';
import { fieldNumber, fieldOf, fieldText } from './fields.ts';
import { type Asker, answer, whoIs } from './quantity.ts';
import type { Answer } from './reader.ts';
import { gradeOfResult, isGradePending, resultAnswer, resultFacts } from './results.ts';
import { lastOf, type Run } from './run.ts';

/** Points by a rule, or why there are none: missing input, a refusal, or open discretion. */
export interface Amount {
  readonly value?: Rational;
  readonly missing?: string;
  readonly refused?: string;
  readonly discretion?: string;
  readonly notDue?: string;
  readonly reason: string;
  readonly factIds: readonly string[];
}

type Work = (run: Run, body: never, asker: Asker) => Amount;

/** Works out a rule for the asker; `count`'s `then` and juries are the caller's matter. */
export function amountOf(run: Run, rule: Rule, asker: Asker): Amount {
  const [kind, body] = only(rule);
  const work = works[kind as RuleKind];
  if (!work) throw new Error(`rule ${kind} takes all facts together`);
  try {
    return work(run, body as never, asker);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    const factIds = asker.fact ? [asker.fact.id] : [];
    return { missing: error.message, reason: error.message, factIds };
  }
}

/** The kind of a rule. */
export function kindOf(rule: Rule): RuleKind {
  return only(rule)[0] as RuleKind;
}

const works: Partial<Record<RuleKind, Work>> = {
  count: (_run, body: RuleBody<'count'>, asker) => countAmount(body, factOf(asker)),
  choice: (_run, body: RuleBody<'choice'>, asker) => {
    const fact = factOf(asker);
    const label = fieldText(
      fieldOf(fact, body.by) ?? (body.by === 'level' ? fact.doc?.level : undefined),
    );
    const points = label === undefined ? undefined : ownOf(body.options, label);
    if (points === undefined) {
      const options = Object.keys(body.options).join('、');
      return refused(`“${body.by}”写的是“${label ?? '空'}”，只能是：${options}`, fact);
    }
    return given(exact(points), `${label} ${signed(points)}`, [fact.id]);
  },
  range: (run, body: RuleBody<'range'>, asker) => chosenAmount(run, body, asker),
  decision: (run, body: RuleBody<'decision'>, asker) => {
    const fact = factOf(asker);
    if (!fact.doc?.no) {
      return refused(`${body.body}决定的加减分须有文号，事实 ${fact.id} 没有文号`, fact);
    }
    const amount = chosenAmount(run, body, asker);
    return { ...amount, reason: `${body.body}决定（${fact.doc.no}）${amount.reason}` };
  },
  sampled: (_run, body: RuleBody<'sampled'>, asker) => sampledAmount(body, factOf(asker)),
  table: (run, body: RuleBody<'table'>, asker) => tableAmount(run, body, asker),
  linear: (run, body: RuleBody<'linear'>, asker) => linearAmount(run, body, asker),
  ratio: (run, body: RuleBody<'ratio'>, asker) =>
    withValue(answer(run, body.of, asker), (value) => {
      const held = clamp(value, bound(body.atLeast), bound(body.atMost));
      const points = multiply(held, exact(body.times));
      const note = compare(held, value) === 0 ? '' : `（按 ${toExactText(held)} 计）`;
      return [points, `${toExactText(value)}${note} × ${body.times} = ${toExactText(points)}`];
    }),
  shortfall: (run, body: RuleBody<'shortfall'>, asker) =>
    withTwo([answer(run, body.of, asker), answer(run, body.min, asker)], (value, min) => {
      const short = subtract(min, value);
      if (signOf(short) <= 0)
        return [zero, `应有 ${toExactText(min)}，实有 ${toExactText(value)}，不缺`];
      const points =
        body.once === undefined ? multiply(short, exact(body.delta ?? '0')) : exact(body.once);
      const how = body.once === undefined ? `，每缺一 ${signed(body.delta ?? '0')}` : '';
      return [
        points,
        `应有 ${toExactText(min)}，实有 ${toExactText(value)}，缺 ${toExactText(short)}${how}`,
      ];
    }),
  excess: (run, body: RuleBody<'excess'>, asker) =>
    withTwo([answer(run, body.of, asker), answer(run, body.quota, asker)], (value, quota) => {
      const beyond = subtract(value, quota);
      if (signOf(beyond) < 0) return [zero, `${toExactText(value)}，未到 ${toExactText(quota)}`];
      const points = add(multiply(beyond, exact(body.delta)), exact(body.atQuota ?? '0'));
      const start =
        body.atQuota === undefined ? '' : `，到 ${toExactText(quota)} 计 ${signed(body.atQuota)}`;
      return [
        points,
        `${toExactText(value)} 超出 ${toExactText(quota)} 共 ${toExactText(beyond)}，每一 ${signed(body.delta)}${start}`,
      ];
    }),
  deadline: (run, body: RuleBody<'deadline'>, asker) => deadlineAmount(run, body, asker),
  award: (run, body: RuleBody<'award'>, asker) => {
    const truth = judge(run, body.when, asker);
    const factIds = [...truth.factIds, ...(asker.fact ? [asker.fact.id] : [])];
    if (truth.holds === undefined) return { missing: truth.reason, reason: truth.reason, factIds };
    const points = truth.holds ? body.then : (body.otherwise ?? '0');
    return given(exact(points), `${truth.reason}：${signed(points)}`, factIds);
  },
  import: (run, body: RuleBody<'import'>, asker) => importAmount(run, body, asker),
};

function factOf(asker: Asker): Fact {
  if (!asker.fact) throw new Error('a rule that reads a fact was asked without one');
  return asker.fact;
}

function countAmount(body: RuleBody<'count'>, fact: Fact): Amount {
  let units = rational(1n);
  const words: string[] = [];
  for (const name of listOf(body.of)) {
    // A count that the recorder did not write is one: one person, once.
    if (fieldOf(fact, name) === undefined) continue;
    const number = fieldNumber(fact, name);
    if (!('value' in number)) {
      const missing = 'missing' in number ? number.missing : `“${name}”只知道下限`;
      return { missing, reason: missing, factIds: [fact.id] };
    }
    units = multiply(units, number.value);
    words.push(`${name} ${toExactText(number.value)}`);
  }
  if (body.weights) {
    const label = fieldText(fieldOf(fact, body.weights.by)) ?? '';
    const factor = ownOf(body.weights.factors, label);
    if (factor === undefined)
      return refused(`“${body.weights.by}”的“${label || '空'}”没有折算比例`, fact);
    units = multiply(units, exact(factor));
    words.push(`${label} ×${factor}`);
  }
  const points = multiply(units, exact(body.delta));
  const counted = words.length === 0 ? '1 次' : words.join(' × ');
  return given(points, `${counted} × ${signed(body.delta)} = ${signedExact(points)}`, [fact.id]);
}

/** Why points chosen for a fact are none of this clause's: discretion never passes to another. */
export function chosenElsewhere(
  run: Run,
  { id, chosen }: Fact,
  clause: string | undefined,
): string | undefined {
  if (!chosen) return undefined;
  if (chosen.scheme !== '' && chosen.scheme !== run.scheme.line) {
    return `事实 ${id} 的裁量是按另一办法“${chosen.scheme}”作出的，本办法需重新裁量`;
  }
  if (chosen.clause === '' || chosen.clause === clause) return undefined;
  return `事实 ${id} 的裁量是按第 ${chosen.clause} 条作出的，本条需重新裁量`;
}

/** Discretion: the chosen points must lie inside the bounds and carry a reason; never clamped. */
function chosenAmount(
  run: Run,
  body: {
    from?: string | undefined;
    to?: string | undefined;
    or?: { from: string; to: string } | undefined;
  },
  asker: Asker,
): Amount {
  const fact = factOf(asker);
  const chosen = fact.chosen;
  const discretion = chosen
    ? chosenElsewhere(run, fact, asker.clauseCode)
    : `事实 ${fact.id} 还没有裁量分值`;
  if (!chosen || discretion !== undefined) {
    return { discretion: discretion ?? '', reason: discretion ?? '', factIds: [fact.id] };
  }
  const points = parseExact(chosen.points);
  if (!points) return refused(`裁量分值“${chosen.points}”不是确数`, fact);
  if (chosen.reason.trim() === '') return refused('裁量须写明理由', fact);
  const bands = [
    ...(body.from === undefined && body.to === undefined ? [] : [body]),
    ...(body.or ? [body.or] : []),
  ];
  const inside = bands.some(
    (band) =>
      (band.from === undefined || compare(points, exact(band.from)) >= 0) &&
      (band.to === undefined || compare(points, exact(band.to)) <= 0),
  );
  if (bands.length > 0 && !inside) {
    const words = bands.map((band) => `${band.from ?? ''} 至 ${band.to ?? ''}`).join(' 或 ');
    return refused(`裁量分值 ${chosen.points} 不在 ${words} 之内`, fact);
  }
  return given(points, `裁量 ${signed(chosen.points)}（${chosen.reason}）`, [fact.id]);
}

function sampledAmount(body: RuleBody<'sampled'>, fact: Fact): Amount {
  const failed = fieldNumber(fact, body.failed ?? 'failed');
  const sampled = fieldNumber(fact, body.sampled ?? 'sampled');
  if (!('value' in failed) || !('value' in sampled)) {
    const missing = 'missing' in failed ? failed.missing : `抽查数不明`;
    return { missing, reason: missing, factIds: [fact.id] };
  }
  const size = exact(body.size);
  const whole =
    fact.values.population !== undefined || body.population !== undefined
      ? fieldNumber(fact, body.population ?? 'population')
      : undefined;
  const checkedWhole = whole && 'value' in whole && compare(whole.value, sampled.value) === 0;
  if (compare(sampled.value, size) !== 0 && !(checkedWhole && compare(sampled.value, size) < 0)) {
    return refused(`应抽查 ${body.size}，实际抽查 ${toExactText(sampled.value)}`, fact);
  }
  if (compare(failed.value, sampled.value) > 0) return refused('不合格数多于抽查数', fact);
  const points = multiply(failed.value, exact(body.delta));
  const reason = `抽查 ${toExactText(sampled.value)}，不合格 ${toExactText(failed.value)} × ${signed(body.delta)} = ${signedExact(points)}`;
  return given(points, reason, [fact.id]);
}

function tableAmount(run: Run, body: RuleBody<'table'>, asker: Asker): Amount {
  const label = labelOf(body, asker);
  const value = label === undefined ? answer(run, body.of, asker) : undefined;
  if (value && !('value' in value)) return noValue(value);
  const number = value && 'value' in value ? value.value : parseExact(label ?? '');
  const factIds = value ? value.factIds : asker.fact ? [asker.fact.id] : [];
  const row = body.rows.find((item) => {
    if (item.is !== undefined) {
      return listOf(item.is).some((text) => text === label || sameNumber(text, number));
    }
    return (
      number !== undefined &&
      (item.from === undefined || compare(number, exact(item.from)) >= 0) &&
      (item.above === undefined || compare(number, exact(item.above)) > 0) &&
      (item.to === undefined || compare(number, exact(item.to)) <= 0) &&
      (item.below === undefined || compare(number, exact(item.below)) < 0)
    );
  });
  const shown = label ?? (number ? toExactText(number) : '空');
  if (row) return given(exact(row.points), `${shown} 对应 ${signed(row.points)}`, factIds);
  if (body.otherwise === undefined || body.otherwise === 'refuse') {
    return { refused: `${shown} 不在表内`, reason: `${shown} 不在表内`, factIds };
  }
  return given(exact(body.otherwise), `${shown} 在表外，计 ${signed(body.otherwise)}`, factIds);
}

/** A table may be keyed by a label of the fact in hand. */
function labelOf(body: RuleBody<'table'>, asker: Asker): string | undefined {
  if (typeof body.of !== 'object' || !('field' in body.of) || !asker.fact) return undefined;
  if (!body.rows.some((row) => row.is !== undefined)) return undefined;
  const value = fieldOf(asker.fact, body.of.field);
  // An approximate number is no label either: the quantity says why it is refused.
  return typeof value === 'object' && 'approx' in value && value.approx
    ? undefined
    : fieldText(value);
}

function sameNumber(text: string, number: Rational | undefined): boolean {
  const parsed = parseExact(text);
  return parsed !== undefined && number !== undefined && compare(parsed, number) === 0;
}

function linearAmount(run: Run, body: RuleBody<'linear'>, asker: Asker): Amount {
  const stepping = body.stepping ?? run.scheme.switches?.stepping ?? 'floor';
  const terms = [answer(run, body.of, asker), answer(run, body.reference, asker)] as const;
  return withTwo(terms, (value, reference) => {
    const above = subtract(value, reference);
    const side = signOf(above);
    const applies = body.side === 'both' || (body.side === 'above' ? side > 0 : side < 0);
    const facts = `${toExactText(value)} 对照 ${toExactText(reference)}`;
    if (!applies || side === 0) return [zero, `${facts}，不加不减`];
    const distance = absolute(above);
    if (body.in === 'relative' && reference.num === 0n)
      return [undefined, '对照数为零，无从按比例比较'];
    if (signOf(exact(body.per)) === 0) return [undefined, '每步的大小为零，无从折算'];
    const measured = body.in === 'relative' ? divide(distance, absolute(reference)) : distance;
    const raw = divide(measured, exact(body.per));
    const steps = stepping === 'linear' ? raw : stepping === 'ceil' ? ceiling(raw) : floor(raw);
    const each = body.side === 'both' && side < 0 ? negate(exact(body.delta)) : exact(body.delta);
    const points = multiply(steps, each);
    const reason = `${facts}，${side < 0 ? '低' : '高'} ${toExactText(measured)}，合 ${toExactText(steps)} 个 ${body.per}，每个 ${signedExact(each)}，计 ${signedExact(points)}`;
    return [points, reason];
  });
}

function importAmount(run: Run, body: RuleBody<'import'>, asker: Asker): Amount {
  if (body.times !== undefined) {
    const times = exact(body.times);
    return withValue(resultAnswer(run, body, asker), (value) => {
      const points = multiply(value, times);
      return [
        points,
        `“${body.line}”结果 ${toExactText(value)} × ${body.times} = ${toExactText(points)}`,
      ];
    });
  }
  const otherwise = body.otherwise ?? '0';
  if (body.ranks) {
    const ranks = body.ranks;
    return withValue(resultAnswer(run, { ...body, value: 'rank' }, asker), (rank) => {
      const points = ownOf(ranks, toExactText(rank)) ?? otherwise;
      return [exact(points), `“${body.line}”第 ${toExactText(rank)} 名：${signed(points)}`];
    });
  }
  const facts = resultGradeFacts(run, body, asker);
  const fact = facts[facts.length - 1];
  if (!fact) {
    const missing = `还没有“${body.line}”的结果`;
    return { missing, reason: missing, factIds: [] };
  }
  if (isGradePending(fact)) {
    const missing = `“${body.line}”的等次待定`;
    return { missing, reason: missing, factIds: [fact.id] };
  }
  const grade = gradeOfResult(fact) ?? '';
  const points = ownOf(body.grades, grade) ?? otherwise;
  return given(exact(points), `“${body.line}”结果为${grade || '未定等次'}：${signed(points)}`, [
    fact.id,
  ]);
}

function resultGradeFacts(run: Run, body: RuleBody<'import'>, asker: Asker): Fact[] {
  const period = lastOf(asker.scope);
  const year = period.slice(0, 4);
  const wanted = body.period === 'priorYear' ? String(wholeOf(year) - 1) : year;
  const subjects = whoIs(run, body.of, asker);
  const facts = subjects.flatMap((subject) => resultFacts(run, body.line, subject, asker));
  const same = facts.filter((fact) => fact.period === period);
  if (body.period === undefined || body.period === 'same') {
    return same.length > 0 ? same : facts.filter((fact) => fact.period === year);
  }
  return facts.filter((fact) => (fact.period ?? '').startsWith(wanted));
}

/** Points with the sentence that gives them. */
export function given(value: Rational, reason: string, factIds: readonly string[]): Amount {
  return { value, reason, factIds };
}

function refused(sentence: string, fact: Fact): Amount {
  return { refused: sentence, reason: sentence, factIds: [fact.id] };
}

function noValue(value: Answer): Amount {
  const missing = 'missing' in value ? value.missing : '只知道位次不前于某名，不是确数';
  return { missing, reason: missing, factIds: value.factIds };
}

function withValue(value: Answer, work: (value: Rational) => readonly [Rational, string]): Amount {
  if (!('value' in value)) return noValue(value);
  const [points, reason] = work(value.value);
  return given(points, reason, value.factIds);
}

function withTwo(
  terms: readonly [Answer, Answer],
  work: (a: Rational, b: Rational) => readonly [Rational | undefined, string],
): Amount {
  const [a, b] = terms;
  if (!('value' in a)) return noValue(a);
  if (!('value' in b)) return noValue(b);
  const [points, reason] = work(a.value, b.value);
  const factIds = [...new Set([...a.factIds, ...b.factIds])];
  return points ? given(points, reason, factIds) : { missing: reason, reason, factIds };
}

function bound(text: string | undefined): Rational | undefined {
  return text === undefined ? undefined : exact(text);
}

/** Points as text with their sign, for sentences. */
export function signed(text: string): string {
  return signedExact(exact(text));
}

/** An exact amount with its sign, for sentences. */
export function signedExact(value: Rational): string {
  return signOf(value) > 0 ? `+${toExactText(value)}` : toExactText(value);
}
