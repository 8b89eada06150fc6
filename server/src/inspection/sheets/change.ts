/** What was sent is changed at the office alone, with a reason; the old answers stay in the course. */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { faultsIn, missingIn, type SheetContent } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { findTemplate, linesOf } from '../templates/store.ts';
import { inspectionTown, signer } from '../town.ts';
import { sheetProblem } from './problems.ts';
import { entersFor } from './reach.ts';
import { readSheet } from './reading.ts';
import {
  answersOf,
  findVisit,
  insertSheetDeed,
  lockSheet,
  photosOf,
  type SheetRow,
  updateSheet,
} from './store.ts';

interface Change {
  readonly sheetId: string;
  readonly version: number;
  readonly answers: ArrivingSheet['answers'];
  readonly note: string;
}

/** Changes the answers of a sheet that was sent and is not counted yet. */
export async function changeSheet(ctx: Ctx, { sheetId, version, answers, note }: Change) {
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const sheet = await lockSheet(ctx.db, sheetId);
  const visit = sheet && (await findVisit(ctx.db, sheet.visit_id));
  if (!sheet || !visit) throw sheetProblem('sheet-unknown');
  if (!entersFor(ctx, visit, town)) throw sheetProblem('not-yours');
  if (sheet.person === person || sheet.account_id === ctx.actor.accountId) {
    throw sheetProblem('own-sheet');
  }
  requireChangeable(sheet);
  if (sheet.version !== version) throw sheetProblem('changed-meanwhile');
  await requireWhole(ctx, sheet, answers as SheetContent['answers']);
  await insertSheetDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    sheet_id: sheetId,
    deed: 'change',
    account_id: ctx.actor.accountId,
    person,
    note,
    answers_before: JSON.stringify(answersOf(sheet)),
    at: ctx.now,
  });
  // The digest stays that of what was sent: a device that asks again gets its receipt.
  await updateSheet(ctx.db, sheetId, { answers: JSON.stringify(answers) });
  return readSheet(ctx, sheetId);
}

/** What the village was told changes only by settling an objection, what is counted in the ledger. */
function requireChangeable({ state }: SheetRow): void {
  if (state === 'draft') throw sheetProblem('not-sent');
  if (state === 'toConfirm' || state === 'objected') throw sheetProblem('told-already');
  if (state === 'confirmed' || state === 'settled') throw sheetProblem('holds-already');
  if (state === 'counted') throw sheetProblem('counted-already');
}

async function requireWhole(ctx: Ctx, sheet: SheetRow, answers: SheetContent['answers']) {
  const version = { code: sheet.template, version: sheet.template_version };
  const template = await findTemplate(ctx.db, version);
  const lines = template ? linesOf(template) : [];
  const faults = faultsIn(lines, answers).map(({ line }) => line);
  if (faults.length > 0) throw sheetProblem('answers-wrong', { lines: faults });
  const left = missingIn(lines, { answers, photos: photosOf(sheet) })
    .filter(({ what }) => what !== 'photo')
    .map(({ line }) => line);
  if (left.length > 0) throw sheetProblem('unfinished', { lines: left });
}
