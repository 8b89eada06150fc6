/** Goals as the pages show them: names instead of codes, shares as printed percent. */

import type { GoalPage, GoalRow } from '@oneneedle/contract';
import {
  add,
  type Goal,
  type GoalProgress,
  parentCode,
  percentText,
  type Rational,
  type ShareRange,
  toExactText,
} from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { findingsOf, type GoalBook, goalBook, leadOf, workedOut } from './book.ts';
import { isOwnGoal } from './check.ts';
import { itemsOfGoal } from './items.ts';
import { goalProblem } from './problems.ts';
import { deedsOf, goalYears, type ReadingRow, yearOfGoal } from './store.ts';

/** The goals of a year as far as the asker reads them, in the order of their codes. */
export async function listGoals(ctx: Ctx, { year }: { year?: number | undefined }) {
  const years = await goalYears(ctx.db);
  const own = Number(ctx.now.slice(0, 4));
  const book = await goalBook(ctx, year ?? years.find((one) => one <= own) ?? own);
  const { reach } = book;
  const codes = [...book.tree.goals.keys()].filter((code) => isVisible(book, code));
  const isWhole = reach.villages === 'all';
  return {
    today: book.today,
    year: book.year,
    years,
    mayManage: reach.mayManage,
    mayRead: codes.some((code) => mayRead(book, code)),
    isVillageView: !isWhole,
    villages: book.people.villages
      .filter(({ code }) => reach.villages === 'all' || reach.villages.has(code))
      .map((village) => ({ ...village })),
    rows: codes.map((code) => rowOf(book, code)),
    findings: isWhole ? findingsOf(book).map((finding) => ({ ...finding })) : [],
  };
}

/** Everything about one goal; of a village, only about its own leaves. */
export async function readGoal(ctx: Ctx, { goalId }: { goalId: string }): Promise<GoalPage> {
  const year = await yearOfGoal(ctx.db, goalId);
  if (year === undefined) throw goalProblem('goal-unknown');
  const book = await goalBook(ctx, year);
  const found = [...book.kept.values()].find(({ id }) => id === goalId);
  if (!found || !isVisible(book, found.code)) throw goalProblem('goal-unknown');
  const { code } = found;
  const { progress, kept } = workedOut(book, code);
  const isWhole = book.reach.villages === 'all';
  // A village reads how its goal stands, not who of the offices did what and why.
  const isVillageOnly = ctx.actor.grants.every(({ role }) => role === 'village');
  return {
    today: book.today,
    year,
    goal: rowOf(book, code),
    version: kept.version,
    text: kept.text,
    names: {
      supportUnits: kept.text.supportUnits.map((unit) => named(book, unit)),
      serves: kept.text.serves.map(({ goal }) => titled(book, goal)),
    },
    above: isWhole ? aboveOf(book, code) : [],
    parts: isWhole ? partsOf(book, progress) : [],
    weighing: progress.weighing,
    ...(progress.notDecomposed.num > 0n
      ? { notDecomposed: percentText(progress.notDecomposed) }
      : {}),
    readings: readingsShown(book, kept.id, progress).map((reading) =>
      isVillageOnly ? { ...reading, by: '' } : reading,
    ),
    deeds: (isVillageOnly ? [] : await deedsOf(ctx.db, kept.id)).map((row) => ({
      id: row.id,
      deed: row.deed as GoalPage['deeds'][number]['deed'],
      by: row.person === null ? '' : book.nameOf(row.person),
      at: row.at,
      reason: row.reason,
      ...(row.from_on === null ? {} : { fromOn: row.from_on }),
      ...(row.to_on === null ? {} : { toOn: row.to_on }),
      changes: row.changes as GoalPage['deeds'][number]['changes'],
    })),
    findings: isWhole ? findingsOf(book).filter((finding) => finding.goal === code) : [],
    items: await itemsOfGoal(ctx, book, kept.id),
    may: deedsFor(book, code),
    isOwn: kept.state === 'open' && book.reach.mayManage && isOwnGoal(book, kept.text),
    villagesLeft: kept.text.isEveryVillage ? villagesLeft(book, code) : [],
  };
}

/** Villages that no leaf below a goal stands for. */
export function villagesLeft(book: GoalBook, code: string): { code: string; name: string }[] {
  const covered = new Set(
    [...book.tree.goals.values()].flatMap((goal) =>
      goal.code.startsWith(`${code}.`) && goal.village !== undefined ? [goal.village] : [],
    ),
  );
  return book.people.villages
    .filter((village) => !covered.has(village.code))
    .map((v) => ({ ...v }));
}

/** Whether figures may be read in for an open leaf. */
export function mayRead(book: GoalBook, code: string): boolean {
  const { reach, tree, kept } = book;
  if (!tree.isLeaf(code) || kept.get(code)?.state !== 'open') return false;
  if (reach.readsFor === 'all') return true;
  const lead = leadOf(book, code);
  return lead !== undefined && reach.readsFor.has(lead);
}

function isVisible({ reach, kept }: GoalBook, code: string): boolean {
  if (reach.villages === 'all') return true;
  const village = kept.get(code)?.text.village;
  return village !== undefined && reach.villages.has(village);
}

function deedsFor(book: GoalBook, code: string): GoalPage['may'] {
  const kept = book.kept.get(code);
  if (kept?.state !== 'open') return [];
  const { mayManage, mayMove, person } = book.reach;
  const isPerson = person !== undefined;
  const isOwn = isOwnGoal(book, kept.text);
  const hasBelow = book.tree.childrenOf(code).length > 0;
  const isExpandable = kept.text.isEveryVillage && villagesLeft(book, code).length > 0;
  return [
    ...(mayRead(book, code) ? (['read'] as const) : []),
    ...(mayManage && isPerson ? (['change'] as const) : []),
    ...(mayMove && isPerson && !isOwn && kept.text.dueOn !== undefined
      ? (['moveDate'] as const)
      : []),
    ...(mayManage ? (['makeBelow'] as const) : []),
    ...(mayManage && !hasBelow ? (['makeItem'] as const) : []),
    ...(mayManage && isExpandable ? (['expand'] as const) : []),
    ...(mayManage && isPerson && !isOwn ? (['close'] as const) : []),
    ...(mayManage && isPerson && !isOwn && !hasBelow ? (['withdraw'] as const) : []),
  ];
}

function rowOf(book: GoalBook, code: string): GoalRow {
  const { kept, progress, light, goal } = workedOut(book, code);
  const { text } = kept;
  const one = (at: string | undefined) => (at === undefined ? undefined : named(book, at));
  const { reading, expected, expectedWhenRead } = progress;
  const optional = {
    measure: text.measure,
    weight: text.weight,
    ...figuresOf(progress, goal),
    readOn: reading?.on,
    expected: expected && percentText(expected),
    expectedWhenRead: expectedWhenRead && percentText(expectedWhenRead),
    dueOn: text.dueOn,
    leadLeader: one(text.leadLeader),
    leadUnit: one(text.leadUnit ?? leadOf(book, code)),
    accountable: one(text.accountable),
    village: one(text.village),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    id: kept.id,
    code,
    title: text.title,
    state: kept.state === 'closed' ? 'closed' : 'open',
    isLeaf: progress.isLeaf,
    mode: text.mode,
    stepCount: text.steps.length,
    share: shareShown(progress.share),
    missing: progress.missing,
    leaves: progress.leaves,
    light: { ...light },
    startsOn: text.startsOn,
    moves: book.moves.get(kept.id) ?? 0,
    isEveryVillage: text.isEveryVillage,
    mayRead: mayRead(book, code),
    ...(Object.fromEntries(known) as Partial<GoalRow>),
  };
}

/** Target, baseline and what was read, in one unit; of steps, how many are done. */
function figuresOf({ total, reading, missing, isLeaf, leaves }: GoalProgress, goal: Goal) {
  if (reading?.stepsDone !== undefined) {
    return { unit: '步', target: String(goal.steps.length), current: String(reading.stepsDone) };
  }
  if (!total) return {};
  const isRead = isLeaf ? missing === 0 : missing < leaves;
  const { measure } = goal;
  // What a parent itself is to reach goes before what its parts make together.
  const own = measure?.kind === 'quantity' && measure.unit === total.unit ? measure : undefined;
  return {
    unit: total.unit,
    target: own?.target ?? toExactText(total.target),
    baseline: own?.baseline ?? toExactText(total.baseline),
    ...(isRead ? { current: toExactText(total.read) } : {}),
  };
}

/** The parts of a parent; printed contributions add up to the printed share. */
function partsOf(book: GoalBook, { parts, share }: GoalProgress): GoalPage['parts'] {
  const printed = (end: 'low' | 'high') =>
    addingUp(
      parts.map((part) => part.contribution[end]),
      share[end],
    );
  const [lows, highs] = [printed('low'), printed('high')];
  return parts.map((part, place) => {
    const { kept, progress, light } = workedOut(book, part.code);
    const { village } = kept.text;
    // One that serves is read as a leaf there, whatever serves it in turn.
    const { low, high } = part.counted;
    return {
      id: kept.id,
      code: part.code,
      title: kept.text.title,
      isServing: part.isServing,
      ...(village === undefined ? {} : { village: named(book, village) }),
      weight: percentText(part.weight),
      counted: shareShown(part.counted),
      contribution: { low: lows[place] ?? '0.0', high: highs[place] ?? '0.0' },
      isCapped: !isSame(low, progress.share.low) || !isSame(high, progress.share.high),
      light: { ...light },
    };
  });
}

function isSame(one: Rational, other: Rational): boolean {
  return one.num === other.num && one.den === other.den;
}

/** Tenths of a percent that add up to the printed whole: what rounding left goes to the largest rests. */
function addingUp(amounts: readonly Rational[], whole: Rational): string[] {
  const tenths = (amount: Rational) => Number(percentText(amount).replace('.', ''));
  const exact = amounts.map((amount) => ({ num: amount.num * 1000n, den: amount.den }));
  const down = exact.map(({ num, den }) => num / den);
  const sum = down.reduce((all, one) => all + one, 0n);
  let left = tenths(amounts.length > 0 ? add(...amounts) : whole) - Number(sum);
  const byRest = exact
    .map(({ num, den }, place) => ({ place, rest: { num: num % den, den } }))
    .sort((a, b) => Number(b.rest.num * a.rest.den - a.rest.num * b.rest.den) || a.place - b.place);
  const units = [...down];
  for (const { place } of byRest) {
    if (left <= 0) break;
    units[place] = (units[place] ?? 0n) + 1n;
    left -= 1;
  }
  return units.map((unit) => `${unit / 10n}.${unit % 10n}`);
}

function aboveOf(book: GoalBook, code: string): GoalPage['above'] {
  const up = parentCode(code);
  const kept = up === undefined ? undefined : book.kept.get(up);
  if (!kept) return [];
  return [{ id: kept.id, code: kept.code, title: kept.text.title }, ...aboveOf(book, kept.code)];
}

function readingsShown(
  book: GoalBook,
  id: string,
  { reading }: GoalProgress,
): GoalPage['readings'] {
  const rows = book.readings.get(id) ?? [];
  const correctedBy = new Map(rows.map((row) => [row.corrects, row.id]));
  return rows.map((row: ReadingRow) => {
    const later = correctedBy.get(row.id);
    return {
      id: row.id,
      on: row.read_on,
      ...(row.quantity === null ? {} : { quantity: row.quantity }),
      ...(row.steps_done === null ? {} : { stepsDone: row.steps_done }),
      note: row.note,
      evidence: row.evidence,
      by: row.person === null ? '' : book.nameOf(row.person),
      at: row.at,
      ...(row.corrects === null ? {} : { corrects: row.corrects }),
      ...(later === undefined ? {} : { correctedBy: later }),
      counts: row.id === reading?.id,
    };
  });
}

function titled(book: GoalBook, code: string) {
  const kept = book.kept.get(code);
  return { ...(kept ? { id: kept.id } : {}), code, title: kept?.text.title ?? '' };
}

function named(book: GoalBook, code: string) {
  return { code, name: book.nameOf(code) };
}

function shareShown({ low, high }: ShareRange) {
  return { low: percentText(low), high: percentText(high) };
}
