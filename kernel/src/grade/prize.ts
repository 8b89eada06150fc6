/**
 * Prize classes in order. Two questions are left open by real texts and are stated by the scheme:
 * what becomes of a place whose minimum is missed, and where the next class begins.
 */

import type { Notice, VetoResult } from '../evaluate/assessment.ts';
import type { Truth } from '../evaluate/reader.ts';
import { grouped } from '../grouped.ts';
import { fromMilli, type Milli } from '../number/points.ts';
import { compare, exact } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Prizes } from '../scheme/result-use.ts';
import { rankSubjects, tiedBlocks } from './rank.ts';
import { circleOf, nameList, scoreText } from './shared.ts';

type PrizeClass = Prizes['classes'][number];

/** A subject as the prizes see it; only ranked subjects take part. */
interface PrizeSubject {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  readonly rankable: boolean;
  readonly vetoes: readonly VetoResult[];
}

/** The prize, if any, and why this one or none. */
interface PrizeResult {
  readonly prize?: string;
  readonly reason: string;
}

interface PrizeInput {
  readonly prizes: Prizes;
  /** Whose decision a tie is proposed to. */
  readonly body: string;
  readonly subjects: readonly PrizeSubject[];
  readonly ask: (condition: NonNullable<Prizes['notWhen']>, subject: string) => Truth;
}

/** One circle on its way through the classes. */
interface Round {
  readonly input: PrizeInput;
  readonly ranks: ReadonlyMap<string, number>;
  readonly settled: Map<string, PrizeResult>;
  /** Why a subject did not get an earlier class. */
  readonly missed: Map<string, string[]>;
  readonly doubts: ReadonlyMap<string, string>;
  /** Places handed on from the class above, and places that an open tie will fill (`nextSubject`). */
  passed: number;
  reserved: number;
  /** The last rank of the classes so far, for `fixedRanks`. */
  lastRank: number;
  readonly notices: Notice[];
}

/** Prizes by subject; those who are not ranked are absent. */
export function awardPrizes(input: PrizeInput): {
  readonly prizes: ReadonlyMap<string, PrizeResult>;
  readonly notices: readonly Notice[];
} {
  const prizes = new Map<string, PrizeResult>();
  const notices: Notice[] = [];
  const ranked = input.subjects.filter(({ rankable }) => rankable);
  for (const circle of grouped(ranked, (item) => circleOf(item, input.prizes.within)).values()) {
    const round = startRound(input, circle);
    for (const prize of input.prizes.classes) awardClass(prize, circle, round);
    for (const { code } of circle) {
      const result = round.settled.get(code);
      const why = [...(round.missed.get(code) ?? []), ...(result ? [result.reason] : [])];
      prizes.set(code, { ...result, reason: why.join('；') || '名次在各奖项名额之外' });
    }
    notices.push(...round.notices);
  }
  return { prizes, notices };
}

/** Asks `notWhen` of everybody: those for whom it holds are out of every class. */
function startRound(input: PrizeInput, circle: readonly PrizeSubject[]): Round {
  const settled = new Map<string, PrizeResult>();
  const doubts = new Map<string, string>();
  const notWhen = input.prizes.notWhen;
  for (const { code } of notWhen ? circle : []) {
    const truth = input.ask(notWhen!, code);
    if (truth.holds) settled.set(code, { reason: `不参加评奖：${truth.reason}` });
    if (truth.holds === undefined) doubts.set(code, `能否评奖尚不能判断：${truth.reason}`);
  }
  const ranks = rankSubjects(circle, { within: 'all' });
  const [missed, notices] = [new Map<string, string[]>(), []];
  return { input, ranks, settled, missed, doubts, passed: 0, reserved: 0, lastRank: 0, notices };
}

function awardClass(prize: PrizeClass, circle: readonly PrizeSubject[], round: Round): void {
  const left = circle.filter(({ code }) => !round.settled.has(code));
  if (prize.slots === undefined) {
    for (const item of left.filter((one) => mayHave(prize, one, round))) give(prize, item, round);
    return;
  }
  const slots = wholeOf(prize.slots);
  if (round.input.prizes.nextClass === 'fixedRanks') {
    awardRanks(prize, circle, round, slots);
    return;
  }
  const reserved = Math.min(round.reserved, slots + round.passed);
  round.reserved -= reserved;
  const empty = awardNext(prize, left, round, slots + round.passed - reserved);
  round.passed = round.input.prizes.unfilled === 'passDown' ? empty : 0;
}

/** `nextSubject`: the places go to the best who may have the prize; gives the places left. */
function awardNext(
  prize: PrizeClass,
  left: readonly PrizeSubject[],
  round: Round,
  places: number,
): number {
  let free = places;
  for (const block of tiedBlocks(left)) {
    if (free <= 0) break;
    const able = block.filter((item) => mayHave(prize, item, round));
    if (able.length > free && round.input.prizes.tie !== 'include') {
      leaveToBody(prize, able, free, round);
      return 0;
    }
    for (const item of able) give(prize, item, round);
    free -= able.length;
  }
  return Math.max(free, 0);
}

/**
 * `fixedRanks`: the class owns a stretch of ranks, and with `passDown` also the places above it
 * that are still free. Nobody moves up into a place that its rank holder misses; a block of ties
 * that reaches over the edge of the stretch has only the places inside.
 */
function awardRanks(
  prize: PrizeClass,
  circle: readonly PrizeSubject[],
  round: Round,
  slots: number,
): void {
  const { unfilled, tie } = round.input.prizes;
  const first = unfilled === 'passDown' ? 1 : round.lastRank + 1;
  const last = round.lastRank + slots;
  round.lastRank = last;
  let top = 1;
  for (const block of tiedBlocks(circle)) {
    const places = Math.min(top + block.length - 1, last) - Math.max(top, first) + 1;
    top += block.length;
    if (places <= 0) continue;
    const left = block.filter(({ code }) => !round.settled.has(code));
    const able = left.filter((item) => mayHave(prize, item, round));
    if (able.length > places && tie !== 'include') leaveToBody(prize, able, places, round);
    else for (const item of able) give(prize, item, round);
  }
}

function mayHave(prize: PrizeClass, item: PrizeSubject, round: Round): boolean {
  const veto = item.vetoes.find(
    ({ scope, detail, repaired }) =>
      scope === 'notEligible' && !repaired && detail.includes(prize.name),
  );
  const short =
    prize.minScore !== undefined && compare(fromMilli(item.totalMilli), exact(prize.minScore)) < 0;
  if (!veto && !short) return true;
  const why = veto
    ? `${veto.reason}，不得参加${prize.name}评选`
    : `得分 ${scoreText(item.totalMilli)}，不足${prize.name}的 ${prize.minScore} 分`;
  round.missed.set(item.code, [...(round.missed.get(item.code) ?? []), why]);
  return false;
}

/** A subject of whom `notWhen` cannot be answered takes up the place without the prize. */
function give(prize: PrizeClass, item: PrizeSubject, round: Round): void {
  const doubt = round.doubts.get(item.code);
  const rank = `第 ${round.ranks.get(item.code)} 名，得分 ${scoreText(item.totalMilli)}`;
  round.settled.set(
    item.code,
    doubt
      ? { reason: `${rank}，在${prize.name}名额内；${doubt}` }
      : { prize: prize.name, reason: `${rank}，评为${prize.name}` },
  );
}

function leaveToBody(
  prize: PrizeClass,
  tied: readonly PrizeSubject[],
  places: number,
  round: Round,
): void {
  const reason = `${prize.name}剩余 ${places} 名，${nameList(tied)}得分相同，提请${round.input.body}研究确定`;
  for (const { code } of tied) round.settled.set(code, { reason });
  round.reserved += tied.length - places;
  round.notices.push({ code: 'quota-tie', sentence: reason, factIds: [] });
}
