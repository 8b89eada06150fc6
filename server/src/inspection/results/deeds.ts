/** What people do with a result: telling it earlier, confirming it, objecting to it, settling that. */

import { faultsIn, missingIn, type SheetContent } from '@oneneedle/kernel';
import { openLine } from '../../desk/index.ts';
import type { Ctx } from '../../platform/index.ts';
import {
  answersOf,
  courseOf,
  findSheet,
  findVisit,
  insertSheetDeed,
  lockSheet,
  photosOf,
  type SheetRow,
  updateSheet,
} from '../sheets/store.ts';
import { findTemplate, linesOf } from '../templates/store.ts';
import { type InspectionTown, inspectionTown, plansFor, signer } from '../town.ts';
import { resultProblem } from './problems.ts';
import { answersAs, hasInspected, hasObjected, settles } from './reach.ts';
import { rowShown } from './reading.ts';
import { deedOf, type Held, holdSheet, nameOf, tellSheet } from './telling.ts';

interface OfSheet {
  readonly sheetId: string;
  readonly version: number;
}

/** Tells the village today; otherwise the next workday does it. */
export async function tellResult(ctx: Ctx, asked: OfSheet) {
  const { town, held, by } = await holdFor(ctx, asked);
  if (!plansFor(ctx, held.visit.office, town)) throw resultProblem('not-yours');
  if (held.sheet.state !== 'sent') throw resultProblem('not-now');
  await tellSheet(ctx, held, { by });
  return shown(ctx, town, asked.sheetId);
}

interface Answer extends OfSheet {
  readonly says: 'confirm' | 'object';
  readonly note: string;
  readonly how?: 'telephone' | 'inPerson' | 'paper' | undefined;
}

/** The village confirms or objects; whoever writes it down for it says how it was heard. */
export async function answerResult(ctx: Ctx, { says, note, how, ...asked }: Answer) {
  const { town, held, by } = await holdFor(ctx, asked);
  const { sheet, visit } = held;
  const as = answersAs(ctx, town, held);
  if (as === 'inspector') throw resultProblem('own-inspection');
  if (as === undefined) throw resultProblem('not-yours');
  if (sheet.state !== 'toConfirm') throw resultProblem('not-now');
  if (as === 'behalf' && how === undefined) throw resultProblem('how-needed');
  const said = as === 'behalf' ? { onBehalfOf: visit.village, how } : {};
  if (says === 'confirm') {
    await holdSheet(ctx, held, { deed: 'confirm', by, note, ...said });
    return shown(ctx, town, asked.sheetId);
  }
  if (note.length < 2) throw resultProblem('objection-needed');
  await insertSheetDeed(ctx.db, {
    ...deedOf(ctx, sheet, 'object'),
    ...by,
    note,
    on_behalf_of: said.onBehalfOf ?? null,
    how: said.how ?? null,
  });
  await updateSheet(ctx.db, sheet.id, { state: 'objected' });
  await askSettling(ctx, town, held);
  return shown(ctx, town, asked.sheetId);
}

/** Somebody of the office, or who supervises, settles what a village objected. */
async function askSettling(ctx: Ctx, { named }: InspectionTown, { sheet, visit }: Held) {
  await openLine(ctx, {
    room: 'inspection',
    kind: 'sheet-objected',
    about: sheet.id,
    title: `${named(visit.village).name}对检查结果有不同意见，请核实处理：${await nameOf(ctx, visit)}`,
    why: '由没有参加这次检查的人核实，写明理由。',
    roles: ['recorder', 'supervision'],
    line: visit.office,
    exceptAccountId: sheet.account_id,
    address: `/inspection/rounds/${visit.round_id}/results?open=${sheet.id}`,
    contact: { unit: visit.village },
  });
}

interface Settlement extends OfSheet {
  readonly note: string;
  readonly answers?: SheetContent['answers'] | undefined;
}

/** Settles an objection; what the sheet says may change, and what it said stays in its course. */
export async function settleResult(ctx: Ctx, { note, answers, ...asked }: Settlement) {
  const { town, held, by } = await holdFor(ctx, asked);
  const { sheet } = held;
  if (!settles(ctx, town, held)) throw resultProblem('not-yours');
  if (hasInspected(ctx, held)) throw resultProblem('own-inspection');
  if (hasObjected(ctx, await courseOf(ctx.db, [sheet.id]))) throw resultProblem('own-objection');
  if (sheet.state !== 'objected') throw resultProblem('not-now');
  const before = JSON.stringify(answersOf(sheet));
  if (answers !== undefined) {
    await requireWhole(ctx, sheet, answers);
    await updateSheet(ctx.db, sheet.id, { answers: JSON.stringify(answers) });
  }
  const now = answers === undefined ? sheet : { ...sheet, answers: answers as never };
  await holdSheet(
    ctx,
    { ...held, sheet: now },
    { deed: 'settle', by, note, ...(answers === undefined ? {} : { answersBefore: before }) },
  );
  return shown(ctx, town, asked.sheetId);
}

async function requireWhole(ctx: Ctx, sheet: SheetRow, answers: SheetContent['answers']) {
  const version = { code: sheet.template, version: sheet.template_version };
  const template = await findTemplate(ctx.db, version);
  const lines = template ? linesOf(template) : [];
  const isWrong = faultsIn(lines, answers).length > 0;
  const left = missingIn(lines, { answers, photos: photosOf(sheet) });
  if (isWrong || left.some(({ what }) => what !== 'photo')) throw resultProblem('answers-wrong');
}

/** Holds a sheet with its visit for whoever acts; one that counts, as it was read. */
async function holdFor(ctx: Ctx, { sheetId, version }: OfSheet) {
  const town = await inspectionTown(ctx);
  const by = { account_id: ctx.actor.accountId, person: signer(ctx) };
  const found = await findSheet(ctx.db, sheetId);
  const visit = found && (await findVisit(ctx.db, found.visit_id, { hold: true }));
  const sheet = await lockSheet(ctx.db, sheetId);
  if (!sheet || !visit || sheet.is_spare || sheet.state === 'draft') {
    throw resultProblem('result-unknown');
  }
  const held: Held = { sheet, visit };
  const isTold = sheet.told_on !== null;
  if (!isTold && !plansFor(ctx, visit.office, town)) throw resultProblem('result-unknown');
  if (sheet.state === 'counted') throw resultProblem('counted');
  if (sheet.version !== version) throw resultProblem('changed-meanwhile');
  return { town, held, by };
}

async function shown(ctx: Ctx, town: InspectionTown, sheetId: string) {
  const sheet = await findSheet(ctx.db, sheetId);
  const visit = sheet && (await findVisit(ctx.db, sheet.visit_id));
  if (!sheet || !visit) throw new Error('a sheet that was just held is there');
  return rowShown(ctx, town, { sheet, visit });
}
