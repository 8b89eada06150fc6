/** A sheet is handed in: whole, with all its photos, once. */

import { randomUUID } from 'node:crypto';
import { missingIn, sparesOf } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { passOnSpot } from '../results/telling.ts';
import { findTemplate, linesOf } from '../templates/store.ts';
import { signer } from '../town.ts';
import { requireOwnSheet } from './photos.ts';
import { sheetProblem } from './problems.ts';
import { isOpen, keptOf, missingPhotos, ofVisit, whoseSheets } from './saving.ts';
import {
  answersOf,
  insertSheetDeed,
  noteGone,
  photosOf,
  type SheetRow,
  sheetsOf,
  updateSheet,
  type VisitRow,
} from './store.ts';

interface Sending {
  readonly sheetId: string;
  readonly revision: number;
  readonly digest: string;
}

/** Hands a sheet in and gives the receipt; asked again for the same writing, the same receipt. */
export async function sendSheet(ctx: Ctx, { sheetId, digest, revision }: Sending) {
  const { sheet, visit } = await requireOwnSheet(ctx, sheetId);
  if (sheet.state !== 'draft') {
    if (sheet.digest !== digest) throw sheetProblem('sent-already', { kept: keptOf(sheet) });
    return receiptOf(sheet);
  }
  if (sheet.digest !== digest || sheet.revision < revision) throw sheetProblem('other-writing');
  if (!isOpen(visit)) throw sheetProblem('round-over');
  await requireWhole(ctx, sheet);
  const sent = { state: 'sent', sent_at: ctx.now };
  await updateSheet(ctx.db, sheetId, sent);
  await insertSheetDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    sheet_id: sheetId,
    deed: 'send',
    account_id: ctx.actor.accountId,
    person: signer(ctx),
    at: ctx.now,
  });
  const isSpare = await settleSpares(ctx, visit, sheetId);
  await noteGone(ctx.db, visit);
  if (!isSpare) {
    const by = { account_id: ctx.actor.accountId, person: signer(ctx) };
    await passOnSpot(ctx, { sheet: { ...sheet, ...sent }, visit }, by);
  }
  return receiptOf({ ...sheet, ...sent, is_spare: isSpare });
}

async function requireWhole(ctx: Ctx, sheet: SheetRow): Promise<void> {
  const version = { code: sheet.template, version: sheet.template_version };
  const template = await findTemplate(ctx.db, version);
  if (!template) throw new Error('a sheet without its check sheet');
  const content = { answers: answersOf(sheet), photos: photosOf(sheet) };
  const lines = missingIn(linesOf(template), content)
    .filter(({ what }) => what !== 'photo')
    .map(({ line }) => line);
  if (lines.length > 0) throw sheetProblem('unfinished', { lines });
  const missing = missingPhotos(sheet);
  if (missing.length > 0) throw sheetProblem('photos-missing', { missing });
}

/** Which sheet of the visit counts from now on. @returns whether the one that is sent does not */
async function settleSpares(ctx: Ctx, visit: VisitRow, sheetId: string): Promise<boolean> {
  const sheets = await sheetsOf(ctx.db, [visit.id]);
  // The one that is sent is still judged as it was begun: another that was sent before it counts.
  const judged = sheets.map((row) => ({
    ...ofVisit(row),
    ...(row.id === sheetId ? { isDraft: true } : {}),
  }));
  const spares = sparesOf(judged, await whoseSheets(ctx, visit), sheetId);
  for (const { id, is_spare: was } of sheets) {
    if (was !== spares.has(id)) await updateSheet(ctx.db, id, { is_spare: spares.has(id) });
  }
  return spares.has(sheetId);
}

function receiptOf(sheet: SheetRow) {
  return {
    sheet: sheet.id,
    digest: sheet.digest,
    sentAt: sheet.sent_at ?? sheet.saved_at,
    isSpare: sheet.is_spare,
    photos: photosOf(sheet).flatMap(({ sha256, storedSha256 }) =>
      storedSha256 === undefined ? [] : [{ sha256, storedSha256 }],
    ),
  };
}
