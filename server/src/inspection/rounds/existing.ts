/**
 * 已有结果: what another office found lately of the same. It is shown before anybody goes again, to
 * whoever plans: which lines were looked at and how many places were wrong. Places, persons and
 * photos stay on the sheet, and the sheet stays with those who read it.
 */

import type { ExistingResult, TemplateLine } from '@oneneedle/contract';
import {
  addDays,
  chineseDate,
  firstDay,
  type IsoDate,
  isoDate,
  isWrong,
  type LineAnswer,
  lastDay,
  normalName,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay, holds } from '../../platform/index.ts';
import { readsSheet, sightOf } from '../sheets/reach.ts';
import { answersOf } from '../sheets/store.ts';
import { linesOf } from '../templates/store.ts';
import { roundProblem } from './problems.ts';
import { type RoundBook, roundBook, templateOf, wholeTown } from './round-book.ts';
import { type HeldSheetRow, heldSheets, type RoundRow, type VisitRow } from './store.ts';

/** Whose plan it is, on which days a result counts, and which lines it must have looked at. */
interface Wanted {
  readonly office: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Absent: all of them. */
  readonly lines?: readonly TemplateLine[] | undefined;
}

/** Results of other offices of the same lines, the latest first, and of one visit once. */
export async function existingResults(
  ctx: Ctx,
  book: RoundBook,
  wanted: Wanted,
): Promise<ExistingResult[]> {
  const visits = new Map(book.visits.map((visit) => [visit.id, visit]));
  const found = new Map<string, ExistingResult>();
  for (const sheet of await heldSheets(ctx.db, wanted)) {
    const visit = visits.get(sheet.visit_id);
    const round = visit && book.rounds.get(visit.round_id);
    if (!round || round.office === wanted.office) continue;
    const result = resultOf({ sheet, visit, round, lines: wanted.lines }, ctx, book);
    if (result.lines.length > 0) found.set(visit.id, result);
  }
  return [...found.values()].reverse();
}

/** What could be taken over in a round: of the same lines, in the same period. */
export function existingFor(ctx: Ctx, book: RoundBook, round: RoundRow): Promise<ExistingResult[]> {
  const template = templateOf(round, book);
  return existingResults(ctx, book, {
    office: round.office,
    from: firstDay(round.period),
    to: lastDay(round.period),
    lines: template ? linesOf(template) : [],
  });
}

/** Days that a result counts for a demand, which has no period. */
const demandDays = 30;

interface Query {
  readonly office: string;
  readonly template?: string | undefined;
  readonly period?: string | undefined;
}

/** Answers before a round is planned, or a demand to be inspected is sent. */
export async function listExisting(ctx: Ctx, { office, template: code, period }: Query) {
  const book = await roundBook(ctx);
  if (!book.reach.offices.has(office) && !holds(ctx.actor, wholeTown)) {
    throw roundProblem('not-yours', { office: book.named(office).name });
  }
  const template = book.templates.find((one) => one.code === code && one.state === 'inUse');
  const days =
    period === undefined
      ? { from: addDays(book.today, -demandDays), to: book.today }
      : { from: firstDay(period), to: lastDay(period) };
  const lines = code === undefined ? undefined : template ? linesOf(template) : [];
  return { rows: await existingResults(ctx, book, { office, ...days, lines }) };
}

interface Found {
  readonly sheet: HeldSheetRow;
  readonly visit: VisitRow;
  readonly round: RoundRow;
  readonly lines: readonly TemplateLine[] | undefined;
}

function resultOf(found: Found, ctx: Ctx, book: RoundBook): ExistingResult {
  const { sheet, visit, round } = found;
  const on = isoDate(chinaDay(sheet.sent_at ?? sheet.saved_at));
  const lines = linesFound(found, book);
  const { id: _, state: round_state, version: __, ...ofRound } = round;
  const isRead = readsSheet(sightOf(ctx, book), sheet, { ...ofRound, ...visit, round_state });
  return {
    visit: visit.id,
    office: book.named(round.office),
    template: templateOf(round, book)?.name ?? round.template,
    village: book.named(visit.village),
    subject: book.named(visit.subject),
    on,
    lines,
    sentence: sentenceOf(found, { office: book.named(round.office).name, on, lines }),
    ...(isRead ? { sheet: { id: sheet.id, round: round.id } } : {}),
  };
}

/** The lines that are wanted and that somebody looked at; a mark is no finding and is left out. */
function linesFound({ sheet, lines: wanted }: Found, book: RoundBook): ExistingResult['lines'] {
  const template = book.templates.find(
    ({ code, version }) => code === sheet.template && version === sheet.template_version,
  );
  const answers = answersOf(sheet);
  return (template ? linesOf(template) : [])
    .filter((line) => wanted === undefined || wanted.some((one) => isSame(one, line)))
    .flatMap((line) => {
      const answer = answers[line.code];
      if (!answer || answer.asks === 'notSeen' || answer.asks === 'mark') return [];
      const { group, standard } = line;
      return [{ group, standard, wrong: isWrong(line, answer) ? countOf(answer) : 0 }];
    });
}

/** Lines ask the same where they make the same kind of fact, or say the same in the same words. */
function isSame(one: TemplateLine, other: TemplateLine): boolean {
  if (one.kind !== undefined && one.kind === other.kind) return true;
  const isWordAlike = (key: 'group' | 'standard') =>
    normalName(one[key]) === normalName(other[key]);
  return isWordAlike('group') && isWordAlike('standard');
}

function countOf(answer: LineAnswer): number {
  if (answer.asks === 'count') return answer.count;
  return answer.asks === 'sample' ? answer.failed : 1;
}

/** 城建办4月2日查过同样的3项，1项有问题。 Of a demand nobody knows yet whether they are the same. */
function sentenceOf(
  { lines: wanted }: Found,
  { office, on, lines }: { office: string; on: IsoDate; lines: ExistingResult['lines'] },
): string {
  const wrong = lines.filter((line) => line.wrong > 0).length;
  const found = wrong === 0 ? '都没有发现问题' : `${wrong}项有问题`;
  const looked = `${office}${chineseDate(on)}查过${wanted === undefined ? '' : '同样的'}${lines.length}项`;
  return `${looked}，${found}。可以沿用，不用再去。`;
}
