/** Juries and ballots: rules that take all facts of a subject together. */

import type { Fact } from '../book/book.ts';
import {
  add,
  compare,
  divide,
  exact,
  multiply,
  parseExact,
  type Rational,
  rational,
  toExactText,
  zero,
} from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { RuleBody } from '../scheme/rule.ts';
import { heardBy, type Listener } from './charge.ts';
import { fieldNumber, fieldText } from './fields.ts';
import type { Amount } from './rules.ts';
import { chosenElsewhere, given } from './rules.ts';
import type { Run } from './run.ts';

interface Score {
  readonly fact: Fact;
  readonly judge: string;
  readonly value: Rational;
}

/** The mean of the judges' scores after trimming; a jury emptied by trimming is missing. */
export function judgesAmount(
  run: Run,
  body: RuleBody<'judges'>,
  at: { facts: readonly Fact[]; listener: Listener; keep: (fact: Fact) => boolean },
): Amount {
  const factIds = at.facts.map((fact) => fact.id);
  if (at.facts.length === 0) return missing('还没有评委打分', factIds);
  const unique = oncePerJudge(run, at.facts);
  const voided = voidedJudges(run, body, at);
  const standing = unique.filter((fact) => !voided.has(judgeOf(fact)));
  const lack = standing.map((fact) => lackOfScore(run, fact, body, at.listener)).find(Boolean);
  if (lack !== undefined) return missing(lack, factIds);
  const scores = standing
    .map((fact) => scoreOf(fact, body))
    .filter((score): score is Score => score !== undefined);
  if (scores.length === 0) return missing('没有有效的评委分', factIds);
  const beyond = scores.find((score) => isBeyond(score.value, body));
  if (beyond) {
    const words = `评委 ${beyond.judge} 打了 ${toExactText(beyond.value)} 分（事实 ${beyond.fact.id}），不在 0 至 ${body.fullMark} 之内`;
    return missing(words, factIds);
  }
  const kept = trim(scores, body);
  if (kept.length === 0)
    return missing(`去掉最高最低后没有评委分（共 ${scores.length} 人）`, factIds);
  const mean = divide(add(...kept.map((score) => score.value)), rational(BigInt(kept.length)));
  const points = multiply(mean, exact(body.times ?? '1'));
  const trimmed = scores.length - kept.length;
  const note = trimmed > 0 ? `去掉 ${trimmed} 个，` : '';
  const voidNote = voided.size > 0 ? `${voided.size} 人作废，` : '';
  const times = body.times === undefined ? '' : ` × ${body.times} = ${toExactText(points)}`;
  const reason = `${scores.length} 名评委，${voidNote}${note}平均 ${toExactText(mean)}${times}`;
  return given(
    points,
    reason,
    scores.map((score) => score.fact.id),
  );
}

/** A score outside 0 to the full mark is refused, as a range is; it is never held to the bound. */
function isBeyond(value: Rational, body: RuleBody<'judges'>): boolean {
  if (body.fullMark === undefined) return false;
  return compare(value, zero) < 0 || compare(value, exact(body.fullMark)) > 0;
}

function oncePerJudge(run: Run, facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = `${fieldText(fact.values.round) ?? ''}|${judgeOf(fact)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    const sentence = `评委 ${judgeOf(fact)} 对同一对象重复打分，事实 ${fact.id} 不计。`;
    run.notices.add({ code: 'fact-duplicate', sentence, factIds: [fact.id] });
    return false;
  });
}

function judgeOf(fact: Fact): string {
  return fieldText(fact.values.judge) ?? fact.recordedBy ?? fact.id;
}

function scoreOf(fact: Fact, body: RuleBody<'judges'>): Score | undefined {
  if (fact.chosen) {
    const value = parseExact(fact.chosen.points);
    return value ? { fact, judge: judgeOf(fact), value } : undefined;
  }
  const number = fieldNumber(fact, body.field ?? 'score');
  return 'value' in number ? { fact, judge: judgeOf(fact), value: number.value } : undefined;
}

/** Why a judge's fact gives no score: it was meant for another clause, or is no exact number. */
function lackOfScore(
  run: Run,
  fact: Fact,
  body: RuleBody<'judges'>,
  listener: Listener,
): string | undefined {
  const elsewhere = chosenElsewhere(run, fact, listener.code);
  if (elsewhere !== undefined) return elsewhere;
  return scoreOf(fact, body)
    ? undefined
    : `评委 ${judgeOf(fact)} 的打分（事实 ${fact.id}）不是确数`;
}

/** Judges whose whole ballot is void: all subjects the same score, or all of them the full mark. */
function voidedJudges(
  run: Run,
  body: RuleBody<'judges'>,
  at: { listener: Listener; keep: (fact: Fact) => boolean },
): Set<string> {
  const voided = new Set<string>();
  if (!body.void) return voided;
  const byJudge = new Map<string, Rational[]>();
  for (const heard of [...heardBy(run, at.listener).values()].flat()) {
    const score = at.keep(heard.fact) ? scoreOf(heard.fact, body) : undefined;
    if (score) byJudge.set(score.judge, [...(byJudge.get(score.judge) ?? []), score.value]);
  }
  const full = body.fullMark === undefined ? undefined : exact(body.fullMark);
  for (const [judge, values] of byJudge) {
    const [first = zero, ...rest] = values;
    const uniform = values.length > 1 && rest.every((value) => compare(value, first) === 0);
    const allFull = full !== undefined && values.every((value) => compare(value, full) === 0);
    if ((uniform && body.void.includes('uniform')) || (allFull && body.void.includes('allFull'))) {
      voided.add(judge);
    }
  }
  return voided;
}

function trim(scores: readonly Score[], body: RuleBody<'judges'>): Score[] {
  const rule = body.trim;
  if (!rule || (rule.onlyAbove !== undefined && scores.length <= wholeOf(rule.onlyAbove))) {
    return [...scores];
  }
  const sorted = [...scores].sort((a, b) => compare(a.value, b.value));
  const end = Math.max(0, sorted.length - wholeOf(rule.high ?? '0'));
  return sorted.slice(wholeOf(rule.low ?? '0'), end);
}

/**
 * Votes weighted by option over the valid votes, several tallies counted together. One tally below
 * the quorum or against the make-up leaves all of them void.
 */
export function ballotsAmount(body: RuleBody<'ballots'>, facts: readonly Fact[]): Amount {
  const factIds = facts.map((fact) => fact.id);
  if (facts.length === 0) return missing('还没有计票结果', factIds);
  const invalid = facts.map((fact) => invalidReason(body, fact)).find((reason) => reason);
  if (invalid) return missing(invalid, factIds);
  let weighted = zero;
  let valid = zero;
  const words: string[] = [];
  for (const [option, coefficient] of Object.entries(body.options)) {
    const votes = sumField(facts, option);
    if (!votes) return missing(`计票结果没有“${option}”的票数`, factIds);
    weighted = add(weighted, multiply(votes, exact(coefficient)));
    valid = add(valid, votes);
    words.push(`${option} ${toExactText(votes)} × ${coefficient}`);
  }
  if (body.abstentionsCount) {
    for (const option of body.abstain ?? []) {
      const votes = sumField(facts, option);
      if (!votes) return missing(`计票结果没有“${option}”的票数`, factIds);
      valid = add(valid, votes);
    }
  }
  if (valid.num === 0n) return missing('没有有效票', factIds);
  const points = multiply(divide(weighted, valid), exact(body.times));
  const reason = `（${words.join(' + ')}）÷ 有效票 ${toExactText(valid)} × ${body.times}`;
  return given(points, reason, factIds);
}

function invalidReason(body: RuleBody<'ballots'>, fact: Fact): string | undefined {
  const quorum = body.quorum;
  if (quorum) {
    const short = belowShare(fact, {
      field: quorum.present,
      over: quorum.eligible,
      atLeast: quorum.atLeast,
    });
    if (short) return `到会人数不足法定比例，测评无效：${short}`;
  }
  for (const part of body.composition ?? []) {
    const short = belowShare(fact, part);
    if (short) return `参加测评人员构成不符，测评无效：${short}`;
  }
  return undefined;
}

/** Why a share is too small, by cross-multiplication; undefined if it suffices. */
function belowShare(
  fact: Fact,
  part: { field: string; over: string; atLeast: string },
): string | undefined {
  const some = fieldNumber(fact, part.field);
  const all = fieldNumber(fact, part.over);
  if (!('value' in some) || !('value' in all)) return `没有“${part.field}”或“${part.over}”`;
  const needed = multiply(all.value, exact(part.atLeast));
  if (compare(some.value, needed) >= 0) return undefined;
  return `${part.field} ${toExactText(some.value)}，不足 ${part.over} ${toExactText(all.value)} 的 ${part.atLeast}`;
}

function sumField(facts: readonly Fact[], name: string): Rational | undefined {
  const numbers = facts.map((fact) => fieldNumber(fact, name));
  const values = numbers.flatMap((number) => ('value' in number ? [number.value] : []));
  return values.length === numbers.length ? add(...values) : undefined;
}

function missing(reason: string, factIds: readonly string[]): Amount {
  return { missing: reason, reason, factIds };
}
