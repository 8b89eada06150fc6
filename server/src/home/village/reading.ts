/** A village on one page, put together from what the rooms know; nothing is asked of anybody for it. */

import type { VillagePageShown } from '@oneneedle/contract';
import type { PeriodId } from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  latestResultsOf,
  objectionSentences,
  type UnitResult,
} from '../../assessment/index.ts';
import { listVillage } from '../../desk/index.ts';
import { chain } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { objectionWindow } from '../../publication/index.ts';
import { moneySentences } from './money.ts';

/** The most urgent matters; the list itself has them all. */
const waitingRows = 12;

/** The page of a village; on paper it tells no private ground. Refuses whoever may not read its list. */
export async function readVillage(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { unit, isPaper = false }: { readonly unit: string; readonly isPaper?: boolean },
): Promise<VillagePageShown> {
  const waiting = await listVillage(ctx, { unit, take: waitingRows });
  const who = await chain(ctx, { unit });
  const results: VillagePageShown['results'] = [];
  for (const one of await latestResultsOf(needs, ctx, { unit, isPaper })) {
    results.push({ ...resultShown(one), ...(await windowOf(ctx, one)) });
  }
  return {
    today: chinaDay(ctx.now),
    code: unit,
    name: who.name,
    ...(who.households === undefined ? {} : { households: who.households }),
    hamlets: who.hamlets.length,
    chain: holders(who),
    waiting: {
      all: waiting.counts.all,
      overdue: waiting.counts.overdue,
      rows: waiting.rows.map(({ id, title, dueOn, light, contact }) => ({
        id,
        title,
        ...(dueOn === undefined ? {} : { dueOn }),
        light,
        ask: contact,
      })),
    },
    results,
  };
}

type Chain = Awaited<ReturnType<typeof chain>>;

/** By post, in the order of the chain; two who hold one post stand in one line. */
function holders({ leaders, cadres, secretaries }: Chain): VillagePageShown['chain'] {
  const named = new Map<string, string[]>();
  for (const { words, name } of [...leaders, ...cadres, ...secretaries]) {
    named.set(words, [...(named.get(words) ?? []), name]);
  }
  return [...named].map(([post, names]) => ({ post, names }));
}

/** Until when the village may object to what is published; nothing where it is not. */
async function windowOf({ db, now }: Ctx, { explained: { line, period } }: UnitResult) {
  const found = await objectionWindow(db, {
    line,
    period: period as PeriodId,
    today: chinaDay(now),
  });
  if (!found) return {};
  const { objectUntil, workdaysLeft } = found;
  return { objectUntil, ...(workdaysLeft === undefined ? {} : { workdaysLeft }) };
}

function resultShown({ explained, scheme }: UnitResult): VillagePageShown['results'][number] {
  const { line, schemeName, period, label, edition, total, full, rank, ranked } = explained;
  const { notes, receiptCode, root } = explained;
  return {
    line,
    schemeName,
    period,
    label,
    edition,
    total: total.text,
    full: full.text,
    ...(rank === undefined ? {} : { rank }),
    ranked,
    notes,
    ...(receiptCode === undefined ? {} : { receiptCode }),
    moved: movedLines(root).sort((a, b) => Math.abs(b.milli) - Math.abs(a.milli)),
    objection: objectionSentences(scheme),
    money: moneySentences(scheme),
  };
}

type Tree = UnitResult['explained']['root'];
type Moved = VillagePageShown['results'][number]['moved'][number];

/** Lines that only sum up what is below them. */
const silent = new Set(['total', 'node', 'clause']);

/**
 * Every line that moved points, so that a pencil can add them up: what a fact took or gave, and what
 * was made good for it in a sealed period before. A clause that comes to nothing is left out with
 * all below it: its facts of earlier periods were counted there.
 */
function movedLines(line: Tree, above = ''): Moved[] {
  const code = line.code === '' ? above : line.code;
  if (line.kind === 'clause' && line.milli === 0) return [];
  const isTold = line.plain !== undefined || !silent.has(line.kind);
  if (line.children.length > 0 && !line.children.every(isEmpty)) {
    return line.children.flatMap((child) => movedLines(child, code));
  }
  if (!isTold || line.milli === 0) return [];
  return [
    {
      clause: code,
      value: line.value,
      milli: line.milli,
      sentence: line.plain ?? [line.label, line.reason].filter(Boolean).join('：'),
      factIds: line.facts.map(({ id }) => id),
    },
  ];
}

function isEmpty({ milli, children }: Tree): boolean {
  return milli === 0 && children.every(isEmpty);
}
