/** Planning a round: which check sheet, when, and where; withdrawing it again. */

import { randomBytes, randomUUID } from 'node:crypto';
import { drawOf, type IsoDate, isoDate, periodLabel, periodOf, unitOf } from '@oneneedle/kernel';
import { closeLines } from '../../desk/index.ts';
import type { Ctx } from '../../platform/index.ts';
import type { TemplateRow } from '../templates/store.ts';
import { openUnits, plansFor, signer, villageOf } from '../town.ts';
import { readRound } from './page.ts';
import { roundProblem } from './problems.ts';
import { plannedRound, type RoundBook, roundBook, visibleRound } from './round-book.ts';
import { insertDraw, insertRound, insertVisits, updateRound } from './store.ts';

interface NewRound {
  readonly template: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly mode: 'unannounced' | 'open';
  readonly subjects?: readonly string[] | undefined;
  readonly drawn?: number | undefined;
}

/** What planning needs: the check sheets in use of the asker's offices, with what they look at. */
export async function roundOptions(ctx: Ctx) {
  const book = await roundBook(ctx);
  const usable = book.templates.filter(
    ({ state, office }) => state === 'inUse' && plansFor(ctx, office, book),
  );
  return {
    today: book.today,
    templates: usable.map((row) => ({
      code: row.code,
      version: row.version,
      name: row.name,
      office: book.named(row.office),
      cadence: row.cadence as 'month' | 'quarter' | 'year',
      mode: row.mode as 'unannounced' | 'open',
      subjects: subjectsOf(row, book, book.today).map(book.named),
    })),
  };
}

/** Plans a round. Where some places are drawn of many, the draw stands with its seed from the first. */
export async function planRound(ctx: Ctx, input: NewRound) {
  const book = await roundBook(ctx);
  const person = signer(ctx);
  const template = book.templates.find(
    ({ code, state }) => code === input.template && state === 'inUse',
  );
  if (!template) throw wrong('没有在用的这张检查表。');
  if (!plansFor(ctx, template.office, book)) {
    throw roundProblem('not-yours', { office: book.named(template.office).name });
  }
  requireDays(input, template, book.today);
  const candidates = candidatesOf(input, template, book);
  const id = randomUUID();
  const isMade = await insertRound(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    template: template.code,
    template_version: template.version,
    period: input.period,
    office: template.office,
    mode: input.mode,
    from_on: input.from,
    to_on: input.to,
    state: 'planned',
    created_by_account: ctx.actor.accountId,
    created_by: person,
    created_at: ctx.now,
  });
  if (!isMade) {
    const period = periodLabel(periodOf(isoDate(input.from), unitOf(input.period as never)));
    throw roundProblem('round-taken', { template: template.name, period });
  }
  const subjects = await chosenSubjects(ctx, { round: id, candidates, drawn: input.drawn, person });
  await insertVisits(
    ctx.db,
    subjects.map((subject) => ({
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      round_id: id,
      subject,
      village: villageOf(subject, book.roster) ?? subject,
      state: 'planned',
    })),
  );
  return readRound(ctx, { id });
}

/** Withdraws a round on which nobody went, with the reason; the period may be planned anew. */
export async function withdrawRound(
  ctx: Ctx,
  input: { id: string; version: number; reason: string },
) {
  const book = await roundBook(ctx);
  signer(ctx);
  const round = await plannedRound(ctx, book, input);
  if (round.state === 'going') throw roundProblem('round-over', { state: '已经有人去过' });
  await updateRound(ctx.db, round.id, {
    state: 'withdrawn',
    reason: input.reason,
    closed_at: ctx.now,
  });
  return readRound(ctx, round);
}

/** The office says why it did not go; that takes the matter off its list. */
export async function explainMissed(
  ctx: Ctx,
  { id, version, reason }: { id: string; version: number; reason: string },
) {
  const book = await roundBook(ctx);
  signer(ctx);
  const round = await visibleRound(ctx, book, { id, hold: true });
  if (!plansFor(ctx, round.office, book)) {
    throw roundProblem('not-yours', { office: book.named(round.office).name });
  }
  const visits = book.visits.filter(({ round_id: of }) => of === id);
  if (!visits.some(({ state }) => state === 'missed')) throw roundProblem('nothing-missed');
  if (round.version !== version) throw roundProblem('changed-meanwhile');
  await updateRound(ctx.db, id, { reason });
  await closeLines(ctx, { room: 'inspection', kind: 'round-missed', about: id });
  return readRound(ctx, { id });
}

/** The units that a check sheet looks at on a day. */
function subjectsOf({ subjects }: TemplateRow, { roster }: RoundBook, day: IsoDate): string[] {
  const type = subjects === 'hamlet' ? 'hamlet' : 'village';
  return openUnits(roster, day)
    .filter((unit) => unit.type === type)
    .map(({ code }) => code);
}

function requireDays({ period, from, to }: NewRound, { cadence }: TemplateRow, today: IsoDate) {
  if (unitOf(period as never) !== cadence) throw wrong('检查的周期和检查表的不一样，请核对。');
  if (to < from) throw wrong('最后一天在第一天之前，请核对。');
  if (to < today) throw wrong('这些天已经过去，请核对。');
  const isWithin = [from, to].every((day) => periodOf(isoDate(day), cadence as never) === period);
  if (!isWithin) throw wrong('日期不在这个周期里，请核对。');
}

function candidatesOf(input: NewRound, template: TemplateRow, book: RoundBook): string[] {
  const all = subjectsOf(template, book, isoDate(input.from));
  const named = input.subjects ?? all;
  const foreign = named.find((code) => !all.includes(code));
  if (foreign !== undefined) throw wrong(`“${book.named(foreign).name}”不是这张检查表看的地方。`);
  if (named.length === 0) throw wrong('名册里没有这张检查表看的地方，请先补名册。');
  if (input.drawn !== undefined && input.drawn >= new Set(named).size) {
    throw wrong(`只有${named.length}处，抽${input.drawn}处等于全去：不抽签，直接全选。`);
  }
  return [...new Set(named)];
}

async function chosenSubjects(
  ctx: Ctx,
  {
    round,
    candidates,
    drawn,
    person,
  }: { round: string; candidates: readonly string[]; drawn: number | undefined; person: string },
): Promise<readonly string[]> {
  if (drawn === undefined) return candidates;
  const seed = randomBytes(16).toString('hex');
  const chosen = drawOf(seed, candidates, drawn);
  await insertDraw(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    round_id: round,
    seq: 1,
    what: 'subjects',
    way: 'draw',
    seed,
    candidates: [...candidates],
    chosen,
    account_id: ctx.actor.accountId,
    person,
    at: ctx.now,
  });
  return chosen;
}

function wrong(sentence: string) {
  return roundProblem('plan-wrong', { sentence });
}
