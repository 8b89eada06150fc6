/** A village on one page, put together from what the rooms know; nothing is asked of anybody for it. */

import type { VillagePageShown } from '@oneneedle/contract';
import type { PeriodId } from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  latestResultsOf,
  movedLines,
  objectionSentences,
  type UnitResult,
} from '../../assessment/index.ts';
import { listVillage } from '../../desk/index.ts';
import { chain } from '../../org/index.ts';
import { type MoneyStep, moneyFollowing } from '../../outcome/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { objectionWindow, waitingObjections } from '../../publication/index.ts';
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
  const steps = await moneyFollowing(ctx.db, unit);
  const results: VillagePageShown['results'] = [];
  for (const one of await latestResultsOf(needs, ctx, { unit, isPaper })) {
    results.push({ ...resultShown(one, steps), ...(await windowOf(ctx, one)) });
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
    objections: await waitingObjections(ctx, unit),
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

function resultShown(
  { explained, scheme }: UnitResult,
  steps: readonly MoneyStep[],
): VillagePageShown['results'][number] {
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
    money: moneySentences(
      scheme,
      steps.filter((step) => step.line === line),
    ),
  };
}
