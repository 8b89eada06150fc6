/** Results as they are read: a round by its office and who leads, one sheet by its village once told. */

import type { ResultRow } from '@oneneedle/contract';
import { isWrong } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { mayKnow } from '../rounds/round-book.ts';
import { findRound } from '../rounds/store.ts';
import { readsSheet, sightOf } from '../sheets/reach.ts';
import { readSheet, versionOf } from '../sheets/reading.ts';
import {
  answersOf,
  coursesOf,
  type DeedRow,
  findSheet,
  findVisit,
  findVisits,
  type SheetRow,
  sheetsOf,
  visitsOfRound,
} from '../sheets/store.ts';
import { allTemplates, linesOf, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown, plansFor } from '../town.ts';
import { resultProblem } from './problems.ts';
import { answersAs, hasInspected, hasObjected, settles } from './reach.ts';
import { toldSheets } from './store.ts';
import type { Held } from './telling.ts';

const held = ['confirmed', 'settled', 'counted'];

/** The sheets of a round, and what is to be improved. */
export async function roundResults(ctx: Ctx, { id }: { id: string }) {
  const town = await inspectionTown(ctx);
  const round = await findRound(ctx.db, id);
  const sight = sightOf(ctx, town);
  if (!round || !(sight.all || plansFor(ctx, round.office, town))) {
    throw resultProblem('result-unknown');
  }
  const visits = await visitsOfRound(ctx.db, id);
  const sheets = await sheetsOf(
    ctx.db,
    visits.map((visit) => visit.id),
  );
  const counting = sheets.filter(({ is_spare: spare, state }) => !spare && state !== 'draft');
  const template = versionOf(await allTemplates(ctx.db), round);
  const ofRound = new Map(visits.map((visit) => [visit.id, visit]));
  const rows = await rowsShown(ctx, town, withVisits(counting, ofRound));
  const known = new Set(
    visits
      .filter((visit) => mayKnow(ctx, town, { visit, mode: round.mode }))
      .map(({ id: of }) => of),
  );
  const shown = visits.map((visit) => ({
    id: visit.id,
    subject: town.named(visit.subject),
    state: visit.state as 'planned',
    ...(visit.reason === null ? {} : { reason: visit.reason }),
    sheets: counting.flatMap(({ id: sheet, visit_id: of }) =>
      of === visit.id ? rows.filter((row) => row.id === sheet) : [],
    ),
  }));
  return {
    round: {
      id,
      period: round.period,
      template: template.name,
      office: town.named(round.office),
      mode: round.mode as 'open',
      state: round.state as 'going',
    },
    // Who must not know of a visit yet is not told of it by its missing result either.
    visits: shown
      .filter(({ id: of }) => known.has(of))
      .sort((a, b) => (a.subject.code < b.subject.code ? -1 : 1)),
    matters: mattersOf(
      template,
      counting.filter(({ state }) => held.includes(state)),
    ),
    isSettled: shown.every(({ state, sheets: own }) => isDone(state, own)),
  };
}

/** A visit is done when nobody goes any more, or all that was sent of it holds. */
function isDone(state: string, sheets: readonly ResultRow[]): boolean {
  if (state === 'missed' || state === 'withdrawn') return true;
  return sheets.length > 0 && sheets.every((sheet) => held.includes(sheet.state));
}

/** What is to be improved: lines by the number of places where they were wrong. No place is named. */
function mattersOf(template: TemplateRow, sheets: readonly SheetRow[]) {
  return linesOf(template)
    .map((line) => {
      const wrong = sheets.filter((sheet) => {
        const answer = answersOf(sheet)[line.code];
        return answer !== undefined && isWrong(line, answer);
      });
      const places = new Set(wrong.map(({ visit_id: id }) => id)).size;
      return { line: line.code, group: line.group, standard: line.standard, places };
    })
    .filter(({ places }) => places > 0)
    .sort((a, b) => b.places - a.places);
}

/** What the villages of the asker were told; what waits for an answer comes first. */
export async function listTold(ctx: Ctx) {
  const town = await inspectionTown(ctx);
  const { cadreOf, villages } = town.reach;
  const sheets = await toldSheets(ctx.db, [...villages, ...cadreOf]);
  const visits = await findVisits(
    ctx.db,
    sheets.map(({ visit_id: id }) => id),
  );
  const rows = await rowsShown(ctx, town, withVisits(sheets, visits));
  const waits = ({ state }: ResultRow) => (state === 'toConfirm' ? 0 : 1);
  return { rows: rows.sort((a, b) => waits(a) - waits(b)) };
}

/** One result, whole. */
export async function readResult(ctx: Ctx, { sheetId }: { sheetId: string }) {
  const town = await inspectionTown(ctx);
  const sheet = await findSheet(ctx.db, sheetId);
  const visit = sheet && (await findVisit(ctx.db, sheet.visit_id));
  const isSeen = sheet && visit && readsSheet(sightOf(ctx, town), sheet, visit);
  if (!isSeen || sheet.state === 'draft') throw resultProblem('result-unknown');
  return {
    sheet: await readSheet(ctx, sheetId),
    row: await rowShown(ctx, town, { sheet, visit }),
  };
}

/** One result as a line of a list. */
export async function rowShown(ctx: Ctx, town: InspectionTown, result: Held): Promise<ResultRow> {
  const [row] = await rowsShown(ctx, town, [result]);
  if (!row) throw new Error('one result is one row');
  return row;
}

/** Results as lines of a list; their check sheets and courses are read once for all of them. */
async function rowsShown(
  ctx: Ctx,
  town: InspectionTown,
  results: readonly Held[],
): Promise<ResultRow[]> {
  const templates = await allTemplates(ctx.db);
  const courses = await coursesOf(
    ctx.db,
    results.map(({ sheet }) => sheet.id),
  );
  return results.map((result) => {
    const course = courses.get(result.sheet.id) ?? [];
    const row = rowOf(town, result, versionOf(templates, result.sheet), course);
    return { ...row, may: mayOf(ctx, town, result, hasObjected(ctx, course)) };
  });
}

function withVisits(sheets: readonly SheetRow[], visits: ReadonlyMap<string, Held['visit']>) {
  return sheets.flatMap((sheet): Held[] => {
    const visit = visits.get(sheet.visit_id);
    return visit ? [{ sheet, visit }] : [];
  });
}

function rowOf(
  town: InspectionTown,
  { sheet, visit }: Held,
  template: TemplateRow,
  course: readonly DeedRow[],
): Omit<ResultRow, 'may'> {
  const answers = answersOf(sheet);
  const wrong = linesOf(template).filter((line) => {
    const answer = answers[line.code];
    return answer !== undefined && isWrong(line, answer);
  });
  const note = (deed: string) => course.findLast((one) => one.deed === deed)?.note ?? undefined;
  const [objection, settlement] = [note('object'), note('settle')];
  return {
    id: sheet.id,
    round: visit.round_id,
    period: visit.period,
    template: template.name,
    subject: town.named(visit.subject),
    village: town.named(visit.village),
    person: town.named(sheet.person),
    state: sheet.state as ResultRow['state'],
    wrong: wrong.length,
    ...(sheet.told_on === null ? {} : { toldOn: sheet.told_on }),
    ...(sheet.confirm_until === null ? {} : { confirmUntil: sheet.confirm_until }),
    ...(objection === undefined ? {} : { objection }),
    ...(settlement === undefined ? {} : { settlement }),
    version: sheet.version,
  };
}

function mayOf(
  ctx: Ctx,
  town: InspectionTown,
  result: Held,
  isObjector: boolean,
): ResultRow['may'] {
  const { sheet, visit } = result;
  const as = sheet.state === 'toConfirm' ? answersAs(ctx, town, result) : undefined;
  const isFree = !hasInspected(ctx, result) && !isObjector;
  return {
    tell: sheet.state === 'sent' && plansFor(ctx, visit.office, town),
    ...(as === 'own' || as === 'behalf' ? { answer: as } : {}),
    settle: sheet.state === 'objected' && isFree && settles(ctx, town, result),
  };
}
